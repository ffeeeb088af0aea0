"""What a site is made of: every step of its build, with all that decides what the step makes."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from wegwijzer.build import Files, Step, digest, digest_of_files, files_used
from wegwijzer.compile.travel import packed
from wegwijzer.draw.app import icons
from wegwijzer.draw.diagrams import diagrams_of_extensions, draw_all
from wegwijzer.draw.maps import draw_map
from wegwijzer.draw.palette import TOKENS
from wegwijzer.draw.pictures import paint, pictures_of
from wegwijzer.draw.qr import codes_of
from wegwijzer.formats import added
from wegwijzer.icons import drawings
from wegwijzer.kinds import KINDS
from wegwijzer.kinds.extensions import extensions, folders, offered
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.load.moved import MOVED
from wegwijzer.locale import language
from wegwijzer.locale.catalogue import document
from wegwijzer.pages.project import project, settings, site
from wegwijzer.pages.tree import compiled
from wegwijzer.paper.sheets import kinds_of_sheets, print_tree
from wegwijzer.publish.lean import lean
from wegwijzer.site import workbench
from wegwijzer.site.generate import generate, generate_with_zensical
from wegwijzer.site.more import more, programs
from wegwijzer.site.news import named, news_files, page_of_changes, pages_of
from wegwijzer.site.publisher import logo, logo_file, published
from wegwijzer.site.schema import schema_files
from wegwijzer.site.shared import picture_sheet, print_shared, shared_sheets, statement_file
from wegwijzer.site.styles import icons_shown, parts_of, sheet_names, sheets
from wegwijzer.site.tree import files_of_tree
from wegwijzer.slides.presentation import slides
from wegwijzer.supplies import CHECKOUT, supplies
from wegwijzer.view.nodes import node_ids
from wegwijzer.workplace import KIT, can_draw, colours, outside, root, site_url

LOCKS = ("requirements-zensical.lock", "package-lock.json")
"""What a project may pin besides the packages of the Python that builds."""
GENERATOR = "mkdocs.yml"
SAYING, READING = (KIT / "locale" / name for name in ("__init__.py", "catalogue.py"))
SETTING = KIT / "paper/typeset.py"
ADDRESSES = ("SITE_URL", "SOURCE_URL", "CONTACT")
CACHES = {"__pycache__"}
EARLY = ("refused", "address", "until")
"""The scripts that go before the theme's own, in this order: a page waits for them, so they come as one."""


def tools() -> str:
    """A digest of what is installed and decides what is made: packages, Python and Graphviz."""
    drawing = subprocess.run(["dot", "-V"], capture_output=True, check=True).stderr if can_draw() else b""
    installed = sorted((found.name, found.version) for found in distributions())
    locks = [root() / name for name in LOCKS if (root() / name).is_file()]
    return digest(digest_of_files(root(), locks), str(installed), sys.version, drawing)


def made_from() -> str:
    """A digest of everything else that decides the site: programs, what people write, and the addresses."""
    code = (_digest(files_in(package)) for package in packages())
    return digest(*code, _digest(written()), addresses(), published(), named())


def written() -> list[Path]:
    """The files of the project that decide its site."""
    single = (root() / name for name in (GENERATOR, MOVED, SETTINGS))
    return [
        *(file for folder in (*content(), "docs") for file in files_in(root() / folder)),
        *filter(Path.is_file, single),
    ]


def content() -> tuple[str, ...]:
    """The folders with YAML."""
    return tuple(dict.fromkeys(kind.folder for kind in KINDS.in_yaml() if not kind.loose))


def packages() -> tuple[Path, ...]:
    """The folders of the kit and of the extensions of the project."""
    return (KIT, *folders())


def addresses() -> tuple[str | None, ...]:
    """Where the site will stand, where its sources stand, and who answers for it."""
    return (*outside(), *(os.environ.get(name) for name in ADDRESSES))


def files_in(folder: Path) -> list[Path]:
    """The files under a folder, without what Python keeps for itself."""
    return [file for file in folder.rglob("*") if file.is_file() and not CACHES & set(file.parts)]


def steps(library: Library, *, pages: bool = True, zensical: bool = False) -> Iterator[Step]:
    """Every step. `pages`: with those that MkDocs makes; `zensical`: with those that it makes."""
    for supply in supplies(language()):
        yield _step(supply.name, supply.make, *supply.arguments, size=supply.size, programs=supply.programs)
    yield from _steps_of_python()
    yield _step("schema", schema_files, language(), extensions())
    parts = [Path(str(part)) for name in sheet_names() for part in parts_of(name)]
    yield _step("styles", sheets, _digest(parts), outside(), icons_shown(library, library.pages.values()))
    assets = files_in(KIT / "assets")
    yield _step("assets", scripts, _digest(assets))
    letters = KIT / "assets/letters.css"
    yield _step("picture", picture_sheet, colours(), reads=["fonts"], programs=[TOKENS, letters])
    yield _step("app", icons, colours(), reads=["fonts"], programs=[KIT / "assets/icon.svg"])
    drawn = []
    if can_draw():
        yield _step("diagrams/more", draw_all, diagrams_of_extensions(library), reads=["fonts"], size=10**7)
        drawn = ["diagrams/more"]
    look = _digest([*assets, *parts])
    texts_of_trees = {name: packed(compiled(name)) for name in library.trees}
    for name, text in texts_of_trees.items():
        yield from _steps_of_tree(name, text, look)
    texts = _digest(file for file in written() if file.parts[len(root().parts)] != "docs")
    said = digest(*published())
    if shown := logo():
        yield _step("logo", logo_file, *shown)
    yield _step("statement", statement_file, _digest(filter(Path.is_file, [root() / SETTINGS])) + said, outside())
    printing = _offering("sheets")
    for sheet in shared_sheets(library):
        told = (sheet, texts + said, outside())
        yield _step(f"sheet/{sheet}", print_shared, *told, reads=["fonts"], size=10**6, programs=printing)
    for extras in offered("site", "extras"):
        for name, make, arguments, others in extras(library):
            yield _step(name, make, *arguments, outside(), reads=["fonts", *others], size=10**6)
    made_of = (_digest(written()), addresses(), said)
    rules = [
        file
        for package in packages()
        for file in [*package.rglob("check/rules/**/*.py"), *package.glob("rules/**/*.py")]
    ]
    macros = [*files_in(KIT / "pages"), KIT / "mkdocs.py", *rules, *_offering("BLOCKS"), *catalogues("**/*.*")]
    loaded = project()
    published_now = (tuple(texts_of_trees.values()), pages_of(loaded), named(), site_url(), page_of_changes(loaded))
    yield _step("news", news_files, *published_now, size=10**9)  # the pages wait for it
    reads = [*drawn, "notices", "news"]
    if pages:
        yield _step("pages", generate, *made_of, reads=reads, size=10**9, programs=macros)
    if zensical:
        yield _step("zensical", generate_with_zensical, *made_of, reads=reads, size=10**9, programs=macros)


def _steps_of_python() -> Iterator[Step]:
    """What pages load of Python besides what the kit brings along, and the texts that one of them works on."""
    if added():
        of_formats = [*programs(), *(package / "formats.py" for package in packages()[1:])]
        yield _step(
            "formats", more, language(), str(added()), reads=["runtime"], programs=filter(Path.is_file, of_formats)
        )
    if not settings().workbench:  # nobody needs the texts as they are written
        return
    judging = workbench.programs()
    of_page = (workbench.texts(), extensions(), tuple(drawings()))
    yield _step("workbench", workbench.files_for_page, *of_page, size=10**7, programs=judging)
    yield _step("workbench/icons", workbench.icons_file, tuple(drawings().items()))
    yield _step("workbench/begin", workbench.begin_file, document("new-tree.yml"), workbench.examples())
    if extensions():
        programs_and_words = [*judging, *catalogues("messages.*")]
        told = (language(), str(extensions()))
        yield _step("kinds", workbench.knowing, *told, reads=["runtime"], programs=programs_and_words)


def _steps_of_tree(name: str, text: str, look: str) -> Iterator[Step]:
    """What is made of one tree beside its page; `text` is all of the tree."""
    size = len(text)
    improve = (site().source_url, site().contact)
    yield _step(f"tree/{name}", files_of_tree, text, outside(), look, improve, reads=["fonts"])
    pictures = []
    if can_draw():
        yield _step(f"map/{name}", draw_map, text, outside(), site().former, reads=["fonts"], size=10**7)
        for picture in pictures_of(compiled(name)):  # apart: most changes show in one chapter
            pictures.append(f"pictures/{picture[0]}")
            yield _step(pictures[-1], paint, *picture, outside(), reads=["fonts"], size=10**7)  # slides wait for them
    nodes = tuple(node_ids(compiled(name)))
    yield _step(f"codes/{name}", codes_of, name, nodes, outside(), size=10**7)  # cards wait for it
    for kind in kinds_of_sheets(drawn=can_draw()):
        cards = kind == "cards"  # one for each node
        reads = ["fonts", f"codes/{name}"] if cards else ["fonts"]
        yield _step(f"{kind}/{name}", print_tree, kind, text, outside(), reads=reads, size=size if cards else 0)
    yield _step(f"slides/{name}", slides, text, outside(), reads=["fonts", *pictures], size=size, programs=[TOKENS])


def scripts(_made_from: str) -> dict[str, bytes]:
    """Scripts without their comments, those that go first in one file, and the style sheets that are one file, as they are."""
    found = (file for file in sorted((KIT / "assets").iterdir()) if file.is_file())
    first = "".join(lean((KIT / f"assets/{name}.js").read_text(encoding="utf-8")) for name in EARLY)
    return {
        "assets/early.js": first.encode(),
    } | {
        f"assets/{file.name}": lean(file.read_text(encoding="utf-8")).encode()
        if file.suffix == ".js"
        else file.read_bytes()
        for file in found
    }


def _step(
    name: str,
    make: Callable[..., Files],
    *arguments: Any,
    reads: Iterable[str] = (),
    size: int = 0,
    programs: Iterable[Path] = (),
) -> Step:
    """A step with the digest of what it runs: the programs that it imports, and those it starts or that are named to it."""
    return Step(name, make, arguments, tuple(reads), size, code_of(make, *programs))


def code_of(make: Callable[..., Any], *programs: Path) -> str:
    """A digest of the programs that decide what a function makes, and of these."""
    return _digest_of_code(packages(), Path(inspect.getsourcefile(make) or ""), *programs)


def _offering(what: str) -> list[Path]:
    """The modules `site` of the extensions: what they offer is asked for while a step runs."""
    return [
        package / "site.py" for package in packages()[1:] if offered("site", what) and (package / "site.py").is_file()
    ]


@cache
def _digest_of_code(ours: tuple[Path, ...], *programs: Path) -> str:
    used = files_used(programs, ours)
    words = [*(catalogues("interface.*") if SAYING in used else ()), *(catalogues("*.txt") if READING in used else ())]
    sheets_of_paper = (
        [file for package in ours for file in package.glob("paper/templates/*.typ")] if SETTING in used else []
    )
    return _digest([*used, *words, *sheets_of_paper])


def catalogues(name: str) -> list[Path]:
    """What stands under this name in the folder of each language, of the kit and of its extensions."""
    return [
        file
        for package in packages()
        for file in package.glob(f"locale/*/{name}")
        if file.is_file() and not CACHES & set(file.parts)
    ]


def _digest(files: Iterable[Path]) -> str:
    """A digest of files of the project, the kit and its extensions, wherever those stand."""
    homes = {root(), CHECKOUT, *(package.parent for package in packages())}
    found: dict[Path, list[Path]] = {home: [] for home in sorted(homes)}
    for file in files:
        found[max(home for home in homes if home in file.parents)].append(file)
    return digest(*(digest_of_files(home, listed) for home, listed in found.items() if listed))
