// A text of a file beside the same text in an editor, which counts every end of a line as one character and does not show the sign
// with which some programs begin a file. Whoever types leaves those as they are in the rest of the text.

const BEGIN = "\ufeff";
const BREAK = /\r\n|\r|\n/g;

export class Lines {
  #begins; // where each line begins in the text
  #shown; // and where in the editor

  constructor(text) {
    this.text = text;
    this.head = text.startsWith(BEGIN) ? BEGIN.length : 0;
    const breaks = [...text.matchAll(BREAK)];
    this.#begins = [this.head, ...breaks.map(({ 0: end, index }) => index + end.length)];
    const extra = breaks.map(({ 0: end }) => end.length - 1);
    let more = this.head;
    this.#shown = [0, ...extra.map((each, at) => this.#begins[at + 1] - (more += each))];
    this.end = breaks[0]?.[0] ?? "\n"; // how a new line ends
    this.shown = text.slice(this.head).replace(BREAK, "\n");
  }

  // The place in the editor of an offset in the text.
  place(offset) {
    const line = last(this.#begins, offset);
    const place = this.#shown[line] + Math.max(offset - this.#begins[line], 0);
    return Math.min(place, (this.#shown[line + 1] ?? this.shown.length + 1) - 1);
  }

  // The offset in the text of a place in the editor.
  offset(place) {
    const line = last(this.#shown, place);
    return this.#begins[line] + place - this.#shown[line];
  }

  // The text after changes in the editor, {from, to, insert}, that all count from the editor as it was.
  edited(changes) {
    let made = this.text;
    for (const { from, to, insert } of [...changes].sort((one, other) => other.from - one.from)) {
      made = made.slice(0, this.offset(from)) + insert.replaceAll("\n", this.end) + made.slice(this.offset(to));
    }
    return made;
  }
}

// The last of these rising numbers that is not above a value; the first one when there is none.
function last(numbers, value) {
  let low = 0, high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
