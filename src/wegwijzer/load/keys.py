"""Keys that do not exist: what was meant, or which text a comma or colon cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wegwijzer.load.nodes import Node
from wegwijzer.locale import say
from wegwijzer.problems import clipped, nearest

TYPED = (
    "actions",
    "answers",
    "cases",
    "chapters",
    "choose",
    "closing",
    "contacts",
    "default",
    "ends_in",
    "fill",
    "for",
    "help",
    "marks",
    "name",
    "points",
    "questions",
    "review",
    "see",
    "short",
    "sources",
    "steps",
    "summary",
    "text",
    "title",
    "to",
    "urgency",
    "use",
    "uses",
    "when",
    "who",
    "why",
    "within",
)
"""The keys for which the catalogue knows what somebody types who thinks of them in their own language."""


def meant(name: str, known: Iterable[str]) -> str:
    """A hint for a key that does not exist."""
    keys = list(known)
    word = name.strip().lower()
    if word in keys:
        return say("hint.meant", word=word)
    for key in TYPED:
        if key in keys and word in say(f"typed.{key}").split(", "):
            return say("hint.meant", word=key)
    return nearest(name, keys) or say("hint.choose_from", names=", ".join(keys))


def cut_by_comma(node: Node, known: Iterable[str]) -> tuple[set[int], list[tuple[Node, str, str]]]:
    """The texts of a `{…}` block that a comma cut: `{text: Ja, natuurlijk, to: x}`.

    Returns the positions of the keys that are no keys, and for each text its place, message and hint.
    """
    keys = set(known)
    pieces: set[int] = set()
    told: list[tuple[Node, str, str]] = []
    if not node.flow:
        return pieces, told
    owner: int | None = None
    parts: list[str] = []
    for index, (key, value) in enumerate([*node.entries(), (Node("scalar", 0, 0, ""), Node("map", 0, 0))]):
        bare = value.kind == "scalar" and value.plain and not value.value
        if (
            index < len(node.keys)
            and key.value not in keys
            and owner is not None
            and _is_piece(key.value, keys, bare=bare)
        ):
            if not parts:
                told.append((key, "", ""))
            pieces.add(index)
            parts.append(key.value if bare else f"{key.value}: {value.value}")
            continue
        if parts and owner is not None:
            name, begin = node.keys[owner].value, node.items[owner].value
            whole = clipped(", ".join([begin, *parts]), 80)
            told[-1] = (
                told[-1][0],
                say("text.cut_by_comma", begin=clipped(begin)),
                say("text.quote_value", key=name, whole=whole),
            )
        parts = []
        text = value.kind == "scalar" and value.plain and value.value
        owner = index if text and key.value in keys else None
    return pieces, told


def _is_piece(name: str, known: set[str], *, bare: bool) -> bool:
    """Whether what should be a key is rather a piece of text: without a value, or with a space in it."""
    return (bare or " " in name) and not glued(name, known)


def glued(name: str, known: Iterable[str]) -> str | None:
    """The hint for `to:stap`, where the space after the colon is missing."""
    found = re.fullmatch(r"([a-z_]+):(\S.*)", name)
    return say("text.write_value", key=found[1], text=clipped(found[2])) if found and found[1] in known else None


def cut_by_colon(node: Node) -> str | None:
    """The whole text, when a block is one text that a colon cut: `- Doe dit: nu`."""
    if node.kind != "map" or len(node.keys) != 1 or node.items[0].kind != "scalar":
        return None
    key, value = node.keys[0], node.items[0]
    spoken = " " in key.value or key.value[:1].isupper()
    return f"{key.value}: {value.value}" if key.plain and spoken and value.value else None
