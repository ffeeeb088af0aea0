// The switch on a map between the tree for everybody and "Onze boom": the tree under the choices that were kept in this browser.
// It is there for who kept a choice that the tree looks at. What draws is loaded at the first use.

import { CHOICES, followMoves, kept, watch } from "./storage.js";

export class OwnSwitch {
  #own = false; // whether the own tree is on the map
  #asked = 0; // counts, so that of two drawings the last one asked stays
  #pristine = new Map(); // by sheet: its drawing before anybody looked closer

  // `place` holds the button, what is told and the ways to keep a drawing; `map` shows sheets: `use(sheets)`, and has the one `shown()`.
  constructor(place, tree, general, map) {
    Object.assign(this, { place, tree, general, map, sheets: general });
    this.button = place.querySelector("[data-own=switch]");
    this.told = place.querySelector("[role=status]");
    this.ways = place.querySelector(".ww-own-keep");
    this.names = [this.button.textContent, this.button.dataset.other];
    place.addEventListener("click", ({ target }) => {
      const does = target.closest("button")?.dataset.own;
      if (does === "switch") this.turn(!this.#own);
      else if (does === "print") print();
      else if (does) this.keep(does);
    });
    followMoves(place.dataset.former);
    watch(CHOICES, () => this.look());
    addEventListener("hashchange", () => this.arrive());
    this.look();
    this.arrive();
  }

  get choices() {
    const own = this.place.dataset.choices.split(" "), all = kept(CHOICES);
    return Object.fromEntries(own.filter((name) => name in all).map((name) => [name, all[name]]));
  }

  get any() {
    return Object.keys(this.choices).length > 0;
  }

  // Follows what is kept, also when another tab changes it.
  look() {
    this.button.hidden = !this.any;
    if (this.#own) this.turn(this.any);
    else this.say("");
  }

  // An address can ask for the own tree.
  arrive() {
    if (location.hash !== `#${this.place.id}` || this.#own) return;
    if (this.any) this.turn(true);
    else this.say(this.place.dataset.none);
  }

  async turn(own) {
    const asked = ++this.#asked;
    this.say(own ? this.place.dataset.busy : "");
    try {
      const made = own ? await this.#draw() : { sheets: this.general, told: "" };
      if (asked === this.#asked) this.#show(own, made);
    } catch (error) {
      console.warn(error);
      if (asked === this.#asked) this.#show(false, { sheets: this.general, told: this.place.dataset.failed });
    }
  }

  async #draw() {
    const { drawn } = await import("./own-map.js");
    const { html, told } = await drawn(this.tree, this.place.dataset.tree, this.choices);
    const made = document.createElement("template");
    made.innerHTML = html;
    const sheets = [...made.content.children];
    for (const sheet of sheets) this.#pristine.set(sheet, sheet.querySelector("svg").outerHTML);
    return { sheets, told };
  }

  #show(own, { sheets, told }) {
    this.#own = own;
    if (sheets !== this.sheets) {
      this.sheets[0].before(...sheets);
      for (const old of this.sheets) old.remove();
      this.sheets = sheets;
      this.map.use(sheets);
    }
    this.button.textContent = this.names[Number(own)];
    this.ways.hidden = !own;
    this.say(told);
  }

  async keep(kind) {
    const sheet = this.map.shown();
    try {
      const { keep } = await import("./own-map.js");
      await keep(kind, this.tree, `${this.tree}-${sheet.id}`, this.#pristine.get(sheet));
    } catch (error) {
      console.warn(error);
      this.say(this.place.dataset.not);
    }
  }

  say(text) {
    this.told.textContent = text;
    this.place.hidden = !this.any && !text;
  }
}
