"""A diagram as Graphviz lays it out, with its size."""

from __future__ import annotations

from wegwijzer.draw.diagrams import laid_out
from wegwijzer.render.drawn import DIRECTIONS, Drawing, drawing_of, largest, turned


def lay_out(dot: str, title: str, *, direction: str = "LR") -> Drawing:
    """Let Graphviz lay out a diagram, from left to right or from top to bottom (`TB`)."""
    return drawing_of(laid_out(turned(dot, direction)), title)


def best_layout(dot: str, title: str, width: float, height: float) -> Drawing:
    """From left to right or from top to bottom: what can be shown largest."""
    return largest([lay_out(dot, title, direction=direction) for direction in DIRECTIONS], width, height)
