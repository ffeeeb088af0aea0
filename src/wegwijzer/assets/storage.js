// The one place that keeps something in this browser. A browser can refuse that or be full, and can hold what we never
// wrote. Then a record lives in memory for this visit, and who asked to keep it hears that. What does not fit is not used.

const VERSION = 1; // of every record; a record without one is older and reads the same
export const CHOICES = "wegwijzer-beleid"; // what a municipality decided, by name
export const CASE = "wegwijzer-dossier"; // the case file
export const REPLY = "wegwijzer-antwoord"; // which variant of a model reply this reader chose last
export const SEEN = "wegwijzer-gezien"; // of each advice a digest, when this reader asked to remember them (advices.js)
export const NUMBERS = "wegwijzer-nummers"; // whether this reader wants the numbers of nodes in sight

let unfit = 0; // how much of the record that is being read was left out

export const text = (value) => typeof value === "string" ? value : undefined;
export const block = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : (unfit += 1, {});
const fitting = (made) => made !== undefined || (unfit += 1, false);
const oneOf = (value, those) => value === undefined || those.includes(value) ? value : (unfit += 1, undefined);
const list = (value, make) => (Array.isArray(value) ? value : (unfit += 1, [])).map(make).filter(fitting);
export const fields = (value, make) => Object.fromEntries(Object.entries(block(value))
  .map(([name, field]) => [name, name === "__proto__" ? undefined : make(field)]).filter(([, made]) => fitting(made)));
const texts = (values) => fields(JSON.parse(JSON.stringify(values)), text); // what is undefined is left out

const former = new Map(); // a tree that became another one → its name now

// What was kept of a tree under its former name counts under its name now: `old=new old=new`.
export function followMoves(moved = "") {
  for (const pair of moved.split(" ").filter(Boolean)) former.set(...pair.split("="));
}

export function named(kept) {
  const entries = Object.entries(block(kept)).map(([name, value]) => {
    const [tree, ...question] = name.split(".");
    return [[former.get(tree) ?? tree, ...question].join("."), value, former.has(tree)];
  });
  return Object.fromEntries(entries.sort((one, other) => other[2] - one[2])); // what was chosen under the new name wins
}

// What each record may hold, made anew from what was kept: nothing else comes along, however deep. `most`: letters. A page that
// keeps more adds its own.
export const RECORDS = {
  [CHOICES]: { most: 100_000, sound: (kept) => fields(named(kept), (value) => Array.isArray(value) ? list(value, text) : text(value)) },
  [REPLY]: {
    most: 1_000,
    sound: ({ form, length }) => ({ form: oneOf(form, ["informal", "formal"]), length: oneOf(length, ["long", "short"]) }),
  },
  [NUMBERS]: { most: 100, sound: ({ on }) => ({ on: oneOf(on, [true, false]) }) },
  [CASE]: {
    most: 1_000_000,
    sound({ routes = {}, done = [], id, post, link, notes }) {
      return {
        ...texts({ id, post, link, notes }),
        routes: fields(routes, (route) => {
          const { title, steps, advice, digest } = block(route);
          return text(title) && Array.isArray(steps) ? { title, steps: list(steps, text), ...texts({ advice, digest }) } : undefined;
        }),
        done: list(done, (entry) => {
          const { at, text: what } = block(entry);
          return text(at) && text(what) ? { at, text: what } : undefined;
        }),
      };
    },
  },
};

let memory = new Map(); // by name, the text that this browser could not keep
let reader = null; // that of the reader, while somebody only tries a wizard

// While somebody tries a wizard, nothing that was kept counts, and what is kept now is gone after it.
export function apart(tries) {
  if (tries !== Boolean(reader)) [memory, reader] = tries ? [new Map(), memory] : [reader, null];
}

// Reading the name alone can throw. The theme gets a stand-in for it (see refused.js); that keeps nothing either.
function area() {
  try {
    return reader || localStorage.standsIn ? null : localStorage;
  } catch {
    return null;
  }
}

function stored(name) {
  try {
    return area()?.getItem(name) ?? null;
  } catch {
    return null;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Whether a later version of this site wrote a record.
const isNewer = (record) => record?.version > VERSION;

// A record as it can be used, and what is wrong with it: `damaged` when not all of it fits, `newer` when a later version
// of this site wrote it; that one stays untouched.
function opened(name) {
  const { most, sound } = RECORDS[name];
  const own = memory.get(name), source = own ?? stored(name) ?? "{}";
  const record = parsed(source);
  if (own === undefined && isNewer(record)) return { value: sound({}), state: "newer" };
  unfit = 0;
  const { version: _, ...rest } = block(own === undefined && source.length > most ? undefined : record);
  const value = sound(rest);
  return { value, state: unfit ? "damaged" : "" };
}

// The record, whatever stands there: what fits of it.
export const kept = (name) => opened(name).value;

export const stateOf = (name) => opened(name).state;

// Whether there is something to show or to erase.
export const has = (name) => memory.has(name) || stored(name) !== null;

// Changes a record: `change` makes the new one from what stands there now, also from another tab. False when this
// browser does not keep it.
export function keep(name, change) {
  const { value, state } = opened(name);
  const newer = memory.has(name) ? isNewer(parsed(stored(name))) : state === "newer";
  const written = JSON.stringify({ version: VERSION, ...change(value) });
  if (written.length <= RECORDS[name].most && !newer) {
    try {
      area().setItem(name, written);
      memory.delete(name);
      return true;
    } catch { /* refused or full */ }
  }
  memory.set(name, written);
  return reader !== null;
}

export function erase(name) {
  memory.delete(name);
  try {
    area()?.removeItem(name);
  } catch { /* then nothing was kept either */ }
}

const watchers = new Set();

// Calls `then` when another tab changed or erased the record. Returns what ends that.
export function watch(name, then) {
  const watcher = { name, then };
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(name) {
  for (const watcher of [...watchers]) if (name === null || watcher.name === name) watcher.then();
}

addEventListener("storage", ({ key, newValue }) => {
  if (newValue === null) for (const name of key === null ? [...memory.keys()] : [key]) memory.delete(name);
  tell(key);
});
// A page that comes back as it was left heard nothing meanwhile.
addEventListener("pageshow", ({ persisted }) => persisted && tell(null));
