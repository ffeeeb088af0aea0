"""Cards of the frames, with a back: what a frame says, and what one can say instead. To print on both sides, along the long edge."""

from __future__ import annotations

from municipal.records import Frame
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.paper.cards import CARDS, Face, face
from wegwijzer.paper.typeset import Unit, typeset, unit
from wegwijzer.workplace import site_url


def frames(library: Library) -> bytes:
    """The frames, two sides a card, as PDF."""
    found = sorted(library.of(Frame).items(), key=lambda item: item[1].number)
    fronts = [_face(name, frame, _front(frame)) for name, frame in found]
    backs = [_face(name, frame, _back(frame, library)) for name, frame in found]
    templates = (CARDS, ("municipal", "frames"))
    return typeset(templates, say("paper.frames"), {"fronts": fronts, "backs": backs}, {each["url"] for each in fronts})


def _face(name: str, frame: Frame, says: list[Unit]) -> Face:
    return face(
        str(frame.number),
        frame.name,
        says,
        site_url() + KINDS.listed[Frame].address.format(name),
        label=say("frame.problem") if frame.problematising else say("frame.no_problem"),
        foot=say("site.name"),
        tone="second" if frame.problematising else "accent",
    )


def _front(frame: Frame) -> list[Unit]:
    """What the frame says, and how one knows it."""
    return [
        unit("heading", frame.summary),
        unit("text", frame.core),
        unit("heading", say("frame.example")),
        unit("quote", frame.example),
        *_list("frame.words", frame.recognise.words[:5]),
        *_list("frame.leaves_out", frame.leaves_out[:3]),
    ]


def _back(frame: Frame, library: Library) -> list[Unit]:
    """What one can tell instead, and a text to say it with."""
    names = library.of(Frame)
    counters = [f"{names[each.frame].name}: {each.why}" for each in frame.counterframes if each.frame in names]
    said = [each for text in frame.texts[:1] for each in (unit("heading", text.title), unit("quote", plain(text.text)))]
    return [*_list("frame.counterframes", counters), *said]


def _list(heading: str, items: list[str] | tuple[str, ...]) -> list[Unit]:
    return [unit("heading", say(heading)), *(unit("item", plain(item)) for item in items)] if items else []
