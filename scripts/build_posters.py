"""Everything to print, in build/paper: posters, step cards, frame cards and a sheet for the front desk. PDF, vectors.

Usage: python scripts/build_posters.py [TREE …]
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from paper.cards import write_cards, write_frames
from paper.desk import TREE, write_desk
from paper.posters import write_poster
from wegwijzer.compiled import Compiled, compile_tree
from wegwijzer.load import load_paths
from wegwijzer.render.deck import deck_of

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "build/paper"


def main() -> int:
    parser = argparse.ArgumentParser(description="Maak posters en kaarten om te printen.")
    parser.add_argument("trees", nargs="*", metavar="BOOM", help="alleen deze bomen")
    options = parser.parse_args()
    library = load_paths([ROOT]).library
    unknown = [name for name in options.trees if name not in library.trees]
    if unknown:
        parser.error(f"deze bomen bestaan niet: {', '.join(unknown)}")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    compiled = [compile_tree(name, library) for name in options.trees or library.trees]
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(write_tree, sorted(compiled, key=lambda tree: -len(tree.lines))):
            pass
    if TREE in library.trees:
        write_desk(compile_tree(TREE, library), library, OUTPUT / "onthaal.pdf")
    if library.frames:
        write_frames(library, OUTPUT / "frames.pdf")
    print(f"{len(list(OUTPUT.glob('*.pdf')))} bestanden om te printen in build/paper.")
    return 0


def write_tree(compiled: Compiled) -> None:
    write_poster(compiled, OUTPUT / f"{compiled.id}-poster.pdf")
    write_cards(deck_of(compiled), OUTPUT / f"{compiled.id}-kaarten.pdf")


if __name__ == "__main__":
    sys.exit(main())
