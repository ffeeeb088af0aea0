// What a file or a link would change, shown before anything does. A link holds names of answers alone, never a text.

import { FILE } from "./choices-kept.js";
import { keep, kept } from "./storage.js";
import { filled } from "./words.js";

const LINK = "keuzes;";
const ENTRY = /^([a-z0-9-]+\.[a-z0-9-]+)=([a-z0-9-]+(?:\+[a-z0-9-]+)*)~([0-9a-f]{4}-[0-9a-f]{4})$/;
const MOST = 20_000; // signs: more than all choices take

// The address of this page with every choice that is no text; nothing when there is none. What must be looked at again stays out.
export function linkTo(rows, decision) {
  const entries = [];
  for (const row of rows.values()) {
    const now = decision(row.name);
    if (now && now.value !== null && !row.isText && row.fits(now)) {
      entries.push(`${row.name}=${[now.value].flat().join("+")}~${row.place.dataset.as}`);
    }
  }
  return entries.length ? new URL(`#${LINK}${entries.join(";")}`, location.href).href : "";
}

// The decisions that such an address holds, with what of it does not fit here; nothing for another address.
export function fromLink(hash, rows) {
  if (!hash.startsWith(LINK) || hash.length > MOST) return undefined;
  const changes = {}, left = [];
  for (const entry of hash.slice(LINK.length).split(";").filter(Boolean)) {
    const [, name, answer, as] = ENTRY.exec(entry) ?? [];
    const row = rows.get(name);
    const decision = row && { value: row.isMany ? answer.split("+") : answer, who: "", when: "", as };
    if (decision && !row.isText && row.fits(decision)) changes[name] = decision;
    else left.push(row ? row.title : name ?? entry.slice(0, 40));
  }
  return { changes, left, link: true };
}

// An element with a text in it.
export const made = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });

export class Proposal {
  constructor(page, place) {
    Object.assign(this, { page, place });
  }

  // `changes`: decisions by name; `left`: what does not fit; of a file also `rest`, `keys` and `remarks`.
  show(brought) {
    this.brought = brought;
    this.draw("");
    this.place.focus();
    this.place.scrollIntoView({ block: "start" });
  }

  // Another tab changed something while this stood there.
  again() {
    if (this.brought && this.before !== this.kept()) this.draw(this.page.dataset.moved);
  }

  // Only now does the address lose what a link brought: a page that is loaded again still asks what was not answered.
  close() {
    if (location.hash.startsWith(`#${LINK}`)) history.replaceState(history.state, "", location.pathname);
    this.brought = undefined;
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  kept() {
    const { decision } = this.page;
    return JSON.stringify([Object.keys(this.brought.changes).map(decision), kept(FILE).rest]);
  }

  // The decisions that differ from what stands here. A link says nothing of who decided: then that stays as it is.
  differing() {
    const { decision } = this.page, { changes, link } = this.brought;
    const told = (one) => one && JSON.stringify(link || one.value === null ? [one.value] : [one.value, one.who, one.when]);
    return Object.entries(changes).filter(([name, one]) => {
      const now = decision(name);
      return told(one) !== told(now) || (now && !this.page.rows.get(name).fits(now));
    });
  }

  draw(told) {
    const { page, place, brought } = this, { dataset } = page;
    const changes = this.differing(), same = Object.keys(brought.changes).length - changes.length;
    const rest = brought.rest !== undefined && brought.rest !== (kept(FILE).rest ?? "");
    this.before = this.kept();
    const list = document.createElement("ul");
    for (const [name, one] of changes) {
      const row = page.rows.get(name), item = document.createElement("li");
      item.append(made("b", row.title), made("span", filled(dataset.now, this.words(row, page.decision(name)))),
        made("span", filled(dataset.later, this.words(row, one))));
      list.append(item);
    }
    const lines = [
      told, !changes.length && !rest && dataset.nothing, same && changes.length && filled(dataset.same, same),
      rest && brought.keys.length && filled(dataset.rest, brought.keys.join(", ")), brought.remarks && dataset.remarks,
      brought.left?.length && filled(dataset.partly, brought.left.join(" ")),
    ].filter(Boolean).map((text) => made("p", text));
    const buttons = document.createElement("p");
    const button = (what, act, css = "ww-plain-button") => {
      const one = made("button", dataset[what], { type: "button", className: css });
      one.addEventListener("click", act);
      buttons.append(one);
    };
    if (changes.length || rest) button("takeOver", () => this.take(), "ww-plain-button ww-button");
    button(changes.length || rest ? "leave" : "close", () => { this.close(); page.state.focus(); });
    place.replaceChildren(made("h2", place.getAttribute("aria-label")), list, ...lines, buttons);
    place.hidden = false;
  }

  words(row, decision) {
    const { dataset } = this.page;
    if (!decision) return dataset.none;
    if (decision.value === null) return dataset.notYet;
    const who = decision.who && filled(dataset.role, decision.who);
    return [row.words(decision.value), who, decision.when].filter(Boolean).join("; ");
  }

  take() {
    const { page, brought } = this;
    if (this.before !== this.kept()) {
      this.draw(page.dataset.moved);
      this.place.focus();
      return;
    }
    if (brought.rest !== undefined && !keep(FILE, (now) => ({ ...now, rest: brought.rest }))) page.unkept = true;
    const meant = (name, as) => as || page.rows.get(name).place.dataset.as;
    page.keep(Object.fromEntries(this.differing().map(([name, one]) => [name, { ...one, as: meant(name, one.as) }])));
    this.close();
    page.result.textContent = page.dataset.done;
    page.state.focus();
  }
}
