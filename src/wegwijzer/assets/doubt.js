// What helps who doubts: "Ik weet het niet" under a question, and "Waarom dit advies?" under a result. Python makes it, loaded
// when first asked for; this puts it in its place and passes on what the reader knows after all.

import { engine } from "./engine.js";
import { extend } from "./take.js";

// `button`: what was pressed. The one that opens shows its place, or hides it again; those in it ask on.
export default async function doubt(wizard, button) {
  const asked = button.closest(".ww-asked"), place = asked.querySelector(".ww-doubt"), opener = asked.querySelector("[data-doubt]");
  const { doubt: does, of, is } = button.dataset;
  if (does === "back" || (!does && !place.hidden)) return close(place, opener);
  if (!does) Object.assign(place, { known: {}, unsure: [] });
  if (does === "known") place.known = { ...place.known, [of]: is };
  if (does === "unsure") place.unsure = [...place.unsure, of];
  try {
    await extend("doubt");
    const { known, unsure } = place;
    const { html } = await engine.ask({ ...wizard.controller.asked(), do: "doubt", known, unsure });
    if (!asked.isConnected) return;
    show(wizard, place, html);
    opener.ariaExpanded = "true";
  } catch (error) {
    wizard.warn(opener.dataset.failed);
    console.warn(error);
  }
}

function show(wizard, place, html) {
  place.innerHTML = html;
  place.hidden = false;
  const heading = place.querySelector(".ww-doubt-heading");
  heading.focus();
  wizard.say(heading.textContent);
}

function close(place, opener) {
  place.hidden = true;
  place.replaceChildren();
  opener.ariaExpanded = "false";
  opener.focus();
}
