"""The page on which people change the texts of the project."""

from __future__ import annotations

from wegwijzer.render.addresses import ASSETS, WORKBENCH
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.workbench import workbench_html


def workbench(page: PlaceOnSite) -> Markup:
    """The workbench, with what this page loads for it alone."""
    assets = page.root + ASSETS
    return element(
        "div",
        {"class": "ww-page"},
        lines(
            element("link", {"rel": "stylesheet", "href": f"{assets}workbench.css"}),
            workbench_html(page.root + WORKBENCH),
            element("script", {"type": "module", "src": f"{assets}workbench.js"}),
        ),
    )


BLOCKS = {"workbench": workbench}
