"""A real Chromium on the built site, served as `make serve` serves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from places import SITE
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

import landmarks
from chromium import launch
from helpers import mostly_slow
from wegwijzer.serve.server import server

expect.set_options(timeout=20_000)  # a busy machine may take its time; a test that passes does not wait


TESTING = ("--js-flags=--liftoff-only", "--disable-features=SpareRendererForSitePerProcess")
"""WebAssembly is compiled once and not again for speed, and no process is kept ready for a page that may come."""

ALONE = "delete Navigator.prototype.serviceWorker"
"""A browser that keeps no site: a worker would answer what a test wants to answer. See away/ for one that does."""

# Two of the four have each colour and each width once; a fault that needs both together is left to `make test-all`.
READERS = mostly_slow(
    [("light", 1280), ("dark", 320), ("dark", 1280), ("light", 320)], quick=[("light", 1280), ("dark", 320)]
)


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the built site."""
    if not (SITE / "index.html").exists():
        pytest.fail("site/ is niet gebouwd: voer ‘make build’ of ‘make test’ uit")
    with server(SITE, 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, headless; what is made for many minutes of work is left out (see TESTING)."""
    with launch(playwright, *TESTING) as browser:
        opened = browser.new_context

        def without_worker(**how) -> BrowserContext:
            context = opened(**how)
            context.add_init_script(ALONE)
            return context

        browser.new_context = without_worker  # type: ignore[method-assign]
        yield browser


@pytest.fixture
def context(chromium: Browser, base_url: str) -> Iterator[BrowserContext]:
    """A reader who was never here before."""
    made = chromium.new_context(base_url=base_url, viewport={"width": 1280, "height": 900})
    made.set_default_timeout(30_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which any script error, policy violation or failed request fails the test."""
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    yield opened
    assert problems == []


@pytest.fixture(params=READERS, ids=lambda p: f"{p[0]}-{p[1]}")
def reader(request, chromium: Browser, base_url: str) -> Iterator[Page]:
    """A reader with colours and a width."""
    scheme, width = request.param
    context = chromium.new_context(base_url=base_url, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture
def browsing(chromium: Browser, base_url: str):
    """Opens a page whose storage a script meddles with; any script error in it fails the test."""
    contexts, problems = [], []

    def browse(meddle: str = ""):
        context = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 800}, color_scheme="dark")
        contexts.append(context)
        context.set_default_timeout(30_000)
        if meddle:
            context.add_init_script(meddle)
        context.on("weberror", lambda error: problems.append(str(error.error)))
        return context.new_page()

    yield browse
    for context in contexts:
        context.close()
    assert problems == []


# -- places of the project's own trees, by what they have ------------------------------------------------------------


@pytest.fixture(scope="session")
def row(own_trees) -> landmarks.Way:
    """Four plain questions after one another, from the start of a large tree."""
    return landmarks.questions_in_a_row(own_trees)


@pytest.fixture(scope="session")
def gap(own_trees) -> landmarks.Place:
    """A question to which a text must be typed."""
    return landmarks.text_field(own_trees)


@pytest.fixture(scope="session")
def boxes(own_trees) -> landmarks.Place:
    """A question with several answers, of which one is needed."""
    return landmarks.several_answers(own_trees)


@pytest.fixture(scope="session")
def asked(own_trees) -> landmarks.Asked:
    """A local choice that is asked on the way to a result, in a small tree."""
    return landmarks.asked_choice(own_trees)


@pytest.fixture(scope="session")
def result(own_trees) -> landmarks.Way:
    """The way to a result with everything in it: tasks, a model reply, local choices."""
    return landmarks.full_result(own_trees)


@pytest.fixture(scope="session")
def small(own_trees) -> str:
    """The name of a small tree."""
    return landmarks.smallest(own_trees).id


@pytest.fixture(scope="session")
def large(own_trees) -> str:
    """The name of the largest tree."""
    return landmarks.largest(own_trees).id
