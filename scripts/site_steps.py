"""What this site is made of: every step of its build, with all that decides what the step makes.

Each function here is a pure one that a worker calls; a tree travels as the JSON that the browser gets too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from address import SITE_URL
from bare_pages import bare_pages
from build_diagrams import diagrams_of, diagrams_of_guide, draw_all
from build_fonts import fonts
from build_pictures import paint_all, pictures_of
from build_posters import print_shared, print_tree
from build_runtime import runtime
from build_slides import presentation
from generate import generate, generate_with_zensical
from macros.project import project
from macros.tree import compiled
from paper.desk import TREE
from slides.template import Colours
from wegwijzer.build import Step, digest, digest_of_files
from wegwijzer.codec import decode, encode
from wegwijzer.compiled import Compiled
from wegwijzer.library import Library
from wegwijzer.render.deck import deck_of
from wegwijzer.render.text import tree_text

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ("src", "scripts", "hosting")
LOCKS = ("requirements.lock", "requirements-zensical.lock", "package-lock.json", "pyproject.toml")
CONTENT = ("trees", "frames", "data")
PAGES = ("docs", "schema")
SETTINGS = ("mkdocs.yml", "moved.yml")
ADDRESSES = ("SITE_URL", "SOURCE_URL", "CONTACT")
CACHES = {"__pycache__"}


def programs() -> str:
    """A digest of everything that makes something: our code, what is installed, Python and Graphviz."""
    drawing = subprocess.run(["dot", "-V"], capture_output=True, check=True).stderr
    ours = [file for name in PROGRAMS for file in files_in(name)] + [ROOT / name for name in LOCKS]
    return digest(digest_of_files(ROOT, ours), sys.version, drawing)


def made_from() -> str:
    """A digest of everything else that decides the site: what people write, and the addresses."""
    written = [file for folder in (*CONTENT, *PAGES) for file in files_in(folder)] + [ROOT / name for name in SETTINGS]
    return digest(digest_of_files(ROOT, written), addresses())


def addresses() -> tuple[str | None, ...]:
    """Where the site will stand, where its sources stand, and who answers for it."""
    return tuple(os.environ.get(name) for name in ADDRESSES)


def files_in(folder: str) -> list[Path]:
    """The files under a folder of the project, without what Python keeps for itself."""
    return [file for file in (ROOT / folder).rglob("*") if file.is_file() and not CACHES & set(file.parts)]


def steps(library: Library, *, zensical: bool = False) -> Iterator[Step]:
    """Every step; with `zensical` also the pages that it makes."""
    yield Step("fonts", fonts)
    yield Step("runtime", runtime, size=10**8)
    yield Step("vendor", vendor)
    assets = digest_of_files(ROOT, files_in("docs/assets"))
    drawn = ["diagrams/guide"]
    yield Step("diagrams/guide", draw_all, (diagrams_of_guide(library),), ("fonts",), size=10**7)
    for name in library.trees:
        tree = compiled(name)
        text = json.dumps(encode(tree), ensure_ascii=False, separators=(",", ":"))
        size = len(text)
        yield Step(f"tree/{name}", tree_files, (text, SITE_URL, assets), ("fonts",))
        yield Step(f"diagrams/{name}", draw_all, (diagrams_of(tree),), ("fonts",), size=10**7)
        yield Step(f"pictures/{name}", paint_all, (pictures_of(tree),), ("fonts",), size=size)
        yield Step(f"paper/{name}", paper, (text, SITE_URL), ("fonts",), size=size)
        yield Step(f"slides/{name}", slides, (text, SITE_URL), ("fonts", f"pictures/{name}"), size=size)
        drawn.append(f"diagrams/{name}")
    content = digest_of_files(ROOT, [file for folder in CONTENT for file in files_in(folder)])
    yield Step("paper", shared_paper, (content, SITE_URL), ("fonts",), size=10**6)
    pages = digest_of_files(ROOT, [*files_in("docs"), ROOT / "mkdocs.yml"])
    yield Step("pages", generate, (content, pages, addresses()), tuple(drawn), size=10**9)
    if zensical:
        yield Step("zensical", generate_with_zensical, (content, pages, addresses()), tuple(drawn), size=10**9)


def read_tree(text: str) -> Compiled:
    """A tree as it travels."""
    return decode(Compiled, json.loads(text))


def tree_files(text: str, address: str, _assets: str) -> dict[str, bytes]:
    """A tree for the browser, as text to read, and as pages of its own."""
    tree = read_tree(text)
    lean = replace(tree, tree=replace(tree.tree, cases=()))  # a page does not need the cases
    data = json.dumps(encode(lean), ensure_ascii=False, separators=(",", ":"))
    return {
        f"trees/{tree.id}.json": data.encode(),
        # With a mark at the start, a browser reads the text right whatever a server says of it.
        f"trees/{tree.id}.txt": tree_text(tree).encode("utf-8-sig"),
        **bare_pages(tree, address),
    }


def paper(text: str, _address: str) -> dict[str, bytes]:
    return print_tree(read_tree(text))


def slides(text: str, _address: str) -> dict[str, bytes]:
    tree = read_tree(text)
    return {f"slides/{tree.id}.pptx": presentation(deck_of(tree), Colours())}


def shared_paper(_content: str, _address: str) -> dict[str, bytes]:
    library = project().library
    return print_shared(library, compiled(TREE) if TREE in library.trees else None)


def vendor() -> dict[str, bytes]:
    """Libraries that pages load as they are."""
    code = ROOT / "node_modules/qrcode-generator/dist/qrcode.mjs"
    return {"vendor/qrcode.js": code.read_bytes()}
