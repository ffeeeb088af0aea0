// What every field of the form is made of: a label, what it is for, the place for what is wrong, and the buttons of a list. Who draws a
// form extends this with what changes the text (`structure`).

import { at, button, made, small } from "./workbench-parts.js";

export class Controls {
  ids = 0; // how many were given out in this form

  id() {
    return `ww-form-${this.ids += 1}`;
  }

  // A control with its label, its help and the place for what is wrong with it.
  field(field, control, ...more) {
    const input = control.matches("input, textarea, select, button") ? control : control.querySelector("button");
    const { help, wrong } = this.#around(field, input);
    return made("div", { className: "ww-field", "data-at": at(field.where), "data-kind": field.kind },
      made("label", { htmlFor: input.id, className: field.quiet ? "ww-hidden" : undefined }, field.label), help, control, more, wrong);
  }

  // Several controls that belong together.
  group(field, ...controls) {
    const label = made("div", { className: "ww-field-label", id: this.id() }, field.label);
    const group = made("div", { className: "ww-field", role: "group", "data-at": at(field.where), "data-kind": field.kind });
    const { help, wrong } = this.#around(field, group);
    if (field.label) group.setAttribute("aria-labelledby", label.id);
    group.append(...[field.label && label, help, wrong, ...controls.flat(Infinity)].filter(Boolean));
    return group;
  }

  #around({ help, example, where }, control) {
    const text = [help, example && this.say("example", example)].filter(Boolean).join(" ");
    const note = text && made("p", { className: "ww-note", id: this.id() }, text);
    const wrong = this.wrong(where);
    control.setAttribute("aria-describedby", [note?.id, wrong.id].filter(Boolean).join(" "));
    return { help: note, wrong };
  }

  wrong(where) {
    return made("div", { className: "ww-wrong", id: this.id(), hidden: true, "data-of": at(where) });
  }

  // Up, down and away.
  tools(where, index, count, drop, title) {
    const move = (by, sign, name) => index + by >= 0 && index + by < count && small(sign, `${this.say(name)}: ${title}`, () => this.structure(
      { op: "move", where, to: index + by },
      typeof where.at(-1) === "number" ? [...where.slice(0, -1), index + by, name] : [...where, name],
    ), { "data-at": at([...where, name]) });
    return made("div", { className: "ww-form-tools" }, move(-1, "↑", "up"), move(1, "↓", "down"), this.away(title, drop));
  }

  away(title, drop) {
    return small("×", `${this.say("remove")}: ${title}`, drop);
  }

  // A line to type something new in.
  adder(label, add, where) {
    const field = made("input", { type: "text", id: this.id(), autocomplete: "off", "data-at": at([...where, "add"]) });
    const go = () => field.value.trim() && add(field.value.trim());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      go();
    });
    return made("div", { className: "ww-form-add" }, made("label", { htmlFor: field.id }, label), made("div", { className: "ww-field-row" }, field, button(this.say("put"), go, { "aria-label": `${this.say("put")}: ${label}` })));
  }
}
