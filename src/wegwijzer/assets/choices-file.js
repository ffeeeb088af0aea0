// The file of a municipality, `local.yml`: Python reads and writes it, with a loader and a parser that come only then.

import { made } from "./choices-change.js";
import { FILE } from "./choices-kept.js";
import { engine } from "./engine.js";
import { kept } from "./storage.js";
import { download, extend } from "./take.js";
import { filled } from "./words.js";

async function asked(page, request) {
  await engine.arrival();
  await engine.loadTree(page.dataset.tree, new URL(page.dataset.src, document.baseURI).href);
  await extend("yaml");
  return engine.ask(request);
}

// What a file would change; or all that is wrong with it, and then it changes nothing.
export async function read(page, file) {
  let bytes = "";
  for (const byte of new Uint8Array(await file.arrayBuffer())) bytes += String.fromCharCode(byte);
  const { problems, choices, ...more } = await asked(page, { do: "read", file: btoa(bytes) });
  if (problems.length) tell(page, page.dataset.wrong, problems);
  else {
    page.result.replaceChildren();
    page.proposal.show({ changes: choices, ...more });
  }
}

export async function save(page) {
  const { dataset, decision, rows, municipality, result } = page, { rest = "", name = "" } = kept(FILE);
  const again = [...rows.values()].find((row) => row.place.dataset.state === "again");
  if (again) {
    result.replaceChildren(`${dataset.firstAgain} `, made("a", again.title, { href: `#${again.name}` }));
    return;
  }
  if (!rest && !name.trim()) {
    result.textContent = dataset.noName;
    municipality.focus();
    return;
  }
  const choices = {};
  for (const row of rows.values()) {
    const now = decision(row.name);
    if (now) choices[row.name] = { ...now, as: now.as || row.place.dataset.as };
  }
  const { problems, text } = await asked(page, { do: "write", choices, rest, name });
  if (problems.length) tell(page, dataset.wrong, problems);
  else {
    download({ name: "local.yml", type: "application/yaml", text });
    result.textContent = dataset.saved;
  }
}

function tell(page, text, problems) {
  const list = document.createElement("ul");
  for (const { line, column, message, hint } of problems) {
    const item = document.createElement("li");
    item.append(made("b", filled(page.dataset.place, line, column)), ` ${message}. ${hint}`);
    list.append(item);
  }
  page.result.replaceChildren(text, list);
  page.result.focus();
}
