"""A draft on a newer version of what was published: step by step, what nobody else touched stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from wegwijzer.workbench.desk import Desk

Lines: TypeAlias = list[str]
Place: TypeAlias = tuple[str, ...]
"""Keys of a file, at most two: a block of it. Those that come back have a number behind them."""
KEY = re.compile(r"(?P<indent>|  )(?P<key>[\w-]+|\"[^\"]*\"|'[^']*'):(?=\s|$)")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
BEFORE = re.compile(r"\s*(?:#.*)?\s*$")
"""A line that belongs to what follows it: a remark, or nothing."""


@dataclass
class Renewed:
    """The draft as it is on the newer version. `taken`: what is new of that; `both`: what both changed, where the draft stays, with
    the newer text of it.
    """

    text: str = ""
    taken: list[Place] = field(default_factory=list)
    both: dict[Place, str] = field(default_factory=dict)


def renew(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What becomes of the `text` of a draft that began from the text `base` of a `path`, now that something else is published there."""
    made = renewed(asked["base"] or "", asked["text"], desk.published.get(asked["path"], ""))
    both = [{"where": list(place), "theirs": text} for place, text in made.both.items()]
    return {"text": made.text, "taken": [list(place) for place in made.taken], "both": both}


def renewed(base: str, mine: str, theirs: str) -> Renewed:
    """A draft `mine` that began from `base`, on `theirs`."""
    texts = (base, mine, theirs)
    before, own, newer = (dict(blocks(_ended(text))) for text in texts)
    made = Renewed()
    kept: dict[Place, Lines] = {}
    for place in {**newer, **own}:
        lines = _kept(place, before.get(place), own.get(place), newer.get(place), made)
        if lines is not None:
            kept[place] = lines
    moved = [place for place in newer if place in before] != [place for place in before if place in newer]
    first, second = (newer, own) if moved else (own, newer)
    text = "".join(line for place in _ordered(kept, list(first), list(second)) for line in kept[place])
    was, is_now, will = (each == _ended(each) for each in texts)
    made.text = text if (will if is_now == was else is_now) else text.removesuffix("\n").removesuffix("\r")
    return made


def _ended(text: str) -> str:
    """A text of which the last line ends too, as the others do."""
    return text if not text or text.endswith("\n") else text + ("\r\n" if "\r\n" in text else "\n")


def _kept(place: Place, base: Lines | None, mine: Lines | None, theirs: Lines | None, made: Renewed) -> Lines | None:
    """The lines of one block; None when it goes."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        made.taken.append(place)
        return theirs
    together = _together(base, mine, theirs) if base and mine and theirs else None
    if together is not None:
        made.taken.append(place)
        return together
    made.both[place] = "".join(theirs or [])
    return mine


def blocks(text: str) -> Iterator[tuple[Place, Lines]]:
    """The lines of a text, in blocks: of each first key, and of each second one below it. Remarks go with what they stand before."""
    place: Place = ("",)
    lines: Lines = []
    seen: set[Place] = set()
    for line in LINE.findall(text):
        found = KEY.match(line)
        if found and (found["indent"] == "" or place != ("",)):
            own = len(lines)
            while own and BEFORE.match(lines[own - 1]):
                own -= 1
            yield place, lines[:own]
            lines = lines[own:]
            key = found["key"].strip("\"'")
            place = _new(seen, (key,) if found["indent"] == "" else (place[0].partition("\n")[0], key))
        lines.append(line)
    yield place, lines


def _new(seen: set[Place], place: Place) -> Place:
    """The place, or what tells it from those of the same keys before it."""
    number = 1
    made = place
    while made in seen:
        number += 1
        made = (*place[:-1], f"{place[-1]}\n{number}")
    seen.add(made)
    return made


def _ordered(kept: Iterable[Place], first: list[Place], second: list[Place]) -> list[Place]:
    """The places in the order of the first list; what only the second has, stands behind what it stood behind there."""
    there = set(kept)
    order = [place for place in first if place in there]
    known = set(order)
    for index, place in enumerate(second):
        if place in there and place not in known:
            before = next((other for other in reversed(second[:index]) if other in known), None)
            order.insert(order.index(before) + 1 if before else 0, place)
            known.add(place)
    return order


def _together(base: Lines, mine: Lines, theirs: Lines) -> Lines | None:
    """Both changes of the same lines; None when they touch each other."""
    own, newer = _changes(base, mine), _changes(base, theirs)
    made: Lines = []
    at = 0
    for (begin, end), lines in sorted([*own.items(), *(item for item in newer.items() if item not in own.items())]):
        if begin < at or ((begin, end) in own and (begin, end) in newer and own[begin, end] != newer[begin, end]):
            return None
        made += [*base[at:begin], *lines]
        at = end
    return [*made, *base[at:]]


def _changes(base: Lines, other: Lines) -> dict[tuple[int, int], Lines]:
    """Which lines of a text became which others."""
    found = SequenceMatcher(None, base, other, autojunk=False).get_opcodes()
    return {(begin, end): other[first:last] for what, begin, end, first, last in found if what != "equal"}
