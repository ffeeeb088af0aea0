"""The PowerPoint presentations of a tree: the complete one, and a short one with cases to talk about."""

from __future__ import annotations

import re
from pathlib import Path

from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.travel import unpacked
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.deck import Deck, deck_of
from wegwijzer.render.session import pitfalls, session_of
from wegwijzer.slides.short import Short
from wegwijzer.slides.template import Colours
from wegwijzer.slides.whole import PICTURE, Whole
from wegwijzer.workplace import built, colours

LEGIBLE = 11
"""The smallest type at which a drawing on a slide can be read, in points: smaller ones are left out."""
FEWEST = 3
"""A drawing with fewer numbers in it shows nothing that their own slides do not."""


def slides(text: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The slides of one tree, as files. `_outside` is what decides of them besides."""
    tree = unpacked(text)
    made = presentations(tree, Colours(*colours()))
    return {addresses.download(what, tree.id).removeprefix(addresses.ASSETS): file for what, file in made.items()}


def presentations(tree: Compiled, colours: Colours) -> dict[str, bytes]:
    """The PowerPoint files of a tree by the name of the download. The pictures in them must have been made."""
    deck = deck_of(tree, marked=False)
    made = {"slides": Whole(deck, colours, pictures=pictures_for(deck), pitfalls=pitfalls(tree)).file()}
    if cases := session_of(tree):
        made["short"] = Short(deck, colours, cases=cases).file()
    return made


def pictures_for(deck: Deck) -> list[tuple[Path, str]]:
    """The tree as a drawing where its words can be read on a slide; otherwise each chapter of which they can."""
    drawn = [(f"{deck.tree}--geheel", say("tree.diagram", title=deck.title))]
    if not place(drawn[0][0], "svg").is_file():  # there was no Graphviz
        return []
    if type_on_slide(drawn[0][0]) < LEGIBLE:
        drawn = [(f"{deck.tree}-{name}", title) for name, title in deck.parts]
    return [(place(name, "png"), title) for name, title in drawn if type_on_slide(name) >= LEGIBLE and tells(name)]


def tells(name: str) -> bool:
    """Whether there is enough on a picture to show it."""
    return place(name, "svg").read_text(encoding="utf-8").count("circle ") >= FEWEST


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
