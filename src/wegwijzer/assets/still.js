// The static version of a wizard: every node stands in the page and its links lead on. It leads until Python does, and
// again when Python is lost.

import { nodeOf } from "./fragment.js";

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
    this.foot = [...nodes.querySelectorAll(":scope > .ww-closing")]; // what several nodes share
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
    for (const section of this.foot) section.hidden = true;
    if (shown) this.fill(shown);
    return shown;
  }

  // Puts in a node what it shares with others, from the foot of the page.
  fill(section) {
    for (const link of section.querySelectorAll("a[href*='--hoe-']")) {
      link.replaceWith(...this.nodes.querySelector(link.hash).cloneNode(true).childNodes);
    }
    const names = section.querySelectorAll(".ww-contacts > li > a:not(.ww-call) > b");
    const cards = names.length ? [...this.nodes.querySelectorAll(".ww-closing strong")] : [];
    for (const { textContent, parentNode } of names) {
      const card = cards.find((each) => each.textContent === textContent)?.closest("li").cloneNode(true);
      card?.querySelector(".ww-rest").remove();
      if (card) parentNode.replaceWith(...card.childNodes);
    }
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

// What is still missing in a node, in words. Python says so itself; before that the node tells how much it needs.
export function missing(section) {
  const place = section.querySelector(".ww-error");
  if (!place) return "";
  const given = [...section.querySelectorAll("input:not([data-tick])")].filter((input) => input.dataset.fill ? input.value.trim() : input.checked);
  const enough = given.some((input) => input.dataset.exclusive) || given.length >= Number(place.dataset.least);
  return enough ? "" : place.dataset.missing;
}
