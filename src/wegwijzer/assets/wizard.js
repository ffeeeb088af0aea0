// The wizard in the page: it draws a node, moves the focus, and says what must be heard. What a reader does comes in by
// input.js; who leads and what follows stands in controller.js. What is seldom needed (files to take along, a case file,
// a QR code) stands in modules of its own, loaded when asked.

import { Controller } from "./controller.js";
import { engine } from "./engine.js";
import { listen } from "./input.js";
import { Intents } from "./intents.js";
import { memoryOf } from "./memory.js";
import { focusOn, focused, stays } from "./place.js";
import { choose } from "./reply.js";
import { dress } from "./result.js";
import { sheets } from "./sheet.js";
import { NUMBERS, SEEN, has, kept, watch } from "./storage.js";

// How often each module did not load. A browser keeps that of an address, so the next time it is asked with another.
const lost = {};

class Wizard extends HTMLElement {
  connectedCallback() {
    this.nodes = this.querySelector(".ww-steps");
    this.live = this.querySelector(".ww-live");
    this.tree = this.getAttribute("tree");
    this.path = location.pathname; // read by address.js
    this.memory = memoryOf(this.tree);
    this.intents = new Intents(this, this.nodes);
    this.controller = new (this.leader ?? Controller)(this, engine); // another one where it is only tried: workbench-live.js
    listen(this, this.controller);
    this.classList.add("ww-js");
    this.left = new AbortController();
    sheets(this, this.left.signal);
    this.number();
    this.unwatch = watch(NUMBERS, () => this.number());
    this.controller.start();
    this.leadToMap();
    if (has(SEEN)) this.use("renewed");
  }

  disconnectedCallback() {
    this.left.abort();
    this.unwatch();
    this.watching?.forEach((watch) => watch.disconnect());
    this.controller.stop();
  }

  // The section of the node that stands there.
  get section() {
    return this.nodes.querySelector("section:not([hidden])");
  }

  // Loads a module that is not needed at once, and lets it do its work for this wizard.
  async use(name, ...rest) {
    let part;
    try {
      part = await import(`./${name}.js${lost[name] ? `?${lost[name]}` : ""}`);
    } catch (error) {
      lost[name] = (lost[name] ?? 0) + 1;
      this.warn(this.dataset.unloaded);
      console.warn(error);
      return;
    }
    await part.default(this, ...rest);
  }

  // The link to the map takes the way so far along; what was typed is not in it.
  leadToMap() {
    const link = document.querySelector(`a[data-map="${this.tree}"]`);
    for (const name of ["focus", "pointerdown", "click"]) link?.addEventListener(name, () => { link.hash = this.controller.fragment; });
  }

  // Calls `begin` when an element comes near.
  near(element, begin) {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      begin();
    }, { rootMargin: "600px" });
    watch.observe(element);
    (this.watching ??= []).push(watch);
  }

  // Offers to load what a reader with little data may not want.
  offer(begin) {
    const button = this.querySelector("[data-load]");
    button.hidden = false;
    button.addEventListener("click", () => { button.hidden = true; begin(); });
  }

  // -- showing a node ----------------------------------------------------------------------------------------

  // A node of the static version. `route`: the nodes before it.
  show(section, { route, quietly, fresh }) {
    this.route = route;
    this.mark(section.dataset.node, section.dataset.nodeKind, section.dataset.final === "true");
    if (fresh) this.intents.changed();
    if (!quietly) this.announce(section);
  }

  // A node as Python made it. `takingOver`: the reader should not notice.
  draw({ html, node, kind, final, route, notice }, { takingOver, quietly }) {
    const before = this.section;
    const same = takingOver && before?.dataset.node === node;
    const focus = focused(before), place = before?.getBoundingClientRect();
    const open = same && before.querySelector(".ww-more")?.open;
    this.nodes.innerHTML = html;
    this.dataset.engine = "python";
    this.route = route;
    const { section } = this;
    this.mark(node, kind, final);
    if (open) section.querySelector(".ww-more").open = true;
    if (same) focusOn(section, focus);
    else if (!quietly) this.announce(section);
    if (!same || !stays(section, place)) this.intents.changed();
    this.tell(notice);
  }

  mark(node, kind, final) {
    this.dataset.node = node;
    this.dataset.kind = kind;
    this.toggleAttribute("data-begun", this.controller.begun);
    this.toggleAttribute("data-where", this.controller.hasBefore);
    if (final) this.dataset.final = "true";
    else delete this.dataset.final;
    this.furnish();
    this.tellStep({});
  }

  // Makes what stands there the reader's own.
  furnish() {
    const { section } = this;
    if (!section) return;
    choose(section);
    this.memory.recall(this.dataset.node, section);
    dress(this, section);
  }

  // For the module that follows the walk: the case file.
  tellStep(detail) {
    this.dispatchEvent(new CustomEvent("ww-step", { detail }));
  }

  announce(section) {
    this.live.textContent = section.querySelector(".ww-heading").textContent;
    this.bring(section);
  }

  // Focus and view go to a node. Every node stands in the same place: where the wizard begins on the first screen of its
  // page, that is how the page opens.
  bring(section) {
    section.querySelector(".ww-heading").focus({ preventScroll: true });
    const { top } = this.getBoundingClientRect();
    if (top + scrollY < innerHeight / 2) scrollTo({ top: 0, behavior: "instant" });
    else if (top < 0 || top > innerHeight * 0.6) this.scrollIntoView({ block: "start", behavior: "instant" });
  }

  // Shows the numbers of nodes and keys, or hides them: on paper and without this script they are always there.
  number() {
    const { on = false } = kept(NUMBERS);
    this.classList.toggle("ww-numbers", on);
    this.querySelector("[data-numbers]").checked = on;
  }

  // -- saying something --------------------------------------------------------------------------------------

  // To a reader who listens, and in the button that was pressed.
  say(text, button) {
    this.live.textContent = text;
    if (button) (button.querySelector(".ww-label") ?? button).textContent = text;
  }

  // What is wrong with an answer: beside the field and, with the focus, on top of the node.
  complain(text) {
    const { section } = this;
    const place = section?.querySelector(".ww-error");
    if (!place) return this.tell(text);
    const summary = section.querySelector(".ww-problem");
    summary.querySelector("a").textContent = place.textContent = text;
    summary.hidden = place.hidden = false;
    for (const field of section.querySelectorAll("[data-fill], input[data-answer]")) field.ariaInvalid = "true";
    summary.focus();
  }

  tell(text) {
    const place = this.querySelector(".ww-notice");
    place.textContent = text || "";
    place.hidden = !text;
  }

  // The same where the reader pressed something further down: it comes into view.
  warn(text) {
    this.tell(text);
    this.querySelector(".ww-notice").scrollIntoView({ block: "nearest" });
  }
}

customElements.define("wegwijzer-wizard", Wizard);
