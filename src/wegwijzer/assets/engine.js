// The page's side of the Python engine: one worker for the whole visit, JSON across, one request at a time.
// A worker can die, hang or talk nonsense. Then it is started again, once, with the trees that it knew and the request
// that it owes; after that the page goes on without it.

const READY = "ready";
const SLOW = 60_000; // milliseconds: from here on a reader is told, though Python may still come
const AGAIN = 15_000; // for a second start: the files are in the browser by then
const ANSWER = 4_000, MAKE = 30_000; // for an answer, and for a document
const GRACE = 250; // after a nap of the machine, what came meanwhile is heard first

const texts = (...values) => values.every((value) => typeof value === "string");
const stands = ({ error, html, node, fragment, route }) => texts(error) || (texts(html, node, fragment) && Array.isArray(route));
// What a reply must hold, and whether an error is the request's own: then the worker itself is sound.
const MADE = { fits: () => true, own: true, limit: MAKE }; // what only a reader asks for
const KINDS = {
  load: { fits: ({ loaded }) => texts(loaded), own: true, limit: ANSWER * 2, kept: true },
  extend: { fits: ({ extended }) => extended === true, own: true, limit: MAKE, kept: true },
  open: { fits: stands, limit: ANSWER },
  answer: { fits: stands, limit: ANSWER },
};

class Engine {
  told = false; // whether the reader knows that Python is not there
  starts = 0; // of a worker that came: each knows only what it was told
  #worker = null;
  #state = "idle"; // idle → starting → ready → again → ready | failed
  #again = false;
  #listeners = new Set();
  #queue = [];
  #now = null; // the request that the worker owes
  #kept = []; // what a new worker must hear first
  #trees = new Map();
  #number = 0;
  #timer;

  get begun() {
    return this.#state !== "idle";
  }

  // With Save-Data the runtime (megabytes) loads only when the reader asks for it.
  onRequestOnly() {
    return navigator.connection?.saveData === true && !this.begun;
  }

  start() {
    if (this.#state !== "idle") return;
    this.#launch("starting");
    this.#timer = setTimeout(() => this.#each("failed"), SLOW);
  }

  // Calls `ready` when Python is there (once), and `failed` when it does not come or is lost for good. Returns what ends that.
  whenReady(ready, failed) {
    const listener = { ready: () => { listener.ready = () => {}; ready(); }, failed };
    this.#listeners.add(listener);
    if (this.#state === READY) listener.ready();
    else if (this.#state === "failed") failed();
    return () => this.#listeners.delete(listener);
  }

  // Starts Python, for what only a reader asks for; fails when it does not come.
  arrival() {
    this.start();
    let heard;
    return new Promise((come, lost) => { heard = this.whenReady(come, () => lost(new Error("Python does not come"))); })
      .finally(() => heard());
  }

  loadTree(id, url) {
    if (!this.#trees.has(id)) {
      const loading = fetch(url).then(async (response) => {
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return this.#send("load", `{"do":"load","tree":${await response.text()}}`);
      });
      loading.catch(() => this.#trees.delete(id));
      this.#trees.set(id, loading);
    }
    return this.#trees.get(id);
  }

  // `kind`: as what it counts when it fails, where that is not what it does.
  ask(request, kind = request.do) {
    return this.#send(kind, JSON.stringify(request));
  }

  #send(kind, text) {
    if (this.#state === "failed") return Promise.reject(new Error("Python is gone"));
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...KINDS[kind] ?? MADE, text, resolve, reject });
      this.#next();
    });
  }

  #next() {
    if (this.#state !== READY || this.#now || !this.#queue.length) return;
    this.#now = this.#queue.shift();
    this.#now.id = ++this.#number;
    this.#timer = setTimeout(() => { this.#timer = setTimeout(() => this.#lost(), GRACE); }, this.#now.limit);
    this.#worker.postMessage({ id: this.#now.id, text: this.#now.text });
  }

  #receive(data) {
    if (data?.state && this.#state !== READY) {
      if (data.state === READY) this.#ready();
      else this.#lost();
    }
    const now = this.#now;
    if (!now || data?.id !== now.id) return; // late, twice, or of nobody
    if (now.own && texts(data.error)) return this.#done(() => now.reject(new Error(data.error)));
    let reply = null;
    try { reply = JSON.parse(data.text); } catch { /* no reply of ours */ }
    if (!reply || !now.fits(reply)) return this.#lost();
    this.#done(() => now.resolve(reply));
    if (now.kept && !now.again) this.#kept.push({ ...now, again: true, resolve() {}, reject() {} });
  }

  #done(tell) {
    clearTimeout(this.#timer);
    this.#now = null;
    tell();
    this.#next();
  }

  #launch(state) {
    this.#state = state;
    // A worker started from a URL would not be bound by the page's policy; one from a blob that only imports our
    // own file inherits it.
    const source = new Blob([`import ${JSON.stringify(new URL("./worker.js", import.meta.url).href)};`],
      { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(source), { type: "module" });
    const hear = (name, listener) => worker.addEventListener(name, (event) => worker === this.#worker && listener(event));
    this.#worker = worker;
    hear("message", ({ data }) => this.#receive(data));
    hear("error", () => this.#lost());
    hear("messageerror", () => this.#lost());
  }

  #ready() {
    clearTimeout(this.#timer);
    this.#state = READY;
    this.starts += 1;
    this.told = false;
    this.#each("ready");
    this.#next();
  }

  #lost() {
    clearTimeout(this.#timer);
    this.#worker.terminate();
    this.#worker = null;
    const owed = this.#now ? [this.#now] : [];
    this.#now = null;
    if (this.#state === "starting" || this.#again) {
      this.#state = "failed";
      for (const { reject } of [...owed, ...this.#queue.splice(0)]) reject(new Error("Python is gone"));
      this.#each("failed");
      return;
    }
    this.#again = true;
    this.#queue.unshift(...this.#kept, ...owed);
    this.#launch("again");
    this.#timer = setTimeout(() => this.#lost(), AGAIN);
  }

  #each(what) {
    for (const listener of [...this.#listeners]) listener[what]();
  }
}

export const engine = new Engine();
