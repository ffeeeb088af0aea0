// Picks one thing from a list of the project by searching: a step, an answer, a source. The list comes from Python when it is asked.

import { draw } from "./workbench-icons.js";
import { button, made, said } from "./workbench-parts.js";

const MOST = 60; // shown at once; whoever types sees others

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Opens the list `options` of a file and resolves to what was picked: {value}, {title, kind} for something new, or null. `fresh` names
// what can be made: {kind: words}, with %1 for what was typed.
export function pick(place, desk, { path, options, label, fresh = {} }) {
  const say = said(desk.words);
  let known = null, hurried = ""; // what there is to pick, and what was pressed before it was there
  return new Promise((resolve) => {
    const dialog = made("dialog", { className: "ww-pick", "aria-label": label });
    const field = made("input", { type: "search", autocomplete: "off" });
    const asks = made("label", {}, say(Object.keys(fresh).length ? "searchOrNew" : "search"), field);
    const list = made("div", { className: "ww-pick-list" });
    const state = made("p", { className: "ww-note", role: "status" });
    const done = (found) => { dialog.addEventListener("close", () => { dialog.remove(); resolve(found); }, { once: true }); dialog.close(); };
    const row = (item) => made("li", {}, button([
      options === "icons" && made("span", { className: `ww-icon ww-icon-${item.value}`, "aria-hidden": "true" }),
      item.title,
    ], () => done(item), { looks: "ww-pick-item" }));
    const press = (key) => list.querySelector("button")?.[key === "Enter" ? "click" : "focus"]();
    const show = () => {
      if (!known) return;
      const words = plain(field.value).split(/\s+/u).filter(Boolean);
      const found = known.filter(({ looks }) => words.every((word) => looks.includes(word)));
      const shown = found.slice(0, MOST), groups = [...new Set(shown.map(({ group }) => group))];
      list.replaceChildren(...groups.flatMap((group) => [
        group && made("h4", {}, group),
        made("ul", {}, shown.filter((item) => item.group === group).map(row)),
      ]).filter(Boolean), ...Object.entries(fresh).filter(() => field.value.trim()).map(([kind, text]) =>
        button(text.replace("%1", field.value.trim()), () => done({ title: field.value.trim(), kind }))));
      draw(list, desk.words.icons);
      state.textContent = !found.length ? say("nothingFound") : found.length > MOST ? say("moreFound", found.length) : "";
    };
    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "Enter") return;
      event.preventDefault();
      if (known) press(event.key);
      else hurried = event.key;
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], all = [...list.querySelectorAll("button")];
      if (!step) return;
      event.preventDefault();
      (all[all.indexOf(document.activeElement) + step] ?? field).focus();
    });
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); done(null); });
    dialog.addEventListener("click", ({ target }) => target === dialog && done(null));
    dialog.append(made("div", {}, made("p", { className: "ww-pick-head" }, made("b", {}, label), button(say("close"), () => done(null))),
      asks, state, list));
    place.append(dialog);
    dialog.showModal();
    field.focus();
    desk.ask("choices", { path, options }).then(({ items }) => {
      known = items.map((item) => ({ ...item, looks: plain(`${item.title} ${item.group} ${item.says}`) }));
      show();
      if (hurried) press(hurried);
    }, (error) => { console.warn(error); done(null); });
  });
}
