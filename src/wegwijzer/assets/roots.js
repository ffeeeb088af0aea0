// What the search knows of a language besides its stemmer: here nothing. `language/nl/roots.js` has what Dutch needs.

// What a word has in common with its other forms.
export const root = (word, stem) => stem(word);

// Signs that may stand between the parts of a compound.
export const links = [""];
