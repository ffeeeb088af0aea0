"""What pages for trainers can ask for: all downloads, and the quiz."""

from __future__ import annotations

from macros.project import project
from macros.tree import compiled
from municipal.records import Frame
from wegwijzer.compile.compiled import Compiled
from wegwijzer.render.element import Markup, element
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.quiz import quiz_html
from wegwijzer.render.trainer import pack_html, shared_html

FRAME_CARDS = (("pack.frames", "assets/paper/frames.pdf"),)
CASES = 10
"""Cases a tree in the quiz: more than that no session gets through."""


def pack(page: PlaceOnSite, *names: str) -> Markup:
    """Downloads of the trees that are named, or of all."""
    return pack_html(_compiled(names), page.root)


def shared(page: PlaceOnSite) -> Markup:
    """Downloads that are not about one tree."""
    return shared_html(page.root, FRAME_CARDS if project().library.of(Frame) else ())


def quiz(page: PlaceOnSite, *names: str) -> Markup:
    return element("div", quiz_html(_compiled(names), root=page.root, most=CASES))


def _compiled(names: tuple[str, ...]) -> list[Compiled]:
    return [compiled(name) for name in names or project().library.trees]


BLOCKS = {"trainer_pakket": pack, "trainer_bestanden": shared, "quiz": quiz}
