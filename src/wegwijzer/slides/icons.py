"""Icons as pictures: slides of every office program show those, where drawings in lines are new to some."""

from __future__ import annotations

from functools import cache

import typst

from wegwijzer.icons import drawings, svg

SIDE = 96
"""The side of a picture in dots: sharp at 24 points, four dots a point."""
SOURCE = (
    b"#set page(width: 24pt, height: 24pt, margin: 0pt, fill: none)\n"
    b'#image(bytes(sys.inputs.drawing), format: "svg", width: 24pt)'
)


@cache
def icon_png(name: str, colour: str) -> bytes:
    """An icon in a colour (`#` and six digits) on nothing; no bytes for one that is not there, or no name."""
    if name not in drawings():
        return b""
    drawing = svg(name).replace("currentColor", colour)
    return typst.compile(SOURCE, format="png", ppi=SIDE * 3, sys_inputs={"drawing": drawing})
