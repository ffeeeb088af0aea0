"""Make what the kit brings along, in a checkout: at each build what is out of date, and for a wheel all of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from wegwijzer.build import Files, digest_of_files
from wegwijzer.icons import drawings
from wegwijzer.locale import language, speak
from wegwijzer.locale.catalogue import languages
from wegwijzer.supplies import CHECKOUT, Supply
from wegwijzer.supplies.fonts import fonts
from wegwijzer.supplies.notices.papers import papers
from wegwijzer.supplies.runtime import SHARED, runtime
from wegwijzer.workplace import KIT

LIBRARIES = {
    "qrcode": "qrcode-generator/dist/qrcode.mjs",
    "minisearch": "minisearch/dist/es/index.js",
    "graphviz": "@viz-js/viz/dist/viz.js",
}
EDITOR = Path(__file__).with_name("editor.mjs")
"""What the editor of YAML uses of a library that comes in many packages."""
BUNDLED = "vendor/codemirror.js"
BUNDLE = ("--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning")
OF_LANGUAGE = {"stemmer": "@orama/stemmers/dist/{}.js", "stopwords": "@orama/stopwords/dist/{}.js"}
NO_PROGRAM = {"__pycache__", "made", "assets"}


def made_here(code: str) -> Iterator[Supply]:
    """What fills the folders of a build."""
    engine = [file for file in KIT.rglob("*") if file.is_file() and not NO_PROGRAM & set(file.parts)]
    yield Supply("fonts", fonts, ())
    yield Supply("runtime", runtime, (code,), (*engine, CHECKOUT / "pyproject.toml"), 10**8)
    yield Supply("vendor", vendor, (code,), (EDITOR,))
    listed = [
        CHECKOUT / name
        for name in ("LICENSE", "LICENSE-texts", "pyproject.toml", "requirements.lock", "package-lock.json")
    ]
    told = digest_of_files(CHECKOUT, [*listed, *(CHECKOUT / "licenses").rglob("*.*")])
    yield Supply("notices", papers, (told,))


def vendor(code: str) -> dict[str, bytes]:
    """Libraries that pages load as they are, and what the search knows of a language."""
    files = {**LIBRARIES, **{name: place.format(code) for name, place in OF_LANGUAGE.items()}}
    read = {f"vendor/{name}.js": (CHECKOUT / "node_modules" / place).read_bytes() for name, place in files.items()}
    return {**read, BUNDLED: bundled()}


def bundled(*options: str) -> bytes:
    """The library of the editor as one module: the same bytes on every machine, as esbuild is pinned like all else."""
    command: list[str | Path] = [
        CHECKOUT / "node_modules/.bin/esbuild",
        EDITOR.relative_to(CHECKOUT),
        *BUNDLE,
        *options,
    ]
    return subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE).stdout


def icons() -> dict[str, bytes]:
    """Every icon that content may name, with its licence."""
    drawn = json.dumps(drawings(), separators=(",", ":")).encode()
    licence = (CHECKOUT / "node_modules/@tabler/icons/LICENSE").read_bytes()
    return {"icons/outline.json": drawn, "icons/LICENSE": licence}


def for_wheel(folder: Path) -> None:
    """Write all of it, for every language, as a wheel holds it."""
    before, everybodys = language(), {*SHARED, BUNDLED, *(f"vendor/{library}.js" for library in LIBRARIES)}
    for code in languages():
        speak(code)
        for name, content in {**runtime(code), **vendor(code), **papers("")}.items():
            if not name.startswith("wheel/"):
                _write(folder / ("all" if name in everybodys else code) / name, content)
    speak(before)
    everywhere: Files = {**fonts(), **icons()}
    for name, content in everywhere.items():
        _write(folder / "all" / name, content)


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
