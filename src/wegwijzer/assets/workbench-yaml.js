// The text of a file as it is written, in an editor. What may stand at the caret, what is wrong and which place a caret is in, Python
// says; this shows it. All that is typed goes to the desk, which keeps it and can undo it.

import {
  autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, defaultKeymap, drawSelection, EditorState, EditorView,
  highlightActiveLine, highlightActiveLineGutter, highlightSelectionMatches, indentUnit, keymap, lineNumbers, linter, lintGutter,
  nextDiagnostic, previousDiagnostic, search, searchKeymap, setDiagnostics, setDiagnosticsEffect, Transaction, yaml,
} from "./vendor/codemirror.js";
import { difference } from "./workbench-change.js";
import { Lines } from "./workbench-lines.js";
import { look } from "./workbench-yaml-look.js";
import { filled } from "./words.js";

const BY = "yaml";
const MOST = 1_000_000; // characters: above that no text of people
const SHOWN = 8; // options at a time: the list needs no bar to scroll
const STILL = 250; // milliseconds that a caret stands still before others hear where
const ASKS = /^\s*(?:- +)*[\w-]*$|(?:[{[,]|: |- )\s*[\w./-]*$|\]\([\w:./-]*$/; // where something else than a text of people can stand
const WORD = /[\w./-]*$/;

export class YamlView {
  #view = null;
  #lines = new Lines("");
  #path = ""; // the file that the editor shows
  #ranges = new Map(); // where each problem stands now, though the text moved on
  #caret; // a timer
  #moves = 0; // of somebody who types here

  constructor(place, desk) {
    this.place = place;
    this.desk = desk;
    this.home = place.querySelector(".ww-bench-editor");
    this.words = this.home.dataset;
    this.told = place.querySelector("[role=status]");
    const root = this.home.attachShadow({ mode: "open" });
    this.#view = new EditorView({ root, parent: root, state: this.#state("") });
    for (const name of ["file", "text"]) desk.addEventListener(name, ({ detail }) => detail.by !== BY && this.#follow());
    desk.addEventListener("place", ({ detail }) => detail.by !== BY && this.#seen && this.#goThere());
    desk.addEventListener("problems", () => this.#mark());
  }

  // Called when the view comes into sight: what happened meanwhile is made good.
  shown() {
    this.#follow();
    this.#ranges.clear();
    this.#mark();
    this.#goThere();
  }

  get #seen() {
    return this.place.checkVisibility();
  }

  // -- the text -----------------------------------------------------------------------------------------------------

  // Shows the text as it is now: another file anew, another text of the same file as what changed in it.
  #follow() {
    if (!this.#seen) return;
    const { desk } = this, text = desk.text() ?? "", fits = text.length <= MOST;
    this.home.hidden = !fits;
    this.told.textContent = fits ? "" : filled(this.words.tooLarge, Math.round(MOST / 1000));
    if (!fits) return;
    this.#lines = new Lines(text);
    if (this.#path !== desk.path) {
      this.#path = desk.path;
      this.#ranges.clear();
      this.#view.setState(this.#state(this.#lines.shown));
      return this.#mark();
    }
    const { at: from, old, now: insert } = difference(this.#view.state.doc.toString(), this.#lines.shown);
    if (old || insert) this.#view.dispatch({ changes: { from, to: from + old.length, insert }, annotations: Transaction.remote.of(true) });
  }

  #state(doc) {
    const { desk, words } = this, undone = (name) => () => { desk[name](); return true; };
    const steps = [["Mod-z", "undo"], ["Mod-y", "redo"], ["Mod-Shift-z", "redo"]];
    return EditorState.create({
      doc,
      extensions: [
        linter(null, { hideOn: (change, from, to) => this.#closes(change, from, to) }),
        lintGutter(), lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(),
        yaml(), indentUnit.of("  "), closeBrackets(), search({ top: true }), highlightSelectionMatches(), look,
        autocompletion({
          override: [(context) => this.#complete(context)],
          icons: false,
          maxRenderedOptions: SHOWN,
          compareCompletions: () => 0, // in the order of Python's
          positionInfo: () => ({ style: "top: 100%" }),
        }),
        keymap.of([
          ...steps.map(([key, name]) => ({ key, run: undone(name), preventDefault: true })),
          { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
          ...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...defaultKeymap,
        ]),
        EditorState.phrases.of(JSON.parse(words.phrases)),
        EditorView.contentAttributes.of({ "aria-label": words.label, tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
        EditorView.domEventHandlers({
          beforeinput: ({ inputType }) => inputType === "historyUndo" ? undone("undo")() : inputType === "historyRedo" && undone("redo")(),
          paste: ({ clipboardData }) => this.#refuse(clipboardData?.getData("text/plain")),
          drop: ({ dataTransfer }) => this.#refuse(dataTransfer?.getData("text/plain")),
        }),
        EditorView.updateListener.of((update) => this.#update(update)),
      ],
    });
  }

  // Whether a text is too much to take in; then it is said why, and nothing happens.
  #refuse(text = "") {
    const much = this.#view.state.doc.length + text.length > MOST;
    this.told.textContent = much ? filled(this.words.tooMuch, Math.round(MOST / 1000)) : "";
    return much;
  }

  #update({ docChanged, selectionSet, changes, transactions, view }) {
    const own = docChanged && transactions.some((each) => each.docChanged && !each.annotation(Transaction.remote));
    if (docChanged) {
      for (const [problem, { from, to }] of this.#ranges) {
        this.#ranges.set(problem, { from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) });
      }
    }
    if (own) this.#put(changes);
    if ((own || selectionSet) && view.hasFocus) {
      this.#moves += 1;
      clearTimeout(this.#caret);
      this.#caret = setTimeout(() => this.#tellPlace().catch((error) => console.warn(error)), STILL);
    }
  }

  #put(changes) {
    const made = [];
    changes.iterChanges((from, to, _, __, insert) => made.push({ from, to, insert: insert.toString() }));
    const text = this.#lines.edited(made);
    this.#lines = new Lines(text);
    this.desk.put(text, { by: BY, path: this.#path });
    if (this.#lines.shown.length !== this.#view.state.doc.length) queueMicrotask(() => this.#follow()); // two ends of a line became one
  }

  // -- the place ----------------------------------------------------------------------------------------------------

  // Tells others in which place the caret stands.
  async #tellPlace() {
    const { desk } = this, path = this.#path, { head } = this.#view.state.selection.main;
    const { where } = await desk.ask("locate", { path, at: this.#lines.offset(head) });
    if (path === desk.path && this.#view.hasFocus && head === this.#view.state.selection.main.head) desk.go(path, where, { by: BY });
  }

  // Brings the caret to the place that others edit, unless it is there already, or somebody types on here meanwhile.
  async #goThere() {
    const { path, where } = this.desk, moves = this.#moves;
    if (!where.length || path !== this.#path) return;
    const { from, to } = await this.desk.ask("locate", { path, where });
    if (path !== this.#path || where !== this.desk.where || moves !== this.#moves) return;
    const [begin, end] = [from, to].map((offset) => this.#lines.place(offset)), { head } = this.#view.state.selection.main;
    const there = begin <= head && head < end;
    this.#view.dispatch({
      selection: there ? undefined : { anchor: begin },
      effects: EditorView.scrollIntoView(there ? head : begin, { y: "center" }),
    });
  }

  // -- what is wrong, and what can stand here -----------------------------------------------------------------------

  // Marks the problems. One that was there already stands where what was typed moved it.
  #mark() {
    if (!this.#seen || this.home.hidden) return;
    const own = this.desk.problems.filter(({ path }) => path === this.#path);
    const ranges = new Map(own.map((problem) => [problem, this.#ranges.get(problem) ?? this.#range(problem)]));
    this.#view.dispatch(setDiagnostics(this.#view.state, this.#marks(ranges)));
    this.#ranges = ranges; // only now: what is open is compared with what was
  }

  // Problems in the way of the editor, each where it stands.
  #marks(ranges) {
    return [...ranges].map(([problem, { from, to }]) => ({
      from,
      to: Math.max(from, to),
      severity: problem.level === "advice" ? "info" : problem.level,
      message: problem.message,
      renderMessage: () => this.#said(problem),
    }));
  }

  // Whether a message that is open closes: not while it still holds, though the project is judged again a second after each edit.
  #closes({ docChanged, effects, selection }, from, to) {
    const judged = effects.find((each) => each.is(setDiagnosticsEffect));
    if (docChanged || !(judged || selection)) return null; // as the editor would
    if (selection) return selection.main.head < from || selection.main.head > to;
    const there = (marks) => marks.filter((mark) => mark.from <= to && mark.to >= from).map((mark) => JSON.stringify(mark)).sort().join();
    return there(judged.value) !== there(this.#marks(this.#ranges));
  }

  // Where a problem stands in the text for which it was found.
  #range(problem) {
    const [from, to] = [problem.from, problem.to].map((offset) => Math.min(this.#lines.place(offset), this.#view.state.doc.length));
    return { from, to };
  }

  // A problem in words, with a button for each way to repair it: unless it moved, for those count in the text that was looked at.
  #said(problem) {
    const { message, hint, path, fixes } = problem, said = new DocumentFragment();
    const moved = JSON.stringify(this.#ranges.get(problem)) !== JSON.stringify(this.#range(problem));
    said.append(...[message, hint].filter(Boolean).map((textContent) => Object.assign(document.createElement("p"), { textContent })));
    said.append(...(moved ? [] : fixes).map(({ label, edit }) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "ww-fix", textContent: label });
      button.addEventListener("click", async () => {
        const { error } = await this.desk.edit(edit, { path });
        this.told.textContent = error ?? "";
        this.#view.focus();
      });
      return button;
    }));
    return said;
  }

  async #complete(context) {
    const { state, pos, explicit } = context, line = state.doc.lineAt(pos), head = line.text.slice(0, pos - line.from);
    if (!explicit && !ASKS.test(head)) return null;
    const { options, whole } = await this.desk.ask("complete", { path: this.#path, at: this.#lines.offset(pos) });
    if (context.aborted || !options.length) return null;
    const after = state.sliceDoc(pos, pos + 1) === ":" ? "" : ": ";
    return {
      from: pos - WORD.exec(head)[0].length,
      options: options.map(({ label, detail, info, example, key }) => ({
        label,
        detail,
        info: [info, example && filled(this.desk.words.formExample, example)].filter(Boolean).join(" ") || undefined,
        apply: key ? label + after : label,
      })),
      validFor: whole ? /^[\w./-]*$/ : undefined,
    };
  }
}
