"""Links into a tree: `reactie-toon` and, shared, `reactie-toon;waar.eigen,rol.ja;1a2b3c4d`. The name of an entry can
stand where a node does; it is read as the walk that it stands for, and never written.

The second part holds the answers in order (`@node` first when the walk began in the middle), the third the version
of the tree. What a reader types never stands in a link: a fill-in shows as `node.~`.

An address comes from outside: a mail program puts a full stop behind it, a tracker a tail, a chat encodes it twice. What is
not ours falls away before it is read. Until Python leads, assets/fragment.js does the same; the vectors in
tests/vectors/fragments.json hold both to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import NAME
from wegwijzer.walk.entries import enter
from wegwijzer.walk.walker import Walker, WalkError

TYPED = "~"
NODE = rf"{NAME}(?:--(?:{NAME})?)?"
PLACE = re.compile(NODE)
ENTRY = re.compile(rf"@{NODE}|{NODE}\.(?:{TYPED}|{NAME}(?:\+{NAME})*)?")
VERSION = re.compile("[0-9a-f]{8}(?![0-9a-z])")
CODE = re.compile("%([2-7][0-9A-Fa-f])")
OURS = re.compile("#*([a-z0-9_;,.@~+-]*)")
TURNS = 4
"""How often a link may have been encoded."""
MOST = 20_000
"""Signs: more than any walk needs."""


@dataclass(frozen=True)
class Fragment:
    """`node` where the link points, `start` where the walk began (None: at the start), the answers, the version."""

    node: str
    start: str | None = None
    answers: tuple[tuple[str, Any], ...] = ()
    version: str = ""


def write(walker: Walker, further: Iterable[tuple[str, Any]] = ()) -> str:
    """The fragment, without `#`, of where a walker stands. Decisions of local policy are left out.

    `further`: answers to put behind those of the walk, from before the reader went back to change one.
    """
    compiled = walker.compiled
    entries = [f"@{walker.start}"] if walker.start else []
    for index, (node, answer) in enumerate([*walker.path, *further]):
        if index not in walker.decided:
            question = compiled.tree.questions.get(node)
            entries.append(f"{node}.{TYPED if question and question.fill else _value(answer)}")
    if not entries:
        asked = compiled.tree.questions.keys() - compiled.quiet
        node = walker.node if walker.node in compiled.quiet else Walker(compiled, walker.given).settle(asked).node
        return f"{compiled.id}-{node}"
    return f"{compiled.id}-{walker.node};{','.join(entries)};{compiled.version}"


def ways_back(walker: Walker) -> Iterator[str]:
    """For every answer of a walk the fragment that asks its question; "" where a local choice gave an answer that only
    who forgets that choice can change.
    """
    back = Walker(walker.compiled, walker.given, walker.start)
    for index, (node, answer) in enumerate(walker.path):
        passed = index in walker.decided
        if passed and node not in walker.compiled.quiet:
            yield ""
            continue
        back.settle(until=(node,))
        yield write(back)
        if not passed:
            back.give(node, answer)


def cleaned(text: str, tree: str) -> str:
    """The part of an address (`text`, after the `#`) that is about a tree, as we would write it; "" when nothing is."""
    text = text[:MOST]
    for _ in range(TURNS):
        text = CODE.sub(lambda code: chr(int(code[1], 16)), text)
    ours = OURS.match(text)
    text = ours[1] if ours else ""
    place, _, rest = text.removeprefix(f"{tree}-").partition(";")
    node = PLACE.match(place)
    if node is None or not text.startswith(f"{tree}-"):
        return ""
    entries, _, rest = rest.partition(";")
    answers = ",".join(entry[0] for part in entries.split(",") if (entry := ENTRY.match(part)))
    version = VERSION.match(rest)
    return f"{tree}-{node[0]};{answers};{version[0] if version else ''}".rstrip(";")


def read(text: str, compiled: Compiled, typed: dict[str, str] | None = None) -> Fragment | None:
    """Read a fragment; None when it is not one of this tree. `typed` brings back what was filled in on this page."""
    place, _, rest = cleaned(text, compiled.id).removeprefix(f"{compiled.id}-").partition(";")
    if not place:
        return None
    known = _entered(place, compiled) if place in compiled.tree.entries else None
    if known and not rest:
        return known
    entries, _, version = rest.partition(";")
    start, answers = None, []
    for entry in entries.split(",") if entries else []:
        if entry.startswith("@"):
            start = entry[1:]
            continue
        node, _, value = entry.partition(".")
        question = compiled.tree.questions.get(node)
        answer: Any = tuple(value.split("+")) if question and question.choose == "many" else value
        if question and question.fill:
            answer = (typed or {}).get(node)
        elif question and question.choose == "many" and not value:
            answer = ()
        answers.append((node, answer))
    return Fragment(known.node if known else place, start, tuple(answers), version)


def _entered(name: str, compiled: Compiled) -> Fragment:
    """The walk that an entry stands for, past what nobody asks. It has no version: it is always of the tree as it is."""
    try:
        walker = enter(compiled, name)
        answers = tuple(walker.path)
        return Fragment(walker.settle().node, None, answers)
    except WalkError:  # the checker told of it
        return Fragment(name)


def of_entry(walker: Walker) -> str:
    """The fragment of where an entry ends, without a version."""
    return ";".join(write(walker).split(";")[:2])


def _value(answer: Any) -> str:
    return answer if isinstance(answer, str) else "+".join(answer)
