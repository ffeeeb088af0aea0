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

CASES = 10
"""Cases a tree in the quiz: more than that no session gets through."""


def pack(page: PlaceOnSite, *names: str) -> Markup:
    """Downloads of the trees that are named, or of all."""
    return pack_html(_compiled(names), page.root, drawings=can_draw())


def shared(page: PlaceOnSite) -> Markup:
    """Downloads that are not about one tree."""
    return shared_html(page.root, (one for listed in offered("site", "DOWNLOADS") for one in listed))


def quiz(page: PlaceOnSite, *names: str) -> Markup:
    return element("div", quiz_html(_compiled(names), root=page.root, most=CASES))


def _compiled(names: tuple[str, ...]) -> list[Compiled]:
    return [compiled(name) for name in names or project().library.trees]


BLOCKS = {"downloads": pack, "shared_downloads": shared, "quiz": quiz}
