// Changes of texts, as small as they can be kept: where, what stood there, and what stands there now. A file that is not there has
// the text null.

// What was done to a text: the piece that differs.
export function difference(before, after) {
  if (before === null || after === null) return { at: 0, old: before, now: after };
  const most = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < most && before[head] === after[head]) head += 1;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { at: head, old: before.slice(head, before.length - tail), now: after.slice(head, after.length - tail) };
}

// The text with a difference made, or taken back.
export const redone = (text, { at, old, now }) =>
  old === null || now === null ? now : text.slice(0, at) + now + text.slice(at + old.length);
export const undone = (text, { at, old, now }) => redone(text, { at, old: now, now: old });

// Whether that was done to this text: what stands there now is what it made.
export const fits = (text, { at, now }) => now === null ? text === null : text !== null && text.startsWith(now, at);

// The text with changes of Python's, {from, to, insert}, that all count from the text as it was.
export function applied(text, changes) {
  let made = text ?? "";
  for (const { from, to, insert } of [...changes].sort((one, other) => other.from - one.from)) {
    made = made.slice(0, from) + insert + made.slice(to);
  }
  return made;
}
