// The ways to send a proposal. This hands what Python makes to the clipboard or the downloads, and sends nothing itself; what somebody
// says of a proposal is kept nowhere and stands in no address.

import { put } from "./copy.js";
import { download } from "./take.js";
import { filled } from "./words.js";

export class SendView {
  constructor(place, desk) {
    Object.assign(this, { place, desk });
    this.forge = place.querySelector("[data-source]");
    place.addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-send]");
      if (button) this.#send(button);
    });
    for (const name of ["text", "problems"]) desk.addEventListener(name, () => this.shown());
  }

  shown() {
    if (this.place.hidden) return;
    const { changed, problems } = this.desk, found = (name) => this.place.querySelector(`[data-send-${name}]`);
    found("none").hidden = changed.length > 0;
    found("some").hidden = changed.length === 0;
    found("errors").hidden = !problems.some(({ level }) => level === "error");
    if (this.forge) this.#list(changed);
  }

  async #send(button) {
    const { send, path } = button.dataset, status = button.closest("section").querySelector("[role=status]");
    try {
      if (send === "file") status.textContent = await this.#copy(button, this.forge.dataset, this.desk.text(path));
      else {
        const made = await this.desk.ask("proposal", { as: send, ...this.#said() });
        if (send === "mail") status.textContent = await this.#copy(button, button.dataset, made.text);
        else {
          download(made);
          status.textContent = filled(status.dataset.done, made.name);
        }
      }
    } catch (error) {
      console.warn(error);
      status.textContent = status.dataset.failed;
    }
  }

  // What somebody says of the proposal.
  #said() {
    return Object.fromEntries([...this.place.querySelectorAll("[name]")].map(({ name, value }) => [name, value]));
  }

  // Where the clipboard is refused, the text itself comes below the button.
  #copy(button, told, text) {
    button.parentElement.querySelector(".ww-by-hand")?.remove();
    return put(told, (clipboard) => clipboard.writeText(text), () => {
      const field = document.createElement("textarea");
      Object.assign(field, { className: "ww-by-hand", readOnly: true, value: text, rows: 12, ariaLabel: button.textContent });
      button.parentElement.append(field);
      return field;
    });
  }

  // Each file that changed: its text to copy, and the page of the forge to paste it in. One that was never published has no such page.
  #list(changed) {
    const { source, copy, open } = this.forge.dataset;
    if (this.listed === String(changed)) return; // the focus stays where it is
    this.listed = String(changed);
    this.forge.replaceChildren(...changed.map((path) => {
      const item = document.createElement("li"), link = document.createElement("a"), button = document.createElement("button");
      const address = source.replace("{file}", path.split("/").map(encodeURIComponent).join("/"));
      Object.assign(link, { href: address, rel: "noreferrer", target: "_blank", textContent: filled(open, path) });
      Object.assign(button, { type: "button", className: "ww-plain-button", textContent: filled(copy, path) });
      Object.assign(button.dataset, { send: "file", path });
      if (this.desk.text(path) !== null) item.append(button, " ");
      if (this.desk.published(path) !== null) item.append(link);
      return item;
    }));
  }
}
