"""Where a site shows a tree and what belongs to it, as paths from its root. Each of these addresses is made here alone.

Where other things with a name stand, their kind says (`Register.address`). The names come from the kinds of the project,
and in the page from the tree itself.
"""

from __future__ import annotations

from wegwijzer.compile.compiled import TREES
from wegwijzer.locale import say
from wegwijzer.model.text import inner_place

ASSETS = "assets/"
WORKBENCH = {name: f"{ASSETS}workbench/{name}.json" for name in ("project", "known", "begin", "icons")}
"""What the page loads on which people change texts: the published texts of the project with the archives that read them, what those
texts say, what somebody begins from who makes something new, and the icons to pick from.
"""
DOWNLOADS = {
    "slides": "assets/slides/{0}.pptx",
    "short": "assets/slides/{0}-{short}.pptx",
    "chart": "assets/paper/{0}-{chart}.pdf",
    "poster": "assets/paper/{0}-poster.pdf",
    "cards": "assets/paper/{0}-{cards}.pdf",
    "offline": "assets/offline/{0}.html",
    "png": "assets/pictures/{overview}.png",
    "svg": "assets/pictures/{overview}.svg",
}
"""What a reader can download of a tree: of one with little to compare all but the chart (`render/chart.py`), of one without cases
all but the short deck (`render/session.py`)."""
DRAWN = ("poster", "png", "svg")
"""What of it is a drawing."""


def tree_page(tree: str, node: str = "") -> str:
    """The page of a tree, or a node on it."""
    return inner_place(TREES, tree, node)


def embed_page(tree: str) -> str:
    """The page that another site shows in a frame."""
    return f"embed/{tree}/"


def map_page(tree: str) -> str:
    """The map of a tree, on a page of its own."""
    return f"{say('address.map')}/{tree}/"


def text_page(tree: str) -> str:
    """The whole text of a tree, on a page of its own."""
    return f"{say('address.text')}/{tree}/"


def tree_data(tree: str) -> str:
    """What the wizard of a tree loads."""
    return f"{ASSETS}trees/{tree}.json"


def tree_text(tree: str) -> str:
    """The whole tree as text."""
    return f"{ASSETS}trees/{tree}.txt"


def download(what: str, tree: str) -> str:
    """What a reader can download of a tree; `what` is a name in `DOWNLOADS`."""
    names = {name: say(f"address.{name}") for name in ("cards", "chart", "short")}
    return DOWNLOADS[what].format(tree, **names, overview=overview(tree))


def overview(tree: str) -> str:
    """The name of the picture of a whole tree in numbers only."""
    return f"{tree}--{say('address.overview')}"
