// The deck: which cases, how many, in which order. A link keeps it as `deck;reactie.haat+beeld,melden;8;r42;heavy`: topics with the
// kinds of each, the number (0 is all), how it was shuffled, and whether heavy cases were asked for. Nothing typed stands in it.

import { put } from "./copy.js";
import { lay } from "./sheet.js";

export class Deck {
  // `begin` shows the first case of a deck that was just chosen.
  constructor(root, begin) {
    const topics = [...root.querySelectorAll(".ww-topic")];
    this.fold = root.querySelector(".ww-deck");
    this.fold.hidden = false;
    this.form = this.fold.querySelector("form");
    this.all = topics.flatMap((topic) => [...topic.querySelectorAll("article")].map((article) => ({
      article, topic: topic.dataset.topic, kind: article.dataset.kind ?? "", heavy: "heavy" in article.dataset,
    })));
    this.stage = document.createElement("div");
    this.stage.className = "ww-stage";
    topics[0].before(this.stage);
    for (const topic of topics) topic.remove();
    this.form.reset(); // a browser may have kept what stood in it
    this.usual = this.chosen();
    this.form.addEventListener("change", ({ target }) => this.changed(target));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.lay(this.chosen());
      history.replaceState(history.state, "", this.link);
      this.fold.open = false;
      begin();
    });
    this.form.querySelector("[data-do=link]").addEventListener("click", ({ currentTarget }) => this.copy(currentTarget));
    this.form.querySelector("[data-do=print]").addEventListener("click", () => { this.lay(this.chosen()); begin(); print(); });
  }

  // Lays the deck of an address; returns the case to show, or nothing when the address names neither a deck nor a case.
  read(asked) {
    const single = this.all.find(({ article }) => article.id === asked.split(/[;,.]/)[0]);
    const deck = this.named(asked);
    if (deck) this.set(deck);
    else if (single) this.set({ ...this.usual, topics: [{ topic: single.topic, kinds: [] }], count: 0 }, single);
    else if (!this.cases) this.set(this.usual);
    return deck ? this.cases[0] : single?.article;
  }

  // A deck in which nothing is left is none: the usual one comes instead.
  set(asked, also) {
    const choice = [asked, this.usual, { ...this.usual, heavy: true }].find((one) => drawn(this.all, one, also).length);
    this.fill(choice);
    this.lay(choice, also);
    this.changed();
  }

  // Puts the cases of a choice on the stage; `also` one that was asked for by itself.
  lay(choice, also) {
    this.cases = drawn(this.all, choice, also).map(({ article }) => article);
    for (const details of this.stage.querySelectorAll("details[open]")) details.open = false;
    this.stage.replaceChildren(...this.cases);
    for (const article of this.cases) article.hidden = article !== this.cases[0];
    this.link = `#${writeDeck(choice)}`;
  }

  // The choice that a link stands for; nothing of it that this quiz does not have.
  named(asked) {
    const [name, topics = "", count = "", order = "", heavy = ""] = asked.split(";");
    if (name !== "deck") return null;
    const found = topics.split(",").map((each) => {
      const [topic, kinds = ""] = each.split(".");
      return { topic, kinds: kinds.split("+").filter((kind) => kind && this.all.some((one) => one.topic === topic && one.kind === kind)) };
    }).filter(({ topic }) => this.all.some((one) => one.topic === topic));
    if (!found.length) return null;
    const many = [...this.form.count.options].find(({ value }) => value === count);
    return {
      topics: found,
      count: many ? Number(count) : this.usual.count,
      order: /^r\d{1,3}/.exec(order)?.[0] ?? "",
      heavy: heavy.startsWith("heavy"),
    };
  }

  // What the form says.
  chosen() {
    const said = new FormData(this.form), kinds = said.getAll("kind").map((kind) => kind.split("."));
    const topics = said.getAll("topic").map((topic) => ({
      topic, kinds: kinds.filter(([of]) => of === topic).map(([, kind]) => kind),
    }));
    return {
      topics: topics.length ? topics : this.usual.topics,
      count: Number(said.get("count")),
      order: said.get("order") && `r${this.seed}`,
      heavy: said.has("heavy"),
    };
  }

  fill({ topics, count, order, heavy }) {
    const of = new Map(topics.map(({ topic, kinds }) => [topic, kinds]));
    this.seed = Number(order.slice(1)) || 1 + Math.trunc(999 * Math.random());
    for (const box of this.form.querySelectorAll("[name=topic]")) box.checked = of.has(box.value);
    for (const box of this.form.querySelectorAll("[name=kind]")) {
      const [topic, kind] = box.value.split(".");
      box.checked = of.get(topic)?.includes(kind) ?? false;
    }
    this.form.count.value = count;
    this.form.order.value = order && "r";
    if (this.form.heavy) this.form.heavy.checked = heavy;
  }

  // A kind belongs to its topic: the one goes with the other.
  changed(box) {
    if (box?.name === "kind" && box.checked) this.form.querySelector(`[name=topic][value="${box.value.split(".")[0]}"]`).checked = true;
    if (box?.name === "topic" && !box.checked) for (const kind of this.form.querySelectorAll(`[name=kind][value^="${box.value}."]`)) kind.checked = false;
    if (box?.name === "order") this.seed = 1 + Math.trunc(999 * Math.random());
    const said = this.form.querySelector(".ww-deck-count"), count = drawn(this.all, this.chosen()).length;
    said.textContent = said.dataset.words.replace("%1", count);
    for (const button of this.form.querySelectorAll("button")) button.disabled = !count;
  }

  async copy(button) {
    const address = new URL(`#${writeDeck(this.chosen())}`, location.href).href;
    button.textContent = await put(button.dataset, (clipboard) => clipboard.writeText(address), () => {
      const field = this.form.querySelector(".ww-by-hand") ?? document.createElement("input");
      Object.assign(field, { readOnly: true, className: "ww-by-hand", ariaLabel: button.textContent, value: address });
      button.after(field);
      return field;
    });
  }

  // On paper: every case of the deck, with its advice.
  print() {
    const paper = document.createElement("div"), title = document.createElement("h1");
    paper.className = "ww-paper ww-cases md-typeset";
    title.textContent = document.querySelector("h1")?.textContent ?? document.title;
    paper.append(title, ...this.cases.map((article) => {
      const copy = article.cloneNode(true);
      copy.hidden = false;
      for (const details of copy.querySelectorAll("details")) details.open = true;
      for (const hidden of copy.querySelectorAll(".ww-parting")) hidden.hidden = false;
      for (const away of copy.querySelectorAll("[data-part], summary, input, .ww-tally, .ww-bar, .ww-share")) away.remove();
      for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
      return copy;
    }));
    lay(paper);
  }
}

function writeDeck({ topics, count, order, heavy }) {
  const names = topics.map(({ topic, kinds }) => [topic, kinds.join("+")].filter(Boolean).join("."));
  return ["deck", names.join(","), count, order, heavy ? "heavy" : ""].join(";").replace(/;+$/, "");
}

// The cases of a choice in its order: spread over all that there are, or shuffled; heavy ones last, when asked for.
function drawn(all, { topics, count, order, heavy }, also) {
  const wanted = topics.flatMap(({ topic, kinds }) => all.filter((one) => one.topic === topic && (!kinds.length || kinds.includes(one.kind))));
  const light = wanted.filter((one) => !one.heavy || one === also), weighing = heavy ? wanted.filter((one) => one.heavy && one !== also) : [];
  if (order) for (const cases of [light, weighing]) shuffle(cases, Number(order.slice(1)));
  const most = count || wanted.length, last = spread(weighing, Math.min(weighing.length, light.length ? Math.ceil(most / 4) : most));
  return [...spread(light, most - last.length), ...last];
}

function spread(cases, most) {
  return cases.length <= most ? cases : Array.from({ length: most }, (_, index) => cases[Math.trunc((cases.length * index) / most)]);
}

// The same order for the same number, on every machine (mulberry32, Fisher and Yates).
function shuffle(cases, seed) {
  for (let index = cases.length - 1; index > 0; index -= 1) {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const other = ((mixed ^ (mixed >>> 14)) >>> 0) % (index + 1);
    [cases[index], cases[other]] = [cases[other], cases[index]];
  }
}
