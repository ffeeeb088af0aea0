// A proposal that somebody brings, a patch or an archive: Python says what it makes of the published texts, and what does not fit. What
// fits becomes the draft, in one step that can be undone.

import { filled } from "./words.js";

const MOST = 10_000_000; // bytes: larger ones Python would refuse
const BY = "receive";

const made = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });

async function packed(file) {
  let bytes = "";
  for (const byte of new Uint8Array(await file.arrayBuffer())) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

export class Receiving {
  constructor(place, desk) {
    Object.assign(this, { place, desk });
    this.status = place.querySelector("[role=status]");
    this.told = place.querySelector(".ww-bench-received");
    const field = place.querySelector("input");
    field.addEventListener("change", async () => {
      const [file] = field.files;
      field.value = ""; // the same file can be chosen again
      if (file) await this.#receive(file);
    });
  }

  async #receive(file) {
    const { status, told } = this, { dataset } = status;
    told.hidden = true;
    status.textContent = dataset.busy;
    try {
      if (file.size > MOST) throw new RangeError(file.name);
      const found = await this.desk.ask("receive", { file: await packed(file) });
      this.#show(found);
      const { files } = found, count = Object.keys(files).length;
      if (count) this.desk.take(files, { by: BY });
      status.textContent = count ? filled(count === 1 ? dataset.one : dataset.done, count) : "";
    } catch (error) {
      console.warn(error);
      status.textContent = error instanceof RangeError ? dataset.large : dataset.failed;
    }
  }

  // What the proposal says of itself, and below it what does not fit, with the lines that it has there.
  #show({ title, why, who, problems }) {
    const about = [title && made("h4", title), who && made("p", who, { className: "ww-note" }), ...why.split(/\n\n+/).filter(Boolean).map((part) => made("p", part))];
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
    this.told.hidden = !this.told.firstChild;
    if (!this.told.hidden) this.told.focus();
  }
}
