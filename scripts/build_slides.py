"""A PowerPoint presentation of a tree: one slide a step, answers that lead to their slide.

Usage, after `make build`: python scripts/build_slides.py [TREE …] [--kleur HEX [HEX]] [--output FOLDER]
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from slides.template import Colours
from slides.write import PICTURE, Writer
from travel import unpacked
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.load import load_paths
from wegwijzer.locale import say
from wegwijzer.render.addresses import overview
from wegwijzer.render.deck import Deck, deck_of

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build/pictures"
LEGIBLE = 9
"""The smallest type at which a diagram on a slide keeps its words, in points: smaller ones show numbers alone."""


def main() -> int:
    """Slides in other colours, for who asks: the build makes them in ours."""
    parser = argparse.ArgumentParser(description=say("slides.make"))
    parser.add_argument("trees", nargs="*", metavar=say("slides.tree"), help=say("slides.only"))
    parser.add_argument("--kleur", nargs="+", type=colour, default=[], metavar="HEX", help=say("slides.colours"))
    parser.add_argument("--output", type=Path, default=Path("dist/dias"), metavar=say("command.folder"))
    options = parser.parse_args()
    library = load_paths([ROOT]).library
    unknown = [name for name in options.trees if name not in library.trees]
    if unknown:
        parser.error(say("slides.unknown", trees=", ".join(unknown)))
    names = options.trees or list(library.trees)
    options.output.mkdir(parents=True, exist_ok=True)
    for name in names:
        slides = presentation(deck_of(compile_tree(name, library)), Colours(*options.kleur[:2]))
        (options.output / f"{name}.pptx").write_bytes(slides)
    print(say("slides.made", count=len(names), output=options.output))
    return 0


def slides(text: str, _address: str) -> dict[str, bytes]:
    """The slides of one tree, as files. `_address` is where their codes lead: SITE_URL."""
    tree = unpacked(text)
    return {f"slides/{tree.id}.pptx": presentation(deck_of(tree), Colours())}


def presentation(deck: Deck, colours: Colours) -> bytes:
    """The PowerPoint file of a deck. Its pictures must have been made."""
    return Writer(deck, colours, pictures_for(deck)).file()


def pictures_for(deck: Deck) -> list[tuple[Path, str]]:
    """The tree with its words where they can be read on a slide; otherwise its numbers, and each chapter that can."""
    whole = f"{deck.tree}--geheel"
    if type_on_slide(whole) >= LEGIBLE:
        return [(PICTURES / f"{whole}.png", say("tree.diagram", title=deck.title))]
    parts = [(f"{deck.tree}-{name}", title) for name, title in deck.parts]
    return [
        (PICTURES / f"{overview(deck.tree)}.png", say("tree.overview", title=deck.title)),
        *((PICTURES / f"{name}.png", title) for name, title in parts if type_on_slide(name) >= LEGIBLE),
    ]


def type_on_slide(name: str) -> float:
    """The smallest type of a picture when it fills its place on a slide."""
    svg = (PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    width, height = (float(n) for n in re.search(r'viewBox="0.00 0.00 ([\d.]+) ([\d.]+)"', svg).groups())
    return min(PICTURE.width / width, PICTURE.height / height) * min(
        map(float, re.findall(r'font-size="([\d.]+)"', svg))
    )


def colour(text: str) -> str:
    if not re.fullmatch(r"#?[0-9A-Fa-f]{6}", text):
        raise argparse.ArgumentTypeError(say("slides.no_colour", text=text))
    return text.lstrip("#").upper()


if __name__ == "__main__":
    sys.exit(main())
