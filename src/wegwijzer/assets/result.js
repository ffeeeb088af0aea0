// An action in the page. What its static version lacks without a script is put in place here: boxes to tick, a button to copy
// the reply and one to print. A reply is as high as its text, whichever of the two drew it.

const GROWS = CSS.supports("field-sizing", "content");

export function dress(wizard, section) {
  if (section.dataset.nodeKind !== "action") return;
  if (wizard.dataset.engine !== "python" && !("dressed" in section.dataset)) still(wizard, section);
  for (const field of section.querySelectorAll("[data-reply]")) grow(field);
}

// Of a browser that cannot do so itself.
export function grow(field) {
  if (GROWS) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

function still(wizard, section) {
  const fold = section.querySelector("details.ww-more");
  if (!fold) return; // the rest is still to come
  section.dataset.dressed = "";
  const [copy, tools] = wizard.querySelector("template").content.cloneNode(true).children;
  fold.open = false;
  for (const [index, task] of section.querySelectorAll(".ww-todo > li").entries()) {
    const box = Object.assign(document.createElement("input"), { type: "checkbox" });
    box.dataset.tick = index;
    const label = Object.assign(document.createElement("label"), { className: "ww-tick" });
    const words = document.createElement("span");
    words.append(...[...task.childNodes].filter((node) => node.nodeName !== "UL"));
    label.append(box, words);
    task.prepend(label);
  }
  section.querySelector(".ww-reply")?.append(copy);
  if (section.dataset.final !== "true") return;
  section.querySelector(".ww-work")?.after(tools);
}
