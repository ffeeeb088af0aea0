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

const KEY = /‘([a-z_]+):(’?)/gu; // a key of the file, as a message names it: ‘steps:’, or with a value ‘outcome: none’

// The fields of a record and of all that stands in it, by the place of their record.
function* records({ where, fields = [] }) {
  yield [at(where), fields];
  for (const { record, items = [] } of fields) for (const inner of record ? [record] : items) if (inner.fields) yield* records(inner);
}

// A problem as who fills in a form can mend it: keys are called as their fields, and what a record lacks stands at the field of it.
function filledIn(problem, fields = []) {
  const named = new Map(fields.map((field) => [field.key, field]));
  const words = (text) => text?.replace(KEY, (all, key, end) => named.has(key) ? `‘${named.get(key).label}${end || ":"}` : all);
  const lacks = [...problem.hint?.matchAll(KEY) ?? []].map(([, key]) => named.get(key)).find(Boolean);
  return { ...problem, message: words(problem.message), hint: words(problem.hint), where: (lacks ?? problem).where };
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
  const byPlace = new Map(), fields = new Map(records(view.form.record));
  for (const problem of view.desk.problems) {
    if (problem.path !== view.path || !isUnder(problem.where, view.form.where)) continue;
    const shown = filledIn(problem, fields.get(at(problem.where))), place = nearest(view, shown.where);
    byPlace.set(place, [...byPlace.get(place) ?? [], shown]);
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
    const was = fold.hasAttribute("data-wrong"), wrong = Boolean(fold.querySelector("[data-of]:not([hidden])"));
    fold.toggleAttribute("data-wrong", wrong);
    if (wrong && !was && fold.matches(".ww-form-more")) fold.open = true; // nobody looks for what is missing among what can be more
  }
}
