// The diagram as a map beside the wizard: the route so far, where the reader is, larger and smaller. It moves the
// drawing's viewBox; every node stays the link that it was.

import { nodeOf } from "./fragment.js";
import { Intents } from "./intents.js";

const XLINK = "http://www.w3.org/1999/xlink";
const ZOOM = 1.4; // how much larger or smaller at a time
const READABLE = 0.75; // units of the drawing (points) a pixel, at which its letters read well
const MOVES = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
const KEYS = {
  ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", "+": "in", "=": "in", "-": "out", 0: "all",
};

class TreeMap {
  constructor(details, wizard) {
    this.details = details;
    this.wizard = wizard;
    this.frame = details.querySelector(".ww-scroll");
    this.svg = this.frame.querySelector("svg");
    const { x, y, width, height } = this.svg.viewBox.baseVal;
    this.whole = [x, y, width, height];
    this.links = new Map(); // by node
    for (const link of this.svg.querySelectorAll(".ww-node a")) {
      const href = link.getAttributeNS(XLINK, "href") || link.getAttribute("href");
      this.links.set(nodeOf(href.slice(1), wizard.tree), link);
    }
    this.prefix = this.svg.querySelector("g.graph").id.replace(/^diagram-/, "");
    this.svg.removeAttribute("width");
    this.svg.removeAttribute("height");
    this.frame.classList.add("ww-map");
    const tools = details.querySelector(".ww-map-tools");
    tools.hidden = false;
    tools.addEventListener("click", ({ target }) => target.dataset.map && this.go(target.dataset.map));
    this.intents = new Intents(this.frame, this.svg);
    this.frame.addEventListener("keydown", (event) => this.onKey(event));
    this.frame.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.fingers = new Map();
    this.frame.addEventListener("pointerdown", (event) => this.onDown(event));
    this.frame.addEventListener("pointermove", (event) => this.onMove(event));
    for (const end of ["pointerup", "pointercancel"]) {
      this.frame.addEventListener(end, ({ pointerId }) => this.fingers.delete(pointerId));
    }
    this.frame.addEventListener("click", (event) => this.onClick(event), true);
    this.frame.addEventListener("focusin", ({ target }) => this.bring(target));
    details.addEventListener("toggle", () => details.open && this.go("start"));
    this.see(this.whole);
  }

  // Whether this drawing shows a node itself, not only the way to it.
  holds(node) {
    const link = this.links.get(node);
    return link && !link.closest(".ww-node-stub");
  }

  see([x, y, width, height]) {
    this.seen = [x, y, width, height];
    this.svg.setAttribute("viewBox", this.seen.map((value) => value.toFixed(1)).join(" "));
  }

  go(where) {
    const [x, y, width, height] = this.seen;
    const { clientWidth, clientHeight } = this.frame;
    if (where === "in") this.zoom(1 / ZOOM);
    else if (where === "out") this.zoom(ZOOM);
    else if (where === "all") this.see(this.whole);
    else if (MOVES[where]) this.see([x + MOVES[where][0] * width / 4, y + MOVES[where][1] * height / 4, width, height]);
    else {
      // At the start: all of it when that can be read, else the part that matters.
      const fits = this.whole[2] <= clientWidth / READABLE * 0.9 && this.whole[3] <= clientHeight / READABLE * 0.9;
      const link = this.links.get(this.wizard.dataset.node);
      if ((where === "start" && fits) || !link || !clientWidth) return this.see(this.whole);
      this.see(this.whole);
      const box = link.getBoundingClientRect();
      const middle = this.point(box.x + box.width / 2, box.y + box.height / 2);
      const size = [clientWidth * READABLE, clientHeight * READABLE];
      // No empty ground beside the drawing.
      const within = (begin, axis) => {
        const last = this.whole[axis] + this.whole[axis + 2] - size[axis];
        return Math.max(this.whole[axis], Math.min(begin, last));
      };
      this.see([within(middle.x - size[0] / 3, 0), within(middle.y - size[1] / 2, 1), ...size]);
    }
    return undefined;
  }

  // Brings a node that gets the focus in sight.
  bring(link) {
    if (link === this.frame) return;
    const box = link.getBoundingClientRect(), frame = this.frame.getBoundingClientRect();
    if (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom) return;
    const middle = this.point(box.x + box.width / 2, box.y + box.height / 2);
    const [, , width, height] = this.seen;
    this.see([middle.x - width / 2, middle.y - height / 2, width, height]);
  }

  // A place on the screen as a place in the drawing.
  point(x, y) {
    return new DOMPoint(x, y).matrixTransform(this.svg.getScreenCTM().inverse());
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
    if (!event.ctrlKey) return; // the page scrolls on
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

  // A drag is no click. A node on the route so far goes back there with the answers before it.
  onClick(event) {
    const link = event.target.closest("a");
    const node = [...this.links].find(([, one]) => one === link)?.[0];
    if (this.moved > 4) {
      event.preventDefault();
      event.stopPropagation();
    } else if (node && this.wizard.route?.includes(node)) {
      const backs = [...this.wizard.querySelectorAll(".ww-path a[data-back]")];
      const back = backs.findLast((each) => nodeOf(each.hash.slice(1), this.wizard.tree) === node);
      if (!back) return;
      event.preventDefault();
      event.stopPropagation();
      back.click();
    }
  }

  // Shows the route and where the reader is: by the drawing's own classes, a word, and for who listens.
  mark(route, here) {
    for (const old of this.svg.querySelectorAll(".ww-passed, .ww-here")) old.classList.remove("ww-passed", "ww-here");
    for (const old of this.svg.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
    this.svg.querySelector(".ww-you")?.remove();
    for (const passed of route) this.links.get(passed)?.closest(".ww-node").classList.add("ww-passed");
    const way = [...route, here];
    for (let index = 1; index < way.length; index += 1) {
      for (const edge of this.edges(way[index - 1], way[index])) edge.classList.add("ww-passed");
    }
    const link = this.links.get(here);
    if (!link) return;
    link.setAttribute("aria-current", "step");
    const node = link.closest(".ww-node");
    node.classList.add("ww-here");
    const { x, y } = node.getBBox();
    const label = document.createElementNS(this.svg.namespaceURI, "text");
    label.setAttribute("class", "ww-you");
    label.setAttribute("x", x);
    label.setAttribute("y", y - 4);
    label.textContent = this.frame.dataset.here;
    node.append(label);
  }

  // The arrows from one node to the next, also through a fork.
  edges(from, to) {
    const find = (a, b) => this.svg.querySelector(`#${CSS.escape(`${this.prefix}-${a}--naar--${b}`)}`);
    const straight = find(from, to);
    if (straight) return [straight];
    for (const fork of this.links.keys()) {
      const way = fork.startsWith(`${from}--`) ? [find(from, fork), find(fork, to)] : [];
      if (way[0] && way[1]) return way;
    }
    return [];
  }
}

export default function map(wizard) {
  const maps = [...document.querySelectorAll(".ww-diagram")].map((details) => new TreeMap(details, wizard));
  let shown = maps.find(({ details }) => details.open);
  const follow = () => {
    const here = wizard.dataset.node;
    for (const each of maps) {
      each.mark(wizard.route.filter(Boolean), here);
      each.intents.changed(); // another part of the drawing comes under the finger
    }
    const best = maps.find((each) => each.holds(here));
    if (best && best !== shown) {
      if (shown) shown.details.open = false;
      best.details.open = true; // its toggle brings the node in sight
      shown = best;
    } else best?.go("start");
  };
  wizard.addEventListener("ww-step", ({ detail }) => !detail.ticked && follow());
  follow();
}
