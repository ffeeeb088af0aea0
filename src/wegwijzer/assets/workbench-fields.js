// How each kind of field is filled in that stands by itself: a text, a choice, a list of texts or of names. Each gets the form, which
// changes the text (`set`, `edit`, `structure`), and the field as Python describes it.

import { at, button, made, small } from "./workbench-parts.js";
import { pick } from "./workbench-pick.js";

const COUNTED = 0.6; // from here on how much of the room is taken is told

export const FIELDS = {
  line: (form, field) => typed(form, field, made("input", { type: "text", value: field.value })),
  text: (form, field) => typed(form, field, area(field.value)),
  lines: (form, field) => typed(form, field, area(field.value, true)),
  number: (form, field) => typed(form, field, made("input", { type: "number", min: "0", value: field.value, placeholder: field.without }), Number),
  date: (form, field) => typed(form, field, made("input", { type: "date", value: field.value })),
  bool, choice, choices, picks, pick: one, texts,
};

// A text that grows as one types. Without `lines` it is one paragraph, whatever was pasted.
function area(value, lines) {
  const field = made("textarea", { value, rows: 1, "data-lines": Boolean(lines) });
  if (!lines) field.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && event.preventDefault());
  return field;
}

// Puts a control in its field, with its label, what it is for, and what it still holds.
function typed(form, field, control, read = (text) => text) {
  const { most, prose, where } = field, lines = "lines" in control.dataset && control.dataset.lines !== "false";
  const count = made("p", { className: "ww-field-count" });
  const reading = prose && made("p", { className: "ww-field-reading" });
  const counted = () => {
    const { length } = control.value;
    count.hidden = !most || length < most * COUNTED;
    count.textContent = form.say("count", length, most);
    count.toggleAttribute("data-over", length > most);
  };
  Object.assign(control, { id: form.id(), autocomplete: "off" });
  control.spellcheck = Boolean(prose);
  control.addEventListener("input", () => {
    if (!lines && control.tagName === "TEXTAREA" && control.value.includes("\n")) control.value = control.value.replace(/\s*\n\s*/gu, " ");
    counted();
    const text = control.value.trim();
    form.set(where, text ? read(text) : field.required ? "" : null);
    if (reading) form.read(control, reading);
  });
  control.addEventListener("change", () => form.flush());
  if (reading) control.addEventListener("focus", () => form.read(control, reading));
  counted();
  return form.field(field, control, count, reading);
}

function bool(form, field) {
  const control = made("input", { type: "checkbox", checked: field.value, id: form.id() });
  control.addEventListener("change", () => form.structure({ op: "set", where: field.where, value: control.checked || (field.false ? false : null) }));
  return form.field(field, control);
}

function choice(form, field) {
  const known = field.options.some(({ value }) => value === field.value);
  const options = known ? field.options : [{ value: field.value, title: field.value || form.say("pick") }, ...field.options];
  const control = made("select", { id: form.id() }, options.map(({ value, title }) => made("option", { value }, title)));
  control.value = field.value;
  control.addEventListener("change", () => form.structure({ op: "set", where: field.where, value: control.value || null }));
  return form.field(field, control);
}

function choices(form, field) {
  const boxes = field.options.map(({ value, title }) => {
    const box = made("input", { type: "checkbox", value, checked: field.value.includes(value) });
    box.addEventListener("change", () => {
      const values = boxes.map((each) => each.firstChild).filter((each) => each.checked).map((each) => each.value);
      form.structure({ op: "set", where: field.where, value: values.length ? values : null });
    });
    return made("label", { className: "ww-field-box" }, box, title);
  });
  return form.group(field, boxes);
}

// One thing of the project, by its name.
function one(form, field) {
  const choose = async () => {
    const found = await pick(form.place, form.desk, { path: form.path, options: field.options, label: field.label });
    if (found) await form.structure({ op: "set", where: field.where, value: found.value });
  };
  const says = field.value ? field.shown : form.say("pick");
  const control = button([icon(field), says], choose, {
    looks: "ww-field-pick", id: form.id(), "data-at": at([...field.where, "pick"]), "aria-label": `${field.label}: ${says}`,
  });
  const clear = field.value && !field.required && small("×", `${form.say("clear")}: ${field.label}`, () => form.structure({ op: "set", where: field.where, value: null }));
  return form.field(field, made("div", { className: "ww-field-row" }, control, clear));
}

const icon = ({ options, value }) => options === "icons" && value && made("span", { className: `ww-icon ww-icon-${value}`, "aria-hidden": "true" });

// Several things of the project, in an order.
function picks(form, field) {
  const items = field.items.map((item) => made("li", {},
    made("span", {}, item.shown),
    item.part && FIELDS.line(form, { ...item.part, label: form.say("part"), help: "" }),
    form.away(item.shown, () => form.drop(field, item))));
  const choose = async () => {
    const found = await pick(form.place, form.desk, { path: form.path, options: field.options, label: field.label });
    if (found && !field.items.some(({ value }) => value === found.value)) await form.append(field, found.value);
  };
  return form.group(field, items.length ? made("ul", { className: "ww-field-items" }, items) : null,
    button(form.say("pickMore"), choose, { "data-at": at([...field.where, "add"]), "aria-label": `${form.say("pickMore")}: ${field.label}` }));
}

// Short texts below each other.
function texts(form, field) {
  const items = field.items.map((item, index) => {
    const label = form.say("nth", field.label, index + 1);
    const control = FIELDS.text(form, { ...item, label, help: "", kind: "text", required: true, quiet: true });
    return made("li", {}, control, form.tools(item.where, index, field.items.length, () => form.drop(field, item), label));
  });
  return form.group(field, items.length ? made("ol", { className: "ww-field-texts" }, items) : null, form.adder(form.say("addText"), (text) => form.append(field, text), field.where));
}
