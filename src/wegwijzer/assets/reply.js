// The variants of a model reply: je or u, long or short. What a reader chose last counts in every step, and is kept in this
// browser. What somebody changed in a variant is a draft of that variant (memory.js): to another one and back loses nothing.

import { grow } from "./result.js";
import { keep, kept, REPLY } from "./storage.js";

const USUAL = { form: "informal", length: "long" };

// Puts the chosen variant in the field of a node, as far as there is one.
export function choose(section) {
  const field = section.querySelector("[data-variants]");
  if (!field) return;
  const there = JSON.parse(field.dataset.variants);
  const chosen = kept(REPLY), wanted = {};
  for (const [name, usual] of Object.entries(USUAL)) {
    wanted[name] = section.querySelector(`[data-variant|="${name}"]`) ? chosen[name] ?? usual : usual;
  }
  const [text, rows] = there[`${wanted.form}-${wanted.length}`];
  field.rows = rows;
  field.defaultValue = field.value = text;
  for (const button of section.querySelectorAll("[data-variant]")) {
    const [name, value] = button.dataset.variant.split("-");
    button.ariaPressed = String(wanted[name] === value);
  }
}

// A switch was pressed.
export function turn(wizard, button) {
  const [name, value] = button.dataset.variant.split("-");
  const section = button.closest("section");
  keep(REPLY, (chosen) => ({ ...chosen, [name]: value }));
  choose(section);
  wizard.memory.recall(wizard.dataset.node, section);
  const copy = section.querySelector("[data-copy=text]");
  grow(section.querySelector("[data-reply]"));
  copy.querySelector(".ww-label").textContent = copy.dataset.again; // what was copied is another text now
}
