// The worker behind the theme's search window: it speaks the theme's messages, and finds with ours (finder.js).
//
// Nothing is loaded before somebody types. What is typed stays in here.
{
  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const ANSWER = 3;
  const NOTHING = { items: [], suggest: [] };
  let loading;

  const load = async () => {
    const index = fetch(new URL("../search/index.json", location.href)).then((answer) => answer.json());
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
    loading ??= load();
    try {
      return (await loading)(words);
    } catch (error) {
      loading = undefined; // the next letter tries again
      console.warn(error);
      return NOTHING;
    }
  };

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) postMessage({ type: READY });
    if (type === QUERY) postMessage({ type: ANSWER, data: data.trim() ? await find(data) : NOTHING });
  });
}
