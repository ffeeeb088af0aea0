// The page's side of the Python engine: one worker for the whole visit, JSON across, one request at a time.

const READY = "ready";

class Engine {
  #worker = null;
  #state = "idle"; // idle → starting → ready | failed
  #waiting = [];
  #last = Promise.resolve();
  #trees = new Map();
  #answers = new Map();
  #number = 0;

  // With Save-Data the runtime (megabytes) loads only when the reader asks for it.
  onRequestOnly() {
    return navigator.connection?.saveData === true && this.#state === "idle";
  }

  start() {
    if (this.#state !== "idle") return;
    this.#state = "starting";
    // A worker started from a URL would not be bound by the page's policy; one from a blob that only imports our
    // own file inherits it.
    const source = new Blob([`import ${JSON.stringify(new URL("./worker.js", import.meta.url).href)};`],
      { type: "text/javascript" });
    this.#worker = new Worker(URL.createObjectURL(source), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#receive(data));
    this.#worker.addEventListener("error", () => this.#settle("failed"));
  }

  whenReady(ready, failed) {
    if (this.#state === READY) ready();
    else if (this.#state === "failed") failed();
    else this.#waiting.push({ ready, failed });
  }

  loadTree(id, url) {
    if (!this.#trees.has(id)) {
      const loading = fetch(url).then(async (response) => {
        if (!response.ok) throw new Error(`${url}: ${response.status}`);
        return this.#send(`{"do":"load","tree":${await response.text()}}`);
      });
      loading.catch(() => this.#trees.delete(id));
      this.#trees.set(id, loading);
    }
    return this.#trees.get(id);
  }

  async ask(request) {
    return JSON.parse(await this.#send(JSON.stringify(request)));
  }

  #send(text) {
    const turn = this.#last.then(() => new Promise((resolve, reject) => {
      const id = ++this.#number;
      this.#answers.set(id, { resolve, reject });
      this.#worker.postMessage({ id, text });
    }));
    this.#last = turn.catch(() => {});
    return turn;
  }

  #receive({ id, text, state, error }) {
    if (state) {
      this.#settle(state);
      return;
    }
    const { resolve, reject } = this.#answers.get(id);
    this.#answers.delete(id);
    if (error) reject(new Error(error));
    else resolve(text);
  }

  #settle(state) {
    this.#state = state;
    for (const { ready, failed } of this.#waiting.splice(0)) (state === READY ? ready : failed)();
  }
}

export const engine = new Engine();
