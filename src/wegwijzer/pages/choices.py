"""The page on which a municipality records its choices."""

from __future__ import annotations

from wegwijzer.pages.tree import compiled
from wegwijzer.render.addresses import ASSETS
from wegwijzer.render.choices import choices_html
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.guide.parts import PlaceOnSite


def choices(page: PlaceOnSite, tree_id: str) -> Markup:
    """The choices of a tree, with what this page loads for it alone."""
    assets = page.root + ASSETS
    return element(
        "div",
        {"class": "ww-page"},
        lines(
            element("link", {"rel": "stylesheet", "href": f"{assets}choices.css"}),
            choices_html(compiled(tree_id), page.root),
            element("script", {"type": "module", "src": f"{assets}choices.js"}),
        ),
    )


BLOCKS = {"choices": choices}
