"""Typst with our letters and no other: it sets sheets of paper, and makes pictures of drawings."""

from __future__ import annotations

import os
from functools import cache
from typing import cast

import typst

from wegwijzer.draw.letters import folder, there

POINTS = 72
"""Points in an inch."""
PICTURE = (
    "#set page(width: auto, height: auto, margin: 0pt, fill: {ground})\n"
    '#image(bytes(sys.inputs.drawing), format: "svg", width: {width}pt, height: {height}pt)'
)


def compiler() -> typst.Compiler:
    """It reads no file of the project and no letter of the machine. Stops when our letters are not there.

    Raises RuntimeError in a process that was forked from one that has it: the threads that Typst works with do not come along
    there, and it would wait for them for ever.
    """
    process, made = _compiler()
    if process != os.getpid():
        raise RuntimeError("Typst was at work before this process was forked, and its threads stayed behind")
    return made


@cache
def _compiler() -> tuple[int, typst.Compiler]:
    """The process that has a compiler, and that compiler."""
    letters = str(there(folder() / "fonts.conf").parent)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[letters])
    return os.getpid(), typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def picture(svg: str, size: tuple[float, float], pixels: float, ground: str = "") -> bytes:
    """A drawing as PNG: `size` in points, so many `pixels` a point, on a colour (`#` and digits) or on nothing."""
    source = PICTURE.format(ground=f'rgb("{ground}")' if ground else "none", width=size[0], height=size[1])
    made = compiler().compile(input=source.encode(), format="png", ppi=POINTS * pixels, sys_inputs={"drawing": svg})
    return cast("bytes", made)  # one page is one picture
