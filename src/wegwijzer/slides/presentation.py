"""A PowerPoint presentation of a tree: one slide a node, answers that lead to their slide."""

from __future__ import annotations

import re
from pathlib import Path

from wegwijzer.compile.travel import unpacked
from wegwijzer.locale import say
from wegwijzer.render.addresses import overview
from wegwijzer.render.deck import Deck, deck_of
from wegwijzer.slides.template import Colours
from wegwijzer.slides.write import PICTURE, Writer
from wegwijzer.workplace import built, colours

LEGIBLE = 9
"""The smallest type at which a diagram on a slide keeps its words, in points: smaller ones show numbers alone."""


def slides(text: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The slides of one tree, as files. `_outside` is what decides of them besides."""
    tree = unpacked(text)
    return {f"slides/{tree.id}.pptx": presentation(deck_of(tree), Colours(*colours()))}


def presentation(deck: Deck, colours: Colours) -> bytes:
    """The PowerPoint file of a deck. Its pictures must have been made."""
    return Writer(deck, colours, pictures_for(deck)).file()


def pictures_for(deck: Deck) -> list[tuple[Path, str]]:
    """The tree with its words where they can be read on a slide; otherwise its numbers, and each chapter that can."""
    whole = f"{deck.tree}--geheel"
    if not place(whole, "svg").is_file():  # there was no Graphviz
        return []
    if type_on_slide(whole) >= LEGIBLE:
        return [(place(whole, "png"), say("tree.diagram", title=deck.title))]
    parts = [(f"{deck.tree}-{name}", title) for name, title in deck.parts]
    return [
        (place(overview(deck.tree), "png"), say("tree.overview", title=deck.title)),
        *((place(name, "png"), title) for name, title in parts if type_on_slide(name) >= LEGIBLE),
    ]


def type_on_slide(name: str) -> float:
    """The smallest type of a picture when it fills its place on a slide."""
    svg = place(name, "svg").read_text(encoding="utf-8")
    width, height = (float(n) for n in re.findall(r'viewBox="0.00 0.00 ([\d.]+) ([\d.]+)"', svg)[0])
    return min(PICTURE.width / width, PICTURE.height / height) * min(
        map(float, re.findall(r'font-size="([\d.]+)"', svg))
    )


def place(name: str, ending: str) -> Path:
    """Where the build has a picture."""
    return built() / f"pictures/{name}.{ending}"
