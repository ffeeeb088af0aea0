// The wizard in the page. It draws and forwards: which step follows is decided by the links of the static version
// until Python is ready, and by Python from then on. There is no second walker here. What a reader seldom needs (files
// to take along, a case file, a QR code, the map) stands in modules of its own, loaded when asked.

import { engine } from "./engine.js";
import { readFragment } from "./fragment.js";
import { Intents } from "./intents.js";
import { Still, missing, onward } from "./still.js";
import { memoryOf } from "./memory.js";
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
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("change", (event) => this.onTick(event.target));
    this.addEventListener("input", ({ target }) => this.steps.contains(target) && this.memory.note(this.dataset.node, target));
    this.addEventListener("keydown", (event) => this.onKey(event));
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

  // -- what the reader does --------------------------------------------------------------------------------

  onClick(event) {
    const link = event.target.closest("a, button");
    if (!link || !this.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const section = link.closest("section");
    const does = link.dataset;
    const walks = ["answer", "continue", "back", "restart", "remember"].some((name) => name in does);
    if (walks && this.waits) { /* Python is still busy with what was chosen before */ }
    else if (does.answer) this.give(section, does.answer, link);
    else if ("continue" in does) this.goOn(section);
    else if ("field" in does) section.querySelector(link.hash).focus();
    else if (does.copy) this.use("copy", link);
    else if (does.take) this.use("take", does.take, link);
    else if ("dossier" in does) this.use("dossier", true);
    else if ("qr" in does) this.use("qr", link);
    else if ("remember" in does) this.remember(does);
    else if (link.hash && ("back" in does || "restart" in does || "share" in does)) {
      const later = "back" in does ? this.later || this.shown : "";
      if ("restart" in does) this.memory.forget();
      this.go(readFragment(link.hash, this.tree));
      this.follow(later);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // Whether Python leads and did not reply yet to what was last asked.
  get waits() {
    return this.leads && Boolean(this.asking);
  }

  // A number key chooses that answer. Only while the focus is in the wizard, and never while typing.
  onKey(event) {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.repeat || event.isComposing || this.waits || this.intents.fresh(event.timeStamp)) return;
    if (event.key === "Enter" && event.target.matches("input[data-fill]")) this.goOn(event.target.closest("section"));
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const current = this.steps.querySelector("section:not([hidden])");
    current?.querySelectorAll("a[data-answer], input[data-answer]")[event.key - 1]?.click();
  }

  onTick(box) {
    if (!box.matches?.("input[type=checkbox]")) return;
    if (box.dataset.tick) this.tellStep({ ticked: box });
    if (!box.dataset.answer || !box.checked) return;
    for (const other of box.closest("section").querySelectorAll("input[data-answer]")) {
      if (other !== box && (box.dataset.exclusive || other.dataset.exclusive)) other.checked = false;
    }
    this.memory.note(this.dataset.node, box); // again: others may have gone out
  }

  goOn(section) {
    if (!this.leads && missing(section)) return this.complain(missing(section));
    const field = section.querySelector("input[data-fill]");
    const boxes = [...section.querySelectorAll("input[type=checkbox][data-answer]")];
    const link = section.querySelector("[data-continue]");
    if (field) this.give(section, field.value, link);
    else if (boxes.length) this.give(section, boxes.filter((box) => box.checked).map((box) => box.dataset.answer), link);
    else this.give(section, "verder", link);
  }

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
    const section = this.steps.querySelector("section:not([hidden])");
    if (section) this.memory.recall(node, section);
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
    const memory = remembered(this.steps.querySelector("section"));
    this.leads = false;
    this.dataset.engine = "static";
    this.still.restore();
    this.showStatic(opens ? this.stepOf(this.fragment()) : this.dataset.node, { quietly: !opens });
    if (opens) return;
    const section = this.still.show(this.dataset.node);
    recall(section, memory);
    if (request?.do !== "answer") return;
    const link = section.querySelector(`a[data-answer="${CSS.escape(request.answer)}"]`);
    if (link) this.give(section, request.answer, link);
    else this.goOn(section);
  }

  render(reply, takingOver) {
    const before = this.steps.querySelector("section:not([hidden])");
    const same = takingOver && before?.dataset.step === reply.node;
    const memory = same ? remembered(before) : null;
    const place = before?.getBoundingClientRect();
    this.steps.innerHTML = reply.html;
    this.leads = true;
    this.dataset.engine = "python";
    this.route = reply.route;
    const section = this.steps.querySelector("section");
    this.mark(reply.node, reply.kind, reply.final);
    if (memory) recall(section, memory);
    else if (!takingOver || this.fragment()) this.announce(section);
    if (!same || !stays(section, place)) this.intents.changed();
    this.tell(reply.notice);
  }

  // Beside the field and, with the focus, on top of the step.
  complain(text) {
    const section = this.steps.querySelector("section:not([hidden])");
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

// Keeps what a reader sees where it was, while Python takes over; false when it moved all the same.
function stays(section, { top, bottom }) {
  if (bottom < 0 || top > innerHeight) return true;
  const moved = () => section.getBoundingClientRect().top - top;
  scrollBy({ top: moved(), behavior: "instant" });
  return Math.abs(moved()) < 3;
}

let toldUnkept = false; // once a visit

// What the reader was doing in a step, so that Python can take over without a jump.
function remembered(section) {
  const focus = section.contains(document.activeElement) ? document.activeElement : null;
  return {
    checked: [...section.querySelectorAll("input[data-answer]:checked")].map((box) => box.dataset.answer),
    text: section.querySelector("input[data-fill]")?.value,
    focus: focus?.dataset.answer ? `[data-answer="${CSS.escape(focus.dataset.answer)}"]`
      : focus?.matches("input[data-fill]") ? "input[data-fill]"
      : focus?.matches(".ww-heading") ? ".ww-heading"
      : focus && "continue" in focus.dataset ? "[data-continue]" : null,
  };
}

function recall(section, { checked, text, focus }) {
  for (const key of checked) {
    const box = section.querySelector(`input[data-answer="${CSS.escape(key)}"]`);
    if (box) box.checked = true;
  }
  const field = section.querySelector("input[data-fill]");
  if (field && text) field.value = text;
  if (focus) section.querySelector(focus)?.focus({ preventScroll: true });
}

customElements.define("wegwijzer-wizard", Wizard);
