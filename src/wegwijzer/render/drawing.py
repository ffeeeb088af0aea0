"""What every Graphviz drawing shares: fonts, wrapped labels, numbers that the page draws as round nodes."""

from __future__ import annotations

import re

from wegwijzer.render.together import HARD_SPACE

WRAP = 24
PILL = 'shape=box, style="rounded,filled", fontsize=10, height=0.24, margin="0.09,0.03"'
"""The look of an answer on its arrow."""
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
NUMBER_WIDTH, DIGIT_WIDTH, SPACE_WIDTH = 30, 7.2, 2.9  # points, at the font size of a node, in our letter

ENTITY = re.compile(r"&(?=#?\w+;)")


def numbered(number: str, text: str, word: str = "") -> str:
    """A label, left aligned, whose number stands where the page draws a round node around it; below it, the `word` of an
    outcome with room for its icon.
    """
    room = max(1, round((NUMBER_WIDTH - DIGIT_WIDTH * len(number)) / SPACE_WIDTH))
    first, *rest = wrapped(text).split("\n")
    indent = HARD_SPACE * round(NUMBER_WIDTH / SPACE_WIDTH)
    lines = [number + HARD_SPACE * room + first, *(indent + line for line in rest)]
    if word:
        lines.append(indent + HARD_SPACE * round(WORD_INDENT / SPACE_WIDTH) + word)
    return '"' + "".join(escaped(line) + "\\l" for line in lines) + '"'


def wrapped(text: str) -> str:
    """Lines of at most about WRAP characters, so that boxes stay narrow."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > WRAP:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def opening(name: str, identity: str, direction: str = "LR") -> list[str]:
    """The first lines of a drawing, with the look of nodes and arrows: from left to right, or from top to bottom (`TB`)."""
    apart = "nodesep=0.2; ranksep=0.3; splines=polyline" if direction == "TB" else "nodesep=0.16; ranksep=0.6"
    return [
        f"digraph {quote(name)} {{",
        f"  id={quote(identity)}; rankdir={direction}; bgcolor=transparent; pad=0.2; {apart};",
        f'  node [fontname={quote(FONT)}, fontsize=12, shape=box, style=rounded, margin="0.1,0.06", height=0.4];',
        f"  edge [fontname={quote(FONT)}, fontsize=10, arrowsize=0.7];",
    ]


def quote(text: str) -> str:
    """A text as an identifier or label of Graphviz."""
    return '"' + escaped(text).replace("\n", "\\n") + '"'


def escaped(text: str) -> str:
    """A text as it stands between quotes. Of `&lt;` Graphviz would make `<`."""
    return ENTITY.sub("&amp;", text).replace("\\", "\\\\").replace('"', '\\"')
