"""Everything to print: posters, step cards, frame cards and a sheet for the front desk. PDF, vectors."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from paper.cards import write_cards, write_frames
from paper.desk import write_desk
from paper.posters import write_poster
from wegwijzer.compiled import Compiled
from wegwijzer.library import Library
from wegwijzer.render.deck import deck_of


def print_tree(compiled: Compiled) -> dict[str, bytes]:
    """The sheets of one tree, as files."""
    return {
        f"paper/{compiled.id}-poster.pdf": _pdf(write_poster, compiled),
        f"paper/{compiled.id}-kaarten.pdf": _pdf(write_cards, deck_of(compiled)),
    }


def print_shared(library: Library, desk: Compiled | None) -> dict[str, bytes]:
    """The sheets that are not about one tree: the cards of the frames, and the front desk when its tree is there."""
    files = {}
    if desk:
        files["paper/onthaal.pdf"] = _pdf(write_desk, desk, library)
    if library.frames:
        files["paper/frames.pdf"] = _pdf(write_frames, library)
    return files


def _pdf(write: Callable[..., None], *what: Any) -> bytes:
    file = BytesIO()
    write(*what, file)
    return file.getvalue()
