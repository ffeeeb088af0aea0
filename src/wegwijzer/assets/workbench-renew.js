// A draft that began from texts of which something newer is published by now: Python puts it on those, step by step.

// Puts it there, as one step that can be undone. `bases`: by path, what a draft began from (null: nothing stood there). Tells by file
// what is new and what both changed: {path, taken, both: [{where, theirs}]}.
export async function renew(desk, bases) {
  const found = [], texts = {};
  for (const [path, base] of Object.entries(bases)) {
    const now = desk.published(path), text = desk.text(path);
    if (now === base || now === text) continue;
    if (text === null || now === null) found.push({ path, taken: [], both: [{ where: [], theirs: now ?? "" }] });
    else {
      const { text: made, ...told } = await desk.ask("renew", { path, base, text });
      texts[path] = made;
      found.push({ path, ...told });
    }
  }
  desk.take(texts, { by: "renew" });
  return found;
}

const named = (where, outline) => outline.groups.flatMap(({ steps }) => steps)
  .find((step) => JSON.stringify(step.where) === JSON.stringify(where))?.title ?? where.join(" › ");

// Says in `place` what came of it: what is new, and by step what both changed, with the newer text.
export async function tell(place, desk, found) {
  const { words } = desk;
  const parts = await Promise.all(found.map(async ({ path, taken, both }) => {
    const outline = await desk.ask("outline", { path });
    const box = document.createElement("div");
    const heading = Object.assign(document.createElement("h3"), { textContent: outline.title ?? path });
    const list = document.createElement("ul");
    for (const where of taken) list.append(line(words.renewedTaken, named(where, outline)));
    for (const { where, theirs } of both) {
      const item = line(words.renewedBoth, named(where, outline));
      const fold = document.createElement("details");
      fold.append(Object.assign(document.createElement("summary"), { textContent: words.renewedTheirs }),
        Object.assign(document.createElement("pre"), { textContent: theirs, tabIndex: 0 }));
      const go = Object.assign(document.createElement("button"), { type: "button", className: "ww-plain-button", textContent: words.renewedGo });
      go.addEventListener("click", () => desk.go(path, where, { by: "open" }));
      item.append(" ", go, fold);
      list.append(item);
    }
    box.append(heading, list);
    return box;
  }));
  place.querySelector("[data-found]").replaceChildren(...parts);
  place.hidden = false;
}

function line(words, name) {
  return Object.assign(document.createElement("li"), { textContent: words.replace("%1", () => name) });
}
