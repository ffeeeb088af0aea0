// The form: one text of the project as fields for who never saw YAML. Python says which fields there are; each change goes back to it
// as an edit of that one place, and everything else stays as people wrote it.

import { Controls } from "./workbench-controls.js";
import { FIELDS } from "./workbench-fields.js";
import { draw } from "./workbench-icons.js";
import { judge, tell } from "./workbench-judge.js";
import { at, button, made, said } from "./workbench-parts.js";
import { condition, given, target } from "./workbench-routes.js";

const BY = "form";
const RENAMED = "form, of what it shows";
const PAUSE = 300; // milliseconds after the last key: what was typed goes to Python
const LONG = 12; // a longer list is folded
const DRAWN = { ...FIELDS, target, condition, given };
const FOCUSED = new Set([BY, "problems", "open", "address"]); // who shows a place wants to be there

export class FormView extends Controls {
  #typing = new Map(); // what was typed and not told yet, by place
  #timer;
  #asked = 0;
  #stale = true;
  #changing = 0; // changes on their way after which other fields are there
  #waiting; // what was pressed meanwhile
  #drawn = ""; // what is drawn: path and place

  constructor(place, desk) {
    super();
    Object.assign(this, { place, desk, say: said(desk.words) });
    this.body = made("div", { className: "ww-form" });
    place.append(this.body);
    this.body.addEventListener("click", (event) => this.#changing && this.#wait(event), true);
    desk.addEventListener("place", ({ detail: { by } }) => by !== RENAMED && this.follow(FOCUSED.has(by)));
    desk.addEventListener("text", ({ detail: { path, by } }) => by !== BY && (path === desk.path || this.place.hidden) && this.refresh());
    desk.addEventListener("problems", () => this.judge());
    desk.telling.push(() => this.flush());
  }

  get path() {
    return this.desk.path;
  }

  shown() {
    const first = !this.#drawn && document.activeElement === document.body; // who waited for it, and did nothing else
    if (this.#stale) this.follow(first && FOCUSED.has(this.desk.by));
  }

  // -- what is shown ------------------------------------------------------------------------------------------------

  // Another place is edited: its form, or the field of it in the form that is there. With `focus` one is there then.
  async follow(focus = false) {
    await this.flush();
    await this.refresh(this.desk.where, focus);
  }

  // Draws the form as the text is now. Shows a place in it, and the focus goes there, or stays where it is.
  async refresh(where, focus = Boolean(where)) {
    this.#stale = this.place.hidden;
    if (this.#stale) return;
    const asked = this.#asked += 1, { path } = this.desk;
    const found = await this.desk.ask("form", { path, where: this.desk.where });
    if (asked !== this.#asked) return;
    const drawn = `${path} ${at(found.where ?? [])}`, again = drawn === this.#drawn, { activeElement } = document;
    const keep = this.body.contains(activeElement) ? activeElement.closest("[data-at]")?.dataset.at : undefined;
    const open = new Set([...this.body.querySelectorAll("details[open]")].map((each) => each.dataset.at));
    Object.assign(this, { form: found });
    this.#drawn = drawn;
    this.ids = 0;
    this.body.replaceChildren(...found.good ? this.#whole(found).flat(Infinity).filter(Boolean) : [made("p", { className: "ww-form-broken" }, this.say("broken"))]);
    draw(this.body, this.desk.words.icons);
    if (again) for (const each of this.body.querySelectorAll("details")) each.open ||= open.has(each.dataset.at);
    this.judge();
    if (where) this.#reveal(where, focus);
    else if (keep) this.#focus(this.#find(keep) ?? this.body.querySelector("h3"));
  }

  // Shows a place: opens what it stands in.
  #reveal(where, focus) {
    const least = (this.form.where ?? []).length;
    let found = this.body.querySelector("h3");
    for (let length = where.length; length > least; length -= 1) {
      const place = this.#find(at(where.slice(0, length)));
      if (!place) continue;
      for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      found = place;
      break;
    }
    if (focus) this.#focus(found);
    else if (where.length > least) found?.scrollIntoView({ block: "nearest" });
  }

  #find(place) {
    return this.body.querySelector(`[data-at="${CSS.escape(place)}"]`);
  }

  #focus(element) {
    const inside = element?.matches("button, input, textarea, select, h3") ? element : element?.querySelector("summary, textarea, input, select, button");
    inside?.focus();
  }

  #whole({ where, record }) {
    return [
      made("h3", { className: "ww-form-title", tabIndex: -1 }, record.noun && made("small", {}, record.noun), record.title),
      this.wrong(where), this.#fields(record),
    ];
  }

  #fields(record) {
    const draw = (field) => field.kind === "record" ? this.#record(field) : field.kind === "records" ? this.#records(field) : DRAWN[field.kind](this, field);
    const usual = record.fields.filter(({ more }) => !more), others = record.fields.filter(({ more }) => more);
    const name = record.id && this.#name(record);
    const names = [...others.map(({ label }) => label), ...name ? [this.say("name")] : []];
    return [...usual.map(draw), names.length > 0 && made("details", { className: "ww-form-more", "data-at": at([...record.where, "more"]) },
      made("summary", {}, made("b", {}, this.say("more")), made("span", {}, names.join(", "))), others.map(draw), name)];
  }

  // The name by which the rest of the project knows it: it changes in all places at once.
  #name({ id, where }) {
    const control = made("input", { type: "text", value: id, id: this.id(), autocomplete: "off", spellcheck: false });
    const place = [...where, "name"];
    control.addEventListener("change", () => control.value.trim() && control.value !== id &&
      this.structure({ op: "rename", where, to: control.value.trim() }, undefined, place));
    return this.field({ where: place, label: this.say("name"), help: this.say("nameHelp") }, control);
  }

  #record(field) {
    const { record, where, noun } = field;
    const add = button(this.say("add", lower(noun)), () => this.structure({ op: "set", where, value: field.fresh }, where), { "data-at": at([...where, "add"]) });
    const drop = !field.required && button(`${this.say("remove")}: ${lower(field.label)}`, () => this.structure({ op: "remove", where }, [...where, "add"]));
    return this.group(field, record ? made("div", { className: "ww-form-inside" }, this.#fields(record), drop) : add);
  }

  #records(field) {
    const { items, where, apart, noun } = field;
    const rows = items.map((item, index) => {
      const tools = this.tools(item.where, index, items.length, () => this.drop(field, item), item.title);
      if (apart) return made("li", { "data-at": at(item.where) }, button(item.title || item.id, () => this.go({ path: this.path, where: item.where }), { looks: "ww-form-row" }), tools);
      const [leads] = item.fields.filter(({ kind, routes }) => kind === "target" && routes.length);
      const to = leads && made("small", {}, leads.guarded ? this.say("depends") : `→ ${leads.routes[0].shown}`);
      return made("li", {}, made("details", { className: "ww-form-card", "data-at": at(item.where) },
        made("summary", {}, made("span", {}, item.title || item.id || this.say("empty")), to), this.wrong(item.where), this.#fields(item), tools));
    });
    const adder = this.adder(this.say("another", lower(noun)), (title) => this.fresh(where, title), where);
    const list = rows.length > 0 && made("ol", { className: apart ? "ww-form-rows" : "ww-form-cards" }, rows);
    return rows.length > LONG && apart
      ? this.group(field, made("details", { className: "ww-form-long", "data-at": at([...where, "all"]) }, made("summary", {}, this.say("showAll", rows.length)), list), adder)
      : this.group(field, list, adder);
  }

  // -- what changes -------------------------------------------------------------------------------------------------

  // What is being typed at a place: told when the keys rest.
  set(where, value) {
    this.#typing.set(at(where), { path: this.path, edit: { op: "set", where, value } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }

  async flush() {
    clearTimeout(this.#timer);
    const typed = [...this.#typing.values()];
    this.#typing.clear();
    for (const { path, edit } of typed) this.#refused(await this.desk.edit(edit, { by: BY, path, typed: `${BY} ${at(edit.where)}` }), edit.where);
  }

  // A change after which other fields are there. The focus goes to a place, or stays. Says at a place why it cannot be.
  async structure(edit, focus, place = edit.where) {
    this.#changing += 1;
    try {
      await this.flush();
      const { error, where } = await this.desk.edit(edit, { by: BY });
      const renamed = !error && edit.op === "rename";
      if (renamed) this.desk.go(this.path, where, { by: RENAMED }); // the place of all that is shown is another one now
      if (!error) await this.refresh(renamed ? [...where, "name"] : focus);
      this.#refused({ error }, place);
      return !error;
    } finally {
      this.#changing -= 1;
      if (!this.#changing) this.#pressed();
    }
  }

  // A press while a change is on its way is for what stands there after it.
  #wait(event) {
    event.stopImmediatePropagation();
    event.preventDefault();
    const pressed = event.target.closest(PRESSED);
    if (pressed) this.#waiting = { at: pressed.closest("[data-at]")?.dataset.at, name: nameOf(pressed) };
  }

  #pressed() {
    const waiting = this.#waiting, place = waiting && this.#find(waiting.at);
    this.#waiting = undefined;
    const found = place && [place, ...place.querySelectorAll(PRESSED)].find((each) => each.matches(PRESSED) && nameOf(each) === waiting.name);
    found?.focus();
    found?.click();
  }

  // Something new with a title, in a list or a block; `target` leads there.
  async fresh(where, title, target) {
    const { edit, where: place, error } = await this.desk.ask("fresh", { path: this.path, where, title, ...target && { target } });
    if (error || !await this.structure(edit, target ? [...target, "pick"] : place, where)) return;
    if (!target && this.form.where.length < place.length && !this.#find(at(place))?.matches("details")) this.go({ path: this.path, where: place });
  }

  append(field, value) {
    const values = [...field.items.map((item) => item.part ? { id: item.value, part: item.part.value } : item.value), value];
    return this.structure({ op: "set", where: field.where, value: values }, [...field.where, "add"]);
  }

  drop(field, item) {
    return this.structure({ op: "remove", where: item.where }, [...field.where, "add"], field.where);
  }

  go({ path, where }) {
    this.desk.go(path, where, { by: BY });
  }

  // -- what is wrong ------------------------------------------------------------------------------------------------

  #refused({ error }, where) {
    if (error) tell(this, where, [{ level: "error", message: error }]);
  }

  async repair(problem, fix) {
    await this.flush();
    const { error } = await this.desk.edit(fix.edit, { by: BY, path: problem.path });
    if (error) this.#refused({ error }, problem.where);
    else await this.refresh(problem.where);
  }

  // Puts every problem of what is shown at its field.
  judge() {
    if (this.form?.good && !this.place.hidden) judge(this);
  }

  // How a text reads, below its field.
  async read(control, place) {
    clearTimeout(place.timer);
    place.timer = setTimeout(async () => {
      const { says, hard } = await this.desk.ask("reading", { text: control.value });
      if (!place.isConnected) return;
      place.textContent = says;
      place.toggleAttribute("data-hard", hard);
    }, PAUSE);
  }
}

const PRESSED = "button, summary";
const nameOf = (element) => element.getAttribute("aria-label") ?? element.textContent;
const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
