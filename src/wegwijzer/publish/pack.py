"""The whole site as one zip, with a note that says what works where. Used by finish_site.py."""

from __future__ import annotations

import zipfile
from pathlib import Path

from wegwijzer.locale import say
from wegwijzer.locale.catalogue import document

ARCHIVE = "assets/wegwijzer-site.zip"
PACKED = {".zip", ".png", ".pptx", ".docx", ".pdf"}
"""Kinds of files that do not get smaller."""


def pack(site: Path) -> None:
    """Write the archive into the site: all of it but itself, in a fixed order, without times."""
    target = site / ARCHIVE
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file() and path != target}
    with zipfile.ZipFile(target, "w") as archive:
        add(archive, "wegwijzer", say("site.readme"), document("site.txt").replace("\n", "\r\n").encode())
        for name, path in sorted(files.items()):
            add(archive, "wegwijzer", name, path.read_bytes())


def add(archive: zipfile.ZipFile, folder: str, name: str, content: bytes) -> None:
    """Put a file in a folder of an archive, without its time: the same files give the same bytes."""
    entry = zipfile.ZipInfo(f"{folder}/{name}")
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in PACKED else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
