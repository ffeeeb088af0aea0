"""Words for what somebody does in the workbench, on top of Playwright."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect
from wizard import STARTS, settled

DESK = "document.querySelector('wegwijzer-workbench').desk"


def serve(context: BrowserContext, files: dict[str, str]) -> None:
    """Let the workbench find these files in the place of the project of the site."""
    body = json.dumps({"archives": ["work"], "files": files})
    context.route(
        "**/assets/workbench/project.json*", lambda route: route.fulfill(body=body, content_type="application/json")
    )


class AtDesk:
    """The workbench on a page, open at a step of a tree."""

    def __init__(self, page: Page, base_url: str, tree: str, node: str) -> None:
        self.page, self.tree = page, tree
        self.path = f"trees/{tree}.yml"
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on(
            "console", lambda message: self.problems.append(message.text) if "Security Policy" in message.text else None
        )
        page.goto(f"{base_url}/werkplaats/#open;{self.path};questions.{node}")
        self.wizard = page.locator("wegwijzer-wizard")
        self.expect_node(node, timeout=2 * STARTS)

    def ask(self, expression: str, argument: Any = None) -> Any:
        """What an expression in JavaScript gives; `desk` is the one with the texts, `it` the argument."""
        return self.page.evaluate(f"async (it) => {{ const desk = {DESK}; return {expression}; }}", argument)

    def go(self, *where: str) -> None:
        self.ask("desk.go(it[0], it[1])", [self.path, list(where)])

    @property
    def place(self) -> list[str]:
        found: list[str] = self.ask("[desk.path, ...desk.where]")
        return found

    def text(self) -> str:
        found: str = self.ask("desk.text(it)", self.path)
        return found

    def write(self, old: str, new: str) -> None:
        """Put something else in the first place where this stands in the text of the tree."""
        text = self.text()
        assert old in text
        self.ask("desk.put(it[0], {path: it[1], by: 'test'})", [text.replace(old, new, 1), self.path])

    def begin_again(self, node: str) -> None:
        """Let every text be the published one, and a question the place that is edited."""
        self.ask("desk.changed.map((path) => desk.put(desk.published(path), { path, by: 'test' }))")
        self.go()
        self.go("questions", node)
        self.expect_node(node)
        self.quiet()

    def quiet(self) -> None:
        """Wait until what was asked is answered: Python does that in the order of asking."""
        self.ask("desk.ask('put', {path: desk.path, text: desk.text()})")
        settled(self.page)

    def expect_node(self, node: str, timeout: float | None = None) -> None:
        expect(self.wizard).to_have_attribute("data-node", node, timeout=timeout)

    def tab(self, name: str) -> Locator:
        return self.page.get_by_role("tab", name=name)

    @contextmanager
    def nothing_kept(self):
        """The address, the history and all that this browser keeps are the same afterwards."""
        look = "({ ...localStorage, address: location.href, steps: history.length })"
        before = self.ask(look)
        yield
        assert self.ask(look) == before
