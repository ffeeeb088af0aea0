// Everything that is wrong in the project, each with the way to it and the buttons that repair it.

import { filled } from "./words.js";
import { at, button, made, said, told } from "./workbench-parts.js";

const BY = "problems";
const MOST = 100; // shown; the others come when these are gone

export class ProblemsView {
  #as = "";

  constructor(place, desk) {
    Object.assign(this, { place, desk, say: said(desk.words) });
    this.list = made("ol", { className: "ww-problems" });
    this.rest = made("p", { className: "ww-note" });
    this.cases = made("p", { className: "ww-note" });
    place.append(this.list, this.rest, this.cases);
    for (const name of ["problems", "cases"]) desk.addEventListener(name, () => this.shown());
  }

  shown() {
    const { concerns: problems, looking } = this.desk, as = JSON.stringify(problems);
    if (this.place.hidden) return;
    const index = [...this.list.children].findIndex((row) => row.contains(document.activeElement));
    if (this.#as !== as) this.list.replaceChildren(...problems.slice(0, MOST).map((problem) => this.#row(problem)));
    this.#as = as;
    this.#count();
    this.rest.textContent = problems.length > MOST ? this.say("moreProblems", problems.length - MOST)
      : problems.length || looking ? "" : this.say("noProblems");
    if (index >= 0 && !this.list.contains(document.activeElement)) {
      (this.list.children[Math.min(index, this.list.children.length - 1)]?.querySelector("button") ?? this.place).focus();
    }
  }

  // How many cases of the tree that is open still end where they say.
  #count() {
    const { cases, words } = this.desk, right = cases.filter(({ holds }) => holds).length;
    const known = cases.length > 0 && cases.every(({ holds }) => holds !== null);
    this.cases.textContent = known ? filled(right === cases.length ? words.casesAll : words.casesSome, right, cases.length) : "";
  }

  #row(problem) {
    const { path, where, line, level } = problem, file = this.desk.files.find((each) => each.path === path);
    const name = [file?.title ?? path, ...where.slice(0, 2).slice(1)].join(" · ");
    return made("li", { "data-level": level, "data-at": at(where) },
      made("b", {}, this.say(level)), " ", told(problem, (fix) => this.#repair(problem, fix)),
      button(`${name} (${this.say("line", line)})`, () => this.desk.go(path, where, { by: BY }), { looks: "ww-problem-place" }));
  }

  async #repair({ path }, fix) {
    const { error } = await this.desk.edit(fix.edit, { by: BY, path });
    if (error) this.rest.textContent = error;
  }
}
