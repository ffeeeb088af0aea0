// The worker behind the theme's search window: it speaks the theme's messages, and finds with ours (finder.js).
//
// Nothing is loaded before somebody types. What is typed stays in here.
{
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const ANSWER = 3;
  const NOTHING = { pages: [], typed: new Map() };
  let loading;
  let answer; // as the theme reads it

  const load = async () => {
    const index = fetch(new URL("../search/index.json", location.href)).then((response) => response.json());
    const [{ default: MiniSearch }, { stemmer }, { stopwords }, own, { finder }] = await Promise.all([
      import("./vendor/minisearch.js"),
      import("./vendor/stemmer.js"),
      import("./vendor/stopwords.js"),
      import("./roots.js"),
      import("./finder.js"),
    ]);
    return finder(await index, { MiniSearch, stemmer, stopwords, ...own });
  };

  const find = async (words) => {
    if (!words.trim()) return NOTHING;
    loading ??= load();
    try {
      return (await loading)(words);
    } catch (error) {
      loading = undefined; // the next letter tries again
      console.warn(error);
      return NOTHING;
    }
  };

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }; // as in search.json: what is to be marked is counted in it
  const escaped = (text) => text.replace(/[&<>]/g, (sign) => SIGNS[sign]);

  // Material shows what it gets, page by page, with the words marked.
  const material = ({ pages, typed, longer }) => ({
    items: pages.map((hits) => {
      const found = hits.map((hit) => item(hit, typed));
      if (hits.every((hit) => hit.anchor)) found.push({ location: hits[0].place, title: escaped(hits[0].page), text: "", score: 0, terms: {} });
      return found;
    }),
    suggest: longer ? [longer] : [],
  });

  const item = (hit, typed) => {
    const title = marked(hit.title, hit);
    const named = [...hit.named, ...hit.ways].map((each) => marked(each, hit)).find((each) => each.includes("<mark>"));
    const text = marked(hit.text, hit);
    return {
      location: hit.anchor ? `${hit.place}#${hit.anchor}` : hit.place,
      title,
      text: [title.includes("<mark>") || text.includes("<mark>") ? "" : named, text].filter(Boolean).map((each) => `<p>${each}</p>`).join(""),
      score: hit.has.size * 1000 + hit.score, // the theme opens the highest when somebody presses Enter
      terms: Object.fromEntries([...typed].map(([word, as]) => [as, hit.has.has(word)])),
    };
  };

  const marked = (text, { spans }) => {
    let end = 0;
    let shown = "";
    for (const [from, to] of spans(text)) {
      shown += `${escaped(text.slice(end, from))}<mark>${escaped(text.slice(from, to))}</mark>`;
      end = to;
    }
    return shown + escaped(text.slice(end));
  };

  // Zensical has the titles and the texts (search.json, in the order of our index), and asks which of them, and what to mark.
  const zensical = ({ pages }) => {
    const items = pages.flat().map((hit) => ({ id: hit.id, matches: ["title", "text"].map((field) => ({ field, value: { highlight: { ranges: ranges(hit, hit[field]) } } })) }));
    return { items, pagination: { total: items.length } };
  };

  const ranges = ({ spans }, text) =>
    spans(text).map(([from, to]) => {
      const start = escaped(text.slice(0, from)).length, value = escaped(text.slice(from, to)).length;
      return { start, end: start + value, value };
    });

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) {
      answer = data.docs ? material : zensical;
      postMessage({ type: READY });
    }
    if (type === QUERY) postMessage({ type: ANSWER, data: answer(await find(data.input ?? data)) });
  });
}
