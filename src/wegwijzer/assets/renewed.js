// Says of an advice that it was renewed, to who asked this browser to remember what there was (see news.js).

import { advices, renewed } from "./advices.js";
import { SEEN, kept } from "./storage.js";
import { written } from "./take.js";

export default async function follow(wizard) {
  const { day, trees } = kept(SEEN);
  if (!day) return;
  const now = await advices().catch(console.warn);
  if (!now) return;
  const tell = () => mark(wizard, now, trees[wizard.tree] ?? {}, day);
  wizard.addEventListener("ww-step", tell);
  tell();
}

function mark({ section, tree, dataset: { node } }, now, seen, day) {
  if (!section || section.querySelector(".ww-renewed") || !renewed(now, tree, node, seen[node])) return;
  const told = now.words.renewed_since.replace("%1", written(new Date(day), { dateStyle: "long", timeZone: "UTC" }));
  section.querySelector(".ww-heading").after(Object.assign(document.createElement("p"), { className: "ww-note ww-renewed", textContent: told }));
}
