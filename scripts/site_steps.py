"""What this site is made of: every step of its build, with all that decides what the step makes."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from address import SITE_URL
from build_diagrams import diagrams_of, diagrams_of_guide, draw_all
from build_fonts import fonts
from build_notices import papers
from build_pictures import paint_all, pictures_of
from build_posters import print_shared, print_tree
from build_runtime import runtime
from build_slides import slides
from build_styles import sheets
from build_tree import files_of_tree
from draw_house import house
from generate import generate, generate_with_zensical
from macros.tree import compiled
from travel import packed
from wegwijzer.build import Files, Step, digest, digest_of_files, files_used
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.locale import language

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ("src", "scripts", "hosting")
LOCKS = ("requirements.lock", "requirements-zensical.lock", "package-lock.json")
CONTENT = tuple(dict.fromkeys(kind.folder for kind in KINDS.in_yaml()))
LICENCES = ("LICENSE", "LICENSE-texts", "pyproject.toml")
PAGES = ("docs", "schema", "licenses")
DECIDING = ("mkdocs.yml", "moved.yml", SETTINGS, *LICENCES)
RUNTIME = (ROOT / "scripts/runtime.mjs", ROOT / "scripts/runtime_pack.py", ROOT / "pyproject.toml")
SAYING, READING = (ROOT / "src/wegwijzer/locale" / name for name in ("__init__.py", "catalogue.py"))
ADDRESSES = ("SITE_URL", "SOURCE_URL", "CONTACT")
CACHES = {"__pycache__"}


def tools() -> str:
    """A digest of what is installed and decides what is made: packages, Python and Graphviz."""
    drawing = subprocess.run(["dot", "-V"], capture_output=True, check=True).stderr
    return digest(digest_of_files(ROOT, [ROOT / name for name in LOCKS]), sys.version, drawing)


def made_from() -> str:
    """A digest of everything else that decides the site: programs, what people write, and the addresses."""
    written = [file for folder in (*PROGRAMS, *CONTENT, *PAGES) for file in files_in(folder)] + [
        ROOT / name for name in DECIDING
    ]
    return digest(digest_of_files(ROOT, written), addresses())


def addresses() -> tuple[str | None, ...]:
    """Where the site will stand, where its sources stand, and who answers for it."""
    return tuple(os.environ.get(name) for name in ADDRESSES)


def files_in(folder: str) -> list[Path]:
    """The files under a folder of the project, without what Python keeps for itself."""
    return [file for file in (ROOT / folder).rglob("*") if file.is_file() and not CACHES & set(file.parts)]


def steps(library: Library, *, zensical: bool = False) -> Iterator[Step]:
    """Every step; with `zensical` also the pages that it makes."""
    yield _step("fonts", fonts)
    yield _step(
        "runtime",
        runtime,
        language(),
        size=10**8,
        programs=[*files_in("src/wegwijzer"), *files_in("scripts/standins"), *RUNTIME],
    )
    yield _step("vendor", vendor)
    told = digest_of_files(ROOT, [*files_in("licenses"), *(ROOT / name for name in LICENCES)])
    yield _step("notices", papers, told)
    yield _step("styles", sheets, digest_of_files(ROOT, files_in("docs/assets/css")))
    assets = digest_of_files(ROOT, files_in("docs/assets"))
    yield _step("diagrams/house", house, reads=["fonts"], programs=files_in("src"))
    yield _step("diagrams/guide", draw_all, diagrams_of_guide(library), reads=["fonts"], size=10**7)
    for name in library.trees:
        tree = compiled(name)
        text = packed(tree)
        yield _step(f"tree/{name}", files_of_tree, text, SITE_URL, assets, reads=["fonts"])
        yield _step(f"diagrams/{name}", draw_all, diagrams_of(tree), reads=["fonts"], size=10**7)
        yield _step(f"pictures/{name}", paint_all, pictures_of(tree), reads=["fonts"], size=len(text))
        yield _step(f"paper/{name}", print_tree, text, SITE_URL, reads=["fonts"], size=len(text))
        yield _step(f"slides/{name}", slides, text, SITE_URL, reads=["fonts", f"pictures/{name}"], size=len(text))
    written = [ROOT / SETTINGS, *(file for folder in CONTENT for file in files_in(folder))]
    content = digest_of_files(ROOT, written)
    yield _step("paper", print_shared, content, SITE_URL, reads=["fonts"], size=10**6)
    drawn = ["diagrams/house", "diagrams/guide", *(f"diagrams/{name}" for name in library.trees)]
    pages = (
        content,
        digest_of_files(ROOT, [*files_in("docs"), ROOT / "mkdocs.yml", ROOT / "licenses/parts.yml"]),
        addresses(),
    )
    rules = [*files_in("src/wegwijzer/check/rules"), *files_in("src/municipal/rules")]  # found by standing there
    macros = [*files_in("scripts/macros"), *files_in("schema"), *rules, *catalogues("**/*.*")]
    yield _step("pages", generate, *pages, reads=drawn, size=10**9, programs=macros)
    if zensical:
        yield _step("zensical", generate_with_zensical, *pages, reads=drawn, size=10**9, programs=macros)


def _step(
    name: str,
    make: Callable[..., Files],
    *arguments: Any,
    reads: Iterable[str] = (),
    size: int = 0,
    programs: Iterable[Path] = (),
) -> Step:
    """A step with the digest of what it runs: the programs that it imports, and those it starts or that are named to it."""
    code = _digest_of_code(Path(inspect.getsourcefile(make)), *programs)
    return Step(name, make, arguments, tuple(reads), size, code)


@cache
def _digest_of_code(*programs: Path) -> str:
    used = files_used(programs, (ROOT / "src", ROOT / "scripts"))
    return digest_of_files(
        ROOT,
        [
            *used,
            *(catalogues("interface.po") if SAYING in used else ()),
            *(catalogues("*.txt") if READING in used else ()),
        ],
    )


def catalogues(name: str) -> list[Path]:
    """What stands under this name in the folder of each language, of the kit and of what this site adds."""
    return [*ROOT.glob(f"src/*/locale/*/{name}")]


def vendor() -> dict[str, bytes]:
    """Libraries that pages load as they are."""
    code = ROOT / "node_modules/qrcode-generator/dist/qrcode.mjs"
    return {"vendor/qrcode.js": code.read_bytes()}
