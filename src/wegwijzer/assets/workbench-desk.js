// The texts of a project while somebody changes them. This holds each text and what was published; Python, which knows what they
// say, is told of every change before it is asked anything. All that changes a text passes here, so all of it can be undone.

import { engine } from "./engine.js";
import { extend } from "./take.js";
import { applied, difference, fits, redone, undone } from "./workbench-change.js";

const STEP = 150; // milliseconds after the last key: the step at hand is looked at
const WHOLE = 700; // and then everything
const TOGETHER = 1_500; // what is typed on without a longer pause is undone at once
const MOST = 1_000; // steps that can be undone
const AGAIN = 3; // times that an edit is asked when somebody types on meanwhile

const UNSURE = Symbol("a text of which Python knows more than we do");

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
// By file and place, as Python sorts them: a list that somebody reads does not change its order.
const inOrder = (one, other) => (one.path > other.path) - (one.path < other.path) || one.line - other.line || one.column - other.column;
// The day on which somebody works, as Python writes it.
export const today = () => new Date(Date.now() - 60_000 * new Date().getTimezoneOffset()).toISOString().slice(0, 10);

// Fires "file" (another one is open), "text" (detail {path, by}), "place" ({path, where, by}), "problems", "cases" and "history" (a
// step was made, undone or redone). `by` is who did it: a view leaves alone what it did itself.
export class Desk extends EventTarget {
  path = "";
  where = [];
  by = ""; // who went there
  problems = [];
  cases = []; // of the tree that is open: {title, where, ends_in, holds}
  looking = true; // whether the problems are still those of older texts
  telling = []; // functions that tell what a view heard and did not tell yet, such as the last keys
  done = []; // what was done: {number, changes: [{path, at, old, now}], path, where, at}; each change makes a new list
  #published = new Map();
  #texts = new Map();
  #known; // what the build wrote down of the published texts, so that Python need not read them all
  #icons; // the names of those that can be drawn
  #listed = []; // the files that were published
  #told = new Map(); // what Python knows, by path
  #undone = [];
  #edits = Promise.resolve();
  #timers = {};
  #round = 0; // counts the changes, so that an answer about older texts is known as such
  #starts = 0; // of the engine, when it was told

  // `words` are those of the interface, by name.
  constructor(words) {
    super();
    this.words = words;
  }

  // Takes in a project as the build wrote it: `files`, text by path, `archives`, what of Python reads those, `known`, what they say,
  // and `icons`, which there are.
  async open({ files, archives = [], known, icons }) {
    await engine.arrival();
    for (const name of archives) await extend(name);
    this.#published = new Map(Object.entries(files));
    this.#texts = new Map(this.#published);
    Object.assign(this, { done: [], path: "", where: [], problems: [] });
    this.#known = known;
    this.#icons = icons;
    await this.#begin();
    this.#look();
  }

  // Lets the texts be those of a draft: `texts` in the place of what was published (null: gone), and what was `done` to them.
  adopt({ texts = {}, done = [] }, by) {
    const all = new Map([...this.#published, ...Object.entries(texts)]);
    const other = [...new Set([...this.#texts.keys(), ...all.keys()])].filter((path) => (all.get(path) ?? null) !== this.text(path));
    this.done = done;
    this.#undone = [];
    this.#let(other.map((path) => [path, all.get(path) ?? null]), by);
  }

  // -- the texts ----------------------------------------------------------------------------------------------------

  text(path = this.path) {
    return this.#texts.get(path) ?? null;
  }

  published(path = this.path) {
    return this.#published.get(path) ?? null;
  }

  // The paths whose text is not the published one.
  get changed() {
    const paths = new Set([...this.#published.keys(), ...this.#texts.keys()]);
    return [...paths].filter((path) => this.text(path) !== this.published(path));
  }

  // What there is: {path, title, kind, folder}. A file that was never published is called by its name.
  get files() {
    const known = new Set(this.#listed.map(({ path }) => path));
    const added = [...this.#texts.keys()].filter((path) => !known.has(path) && !this.#published.has(path)).map((path) => {
      const folder = path.slice(0, path.lastIndexOf("/"));
      return { ...this.#listed.find((file) => file.folder === folder), path, title: path.slice(folder.length + 1), folder };
    });
    return [...this.#listed.filter(({ path }) => this.#texts.has(path)), ...added];
  }

  // Asks Python, once it has heard every text. One that was started anew is told all of it again.
  async ask(what, more = {}) {
    for (let times = 0; ; times += 1) {
      if (this.#starts !== engine.starts) await this.#begin();
      this.#tell();
      const { starts } = engine;
      try {
        const reply = await engine.ask({ do: "work", what, ...more });
        if (starts === engine.starts || times) return reply;
      } catch (error) {
        if (starts === engine.starts || times) throw error;
      }
    }
  }

  async #begin() {
    this.#starts = engine.starts;
    this.#told = new Map(this.#published);
    const { files } = await engine.ask({ do: "work", what: "project", files: Object.fromEntries(this.#published), known: this.#known, icons: this.#icons });
    this.#listed = files;
  }

  #tell() {
    for (const path of new Set([...this.#told.keys(), ...this.#texts.keys()])) {
      const text = this.text(path);
      if (this.#told.get(path) === text) continue;
      this.#told.set(path, text);
      engine.ask({ do: "work", what: "put", path, text }).catch((error) => console.warn(error));
    }
  }

  // Lets Python change the text; resolves to {where}, or to {error} in words. `typed` names what is typed on and on, such as a field.
  edit(edit, { by, path = this.path, typed } = {}) {
    const turn = this.#edits.then(() => this.#edit(edit, by, path, typed));
    this.#edits = turn.catch(() => {});
    return turn;
  }

  async #edit(edit, by, path, typed) {
    for (let times = 0; times < AGAIN; times += 1) {
      const round = this.#round;
      const { changes = [], where, error } = await this.ask("edit", { path, edit });
      if (error) return { error };
      const texts = new Map();
      for (const { path: of } of changes) texts.set(of, applied(this.text(of), changes.filter((change) => change.path === of)));
      for (const of of texts.keys()) this.#told.set(of, UNSURE);
      if (round !== this.#round) continue; // somebody typed on: Python hears what, and is asked again
      for (const [of, text] of texts) this.#told.set(of, text);
      this.#make(texts, by, typed);
      return { where };
    }
    return { error: this.words.meanwhile };
  }

  // The whole text, as somebody types it; null: the file is gone.
  put(text, { by, path = this.path } = {}) {
    if (text !== this.text(path)) this.#make(new Map([[path, text]]), by, by);
  }

  // Whole texts by path, as one step: somebody brought them.
  take(texts, { by } = {}) {
    const other = Object.entries(texts).filter(([path, text]) => text !== this.text(path));
    if (other.length) this.#make(new Map(other), by);
  }

  // -- what was done ------------------------------------------------------------------------------------------------

  get canUndo() {
    return this.done.length > 0;
  }

  get canRedo() {
    return this.#undone.length > 0;
  }

  // All that people did until now is in the texts.
  async heard() {
    await Promise.all(this.telling.map((tell) => tell()));
    await this.#edits;
  }

  async undo() {
    await this.heard();
    const step = this.done.at(-1);
    if (!step) return;
    if (!step.changes.every((change) => fits(this.text(change.path), change))) { // two tabs wrote at once: what was done is lost
      this.done = [];
      this.#fire("history", {});
      return;
    }
    this.done = this.done.slice(0, -1);
    this.#undone.push(step);
    this.#let([...step.changes].reverse().map((change) => [change.path, undone(this.text(change.path), change)]), "history");
    if (this.text(step.path) !== null) this.go(step.path, step.where, { by: "history" });
  }

  async redo() {
    await this.heard();
    const step = this.#undone.pop();
    if (!step) return;
    this.done = [...this.done, step];
    this.#let(step.changes.map((change) => [change.path, redone(this.text(change.path), change)]), "history");
    if (this.text(step.path) !== null) this.go(step.path, step.where, { by: "history" });
  }

  // Makes these texts one step that can be undone; what is typed on and on is one.
  #make(texts, by, typed) {
    let changes = [...texts].map(([path, text]) => ({ path, ...difference(this.text(path), text) }));
    const last = this.done.at(-1), at = Date.now();
    const goesOn = typed && last?.typed === typed && at - last.at < TOGETHER && last.changes[0].path === changes[0].path;
    if (goesOn) {
      const [{ path }] = changes;
      changes = [{ path, ...difference(undone(this.text(path), last.changes[0]), texts.get(path)) }];
      this.done = this.done.slice(0, -1);
    }
    const number = (this.done.at(-1)?.number ?? 0) + 1;
    this.done = [...this.done.slice(-MOST), { number, changes, at, path: this.path, where: this.where, typed }];
    this.#undone = [];
    this.#let(texts, by);
  }

  #let(texts, by) {
    this.#round += 1;
    for (const [path, text] of texts) this.#set(path, text);
    for (const [path] of texts) this.#fire("text", { path, by });
    this.#fire("history", {});
    this.#look();
  }

  #set(path, text) {
    if (text === null) this.#texts.delete(path);
    else this.#texts.set(path, text);
  }

  // -- where --------------------------------------------------------------------------------------------------------

  // Lets a place be the one that is edited, in the file at hand or in another.
  go(path, where = [], { by } = {}) {
    const other = path !== this.path;
    if (!other && same(where, this.where)) return;
    Object.assign(this, { path, where, by });
    if (other) this.#fire("file", { path, by });
    this.#fire("place", { path, where, by });
    if (other && !this.looking) this.#prove(this.#round, false).catch((error) => console.warn(error)); // for the cases of this one
  }

  // What concerns who edits: errors, and advice on what is open or was changed.
  get concerns() {
    const near = new Set([this.path, ...this.changed]);
    return this.problems.filter(({ level, path }) => level === "error" || near.has(path));
  }

  get step() {
    return this.where.slice(0, 2);
  }

  // -- what is wrong ------------------------------------------------------------------------------------------------

  #look() {
    this.looking = true;
    this.#fire("problems", {});
    clearTimeout(this.#timers.step);
    clearTimeout(this.#timers.whole);
    const round = this.#round;
    const still = (what) => () => { if (round === this.#round) what(round).catch((error) => console.warn(error)); };
    this.#timers.step = setTimeout(still((at) => this.#check(at)), STEP);
    this.#timers.whole = setTimeout(still((at) => this.#prove(at)), WHOLE);
  }

  // The step at hand, at once.
  async #check(round) {
    const { path, step } = this;
    if (!path) return;
    const { problems, part } = await this.ask("check", { path, where: step, today: today() });
    if (round !== this.#round || !this.looking) return;
    const other = (problem) => problem.path !== path || (part && !same(problem.part, part));
    this.problems = [...this.problems.filter(other), ...problems].sort(inOrder);
    this.#fire("problems", {});
  }

  // Everything, in slices: between two of them Python answers others.
  async #prove(round, begin = true) {
    for (let fresh = begin; round === this.#round; fresh = false) {
      const { problems, cases, done } = await this.ask("prove", { fresh, path: this.path, today: today() });
      if (round !== this.#round) return;
      if (!done) continue;
      Object.assign(this, { problems, cases, looking: false });
      this.#fire("problems", {});
      this.#fire("cases", {});
      return;
    }
  }

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
