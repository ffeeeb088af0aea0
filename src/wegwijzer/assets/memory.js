// What a reader typed and ticked in a tree: for this visit, in this tab, in memory only. Not in the address, nor in the
// history, which a browser keeps and ‘Wis het dossier’ cannot reach. A reload begins with empty fields.

const visits = new Map(); // by tree
let travelled = false; // whether the reader came here by back or forward

// `popstate` comes with a link to another hash too. A browser without this begins with empty fields after another page.
globalThis.navigation?.addEventListener("navigate", ({ navigationType }) => {
  if (navigationType === "traverse") travelled = true;
  else if (navigationType === "push") travelled = false;
});

// The memory of a tree: the one of before for who comes back to the page, else a new one.
export function memoryOf(tree) {
  if (!travelled || !visits.has(tree)) visits.set(tree, new Memory());
  return visits.get(tree);
}

class Memory {
  constructor() {
    this.forget();
  }

  forget() {
    this.typed = {}; // what was filled in and given as an answer, by node
    this.ticks = {}; // what was ticked off, by node
    this.replies = {}; // model replies made one's own, by node: a draft of each variant, by its text
    this.drafts = {}; // what stands in the field and the boxes of a question, also when not given yet
  }

  // After every letter and tick. `node`: where the reader is.
  note(node, target) {
    const { tick, answer, fill, reply } = target.dataset;
    if (tick) (this.ticks[node] ??= {})[tick] = target.checked;
    else if (reply !== undefined) (this.replies[node] ??= new Map()).set(target.defaultValue, target.value);
    else if (fill) this.drafts[node] = { text: target.value, fresh: true };
    else if (answer) {
      const boxes = [...target.closest("section").querySelectorAll("input[data-answer]:checked")];
      this.drafts[node] = { checked: boxes.map((box) => box.dataset.answer), fresh: true };
    }
  }

  // What stands in the field and the boxes of a question, also when the walk put it there.
  draft(node, section) {
    const input = section.querySelector("input[data-fill], input[data-answer]");
    if (input) this.note(node, input);
  }

  // The draft of a node was given as an answer: from here on the walk itself tells it.
  given(node) {
    if (this.drafts[node]) this.drafts[node].fresh = false;
  }

  // Puts back in a node what stood there. What the walk itself tells goes before a draft that was given.
  recall(node, section) {
    for (const box of section.querySelectorAll("[data-tick]")) box.checked = Boolean(this.ticks[node]?.[box.dataset.tick]);
    const reply = section.querySelector("[data-reply]");
    const own = this.replies[node]?.get(reply?.defaultValue);
    if (own !== undefined) reply.value = own;
    const draft = this.drafts[node];
    const field = section.querySelector("input[data-fill]");
    const boxes = [...section.querySelectorAll("input[data-answer]")];
    const told = field?.defaultValue || boxes.some((box) => box.defaultChecked);
    if (!draft || (told && !draft.fresh)) return;
    if (field) field.value = draft.text ?? "";
    for (const box of boxes) box.checked = draft.checked?.includes(box.dataset.answer) ?? false;
  }
}
