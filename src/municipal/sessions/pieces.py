"""Which files a session has, and where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.element import Attributes, Markup, element, join

FOLDER = "sessies"
"""Where the files stand, in the folder of the build and among the assets of the site."""


@dataclass(frozen=True)
class Piece:
    """One sort of file: the key of its words, how it is called, and the endings in which there is one."""

    key: str
    name: str
    endings: tuple[str, ...]


PIECES = (
    Piece("guide", "begeleiding", ("pdf", "docx")),
    Piece("slides", "dias", ("pptx",)),
    Piece("handout", "deelnemers", ("pdf",)),
    Piece("cards", "kaarten", ("pdf",)),
    Piece("evaluation", "evaluatie", ("pdf", "docx")),
)
"""What every session has, in the order in which a trainer needs it."""


def address(name: str, piece: Piece | None = None, ending: str = "zip") -> str:
    """Where a file of a session stands in the site, as a path from its root: without a piece all of it."""
    return f"{addresses.ASSETS}{FOLDER}/{file_name(name, piece, ending)}"


def file_name(name: str, piece: Piece | None = None, ending: str = "zip") -> str:
    """How a file of a session is called."""
    return f"{name}-{piece.name}.{ending}" if piece else f"{name}.{ending}"


def links(piece: Piece, lead: Callable[[str], Attributes]) -> Markup:
    """A piece by its name, once for each ending; `lead` gives of an ending the attributes of its link."""
    name = say(f"session.file_{piece.key}")
    called = {ending: f"{name} ({say(f'session.ending_{ending}')})" for ending in piece.endings}
    return join(" · ", (element("a", lead(ending), words) for ending, words in called.items()))
