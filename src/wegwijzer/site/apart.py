"""Slides and sheets of single trees, whatever site the build holds: for who asks for them at the command line."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wegwijzer.build import Files
from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.travel import packed
from wegwijzer.draw.pictures import paint_all, pictures_of
from wegwijzer.paper.sheets import kinds_of_sheets, print_tree
from wegwijzer.slides.presentation import presentations
from wegwijzer.slides.template import Colours
from wegwijzer.workplace import build_in, built, can_draw, outside, root

LETTERS = "fonts"
"""What of the build every form needs."""


def slides_of(tree: Compiled, colours: Colours) -> Files:
    """The presentations of a tree by the name of the download, with pictures of what this tree is."""
    with _apart(paint_all(pictures_of(tree), outside()) if can_draw() else {}):
        return presentations(tree, colours)


def sheets_of(tree: Compiled) -> Files:
    """The sheets of a tree to print, by the path in the folder of the build."""
    text = packed(tree)
    kinds = kinds_of_sheets(drawn=can_draw())
    return {path: pdf for kind in kinds for path, pdf in print_tree(kind, text, outside()).items()}


@contextmanager
def _apart(files: Files) -> Iterator[None]:
    """Work with these files as all that was made, beside the letters of the build."""
    kept = built()
    with tempfile.TemporaryDirectory(dir=kept) as folder:
        for path, content in files.items():
            place = Path(folder) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        (Path(folder) / LETTERS).symlink_to(kept / LETTERS)
        build_in(Path(folder).relative_to(root()).as_posix())
        try:
            yield
        finally:
            build_in(kept.relative_to(root()).as_posix())
