"""`.br` and `.gz` beside every file that they make smaller, so that a server only has to hand them out."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {".css", ".html", ".ics", ".js", ".json", ".otf", ".svg", ".ttf", ".txt", ".wasm", ".xml"}
"""Kinds of files that get smaller. Pictures, PDF, PowerPoint, woff2 and most archives are compressed already."""
LOOSE = {"python.zip", "take.zip", "doubt.zip", "draw.zip", "yaml.zip", "work.zip", "more.zip", "kinds.zip"}
"""Archives that hold their files uncompressed (see runtime_pack.py and site/more.py)."""
BEST, QUICK = 11, 9
"""Qualities of brotli. Measured on this site: the best takes nine times as long and makes files a tenth smaller."""


def compress(site: Path, kept: Path, quality: int = BEST) -> int:
    """Put compressed files beside those of the site, where they are smaller; returns how many.

    `kept` is a folder of earlier results, named by the hash of what they were made from: a file that did not change is
    not compressed again, and a result that no file asks for any more is removed. Nothing but the bytes of a file shows
    in its compressed form.
    """
    kept.mkdir(parents=True, exist_ok=True)
    same: dict[str, list[Path]] = {}
    for path in sorted(path for path in site.rglob("*") if path.suffix in TEXT or path.name in LOOSE):
        same.setdefault(f"{hashlib.sha256(path.read_bytes()).hexdigest()}.{quality}", []).append(path)
    with ThreadPoolExecutor() as pool:  # both libraries let go of the interpreter while they work
        counts = list(pool.map(lambda name: _beside(same[name], kept / name), same))
    for old in kept.iterdir():
        if old.stem not in same:
            old.unlink()
    return sum(counts)


def _beside(paths: list[Path], kept: Path) -> int:
    """Write what is smaller beside each of these equal files, by way of `kept` and an ending; how many were written."""
    content, quality = paths[0].read_bytes(), int(kept.suffix[1:])
    ways: dict[str, Callable[[], bytes]] = {
        ".br": lambda: brotli.compress(content, quality=quality, lgwin=24),
        ".gz": lambda: gzip.compress(content, 9, mtime=0),
    }
    count = 0
    for ending, way in ways.items():
        result = kept.with_name(kept.name + ending)
        if not result.exists():
            half = result.with_name(result.name + ".new")  # never half a file under the good name
            half.write_bytes(way())
            half.replace(result)
        if result.stat().st_size < len(content):
            for path in paths:
                shutil.copyfile(result, path.with_name(path.name + ending))
                count += 1
    return count
