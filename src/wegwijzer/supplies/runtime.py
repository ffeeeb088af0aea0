"""The Python runtime of the site: the engine as bytecode, the standard library it needs, and Pyodide itself.

It depends on the programs alone, not on the content: what it packs is what the smallest tree makes the engine import.
See docs/dev/besluiten/23-kleine-runtime.md for why.
"""

from __future__ import annotations

import io
import json
import subprocess
import tempfile
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import markdown
import pymdownx
import pyphen
import yaml
from hatchling.builders.wheel import WheelBuilder
from pyodide_build.pyzip import REMOVED_FILES

from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.load import load_paths
from wegwijzer.locale import say
from wegwijzer.locale.default import LANGUAGE
from wegwijzer.locale.samples import new_tree
from wegwijzer.supplies import CHECKOUT

HERE = Path(__file__).resolve().parent
STANDINS = HERE / "standins"
LIBRARY_OF_PYODIDE = CHECKOUT / "node_modules/pyodide/python_stdlib.zip"
LIBRARY = "runtime/library.zip"
SHARED = {LIBRARY, *(f"runtime/{name}" for name in ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "lock.json"))}
"""What is the same for every language."""
STOOD_IN_FOR = ("asyncio/", "pyodide/", "_pyodide/")
"""Packages of which a page needs no more than our stand-ins do."""
PREPARED = "\n\nfrom _prepared import run as exec  # what this module writes was compiled by the build\n"


def runtime(language: str = LANGUAGE) -> dict[str, bytes]:
    """Everything a page loads to run the engine in a language, and the wheel it was made from, as files."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        wheel, library, others = build_wheel(made), build_library(made), libraries(made, language)
        tree, output = made / "voorbeeld.json", made / "runtime"
        tree.write_text(json.dumps(encode(sample(made)), ensure_ascii=False), encoding="utf-8")
        subprocess.run(
            ["node", HERE / "runtime.mjs", wheel, library, others, tree, language, output], cwd=CHECKOUT, check=True
        )
        missing = not_in_pyodide((output / "modules.txt").read_text(encoding="utf-8").split())
        if missing:
            raise SystemExit(say("site.not_in_browser", modules=", ".join(missing)))
        files = {f"runtime/{file.name}": file.read_bytes() for file in output.iterdir()}
        return {**files, LIBRARY: rest_of_library(), f"wheel/{wheel.name}": wheel.read_bytes()}


def sample(folder: Path) -> object:
    """The smallest tree: what `wegwijzer new` gives, without what it would carry of the project that is built."""
    place = folder / "voorbeeld.yml"
    place.write_text(new_tree("Voorbeeld", "2000-01-01"), encoding="utf-8")
    return replace(compile_tree(place.stem, load_paths([place]).library), formats=(), words={})


def build_wheel(folder: Path) -> Path:
    """The pure-Python wheel of the engine, without this site's own package: no page needs that."""
    told = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = told["tool"]["hatch"]["build"]["targets"]["wheel"]
    wheel["hooks"]["custom"]["supplies"] = False
    return Path(next(WheelBuilder(str(CHECKOUT), config=told).build(directory=str(folder), versions=["standard"])))


def build_library(folder: Path) -> Path:
    """Pyodide's standard library with our stand-ins in the place of what only costs time."""
    path = folder / "library.zip"
    standins = {
        str(file.relative_to(STANDINS)): file.read_text(encoding="utf-8") for file in sorted(STANDINS.rglob("*.py"))
    }
    with (
        zipfile.ZipFile(LIBRARY_OF_PYODIDE) as plain,
        zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as library,
    ):
        for name in plain.namelist():
            if name not in standins:
                tail = PREPARED if name == "dataclasses.py" else ""
                library.writestr(zipfile.ZipInfo(name), plain.read(name) + tail.encode())
        for name, text in standins.items():
            library.writestr(zipfile.ZipInfo(name), text)
    return path


def libraries(folder: Path, language: str) -> Path:
    """The libraries with which texts are read and measured, as the Python that they are, without what a compiler made of it."""
    path = folder / "libraries.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for library in (markdown, pymdownx, pyphen, yaml):
            home = Path(str(library.__file__)).parent
            for file in sorted((*home.rglob("*.py"), *home.glob(f"dictionaries/hyph_{language}_*.dic"))):
                inside = file.relative_to(home.parent).as_posix()
                archive.writestr(zipfile.ZipInfo(inside), file.read_bytes())
    return path


def rest_of_library() -> bytes:
    """Pyodide's standard library as source, without what our stand-ins do: what formats of extensions may need of it."""
    ours, packed = {file.relative_to(STANDINS).as_posix() for file in STANDINS.rglob("*.py")}, io.BytesIO()
    with zipfile.ZipFile(LIBRARY_OF_PYODIDE) as plain, zipfile.ZipFile(packed, "w") as library:
        for name in sorted(plain.namelist()):
            if name.endswith(".py") and name not in ours and not name.startswith(STOOD_IN_FOR):
                library.writestr(zipfile.ZipInfo(name), plain.read(name), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def not_in_pyodide(files: list[str]) -> list[str]:
    """The files of modules that cannot work in a browser (pyodide-build keeps the list): the engine must not need them."""
    return [file for file in files if file.startswith(REMOVED_FILES)]
