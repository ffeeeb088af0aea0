"""The whole site as one zip, with a note that says what works where."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from wegwijzer.locale import say
from wegwijzer.locale.catalogue import document

ARCHIVE = "assets/wegwijzer-site.zip"
LEVEL = 3
"""How hard to press. Measured on this site: the best takes four times as long, and makes the archive 2 % smaller."""
PACKED = {".zip", ".png", ".pptx", ".docx", ".pdf"}
"""Kinds of files that do not get smaller."""


def pack(site: Path, files: Iterable[Path]) -> None:
    """Write the archive into the site: these files of it, in a fixed order, without times. Itself it cannot hold."""
    target = site / ARCHIVE
    named = {path.relative_to(site).as_posix(): path for path in files if path != target}
    with zipfile.ZipFile(target, "w") as archive:
        add(archive, "wegwijzer", say("site.readme"), document("site.txt").replace("\n", "\r\n").encode())
        for name, path in sorted(named.items()):
            add(archive, "wegwijzer", name, path.read_bytes())


def add(archive: zipfile.ZipFile, folder: str, name: str, content: bytes) -> None:
    """Put a file in a folder of an archive, without its time: the same files give the same bytes."""
    entry = zipfile.ZipInfo(f"{folder}/{name}")
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in PACKED else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=LEVEL)
