"""Draws what the machine could meddle with, into a folder: `python draw_parts.py OUTPUT [backwards]`.

test_machine.py runs it as a program of its own, on machines that differ: fonts, language, order of files, path.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import build_diagrams
import build_fonts
import build_pictures
import build_posters
from paper.cards import write_frames
from paper.desk import write_desk
from slides.template import Colours
from slides.write import Writer
from wegwijzer.compiled import compile_tree
from wegwijzer.load import load_paths
from wegwijzer.render.deck import deck_of

SMALL, LARGE = "gesprek", "reactie"


class Backwards:
    """The entries of a folder in another order than by name."""

    def __init__(self, path: str | os.PathLike = ".", plain=os.scandir) -> None:
        with plain(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)


def main(output: Path) -> None:
    for module, name in ((build_diagrams, "diagrams"), (build_pictures, "pictures"), (build_posters, "paper")):
        module.OUTPUT = output / name
        module.OUTPUT.mkdir()
    build_fonts.still_font(build_fonts.PACKAGE, "Italic", "italic", 400).save(output / "italic.ttf")
    library = load_paths([build_diagrams.ROOT]).library
    for name in (SMALL, LARGE):
        compiled = compile_tree(name, library)
        build_diagrams.draw(*build_diagrams.jobs_of(compiled)[0])
        overview, whole, *_ = build_pictures.pictures_of(compiled)
        for picture in (overview, whole) if name == SMALL else (overview,):
            build_pictures.draw(picture)
    for job in build_diagrams.guide_jobs(library):
        build_diagrams.draw(*job)
    small = compile_tree(SMALL, library)
    build_posters.write_tree(small)
    pictures = [(output / f"pictures/{SMALL}--overzicht.png", "Overzicht")]
    (output / f"{SMALL}.pptx").write_bytes(Writer(deck_of(small), Colours(), pictures).file())
    write_desk(compile_tree(LARGE, library), library, output / "paper/onthaal.pdf")
    write_frames(library, output / "paper/frames.pdf")


if __name__ == "__main__":
    if "backwards" in sys.argv:
        os.scandir = Backwards
        os.listdir = lambda path=".", plain=os.listdir: sorted(plain(path), reverse=True)
    main(Path(sys.argv[1]))
