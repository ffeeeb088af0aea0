// The quiz: one case at a time, a mode for a presenter with a clicker, and a tally that is counted by hand.
// It only shows and hides what stands in the page; without it every case stands there, with its advice in a fold.

import { anchor } from "./fragment.js";
import { Intents } from "./intents.js";

const ONWARD = ["PageDown", "ArrowRight", "ArrowDown", " "], BACK = ["PageUp", "ArrowLeft", "ArrowUp"];

class Quiz extends HTMLElement {
  connectedCallback() {
    this.topics = [...this.querySelectorAll(".ww-topic")];
    this.bar = this.querySelector(".ww-quiz-bar");
    this.select = this.bar.querySelector("select");
    this.select.replaceChildren(...this.topics.map((topic, index) => new Option(topic.dataset.title, index)));
    this.bar.hidden = false;
    this.classList.add("ww-js");
    this.intents = new Intents(this, this, { often: "[data-count]" });
    this.onKey = (event) => this.key(event);
    this.onFull = () => this.classList.toggle("ww-presenting", document.fullscreenElement === this);
    document.addEventListener("keydown", this.onKey);
    document.addEventListener("fullscreenchange", this.onFull);
    this.select.addEventListener("change", () => this.show(this.topics[this.select.value].querySelector("article")));
    this.addEventListener("click", ({ target }) => this.click(target.closest("button")));
    this.addEventListener("toggle", ({ target }) => this.revealed(target), { capture: true });
    const asked = document.getElementById(anchor(location.hash).split(/[;,.]/)[0])?.closest(".ww-case");
    const first = this.querySelector("article:not([data-heavy])") ?? this.querySelector("article");
    this.show(this.contains(asked) ? asked : first, { quietly: !asked });
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.onKey);
    document.removeEventListener("fullscreenchange", this.onFull);
  }

  get presenting() {
    return this.classList.contains("ww-presenting");
  }

  show(article, { quietly = false } = {}) {
    if (!article) return;
    for (const one of this.querySelectorAll("article")) one.hidden = one !== article;
    const topic = article.closest(".ww-topic"), all = [...topic.querySelectorAll("article")];
    for (const one of this.topics) one.hidden = one !== topic;
    this.select.value = this.topics.indexOf(topic);
    this.current = article;
    const place = this.bar.querySelector(".ww-place");
    place.textContent = place.dataset.words.replace("%1", all.indexOf(article) + 1).replace("%2", all.length);
    if (quietly) return;
    this.intents.changed();
    const heading = article.querySelector(".ww-heading");
    heading.focus({ preventScroll: true });
    (this.presenting ? this : this.bar).scrollIntoView({ block: "start" });
    this.querySelector(".ww-live").textContent = `${heading.textContent}. ${place.textContent}`;
  }

  // The case so many places on, over the borders of topics.
  other(distance) {
    const all = [...this.querySelectorAll("article")];
    return all[all.indexOf(this.current) + distance];
  }

  onward() {
    const closed = this.current.querySelector(".ww-heavy:not([open]), .ww-advice:not([open])");
    if (this.presenting && closed) closed.open = true;
    else this.show(this.other(1));
  }

  back() {
    const advice = this.current.querySelector(".ww-advice");
    if (this.presenting && advice.open) advice.open = false;
    else this.show(this.other(-1));
  }

  revealed(details) {
    if (!details.matches(".ww-advice")) return;
    details.closest("article").classList.toggle("ww-revealed", details.open);
    if (details.open && this.presenting) details.scrollIntoView({ block: "start" });
  }

  click(button) {
    if (!button) return;
    if (button.dataset.count) {
      const output = button.closest(".ww-tally").querySelector("output");
      output.value = Math.max(0, Number(output.value) + Number(button.dataset.count));
    } else if (button.dataset.do === "on") this.show(this.other(1));
    else if (button.dataset.do === "back") this.show(this.other(-1));
    else if (button.dataset.do === "present") this.present();
    else if (button.dataset.do === "tally") {
      for (const tally of this.querySelectorAll(".ww-tally")) tally.hidden = !tally.hidden;
      button.setAttribute("aria-pressed", !this.querySelector(".ww-tally").hidden);
    }
  }

  async present() {
    if (document.fullscreenElement) return document.exitFullscreen();
    // A browser that refuses a full screen (a phone, a frame) still gets the large type.
    try { await this.requestFullscreen(); } catch { this.classList.toggle("ww-presenting"); }
    this.current.querySelector(".ww-heading").focus({ preventScroll: true });
  }

  // A clicker sends these keys. A key that does something where the focus is, keeps doing that.
  key(event) {
    if (!this.presenting || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !document.fullscreenElement) return this.classList.remove("ww-presenting");
    const busy = event.target.closest?.("button, summary, a, input, select");
    if (busy && (event.key === " " || (event.key.startsWith("Arrow") && busy.matches("input, select")))) return;
    const goes = ONWARD.includes(event.key) ? "onward" : BACK.includes(event.key) ? "back" : null;
    if (!goes) return;
    if (!event.repeat) this[goes](); // a clicker that is held goes on once
    event.preventDefault();
  }
}

customElements.define("wegwijzer-quiz", Quiz);
