// Who leads a wizard: the links of its static version until Python is ready, and Python from then on. There is no second
// walker here. It keeps the address, asks Python, and tells the element (wizard.js) what to show.

import { TYPED, answersIn, fragmentBefore, nodeOf, passedIn, readFragment, writeFragment } from "./fragment.js";
import { goOn } from "./input.js";
import { focusOn, focused } from "./place.js";
import { quiet } from "./quiet.js";
import { Still } from "./still.js";
import { CASE, CHOICES, followMoves, has, keep, kept, watch } from "./storage.js";

let toldUnkept = false; // once a visit

export class Controller {
  constructor(wizard, engine) {
    this.wizard = wizard;
    this.engine = engine;
    followMoves(wizard.dataset.former);
    this.still = new Still(wizard.nodes, wizard.tree);
    this.leads = false; // whether Python does
    this.later = ""; // the walk as it was before the reader went back to change an answer
    this.turns = 0; // how often Python was asked: a reply to an older question than the last one comes too late
    this.onChange = () => this.follow();
  }

  start() {
    const { engine, wizard } = this;
    window.addEventListener("hashchange", this.onChange);
    // A choice that another tab keeps counts here too.
    this.unwatch = watch(CHOICES, () => this.leads && this.ask({ do: "open", fragment: this.shown }, { takingOver: true }));
    this.shown = this.fragment;
    // A page that the theme put in place of another one comes under the finger that asked for it.
    this.showStill(this.place(this.shown), { quietly: !this.told, fresh: document.readyState === "complete" });
    if (this.told) this.hold();
    this.catchUp();
    this.unheard = engine.whenReady(() => this.takeOver(), () => this.asking || this.goStill());
    if (engine.onRequestOnly()) wizard.offer(() => engine.start());
    else wizard.near(wizard, () => this.startSoon());
  }

  // What a reader pressed before this script was there, and what had to wait for it (see address.js).
  catchUp() {
    const { waiting } = this.wizard;
    this.wizard.waiting = null;
    waiting?.click();
  }

  stop() {
    window.removeEventListener("hashchange", this.onChange);
    this.left?.abort();
    this.unheard?.();
    this.unwatch();
  }

  // Who brings a page (the browser, the theme) goes to the place in the address once more when all is there, and takes view
  // and focus away. Until the reader does something, they stay with the node.
  hold() {
    const { wizard } = this;
    const { signal } = this.left = new AbortController();
    for (const name of ["pointerdown", "keydown", "wheel"]) window.addEventListener(name, () => this.left.abort(), { signal, capture: true });
    for (const wait of [50, 300, 1000, 2500]) {
      setTimeout(() => {
        const { activeElement } = document; // elsewhere: somebody went there, with a screen reader for instance
        const ours = activeElement === document.body || activeElement.matches(".ww-heading");
        if (!signal.aborted && ours) wizard.bring(wizard.section);
      }, wait);
    }
  }

  // Python waits until the page itself is there: an answer before that costs no request. What a result says comes first.
  startSoon() {
    quiet().then(() => this.engine.begun || this.still.whole.load()).catch(() => {}).then(() => this.engine.start());
  }

  // The part of the address that is about this tree; anchors of the page itself do not move the wizard.
  get told() {
    return readFragment(location.hash, this.wizard.tree);
  }

  // The walk that it tells, or that of the entry where this page begins.
  get fragment() {
    const { tree, dataset: { entry } } = this.wizard;
    const told = this.told || (entry ? `${tree}-${entry}` : ""), walk = this.still.walk(told);
    if (walk === told) return told;
    const [name, ...rest] = walk.split(";");
    return [`${tree}-${this.passed(nodeOf(name, tree), walk)}`, ...rest].join(";");
  }

  // Whether the reader is past the first step of this page, by an answer or by a link.
  get begun() {
    const { told, fragment } = this;
    return Boolean(told) && (answersIn(fragment).length > 0 || nodeOf(fragment, this.wizard.tree) !== this.place(""));
  }

  // Whether there is a step before this one.
  get hasBefore() {
    return this.begun || answersIn(this.fragment).length > 0;
  }

  // The node that a fragment leads to, or the start.
  place(fragment) {
    const node = nodeOf(fragment, this.wizard.tree);
    return this.still.has(node) ? node : this.passed(this.wizard.dataset.start, "");
  }

  // Where who is led to a node comes, on the way that a fragment tells.
  passed(node, fragment) {
    return this.still.passed(node, answersIn(fragment), kept(CHOICES));
  }

  // Whether Python leads and did not reply yet to what was last asked.
  get waits() {
    return this.leads && Boolean(this.asking);
  }

  // -- what the reader does: input.js hears it -----------------------------------------------------------------

  follow(later = "") {
    const { fragment } = this;
    if (fragment === this.shown || (!this.told && location.hash)) return;
    this.shown = fragment;
    this.later = later;
    if (this.leads) this.ask({ do: "open", fragment });
    else this.showStill(this.place(fragment), {});
  }

  give(section, answer, link) {
    const { node } = section.dataset;
    if (this.leads) return this.ask({ do: "answer", fragment: this.shown, node, answer });
    if (!this.engine.onRequestOnly()) this.startSoon();
    const { memory, tree, dataset: { start, version } } = this.wizard;
    const field = section.querySelector("input[data-fill]");
    if (field) memory.typed[node] = answer;
    memory.given(node);
    const from = this.place(this.shown), begins = from === this.place("");
    const written = (to) => writeFragment(this.shown, { tree, start, version, from: begins ? start : from }, node, field ? TYPED : answer, to);
    const to = this.passed(nodeOf(link.hash.slice(1), tree), written(node));
    this.go(written(to));
    this.showStill(to, {});
    this.shown = this.fragment;
  }

  go(fragment) {
    history.pushState(history.state, "", `#${fragment}`);
  }

  // `remember`: local choices by name as JSON, null for one to forget. Where the step stays, the reader does too.
  async remember({ remember, kept: said, unkept }) {
    const { wizard } = this, { node } = wizard.dataset;
    const changed = (choices) => Object.entries({ ...choices, ...JSON.parse(remember) }).filter(([, value]) => value !== null);
    const safe = keep(CHOICES, (choices) => Object.fromEntries(changed(choices)));
    await this.ask({ do: "open", fragment: this.shown }, { takingOver: true });
    if (!safe && !toldUnkept) {
      toldUnkept = true;
      wizard.warn(unkept);
    } else if (said && wizard.dataset.node === node) wizard.say(said);
  }

  // -- the static version ----------------------------------------------------------------------------------------

  showStill(node, { quietly, fresh = true }) {
    const section = this.still.show(node);
    const { fragment, wizard: { tree } } = this;
    this.still.place(answersIn(fragment).length + 1, fragmentBefore(fragment, tree), this.begun);
    if (!section) return;
    this.wizard.show(section, { route: passedIn(this.fragment), quietly, fresh });
    this.complete(section);
  }

  async complete(section) {
    const { still, wizard } = this;
    if (!(await still.complete(section).catch(console.warn)) || section !== wizard.section) return;
    wizard.furnish();
    wizard.intents.changed();
  }

  // Without Python, from where the reader is, with what Python was asked and did not do.
  goStill(request) {
    const { engine, wizard } = this;
    if (!engine.told) wizard.tell(wizard.dataset.failed);
    engine.told = true;
    if (!this.leads) return;
    const opens = request?.do === "open";
    const focus = focused(wizard.section);
    if (!opens) wizard.memory.draft(wizard.dataset.node, wizard.section);
    this.leads = false;
    wizard.dataset.engine = "static";
    this.still.restore();
    this.showStill(opens ? this.place(this.fragment) : wizard.dataset.node, { quietly: !opens });
    if (opens) return;
    const { section } = wizard;
    focusOn(section, focus);
    if (request?.do !== "answer") return;
    const link = section.querySelector(`a[data-answer="${CSS.escape(request.answer)}"]`);
    if (link) this.give(section, request.answer, link);
    else goOn(wizard, this, section);
  }

  // -- Python ----------------------------------------------------------------------------------------------------

  async takeOver() {
    const { wizard } = this;
    try {
      await this.engine.loadTree(wizard.tree, new URL(wizard.dataset.src, document.baseURI).href);
      await this.ask({ do: "open", fragment: this.fragment }, { takingOver: true });
      if (has(CASE)) wizard.use("dossier", false);
    } catch (error) {
      wizard.tell(wizard.dataset.failed);
      console.warn(error);
    }
  }

  // What goes along with every question to Python.
  asked() {
    const { tree, memory, dataset: { sourceUrl = "", contact = "", root = "" } } = this.wizard;
    return {
      tree, fragment: this.shown, typed: memory.typed, given: kept(CHOICES), later: this.later,
      site: { source_url: sourceUrl, contact }, root,
    };
  }

  async ask(request, { takingOver = false } = {}) {
    const { wizard } = this, { memory } = wizard;
    const turn = this.turns += 1;
    this.asking = true;
    let reply = null;
    try {
      reply = await this.engine.ask({ ...this.asked(), ...request });
      if (takingOver) await wizard.intents.released();
    } catch { /* Python is gone */ }
    if (turn !== this.turns || !wizard.isConnected) return;
    this.asking = false;
    if (!reply) {
      this.goStill(request);
      return;
    }
    if (reply.error) {
      wizard.complain(reply.error);
      return;
    }
    // A click that came while Python was starting counts: ask again for where the reader is now.
    if (takingOver && this.fragment !== (request.fragment ?? "")) {
      await this.ask({ do: "open", fragment: this.fragment }, { takingOver });
      return;
    }
    memory.typed = reply.typed;
    this.later = reply.later;
    if (request.do === "answer") {
      memory.given(request.node);
      this.go(reply.fragment);
    }
    this.shown = this.fragment;
    this.leads = true;
    wizard.draw(reply, { takingOver, quietly: takingOver && !this.told });
  }
}
