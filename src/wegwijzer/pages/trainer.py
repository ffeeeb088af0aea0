"""What pages for trainers can ask for: all downloads, and the quiz."""

from __future__ import annotations

from wegwijzer.compile.compiled import Compiled
from wegwijzer.kinds.extensions import offered
from wegwijzer.pages.project import project
from wegwijzer.pages.tree import compiled
from wegwijzer.render.element import Markup, element
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.quiz import quiz_html
from wegwijzer.render.trainer import pack_html, shared_html
from wegwijzer.workplace import can_draw

CASES = 24
"""Cases a tree in the quiz: of each, a trainer chooses a deck of a few (`assets/quiz-deck.js`)."""


def pack(page: PlaceOnSite, *tree_ids: str) -> Markup:
    """Downloads of the trees that are named, or of all."""
    return pack_html(_compiled(tree_ids), page.root, drawings=can_draw())


def shared(page: PlaceOnSite) -> Markup:
    """Downloads that are not about one tree."""
    return shared_html(page.root, (one for listed in offered("site", "DOWNLOADS") for one in listed))


def quiz(page: PlaceOnSite, *tree_ids: str) -> Markup:
    return element("div", quiz_html(_compiled(tree_ids), root=page.root, most=CASES))


def _compiled(tree_ids: tuple[str, ...]) -> list[Compiled]:
    return [compiled(name) for name in tree_ids or project().library.trees]


BLOCKS = {"downloads": pack, "shared_downloads": shared, "quiz": quiz}
