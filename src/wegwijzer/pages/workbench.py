"""The page on which people change the texts of the project."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.icons import symbols
from wegwijzer.pages.project import settings, site
from wegwijzer.render.addresses import ASSETS
from wegwijzer.render.drawing import DRAWS
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.workbench import workbench_html


def workbench(page: PlaceOnSite) -> Markup:
    """The workbench, with what this page loads for it alone."""
    assets = page.root + ASSETS
    icons = (outcome.icon for outcome in page.library.outcomes.values() if outcome.icon)
    return element(
        "div",
        {"class": "ww-page"},
        lines(
            element("link", {"rel": "stylesheet", "href": f"{assets}workbench.css"}),
            Markup(symbols(icons, DRAWS)),
            workbench_html(page.root, replace(site(), source_url=settings().source)),
            element("script", {"type": "module", "src": f"{assets}workbench.js"}),
        ),
    )


BLOCKS = {"workbench": workbench}
