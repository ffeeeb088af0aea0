"""Icons as pictures: slides of every office program show those, where drawings in lines are new to some."""

from __future__ import annotations

from functools import cache

from wegwijzer.draw.raster import picture
from wegwijzer.icons import drawings, svg

SIDE, PIXELS = 24, 4
"""The side of a picture in points, and how many pixels each has."""


@cache
def icon_png(name: str, colour: str) -> bytes:
    """An icon in a colour (`#` and six digits) on nothing; no bytes for one that is not there, or no name."""
    if name not in drawings():
        return b""
    return picture(svg(name).replace("currentColor", colour), (SIDE, SIDE), PIXELS)
