// Which advices the site has now, each with a digest of what it says (wegwijzer/compile/advice.py). Who wants to know what was
// renewed since asks for it; nobody else loads it.

import { RECORDS, SEEN, fields, text } from "./storage.js";

RECORDS[SEEN] = { most: 200_000, sound: ({ day, trees = {} }) => ({ day: text(day), trees: fields(trees, (tree) => fields(tree, text)) }) };

const home = new URL("../", import.meta.url);
let coming;

// { words, trees }: of a tree its title, its address and its advices, by name: [digest, title]. Fails when it cannot be had now.
export async function advices() {
  coming ??= fetch(new URL("assets/advices.json", home)).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json();
  });
  try {
    return await coming;
  } catch (error) {
    coming = undefined;
    throw error;
  }
}

// Whether what an advice says changed since it had this digest; not when it is gone, or was not there.
export const renewed = ({ trees }, tree, node, digest) => Boolean(digest && trees[tree]?.advices[node]) && trees[tree].advices[node][0] !== digest;

// A link to an advice, by its title.
export function linked({ trees }, tree, node) {
  const { address, advices: { [node]: [, title] } } = trees[tree];
  return Object.assign(document.createElement("a"), { href: new URL(`${address}#${tree}-${node}`, home), textContent: title });
}
