// What is open, and what else can be: the drafts in this browser, a new tree, a file or a text that somebody brings, an example.

import { download } from "./take.js";
import { today } from "./workbench-desk.js";
import { Receiving } from "./workbench-receive.js";
import { filled } from "./words.js";

const MOST = 10_000_000; // bytes of a file
const KIND = "wegwijzer-werkplaats"; // of a draft that was saved as a file
const TEXTS = /\.(ya?ml|md|json)$/i; // the others are proposals, or nothing that we know
const BY = "open";

const fitting = (texts) => typeof texts === "object" && texts !== null
  && Object.values(texts).every((text) => text === null || typeof text === "string");

export class OpenView {
  #beginnings = null; // what one begins from

  constructor(place, desk) {
    Object.assign(this, { place, desk, frame: place.closest("wegwijzer-workbench") });
    this.drafts = this.frame.drafts;
    this.told = place.querySelector("[data-result]");
    this.words = this.told.dataset;
    this.name = this.#field("name");
    place.addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-open]");
      if (button) this.#try(() => this[button.dataset.open](button.dataset));
    });
    this.name.addEventListener("change", () => this.#try(() => this.drafts.rename(this.name.value.trim() || this.name.placeholder)));
    this.#field("file").addEventListener("change", ({ target }) => this.#try(() => this.#bring(target)));
    this.receiving = new Receiving(place.querySelector(".ww-bench-receive"), desk, this.drafts);
    for (const name of ["list", "state"]) this.drafts.addEventListener(name, () => this.shown());
  }

  #field(name) {
    return this.place.querySelector(`[data-${name}]`);
  }

  async shown() {
    const { drafts, name, words } = this, { head } = drafts;
    this.#field("state").textContent = words[drafts.state || "kept"];
    if (name !== document.activeElement) name.value = head?.name ?? "";
    name.placeholder = drafts.named();
    for (const does of ["save", "erase", "fresh"]) this.place.querySelector(`[data-open=${does}]`).disabled = !head;
    const others = (await drafts.list()).filter(({ id }) => id !== head?.id), list = this.#field("drafts");
    list.hidden = !others.length;
    list.replaceChildren(...others.map((other) => this.#item(other)));
    this.#offer();
  }

  #item({ id, name, at, count }) {
    const item = document.createElement("li"), open = document.createElement("button"), note = document.createElement("span");
    Object.assign(open, { type: "button", className: "ww-plain-button", textContent: name });
    Object.assign(open.dataset, { open: "other", id });
    const files = filled(count === 1 ? this.words.one : this.words.files, count);
    Object.assign(note, { className: "ww-note", textContent: `${files}, ${this.frame.written(at)}` });
    item.append(open, note);
    return item;
  }

  // The examples, once somebody looks here.
  async #offer() {
    if (this.#beginnings) return;
    const place = this.#field("examples"), picker = place.querySelector("select");
    this.#beginnings = fetch(place.dataset.examples).then((response) => response.json());
    try {
      const { examples } = await this.#beginnings;
      picker.append(...examples.map(({ title }, index) => new Option(title, index)));
      place.hidden = !examples.length;
    } catch (error) {
      console.warn(error);
      this.#beginnings = null;
    }
  }

  async #try(does) {
    this.told.textContent = "";
    try {
      this.told.textContent = await does() ?? "";
    } catch (error) {
      console.warn(error);
      this.told.textContent = this.words.failed;
    }
  }

  // -- drafts -------------------------------------------------------------------------------------------------------

  save() {
    const { desk, drafts: { head }, words } = this;
    const of = (read) => Object.fromEntries(desk.changed.map((path) => [path, read(path)]));
    const texts = of((path) => desk.text(path)), bases = of((path) => desk.published(path));
    const name = `${head.name.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`;
    download({ name, type: "application/json", text: JSON.stringify({ kind: KIND, version: 1, name: head.name, texts, bases }) });
    return filled(words.saved, name);
  }

  async erase() {
    const { drafts, words } = this, { id, name } = drafts.head;
    if (!confirm(filled(words.sure, name))) return;
    await drafts.erase(id);
    return words.erased;
  }

  async fresh() {
    await this.drafts.use(null);
  }

  async other({ id }) {
    const head = (await this.drafts.list()).find((one) => one.id === id);
    await this.drafts.use(head);
    return filled(this.words.opened, head.name);
  }

  // -- something new ------------------------------------------------------------------------------------------------

  // Lets files for which Python found a place be part of the draft, and goes to the first one.
  #take({ files, path, error }) {
    if (error) return error;
    this.desk.take(files, { by: BY });
    this.frame.open("");
    this.desk.go(path, [], { by: BY });
  }

  async new() {
    const field = this.#field("title"), title = field.value.trim();
    if (!title) return field.focus();
    const { template } = await this.#beginnings;
    field.value = "";
    return this.#take(await this.desk.ask("begin", { title, template, today: today() }));
  }

  async paste() {
    const field = this.#field("paste"), text = field.value;
    if (!text.trim()) return field.focus();
    return this.#take(await this.desk.ask("bring", { name: "", text }));
  }

  async #bring(field) {
    const [file] = field.files;
    field.value = ""; // the same file can be chosen again
    if (!file) return;
    if (!TEXTS.test(file.name)) return this.receiving.receive(file);
    if (file.size > MOST) return this.words.large;
    const text = await file.text();
    if (file.name.endsWith(".json")) return this.#draft(JSON.parse(text));
    return this.#take(await this.desk.ask("bring", { name: file.name, text }));
  }

  // A draft that was saved as a file.
  async #draft({ kind, version, name, texts, bases }) {
    if (kind !== KIND || version !== 1 || !fitting(texts) || !fitting(bases)) throw new Error("no draft of ours");
    await this.drafts.make(String(name), texts, bases);
    return filled(this.words.opened, String(name));
  }

  async example() {
    const { examples } = await this.#beginnings, { value } = this.place.querySelector("[data-examples] select");
    await this.frame.visit(examples[value]);
  }
}
