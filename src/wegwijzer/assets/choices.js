// The page on which a municipality records its choices. All of it stays in this browser: each choice is kept as it is made, and
// what another tab keeps shows here at once.

import { fromLink, linkTo, Proposal } from "./choices-change.js";
import { DECISIONS, decisions, FILE, record } from "./choices-kept.js";
import { Row } from "./choices-row.js";
import { CHOICES, erase, keep, kept, stateOf, watch } from "./storage.js";
import { filled } from "./words.js";

const MENTIONED = 3; // choices that one line names

class Choices extends HTMLElement {
  connectedCallback() {
    this.rows ??= this.begin();
    this.unwatch = [CHOICES, DECISIONS, FILE].map((name) => watch(name, () => this.refresh(true)));
    addEventListener("hashchange", this.onChange = () => this.follow());
    this.refresh();
    this.follow();
  }

  disconnectedCallback() {
    for (const stop of this.unwatch) stop();
    removeEventListener("hashchange", this.onChange);
  }

  begin() {
    const { dataset } = this;
    this.person = new RegExp(`^(?:${dataset.person})$`, "u");
    this.state = this.querySelector("[data-state]");
    this.tools = this.querySelector("[data-tools]");
    this.result = this.querySelector("[data-result]");
    this.municipality = this.querySelector("[data-name]");
    this.proposal = new Proposal(this, this.querySelector("[data-proposal]"));
    this.tools.hidden = false;
    this.tools.addEventListener("click", ({ target }) => this.press(target.closest("[data-do]")));
    this.municipality.addEventListener("input", () => keep(FILE, (now) => ({ ...now, name: this.municipality.value })));
    this.querySelector("[data-file]").addEventListener("change", ({ target }) => this.bring(target));
    return new Map([...this.querySelectorAll("[data-choice]")].map((place) => [place.dataset.choice, new Row(this, place)]));
  }

  // The role that decided last: most often it decides the next one too.
  get lastRole() {
    return this.role ?? Object.values(kept(DECISIONS)).findLast(({ who }) => who)?.who ?? "";
  }

  get decision() {
    return decisions(this.dataset.undecided);
  }

  // Keeps decisions by name, undefined for one to forget.
  keep(changes) {
    const safe = record(changes, this.dataset.undecided, (name) => this.rows.get(name)?.isText);
    if (!safe) this.unkept = true;
    this.refresh();
  }

  decide(row, decision) {
    if (decision?.who) this.role = decision.who;
    this.keep({ [row.name]: decision });
  }

  // Shows what is kept. `elsewhere`: another tab changed something, and the reader hears what, until something is done here: one
  // choice is kept in more than one record, and each is told of by itself.
  refresh(elsewhere = false) {
    const { decision, dataset } = this, moved = [];
    for (const row of this.rows.values()) {
      const now = decision(row.name);
      const other = elsewhere && JSON.stringify(now) !== JSON.stringify(row.decision);
      if (other) moved.push(row.title);
      row.show(now, other);
    }
    const { name = "", rest = "" } = kept(FILE);
    if (this.municipality !== document.activeElement) this.municipality.value = name;
    this.municipality.closest("p").hidden = Boolean(rest);
    this.count();
    const states = [CHOICES, DECISIONS].map(stateOf);
    const wrong = states.includes("newer") ? dataset.newer : this.unkept ? dataset.unkept : states.includes("damaged") ? dataset.damaged : "";
    if (!elsewhere) this.moved = "";
    else if (moved.length) this.moved = filled(dataset.elsewhere, moved.slice(0, MENTIONED).join(" ") + (moved.length > MENTIONED ? " …" : ""));
    const told = [wrong, this.moved, this.counted].filter(Boolean).join(" ");
    if (this.state.textContent !== told) this.state.textContent = told; // what is the same need not be heard again
    if (elsewhere) this.proposal.again();
  }

  count() {
    const made = (rows, state) => rows.filter((row) => row.place.dataset.state === state).length;
    const rows = [...this.rows.values()];
    this.counted = filled(this.dataset.count, made(rows, "decided"), rows.length, made(rows, "open"));
    for (const chapter of this.querySelectorAll(".ww-chapter")) {
      const inside = rows.filter((row) => chapter.contains(row.place));
      chapter.querySelector("[data-of]").textContent = filled(this.dataset.chapter, made(inside, "decided"), inside.length);
    }
  }

  // A link to one choice, or one with choices of somebody else.
  follow() {
    const hash = location.hash.slice(1).replaceAll("%7E", "~"), row = this.rows.get(hash); // some programs write it so
    const brought = fromLink(hash, this.rows);
    if (row) this.show(row);
    else if (brought) this.proposal.show(brought);
  }

  show(row) {
    row.place.closest("details").open = true;
    row.place.scrollIntoView();
  }

  async press(button) {
    const { dataset, result } = this;
    if (!button) return;
    result.replaceChildren();
    if (button.dataset.do === "link") {
      const link = linkTo(this.rows, this.decision);
      if (!link) {
        result.textContent = dataset.noLink;
        return;
      }
      const { put } = await import("./copy.js");
      const said = await put(button.dataset, (clipboard) => clipboard.writeText(link), () => {
        result.textContent = link;
        return result;
      });
      if (!result.textContent) result.textContent = said;
    } else if (button.dataset.do === "erase" && confirm(dataset.sure)) {
      for (const name of [CHOICES, DECISIONS, FILE]) erase(name);
      this.role = undefined;
      this.proposal.close();
      this.refresh();
      result.textContent = dataset.erased;
    } else if (button.dataset.do === "save") await this.work((file) => file.save(this));
  }

  async bring(field) {
    const [file] = field.files;
    field.value = ""; // the same file can be brought again
    if (!file) return;
    if (file.size > Number(this.dataset.most)) {
      this.result.textContent = filled(this.dataset.tooLarge, Number(this.dataset.most) / 1000);
      return;
    }
    await this.work((module) => module.read(this, file));
  }

  // What only a file needs comes when there is one.
  async work(on) {
    this.result.textContent = this.dataset.busy;
    try {
      await on(await import("./choices-file.js"));
    } catch (error) {
      this.result.textContent = this.dataset.failed;
      console.warn(error);
    }
  }
}

customElements.get("wegwijzer-choices") ?? customElements.define("wegwijzer-choices", Choices);
