// The wizard in the page. It draws and forwards: which step follows is decided by the links of the static version
// until Python is ready, and by Python from then on. There is no second walker here.

import { engine } from "./engine.js";

class Wizard extends HTMLElement {
  connectedCallback() {
    this.steps = this.querySelector(".ww-steps");
    this.live = this.querySelector(".ww-live");
    this.tree = this.getAttribute("tree");
    this.typed = {}; // what the reader filled in: kept on this page only, never in a link
    this.leads = false;
    this.path = location.pathname; // read by address.js
    this.onChange = () => this.follow();
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("change", (event) => this.onTick(event.target));
    this.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input[data-fill]")) this.goOn(event.target.closest("section"));
    });
    window.addEventListener("hashchange", this.onChange);
    this.classList.add("ww-js");
    this.shown = this.fragment();
    this.showStatic(this.stepOf(this.shown), { quietly: !this.shown });
    if (this.shown) this.scrollIntoView();
    this.startWhenNear();
  }

  disconnectedCallback() {
    window.removeEventListener("hashchange", this.onChange);
    this.nearby?.disconnect();
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

  follow() {
    const fragment = this.fragment();
    if (fragment === this.shown || (!fragment && location.hash)) return;
    this.shown = fragment;
    if (this.leads) this.ask({ do: "open", fragment });
    else this.showStatic(this.stepOf(fragment), {});
  }

  // -- what the reader does --------------------------------------------------------------------------------

  onClick(event) {
    const link = event.target.closest("a, button");
    if (!link || !this.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const section = link.closest("section");
    if (link.dataset.answer) this.give(section, link.dataset.answer, link);
    else if ("continue" in link.dataset) this.goOn(section);
    else if ("copy" in link.dataset) this.copy(link);
    else if ("remember" in link.dataset) this.remember(link.dataset.remember, link.dataset.value);
    else if (link.hash && ("back" in link.dataset || "restart" in link.dataset || "share" in link.dataset)) {
      if ("restart" in link.dataset) this.typed = {};
      this.go(decodeURIComponent(link.hash.slice(1)));
      this.follow();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  onTick(box) {
    if (!box.matches?.("input[type=checkbox][data-answer]") || !box.checked) return;
    for (const other of box.closest("section").querySelectorAll("input[data-answer]")) {
      if (other !== box && (box.dataset.exclusive || other.dataset.exclusive)) other.checked = false;
    }
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
    const given = [...section.querySelectorAll("input")].filter((input) => input.dataset.fill ? input.value.trim() : input.checked);
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
    if (field) this.typed[step] = answer;
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

  async copy(button) {
    await navigator.clipboard.writeText(button.closest("figure").querySelector("blockquote").innerText);
    this.live.textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  }

  remember(choice, value) {
    const given = kept();
    if (value === undefined) delete given[choice];
    else given[choice] = JSON.parse(value);
    localStorage.setItem(KEPT, JSON.stringify(given));
    this.ask({ do: "open", fragment: this.shown });
  }

  // -- showing ---------------------------------------------------------------------------------------------

  showStatic(step, { quietly }) {
    let current = null;
    for (const section of this.steps.querySelectorAll(":scope > section")) {
      section.hidden = section.dataset.step !== step;
      if (!section.hidden) current = section;
    }
    if (!current) return;
    this.mark(step, current.dataset.stepKind, current.dataset.final === "true");
    if (!quietly) this.announce(current);
  }

  mark(node, kind, final) {
    this.dataset.node = node;
    this.dataset.kind = kind;
    if (final) this.dataset.final = "true";
    else delete this.dataset.final;
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
    this.nearby = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) engine.start();
    }, { rootMargin: "600px" });
    this.nearby.observe(this);
  }

  async takeOver() {
    try {
      await engine.loadTree(this.tree, new URL(this.dataset.src, document.baseURI).href);
      await this.ask({ do: "open", fragment: this.fragment() }, { takingOver: true });
    } catch (error) {
      this.tell(this.dataset.failed);
      throw error;
    }
  }

  async ask(request, { takingOver = false } = {}) {
    this.asking = true;
    let reply;
    try {
      reply = await engine.ask({ ...request, tree: this.tree, typed: this.typed, given: kept() });
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
    this.typed = reply.typed;
    this.render(reply, takingOver);
    if (request.do === "answer") this.go(reply.fragment);
    this.shown = this.fragment();
  }

  render(reply, takingOver) {
    const before = this.steps.querySelector("section:not([hidden])");
    const same = takingOver && before?.dataset.step === reply.node;
    const memory = same ? remembered(before) : null;
    this.steps.innerHTML = reply.html;
    this.leads = true;
    this.dataset.engine = "python";
    this.mark(reply.node, reply.kind, reply.final);
    const section = this.steps.querySelector("section");
    if (memory) recall(section, memory);
    else if (!takingOver || this.fragment()) this.announce(section);
    this.tell(reply.notice);
  }

  complain(text) {
    const place = this.steps.querySelector("section:not([hidden]) .ww-error");
    if (!place) return this.tell(text);
    place.textContent = text;
    place.hidden = false;
    place.closest("section").querySelector("input")?.focus();
  }

  tell(text) {
    const place = this.querySelector(".ww-notice");
    place.textContent = text || "";
    place.hidden = !text;
  }
}

const KEPT = "wegwijzer-beleid";

// The local choices that this municipality asked to keep, in this browser only.
function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch {
    return {};
  }
}

// What the reader was doing in a step, so that Python can take over without a jump.
function remembered(section) {
  const focus = section.contains(document.activeElement) ? document.activeElement : null;
  return {
    checked: [...section.querySelectorAll("input:checked")].map((box) => box.dataset.answer),
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
