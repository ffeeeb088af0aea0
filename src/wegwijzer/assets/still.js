// The static version of a wizard: every node stands in the page and its links lead on. It leads until Python does, and
// again when Python is lost.

import { nodeOf } from "./fragment.js";
import { Whole } from "./whole.js";

const REST = ":scope > section > .ww-rest > a";
const KIND = /\bww-(question|fork|action)\b/;

export class Still {
  constructor(nodes, tree) {
    this.nodes = nodes;
    this.tree = tree;
    for (const section of nodes.querySelectorAll(":scope > section")) name(section, nodeOf(section.id, tree));
    this.parts = [...nodes.childNodes];
    this.where = nodes.querySelector(".ww-where");
    this.walks = new Map([...nodes.querySelectorAll(".ww-entry")].map((entry) => [entry.id, entry.dataset.walk]));
    this.sections = new Map([...nodes.querySelectorAll(":scope > [data-node]")].map((section) => [section.dataset.node, section]));
    this.whole = new Whole(nodes.querySelector(REST)?.href.split("#")[0]);
  }

  // A fragment with the walk that its name stands for, when that is the name of an entry or of a node of before. Answers
  // that it brings itself count instead.
  walk(fragment) {
    const [name, ...rest] = fragment.split(";");
    const walk = this.walks.get(name) ?? name;
    return rest.length ? [walk.split(";")[0], ...rest].join(";") : walk;
  }

  has(node) {
    return this.sections.has(node);
  }

  // Where a reader comes who is led to a node: a local choice that nobody asks is passed by one of its own links, the one
  // that was chosen on this way, or kept, or else the default. `answers`: of this way, by node; `choices`: kept, by policy.
  passed(node, answers, choices) {
    const made = { ...choices };
    for (const [name, answer] of answers) {
      const policy = this.sections.get(name)?.dataset.policy;
      if (policy) made[policy] = answer;
    }
    const seen = new Set();
    while (!seen.has(node)) {
      seen.add(node);
      const section = this.sections.get(node);
      if (!section || !("quiet" in section.dataset)) break;
      const links = [...section.querySelectorAll("a[data-answer]")];
      const link = links.find(({ dataset }) => dataset.answer === made[section.dataset.policy])
        ?? section.querySelector("a[data-default], a[data-continue]");
      if (!link) break;
      node = nodeOf(link.hash.slice(1), this.tree);
    }
    return node;
  }

  // Shows one node and gives its section; nothing when there is no such node.
  show(node) {
    for (const [name, section] of this.sections) section.hidden = name !== node;
    const shown = this.sections.get(node);
    if (shown) end(shown, this.nodes);
    return shown;
  }

  // Puts in an action what its page leaves to the whole text, where the way to that stood; whether there was any. Fails when it
  // cannot be had: then the way to it stays.
  async complete(section) {
    const way = section.querySelector(":scope > .ww-rest");
    if (!way) return false;
    const text = await this.whole.load();
    if (!section.contains(way)) return false; // done meanwhile
    const found = [...text.getElementById(section.id).cloneNode(true).childNodes], heading = section.querySelector("h3");
    while (heading.nextSibling) heading.nextSibling.remove(); // the rest has it too
    heading.after(...found.slice(found.findIndex(({ localName }) => localName === "h3") + 1));
    end(section, text);
    return true;
  }

  // Says which step this is, and leads to the one before, or to the start for who came in the middle.
  place(count, before, begun) {
    const [back, start, told] = this.where.children;
    back.hash = before;
    back.hidden = !before;
    start.hidden = Boolean(before) || !begun;
    told.textContent = told.dataset.told.replace("%1", count);
  }

  // Takes the place of what Python drew.
  restore() {
    this.nodes.replaceChildren(...this.parts);
  }
}

// What a page with hundreds of nodes does not say of each: its name, its kind, and that its heading takes the focus.
function name(section, node) {
  const [, kind] = KIND.exec(section.className) ?? [];
  if (!kind) return;
  Object.assign(section.dataset, { node, nodeKind: kind });
  const heading = section.querySelector("h3");
  heading.classList.add("ww-heading");
  heading.tabIndex = -1;
}

// Puts at the end of a result what holds for each of them; in a text that stands once.
function end(section, text) {
  const closing = text.querySelector("section.ww-closing");
  if (closing) section.querySelector(".ww-closing-see")?.replaceWith(...closing.cloneNode(true).childNodes);
}

// What is still missing in a node, in words. Python says so itself; before that the node tells how much it needs.
export function missing(section) {
  const place = section.querySelector(".ww-error");
  if (!place) return "";
  const given = [...section.querySelectorAll("input:not([data-tick])")].filter((input) => input.dataset.fill ? input.value.trim() : input.checked);
  const enough = given.some((input) => input.dataset.exclusive) || given.length >= Number(place.dataset.least);
  return enough ? "" : place.dataset.missing;
}
