"""What stands ready in the page for two views of the workbench: the map, and the wizard that one tries."""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.render.element import Attributes, Markup, element, lines
from wegwijzer.render.html import empty_html
from wegwijzer.render.map_page import moves
from wegwijzer.render.markup import plain_button

TOLD = ("broken", "nothing", "none", "failed")
"""What a view says when it cannot show the text as it is."""


def map_view() -> Markup:
    """Ways to look closer, a picker of the sheets of a large tree, and room for one of them."""
    sheet = element("label", {"hidden": True}, say("workbench.map_sheet"), " ", element("select"))
    return lines(
        element("div", {"class": "ww-map-tools"}, lines(moves(), sheet)),
        _status("map"),
        element("div", {"class": "ww-bench-map", "data-here": say("workbench.map_here")}),
    )


def live_view(root: str) -> Markup:
    """Room for a wizard, with the wizard itself to make a copy of; `root` leads to the root of the site."""
    return lines(
        _status("live"),
        element("p", {"hidden": True}, plain_button(say("workbench.live_edit"), {"data-edit": True})),
        element("div", {"class": "ww-bench-live"}),
        element("template", empty_html(root)),
    )


def _status(view: str) -> Markup:
    told: Attributes = {
        "class": "ww-note",
        "role": "status",
        "hidden": True,
        **{f"data-{name}": say(f"workbench.{view}_{name}") for name in TOLD},
    }
    return element("p", told)
