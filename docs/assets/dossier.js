// The case file: kept in this browser only (localStorage), until it is printed or erased. Python draws it.

import { made, print } from "./take.js";

const KEPT = "wegwijzer-dossier";

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) || {};
  } catch {
    return {};
  }
}

function write(change) {
  localStorage.setItem(KEPT, JSON.stringify({ ...read(), ...change }));
}

// Opens the case file of a wizard, or shows the one that was kept. `asked`: the reader wants to write in it now.
export default async function open(wizard, asked) {
  const place = wizard.querySelector(".ww-dossier");
  const show = async () => {
    const { case: noted, html } = await made(wizard, { as: "case", case: read() });
    write({ routes: noted.routes });
    if (place.hidden) place.innerHTML = html;
    else {
      const fresh = document.createElement("div");
      fresh.innerHTML = html;
      place.querySelector("[data-case-log]").replaceWith(fresh.querySelector("[data-case-log]"));
    }
    place.hidden = false;
  };
  if (!place.dataset.wired) wire(wizard, place, show);
  write({});
  await show();
  if (asked) place.querySelector("h3").focus();
}

function wire(wizard, place, show) {
  place.dataset.wired = "true";
  place.addEventListener("input", ({ target }) => {
    if (target.dataset.caseField) write({ [target.dataset.caseField]: target.value });
  });
  place.addEventListener("click", async ({ target }) => {
    const what = target.closest("[data-case]")?.dataset;
    if (!what) return;
    if (what.case === "print") print((await made(wizard, { as: "case-print", case: read() })).html);
    if (what.case === "erase") {
      if (!confirm(what.sure)) return;
      localStorage.removeItem(KEPT);
      wizard.tell(what.erased);
    }
    if (what.case === "print") return;
    place.hidden = true;
    place.replaceChildren();
    wizard.querySelector("[data-dossier]")?.focus();
  });
  wizard.addEventListener("ww-step", async ({ detail: { ticked } }) => {
    if (place.hidden || !localStorage.getItem(KEPT)) return;
    if (ticked) {
      const text = ticked.closest("label").innerText.trim();
      const done = (read().done || []).filter((entry) => entry.text !== text);
      const at = new Date().toLocaleString("nl-BE", { dateStyle: "short", timeStyle: "short" });
      write({ done: ticked.checked ? [...done, { at, text }] : done });
    }
    await show();
  });
}
