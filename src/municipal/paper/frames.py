"""Cards of the frames, with a back: what one says, and what to look at. To print on both sides, along the long edge."""

from __future__ import annotations

from typing import BinaryIO

from reportlab.lib.pagesizes import A4

from municipal.records import Frame
from wegwijzer.draw.letters import BOLD, ITALIC
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.paper.cards import FOUR, TWO, Face, draw_face, fits
from wegwijzer.paper.sheet import Text, new_canvas
from wegwijzer.workplace import site_url


def write_frames(library: Library, file: BinaryIO) -> None:
    """The frames, two sides a card."""
    frames = sorted(library.of(Frame).items(), key=lambda item: item[1].number)
    fronts = [_front(name, frame) for name, frame in frames]
    backs = [_back(name, frame, library) for name, frame in frames]
    grid = next((grid for grid in (FOUR, TWO) if all(fits(face, grid) for face in fronts + backs)), TWO)
    canvas = new_canvas(file, say("paper.frames"), "")
    for start in range(0, len(frames), grid.count):
        for faces, mirrored in ((fronts, False), (backs, True)):
            for index, face in enumerate(faces[start : start + grid.count]):
                draw_face(canvas, face, grid, *grid.place(index, mirrored=mirrored))
            canvas.setPageSize(A4)
            canvas.showPage()
    canvas.save()


def _front(name: str, frame: Frame) -> Face:
    kind = say("frame.problem") if frame.problematising else say("frame.no_problem")
    texts = (
        Text(frame.summary, BOLD),
        Text(frame.core),
        Text(f"{say('frame.example')}:", BOLD),
        Text(frame.example, ITALIC),
    )
    return Face(
        str(frame.number), kind, frame.name, texts, say("site.name"), _frame_url(name), action=frame.problematising
    )


def _back(name: str, frame: Frame, library: Library) -> Face:
    counters = [library.of(Frame)[c.frame].name for c in frame.counterframes if c.frame in library.of(Frame)]
    lists = (
        (say("frame.words"), frame.recognise.words[:5]),
        (say("frame.leaves_out"), frame.leaves_out[:3]),
        (say("frame.counterframes"), counters),
    )
    texts = []
    for heading, items in lists:
        if items:
            texts += [Text(heading, BOLD), *(Text(plain(item), mark="•", indent=12, gap=0.1) for item in items)]
    return Face(
        str(frame.number), "", frame.name, tuple(texts), say("site.name"), _frame_url(name), action=frame.problematising
    )


def _frame_url(name: str) -> str:
    return site_url() + KINDS.listed[Frame].address.format(name)
