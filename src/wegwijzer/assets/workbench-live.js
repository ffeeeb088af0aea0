// The wizard beside the text, live: the very element that readers get, in a tree that Python made of the text as it is now, at the step
// that is being edited. A text with an error in it leaves the last wizard that worked.

import { Controller } from "./controller.js";
import { CHOICES, apart, kept } from "./storage.js";
import "./wizard.js";
import { Beside } from "./workbench-beside.js";
import { draw } from "./workbench-icons.js";

const BY = "live";
const PAUSE = 250; // milliseconds after the last change

// Who leads a wizard that is only tried. The address, and all that is kept of a reader, stay as they are.
class Trial extends Controller {
  at = ""; // the walk
  given = {}; // the local choices that it takes

  constructor(wizard, engine) {
    super(wizard, { ask: (request) => this.#try(engine, request) });
    apart(true);
    this.leads = true;
  }

  start() {}

  stop() {
    apart(false);
  }

  // A draft that cannot be walked says nothing of the engine itself. That may have been started anew, and then lacks the tree.
  async #try(engine, request) {
    try {
      return await engine.ask(request, "try");
    } catch {
      await this.wizard.renew();
      return engine.ask(request, "try");
    }
  }

  get told() {
    return "";
  }

  get fragment() {
    return this.at;
  }

  asked() {
    return { ...super.asked(), given: { ...this.given, ...kept(CHOICES) } };
  }

  go(fragment) {
    this.at = fragment;
  }

  follow(later = "") {
    Object.assign(this, { later, shown: this.at });
    return this.ask({ do: "open", fragment: this.at });
  }

  // Opens a walk from outside: who is busy elsewhere in the page stays there.
  lead(at, given) {
    Object.assign(this, { at, given, later: "", shown: at });
    return this.ask({ do: "open", fragment: at }, { takingOver: true });
  }

  goStill() {
    this.wizard.tell(this.wizard.dataset.failed);
  }
}

export class LiveView extends Beside {
  #wizard = null;
  #told = {}; // what Python said of the text last
  #places = 1; // counts the places that were gone to
  #arrived = 0; // the count of where the wizard came last
  #texts = 0; // counts the changes of any text
  #drawn = -1; // the count of what stands there

  constructor(place, desk) {
    super(place, desk, PAUSE);
    this.edit = place.querySelector("[data-edit]");
    this.edit.addEventListener("click", () => desk.go(...this.#here(), { by: BY }));
    place.addEventListener("click", leaveBeside);
    desk.addEventListener("text", () => { this.#texts += 1; });
    desk.addEventListener("place", ({ detail: { by } }) => {
      this.#offer();
      if (by === BY) return;
      this.#places += 1;
      this.soon();
    });
  }

  // Asks for the tree as it is now and where to be in it, and goes there.
  async look(late) {
    const texts = this.#texts, places = this.#places, arrives = this.#arrives, at = this.#at, told = await this.#ask();
    if (late()) return;
    if (this.#at !== at && !arrives) return this.soon(); // somebody walked on meanwhile
    this.#told = told;
    this.#arrived = places;
    this.tell(told);
    if ((this.#wizard?.tree ?? null) !== told.tree) this.#begin(told.tree);
    if (this.#at !== told.fragment || this.#drawn !== texts) await this.#wizard?.controller.lead(told.fragment, told.given);
    this.#drawn = texts;
    this.#offer();
  }

  // Whether the wizard still has to come where the text is edited.
  get #arrives() {
    return this.#arrived !== this.#places;
  }

  // The walk in the wizard.
  get #at() {
    return this.#wizard?.controller.at;
  }

  #ask() {
    const { path, where } = this.desk, given = this.#wizard?.controller.given;
    return this.desk.ask("preview", { path, where, arrives: this.#arrives, shown: this.#told.path, at: this.#at, given });
  }

  // Another tree, or none, takes the place of what stood there.
  #begin(tree) {
    const wizard = this.place.querySelector("template").content.cloneNode(true).firstElementChild;
    wizard.setAttribute("tree", tree);
    Object.assign(wizard, {
      leader: Trial,
      renew: () => this.#ask(),
      bring: (section) => section.querySelector(".ww-heading").focus(), // no further than this view
    });
    wizard.addEventListener("ww-step", () => { this.#offer(); draw(wizard, this.desk.words.icons); });
    this.#wizard = tree ? wizard : null;
    this.place.querySelector(".ww-bench-live").replaceChildren(...tree ? [wizard] : []);
  }

  // Offers to edit the step where somebody walked to.
  #offer() {
    const { path, step } = this.desk, here = this.#here();
    this.edit.parentElement.hidden = !here || JSON.stringify([path, step]) === JSON.stringify(here);
  }

  // The file of the step in the wizard, and its place there; nothing for a fork, or for a step that is not in the file yet.
  #here() {
    const { node, kind } = this.#wizard?.dataset ?? {};
    const known = ["question", "action"].includes(kind) && !this.#told.missing?.includes(node);
    return known ? [this.#told.path, [`${kind}s`, node]] : null;
  }
}

// A link to another page opens beside this one.
function leaveBeside({ target, defaultPrevented }) {
  const link = target.closest("a[href]");
  if (link && !defaultPrevented && !link.getAttribute("href").startsWith("#")) Object.assign(link, { target: "_blank", rel: "noopener" });
}
