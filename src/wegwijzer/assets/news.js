// What was renewed since a reader last looked, on the page that tells what changed (wegwijzer/pages/news.py). Only who asks for it
// has this browser remember: of every advice of the site a digest, and not which of them were read.

import { advices, linked, renewed } from "./advices.js";
import { SEEN, erase, keep, kept, stateOf, watch } from "./storage.js";

const written = (when) => new Date(when).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });

class News extends HTMLElement {
  connectedCallback() {
    this.state = this.querySelector("[data-state]");
    this.list = this.querySelector("ul");
    [this.keeper, this.forgetter] = this.querySelectorAll("[data-do]");
    this.keeper.onclick = () => this.keep();
    this.forgetter.onclick = () => { erase(SEEN); this.show(true); };
    this.stop = watch(SEEN, () => this.show());
    this.hidden = false;
    this.show();
  }

  disconnectedCallback() {
    this.stop();
  }

  // `asked`: the reader pressed something, and what it brought must be heard.
  async show(asked) {
    const seen = kept(SEEN), newer = stateOf(SEEN) === "newer";
    this.forgetter.hidden = !seen.day;
    this.keeper.hidden = newer;
    this.keeper.textContent = seen.day ? this.dataset.again : this.dataset.keep;
    this.list.replaceChildren();
    if (newer) this.tell("newer");
    else if (!seen.day) this.tell("none");
    else {
      try {
        this.compare(seen, await advices());
      } catch (error) {
        this.tell("failed");
        console.warn(error);
      }
    }
    this.list.hidden = !this.list.children.length;
    if (asked) this.state.focus();
  }

  compare({ day: since, trees }, now) {
    let gone = 0;
    for (const [tree, nodes] of Object.entries(now.trees)) {
      for (const [node] of Object.entries(nodes.advices)) {
        if (trees[tree]?.[node] !== undefined && !renewed(now, tree, node, trees[tree][node])) continue;
        const item = document.createElement("li");
        item.append(linked(now, tree, node), ` (${nodes.title})`);
        this.list.append(item);
      }
    }
    for (const [tree, nodes] of Object.entries(trees)) for (const node of Object.keys(nodes)) if (!now.trees[tree]?.advices[node]) gone += 1;
    this.tell(this.list.children.length ? "since" : "same", written(since));
    if (gone) this.state.append(` ${this.dataset.gone.replace("%1", gone)}`);
  }

  tell(word, value) {
    this.state.textContent = this.dataset[word].replace("%1", value);
  }

  async keep() {
    try {
      const { trees } = await advices();
      const digests = ([tree, { advices: those }]) => [tree, Object.fromEntries(Object.entries(those).map(([node, [digest]]) => [node, digest]))];
      const safe = keep(SEEN, () => ({ day: new Date().toISOString().slice(0, 10), trees: Object.fromEntries(Object.entries(trees).map(digests)) }));
      await this.show(true);
      if (!safe) this.tell("unkept");
    } catch (error) {
      this.tell("failed");
      console.warn(error);
    }
  }
}

customElements.get("wegwijzer-news") ?? customElements.define("wegwijzer-news", News);
