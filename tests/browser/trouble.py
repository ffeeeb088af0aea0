"""What can go wrong with the worker where Python runs, made to happen; and a trace of the steps that a page showed."""

from __future__ import annotations

from playwright.sync_api import Page

WATCH = """
window.trace = [];
window.pressed = 0;
window.drawn = Infinity;
new MutationObserver((all) => all.forEach(({ target }) => {
  if (trace.at(-1) !== target.dataset.node) trace.push(target.dataset.node); // drawn anew is no other step
  drawn = performance.now();
})).observe(document, { subtree: true, attributeFilter: ["data-node"] });
addEventListener("pointerdown", ({ timeStamp }) => { pressed = timeStamp; }, { capture: true });

// What happens to the next replies of our worker: mute, garbage, shapeless, late, kept (until letGo), twice or strange.
window.trouble = "";
window.workers = [];
const held = [];
window.owed = 0; // replies that are on their way
const after = (wait, listener, event) => {
  owed += 1;
  setTimeout(() => { owed -= 1; listener(event); }, wait);
};
window.drawings = 0; // replies of Python with a node to show, that the page heard
window.letGo = () => {
  trouble = "";
  for (const go of held.splice(0)) go();
};
const Real = Worker;
window.Worker = class extends Real {
  constructor(url, ...rest) {
    super(url, ...rest);
    this.ours = String(url).startsWith("blob:"); // the theme has a worker for its search
    if (this.ours) workers.push(this);
  }
  addEventListener(name, listener, ...rest) {
    const heard = !this.ours || name !== "message" ? listener : (event) => {
      const how = event.data.state ? "" : trouble;
      if (event.data.text?.includes('"html"')) drawings += 1;
      if (how === "mute") return;
      if (how === "garbage") {
        trouble = "";
        listener({ data: { id: event.data.id, text: "{" } });
        return;
      }
      if (how === "shapeless") {
        trouble = "";
        listener({ data: { id: event.data.id, text: '{"node": 7}' } });
        return;
      }
      if (how === "kept") held.push(() => listener(event));
      else if (how === "late") after(700, listener, event);
      else listener(event);
      if (how === "twice") after(20, listener, event);
      if (how === "strange") for (const data of [null, 7, {}, { id: -1 }, { state: "ready" }, { state: 3 }]) listener({ data });
    };
    super.addEventListener(name, heard, ...rest);
  }
};
"""

KILL = {
    "killed": "workers.at(-1).terminate()",
    "broken": "workers.at(-1).dispatchEvent(new ErrorEvent('error', {message: 'gone'}))",
    "hung": "trouble = 'mute'",
    "garbage": "trouble = 'garbage'",
    "shapeless": "trouble = 'shapeless'",
}
"""Ways in which a worker is lost."""
HOLD_DOWN = 12
"""How often a key repeats while it is held for a moment."""


def watched(page: Page) -> Page:
    """A page that keeps a trace, and whose worker can be troubled."""
    page.add_init_script(WATCH)
    return page


def deliberate(page: Page) -> bool:
    """Whether the last press came when its step stood there long enough to be meant: this machine may be too slow for a
    nervous hand.
    """
    return page.evaluate("pressed - drawn > 300")


def traced(page: Page) -> list[str]:
    """The steps shown since the last time."""
    return page.evaluate("trace.splice(0)")


def held(page: Page, key: str) -> None:
    """Hold a key for a moment: it repeats."""
    for _ in range(HOLD_DOWN):
        page.keyboard.down(key)
        page.wait_for_timeout(25)
    page.keyboard.up(key)
