"""What this site adds to the kit where it is built: macros for its pages, diagrams, style sheets, and sheets to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from municipal.pages import emergency, exercises, frames, meeting, practice, registers, sessions, three_r
from municipal.records import EmergencyFile, Frame, Session, ThreeRFile
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.pages.tree import compiled
from wegwijzer.render.element import Markup
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.workplace import root

BLOCKS: dict[str, Callable[..., Markup]] = {
    "praktijk": lambda page, *names: practice.practice_cards(page, names),
    "praktijken": practice.practices,
    "keuze": practice.choice,
    "ontmoeting": meeting.meeting,
    "drie_r": three_r.three_r,
    "noodkaart": emergency.card,
    "oefenblad": exercises.exercise,
    "oefeningen_overzicht": exercises.overview,
    "sessieblad": sessions.session,
    "sessies_kiezen": sessions.choose,
    "frame_kaart": frames.card,
    "frames_overzicht": frames.overview,
    "frames_vergelijking": frames.comparison,
    **{f"lijst_{name}": render for name, render in registers.blocks().items()},
}
STYLES = {
    "gids": (
        "page",
        "urgent",
        "frames",
        "folds",
        "reasoning",
        "tables",
        "cards",
        "entries",
        "sources",
        "home",
        "choose",
        "print",
    )
}
ICONS = ("clock", "users", "download")
"""What its blocks show beside a word."""
DOWNLOADS = (
    ("pack.emergency", "assets/paper/noodkaart.pdf"),
    ("pack.desk", "assets/paper/onthaal.pdf"),
    ("pack.frames", "assets/paper/frames.pdf"),
)
"""What a trainer takes along besides: the word for it, and where it stands."""


def diagrams(library: Library) -> Iterator[tuple[str, str, str]]:
    """What to draw for the guide: frames with their counterframes, the theory of change, and the rooms of the code."""
    if library.of(Frame):
        yield "frames", frames.pairs_dot(PlaceOnSite(library, "../")), say("frame.counterframes")
    if grid := library.file(ThreeRFile):
        yield "verandering", three_r.change_dot(grid.theory_of_change), say("risk.change")
    if (root() / "src").is_dir():
        from municipal.pages.house import house  # noqa: PLC0415 - a page needs no picture of the code

        yield house(root() / "src")


def sheets(library: Library) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """What to print that is not about one tree, with what makes it: each sheet when what it is about is there."""
    from municipal.paper.desk import TREE, desk  # noqa: PLC0415 - as above
    from municipal.paper.emergency import emergency  # noqa: PLC0415
    from municipal.paper.frames import frames as frame_cards  # noqa: PLC0415

    if card := library.file(EmergencyFile):
        yield "noodkaart", partial(emergency, card, library)
    if TREE in library.trees:
        yield "onthaal", partial(desk, compiled(TREE), library)
    if library.of(Frame):
        yield "frames", partial(frame_cards, library)


def extras(library: Library) -> Iterator[tuple[str, Callable[..., dict[str, bytes]], tuple[Any, ...], list[str]]]:
    """What a trainer takes along of each session, and all of that in one archive: a step for each, with its name, what makes it,
    from what, and the steps it reads.
    """
    from municipal.sessions.box import archive, made_from, session_files, sheets_beside  # noqa: PLC0415 - a page draws no slides

    for name in library.of(Session):
        text, trees = made_from(name, library)
        yield f"session/{name}", session_files, (name, text), []
        beside = [f"sheet/{sheet}" for sheet in sheets_beside(trees, library)]
        beside += [f"{what}/{tree}" for tree in trees for what in ("tree", "chart")]
        yield f"archive/{name}", archive, (name, text), [f"session/{name}", *beside]
