// The map of the tree whose text is open: click a node to edit it. A sheet at a time, that of the step that is being edited; drawn when it
// is seen, after a pause. A text with an error in it leaves the last map that could be drawn.

import { Viewport } from "./viewport.js";
import { filled } from "./words.js";
import { Beside } from "./workbench-beside.js";

const BY = "map";
const PAUSE = 600; // milliseconds after the last change
const MOST = 60; // drawings that are kept, so that going back and forth draws nothing anew
const XLINK = "http://www.w3.org/1999/xlink";
const STEPS = ["questions", "actions"];

let coming;
const graphviz = () => coming ??= import("./vendor/graphviz.js").then(({ instance }) => instance()).catch((error) => { coming = null; throw error; });

// The address that opens a place, also in another tab.
const address = (path, where) => `#${["open", path, where.join(".")].map(encodeURIComponent).join(";")}`;

export class MapView extends Beside {
  #told = {}; // what Python said there is to draw
  #drawn = new Map(); // by DOT source, the HTML of the drawing
  #shown = ""; // the DOT source of the one that stands there
  #chosen; // the number of the sheet that somebody chose

  constructor(place, desk) {
    super(place, desk, PAUSE);
    this.room = place.querySelector(".ww-bench-map");
    this.sheet = place.querySelector("select");
    this.sheet.addEventListener("change", () => {
      this.#chosen = this.sheet.selectedIndex;
      this.soon();
    });
    place.querySelector("[role=group]").addEventListener("click", ({ target }) => {
      const does = target.closest("button")?.dataset.map;
      if (does) this.view?.go(does);
    });
    this.room.addEventListener("click", (event) => this.#click(event), true);
    desk.addEventListener("place", () => this.#follow());
    desk.addEventListener("problems", () => this.#mark());
  }

  shown() {
    super.shown();
    this.#mark();
  }

  // Another place is edited: its node is marked, on the sheet that has it.
  #follow() {
    const { sheets = [], at, path } = this.#told, edited = this.#edited();
    this.#chosen = undefined;
    const there = sheets.findIndex(({ nodes }) => nodes.includes(edited));
    if (path !== this.desk.path || (there >= 0 && there !== at)) return this.soon();
    this.#mark();
    const link = this.#link(edited);
    if (link && !this.place.hidden) this.view.bring(link);
  }

  // -- drawing ------------------------------------------------------------------------------------------------------

  async look(late) {
    const { path, where } = this.desk, { path: shown } = this.#told;
    const [told, drawer] = await Promise.all([this.desk.ask("chart", { path, where, shown, sheet: this.#chosen }), graphviz()]);
    const html = told.tree && await this.#draw(told, drawer);
    if (!late()) this.#show(told, html);
  }

  async #draw({ dot, sheets, at }, drawer) {
    if (!this.#drawn.has(dot)) {
      const svg = drawer.renderString(dot, { format: "svg" });
      const { html } = await this.desk.ask("chart", { svg, title: sheets[at].title });
      if (this.#drawn.size >= MOST) this.#drawn.clear();
      this.#drawn.set(dot, html);
    }
    return this.#drawn.get(dot);
  }

  #show(told, html) {
    const same = this.#told.path === told.path && this.#told.at === told.at;
    this.#told = told;
    this.tell(told);
    this.#listSheets();
    if (!told.tree) this.room.replaceChildren();
    else if (this.#shown !== told.dot || !this.room.firstChild) this.#put(html, same);
    this.#shown = told.dot;
    this.#mark();
  }

  // A drawing takes the place of the one that stood there. Of the same sheet it is seen from as near, with the focus where it was.
  #put(html, same) {
    const { view } = this, focus = this.room.contains(document.activeElement) && document.activeElement;
    const held = focus && (focus.closest(".ww-node")?.id ?? "");
    this.room.innerHTML = html;
    const frame = this.room.querySelector(".ww-scroll"), svg = frame.querySelector("svg");
    svg.setAttribute("preserveAspectRatio", "xMidYMin");
    this.view = new Viewport(frame, svg);
    const seen = same && view && String(view.seen) !== String(view.all) && view.seen;
    const link = this.#link(this.#edited()) ?? (this.view.narrow && svg.querySelector(".ww-node:not(.ww-node-stub) a"));
    if (seen) this.view.see(seen);
    else if (link && !this.view.fits) this.view.around(link);
    if (focus) (svg.getElementById(held)?.querySelector("a") ?? frame).focus({ preventScroll: true });
  }

  #listSheets() {
    const { sheets = [], at } = this.#told, many = sheets.length > 1;
    this.sheet.parentElement.hidden = !many;
    const names = sheets.map(({ title }) => title);
    if ([...this.sheet.options].map(({ text }) => text).join("\n") !== names.join("\n")) {
      this.sheet.replaceChildren(...names.map((name) => new Option(name)));
    }
    this.sheet.selectedIndex = at ?? -1;
  }

  // -- the nodes ----------------------------------------------------------------------------------------------------

  // The name of the node that a drawn one is, or (small, at the end of an arrow) stands for.
  #name(node) {
    return node.id.slice(this.#told.prefix.length).split("@")[0];
  }

  // The step that is edited; of data the one where that shows.
  #edited() {
    const { path, step: [group, name] } = this.desk;
    return path !== this.#told.path ? this.#told.node : STEPS.includes(group) ? name : "";
  }

  #link(name) {
    const node = [...this.room.querySelectorAll(".ww-node")].find((each) => this.#name(each) === name && !each.id.includes("@"));
    return node?.querySelector("a");
  }

  // Marks the node that is edited, and those with something wrong in them; each leads to its place.
  #mark() {
    if (this.place.hidden || !this.#told.tree) return;
    const { path, places } = this.#told, wrong = this.#wrong(), edited = this.#edited();
    for (const words of this.room.querySelectorAll(".ww-you")) words.remove();
    for (const node of this.room.querySelectorAll(".ww-node")) {
      const name = this.#name(node), link = node.querySelector("a"), whole = !node.id.includes("@");
      const here = whole && name === edited;
      const counted = whole && wrong.get(name);
      node.classList.toggle("ww-here", here);
      node.classList.toggle("ww-node-wrong", Boolean(counted?.errors));
      if (!link) continue;
      if (places[name]) link.setAttributeNS(XLINK, "href", address(path, places[name]));
      else link.removeAttributeNS(XLINK, "href");
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      const told = [here && this.room.dataset.here, counted && this.#count(counted)].filter(Boolean).join(" · ");
      if (told) label(node, link, told);
    }
  }

  // The steps with something wrong in them, with how many errors and pieces of advice.
  #wrong() {
    const found = new Map();
    for (const { path, where, level } of this.desk.problems) {
      if (path !== this.#told.path || !STEPS.includes(where?.[0]) || !where[1]) continue;
      const counted = found.get(where[1]) ?? { errors: 0, advices: 0 };
      counted[level === "error" ? "errors" : "advices"] += 1;
      found.set(where[1], counted);
    }
    return found;
  }

  #count({ errors, advices }) {
    const { error, errors: more, advice, advices: others } = this.desk.words;
    const said = (number, one, several) => number && filled(number === 1 ? one : several, number);
    return [said(errors, error, more), said(advices, advice, others)].filter(Boolean).join(", ");
  }

  // A drag is no click.
  #click(event) {
    const node = event.target.closest(".ww-node"), where = node && this.#told.places[this.#name(node)];
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!where || modified) return;
    event.preventDefault();
    if (!(this.view.dragged && event.detail)) this.desk.go(this.#told.path, where, { by: BY });
  }
}

// Words above a node, part of its link.
function label(node, link, text) {
  const { x, y } = node.getBBox();
  const words = document.createElementNS("http://www.w3.org/2000/svg", "text");
  for (const [name, value] of Object.entries({ class: "ww-you", x, y: y - 5 })) words.setAttribute(name, value);
  words.textContent = text;
  link.append(words);
}
