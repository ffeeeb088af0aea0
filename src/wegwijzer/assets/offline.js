// What a reader sees of the worker that answers without a network (wegwijzer/publish/sw.js): a line when the page is an
// older one or comes from what was kept, and the button that keeps all. Nothing is kept unasked but the few pages that the
// site names.

import { quiet } from "./quiet.js";

const home = new URL("../", import.meta.url);
const AGAIN = 3_600_000; // milliseconds between two looks for a newer version in a page that stays open
const AT_ONCE = 4;

// A browser may refuse even to tell whether it can.
const workers = (() => {
  try { return navigator.serviceWorker; } catch { return undefined; }
})();
const here = top === window ? workers : undefined; // a page in the frame of another site keeps nothing
let coming; // the registration, once it was asked for

async function registered() {
  if (!here) throw new DOMException("", "NotSupportedError");
  coming ??= here.register(new URL("sw.js", home), { scope: home.pathname, updateViaCache: "none" });
  coming.catch(() => { coming = undefined; });
  const registration = await coming;
  if (registration.active) return registration;
  const worker = registration.installing ?? registration.waiting;
  await new Promise((go, stop) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") go();
      else if (worker.state === "redundant") stop(new DOMException("", "NetworkError"));
    });
  });
  return registration;
}

// Asks the worker something. Rejects with an error whose name says why not.
async function ask(what, more = {}) {
  const { active } = await registered();
  const { port1, port2 } = new MessageChannel();
  return new Promise((go, stop) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      if (data.error) stop(new DOMException("", data.error));
      else go(data.value);
    };
    active.postMessage({ ...more, ask: what }, [port2]);
  });
}

// -- what must be said -------------------------------------------------------------------------------------------------

// Its looks, when they are needed: most pages never say anything.
function style() {
  const links = [...document.querySelectorAll("link[rel=stylesheet]")];
  const held = links.flatMap(({ dataset }) => dataset.holds?.split(" ") ?? []); // several sheets in one file
  for (const name of ["wegwijzer", "offline"]) {
    const { href } = new URL(`assets/${name}.css`, home);
    if (!held.includes(name) && !links.some((link) => link.href === href)) document.body.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  }
}

// A quiet line at the foot of the window, with a button; the last one counts.
function say(text, label, act) {
  style();
  document.querySelector(".ww-line-below")?.remove();
  const line = Object.assign(document.createElement("div"), { className: "ww-line-below" });
  line.setAttribute("role", "status");
  document.body.append(line);
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  button.addEventListener("click", () => { line.remove(); act?.(); });
  line.append(Object.assign(document.createElement("p"), { textContent: text }), button);
}

// How long ago a day was, by the clock of this device: "3 days ago".
export function ago(day, now = new Date()) {
  const days = Math.round((Date.parse(day) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 86_400_000);
  const [count, unit] = days > -60 ? [Math.min(days, 0), "day"] : days > -700 ? [Math.round(days / 30.4), "month"] : [Math.round(days / 365), "year"];
  return new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(count, unit);
}

async function look() {
  const { version, mine, cached, checked, words } = await ask("state");
  if (mine !== version && mine !== "newer") say(words.newer, words.show, () => location.reload());
  else if (cached) {
    const written = checked && new Date(checked).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
    const numbers = checked ? ` ${words.numbers.replace("%1", written).replace("%2", ago(checked))}` : "";
    say(words.alone + numbers, words.close);
  }
}

if (here) {
  const quietly = () => look().catch(() => {}); // the site works without
  if (here.controller) quietly();
  quiet().then(registered).then(() => {
    let last = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - last < AGAIN) return;
      last = Date.now();
      registered().then((registration) => registration.update()).catch(() => {});
    });
  }, () => {});
  here.addEventListener("controllerchange", quietly);
  here.addEventListener("message", quietly);
}

// -- keeping all -------------------------------------------------------------------------------------------------------

const megabytes = (bytes) => new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 })
  .format(Math.max(1, Math.ceil(bytes / 1e6)));

class Keep extends HTMLElement {
  connectedCallback() {
    style();
    this.text = this.querySelector("[data-state]");
    this.bar = this.querySelector("progress");
    this.button = this.querySelector("[data-do=keep]");
    this.undo = this.querySelector("[data-do=forget]");
    this.button.addEventListener("click", () => (this.stop ? this.stop() : this.keep()));
    this.undo.addEventListener("click", () => this.forget());
    this.tell().catch((error) => this.refuse(error));
  }

  disconnectedCallback() {
    this.stop?.();
  }

  // What is kept now, or what keeping it costs.
  async tell() {
    const { kept, left, sizes } = await ask("state");
    const whole = kept && !left;
    const words = whole ? "kept" : navigator.connection?.saveData ? "saving" : "size";
    this.say(this.dataset[words], sizes.wire * (left / sizes.place), sizes.place);
    this.button.textContent = this.dataset.keep;
    this.button.hidden = whole;
    this.undo.hidden = !kept;
    this.bar.hidden = true;
  }

  say(words, ...sizes) {
    this.text.textContent = sizes.reduce((text, size, at) => text.replace(`%${at + 1}`, megabytes(size)), words);
  }

  refuse({ name }) {
    this.bar.hidden = true;
    this.button.textContent = this.dataset.keep;
    const why = { QuotaExceededError: "full", TypeError: "broken", NetworkError: "broken" }[name] ?? "refused";
    this.button.hidden = why === "refused";
    this.say(this.dataset[why]);
  }

  async keep() {
    let going = true;
    this.stop = () => { going = false; };
    this.button.textContent = this.dataset.stop;
    this.undo.hidden = true;
    try {
      await navigator.storage?.persist?.().catch(() => false); // so that the browser does not clear it by itself
      const files = await ask("missing"), all = files.reduce((sum, [, size]) => sum + size, 0);
      let done = 0;
      this.bar.max = all;
      this.bar.value = 0;
      this.bar.hidden = false;
      const work = async () => {
        while (going && files.length) {
          const [path, size] = files.shift();
          await ask("keep", { path });
          if (!going) return; // another one failed meanwhile, and told why
          done += size;
          this.bar.value = done;
          this.say(this.dataset.busy, done, all);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      if (going) await ask("kept");
      this.stop = undefined;
      await this.tell();
      this.text.focus();
    } catch (error) {
      this.stop = undefined;
      going = false;
      this.refuse(error);
    }
  }

  async forget() {
    try {
      await ask("forget");
      await this.tell();
      this.text.focus();
    } catch (error) {
      this.refuse(error);
    }
  }
}

customElements.define("wegwijzer-keep", Keep);
