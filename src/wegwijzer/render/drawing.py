"""What every Graphviz drawing shares: fonts, wrapped labels, numbers that the page draws as round nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wegwijzer.render.letters import text_width
from wegwijzer.render.together import HARD_SPACE

WRAP = 24


@dataclass(frozen=True)
class Box:
    """What decides the room that words take: their size in points; the margins beside and above them, and the least height, in inches."""

    size: int
    beside: float = 0.1
    above: float = 0.06
    height: float = 0.4


NODE, STUB, PILL = Box(12), Box(10), Box(10, 0.09, 0.03, 0.24)
"""A node, one that stands on another sheet, and an answer on its arrow."""
PILL_LOOKS = f'shape=box, style="rounded,filled", fontsize={PILL.size}, margin="{PILL.beside},{PILL.above}"'
LINE = 1.2
"""From line to line, in type sizes: as Graphviz counts where it has no letter to measure."""
SPARE = 4
"""Points that a box is wider than its words. Graphviz that does measure rounds each letter to a pixel."""
INCH = 72
ROUND = 'shape=circle, fixedsize=true, width=0.36, margin="0"'
"""The look of a number alone."""
SAYS = "ww-says"
"""The class of a node of which the last line is the word of its outcome."""
DRAWS = "ww-draws-"
"""With the name of an icon: the class of a node that shows it there."""
WORD_INDENT = 17
"""Points before that word, for its icon."""
FONT = "Public Sans,Helvetica,Arial,sans-serif"
"""The letter of the project, and what stands in for it where someone else draws the DOT source."""
NUMBER_WIDTH = 30
"""Points that the round number of a node takes before its text."""

ENTITY = re.compile(r"&(?=#?\w+;)")


def numbered(number: str, text: str, *notes: str, word: str = "", box: Box = NODE) -> str:
    """A label, left aligned, with its room: its number, which the page draws as a round node before the text. Below the text
    the `notes`, a line each, and the `word` of an outcome with room for its icon.
    """
    lines = [*wrapped(text), *notes]
    width = NUMBER_WIDTH + max(
        [*(text_width(line, box.size) for line in lines), WORD_INDENT + text_width(word, box.size) if word else 0]
    )
    lines[0] = number + HARD_SPACE + lines[0]
    if word:
        lines.append(word)
    label = "".join(escaped(line) + "\\l" for line in lines)
    return f'label="{label}", {_room(width, len(lines), box)}'


def pill(lines: list[str]) -> str:
    """An answer on its arrow, with its room."""
    width, label = max(text_width(line, PILL.size) for line in lines), "\n".join(lines)
    return f"{PILL_LOOKS}, label={quote(label)}, {_room(width, len(lines), PILL)}"


def _room(width: float, lines: int, box: Box) -> str:
    """The least size of a box around lines of text, `width` in points: so every Graphviz draws it as large, whether it knows
    our letter or not.
    """
    height = max(box.height, lines * box.size * LINE / INCH + 2 * box.above)
    return f"width={(width + SPARE) / INCH + 2 * box.beside:.3f}, height={height:.3f}"


def wrapped(text: str) -> list[str]:
    """Lines of at most about WRAP characters, so that boxes stay narrow; one at least."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > WRAP:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def broken(text: str) -> str:
    """A text in such lines."""
    return "\n".join(wrapped(text))


def opening(name: str, identity: str, direction: str = "LR") -> list[str]:
    """The first lines of a drawing, with the look of nodes and arrows: from left to right, or from top to bottom (`TB`)."""
    apart = "nodesep=0.2; ranksep=0.3; splines=polyline" if direction == "TB" else "nodesep=0.16; ranksep=0.6"
    around = f'margin="{NODE.beside},{NODE.above}", height={NODE.height}'
    return [
        f"digraph {quote(name)} {{",
        f"  id={quote(identity)}; rankdir={direction}; bgcolor=transparent; pad=0.2; {apart};",
        f"  node [fontname={quote(FONT)}, fontsize={NODE.size}, shape=box, style=rounded, {around}];",
        f"  edge [fontname={quote(FONT)}, fontsize=10, arrowsize=0.7];",
    ]


def quote(text: str) -> str:
    """A text as an identifier or label of Graphviz."""
    return '"' + escaped(text).replace("\n", "\\n") + '"'


def escaped(text: str) -> str:
    """A text as it stands between quotes. Of `&lt;` Graphviz would make `<`."""
    return ENTITY.sub("&amp;", text).replace("\\", "\\\\").replace('"', '\\"')
