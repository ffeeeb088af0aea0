"""Everything to print: posters, step cards, frame cards and a sheet for the front desk. PDF, vectors."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from macros.project import project
from municipal.records import Frame
from paper.cards import write_cards, write_frames
from paper.desk import TREE, write_desk
from paper.posters import write_poster
from travel import unpacked
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.render.addresses import ASSETS, download
from wegwijzer.render.deck import deck_of


def print_tree(text: str, _address: str) -> dict[str, bytes]:
    """The sheets of one tree, as files. `_address` is where their codes lead: SITE_URL."""
    compiled = unpacked(text)
    return {
        f"paper/{compiled.id}-poster.pdf": _pdf(write_poster, compiled),
        download("cards", compiled.id).removeprefix(ASSETS): _pdf(write_cards, deck_of(compiled)),
    }


def print_shared(_content: str, _address: str) -> dict[str, bytes]:
    """The sheets that are not about one tree: the cards of the frames, and the front desk when its tree is there.

    `_content` is a digest of all content, which is read here.
    """
    library, files = project().library, {}
    if TREE in library.trees:
        files["paper/onthaal.pdf"] = _pdf(write_desk, compile_tree(TREE, library), library)
    if library.of(Frame):
        files["paper/frames.pdf"] = _pdf(write_frames, library)
    return files


def _pdf(write: Callable[..., None], *what: Any) -> bytes:
    file = BytesIO()
    write(*what, file)
    return file.getvalue()
