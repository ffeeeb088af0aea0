// What the search knows of Dutch besides its stemmer.

// The stemmer leaves brieven and huizen on a v and a z, and trollen on two letters. It takes weten for wetten, which a
// long vowel tells apart; a few short words get one in the plural.
const LONG = /^[^aeiouy]*(?:[aeou][^aeiouy]en?|(?:aa|ee|oo|uu)[^aeiouy])$/;
const BOTH = /^(?:bad|blad|dag|dak|gat|glas|graf|pad|slot|spel|vat|weg)$/;

// What a word has in common with its other forms.
export const root = (word, stem) => {
  const near = word.replace(/(?<=...[aeiou])s$/, ""); // a plural on s after a vowel, which the stemmer does not know
  const short = stem(near).replace(/v$/, "f").replace(/z$/, "s").replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  return LONG.test(near) && !BOTH.test(short) ? `${short} long` : short;
};

// Signs that may stand between the parts of a compound: belastinggeld, stadsbestuur, zelfmoordenaar.
export const links = ["", "s", "e", "en"];
