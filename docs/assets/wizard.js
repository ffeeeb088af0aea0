// The wizard in the page. It draws and forwards: which step follows is decided by the links of the static version
// until Python is ready, and by Python from then on. There is no second walker here. What a reader seldom needs (files
// to take along, a case file, a QR code, the map) stands in modules of its own, loaded when asked.

import { engine } from "./engine.js";
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
    this.showStatic(this.stepOf(this.shown), { quietly: !this.shown });
    if (this.shown) this.scrollIntoView();
    this.startWhenNear();
    const diagrams = document.getElementById("diagram");
    if (diagrams) this.near(diagrams, () => this.use("map"));
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.onChange);
    this.watching?.forEach((watch) => watch.disconnect());
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
    const text = decodeURIComponent(location.hash.slice(1));
    return text.startsWith(`${this.tree}-`) ? text : "";
  }

  stepOf(fragment) {
    const step = fragment.split(";")[0].slice(this.tree.length + 1);
    return this.steps.querySelector(`[data-step="${CSS.escape(step)}"]`) ? step : this.dataset.start;
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
    if (does.answer) this.give(section, does.answer, link);
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
      this.go(decodeURIComponent(link.hash.slice(1)));
      this.follow(later);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // A number key chooses that answer. Only while the focus is in the wizard, and never while typing.
  onKey(event) {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
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
    if (!this.leads && this.misses(section)) return;
    const field = section.querySelector("input[data-fill]");
    const boxes = [...section.querySelectorAll("input[type=checkbox][data-answer]")];
    const link = section.querySelector("[data-continue]");
    if (field) this.give(section, field.value, link);
    else if (boxes.length) this.give(section, boxes.filter((box) => box.checked).map((box) => box.dataset.answer), link);
    else this.give(section, "verder", link);
  }

  // Whether something is still missing. Python says so itself; before that the step tells how much it needs.
  misses(section) {
    const place = section.querySelector(".ww-error");
    if (!place) return false;
    const given = [...section.querySelectorAll("input:not([data-tick])")].filter((input) => input.dataset.fill ? input.value.trim() : input.checked);
    if (given.some((input) => input.dataset.exclusive) || given.length >= Number(place.dataset.least)) return false;
    this.complain(place.dataset.missing);
    return true;
  }

  give(section, answer, link) {
    const step = section.dataset.step;
    if (this.leads) {
      if (this.asking) return; // a second click on the same answer
      this.ask({ do: "answer", fragment: this.shown, step, answer });
      return;
    }
    if (!engine.onRequestOnly()) engine.start();
    const field = section.querySelector("input[data-fill]");
    if (field) this.memory.typed[step] = answer;
    this.memory.given(step);
    const given = field ? "~" : [answer].flat().join("+");
    const earlier = this.shown.split(";")[1] || (this.shown && this.shown !== `${this.tree}-${this.dataset.start}`
      ? `@${this.stepOf(this.shown)}` : "");
    const answers = [earlier, `${step}.${given}`].filter(Boolean).join(",");
    this.go(`${this.tree}-${link.dataset.to};${answers};${this.dataset.version}`);
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

  showStatic(step, { quietly }) {
    let current = null;
    for (const section of this.steps.querySelectorAll(":scope > section")) {
      section.hidden = section.dataset.step !== step;
      if (!section.hidden) current = section;
    }
    if (!current) return;
    this.route = (this.fragment().split(";")[1] || "").split(",").map((entry) => entry.split(".")[0]);
    this.mark(step, current.dataset.stepKind, current.dataset.final === "true");
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
    engine.whenReady(() => this.isConnected && this.takeOver(), () => this.tell(this.dataset.failed));
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
      throw error;
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
    this.asking = true;
    let reply;
    try {
      reply = await engine.ask({ ...this.asked(), ...request });
    } finally {
      this.asking = false;
    }
    if (!this.isConnected) return;
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

  render(reply, takingOver) {
    const before = this.steps.querySelector("section:not([hidden])");
    const same = takingOver && before?.dataset.step === reply.node;
    const memory = same ? remembered(before) : null;
    this.steps.innerHTML = reply.html;
    this.leads = true;
    this.dataset.engine = "python";
    this.route = reply.route;
    const section = this.steps.querySelector("section");
    this.mark(reply.node, reply.kind, reply.final);
    if (memory) recall(section, memory);
    else if (!takingOver || this.fragment()) this.announce(section);
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
