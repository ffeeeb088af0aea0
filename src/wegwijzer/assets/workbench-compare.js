// What a draft changes for readers: in words, as `wegwijzer diff` says it, and below that a diagram of what changed in each tree.
// Python compares and finishes; Graphviz, as WebAssembly, lays out.

const PAUSE = 1_000; // milliseconds after the last change
const BESIDE = 16; // pixels

// A wide drawing begins where the first thing changed.
function bring(frame) {
  const changed = frame.querySelector(".ww-node:is(.ww-changed, .ww-added, .ww-removed)");
  if (changed) frame.scrollLeft = changed.getBoundingClientRect().left - frame.getBoundingClientRect().left - BESIDE;
}

export class CompareView {
  #timer;
  #turn = 0;
  #stale = true; // whether a text changed since this compared

  constructor(place, desk) {
    Object.assign(this, { place, desk });
    this.status = place.querySelector("[role=status]");
    this.words = place.querySelector(".ww-bench-words");
    this.maps = place.querySelector(".ww-bench-maps");
    desk.addEventListener("text", () => {
      this.#stale = true;
      clearTimeout(this.#timer);
      if (!place.hidden) this.#timer = setTimeout(() => this.#look(), PAUSE);
    });
  }

  shown() {
    if (this.#stale) this.#look();
  }

  async #look() {
    const turn = this.#turn += 1, late = () => turn !== this.#turn; // somebody changed more meanwhile: that comes
    const { dataset } = this.status;
    this.#stale = false;
    this.status.textContent = dataset.busy;
    try {
      const { words, maps } = await this.desk.ask("compare");
      if (late()) return;
      this.words.innerHTML = words;
      const html = await this.#drawn(maps);
      if (late()) return;
      this.maps.innerHTML = html;
      for (const frame of this.maps.children) bring(frame);
      this.status.textContent = "";
    } catch (error) {
      console.warn(error);
      if (late()) return;
      this.#stale = true;
      this.status.textContent = dataset.failed;
    }
  }

  async #drawn(maps) {
    if (!maps.length) return "";
    const { instance } = await import("./vendor/graphviz.js");
    const graphviz = await instance();
    const drawn = maps.map(({ dot, title }) => ({ title, svg: graphviz.renderString(dot, { format: "svg" }) }));
    return (await this.desk.ask("compare", { drawn })).html;
  }
}
