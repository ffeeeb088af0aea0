// What is wrong, at the field where it stands: in words, with the buttons that repair it.

import { at, isUnder, made, told } from "./workbench-parts.js";

// The place for problems nearest to a value: its field, its card, or the top of the form.
function nearest({ body, form }, where) {
  for (let length = where.length; length >= (form?.where ?? []).length; length -= 1) {
    const place = body.querySelector(`[data-of="${CSS.escape(at(where.slice(0, length)))}"]`);
    if (place) return place;
  }
  return null;
}

// Says something at a value, besides what is said there.
export function tell(view, where, problems) {
  const place = nearest(view, where);
  if (!place) return;
  place.append(...problems.map((problem) => made("p", { "data-level": problem.level }, told(problem, (fix) => view.repair(problem, fix)))));
  place.hidden = false;
}

// Puts every problem of what a view shows at its field, and marks the folds that hold one.
export function judge(view) {
  const byPlace = new Map();
  for (const problem of view.desk.problems) {
    if (problem.path !== view.path || !isUnder(problem.where, view.form.where)) continue;
    const place = nearest(view, problem.where);
    byPlace.set(place, [...byPlace.get(place) ?? [], problem]);
  }
  for (const place of view.body.querySelectorAll("[data-of]")) {
    const problems = byPlace.get(place) ?? [], as = JSON.stringify(problems.map(({ message, hint, fixes }) => [message, hint, fixes]));
    if (place.dataset.as === as) continue; // what is the same keeps the focus, and is not heard again
    place.dataset.as = as;
    place.replaceChildren();
    place.hidden = true;
    if (problems.length) tell(view, problems[0].where, problems);
    const control = place.parentElement.querySelector(":scope > :is(input, textarea, select)");
    if (problems.some(({ level }) => level === "error")) control?.setAttribute("aria-invalid", "true");
    else control?.removeAttribute("aria-invalid");
  }
  for (const fold of view.body.querySelectorAll("details")) {
    fold.toggleAttribute("data-wrong", Boolean(fold.querySelector("[data-of]:not([hidden])")));
  }
}
