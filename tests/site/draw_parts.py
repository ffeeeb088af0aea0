"""Draws what the machine could meddle with, into a folder: `python draw_parts.py OUTPUT SMALL LARGE [backwards]`,
with the names of two trees.

test_machine.py runs it as a program of its own, on machines that differ: fonts, language, order of files, path.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import wegwijzer
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.compile.travel import packed
from wegwijzer.draw.diagrams import diagrams_of, diagrams_of_extensions, draw_all
from wegwijzer.draw.maps import draw_map
from wegwijzer.draw.pictures import paint_all, pictures_of
from wegwijzer.kinds.settings import follow
from wegwijzer.load import load_paths
from wegwijzer.site.apart import sheets_of
from wegwijzer.site.shared import print_shared, shared_sheets
from wegwijzer.slides.presentation import slides
from wegwijzer.supplies.fonts import fonts
from wegwijzer.workplace import outside, work_in

ROOT = Path(wegwijzer.__file__).parents[2]


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


def main(output: Path, *trees: str) -> None:
    work_in(ROOT)
    follow(ROOT)
    library = load_paths([ROOT]).library
    small, large = (compile_tree(name, library) for name in trees)
    made = fonts()
    for folder in (output, ROOT / "build"):  # what draws looks for its letters in the build
        write(folder, made)
    write(output, draw_all((*diagrams_of(small), diagrams_of(large)[0], *diagrams_of_extensions(library))))
    write(output, draw_map(packed(small), outside()))
    pictures = (*pictures_of(small), pictures_of(large)[0])
    made = paint_all(pictures, outside())
    for folder in (output, ROOT / "build"):  # slides look for their pictures in the build
        write(folder, made)
    write(output, sheets_of(small))
    for name in shared_sheets(library):
        write(output, print_shared(name, "", outside()))
    write(output, slides(packed(small), outside()))


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put what was made in a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


if __name__ == "__main__":
    if "backwards" in sys.argv:
        os.scandir = Backwards
        os.listdir = lambda path=".", plain=os.listdir: sorted(plain(path), reverse=True)
    main(Path(sys.argv[1]), *sys.argv[2:4])
