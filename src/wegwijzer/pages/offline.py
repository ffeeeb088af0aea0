"""The button with which a reader keeps the whole site for when there is no network."""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.pages.project import settings
from wegwijzer.render.element import NOTHING, Markup, element
from wegwijzer.render.guide.parts import PlaceOnSite

WORDS = ("size", "saving", "busy", "kept", "full", "broken", "refused", "stop", "keep")
"""What the script says, each under its name (assets/offline.js). %1 and %2 are numbers of megabytes."""


def offline(_page: PlaceOnSite) -> Markup:
    """The button, with what it costs and how far it is; nothing where the project keeps nothing for readers."""
    if not settings().offline:
        return NOTHING
    words = {f"data-{word}": say(f"offline.{word}") for word in WORDS}
    keep = element(
        "wegwijzer-keep",
        words,
        element("p", {"data-state": True, "tabindex": "-1", "role": "status"}, say("offline.no_script")),
        element("progress", {"hidden": True, "aria-label": say("offline.progress")}),
        element(
            "p",
            {},
            element("button", {"type": "button", "data-do": "keep", "hidden": True}, say("offline.keep")),
            " ",
            element("button", {"type": "button", "data-do": "forget", "hidden": True}, say("offline.forget")),
        ),
    )
    return element("div", keep)  # Markdown would put an element that it does not know in a paragraph


BLOCKS = {"offline": offline}
