// One intent, one answer. The second click of a double click, a key that is held, a press that began on a node that is
// gone, and a press on a node that has just come do nothing: nobody chose what they had not read.
// A click without a pointer (a screen reader, Enter on a link) chooses what has the focus, so it only must not repeat.

export const SETTLE = 350; // milliseconds before a new node takes a press: nobody reads faster

export class Intents {
  #turn = 0; // which node stands there
  #since = -Infinity; // when it came
  #pressed = null; // where the last press began: on which node, and when
  #series = 0; // the node on which a series of clicks began
  #held = 0;
  #waiting = [];
  #timer;

  // `root` hears the events, `within` is what changes. `often`: controls that are meant to be pressed again and again.
  constructor(root, within, { often = "none" } = {}) {
    this.within = within;
    this.often = often;
    const hear = (name, listener) => root.addEventListener(name, listener, { capture: true });
    hear("pointerdown", (event) => this.#press(event));
    hear("click", (event) => this.#click(event));
    hear("keydown", (event) => this.#key(event));
  }

  // Another node stands there from now on.
  changed() {
    this.#turn += 1;
    this.#since = performance.now();
    this.within.classList.add("ww-fresh");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.within.classList.remove("ww-fresh"), SETTLE);
  }

  // Whether the node came too short ago for a choice that was made at this time.
  fresh(at = performance.now()) {
    return at - this.#since < SETTLE;
  }

  // Resolves when no finger or button is down: what is drawn anew under a finger loses its click.
  released() {
    return this.#held ? new Promise((resolve) => { this.#waiting.push(resolve); }) : Promise.resolve();
  }

  #press({ timeStamp }) {
    const pressed = this.#pressed = { turn: this.#turn, at: timeStamp };
    this.#held += 1;
    const ends = new AbortController();
    const end = () => {
      ends.abort();
      this.#held -= 1;
      setTimeout(() => { if (this.#pressed === pressed) this.#pressed = null; }, 1000); // it was no click
      // The click comes after the release, in the same task or the next.
      if (!this.#held) setTimeout(() => { for (const resolve of this.#waiting.splice(0)) resolve(); }, 50);
    };
    for (const name of ["pointerup", "pointercancel", "blur"]) addEventListener(name, end, { signal: ends.signal });
  }

  #click(event) {
    const { detail, target, timeStamp } = event;
    if (!this.within.contains(target)) return;
    if (target.closest("[hidden]")) return stop(event); // a node that is gone
    if (detail < 1) return;
    const { turn, at } = this.#pressed ?? { turn: this.#turn, at: timeStamp };
    this.#pressed = null;
    if (detail === 1) this.#series = turn;
    const again = detail > 1 && (this.#series !== turn || this.#moves(target));
    if (again || turn !== this.#turn || this.fresh(at)) stop(event);
  }

  #key(event) {
    if (event.repeat && event.key === "Enter" && !event.target.matches("textarea") && this.within.contains(event.target)) stop(event);
  }

  // A box, a field or a fold may be clicked twice; a link or a button does its work once.
  #moves(target) {
    const control = target.closest("a, button");
    return control !== null && !control.matches(this.often);
  }
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
