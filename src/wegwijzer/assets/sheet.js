// What comes on paper, from ‘Druk af’ or the browser's own menu: the step or the result where the reader is, on one sheet. It is
// made from what stands in the page, at once: a browser that begins to print does not wait.

import { answersIn } from "./fragment.js";

// Of a doubt paper keeps what to do, and the question to look into: not all that each answer brings.
const DOUBTED = ".ww-doubt > details, .ww-doubt-list details > :not(summary), .ww-doubt-list li:has(> button)";
const AWAY = `.ww-more, .ww-take, .ww-onward, .ww-switches, .ww-reply details, .ww-problem, .ww-error, .ww-sources, .ww-entry, .ww-followed a, button, figcaption .ww-note, ${DOUBTED}`;

// Puts a sheet in the page; the style sheet puts the rest aside while it prints (see ‘paper’).
export function lay(paper) {
  document.body.append(paper);
  document.documentElement.classList.add("ww-printing");
  addEventListener("afterprint", () => {
    paper.remove();
    document.documentElement.classList.remove("ww-printing");
  }, { once: true });
}

// From now on a page with one wizard prints its step alone; one with several prints as it stands.
export function sheets(wizard, signal) {
  addEventListener("beforeprint", () => {
    const alone = document.querySelectorAll("wegwijzer-wizard").length === 1;
    if (alone && wizard.section && !document.documentElement.classList.contains("ww-printing")) lay(sheet(wizard));
  }, { signal });
}

function sheet(wizard) {
  const { section } = wizard;
  const step = section.cloneNode(true);
  const fields = [...section.querySelectorAll("textarea, input")];
  for (const [index, field] of step.querySelectorAll("textarea, input").entries()) {
    const { value, checked, type } = fields[index]; // what a reader typed and ticked is not in a copy
    if (type === "checkbox") field.toggleAttribute("checked", checked);
    else field.replaceWith(...value.split("\n").map((line) => words("p", line)));
  }
  for (const part of step.querySelectorAll(AWAY)) part.remove();
  for (const part of step.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const fold of step.querySelectorAll("details")) unfold(fold);
  const paper = words("div", "");
  paper.className = "ww-paper ww-sheet md-typeset";
  paper.append(step, ...said(given(wizard)), ...said(sources(section)), words("p", foot(wizard)));
  return paper;
}

// Paper has nothing to press: a fold is its title and what it says.
function unfold(fold) {
  const summary = fold.querySelector(":scope > summary"), title = words("p", "");
  title.append(...summary.childNodes);
  summary.remove();
  fold.replaceWith(title, ...fold.childNodes);
}

// The answers that led here, in a line.
function given(wizard) {
  const path = wizard.querySelectorAll(".ww-path li > strong");
  if (path.length) return [heading(wizard, ".ww-path"), [...path].map((each) => each.textContent)];
  const pairs = answersIn(wizard.controller.fragment).flatMap(([node, answer = ""]) => answer.split("+").map((each) => [node, each]));
  const answers = pairs.map(([node, answer]) => {
    const link = wizard.querySelector(`[data-node="${CSS.escape(node)}"] [data-answer="${CSS.escape(answer)}"]`);
    return link?.closest("a, label").querySelector("b").textContent ?? "";
  });
  return ["", answers.filter(Boolean)];
}

// What it rests on, in short: the titles.
function sources(section) {
  const found = [...section.querySelectorAll(".ww-sources > ul > li")].map((each) => each.textContent.split(/ \(|: /)[0]);
  return [heading(section, ".ww-sources"), found];
}

function heading(within, name) {
  return within.querySelector(`${name} > :is(h4, summary)`)?.textContent ?? "";
}

function said([name, parts]) {
  return parts.length ? [words("p", `${name ? `${name}: ` : ""}${parts.join(" · ")}`)] : [];
}

// Which page, which content, and where it stands.
function foot(wizard) {
  const there = location.protocol === "file:" ? "" : `${location.host}${location.pathname}#${wizard.section.id}`;
  const title = document.querySelector("h1")?.firstChild.textContent.trim(); // and no sign to link to it
  return [title, wizard.querySelector(".ww-version")?.textContent, there].filter(Boolean).join(" · ");
}

function words(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
