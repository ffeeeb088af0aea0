// Where a reader is in a node, so that another version of it can take its place without a jump.

// What finds the place of the focus again in a section that is drawn anew; "" when it is elsewhere.
export function focused(section) {
  const focus = document.activeElement;
  if (!section?.contains(focus)) return "";
  const name = ["answer", "policy"].find((each) => each in focus.dataset);
  if (name) return `[data-${name}="${CSS.escape(focus.dataset[name])}"]`;
  return ["input[data-fill]", ".ww-heading", "[data-continue]"].find((name) => focus.matches(name)) ?? "";
}

export function focusOn(section, place) {
  if (place) section.querySelector(place)?.focus({ preventScroll: true });
}

// Keeps what a reader sees where it was; false when it moved all the same.
export function stays(section, { top, bottom }) {
  if (bottom < 0 || top > innerHeight) return true;
  const moved = () => section.getBoundingClientRect().top - top;
  scrollBy({ top: moved(), behavior: "instant" });
  return Math.abs(moved()) < 3;
}
