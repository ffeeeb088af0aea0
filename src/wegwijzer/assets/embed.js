// An embedded wizard: the municipality's choices from the address, its height to the page around it, links outside.

import { engine } from "./engine.js";

// -- local choices: ?beleid.zichtbaarheid=verbergen. Only known ones count, and nothing is stored. --------------

const choices = document.getElementById("ww-choices");
const known = JSON.parse(choices.textContent);

const MOST = 9999; // a term or an amount; a longer number could be a telephone's

function valid(choice, text) {
  if (choice.pattern) {
    const fits = text.length <= choice.max && new RegExp(choice.pattern, "u").test(text); // the rule of Python
    return fits && Math.abs(Number(text.replace(",", "."))) <= MOST;
  }
  const keys = choice.many ? text.split(" ") : [text]; // a plus in an address is a space
  return keys.every((key) => choice.options.includes(key));
}

const given = {}, refused = [];
for (const [name, text] of new URLSearchParams(location.search)) {
  if (Object.hasOwn(known, name) && text && valid(known[name], text)) {
    given[name] = known[name].many ? text.split(" ") : text;
  } else if (name.includes(".")) refused.push(name);
}
// For who makes the address; a reader cannot do anything about it.
if (refused.length) console.warn(choices.dataset.refused.replace("%1", refused.join(", ")).replace("%2", MOST));
const ask = engine.ask.bind(engine);
engine.ask = (request) => ask({ ...request, given: { ...request.given, ...given } });

// -- height: the page around says hello, and from then on hears how high this page is ---------------------------

const HELLO = "wegwijzer:hallo", HEIGHT = "wegwijzer:hoogte", STEP = "wegwijzer:stap";
let host = null; // the origin that said hello

// A page opened from disk has no origin that a message can be addressed to; a height is no secret.
function tell(message) {
  if (host !== null) parent.postMessage(message, host === "null" ? "*" : host);
}

function tellHeight() {
  tell({ type: HEIGHT, height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

if (parent !== window) {
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.type !== HELLO || Object.keys(data).length !== 1) return;
    if (location.ancestorOrigins?.length && location.ancestorOrigins[0] !== origin) return;
    host = origin;
    tellHeight();
  });
  new ResizeObserver(tellHeight).observe(document.documentElement);
  const wizard = document.querySelector("wegwijzer-wizard");
  new MutationObserver(() => tell({ type: STEP })).observe(wizard, { attributeFilter: ["data-node"] });
}

// -- links: other wizards open here, everything else in a tab of its own ----------------------------------------

const here = new URL("../embed/", import.meta.url);
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || (link.origin === here.origin && link.pathname.startsWith(here.pathname))) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}, { capture: true });
