// A drawing larger than its frame, seen in part: larger, smaller, aside, by buttons, keys, wheel and fingers. It moves the
// viewBox of the drawing.

const ZOOM = 1.4; // how much larger or smaller at a time
const READABLE = 0.75; // units of the drawing (points) a pixel, at which its letters read well
const LARGEST = 0.6; // units a pixel: a small drawing does not fill a large screen
const NARROW = 600; // pixels: in a frame that is less wide, all of a large drawing would be too small to read
const MOVES = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const KEYS = {
  ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", "+": "in", "=": "in", "-": "out", 0: "all",
};

export class Viewport {
  constructor(frame, svg) {
    this.frame = frame;
    this.svg = svg;
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.whole = [x, y, width, height];
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    frame.addEventListener("keydown", (event) => this.onKey(event));
    frame.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.fingers = new Map();
    frame.addEventListener("pointerdown", (event) => this.onDown(event));
    frame.addEventListener("pointermove", (event) => this.onMove(event));
    for (const end of ["pointerup", "pointercancel"]) {
      frame.addEventListener(end, ({ pointerId }) => this.fingers.delete(pointerId));
    }
    frame.addEventListener("focusin", ({ target }) => this.bring(target));
    this.see(this.all);
  }

  // All of it, as large as the frame allows.
  get all() {
    const [x, y, width, height] = this.whole, { clientWidth, clientHeight } = this.frame;
    const wide = Math.max(width, clientWidth * LARGEST), high = Math.max(height, clientHeight * LARGEST);
    return [x - (wide - width) / 2, y, wide, high];
  }

  // Whether the last press was a drag, which is no click.
  get dragged() {
    return this.moved > 4;
  }

  see([x, y, width, height]) {
    this.seen = [x, y, width, height];
    this.svg.setAttribute("viewBox", this.seen.map((value) => value.toFixed(1)).join(" "));
  }

  go(where) {
    const [x, y, width, height] = this.seen;
    if (where === "in") this.zoom(1 / ZOOM);
    else if (where === "out") this.zoom(ZOOM);
    else if (where === "all") this.see(this.all);
    else this.see([x + MOVES[where][0] * width / 4, y + MOVES[where][1] * height / 4, width, height]);
  }

  // Whether this is a screen in a hand: a drawing begins where it can be read, and its middle is what somebody looks at.
  get narrow() {
    return this.frame.clientWidth < NARROW;
  }

  // Whether all of it can be read at once.
  get fits() {
    const { clientWidth, clientHeight } = this.frame;
    return this.whole[2] <= clientWidth / READABLE * 0.9 && this.whole[3] <= clientHeight / READABLE * 0.9;
  }

  // The part around a link, as large as it reads well; all of it when there is none.
  around(link) {
    const { clientWidth, clientHeight } = this.frame;
    this.see(this.whole);
    if (!link || !clientWidth) return;
    const middle = this.middle(link);
    const size = [clientWidth * READABLE, clientHeight * READABLE];
    // No empty ground beside the drawing.
    const within = (begin, axis) => {
      const last = this.whole[axis] + this.whole[axis + 2] - size[axis];
      return Math.max(this.whole[axis], Math.min(begin, last));
    };
    this.see([within(middle.x - size[0] / (this.narrow ? 2 : 3), 0), within(middle.y - size[1] / 2, 1), ...size]);
  }

  // Brings a link that gets the focus in sight.
  bring(link) {
    if (link === this.frame) return;
    const box = link.getBoundingClientRect(), frame = this.frame.getBoundingClientRect();
    if (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom) return;
    const middle = this.middle(link);
    const [, , width, height] = this.seen;
    this.see([middle.x - width / 2, middle.y - height / 2, width, height]);
  }

  // A place on the screen as a place in the drawing.
  point(x, y) {
    return new DOMPoint(x, y).matrixTransform(this.svg.getScreenCTM().inverse());
  }

  middle(link) {
    const box = link.getBoundingClientRect();
    return this.point(box.x + box.width / 2, box.y + box.height / 2);
  }

  zoom(factor, around = null) {
    const [x, y, width, height] = this.seen;
    const center = around || { x: x + width / 2, y: y + height / 2 };
    const wide = Math.min(Math.max(width * factor, 80), this.whole[2] * 2);
    const by = wide / width;
    this.see([center.x - (center.x - x) * by, center.y - (center.y - y) * by, wide, height * by]);
  }

  onKey(event) {
    if (event.target !== this.frame || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    this.go(KEYS[event.key]);
  }

  onWheel(event) {
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? ZOOM : 1 / ZOOM, this.point(event.clientX, event.clientY));
  }

  onDown(event) {
    this.moved = 0;
    this.fingers.set(event.pointerId, [event.clientX, event.clientY]);
  }

  onMove(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    const now = [event.clientX, event.clientY];
    this.moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (this.moved < 4) return;
    if (!this.frame.hasPointerCapture(event.pointerId)) this.frame.setPointerCapture(event.pointerId);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (place) => Math.hypot(place[0] - other[0], place[1] - other[1]) || 1;
      this.zoom(apart(before) / apart(now), this.point((now[0] + other[0]) / 2, (now[1] + other[1]) / 2));
    } else {
      const from = this.point(...before), to = this.point(...now);
      const [x, y, width, height] = this.seen;
      this.see([x + from.x - to.x, y + from.y - to.y, width, height]);
    }
    this.fingers.set(event.pointerId, now);
  }
}
