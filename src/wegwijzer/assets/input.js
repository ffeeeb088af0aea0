// What a reader does in a wizard: a click, a key, a tick. Here it becomes an answer, a step back, or work for a module;
// what an answer leads to is not decided here.

import { readFragment } from "./fragment.js";
import { turn } from "./reply.js";
import { grow } from "./result.js";
import { missing } from "./still.js";
import { NUMBERS, keep } from "./storage.js";

export function listen(wizard, controller) {
  wizard.addEventListener("click", (event) => click(wizard, controller, event));
  wizard.addEventListener("change", ({ target }) => tick(wizard, target));
  wizard.addEventListener("input", ({ target }) => {
    if ("reply" in target.dataset) grow(target);
    if (wizard.nodes.contains(target)) wizard.memory.note(wizard.dataset.node, target);
  });
  wizard.addEventListener("keydown", (event) => key(wizard, controller, event));
}

// What goes on from the step that stands there. To begin again counts always: it means the same wherever it is pressed.
const WALKS = ["answer", "continue", "back", "remember"];

function click(wizard, controller, event) {
  const link = event.target.closest("a, button");
  if (!link || !wizard.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const section = link.closest("section");
  const does = link.dataset;
  if (controller.waits && WALKS.some((name) => name in does)) { /* Python is still busy with what was chosen before */ }
  else if (does.answer) controller.give(section, does.answer, link);
  else if ("continue" in does) goOn(wizard, controller, section);
  else if ("field" in does) section.querySelector(link.hash).focus();
  else if (does.copy) wizard.use("copy", link);
  else if (does.variant) turn(wizard, link);
  else if ("print" in does) window.print();
  else if (does.take) wizard.use("take", does.take, link);
  else if ("dossier" in does) wizard.use("dossier", true);
  else if ("doubt" in does) wizard.use("doubt", link);
  else if ("qr" in does) wizard.use("qr", link);
  else if ("remember" in does) controller.remember(does);
  else if (link.hash && ("back" in does || "restart" in does || "share" in does)) {
    const later = "back" in does ? controller.later || controller.shown : "";
    if ("restart" in does) wizard.memory.forget();
    controller.go(readFragment(link.hash, wizard.tree));
    controller.follow(later);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

// A number key chooses that answer. Only while the focus is in the wizard, and never while typing.
function key(wizard, controller, event) {
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
  if (event.repeat || event.isComposing || controller.waits || wizard.intents.fresh(event.timeStamp)) return;
  if (event.key === "Enter" && event.target.matches("input[data-fill]")) goOn(wizard, controller, event.target.closest("section"));
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
  wizard.section?.querySelectorAll("a[data-answer], input[data-answer]")[event.key - 1]?.click();
}

function tick(wizard, box) {
  if (!box.matches?.("input[type=checkbox]")) return;
  if ("numbers" in box.dataset) {
    keep(NUMBERS, () => ({ on: box.checked }));
    wizard.number();
  }
  if (box.dataset.tick) wizard.tellStep({ ticked: box });
  if (!box.dataset.answer || !box.checked) return;
  for (const other of box.closest("section").querySelectorAll("input[data-answer]")) {
    if (other !== box && (box.dataset.exclusive || other.dataset.exclusive)) other.checked = false;
  }
  wizard.memory.note(wizard.dataset.node, box); // again: others may have gone out
}

// Gives what stands in a node as its answer: a field, the boxes, or the way on after a deed.
export function goOn(wizard, controller, section) {
  if (!controller.leads && missing(section)) return wizard.complain(missing(section));
  const field = section.querySelector("input[data-fill]");
  const boxes = [...section.querySelectorAll("input[type=checkbox][data-answer]")];
  const answer = field ? field.value
    : boxes.length ? boxes.filter((box) => box.checked).map((box) => box.dataset.answer) : "verder";
  return controller.give(section, answer, section.querySelector("[data-continue]"));
}
