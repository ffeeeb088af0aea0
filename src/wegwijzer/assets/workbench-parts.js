// What the views of the workbench are built of: elements whose text is text, and what is wrong, with the buttons that repair it.

import { filled } from "./words.js";

// An element. A property is set as it is, an attribute with a hyphen in its name as a text; what is undefined or false is left out.
export function made(tag, about = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about)) {
    if (value === undefined || value === false) continue;
    if (name.includes("-") || name === "role" || name === "for") element.setAttribute(name, value === true ? "" : value);
    else element[name] = value;
  }
  element.append(...children.flat(Infinity).filter(Boolean));
  return element;
}

// `looks` is a class besides that of every button.
export const button = (text, does, { looks = "", ...about } = {}) =>
  made("button", { type: "button", className: `ww-plain-button ${looks}`, onclick: does, ...about }, text);

// One with a sign for a word: what it does is said, and shown to who points at it.
export const small = (sign, says, does, about = {}) => button(sign, does, { looks: "ww-small-button", title: says, "aria-label": says, ...about });

export const at = (where) => JSON.stringify(where);

// The words of the interface that begin with `form`, with what is filled in: `said(desk.words)("add", "een vraag")`.
export const said = (words) => (name, ...values) => filled(words[`form${name[0].toUpperCase()}${name.slice(1)}`], ...values);

// One problem in words: what is wrong, what to write, and a button for each repair. `press(fix)` does it.
export function told(problem, press) {
  const { level, message, hint, fixes = [] } = problem;
  return [
    made("span", {}, /[.!?]$/u.test(message) ? message : `${message}.`, hint && ` ${hint}`),
    fixes.map((fix) => button(fix.label, () => press(fix), { "data-level": level })),
  ];
}

export const isUnder = (where, place) => place.length <= where.length && place.every((part, index) => part === where[index]);
