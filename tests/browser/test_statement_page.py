"""A published accessibility statement on its page in a real browser: readable for all, and old when nobody looks at it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from places import FITS, SITE
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import until

from statements import WHOLE, read
from wegwijzer.render.guide.statement import statement_html

PAGE = "over/toegankelijkheid"
HERE = re.compile(r'<div class="ww-statement">.*?\n</div>', re.DOTALL)
"""Where the page of the built site says that nobody publishes it."""


def show(page, settings=WHOLE):
    """The page as it is once somebody publishes the site with these settings."""
    html = (SITE / PAGE / "index.html").read_text(encoding="utf-8")
    shown, count = HERE.subn(lambda _: statement_html(read(settings), "../../"), html)
    assert count == 1
    page.route(f"**/{PAGE}/", lambda route: route.fulfill(body=shown, content_type="text/html; charset=utf-8"))
    page.goto(f"/{PAGE}/")


def test_a_published_statement(reader):
    """Axe finds nothing on it, and nothing scrolls sideways."""
    show(reader)
    assert reader.get_by_text("Deze site voldoet gedeeltelijk").is_visible()
    assert violations(reader) == []
    assert reader.evaluate(FITS)


@pytest.mark.parametrize(("days", "old"), [(300, False), (400, True)])
def test_it_is_old_on_the_day_that_somebody_reads_it(page, days, old):
    """The page tells it more than a year after the last review, by the clock of the reader and not by that of the build."""
    day = (datetime.now(UTC) - timedelta(days)).date()
    show(page, WHOLE.replace("2025-06-01", day.isoformat()))
    until(page, "!!customElements.get('ww-until')")
    assert page.get_by_text("Al meer dan een jaar keek niemand").is_visible() == old


def test_the_foot_leads_to_it(page):
    """From a page deep in the site with a click; from an embedded wizard in a window of its own."""
    page.goto("/gids/modereren/")
    page.locator(".ww-to-statement a").click()
    expect(page).to_have_url(re.compile(f"/{PAGE}/$"))
    page.goto("/embed/reactie/")
    with page.expect_popup() as opened:
        page.locator(".ww-to-statement a").click()
    expect(opened.value.locator("h1")).to_contain_text("Toegankelijkheid")
