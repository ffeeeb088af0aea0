// The map of a tree on its own page: one sheet at a time, closer by and aside, a node found by its words, and the route that
// the address brings along from the wizard. Without this script all sheets stand below each other.

import { answersIn, nodeOf, readFragment } from "./fragment.js";
import { Viewport } from "./viewport.js";

const XLINK = "http://www.w3.org/1999/xlink";
const { tree } = document.documentElement.dataset;
let sheets = []; // those that can be shown: of the map for everybody, or of one's own
const tools = document.querySelector(".ww-map-tools");
const find = document.querySelector(".ww-map-find");
const field = find.querySelector("input"), told = find.querySelector("[role=status]");
const route = document.querySelector("[data-map=here]");
const views = new Map(); // by sheet
const FEW = 4; // with fewer sheets, the overview among them, the first one says more than the overview
let here = ""; // where the reader is on the way in the address

const group = (name) => document.getElementById(`${tree}-${name}`);
const sheetOf = (element) => element?.closest(".ww-sheet");

// -- one sheet at a time ------------------------------------------------------------------------------------------

// Where somebody begins who asks for nothing.
const opening = () => sheets[sheets.length < FEW ? Math.min(1, sheets.length - 1) : 0];

// Lets these sheets be the map.
function lay(those) {
  sheets = those;
  for (const sheet of sheets.filter((each) => !views.has(each))) {
    // A drag is no click.
    sheet.addEventListener("click", (event) => {
      if (views.get(sheet)?.dragged && event.detail) event.preventDefault();
    }, true);
  }
  listNodes();
}

function viewOf(sheet) {
  if (!views.has(sheet)) {
    const frame = sheet.querySelector(".ww-scroll"), svg = frame.querySelector("svg");
    svg.setAttribute("preserveAspectRatio", "xMidYMin");
    views.set(sheet, new Viewport(frame, svg));
  }
  return views.get(sheet);
}

function show(sheet, { around, quietly } = {}) {
  for (const each of sheets) each.hidden = each !== sheet;
  const view = viewOf(sheet);
  const seen = around ?? (view.narrow && firstOf(sheet));
  if (seen && !view.fits) view.around(seen);
  else view.go("all");
  if (around) around.focus({ preventScroll: true });
  else if (!quietly) sheet.querySelector("h2").focus({ preventScroll: true });
}

// Where a sheet begins.
const firstOf = (sheet) => sheet.querySelector(".ww-node:not(.ww-node-stub) a");

const shown = () => sheets.find((sheet) => !sheet.hidden);

// A link within the page leads to a sheet; an address with a walk to the sheet where that stands.
function follow({ quietly } = {}) {
  const anchor = document.getElementById(location.hash.slice(1));
  if (anchor?.matches(".ww-sheet")) return show(anchor, { quietly });
  const walk = readFragment(location.hash, tree);
  if (!walk) return show(opening(), { quietly });
  mark(walk);
  const link = group(here)?.querySelector("a");
  return show(sheetOf(link) ?? opening(), { around: link, quietly });
}

// -- the route ----------------------------------------------------------------------------------------------------

// The nodes and arrows that were taken: thicker, with a tick; and where the reader is, in words and for who listens.
function mark(walk) {
  for (const old of document.querySelectorAll(".ww-passed, .ww-here")) old.classList.remove("ww-passed", "ww-here");
  for (const old of document.querySelectorAll(".ww-you")) old.remove();
  for (const old of document.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
  for (const each of sheets) each.hidden = false; // to measure in
  const answers = answersIn(walk).filter(([node]) => node && !node.startsWith("@"));
  const [, given = "", version = ""] = walk.split(";");
  const said = given.split(",").filter(Boolean);
  here = nodeOf(walk, tree);
  route.hidden = !group(here);
  const way = [...answers.map(([node]) => node), here];
  way.forEach((name, index) => {
    const node = group(name);
    if (!node) return;
    const last = index === way.length - 1;
    node.classList.add(last ? "ww-here" : "ww-passed");
    label(node, last ? find.dataset.here : "✓", last);
    const link = node.querySelector("a");
    if (last) link.setAttribute("aria-current", "step");
    // Back to the wizard with the answers before it.
    const before = said.slice(0, said.length - (way.length - 1 - index)).join(",");
    const place = link.getAttributeNS(XLINK, "href").split("#")[0];
    link.setAttributeNS(XLINK, "href", `${place}#${`${tree}-${name};${before};${version}`.replace(/;+$/, "")}`);
    passed(way[index - 1], name);
    sheets[0].querySelector(`a[*|href="#${sheetOf(node).id}"]`)?.closest(".ww-node").classList.add("ww-passed");
  });
}

// The arrows from one node to the next, also through a fork.
function passed(from, to) {
  if (!from) return;
  const parts = (a, b) => ["", "--a", "--b"].map((part) => group(`${a}--naar--${b}${part}`)).filter(Boolean);
  let found = parts(from, to);
  if (!found.length) {
    const forks = [...document.querySelectorAll(`.ww-node-fork[id^="${CSS.escape(`${tree}-${from}--`)}"]`)];
    const fork = forks.map(({ id }) => id.slice(tree.length + 1)).find((name) => parts(name, to).length);
    if (fork) found = [...parts(from, fork), ...parts(fork, to), group(fork)];
  }
  for (const part of found) part.classList.add("ww-passed");
}

// Words beside a node: where the reader is below it, a tick above.
function label(node, text, below) {
  const { x, y, width, height } = node.getBBox();
  const words = document.createElementNS("http://www.w3.org/2000/svg", "text");
  words.setAttribute("class", "ww-you");
  words.setAttribute("x", below ? x : x + width);
  words.setAttribute("y", below ? y + height + 20 : y - 3);
  if (!below) words.setAttribute("text-anchor", "end");
  words.textContent = text;
  node.append(words);
}

// -- finding a node -----------------------------------------------------------------------------------------------

const named = new Map(); // by what the list shows

function listNodes() {
  named.clear();
  for (const node of document.querySelectorAll(".ww-node:not(.ww-node-stub, .ww-node-sheet)")) {
    const [number, ...words] = [...node.querySelectorAll("text")].map((text) => text.textContent.trim());
    named.set(`${number} ${words.join(" ")}`, node);
  }
  find.querySelector("datalist").replaceChildren(...[...named.keys()].map((name) => new Option(name, name)));
}

function jump() {
  const asked = field.value.trim().toLowerCase();
  if (!asked) return;
  const names = [...named.keys()];
  const name = names.find((one) => one.toLowerCase() === asked)
    ?? names.find((one) => one.split(" ")[0] === asked) ?? names.find((one) => one.toLowerCase().includes(asked));
  told.textContent = name ? "" : find.dataset.none;
  if (name) show(sheetOf(named.get(name)), { around: named.get(name).querySelector("a") });
}

// -- what the reader does -----------------------------------------------------------------------------------------

find.addEventListener("submit", (event) => { event.preventDefault(); jump(); });
field.addEventListener("change", () => named.has(field.value.trim()) && jump());
tools.addEventListener("click", ({ target }) => {
  const does = target.closest("button")?.dataset.map;
  if (does) viewOf(shown()).go(does);
});
route.addEventListener("click", () => {
  const link = group(here)?.querySelector("a");
  if (link) show(sheetOf(link), { around: link });
});
addEventListener("hashchange", () => follow());
// On paper every drawing is whole.
addEventListener("beforeprint", () => { for (const view of views.values()) view.see(view.whole); });

document.body.classList.add("ww-js");
tools.hidden = false;
lay([...document.querySelectorAll(".ww-sheet")]);
follow({ quietly: true });
const own = document.querySelector(".ww-own");
if (own) {
  const { OwnSwitch } = await import("./own-switch.js");
  new OwnSwitch(own, tree, sheets, { shown, use(those) { lay(those); follow({ quietly: true }); } });
}
