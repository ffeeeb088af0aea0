// Where it goes on and when: routes as rows, conditions as sentences, answers that are known beforehand.

import { FIELDS } from "./workbench-fields.js";
import { at, button, made, small } from "./workbench-parts.js";
import { pick } from "./workbench-pick.js";

const parent = (where) => where.slice(0, -1);
const JOINTS = ["all", "any", "none"];

// A condition as it is written.
const raw = ({ parts }) => Object.fromEntries(parts.map(({ key, members }) => [key, members.map((each) => each.parts ? raw(each) : each.value)]));

// -- where it goes on ---------------------------------------------------------------------------------------------------

export function target(form, field) {
  const { guarded, routes, where } = field;
  const step = (route, place, label) => {
    const choose = async () => {
      const fresh = { questions: form.say("newQuestion"), actions: form.say("newAction") };
      const found = await pick(form.place, form.desk, { path: form.path, options: field.options, label, fresh });
      if (found?.kind) await form.fresh([found.kind], found.title, place);
      else if (found) await form.structure({ op: "set", where: place, value: found.value });
    };
    return button(route?.shown ?? form.say("pick"), choose, { looks: "ww-field-pick", "data-at": at([...place, "pick"]), "aria-label": `${label}: ${route?.shown ?? form.say("pick")}` });
  };
  const open = (route) => route?.leads && button(form.say("open"), () => form.go(route.leads), { "aria-label": `${form.say("open")}: ${route.shown}` });
  if (!guarded) {
    const clear = routes.length && !field.required && small("×", `${form.say("clear")}: ${field.label}`, () => form.structure({ op: "set", where, value: null }));
    const split = routes.length && button(form.say("addRoute"), () => first(form, field), { "data-at": at([...where, "split"]) });
    return form.group(field, made("div", { className: "ww-field-row" }, step(routes[0], where, field.label), open(routes[0]), clear), split);
  }
  const rows = routes.map((route, index) => {
    const label = form.say("nth", field.label, index + 1);
    return made("li", { className: "ww-route", "data-at": at(route.where) },
      route.when ? guard(form, route.when, { where: [...route.where, "when"], begins: form.say("onlyIf") })
        : made("p", {}, index ? form.say("otherwise") : form.say("always")),
      made("div", { className: "ww-field-row" }, step(route, [...route.where, "to"], label), open(route)),
      form.tools(route.where, index, routes.length, () => without(form, field, index), label));
  });
  return form.group(field, made("ol", { className: "ww-routes" }, rows),
    button(form.say("addRoute"), () => more(form, field), { "data-at": at([...where, "more"]) }));
}

// One step becomes two routes: under a condition it goes elsewhere.
async function first(form, field) {
  const fact = await choose(form, form.say("onlyIf"));
  if (!fact) return;
  const [{ to }] = field.routes;
  await form.structure({ op: "set", where: field.where, value: [{ when: { any: [fact] }, to }, { to }] }, [...field.where, 0, "to", "pick"]);
}

async function more(form, field) {
  const fact = await choose(form, form.say("onlyIf"));
  if (!fact) return;
  const { routes, where } = field, last = routes.at(-1);
  const index = routes.length - (last.when ? 0 : 1); // what has no condition stays the last
  await form.structure({ op: "add", where, value: { when: { any: [fact] }, to: last.to }, after: index - 1 }, [...where, index, "to", "pick"]);
}

// Takes a route away; what is left without a condition is just a step.
async function without(form, { routes, where, required }, index) {
  const left = routes.filter((_, each) => each !== index);
  if (!left.length) await form.structure({ op: "set", where, value: required ? "" : null }, where);
  else if (left.length === 1 && !left[0].when) await form.structure({ op: "set", where, value: left[0].to }, [...where, "pick"]);
  else await form.structure({ op: "remove", where: routes[index].where }, [...where, "more"]);
}

// -- conditions ---------------------------------------------------------------------------------------------------------

export function condition(form, field) {
  const add = async () => {
    const fact = await choose(form, field.label);
    if (fact) await form.structure({ op: "set", where: field.where, value: { any: [fact] } }, field.where);
  };
  return form.group(field, field.condition
    ? guard(form, field.condition, { where: field.where, begins: form.say("onlyIf") })
    : button(form.say("addCondition"), add, { "data-at": at([...field.where, "add"]) }));
}

const choose = async (form, label) => (await pick(form.place, form.desk, { path: form.path, options: "facts", label }))?.value;

// A condition as a sentence, and below it what can be changed in it.
function guard(form, held, { where, begins }) {
  const parts = held.parts.map((part) => guardPart(form, held, part));
  const drop = () => form.structure({ op: "remove", where }, parent(where));
  return made("details", { className: "ww-guard", "data-at": at(where) },
    made("summary", {}, `${begins} ${held.says || "…"}.`),
    parts, button(form.say("dropCondition"), drop, { "data-at": at([...where, "drop"]) }));
}

function guardPart(form, held, part) {
  const { key, members } = part;
  const which = made("select", { "aria-label": form.say("which"), "data-at": at([...part.where, "which"]) },
    JOINTS.filter((joint) => joint === key || !held.parts.some((other) => other.key === joint)).map((value) => made("option", { value }, form.say(value))));
  which.value = key;
  which.addEventListener("change", () => {
    const now = Object.fromEntries(Object.entries(raw(held)).map(([name, value]) => [name === key ? which.value : name, value]));
    form.structure({ op: "set", where: held.where, value: now }, [...held.where, which.value, "which"]);
  });
  const drop = (member) => form.structure({ op: "remove", where: member.where }, held.where);
  const rows = members.map((member) => made("li", {},
    member.parts ? guard(form, member, { where: member.where, begins: "" }) : made("span", {}, member.shown),
    !member.parts && form.away(member.shown, () => drop(member))));
  const add = async () => {
    const fact = await choose(form, form.say(key));
    if (fact) await form.structure({ op: "add", where: part.where, value: fact }, [...part.where, "add"]);
  };
  return made("div", { className: "ww-guard-part" }, which, made("ul", { className: "ww-field-items" }, rows),
    button(form.say("addFact"), add, { "data-at": at([...part.where, "add"]) }));
}

// -- answers that are known ---------------------------------------------------------------------------------------------

export function given(form, field) {
  const { items, where, options } = field;
  const set = (item, values) => form.structure({ op: "set", where: item.where, value: values.length > 1 || item.several ? values : values[0] }, item.where);
  const rows = items.map((item) => {
    const drop = (value) => {
      const left = item.values.map((each) => each.value).filter((each) => each !== value);
      return left.length ? set(item, left) : form.structure({ op: "remove", where: item.where }, where);
    };
    const answers = item.typed
      ? [FIELDS.line(form, { where: item.where, value: item.values[0].value, label: item.question, help: "", required: true, quiet: true }), form.away(item.question, () => drop(item.values[0].value))]
      : item.values.map(({ value, shown }) => made("span", { className: "ww-given" }, made("span", {}, shown),
        form.away(`${item.question} ${shown}`, () => drop(value))));
    return made("li", { "data-at": at(item.where) }, made("b", {}, item.question), answers);
  });
  const add = async () => {
    const found = await pick(form.place, form.desk, { path: form.path, options, label: field.label });
    if (!found) return;
    const cut = found.value.lastIndexOf("."), question = found.value.slice(0, cut), answer = found.value.slice(cut + 1);
    const item = items.find(({ id }) => id === question);
    if (item) await set(item, [...item.values.map(({ value }) => value), answer]);
    else await form.structure({ op: "set", where: [...where, question], value: answer || "…" }, [...where, question]);
  };
  return form.group(field, rows.length ? made("ul", { className: "ww-givens" }, rows) : null,
    button(form.say("addAnswer"), add, { "data-at": at([...where, "add"]) }));
}
