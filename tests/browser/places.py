"""Where things are, for the tests of the built site: site/, or the folder that WEGWIJZER_SITE names."""

import os
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / os.environ.get("WEGWIJZER_SITE", "site")
PAGES = sorted("/" + str(page.parent.relative_to(SITE)).removeprefix(".") for page in SITE.rglob("index.html"))
SECTIONS = {name: list(pages) for name, pages in groupby(PAGES, lambda page: page.split("/")[1] or "start")}
"""The pages of each part of the site: together in one test, as one reader opens them: what pages share is loaded once."""
FITS = "document.documentElement.scrollWidth <= innerWidth"
"""For `page.evaluate`: nothing of the page scrolls sideways."""


def cases_of_deck(page):
    """How many cases the usual deck of the quiz has: two at least, so that a reader can go on."""
    page.locator("wegwijzer-quiz.ww-js").wait_for()
    count = page.locator(".ww-stage > article.ww-case").count()
    assert count > 1
    return count
