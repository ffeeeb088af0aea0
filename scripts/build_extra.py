"""Pack what the page loads only when a reader asks for it: the part of the engine that makes documents, and the QR code.

Usage: python scripts/build_extra.py. Writes build/extra/take.zip and build/vendor/qrcode.mjs.
"""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
PACKAGE = ROOT / "src/wegwijzer/take"
LIBRARY = ROOT / "node_modules/qrcode-generator/dist/qrcode.mjs"


def main() -> int:
    archive = BUILD / "extra/take.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w") as packed:  # stored: the server's compression sees through it
        for file in sorted(PACKAGE.glob("*.py")):
            packed.writestr(zipfile.ZipInfo(f"wegwijzer/take/{file.name}"), file.read_bytes())
    vendor = BUILD / "vendor"
    vendor.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(LIBRARY, vendor / LIBRARY.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
