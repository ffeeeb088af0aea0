"""A real Chromium on the built site, served as `make serve` serves it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from looks import LOOKS
from places import SITE
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright, expect

import landmarks
from chromium import launch
from helpers import mostly_slow
from wegwijzer.serve.server import server

expect.set_options(timeout=20_000)  # a busy machine may take its time; a test that passes does not wait


NO_SPARE = "--disable-features=SpareRendererForSitePerProcess"
"""No process is kept ready for a page that may come."""
ONCE = "--js-flags=--liftoff-only"
"""WebAssembly is compiled once and not again for speed: what that takes, a test of a few seconds never earns back."""

ALONE = "delete Navigator.prototype.serviceWorker"
"""A browser that keeps no site: a worker would answer what a test wants to answer. See away/ for one that does."""


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the built site."""
    if not (SITE / "index.html").exists():
        pytest.fail("site/ is niet gebouwd: voer ‘make build’ of ‘make test’ uit")
    with server(SITE, 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


@contextmanager
def _started(playwright: Playwright, *flags: str) -> Iterator[Browser]:
    """A browser whose pages have no worker that keeps the site."""
    with launch(playwright, NO_SPARE, *flags) as browser:
        opened = browser.new_context

        def without_worker(**how) -> BrowserContext:
            context = opened(**how)
            context.add_init_script(ALONE)
            return context

        browser.new_context = without_worker  # type: ignore[method-assign]
        yield browser


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, headless, for pages that live for seconds."""
    with _started(playwright, ONCE) as browser:
        yield browser


@pytest.fixture(scope="session")
def working(playwright: Playwright) -> Iterator[Browser]:
    """The same for a page on which Python works long: what checks a whole project is worth compiling for speed."""
    with _started(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def returning(chromium: Browser, base_url: str) -> Iterator[tuple[BrowserContext, CDPSession]]:
    """One browser profile for all tests that need none of their own, and what empties it: what was loaded once, and the
    runtime that was compiled once, is there for the next test, as for anybody who comes back.
    """
    made = chromium.new_context(base_url=base_url, viewport={"width": 1280, "height": 900})
    made.set_default_timeout(30_000)
    yield made, made.new_cdp_session(made.new_page())
    made.close()


@pytest.fixture
def context(returning: tuple[BrowserContext, CDPSession], base_url: str) -> Iterator[BrowserContext]:
    """A reader of whom nothing is kept: no page, no record, no permission. Do not give it scripts or listeners: they stay."""
    made, session = returning
    kept = made.pages[0]
    yield made
    made.set_offline(offline=False)
    for page in made.pages:
        if page != kept:
            page.close()
    made.clear_permissions()
    made.clear_cookies()
    session.send("Storage.clearDataForOrigin", {"origin": base_url, "storageTypes": "all"})


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which any script error, policy violation or failed request fails the test."""
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    yield opened
    assert problems == []


@pytest.fixture(params=mostly_slow(LOOKS[:2], quick=LOOKS[:1]), ids=lambda p: f"{p[0]}-{p[1]}")
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
