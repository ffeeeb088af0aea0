// The part of an address that is about a tree, as `reactie-toon;waar.eigen,rol.ja;1a2b3c4d`: read and written here alone.
// What is not ours falls away: signs that a mail program or a tracker put behind it, broken or doubled codes, half a
// version. Python reads and writes the same (wegwijzer.walk.fragment); tests/vectors/ hold both to it.

const NAME = "[a-z0-9]+(?:[-_][a-z0-9]+)*";
const NODE = `${NAME}(?:--(?:${NAME})?)?`;
const PLACE = new RegExp(`^${NODE}`);
const ENTRY = new RegExp(`^(?:@${NODE}|${NODE}\\.(?:~|${NAME}(?:\\+${NAME})*)?)`);
const VERSION = /^[0-9a-f]{8}(?![0-9a-z])/;
const CODE = /%([2-7][0-9a-f])/gi;
const TURNS = 4; // how often a link may have been encoded
const MOST = 20_000; // signs: more than any walk needs
export const TYPED = "~"; // an answer that a reader typed: it never stands in an address

// What stands after the #, up to the first sign that none of our addresses has.
export function anchor(hash) {
  let text = hash.slice(0, MOST);
  for (let turn = 0; turn < TURNS; turn += 1) {
    text = text.replace(CODE, (_, code) => String.fromCharCode(parseInt(code, 16)));
  }
  return /^#*([a-z0-9_;,.@~+-]*)/.exec(text)[1];
}

// The fragment as we would write it; "" when it is none of this tree.
export function readFragment(hash, tree) {
  const text = anchor(hash);
  if (!text.startsWith(`${tree}-`)) return "";
  const [place, entries = "", version = ""] = text.slice(tree.length + 1).split(";");
  const node = PLACE.exec(place);
  if (!node) return "";
  const answers = entries.split(",").map((entry) => ENTRY.exec(entry)?.[0]).filter(Boolean).join(",");
  return `${tree}-${node[0]};${answers};${VERSION.exec(version)?.[0] ?? ""}`.replace(/;+$/, "");
}

// The node that a fragment leads to.
export function nodeOf(fragment, tree) {
  return fragment.split(";")[0].slice(tree.length + 1);
}

// The answers before it, each with its node.
export function answersIn(fragment) {
  return (fragment.split(";")[1] || "").split(",").map((entry) => entry.split(".")).filter((entry) => entry.length > 1);
}

// The nodes that were answered before it.
export function passedIn(fragment) {
  return answersIn(fragment).map(([node]) => node);
}

// The fragment of the step before, where the last answer was asked; "" when there is none.
export function fragmentBefore(fragment, tree) {
  const [, entries = "", version = ""] = fragment.split(";");
  const answers = entries.split(",");
  const [node, answer] = answers.pop().split(".");
  if (answer === undefined) return "";
  return answers.length ? `${tree}-${node};${answers};${version}` : `${tree}-${node}`;
}

// The fragment after an answer to `node` that leads `to` another. `from`: the node of the one `before`.
export function writeFragment(before, { tree, from, start, version }, node, answer, to) {
  const earlier = before.split(";")[1] || (from === start ? "" : `@${from}`);
  const answers = [earlier, `${node}.${[answer].flat().join("+")}`].filter(Boolean).join(",");
  return `${tree}-${to};${answers};${version}`;
}
