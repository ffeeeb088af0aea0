"""Pages of trees without a site around them: /embed/<tree>/ and /assets/offline/<tree>.html. Used by finish_site.py."""

from __future__ import annotations

import re
from pathlib import Path

from address import SITE_URL
from publish.links import guard_links
from wegwijzer.compiled import Compiled, compile_tree
from wegwijzer.load import load_paths
from wegwijzer.render.bare import embed_page, offline_page

ROOT = Path(__file__).resolve().parent.parent
IMPORT = re.compile(r'^import \{ (?P<names>[\w, ]+) \} from "\./(?P<file>[\w-]+\.js)";$\n', re.MULTILINE)
WITHOUT_PYTHON = "const engine = { onRequestOnly: () => false, start() {}, whenReady() {} };\n"
"""What stands in for engine.js in one file without Pyodide: the links of the static version lead all the way."""


def trees() -> list[Compiled]:
    library = load_paths([ROOT]).library
    return [compile_tree(name, library) for name in library.trees]


def write_embeds(site: Path, compiled: list[Compiled]) -> None:
    """The pages to show in an iframe. They get their policy like any page, so call this before that."""
    for tree in compiled:
        place = site / "embed" / tree.id / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(embed_page(tree), encoding="utf-8")


def write_offline(site: Path, compiled: list[Compiled]) -> None:
    """One file a tree that works by double click. They bring their own policy."""
    assets = site / "assets"
    style = "\n".join((assets / name).read_text(encoding="utf-8") for name in ("wegwijzer.css", "bare.css"))
    script = classic(assets / "wizard.js")
    (assets / "offline").mkdir(exist_ok=True)
    for tree in compiled:
        page = offline_page(tree, style=style, script=script, site=SITE_URL)
        (assets / "offline" / f"{tree.id}.html").write_text(guard_links(page, "file:"), encoding="utf-8")


def classic(module: Path) -> str:
    """The script of the wizard as one classic script: modules from a disk are refused by browsers."""
    source = module.read_text(encoding="utf-8")
    imported = IMPORT.findall(source)
    source = IMPORT.sub("", source)
    if [file for _, file in imported] != ["engine.js"] or re.search(
        r"^(import|export)\b|import\.meta", source, re.MULTILINE
    ):
        raise SystemExit(f"{module.name} laadt meer dan engine.js: pas scripts/bare_pages.py aan")
    return "(() => {\n" + WITHOUT_PYTHON + source + "})();\n"
