// A clock that counts down while a group chooses. It is seen, and heard only where it begins, near its end and at its end: by who
// listens to a screen reader in words, by others as a tone when they asked for it.

const NEAR = 10; // seconds before the end that are said

export class Clock {
  // `say` makes words heard, `sounds` is whether a tone is wanted.
  constructor(root, say, sounds) {
    this.root = root;
    this.say = say;
    this.sounds = sounds;
    this.face = root.querySelector("output");
    this.time = root.querySelector("select");
    this.button = root.querySelector("[data-clock=toggle]");
    this.button.addEventListener("click", () => this.running ? this.stop() : this.start());
    root.querySelector("[data-clock=reset]").addEventListener("click", () => this.reset());
    this.time.addEventListener("change", () => this.reset());
    this.reset();
  }

  get running() {
    return this.timer !== undefined;
  }

  start() {
    if (this.left <= 0) this.left = Number(this.time.value);
    this.ends = performance.now() + 1000 * this.left;
    this.timer = setInterval(() => this.tick(), 200);
    this.draw();
    this.say(this.face.textContent);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.draw();
  }

  reset() {
    this.left = Number(this.time.value);
    this.stop();
  }

  tick() {
    const left = Math.max(0, Math.ceil((this.ends - performance.now()) / 1000));
    if (left === this.left) return;
    if (left <= NEAR && this.left > NEAR && left) this.say(this.root.dataset.left);
    this.left = left;
    this.draw();
    if (left) return;
    this.stop();
    this.say(this.root.dataset.over);
    if (this.sounds()) tone();
  }

  draw() {
    const { start, stop, over } = this.root.dataset;
    this.face.textContent = this.left ? `${Math.trunc(this.left / 60)}:${String(this.left % 60).padStart(2, "0")}` : over;
    this.button.textContent = this.running ? stop : start;
    this.root.classList.toggle("ww-over", !this.left);
  }
}

// Half a second of a soft tone.
function tone() {
  const heard = new AudioContext(), source = heard.createOscillator(), loud = heard.createGain();
  loud.gain.value = 0.1;
  source.connect(loud).connect(heard.destination);
  source.start();
  source.stop(heard.currentTime + 0.5);
  source.onended = () => heard.close();
}
