// The wizard in the page. It draws and forwards: which step follows is decided by the links of the static version
// until Python is ready, and by Python from then on. There is no second walker here. What a reader seldom needs (files
// to take along, a case file, a QR code, the map) stands in modules of its own, loaded when asked.

import { engine } from "./engine.js";
import { readFragment } from "./fragment.js";
import { goOn, listen } from "./input.js";
import { Intents } from "./intents.js";
import { memoryOf } from "./memory.js";
import { focusOn, focused, stays } from "./place.js";
import { Still, onward } from "./still.js";
import { CASE, CHOICES, has, keep, kept, watch } from "./storage.js";

class Wizard extends HTMLElement {
  connectedCallback() {
    this.steps = this.querySelector(".ww-steps");
    this.live = this.querySelector(".ww-live");
    this.tree = this.getAttribute("tree");
    this.memory = memoryOf(this.tree);
    this.later = ""; // the walk as it was before the reader went back to change an answer
    this.leads = false;
    this.still = new Still(this.steps);
    this.intents = new Intents(this, this.steps);
    this.turns = 0; // how often Python was asked: a reply to an older question than the last one comes too late
    this.path = location.pathname; // read by address.js
    this.onChange = () => this.follow();
    listen(this);
    window.addEventListener("hashchange", this.onChange);
    // A choice that another tab keeps counts here too.
    this.unwatch = watch(CHOICES, () => this.leads && this.ask({ do: "open", fragment: this.shown }, { takingOver: true }));
    this.classList.add("ww-js");
    this.shown = this.fragment();
    // A page that the theme put in place of another one comes under the finger that asked for it.
    this.showStatic(this.stepOf(this.shown), { quietly: !this.shown, fresh: document.readyState === "complete" });
    if (this.shown) this.scrollIntoView();
    this.startWhenNear();
    const diagrams = document.getElementById("diagram");
    if (diagrams) this.near(diagrams, () => this.use("map"));
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.onChange);
    this.watching?.forEach((watch) => watch.disconnect());
    this.unheard?.();
    this.unwatch();
  }

  // Loads a module that is not needed at once, and lets it do its work for this wizard.
  async use(name, ...rest) {
    let part;
    try {
      part = await import(`./${name}.js`);
    } catch (error) {
      if (name !== "map") this.warn(this.dataset.unloaded); // the diagram stands there without it
      console.warn(error);
      return;
    }
    await part.default(this, ...rest);
  }

  // The part of the address that is about this tree; anchors of the page itself do not move the wizard.
  fragment() {
    return readFragment(location.hash, this.tree);
  }

  stepOf(fragment) {
    const step = fragment.split(";")[0].slice(this.tree.length + 1);
    return this.still.has(step) ? step : this.dataset.start;
  }

  follow(later = "") {
    const fragment = this.fragment();
    if (fragment === this.shown || (!fragment && location.hash)) return;
    this.shown = fragment;
    this.later = later;
    if (this.leads) this.ask({ do: "open", fragment });
    else this.showStatic(this.stepOf(fragment), {});
  }

  // Whether Python leads and did not reply yet to what was last asked.
  get waits() {
    return this.leads && Boolean(this.asking);
  }

  // The step that stands there.
  get section() {
    return this.steps.querySelector("section:not([hidden])");
  }

  // -- what the reader does: input.js hears it ------------------------------------------------------------

  give(section, answer, link) {
    const step = section.dataset.step;
    if (this.leads) return this.ask({ do: "answer", fragment: this.shown, step, answer });
    if (!engine.onRequestOnly()) engine.start();
    const field = section.querySelector("input[data-fill]");
    if (field) this.memory.typed[step] = answer;
    this.memory.given(step);
    const { tree, dataset: { start, version } } = this;
    this.go(onward(this.shown, { tree, start, version, from: this.stepOf(this.shown) }, step, field ? "~" : answer, link));
    this.showStatic(link.dataset.to, {});
    this.shown = this.fragment();
  }

  go(fragment) {
    history.pushState(history.state, "", `#${fragment}`);
  }

  // Says something to a reader who listens, and shows it in the button that was pressed.
  say(text, button) {
    this.live.textContent = text;
    if (button) button.textContent = text;
  }

  async remember({ remember, value, unkept }) {
    const safe = keep(CHOICES, ({ [remember]: _, ...others }) => value === undefined ? others
      : { ...others, [remember]: JSON.parse(value) });
    await this.ask({ do: "open", fragment: this.shown });
    if (safe || toldUnkept) return;
    toldUnkept = true;
    this.tell(unkept);
  }

  // -- showing ---------------------------------------------------------------------------------------------

  showStatic(step, { quietly, fresh = true }) {
    const current = this.still.show(step);
    if (!current) return;
    this.route = (this.fragment().split(";")[1] || "").split(",").map((entry) => entry.split(".")[0]);
    this.mark(step, current.dataset.stepKind, current.dataset.final === "true");
    if (fresh) this.intents.changed();
    if (!quietly) this.announce(current);
  }

  mark(node, kind, final) {
    this.dataset.node = node;
    this.dataset.kind = kind;
    if (final) this.dataset.final = "true";
    else delete this.dataset.final;
    if (this.section) this.memory.recall(node, this.section);
    this.tellStep({});
  }

  // For the modules that follow the walk: the map and the case file.
  tellStep(detail) {
    this.dispatchEvent(new CustomEvent("ww-step", { detail }));
  }

  announce(section) {
    const heading = section.querySelector(".ww-heading");
    this.live.textContent = heading.textContent;
    heading.focus({ preventScroll: true });
    const top = heading.getBoundingClientRect().top;
    if (top < 80 || top > window.innerHeight * 0.6) heading.scrollIntoView({ block: "start" });
  }

  // -- Python ----------------------------------------------------------------------------------------------

  startWhenNear() {
    this.unheard = engine.whenReady(() => this.takeOver(), () => this.asking || this.goStatic());
    if (engine.onRequestOnly()) {
      const offer = this.querySelector("[data-load]");
      offer.hidden = false;
      offer.addEventListener("click", () => { offer.hidden = true; engine.start(); });
      return;
    }
    this.near(this, () => engine.start());
  }

  near(element, begin) {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      begin();
    }, { rootMargin: "600px" });
    watch.observe(element);
    (this.watching ??= []).push(watch);
  }

  async takeOver() {
    try {
      await engine.loadTree(this.tree, new URL(this.dataset.src, document.baseURI).href);
      await this.ask({ do: "open", fragment: this.fragment() }, { takingOver: true });
      if (has(CASE)) this.use("dossier", false);
    } catch (error) {
      this.tell(this.dataset.failed);
      console.warn(error);
    }
  }

  // What goes along with every question to Python.
  asked() {
    const { sourceUrl = "", contact = "" } = this.dataset;
    return {
      tree: this.tree, fragment: this.shown, typed: this.memory.typed, given: kept(CHOICES), later: this.later,
      site: { source_url: sourceUrl, contact },
    };
  }

  async ask(request, { takingOver = false } = {}) {
    const turn = this.turns += 1;
    this.asking = true;
    let reply = null;
    try {
      reply = await engine.ask({ ...this.asked(), ...request });
      if (takingOver) await this.intents.released();
    } catch { /* Python is gone */ }
    if (turn !== this.turns || !this.isConnected) return;
    this.asking = false;
    if (!reply) {
      this.goStatic(request);
      return;
    }
    if (reply.error) {
      this.complain(reply.error);
      return;
    }
    // A click that came while Python was starting counts: ask again for where the reader is now.
    if (takingOver && this.fragment() !== (request.fragment ?? "")) {
      await this.ask({ do: "open", fragment: this.fragment() }, { takingOver });
      return;
    }
    this.memory.typed = reply.typed;
    this.later = reply.later;
    if (request.do === "answer") {
      this.memory.given(request.step);
      this.go(reply.fragment);
    }
    this.shown = this.fragment();
    this.render(reply, takingOver);
  }

  // Without Python, from where the reader is, with what Python was asked and did not do.
  goStatic(request) {
    if (!engine.told) this.tell(this.dataset.failed);
    engine.told = true;
    if (!this.leads) return;
    const opens = request?.do === "open";
    const place = focused(this.section);
    if (!opens) this.memory.draft(this.dataset.node, this.section);
    this.leads = false;
    this.dataset.engine = "static";
    this.still.restore();
    this.showStatic(opens ? this.stepOf(this.fragment()) : this.dataset.node, { quietly: !opens });
    if (opens) return;
    const section = this.section;
    focusOn(section, place);
    if (request?.do !== "answer") return;
    const link = section.querySelector(`a[data-answer="${CSS.escape(request.answer)}"]`);
    if (link) this.give(section, request.answer, link);
    else goOn(this, section);
  }

  render(reply, takingOver) {
    const before = this.section;
    const same = takingOver && before?.dataset.step === reply.node;
    const focus = focused(before), place = before?.getBoundingClientRect();
    this.steps.innerHTML = reply.html;
    this.leads = true;
    this.dataset.engine = "python";
    this.route = reply.route;
    const { section } = this;
    this.mark(reply.node, reply.kind, reply.final);
    if (same) focusOn(section, focus);
    else if (!takingOver || this.fragment()) this.announce(section);
    if (!same || !stays(section, place)) this.intents.changed();
    this.tell(reply.notice);
  }

  // Beside the field and, with the focus, on top of the step.
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

let toldUnkept = false; // once a visit

customElements.define("wegwijzer-wizard", Wizard);
