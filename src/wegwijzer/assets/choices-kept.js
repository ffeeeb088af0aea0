// What a municipality decided of each choice, as two records keep it: what was chosen, which every wizard follows, and beside it
// who decided that, when, and what the question meant. A decision is { value, who, when, as }; its value is null when somebody
// said that nothing is decided yet. A choice of which nobody said anything has no decision.

import { block, CHOICES, fields, keep, kept, named, RECORDS, text } from "./storage.js";

export const DECISIONS = "wegwijzer-besluiten"; // of a choice: which role decided, when, over what; or that it is open
export const FILE = "wegwijzer-gemeente"; // what a file of the municipality says besides its choices, and its name

RECORDS[DECISIONS] = {
  most: 100_000,
  sound: (record) => fields(named(record), (entry) => {
    const { of, who, when, as, open } = block(entry);
    return Object.fromEntries(Object.entries({ of, who, when, as, open }).filter(([, value]) => text(value) !== undefined));
  }),
};
RECORDS[FILE] = { most: 200_000, sound: ({ name = "", rest = "" }) => fields({ name, rest }, text) };

// How a wizard keeps it when somebody chose to leave a question open.
const isOpen = (value, undecided) => value === undecided || (Array.isArray(value) && value.length === 1 && value[0] === undecided);

// Reads all at once; gives a function from the name of a choice to its decision.
export function decisions(undecided) {
  const choices = kept(CHOICES), beside = kept(DECISIONS);
  return (name) => {
    const value = choices[name], { of, who = "", when = "", as = "", open } = beside[name] ?? {};
    if (value === undefined) return open ? { value: null, who: "", when: "", as: "" } : undefined;
    if (isOpen(value, undecided)) return { value: null, who: "", when: "", as: "" };
    // A wizard may have kept another value since: then nobody said who decided that one.
    return of === JSON.stringify(value) ? { value, who, when, as } : { value, who: "", when: "", as: "" };
  };
}

const changed = (record, entries) => Object.fromEntries(
  Object.entries({ ...record, ...Object.fromEntries(entries) }).filter(([, value]) => value !== undefined),
);

// Keeps decisions by name, undefined for one to forget; other names stay as they are. `isText` says which choices are a text of
// one's own: there no answer says that it is open. False when this browser does not keep them.
export function record(changes, undecided, isText) {
  const entries = Object.entries(changes);
  const value = (name, made) => made?.value === null ? (isText(name) ? undefined : undecided) : made?.value;
  const beside = (made) => made && (made.value === null ? { open: "true" }
    : { of: JSON.stringify(made.value), who: made.who, when: made.when, as: made.as });
  const one = keep(CHOICES, (now) => changed(now, entries.map(([name, made]) => [name, value(name, made)])));
  const other = keep(DECISIONS, (now) => changed(now, entries.map(([name, made]) => [name, beside(made)])));
  return one && other;
}
