// The static version of a wizard: every step stands in the page and its links lead on. It leads until Python does, and
// again when Python is lost.

export class Still {
  constructor(steps) {
    this.steps = steps;
    this.parts = [...steps.childNodes];
    this.sections = new Map([...steps.querySelectorAll(":scope > section")].map((section) => [section.dataset.step, section]));
  }

  has(step) {
    return this.sections.has(step);
  }

  // Shows one step and gives it; nothing when there is no such step.
  show(step) {
    for (const [name, section] of this.sections) section.hidden = name !== step;
    return this.sections.get(step);
  }

  // Takes the place of what Python drew.
  restore() {
    this.steps.replaceChildren(...this.parts);
  }
}

// What is still missing in a step, in words. Python says so itself; before that the step tells how much it needs.
export function missing(section) {
  const place = section.querySelector(".ww-error");
  if (!place) return "";
  const given = [...section.querySelectorAll("input:not([data-tick])")].filter((input) => input.dataset.fill ? input.value.trim() : input.checked);
  const enough = given.some((input) => input.dataset.exclusive) || given.length >= Number(place.dataset.least);
  return enough ? "" : place.dataset.missing;
}

// The address of the step behind a link of the static version: the walk so far (`shown`), and this answer to a step.
export function onward(shown, { tree, from, start, version }, step, answer, link) {
  const earlier = shown.split(";")[1] || (from === start ? "" : `@${from}`);
  const answers = [earlier, `${step}.${[answer].flat().join("+")}`].filter(Boolean).join(",");
  return `${tree}-${link.dataset.to};${answers};${version}`;
}
