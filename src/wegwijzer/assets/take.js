// What a reader takes along. Python makes it (the package wegwijzer.render.documents, and modules of extensions, loaded when first
// asked for); this hands it to the printer, the clipboard or the downloads.

import { put } from "./copy.js";
import { engine } from "./engine.js";
import { lay } from "./sheet.js";

const runtime = new URL("./runtime/", import.meta.url).href; // the build puts its folder by content after it
const extended = {};

// A part of Python: `take` makes documents, `doubt` helps who doubts, `draw` draws a tree, `yaml` reads and writes a file,
// `more` holds the formats of extensions. Each is fetched once a visit.
export function extend(name) {
  extended[name] ??= fetch(`${runtime}${name}.zip`).then(async (response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    let text = "";
    for (const byte of new Uint8Array(await response.arrayBuffer())) text += String.fromCharCode(byte);
    return engine.ask({ do: "extend", name, archive: btoa(text) });
  });
  extended[name].catch(() => { delete extended[name]; });
  return extended[name];
}

// A moment as people of the page's language write it; of its countries the one that this browser asks for first.
export function written(moment, style) {
  const { lang } = document.documentElement;
  const region = navigator.languages.find((name) => name.split("-")[0] === lang) ?? lang;
  return moment.toLocaleString(region, style);
}

// Asks Python for a document or for the case file, with what only the page knows.
export async function made(wizard, what, ...more) {
  for (const name of ["take", ...more]) await extend(name);
  const now = new Date();
  return engine.ask({
    ...wizard.controller.asked(), do: "take", ...what,
    made: {
      base: new URL(wizard.dataset.root ?? "../../", document.baseURI).href,
      link: new URL(`#${wizard.controller.shown}`, location.href).href,
      when: written(now, { dateStyle: "long", timeStyle: "short" }),
      now: Math.floor(now / 1000),
      zone: -60 * now.getTimezoneOffset(),
      reply: wizard.querySelector("[data-reply]")?.value ?? null,
    },
  });
}

export default async function take(wizard, kind, button) {
  const told = button.closest(".ww-take").dataset;
  try {
    const result = await made(wizard, { as: kind }, ..."more" in button.dataset ? ["more"] : []);
    if (result.to === "printer") print(result.html);
    else if (result.to === "clipboard") {
      const blob = (type, text) => new Blob([text], { type });
      const write = (clipboard) => clipboard.write([new ClipboardItem({
        "text/html": blob("text/html", result.html), "text/plain": blob("text/plain", result.text),
      })]);
      wizard.say(await put(told, write, () => shown(button, result.html)), button);
    } else {
      download(result);
      wizard.say(told.done);
    }
  } catch (error) {
    wizard.warn(told.failed);
    console.warn(error);
  }
}

// The text itself, below the buttons, for who must copy it by hand.
function shown(button, html) {
  const place = document.createElement("div");
  Object.assign(place, { className: "ww-by-hand", innerHTML: html, tabIndex: 0, role: "group", ariaLabel: button.textContent });
  button.closest(".ww-take").querySelector(".ww-by-hand")?.remove();
  button.closest(".ww-take").append(place);
  return place;
}

// Prints only this.
export function print(html) {
  const paper = document.createElement("div");
  paper.className = "ww-paper md-typeset";
  paper.innerHTML = html;
  lay(paper);
  window.print();
}

export function download({ name, type, text, base64 }) {
  const content = base64 ? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt()) : text;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
