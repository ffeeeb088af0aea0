// The diagram as a map beside the wizard: the route so far and where the reader is. Every node stays the link that it was.

import { nodeOf } from "./fragment.js";
import { Intents } from "./intents.js";
import { Viewport } from "./viewport.js";

const XLINK = "http://www.w3.org/1999/xlink";

class TreeMap {
  constructor(details, wizard) {
    this.details = details;
    this.wizard = wizard;
    this.frame = details.querySelector(".ww-scroll");
    this.svg = this.frame.querySelector("svg");
    this.links = new Map(); // by node
    for (const link of this.svg.querySelectorAll(".ww-node a")) {
      const href = link.getAttributeNS(XLINK, "href") || link.getAttribute("href");
      this.links.set(nodeOf(href.slice(1), wizard.tree), link);
    }
    this.prefix = this.svg.querySelector("g.graph").id.replace(/^diagram-/, "");
    this.frame.classList.add("ww-map");
    this.intents = new Intents(this.frame, this.svg);
    this.viewport = new Viewport(this.frame, this.svg);
    const tools = details.querySelector(".ww-map-tools");
    tools.hidden = false;
    tools.addEventListener("click", ({ target }) => target.dataset.map && this.go(target.dataset.map));
    this.frame.addEventListener("click", (event) => this.onClick(event), true);
    details.addEventListener("toggle", () => details.open && this.begin());
  }

  // Whether this drawing shows a node itself, not only the way to it.
  holds(node) {
    const link = this.links.get(node);
    return link && !link.closest(".ww-node-stub");
  }

  begin() {
    this.viewport.begin(this.links.get(this.wizard.dataset.node));
  }

  go(where) {
    if (where === "here") this.viewport.around(this.links.get(this.wizard.dataset.node));
    else this.viewport.go(where);
  }

  // A drag is no click. A node on the route so far goes back there with the answers before it.
  onClick(event) {
    const link = event.target.closest("a");
    const node = [...this.links].find(([, one]) => one === link)?.[0];
    if (this.viewport.dragged) {
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
    } else best?.begin();
  };
  wizard.addEventListener("ww-step", ({ detail }) => !detail.ticked && follow());
  follow();
}
