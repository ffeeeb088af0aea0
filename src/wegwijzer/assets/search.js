// How a reader's words find ours: signs and accents count for nothing, and a word finds its other forms.
//
// Runs in the theme's worker, after its Dutch stemmer (see wegwijzer/publish/find.py). The index holds words without
// accents; a question asks for such words, each with the other words of its stem that our pages use.
{
  const ANSWER = 3;
  const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ð: "d", ł: "l", đ: "d" };
  const stem = lunr.nl.stemmer;
  const written = new Map(); // a word without accents → as a page writes it
  const related = new Map(); // stem → those words
  let asked = new Map(); // a word of the last question without accents → as the reader typed it

  const plain = (word) =>
    word.toLowerCase().replace(/[æœøßðłđ]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

  // The stemmer leaves brieven and huizen on a v and a z, and trollen on two letters. It takes weten for wetten, which a
  // long vowel tells apart; a few short words get one in the plural.
  const LONG = /^[^aeiouy]*(?:[aeou][^aeiouy]en?|(?:aa|ee|oo|uu)[^aeiouy])$/;
  const BOTH = /^(?:bad|blad|dag|dak|gat|glas|graf|pad|slot|spel|vat|weg)$/;
  const root = (word) => {
    const short = stem(word).replace(/v$/, "f").replace(/z$/, "s").replace(/([b-df-hj-np-tv-z])\1$/, "$1");
    return LONG.test(word) && !BOTH.test(short) ? `${short} long` : short;
  };
  const family = (word) => [...(related.get(root(word)) ?? []), ...(written.has(word) ? [word] : [])];
  const others = (word) => {
    // a plural on s after a vowel, which the stemmer does not know: frames, risicos
    const near = new Set([word, `${word}s`, word.replace(/(?<=...[aeiou])s$/, "")].flatMap(family));
    near.delete(word);
    return [...near];
  };

  const learn = (word, seen) => {
    if (written.has(word)) return;
    written.set(word, seen);
    const family = root(word);
    related.set(family, [...(related.get(family) ?? []), word]);
  };

  lunr.nl.stemmer = (token) =>
    token.update((seen) => {
      const word = plain(seen);
      learn(word, seen);
      return word;
    });
  lunr.Pipeline.registerFunction(lunr.nl.stemmer, "plain-nl");

  // The theme cuts a question at white space and asks what stands in each piece: all of it is words, and no sign an order.
  lunr.QueryLexer = class {
    constructor(piece) {
      this.lexemes = [{ type: "TERM", str: piece, start: 0, end: piece.length }];
    }

    run() {}
  };

  // What all forms of a word begin with: by that the theme sees whether a page has the word.
  const start = (word) =>
    others(word).reduce((common, other) => {
      while (!other.startsWith(common)) common = common.slice(0, -1);
      return common;
    }, word);

  lunr.QueryParser = class {
    constructor(words, query) {
      const all = words.split(/\*?\s+|\*$/).filter(Boolean);
      const telling = all.filter((word) => lunr.nl.stopWordFilter(word.toLowerCase()));
      asked = new Map((telling.length ? telling : all).map((word) => [plain(word), word]));
      this.query = query;
    }

    parse() {
      for (const word of asked.keys()) this.query.clause({ term: start(word) });
    }
  };

  // What is looked for: words that begin as any form does. All forms ask the same, so they find the same.
  lunr.Index.prototype.search = function () {
    return this.query((query) => {
      for (const word of asked.keys())
        for (const term of [word, ...others(word)])
          query.clause({ term, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    });
  };

  // The theme says which words a page lacks: in the answer they stand as the reader typed them.
  const lacks = (found) => Object.fromEntries([...asked].map(([word, typed]) => [typed, found[start(word)] ?? false]));

  const answer = postMessage.bind(self);
  self.postMessage = (message) => {
    if (message.type === ANSWER) {
      for (const item of message.data.items.flat()) if (item.score) item.terms = lacks(item.terms);
      if (message.data.suggest) message.data.suggest = message.data.suggest.map((word) => written.get(word) ?? word);
    }
    answer(message);
  };
}
