"""No page asks anything of another host, keeps a cookie, or runs code that is not ours."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from places import FITS, PAGES, ROOT, SECTIONS, SITE
from wizard import Wizard

from helpers import mostly_slow

TRY_IN_WORKER = """async () => {
  const outcome = {};
  await new Promise((done) => setTimeout(async () => {
    try { outcome.eval = (0, eval)("1 + 1"); } catch (error) { outcome.eval = error.name; }
    try { outcome.make = new Function("return 1")(); } catch (error) { outcome.make = error.name; }
    try { outcome.fetch = (await fetch("http://localhost:9/")).status; } catch (error) { outcome.fetch = error.name; }
    done();
  }));
  return outcome;
}"""

WIZARDS = [path for path in PAGES if path.startswith("/keuzehulp/")]

SPARING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
"""A reader who saves data: a wizard does not start Python by itself."""


HEAVIEST = [
    max(pages, key=lambda path: (SITE / path.strip("/") / "index.html").stat().st_size) for pages in SECTIONS.values()
]
"""Of each part of the site the page with most in it."""


def open_all(page, context, base_url, paths):
    """Open pages one after the other, on a desktop and then on a phone, until nothing more is asked for."""
    asked = set()
    page.on("request", lambda request: asked.add((page.url, urlsplit(request.url))))
    for path in paths:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(path)
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate(FITS), path
    page.wait_for_load_state("networkidle")
    assert context.cookies() == []
    ours = urlsplit(base_url).netloc
    assert {(path, url) for path, url in asked if (url.netloc or url.scheme) not in (ours, "blob", "data")} == set()


@pytest.mark.parametrize(
    "paths",
    [HEAVIEST, *(pytest.param(paths, marks=pytest.mark.slow) for paths in SECTIONS.values())],
    ids=["heaviest", *SECTIONS],
)
def test_a_page_asks_only_this_site_and_fits_a_phone(page, context, base_url, paths):
    """No page asks another host, keeps a cookie or breaks its own policy; on a phone none scrolls sideways."""
    page.add_init_script(SPARING)
    open_all(page, context, base_url, paths)


@pytest.mark.parametrize("path", mostly_slow(WIZARDS, quick=WIZARDS[:1]))
def test_a_wizard_with_python_asks_only_this_site(page, context, base_url, path):
    """The same with Python running: the same runtime for every tree."""
    open_all(page, context, base_url, [path])


def test_every_page_has_the_policy():
    """Every page, also the one for a wrong address, carries a policy without unsafe scripts."""
    for page in SITE.rglob("*.html"):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        policy = head.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
        assert "default-src 'none'" in policy, page
        assert "unsafe-inline" not in policy, page
        assert "'unsafe-eval'" not in policy, page


def test_the_policy_binds_the_page(context, small):
    """In the page itself, eval and a request to another host are refused."""
    page = context.new_page()
    page.goto(f"/keuzehulp/{small}/")
    assert page.evaluate(TRY_IN_WORKER) == {"eval": "EvalError", "make": "EvalError", "fetch": "TypeError"}


def test_the_policy_binds_the_worker(context, small):
    """In the worker where Python runs, eval and a request to another host are refused too."""
    page = context.new_page()
    with page.expect_worker() as started:
        wizard = Wizard.open(page, small)
    wizard.leading()
    worker = next(worker for worker in page.workers if worker.url.startswith("blob:"))
    assert started.value in page.workers
    assert worker.evaluate(TRY_IN_WORKER) == {"eval": "EvalError", "make": "EvalError", "fetch": "TypeError"}


def test_the_runtime_is_ours_alone():
    """The browser gets the engine as bytecode with the few modules it needs, and nothing of the checker."""
    names = (ROOT / "build/runtime/modules.txt").read_text().split()
    assert "wegwijzer/browser.py" in names
    assert [name for name in names if "yaml" in name or "/rules/" in name or "/load/" in name] == []
    assert len(names) < 200
