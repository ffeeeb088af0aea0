"""Words for what a reader does with a wizard, on top of Playwright."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from helpers import own_tree, tree_files
from landmarks import Place, Way, plain
from wegwijzer.walk.walker import Walker

SETTLED = """async () => {
  while (document.querySelector(".ww-fresh")) await new Promise((on) => setTimeout(on, 10));
}"""
UNTIL = """async () => {
  const end = performance.now() + 90_000; // a busy machine may take its time
  while (!(%s)) {
    if (performance.now() > end) throw new Error("never: " + %s);
    await new Promise((on) => setTimeout(on, 10));
  }
}"""
QUIET = """async () => {
  const turn = () => new Promise((on) => requestAnimationFrame(() => setTimeout(on)));
  await turn();
  const wizard = document.querySelector("wegwijzer-wizard");
  if (wizard?.dataset.engine === "python") {
    const { engine } = await import("/assets/engine.js");
    await engine.ask({ do: "open", tree: wizard.tree, fragment: "" }); // it answers in the order of asking
  }
  while (window.owed) await new Promise((on) => setTimeout(on, 10)); // see trouble.py
  await turn();
}"""

STARTS = 90_000
"""Milliseconds in which Python leads, on a machine that is busy with much else."""


def settled(page: Page) -> None:
    """Wait until the step that stands there takes a press: it does not at once, for nobody reads that fast."""
    page.evaluate(SETTLED)


def until(page: Page, condition: str) -> None:
    """Wait until something holds in the page, as JavaScript."""
    page.evaluate(UNTIL % (condition, json.dumps(condition)))


def quiet(page: Page) -> None:
    """Wait until all that was set going is done: events under way, what the worker still owes, and its answer to one more
    question. What did not happen by now was not asked for.
    """
    page.evaluate(QUIET)


class Wizard:
    """The wizard on a page. `leading` waits until Python draws the steps."""

    def __init__(self, page: Page, tree: str) -> None:
        self.page, self.tree = page, tree
        self.root = page.locator(f"wegwijzer-wizard[tree={tree}]")

    @classmethod
    def open(cls, page: Page, tree: str, fragment: str = "") -> Wizard:
        page.goto(f"/keuzehulp/{tree}/" + (f"#{fragment}" if fragment else ""))
        return cls(page, tree)

    def leading(self) -> Wizard:
        expect(self.root).to_have_attribute("data-engine", "python", timeout=STARTS)
        return self

    @property
    def node(self) -> str:
        return self.root.get_attribute("data-node") or ""

    def expect_node(self, node: str) -> None:
        expect(self.root).to_have_attribute("data-node", node)

    @property
    def step(self) -> Locator:
        return self.root.locator("section:visible")

    def answer(self, answer: Any) -> None:
        """Give an answer with the keyboard: a link, boxes to tick, a field to fill in, or go on. Waits for the step.

        A step that has just come takes a key at once, and a press of a pointer only after a moment: see test_intent.
        """
        before = self.node
        self._give(answer)
        expect(self.root).not_to_have_attribute("data-node", before)

    def _give(self, answer: Any) -> None:
        if self.root.get_attribute("data-kind") == "action":
            self.step.locator("[data-continue]").press("Enter")
        elif isinstance(answer, str) and self.step.locator("input[data-fill]").count():
            self.step.locator("input[data-fill]").fill(answer)
            self.step.locator("[data-continue]").press("Enter")
        elif isinstance(answer, str):
            self.step.locator(f'a[data-answer="{answer}"]').press("Enter")
        else:
            for key in answer:
                box = self.step.locator(f'input[data-answer="{key}"]')
                if not box.is_checked():
                    box.press("Space")
            self.step.locator("[data-continue]").press("Enter")

    def follow(self, answers: Iterable[Any]) -> Wizard:
        """Give these answers one after the other."""
        for answer in answers:
            self.answer(answer)
        return self

    def more(self) -> Locator:
        """The fold under an action, open: why, sources, answers, other ways to take it along."""
        fold = self.step.locator(".ww-more")
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
        return fold

    def path(self) -> Locator:
        """The answers so far, in sight: of an action in its fold, of a question in one of their own."""
        if self.root.get_attribute("data-kind") == "action":
            self.more()
        else:
            self.root.locator(".ww-path > summary").click()
        return self.root.locator(".ww-path")

    def decide(self, given: dict[str, Any]) -> None:
        """Keep local choices in this browser, as ‘Onthoud als ons beleid’ does."""
        self.page.evaluate("given => localStorage.setItem('wegwijzer-beleid', given)", json.dumps(given))


def opened(page: Page, place: Way | Place) -> Wizard:
    """The wizard where the link to a place leads, with Python leading."""
    return Wizard.open(page, place.tree, place.link).leading()


def to_another(wizard: Wizard) -> Wizard:
    """The wizard of another tree that begins with a plain question, by a link of the navigation that stands on the page."""
    places = {f"/keuzehulp/{file.stem}/": file.stem for file in tree_files() if file.stem != wizard.tree}
    for link in wizard.page.locator(".md-sidebar--primary a[href]:visible").all():
        tree = places.get(link.evaluate("link => new URL(link.href).pathname"))
        if tree and plain(Walker(own_tree(tree))):
            link.click()
            return Wizard(wizard.page, tree)
    raise AssertionError("no link to another wizard beside " + wizard.tree)
