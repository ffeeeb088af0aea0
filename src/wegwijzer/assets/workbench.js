// The page on which people change the texts of a project. This draws the frame: what is open, the views of it, and what is wrong. Each
// view is a module that comes when it is first looked at; what a text says, Python knows.

import { written } from "./take.js";
import { Desk } from "./workbench-desk.js";
import { Drafts } from "./workbench-drafts.js";
import { tell } from "./workbench-renew.js";
import { filled } from "./words.js";

const VIEWS = {
  form: async () => (await import("./workbench-form.js")).FormView,
  map: async () => (await import("./workbench-map.js")).MapView,
  yaml: async () => (await import("./workbench-yaml.js")).YamlView,
  live: async () => (await import("./workbench-live.js")).LiveView,
  problems: async () => (await import("./workbench-problems.js")).ProblemsView,
  compare: async () => (await import("./workbench-compare.js")).CompareView,
  send: async () => (await import("./workbench-send.js")).SendView,
  open: async () => (await import("./workbench-open.js")).OpenView,
};
const BESIDE = matchMedia("(min-width: 72em)"); // there is room for the wizard beside the other views
const BY = "frame";

function group(label, options) {
  const made = Object.assign(document.createElement("optgroup"), { label });
  made.append(...options);
  return made;
}

// What an address asks for: the keys of a place have dots between them. One that is no address asks for nothing.
function asked(hash) {
  try {
    const [what, path = "", where = ""] = hash.slice(1).split(";").map(decodeURIComponent);
    return { what, path, keys: where.split(".").filter(Boolean).map((key) => /^\d+$/.test(key) ? Number(key) : key) };
  } catch {
    return {};
  }
}

class Workbench extends HTMLElement {
  #views = new Map(); // by name, those that came
  #outline = { groups: [] };
  #view = "form";
  #project; // as the build wrote it
  #gone = new AbortController(); // another page took the place of this one

  async connectedCallback() {
    if (this.desk) return;
    const desk = this.desk = new Desk(this.dataset);
    const drafts = this.drafts = new Drafts(desk, () => filled(this.dataset.draftNamed, this.written(Date.now())));
    this.#tell(this.dataset.busy);
    try {
      const [project, known] = await Promise.all(["project", "known"].map(async (name) => {
        const response = await fetch(this.dataset[name]);
        if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
        return response.json();
      }));
      this.#project = { ...project, known };
      this.#listen();
      await Promise.all([desk.open(this.#project), drafts.open()]);
      await drafts.use((await drafts.list())[0] ?? null);
    } catch (error) {
      console.warn(error);
      this.#tell(this.dataset.failed);
      return;
    }
    this.#listFiles();
    await this.#follow();
    this.querySelector(".ww-bench").hidden = false;
    this.#turn("form");
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.drafts.close();
  }

  written(moment) {
    return written(new Date(moment), { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  }

  // Opens another project, to look at: an example, or without one that of the site again. Its drafts are its own.
  async visit(example) {
    const { desk, drafts } = this;
    await drafts.use(null);
    drafts.project = example?.title ?? "";
    await desk.open(example ?? this.#project);
    await drafts.use((await drafts.list())[0] ?? null);
    this.#listFiles();
    this.#begin();
  }

  #listen() {
    const { desk } = this;
    this.file = this.querySelector("[data-pick=file]");
    this.step = this.querySelector("[data-pick=step]");
    this.file.addEventListener("change", () => desk.go(this.file.value, [], { by: BY }));
    this.step.addEventListener("change", () => desk.go(desk.path, JSON.parse(this.step.value), { by: BY }));
    this.querySelector(".ww-bench-bar").addEventListener("click", ({ target }) => this.#press(target.closest("button")));
    const tabs = this.querySelector("[role=tablist]");
    tabs.addEventListener("click", ({ target }) => target.dataset.view && this.#turn(target.dataset.view, { focus: true }));
    tabs.addEventListener("keydown", (event) => this.#along(event));
    BESIDE.addEventListener("change", () => this.#turn(this.#view), { signal: this.#gone.signal });
    desk.addEventListener("file", () => { this.#outlined(); this.#count(); });
    desk.addEventListener("text", ({ detail: { path } }) => {
      if (desk.files.length !== this.file.length) this.#listFiles();
      if (path !== desk.path) return;
      if (desk.text() === null) this.#begin();
      else this.#outlined();
    });
    desk.addEventListener("place", ({ detail: { by } }) => {
      this.#here();
      this.#tell("");
      if (by === "map") this.#turn("form", { focus: true }); // a node of the map is there to be edited
    });
    desk.addEventListener("problems", () => this.#count());
    desk.addEventListener("history", () => this.#count());
    for (const name of ["list", "state", "elsewhere"]) this.drafts.addEventListener(name, () => this.#named(name));
    this.drafts.addEventListener("renewed", ({ detail }) => tell(this.querySelector(".ww-bench-renewed"), desk, detail));
    this.querySelector("[data-close]").addEventListener("click", ({ target }) => { target.parentElement.hidden = true; });
    addEventListener("hashchange", () => this.#follow(), { signal: this.#gone.signal });
  }

  // Which draft is open, and what is wrong with keeping it.
  #named(what) {
    const { dataset, drafts: { head, state, project } } = this;
    const told = [project, head?.name ?? dataset.unchanged, dataset[state], what === "elsewhere" && dataset.elsewhere];
    this.querySelector("[data-draft]").textContent = told.filter(Boolean).join(". ");
  }

  // -- what is open -------------------------------------------------------------------------------------------------

  // An address says what to open: `#open;path;where`. One may have kept it since before that went.
  async #follow() {
    const { hash } = location, { desk, dataset } = this, { what, path, keys } = asked(hash), there = what === "open" && desk.text(path) !== null;
    const gone = there && await this.#isGone(path, keys);
    if (hash !== location.hash) return;
    if (there) desk.go(path, gone ? [] : keys, { by: gone ? BY : "address" });
    else if (!desk.path) this.#begin();
    this.#tell(gone ? dataset.stepGone : what === "open" && !there ? dataset.fileGone : "");
  }

  // Whether a file has a list of such steps, and this one is not in it.
  async #isGone(path, [list, name]) {
    if (name === undefined) return false;
    const { groups } = await this.desk.ask("outline", { path }).catch(() => ({ groups: [] }));
    const steps = groups.flatMap((group) => group.steps.map(({ where }) => where)).filter((where) => where[0] === list);
    return steps.length > 0 && !steps.some((where) => where[1] === name);
  }

  // Where somebody begins who asks for nothing.
  #begin() {
    const { files } = this.desk;
    this.desk.go((files.find(({ kind }) => kind === "tree") ?? files[0]).path, [], { by: BY });
  }

  #tell(text) {
    this.querySelector("[data-told]").textContent = text;
  }

  #listFiles() {
    const { files } = this.desk;
    this.file.replaceChildren(...[...new Set(files.map(({ folder }) => folder))].map((folder) =>
      group(folder, files.filter((file) => file.folder === folder).map(({ path, title }) => new Option(title, path)))));
    this.file.value = this.desk.path;
  }

  async #outlined() {
    const { path } = this.desk;
    try {
      const outline = await this.desk.ask("outline", { path });
      if (path !== this.desk.path) return;
      this.#outline = outline;
    } catch (error) {
      console.warn(error);
      this.#outline = { groups: [] };
    }
    this.step.replaceChildren(new Option(this.dataset.wholeFile, "[]"), ...this.#outline.groups.map(({ title, steps }) =>
      group(title, steps.map((step) => new Option(step.title, JSON.stringify(step.where))))));
    this.file.querySelector(`[value="${CSS.escape(path)}"]`)?.replaceChildren(this.#outline.title ?? path);
    this.#here();
  }

  #here() {
    this.file.value = this.desk.path;
    this.step.value = JSON.stringify(this.desk.step);
    if (this.step.selectedIndex < 0) this.step.value = "[]";
  }

  // -- the views ----------------------------------------------------------------------------------------------------

  #place(name) {
    return this.querySelector(`#ww-bench-${name}`);
  }

  // Shows a view; the wizard goes beside it where there is room.
  #turn(name, { focus } = {}) {
    const beside = BESIDE.matches;
    if (beside && name === "live") name = "form";
    this.#view = name;
    for (const tab of this.querySelectorAll("[role=tab]")) {
      const { view } = tab.dataset, on = view === name;
      tab.hidden = beside && view === "live";
      tab.ariaSelected = String(on);
      tab.tabIndex = on ? 0 : -1;
      if (on && focus) tab.focus();
      const place = this.#place(view);
      place.hidden = !on && !(beside && view === "live");
    }
    this.#show(name);
    if (beside) this.#show("live");
  }

  // Lets a view come, the first time, and tells it that it is seen.
  async #show(name) {
    const place = this.#place(name);
    try {
      if (!this.#views.has(name)) this.#views.set(name, VIEWS[name]().then((View) => new View(place, this.desk)));
      const view = await this.#views.get(name);
      if (!place.hidden) view.shown?.();
    } catch (error) {
      console.warn(error);
      this.#views.delete(name);
      place.textContent = this.dataset.viewFailed;
    }
  }

  // The arrows, Home and End go along the tabs.
  #along(event) {
    const tabs = [...this.querySelectorAll("[role=tab]")].filter((tab) => !tab.hidden), at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    this.#turn(tabs.at(to % tabs.length).dataset.view, { focus: true });
  }

  #press(button) {
    if (!button) return;
    const { do: does, panel } = button.dataset;
    if (does) this.desk[does]();
    else if (panel) this.open(button.ariaExpanded === "true" ? "" : panel);
  }

  // Opens one of what stands below the bar, and closes the others.
  open(name) {
    for (const button of this.querySelectorAll("[data-panel]")) {
      const on = button.dataset.panel === name;
      button.ariaExpanded = String(on);
      this.#place(button.dataset.panel).hidden = !on;
    }
    if (!name) return;
    this.#show(name);
    this.#place(name).focus();
  }

  // -- what is wrong ------------------------------------------------------------------------------------------------

  #count() {
    const { desk, dataset } = this;
    for (const [name, can] of [["undo", desk.canUndo], ["redo", desk.canRedo]]) {
      this.querySelector(`[data-do=${name}]`).disabled = !can;
    }
    const { concerns } = desk, errors = concerns.filter(({ level }) => level === "error").length, advices = concerns.length - errors;
    const count = (number, one, more) => number ? [filled(number === 1 ? one : more, number)] : [];
    const told = [...count(errors, dataset.error, dataset.errors), ...count(advices, dataset.advice, dataset.advices)];
    const button = this.querySelector("[data-panel=problems]");
    button.textContent = told.join(", ") || (desk.looking ? dataset.looking : dataset.right);
    button.dataset.state = errors ? "errors" : advices ? "advices" : "right";
    button.toggleAttribute("data-looking", desk.looking);
  }
}

customElements.get("wegwijzer-workbench") ?? customElements.define("wegwijzer-workbench", Workbench);
