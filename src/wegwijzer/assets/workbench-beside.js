// What the map and the wizard have in common: they show what Python makes of the text, when they are seen and after a pause.

export class Beside {
  #timer;
  #turn = 0;
  #stale = true; // whether the text or the place changed since this looked

  // `pause`: milliseconds after the last change of the text.
  constructor(place, desk, pause) {
    Object.assign(this, { place, desk });
    this.status = place.querySelector("[role=status]");
    desk.addEventListener("text", () => this.soon(pause));
  }

  // The view comes in sight.
  shown() {
    if (this.#stale) this.soon();
  }

  soon(pause = 0) {
    this.#stale = true;
    clearTimeout(this.#timer);
    if (!this.place.hidden) this.#timer = setTimeout(() => this.#look(), pause);
  }

  async #look() {
    const turn = this.#turn += 1;
    const late = () => turn !== this.#turn; // somebody changed more meanwhile: that comes
    this.#stale = false;
    try {
      await this.look(late);
    } catch (error) {
      console.warn(error);
      if (late()) return;
      this.#stale = true;
      this.#say("failed");
    }
  }

  // Says what one sees when it is not the text as it is: of Python's reply, whether there is a tree, and whether that is good.
  tell({ good, tree }) {
    this.#say(good ? tree ? "" : "none" : tree ? "broken" : "nothing");
  }

  #say(name) {
    const text = name ? this.status.dataset[name] : "";
    this.status.hidden = !text;
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}
