// How a reader's words find ours: signs and accents count for nothing, and a word finds its other forms, the parts of a
// compound, words that mean the same, and the word that was meant when one letter is wrong.
//
// What finds is MiniSearch. Each word of ours stands in it three times: as it is written (`=trollen`), as its root (`trol`),
// and as the roots of its parts when it is a compound (`-haat`, `-bericht`). What a word asks for is worked out here.

const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ð: "d", ł: "l", đ: "d" };
const WORD = /[\p{L}\p{N}]+(?:['’ʼ´`][sS](?![\p{L}\p{N}]))?/gu; // the 's of foto's goes along, and falls away
const FIELDS = { page: 8, named: 4, title: 3, ways: 2, text: 1 }; // a title of a whole page says most: `page`
const PART = 4; // letters: what is shorter is seldom a word of a compound
const BEGUN = 3; // letters: from then on a word may be one that is still being typed
const WRONG = 4; // letters: in a shorter word one other letter makes another word
const MOST = 6; // more of one page is no help

// How much a way of finding counts beside the word itself.
const VERY = 1.9; // a title that is just what somebody typed
const SAME = 0.9; // a word that means the same
const OTHERS = 0.2; // what else found the same
const INSIDE = 0.3; // the word as a part of a compound
const APART = 0.6; // the parts of a compound, each by itself
const START = 0.5; // a word that begins so
const MEANT = 0.5; // a word that differs by one letter

const bare = new Map();
const plain = (piece) => {
  if (!bare.has(piece)) bare.set(piece, unsigned(piece));
  return bare.get(piece);
};
const unsigned = (text) =>
  text.toLowerCase().replace(/[æœøßðłđ]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(/\p{M}/gu, "");

const TAIL = /['’ʼ´`].*/;
const pieces = (text) => (text.normalize("NFKC").match(WORD) ?? []).map((piece) => piece.replace(TAIL, ""));
const words = (text) => pieces(text).map(plain);

// Whether two words differ by one letter: another one, one too many, one too few, or two that changed places.
const near = (one, other) => {
  if (Math.abs(one.length - other.length) > 1 || one[0] !== other[0]) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - from && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(from, one.length - end), other.slice(from, other.length - end)];
  return Math.max(left.length, right.length) < 2 || (left.length === 2 && left === [...right].reverse().join(""));
};

// Queries of MiniSearch; `times` says how much one counts.
const any = (queries) => ({ combineWith: "OR", queries });
const all = (queries) => ({ combineWith: "AND", queries });
const term = (word, times, prefix = false) => {
  const boost = Object.fromEntries(Object.entries(FIELDS).map(([field, weight]) => [field, weight * times]));
  return { queries: [word], boost, prefix };
};

// The pages, each with what can be found on it: its title, what leads there, the first words of its text, and its other words.
const read = (pages) =>
  pages
    .flatMap(([place, page, weight, entries]) =>
      entries.map(([anchor, title, named, ways, text, more]) => ({ place, page, weight, anchor, title, named, ways, text, more })),
    )
    .map((entry, id) => ({ ...entry, id }));

// The words of a site: what they have in common, how they are written, and which are made of which.
class Words {
  constructor({ stemmer, stopwords, root, links }) {
    Object.assign(this, { stemmer, root, links });
    this.silent = new Set(stopwords.map(plain));
    this.roots = new Map();
    this.parts = new Map();
    this.written = new Map(); // a word → as a page writes it, and how often
    this.known = new Set(); // the roots of those
  }

  learn(text) {
    for (const seen of pieces(text)) {
      const word = plain(seen);
      const entry = this.written.get(word);
      if (entry) entry.often += 1;
      else this.written.set(word, { as: seen.toLowerCase(), often: 1 });
      this.known.add(this.rootOf(word));
    }
  }

  rootOf(word) {
    if (!this.roots.has(word)) this.roots.set(word, this.root(word, this.stemmer));
    return this.roots.get(word);
  }

  same(one, other) {
    return one.length === other.length && one.every((word, at) => this.rootOf(word) === this.rootOf(other[at]));
  }

  telling(all) {
    const left = all.filter((word) => !this.silent.has(word));
    return left.length ? left : all;
  }

  // The two parts of a compound, when pages have both by themselves: those of which the shortest is longest.
  partsOf(word) {
    if (!this.parts.has(word)) this.parts.set(word, this.cut(word));
    return this.parts.get(word);
  }

  cut(word) {
    let best = [];
    for (let at = PART; at <= word.length - PART; at += 1) {
      const right = word.slice(at);
      const left = this.has(right) && this.without(word.slice(0, at));
      const shortest = (parts) => Math.min(...parts.map((part) => part.length));
      if (left && (!best.length || shortest([left, right]) > shortest(best))) best = [left, right];
    }
    return best;
  }

  // The first part of a compound without the sign that ties it to the second.
  without(left) {
    return this.links
      .filter((link) => left.endsWith(link))
      .map((link) => left.slice(0, left.length - link.length))
      .find((part) => part.length >= PART && this.has(part));
  }

  has(word) {
    return this.written.has(word) && !this.silent.has(word);
  }

  begins(word) {
    return [...this.written.keys()].filter((other) => other.startsWith(word));
  }
}

export function finder({ pages, synonyms }, language) {
  const { MiniSearch } = language;
  const entries = read(pages);
  const site = new Words(language);
  for (const { title, named, ways, text, more } of entries) site.learn([title, ...named, ...ways, text, more].join(" "));
  const groups = synonyms.map((group) => group.map(words));
  const meanings = [...new Set([...site.written.keys(), ...groups.flat(2)])].filter((word) => word.length >= WRONG);

  const worked = new Map();
  const terms = (word) => {
    if (!worked.has(word)) worked.set(word, [`=${word}`, site.rootOf(word), ...site.partsOf(word).map((part) => `-${site.rootOf(part)}`)]);
    return worked.get(word);
  };
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    extractField: (entry, field) =>
      ({
        id: entry.id,
        page: entry.anchor ? "" : entry.title,
        title: entry.anchor ? entry.title : "",
        named: entry.named.join("\n"),
        ways: entry.ways.join("\n"),
        text: `${entry.text} ${entry.more}`,
      })[field],
    tokenize: words,
    processTerm: terms,
    searchOptions: {
      tokenize: (word) => [word],
      processTerm: (word) => word,
      boostDocument: (id) => entries[id].weight,
      bm25: { k: 1.2, b: 0.2, d: 0.5 }, // how long a list of words or a text is says little
    },
  });
  index.addAll(entries);

  // What each asks for: a word with its forms, words that must all be there, and words that mean the same as these.
  const forms = (word, times) => any([term(site.rootOf(word), times), term(`-${site.rootOf(word)}`, times * INSIDE)]);
  const together = (several, times) =>
    all(site.telling(several).map((word) => any([term(site.rootOf(word), times), term(`-${site.rootOf(word)}`, times * INSIDE)])));
  const alike = (several, times) =>
    groups
      .filter((group) => group.some((other) => site.same(several, other)))
      .flatMap((group) => group.filter((other) => !site.same(several, other)))
      .map((other) => together(other, times * SAME));

  // The ways to find a word of a question; of the `last` one, more letters may follow.
  const ways = (word, last) => {
    const here = site.known.has(site.rootOf(word));
    const parts = site.partsOf(word);
    const found = [forms(word, 1), ...alike([word], 1)];
    if (parts.length) found.push(together(parts, here ? APART / 2 : APART), ...alike(parts, 1));
    if (here || found.length > 1) return found;
    if (last && word.length >= BEGUN && site.begins(word).length) return [...found, term(`=${word}`, START, true)];
    return [...found, ...meant(word).flatMap((other) => [forms(other, MEANT), ...alike([other], MEANT)])];
  };
  const meant = (word) => (word.length < WRONG ? [] : meanings.filter((other) => near(word, other)));

  // A question as what must be found: each word by itself, but words that mean something together as one.
  const cut = (asked) => {
    const left = [...asked];
    const questions = [];
    while (left.length) {
      const phrase = groups.flat().find((other) => other.length > 1 && site.same(left.slice(0, other.length), other));
      const taken = left.splice(0, phrase?.length ?? 1);
      questions.push([taken, phrase ? [together(taken, 1), ...alike(taken, 1)] : ways(taken[0], !left.length)]);
    }
    return questions;
  };

  // For each entry that has a word of the question: how well. The best way to find a word counts, the others only a little.
  const weigh = (asked) => {
    const found = new Map();
    for (const [taken, queries] of cut(asked)) {
      const best = new Map();
      for (const query of queries)
        for (const { id, score, queryTerms, match } of index.search(query)) {
          const hit = found.get(id) ?? { ...entries[id], score: 0, has: new Set(), marks: new Set() };
          found.set(id, hit);
          const ways = best.get(id) ?? [];
          best.set(id, [...ways, score / queryTerms.length]); // MiniSearch multiplies by the number of terms
          for (const word of taken) hit.has.add(word);
          for (const mark of Object.keys(match)) hit.marks.add(mark);
        }
      for (const [id, scores] of best) {
        const most = Math.max(...scores);
        found.get(id).score += most + OTHERS * (scores.reduce((sum, score) => sum + score) - most);
      }
    }
    for (const hit of found.values()) {
      if (site.same(site.telling(words(hit.title)), asked)) hit.score *= VERY;
      hit.score = Math.round(hit.score * 10) / 10;
    }
    // Whole first, then near; what is as near stands in the order of the index.
    return [...found.values()].sort((one, other) => other.has.size - one.has.size || other.score - one.score || one.id - other.id);
  };

  // Where in a text the words stand by which it was found: from and to, each time.
  const spans = (text, marks) =>
    [...text.matchAll(WORD)]
      .filter(({ 0: seen }) => terms(plain(seen.replace(TAIL, ""))).some((each) => marks.has(each)))
      .map(({ 0: seen, index: at }) => [at, at + seen.length]);

  // What was found, page by page, the best first; the words of the question that count, as they were typed; and a word that
  // the last one may become.
  return (question) => {
    const typed = new Map(pieces(question).map((piece) => [plain(piece), piece]));
    const asked = site.telling([...typed.keys()]);
    for (const word of typed.keys()) if (!asked.includes(word)) typed.delete(word);
    const pages = new Map();
    for (const { marks, ...hit } of weigh(asked)) {
      const hits = pages.get(hit.place) ?? [];
      if (hits.length < MOST) hits.push({ ...hit, spans: (text) => spans(text, marks) });
      pages.set(hit.place, hits);
    }
    const last = asked.at(-1) ?? "";
    const longer = site.begins(last).sort((one, other) => site.written.get(one).often - site.written.get(other).often).at(-1);
    return { pages: [...pages.values()], typed, longer: longer && site.written.get(longer).as };
  };
}
