// Reads the part of an address that is about a tree, as `reactie-toon;waar.eigen,rol.ja;1a2b3c4d`. What is not ours falls
// away: signs that a mail program or a tracker put behind it, broken or doubled codes, half a version. Python reads the
// same (wegwijzer.walk.fragment); tests/vectors/fragments.json holds both to it.

const NAME = "[a-z0-9]+(?:[-_][a-z0-9]+)*";
const STEP = `${NAME}(?:--(?:${NAME})?)?`;
const PLACE = new RegExp(`^${STEP}`);
const ENTRY = new RegExp(`^(?:@${STEP}|${STEP}\\.(?:~|${NAME}(?:\\+${NAME})*)?)`);
const VERSION = /^[0-9a-f]{8}(?![0-9a-z])/;
const CODE = /%([2-7][0-9a-f])/gi;
const TURNS = 4; // how often a link may have been encoded
const MOST = 20_000; // signs: more than any walk needs

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
  const step = PLACE.exec(place);
  if (!step) return "";
  const answers = entries.split(",").map((entry) => ENTRY.exec(entry)?.[0]).filter(Boolean).join(",");
  return `${tree}-${step[0]};${answers};${VERSION.exec(version)?.[0] ?? ""}`.replace(/;+$/, "");
}
