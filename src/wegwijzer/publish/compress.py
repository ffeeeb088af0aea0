"""`.br` and `.gz` beside every file that they make smaller, so that a server only has to hand them out."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from wegwijzer.publish.kept import Kept

TEXT = {".css", ".html", ".ics", ".js", ".json", ".otf", ".svg", ".ttf", ".txt", ".wasm", ".xml"}
"""Kinds of files that get smaller. Pictures, PDF, PowerPoint, woff2 and most archives are compressed already."""
LOOSE = {"python.zip", "take.zip", "doubt.zip", "draw.zip", "yaml.zip", "work.zip", "more.zip", "kinds.zip"}
"""Archives that hold their files uncompressed (see runtime_pack.py and site/more.py)."""
BEST, QUICK = 11, 9
"""Qualities of brotli. Measured on this site: the best takes nine times as long and makes files a tenth smaller."""


def compress(site: Path, folder: Path, quality: int = BEST) -> int:
    """Put compressed files beside those of the site, where they are smaller; returns how many.

    In `folder` results are kept: a file that did not change is not compressed again. Nothing but the bytes of a file shows in
    its compressed form.
    """
    kept = Kept(folder)
    same: dict[str, list[Path]] = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in TEXT or path.name in LOOSE):
        same.setdefault(hashlib.sha256(path.read_bytes()).hexdigest(), []).append(path)
    with ThreadPoolExecutor() as pool:  # both libraries let go of the interpreter while they work
        counts = list(pool.map(lambda name: _beside(same[name], f"{name}.{quality}", quality, kept), same))
    kept.drop_rest()
    return sum(counts)


def _beside(paths: list[Path], name: str, quality: int, kept: Kept) -> int:
    """Write what is smaller beside each of these equal files, by way of what is kept under `name`; how many were written."""
    content = paths[0].read_bytes()
    ways: dict[str, Callable[[], bytes]] = {
        ".br": lambda: brotli.compress(content, quality=quality, lgwin=24),
        ".gz": lambda: gzip.compress(content, 9, mtime=0),
    }
    count = 0
    for ending, way in ways.items():
        result = kept.take(name + ending, way)
        if len(result) < len(content):
            for path in paths:
                path.with_name(path.name + ending).write_bytes(result)
                count += 1
    return count
