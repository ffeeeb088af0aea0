// The quiz: one case of a deck at a time, and a mode that fills the screen, for a presenter with a clicker or a keyboard.
// It only shows and hides what stands in the page; without it every case stands there, with its advice in a fold.

import { anchor } from "./fragment.js";
import { Intents } from "./intents.js";
import { Clock } from "./quiz-clock.js";
import { Deck } from "./quiz-deck.js";
import { part } from "./quiz-parting.js";
import { Votes } from "./quiz-votes.js";

const ONWARD = ["PageDown", "ArrowRight", "ArrowDown", " "], BACK = ["PageUp", "ArrowLeft", "ArrowUp"];
const SCALES = [1.5, 1.3, 1.15, 1]; // of the letters on a screen for a group: the largest with which all is in sight
const TAKES = { " ": "button, summary, a, input, select", Arrow: "input, select" }; // what does something itself with a key

// Makes a quiz of this element; returns what ends it.
export function open(root) {
  if (!root.querySelector("article")) return () => {};
  const left = new AbortController();
  new Quiz(root, left.signal);
  return () => left.abort();
}

class Quiz {
  constructor(root, signal) {
    this.root = root;
    this.bar = root.querySelector(".ww-quiz-bar");
    this.live = root.querySelector(".ww-live");
    this.intents = new Intents(root, root, { often: "[data-count]" });
    this.votes = new Votes(root, (article) => this.part(article));
    this.clock = new Clock(this.bar.querySelector(".ww-clock"), (words) => this.say(words), () => this.deck.form.sound?.checked);
    this.deck = new Deck(root, () => this.show(this.deck.cases[0]));
    const hear = (target, name, listener, how) => target.addEventListener(name, listener, { signal, ...how });
    hear(root, "click", ({ target }) => this.click(target.closest("button")));
    hear(root, "change", ({ target }) => target.matches("[type=radio]") && this.part(this.current));
    hear(root, "toggle", ({ target }) => this.revealed(target), { capture: true });
    hear(document, "keydown", (event) => this.key(event));
    hear(document, "focusin", ({ target }) => this.presenting && !root.contains(target) && this.focus());
    hear(document, "fullscreenchange", () => this.presents(document.fullscreenElement === root));
    hear(window, "resize", () => this.fit());
    hear(window, "beforeprint", () => this.deck.print());
    hear(window, "hashchange", () => this.arrive());
    signal.addEventListener("abort", () => this.clock.stop());
    this.bar.hidden = false;
    root.classList.add("ww-js");
    this.arrive({ quietly: true });
  }

  get presenting() {
    return this.root.classList.contains("ww-presenting");
  }

  get current() {
    return this.deck.stage.querySelector("article:not([hidden])");
  }

  // The deck and the case of the address; the usual deck when it names none.
  arrive({ quietly = false } = {}) {
    const asked = anchor(location.hash);
    const found = this.deck.read(asked);
    if (found || quietly) this.show(found ?? this.deck.cases[0], { quietly: !found });
  }

  show(article, { quietly = false } = {}) {
    if (!article) return;
    const { cases } = this.deck;
    for (const one of cases) one.hidden = one !== article;
    this.votes.open(article);
    this.clock.reset();
    const place = this.bar.querySelector(".ww-place");
    place.textContent = place.dataset.words.replace("%1", cases.indexOf(article) + 1).replace("%2", cases.length);
    this.fit();
    if (quietly) return;
    this.intents.changed();
    this.focus();
    if (this.presenting) this.root.scrollTop = 0;
    else this.bar.scrollIntoView({ block: "start" });
    this.say(`${article.querySelector(".ww-heading").textContent}. ${place.textContent}`);
  }

  part(article) {
    part(article, this.votes.ranked(article));
    this.fit();
  }

  // On a screen for a group nothing scrolls: the letters in each half are as large as what there is to see leaves them.
  fit() {
    const { root, current } = this;
    const end = root.getBoundingClientRect().bottom - parseFloat(getComputedStyle(root).paddingBottom);
    for (const [half, last] of [["--ww-answers", ".ww-many"], ["--ww-post", ".ww-advice"]]) {
      for (const scale of this.presenting ? SCALES : [1]) {
        root.style.setProperty(half, scale);
        if (current.querySelector(last).getBoundingClientRect().bottom <= end) break;
      }
    }
  }

  say(words) {
    this.live.textContent = words;
  }

  focus() {
    this.current.querySelector(".ww-heading").focus({ preventScroll: true });
  }

  // The case so many places on.
  other(distance) {
    return this.deck.cases[this.deck.cases.indexOf(this.current) + distance];
  }

  onward() {
    const closed = this.current.querySelector(".ww-heavy:not([open])") ?? this.current.querySelector(".ww-advice:not([open])");
    if (closed) closed.open = true;
    else this.show(this.other(1));
  }

  back() {
    const advice = this.current.querySelector(".ww-advice");
    if (advice.open) advice.open = false;
    else this.show(this.other(-1));
  }

  revealed(details) {
    const article = details.closest("article");
    if (!details.matches(".ww-advice")) return this.fit();
    article.classList.toggle("ww-revealed", details.open);
    if (details.open) this.clock.stop();
    this.part(article);
  }

  click(button) {
    if (!button) return;
    const does = button.dataset.do;
    if (does === "on") this.show(this.other(1));
    else if (does === "back") this.show(this.other(-1));
    else if (does === "present") this.present();
    else if (does === "tally") button.setAttribute("aria-pressed", this.votes.toggle(this.current));
  }

  async present() {
    if (document.fullscreenElement) return document.exitFullscreen();
    // A browser that refuses a full screen (a phone, a frame) still gets the large type.
    try { await this.root.requestFullscreen(); } catch { this.presents(!this.presenting); }
  }

  presents(on) {
    this.root.classList.toggle("ww-presenting", on);
    const button = this.bar.querySelector("[data-do=present]");
    button.dataset.open ??= button.textContent;
    button.textContent = on ? button.dataset.close : button.dataset.open;
    this.fit();
    this.focus();
  }

  // A clicker sends these keys. A key that does something where the focus is, keeps doing that.
  key(event) {
    if (!this.presenting || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !document.fullscreenElement) return this.presents(false);
    const { target, key } = event;
    const takes = TAKES[key.startsWith("Arrow") ? "Arrow" : key];
    if (takes && target.closest?.(takes)) return;
    const goes = ONWARD.includes(key) ? "onward" : BACK.includes(key) ? "back" : null;
    if (goes) {
      if (!event.repeat) this[goes](); // a clicker that is held goes on once
      event.preventDefault();
    } else if (/^[a-z]$/i.test(key) && !event.repeat && !target.closest?.("select, [type=number]")) {
      this.letter(key.toUpperCase(), event.shiftKey ? -1 : 1);
    }
  }

  // The letter of an answer counts a vote for it (with Shift one fewer), or chooses it when nobody counts.
  letter(letter, vote) {
    const answer = this.current.querySelector(`.ww-answers > [data-letter="${letter}"]`);
    if (!answer?.checkVisibility()) return;
    if (this.votes.counting) this.votes.add(answer, vote);
    else answer.querySelector("[type=radio]").click();
  }
}
