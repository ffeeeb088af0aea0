"""Build the Python runtime of the site into build/runtime: wheel, bytecode, standard library.

Usage: python scripts/build_runtime.py (needs node_modules and build/trees). See docs/besluiten/ for why.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from pyodide_build.pyzip import REMOVED_FILES

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
STANDINS = ROOT / "scripts/standins"
PREPARED = "\n\nfrom _prepared import run as exec  # what this module writes was compiled by the build\n"


def main() -> int:
    wheel, library = build_wheel(), build_library()
    subprocess.run(
        ["node", ROOT / "scripts/runtime.mjs", wheel, library, BUILD / "trees", BUILD / "runtime"], check=True
    )
    missing = not_in_pyodide((BUILD / "runtime/modules.txt").read_text(encoding="utf-8").split())
    if missing:
        print("De engine gebruikt modules die in een browser niet werken: " + ", ".join(missing), file=sys.stderr)
        return 1
    size = sum(file.stat().st_size for file in (BUILD / "runtime").iterdir())
    print(f"Python voor de browser: {size / 1e6:.1f} MB in build/runtime.")
    return 0


def build_wheel() -> Path:
    """The pure-Python wheel of the engine, in build/wheel."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", BUILD / "wheel"],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return next((BUILD / "wheel").glob("wegwijzer-*.whl"))


def build_library() -> Path:
    """Pyodide's standard library with our stand-ins in the place of what only costs time, in build/wheel."""
    path = BUILD / "wheel/library.zip"
    standins = {
        str(file.relative_to(STANDINS)): file.read_text(encoding="utf-8") for file in sorted(STANDINS.rglob("*.py"))
    }
    with (
        zipfile.ZipFile(ROOT / "node_modules/pyodide/python_stdlib.zip") as plain,
        zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as library,
    ):
        for name in plain.namelist():
            if name not in standins:
                tail = PREPARED if name == "dataclasses.py" else ""
                library.writestr(zipfile.ZipInfo(name), plain.read(name) + tail.encode())
        for name, text in standins.items():
            library.writestr(zipfile.ZipInfo(name), text)
    return path


def not_in_pyodide(files: list[str]) -> list[str]:
    """The files of modules that cannot work in a browser (pyodide-build keeps the list): the engine must not need them."""
    return [file for file in files if file.startswith(REMOVED_FILES)]


if __name__ == "__main__":
    sys.exit(main())
