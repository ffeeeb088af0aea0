// How a reader's words find ours: signs and accents count for nothing, and a word finds its other forms.
//
// Runs in the theme's worker, after its Dutch stemmer (see scripts/publish/find.py). The index holds words without
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

  // The stemmer leaves brieven and huizen on a v and a z, trollen on two letters, and frames whole.
  const root = (word) => stem(word).replace(/v$/, "f").replace(/z$/, "s").replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  const family = (word) => [...(related.get(root(word)) ?? []), ...(written.has(word) ? [word] : [])];
  const others = (word) => {
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

  // Of each word that tells something: the words that begin with it, the word itself first, and its other forms.
  lunr.QueryParser = class {
    constructor(words, query) {
      const all = words.split(/\*?\s+|\*$/).filter(Boolean);
      const telling = all.filter((word) => lunr.nl.stopWordFilter(word.toLowerCase()));
      asked = new Map((telling.length ? telling : all).map((word) => [plain(word), word]));
      this.query = query;
    }

    parse() {
      const ask = (term, more) => this.query.clause({ term, usePipeline: false, ...more });
      for (const word of asked.keys()) {
        ask(word, { wildcard: lunr.Query.wildcard.TRAILING });
        if (written.has(word)) ask(word, { boost: 2 });
        for (const other of others(word)) ask(other);
      }
    }
  };

  // The theme says which words a page lacks: those are words of the reader, and a word is there in any of its forms.
  const lacks = (found) =>
    Object.fromEntries([...asked].map(([word, typed]) => [typed, [word, ...others(word)].some((form) => found[form])]));

  const answer = postMessage.bind(self);
  self.postMessage = (message) => {
    if (message.type === ANSWER) {
      for (const item of message.data.items.flat()) if (item.score) item.terms = lacks(item.terms);
      if (message.data.suggest) message.data.suggest = message.data.suggest.map((word) => written.get(word) ?? word);
    }
    answer(message);
  };
}
