// The case file: kept in this browser only, until it is erased. Python draws it. Every tab where it is open shows the
// same one: a field that changes elsewhere changes here, and what was erased elsewhere does not come back.

import { advices, linked, renewed } from "./advices.js";
import { CASE, erase, has, keep, kept, stateOf, watch } from "./storage.js";
import { made, print, written } from "./take.js";

const files = new WeakMap();

// Opens the case file of a wizard, or shows the one that was kept. `asked`: the reader wants to write in it now.
export default async function open(wizard, asked) {
  if (!files.has(wizard)) files.set(wizard, new CaseFile(wizard));
  await files.get(wizard).open(asked);
}

class CaseFile {
  constructor(wizard) {
    this.wizard = wizard;
    this.place = wizard.querySelector(".ww-dossier");
    this.place.addEventListener("input", ({ target }) => this.type(target));
    wizard.addEventListener("click", ({ target }) => this.do(target.closest("[data-case]")?.dataset));
    wizard.addEventListener("ww-step", ({ detail: { ticked } }) => this.follows(ticked));
    const stop = watch(CASE, () => wizard.isConnected ? this.follow() : stop());
  }

  get log() {
    return this.place.querySelector("[data-case-log]");
  }

  async open(asked) {
    let html = "";
    this.before ??= kept(CASE).routes; // as this visit found them: before the walk at hand goes in
    try {
      ({ html } = await made(this.wizard, { as: "case", case: kept(CASE) }));
    } catch (error) {
      this.wizard.warn(this.wizard.dataset.unloaded);
      // What stands in this browser can be erased all the same.
      if (has(CASE)) this.wizard.querySelector(".ww-tools [data-case=erase]")?.removeAttribute("hidden");
      console.warn(error);
      return;
    }
    this.state = stateOf(CASE);
    this.place.innerHTML = html;
    this.place.hidden = false;
    const safe = keep(CASE, (now) => ({ ...now, id: now.id ?? String(Math.random()) }));
    this.id = kept(CASE).id;
    this.fill(); // another tab may have written while Python drew
    this.tell(safe);
    await this.draw(true);
    this.tellRenewed().catch(console.warn); // without a network it is not known
    if (asked) this.place.querySelector("h3")?.focus();
  }

  // Says which advices were renewed since they came in the case file.
  async tellRenewed() {
    const noted = Object.entries(this.before).filter(([, { digest }]) => digest);
    if (!noted.length) return;
    const now = await advices();
    const told = noted.filter(([tree, { advice, digest }]) => renewed(now, tree, advice, digest)).map(([tree, { advice }]) => {
      const [before, after] = now.words.renewed_case.split("%1"), line = document.createElement("p");
      line.append(before, linked(now, tree, advice), after);
      return line;
    });
    this.place.querySelector("[data-case-renewed]")?.replaceChildren(...told);
  }

  // Draws the log anew. `noting`: the route of this walk goes in the case file; else it only follows another tab.
  async draw(noting) {
    let drawn;
    try {
      drawn = await made(this.wizard, { as: "case", case: kept(CASE) });
    } catch {
      return; // Python went; the wizard says so, and what was noted stands in the fields
    }
    const { tree } = this.wizard, route = drawn.case.routes[tree];
    if (noting && route && !this.note((now) => ({ ...now, routes: { ...now.routes, [tree]: route } }))) return;
    if (this.place.hidden) return;
    const fresh = document.createElement("div");
    fresh.innerHTML = drawn.html;
    this.log.replaceWith(fresh.querySelector("[data-case-log]"));
    this.drawn = logged();
  }

  // Writes in the case file that is open here. One that was erased meanwhile does not come back.
  note(change, beside) {
    if (kept(CASE).id !== this.id) {
      this.follow();
      return false;
    }
    this.tell(keep(CASE, change), beside);
    return true;
  }

  type(field) {
    const name = field.dataset.caseField;
    if (name) this.note((now) => ({ ...now, [name]: field.value }), field);
  }

  async follows(ticked) {
    if (this.place.hidden) return;
    if (ticked) {
      const text = ticked.closest("label").innerText.trim();
      const at = written(new Date(), { dateStyle: "short", timeStyle: "short" });
      this.note((now) => {
        const others = now.done.filter((entry) => entry.text !== text);
        return { ...now, done: ticked.checked ? [...others, { at, text }] : others };
      });
    }
    await this.draw(true);
  }

  async do(what) {
    if (!what) return;
    if (what.case === "print") {
      try {
        print((await made(this.wizard, { as: "case-print", case: kept(CASE) })).html);
      } catch {
        this.wizard.warn(what.failed);
      }
      return;
    }
    if (what.case === "erase") {
      if (!confirm(what.sure)) return;
      erase(CASE);
      this.before = {};
      this.wizard.tell(what.erased);
    }
    this.close(true);
  }

  close(focus) {
    const inside = focus || this.place.contains(document.activeElement);
    this.place.hidden = true;
    this.place.replaceChildren();
    const opener = this.wizard.querySelector("[data-dossier]");
    for (const button of this.wizard.querySelectorAll(".ww-tools [data-case=erase]")) button.hidden = true;
    if (inside) opener?.focus();
  }

  // Another tab wrote, or erased.
  follow() {
    if (this.place.hidden) return;
    if (!has(CASE)) {
      this.wizard.tell(this.place.querySelector("[data-case=erase]").dataset.erased);
      this.close(false);
    } else if (kept(CASE).id !== this.id) this.open(false);
    else {
      this.fill();
      if (this.drawn !== logged()) this.draw(false);
    }
  }

  fill() {
    const now = kept(CASE);
    for (const field of this.place.querySelectorAll("[data-case-field]")) {
      const value = now[field.dataset.caseField] ?? "";
      if (field.value !== value) field.value = value;
    }
  }

  // Says below the field at hand what is wrong with what is kept, as long as it is.
  tell(safe, beside) {
    const place = this.place.querySelector(".ww-unkept");
    if (!place) return;
    const { newer, unkept, damaged } = place.dataset;
    const text = this.state === "newer" ? newer : !safe ? unkept : this.state ? damaged : "";
    if (place.textContent === text) return;
    if (beside && text) beside.after(place);
    place.hidden = !text;
    place.textContent = text;
  }
}

const logged = () => JSON.stringify([kept(CASE).routes, kept(CASE).done]);
