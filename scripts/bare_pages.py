"""Pages of trees without a site around them: /embed/<tree>/ and /assets/offline/<tree>.html. Used by finish_site.py."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from address import SITE_URL
from macros.project import project
from macros.tree import compiled
from wegwijzer.compiled import Compiled
from wegwijzer.render.bare import embed_page, offline_page

IMPORT = re.compile(r'^import \{ (?P<names>[\w, ]+) \} from "\./(?P<file>[\w-]+\.js)";$\n', re.MULTILINE)
FONT_FACE = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
FONT_FILE = re.compile(r'url\("(?P<name>[^"]+)"\)')
WITHOUT_PYTHON = "const engine = { onRequestOnly: () => false, start() {}, whenReady() {} };\n"
"""What stands in for engine.js in one file without Pyodide: the links of the static version lead all the way."""


def trees() -> list[Compiled]:
    return [compiled(name) for name in project().library.trees]


def write_embeds(site: Path, trees: list[Compiled]) -> None:
    """The pages to show in an iframe. They get their policy like any page, so call this before that."""
    for tree in trees:
        place = site / "embed" / tree.id / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(embed_page(tree), encoding="utf-8")


def write_offline(site: Path, trees: list[Compiled]) -> None:
    """One file a tree that works by double click. They bring their own policy."""
    assets = site / "assets"
    style = "\n".join((assets / name).read_text(encoding="utf-8") for name in ("wegwijzer.css", "bare.css"))
    style = with_letter(assets / "letters.css") + style
    script = classic(assets / "wizard.js")
    (assets / "offline").mkdir(exist_ok=True)
    for tree in trees:
        page = offline_page(tree, style=style, script=script, site=SITE_URL)
        (assets / "offline" / f"{tree.id}.html").write_text(page, encoding="utf-8")


def with_letter(sheet: Path) -> str:
    """The style sheet of the letters with the one that most text needs in it; the others stay behind."""

    def kept(face: re.Match[str]) -> str:
        if not (file := FONT_FILE.search(face[0])):
            return face[0]
        if "latin-wght-normal" not in file["name"]:
            return ""
        data = base64.b64encode((sheet.parent / file["name"]).read_bytes()).decode()
        return face[0].replace(file["name"], f"data:font/woff2;base64,{data}")

    return FONT_FACE.sub(kept, sheet.read_text(encoding="utf-8"))


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
