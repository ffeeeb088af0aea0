// What somebody changes, kept in this browser with every key: several drafts, each with its texts, the published texts that it began
// from, and what was done, so that it can be undone days later. A browser that keeps nothing is told of; then all of it lasts as long
// as the page.

import { renew } from "./workbench-renew.js";

const NAME = "wegwijzer-werkplaats";
const VERSION = 1; // of how it is kept
const TEXTS = "texts", STEPS = "steps", HEADS = "drafts";

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const ended = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = resolve;
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});
const of = (id) => IDBKeyRange.bound([id], [id, []]); // everything of one draft: an array comes after any text or number

function connect() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(HEADS, { keyPath: "id" });
      request.result.createObjectStore(TEXTS, { keyPath: ["draft", "path"] });
      request.result.createObjectStore(STEPS, { keyPath: ["draft", "number"] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("another version of this page is open"));
  });
}

// Fires "state" (whether it can be kept changed), "list" (a draft was made, opened, named or erased), "renewed" (detail: what came of a
// draft for which something newer was published) and "elsewhere" (another tab changed or erased the draft that is open here).
export class Drafts extends EventTarget {
  state = ""; // "refused", "full", or "newer": what keeps it is of a later version of this site
  project = ""; // whose drafts count: those of the site, or of an example
  head = null; // of the draft that is open: {id, name, project, at, count}; null as long as nothing was changed
  #base = null;
  #heads = new Map(); // of drafts that only live as long as this page
  #dirty = new Set(); // paths to write
  #steps = []; // as they were written
  #named = false; // whether the name is to be written
  #writing = null;
  #channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null;

  // `desk` has the texts, `named` gives the name of a new draft.
  constructor(desk, named) {
    super();
    Object.assign(this, { desk, named });
    desk.addEventListener("text", ({ detail: { path, by } }) => { if (by !== "draft") this.#dirty.add(path); });
    desk.addEventListener("history", () => this.#keep());
    this.#channel?.addEventListener("message", ({ data }) => this.#hear(data));
  }

  async open() {
    try {
      this.#base = await connect();
      this.#base.onversionchange = () => { this.#base.close(); this.#base = null; this.#be("newer"); };
    } catch (error) {
      this.#be(error?.name === "VersionError" ? "newer" : "refused");
    }
  }

  async close() {
    await this.#writing;
    this.#channel?.close();
    this.#base?.close();
  }

  // The drafts that are kept, the last one first.
  async list() {
    const kept = this.#base ? await done(this.#base.transaction(HEADS).objectStore(HEADS).getAll()) : [...this.#heads.values()];
    return kept.filter(({ project }) => project === this.project).sort((one, other) => other.at - one.at);
  }

  // What a draft holds: {texts, bases, done}, by path; a file that is gone has the text null.
  async read(id) {
    await this.#writing;
    const store = this.#base?.transaction([TEXTS, STEPS]);
    const kept = store ? await done(store.objectStore(TEXTS).getAll(of(id))) : this.#heads.get(id)?.kept ?? [];
    const steps = store ? await done(store.objectStore(STEPS).getAll(of(id))) : this.#heads.get(id)?.steps ?? [];
    const by = (name) => Object.fromEntries(kept.map((one) => [one.path, one[name]]));
    return { texts: by("text"), bases: by("base"), done: steps.map(({ step }) => step) };
  }

  // Lets a draft be the one that is open, on what is published now; none: the next change makes one.
  async use(head) {
    await this.#renew(await this.#open(head));
  }

  // Takes over a draft as it is kept; gives the texts that it began from.
  async #open(head) {
    await this.#writing;
    this.head = head;
    this.#dirty.clear();
    const { texts = {}, bases = {}, done: steps = [] } = head ? await this.read(head.id) : {};
    this.#steps = steps;
    this.desk.adopt({ texts, done: steps }, "draft");
    this.#tell("list");
    return bases;
  }

  // Makes a draft of these texts, which began from others, and lets it be open.
  async make(name, texts, bases) {
    await this.use(null);
    this.head = this.#fresh(name);
    this.desk.take(texts, { by: "made" });
    this.#tell("list");
    await this.#renew(bases);
  }

  async #renew(bases) {
    const old = Object.keys(bases).filter((path) => bases[path] !== this.desk.published(path));
    if (!old.length) return;
    const found = await renew(this.desk, bases);
    for (const path of old) this.#dirty.add(path); // what was published since is what it begins from now
    await this.#keep();
    if (found.length) this.dispatchEvent(new CustomEvent("renewed", { detail: found }));
  }

  async rename(name) {
    this.head = { ...this.head ?? this.#fresh(name), name };
    this.#named = true;
    await this.#keep();
    this.#tell("list");
    this.#say({ list: true });
  }

  async erase(id) {
    if (this.#base) {
      const work = this.#base.transaction([HEADS, TEXTS, STEPS], "readwrite");
      work.objectStore(HEADS).delete(id);
      for (const name of [TEXTS, STEPS]) work.objectStore(name).delete(of(id));
      await ended(work);
    }
    this.#heads.delete(id);
    if (this.head?.id === id) await this.use(null);
    this.#say({ erased: id });
    this.#tell("list");
  }

  // -- keeping ------------------------------------------------------------------------------------------------------

  #fresh(name = this.named(new Date())) {
    const id = crypto.randomUUID?.() ?? String(Math.random()).slice(2); // without https there is none
    return { id, name, project: this.project, at: Date.now(), count: 0 };
  }

  // Writes what changed; what comes while it writes, is written next, and so is what could not be written.
  #keep() {
    this.#writing = (this.#writing ?? Promise.resolve()).then(async () => {
      if (!this.#dirty.size && !this.#named && this.desk.done === this.#steps) return;
      const paths = [...this.#dirty];
      this.#dirty.clear();
      try {
        await this.#write(paths);
      } catch (error) {
        console.warn(error);
        for (const path of paths) this.#dirty.add(path);
        this.#be(error?.name === "QuotaExceededError" ? "full" : "refused");
      }
    });
    return this.#writing;
  }

  async #write(paths) {
    const { desk } = this, fresh = !this.head;
    this.head = { ...this.head ?? this.#fresh(), at: Date.now(), count: desk.changed.length };
    const { id } = this.head, steps = desk.done;
    if (!this.#base) {
      const kept = desk.changed.map((path) => ({ path, base: desk.published(path), text: desk.text(path) }));
      this.#heads.set(id, { ...this.head, kept, steps: steps.map((step) => ({ step })) });
    } else {
      const work = this.#base.transaction([HEADS, TEXTS, STEPS], "readwrite", { durability: "relaxed" });
      const [heads, texts, kept] = [HEADS, TEXTS, STEPS].map((name) => work.objectStore(name));
      heads.put(this.head);
      for (const path of paths) {
        const text = desk.text(path), base = desk.published(path);
        if (text === base) texts.delete([id, path]);
        else texts.put({ draft: id, path, text, base });
      }
      const before = new Set(this.#steps), now = new Set(steps), numbers = new Set(steps.map(({ number }) => number));
      for (const step of now) if (!before.has(step)) kept.put({ draft: id, number: step.number, step });
      for (const { number } of before) if (!numbers.has(number)) kept.delete([id, number]);
      await ended(work);
      this.#be("");
    }
    this.#steps = steps;
    this.#named = false;
    this.#say({ draft: id, list: fresh });
    if (fresh) this.#tell("list");
  }

  #be(state) {
    if (state === this.state) return;
    this.state = state;
    this.#tell("state");
  }

  // -- other tabs ---------------------------------------------------------------------------------------------------

  #say(what) {
    if (this.#base) this.#channel?.postMessage(what);
  }

  async #hear({ draft, list, erased }) {
    if (draft && draft === this.head?.id) {
      let head, writing;
      do { // what is written here meanwhile, such as a name, is newer than what was read
        writing = this.#writing;
        await writing;
        head = (await this.list()).find(({ id }) => id === draft) ?? null;
      } while (writing !== this.#writing);
      await this.#open(head); // a tab may have older texts of the site
      this.#tell("elsewhere");
    }
    if (erased && erased === this.head?.id) { // what stands here becomes a draft of its own with the next key
      this.head = null;
      this.#steps = [];
      for (const path of this.desk.changed) this.#dirty.add(path);
      this.#tell("elsewhere");
    }
    if (list || erased) this.#tell("list");
  }

  #tell(name) {
    this.dispatchEvent(new Event(name));
  }
}
