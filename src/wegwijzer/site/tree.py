"""A tree for the wizard in its page, as text to read, and as pages without a site around them."""

from __future__ import annotations

import base64
import re

from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.travel import unpacked
from wegwijzer.icons import OWN
from wegwijzer.locale import say
from wegwijzer.publish.lean import lean
from wegwijzer.publish.links import guard_links
from wegwijzer.render import addresses
from wegwijzer.render.bare import embed_page, offline_page
from wegwijzer.render.site import Site
from wegwijzer.render.text_page import text_page
from wegwijzer.render.tree_files import tree_files
from wegwijzer.site.styles import icons_in_html, sheet
from wegwijzer.workplace import KIT, built

ASSETS = KIT / "assets"
IMPORT = re.compile(r'^import \{ (?P<names>[\w, ]+) \} from "\./(?P<file>[\w-]+\.js)";$\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:class|const|function) (?P<name>\w+))", re.MULTILINE)
LEFT = re.compile(r"^(?:import|export)\b|import\.meta", re.MULTILINE)
FONT_FACE = re.compile(r"@font-face \{.*?\}\n", re.DOTALL)
FONT_FILE = re.compile(r'url\("fonts/(?P<name>[^"]+)"\)')
WITHOUT_PYTHON = "const engine = { onRequestOnly: () => false, start() {}, whenReady() {} };\n"
"""What stands in for engine.js in one file without Pyodide: the links of the static version lead all the way."""


def files_of_tree(text: str, outside: tuple[str, ...], _assets: str, improve: tuple[str, str]) -> dict[str, bytes]:
    """What the site has of a tree besides its page, as files. `outside` is what decides of them besides (see workplace),
    `_assets` a digest of the styles and scripts that are read here, `improve` where a reader can improve a text and tell of an error.
    """
    tree = unpacked(text)
    return {
        **beside_page(tree),
        **bare_pages(tree, outside[0], Site(*improve)),
    }


def beside_page(tree: Compiled) -> dict[str, bytes]:
    """What stands beside the page of a tree: what its wizard loads, and its text."""
    return {f"trees/{name}": content for name, content in tree_files(tree).items()}


def bare_pages(tree: Compiled, site: str, told: Site) -> dict[str, bytes]:
    """A page with the whole text, one to show in an iframe, and one file that works by double click. The pages get their policy
    like any page; the file brings its own.
    """
    embedded = embed_page(tree)
    icons = {*OWN, *icons_in_html(embedded)}
    style = with_letter() + "\n".join((sheet("theme"), sheet("wegwijzer", icons), _asset("bare.css")))
    offline = offline_page(tree, style=style, script=lean(_asset("until.js")) + classic("wizard.js"), site=site)
    return {
        f"bare/{addresses.text_page(tree.id)}index.html": text_page(tree, told).encode(),
        f"bare/embed/{tree.id}/index.html": embedded.encode(),
        f"bare/assets/offline/{tree.id}.html": guard_links(offline, "file:").encode(),
    }


def with_letter() -> str:
    """The style sheet of the letters with the one that most text needs in it; the others stay behind."""

    def kept(face: re.Match[str]) -> str:
        if not (file := FONT_FILE.search(face[0])):
            return face[0]
        if "latin-wght-normal" not in file["name"]:
            return ""
        data = base64.b64encode((built() / "fonts/web" / file["name"]).read_bytes()).decode()
        return face[0].replace(f"fonts/{file['name']}", f"data:font/woff2;base64,{data}")

    return FONT_FACE.sub(kept, _asset("letters.css"))


def classic(module: str) -> str:
    """The script of the wizard as one classic script, with the modules that it imports: modules from a disk are refused
    by browsers.
    """
    parts = {"engine.js": WITHOUT_PYTHON}
    main = _script(module, parts)
    return "(() => {\n" + "".join(parts.values()) + main + "})();\n"


def _script(module: str, parts: dict[str, str]) -> str:
    """A module without its imports and exports; what it imports is added to `parts`, each with its own names inside."""
    source = lean(_asset(module))
    for imported in IMPORT.finditer(source):
        name = imported["file"]
        if name not in parts:
            inside = _script(name, parts)
            exports = ", ".join(EXPORT.findall(_asset(name)))
            parts[name] = f"const {{ {exports} }} = (() => {{\n{inside}return {{ {exports} }};\n}})();\n"
    source = EXPORT.sub("", IMPORT.sub("", source))
    if LEFT.search(source):
        raise SystemExit(say("site.not_one_file", module=module))
    return source


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
