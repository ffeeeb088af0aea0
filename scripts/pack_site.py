"""The whole site as one zip, with a note that says what works where. Used by finish_site.py."""

from __future__ import annotations

import zipfile
from pathlib import Path

ARCHIVE = "assets/wegwijzer-site.zip"
PACKED = {".zip", ".png", ".pptx", ".pdf"}
"""Kinds of files that do not get smaller."""
READ_ME = """\
WEGWIJZER, DE HELE SITE
=======================

Pak dit bestand eerst uit. Daarna kan het op twee manieren.

1. Met een lokale server: alles werkt, ook de slimme versie met Python.
   Open een venster met opdrachten in deze map en typ:

       python3 -m http.server 8000 --bind 127.0.0.1

   Surf op die computer naar http://127.0.0.1:8000/. Je hebt geen wifi nodig.
   Een andere kleine webserver is ook goed.

2. Vanaf de schijf, met een dubbelklik:
   - assets/offline/*.html   elke keuzehulp, volledig. Dit is wat je zoekt.
   - assets/slides/*.pptx    dia's, voor PowerPoint of LibreOffice.
   - assets/paper/*.pdf      posters en kaarten, om te printen.

   Wat NIET werkt met een dubbelklik:
   - index.html en de andere pagina's: de tekst is er, maar links naar mappen
     openen vaak een lijst van bestanden, en zoeken doet niets.
   - de slimme versie (eigen beleid onthouden, teksten maken): browsers laden
     geen Python vanaf de schijf.

In de bestanden van 2 staat geen link die je nodig hebt om verder te geraken.
QR-codes en links naar bronnen openen wel de site: daarvoor heb je internet nodig.
"""


def pack(site: Path) -> None:
    """Write the archive into the site: all of it but itself, in a fixed order, without times."""
    target = site / ARCHIVE
    target.unlink(missing_ok=True)
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    with zipfile.ZipFile(target, "w") as archive:
        _add(archive, "LEESMIJ.txt", READ_ME.replace("\n", "\r\n").encode())
        for name, path in sorted(files.items()):
            _add(archive, name, path.read_bytes())


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"wegwijzer/{name}")
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(name).suffix in PACKED else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
