// A proposal that somebody brings, a patch or an archive: Python says what it makes of the published texts, and what does not fit. What
// fits becomes a draft of its own, to look at, to change, or to throw away.

import { filled } from "./words.js";

const MOST = 10_000_000; // bytes: larger ones Python would refuse
const NAME = 60; // signs, as of a draft that somebody names

const made = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });

async function packed(file) {
  let bytes = "";
  for (const byte of new Uint8Array(await file.arrayBuffer())) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

export class Receiving {
  constructor(place, desk, drafts) {
    Object.assign(this, { desk, drafts });
    this.status = place.querySelector("[role=status]");
    this.told = place.querySelector(".ww-bench-received");
    place.querySelector("[data-compare]").addEventListener("click", () => place.closest("wegwijzer-workbench").open("compare"));
  }

  async receive(file) {
    const { desk, drafts, status, told } = this, { dataset } = status;
    told.parentElement.hidden = true;
    status.textContent = dataset.busy;
    try {
      if (file.size > MOST) throw new RangeError(file.name);
      const found = await desk.ask("receive", { file: await packed(file) });
      const { files, title } = found, paths = Object.keys(files);
      const bases = Object.fromEntries(paths.map((path) => [path, desk.published(path)]));
      if (paths.length) await drafts.make((title || file.name).slice(0, NAME), files, bases);
      this.#show(found);
      status.textContent = paths.length ? filled(paths.length === 1 ? dataset.one : dataset.done, paths.length) : "";
    } catch (error) {
      console.warn(error);
      status.textContent = error instanceof RangeError ? dataset.large : dataset.failed;
    }
  }

  // What the proposal says of itself, and below it what does not fit, with the lines that it has there.
  #show({ title, why, who, problems }) {
    const reasons = why.split(/\n\n+/).filter(Boolean).map((part) => made("p", part));
    const about = [title && made("h3", title), who && made("p", who, { className: "ww-note" }), ...reasons];
    const items = problems.map(({ level, message, hint, lines }) => {
      const item = made("li", "");
      item.dataset.level = level;
      item.append(made("b", `${message}.`), ` ${hint}`);
      if (lines) item.append(made("pre", lines, { tabIndex: 0 }));
      return item;
    });
    const list = document.createElement("ul");
    list.append(...items);
    this.told.replaceChildren(...about.filter(Boolean), ...(items.length ? [list] : []));
    this.told.parentElement.hidden = false;
    this.told.focus();
  }
}
