// The static version of a wizard: every node stands in the page and its links lead on. It leads until Python does, and
// again when Python is lost.

export class Still {
  constructor(nodes) {
    this.nodes = nodes;
    this.parts = [...nodes.childNodes];
    this.walks = new Map([...nodes.querySelectorAll(".ww-entry")].map((entry) => [entry.id, entry.dataset.walk]));
    this.sections = new Map([...nodes.querySelectorAll(":scope > section")].map((section) => [section.dataset.node, section]));
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

  // Shows one node and gives its section; nothing when there is no such node.
  show(node) {
    for (const [name, section] of this.sections) section.hidden = name !== node;
    return this.sections.get(node);
  }

  // Takes the place of what Python drew.
  restore() {
    this.nodes.replaceChildren(...this.parts);
  }
}

// What is still missing in a node, in words. Python says so itself; before that the node tells how much it needs.
export function missing(section) {
  const place = section.querySelector(".ww-error");
  if (!place) return "";
  const given = [...section.querySelectorAll("input:not([data-tick])")].filter((input) => input.dataset.fill ? input.value.trim() : input.checked);
  const enough = given.some((input) => input.dataset.exclusive) || given.length >= Number(place.dataset.least);
  return enough ? "" : place.dataset.missing;
}
