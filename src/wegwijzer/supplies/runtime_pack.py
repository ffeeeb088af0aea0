"""Runs inside Pyodide (see runtime.mjs): uses the engine as a page would, then packs what was imported.

In: `trees`, the compiled trees as JSON texts, and `language`, the code of the language that the page speaks. Out: `archive`
(what a page loads at once) and those in `later` (what it loads when a reader asks, by name), bytes of zip archives, uncompressed so that
the server's compression sees through them, `listing` (the modules in the first) and `builtin` (those that have no file of their own name).
"""
# ruff: noqa: F821 - `trees` and `language` are set by runtime.mjs

import json
import sys
import zlib
from binascii import b2a_base64
from importlib import import_module

sys.path += ["/lib/engine.whl", "/lib/libraries.zip"]

import traceback  # noqa: F401 - what Pyodide needs to report an error

import _prepared

from wegwijzer.browser import handle
from wegwijzer.formats import FORMATS
from wegwijzer.locale import speak

trees: list[str]
language: str
LIBRARIES = "/lib/libraries.zip"
PREFIXES = ("/lib/engine.whl", LIBRARIES, next(path for path in sys.path if path.endswith(".zip")))


def use_the_engine() -> None:
    """Load every tree, walk a few steps, and meet an answer that is not possible."""
    for text in trees:
        tree = json.loads(text)["id"]
        handle(f'{{"do":"load","tree":{text}}}')
        state = json.loads(
            handle(json.dumps({"do": "open", "tree": tree, "fragment": f"{tree}-bestaat-niet;x.y;00000000"}))
        )
        handle(json.dumps({"do": "answer", "tree": tree, "fragment": state["fragment"], "node": "x", "answer": "y"}))


def help_who_doubts() -> None:
    """What holds in any case, and why an advice came."""
    tree = json.loads(trees[0])["id"]
    handle(json.dumps({"do": "doubt", "tree": tree, "fragment": ""}))


def make_documents() -> None:
    """Make one of each format."""
    tree = json.loads(trees[0])["id"]
    for form in FORMATS:
        handle(json.dumps({"do": "take", "tree": tree, "fragment": "", "as": form.id, "case": {}}))


def read_a_file() -> None:
    """Read one that is right, write it, and read one with something wrong in it."""
    for text in (b"name: Voorbeeld\nchoices: {}\n", b"name: [\n", b'name: "\\x"\nchoices:\n  a.b: c\n'):
        handle(json.dumps({"do": "read", "file": b2a_base64(text).decode()}))
    handle(json.dumps({"do": "write", "choices": {}, "rest": "", "name": "Voorbeeld"}))


def draw_a_tree() -> None:
    """Ask what there is to draw, finish it, and make a picture of it."""
    tree = json.loads(trees[0])["id"]
    svg = (
        '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg"><g id="x"><title>x</title><g class="node">'
        '<a><path d="M0,0 9,9"/><text font-size="9">1</text></a></g></g></svg>'
    )
    for more in (
        {},
        {"sheets": [{"title": "x", "place": "x", "svgs": [svg]}]},
        {"picture": svg, "style": "", "shapes": {}},
    ):
        handle(json.dumps({"do": "draw", "tree": tree, **more}))


def work_on_texts() -> None:
    """Read a small project with something wrong in it, and say what. All rules and all that changes texts come along."""
    from pkgutil import walk_packages  # noqa: PLC0415 - not before it is asked for

    from wegwijzer import language as measures  # noqa: PLC0415 - as above
    from wegwijzer import workbench  # noqa: PLC0415 - as above
    from wegwijzer.locale.samples import new_tree  # noqa: PLC0415 - as above

    tree = new_tree("Voorbeeld", "2000-01-01")
    files = {
        "wegwijzer.toml": f'language = "{language}"\n',
        "trees/voorbeeld.yml": tree,
        "data/safety.yml": "numbers: {}\n",
        "docs/index.md": "# X\n\n/// details | X\n<b>x</b> [x](https://example.org)\n///\n",
    }
    handle(json.dumps({"do": "work", "what": "project", "files": files}))
    for text in (tree, tree.replace("title:", "titel:"), "title: [\n"):
        for what in ({"what": "put", "text": text}, {"what": "check", "where": []}, {"what": "prove", "whole": True}):
            handle(json.dumps({"do": "work", "path": "trees/voorbeeld.yml", **what}))
    handle(json.dumps({"do": "work", "what": "compare"}))
    for form in ("patch", "zip", "mail"):
        made = json.loads(handle(json.dumps({"do": "work", "what": "proposal", "as": form})))
        file = made.get("base64") or b2a_base64(made["text"].encode()).decode()
        handle(json.dumps({"do": "work", "what": "receive", "file": file}))
    for name in ("encodings.utf_8_sig", f"wegwijzer.locale.{language}.messages"):
        import_module(name)  # another part asked for it, and what it gave is still remembered
    for package in (workbench, import_module(f"{measures.__name__}.{language}")):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)


def forget(modules: dict[str, str]) -> None:
    """Let these be imported again by what needs them too."""
    for name, file in modules.items():
        if file.startswith(PREFIXES):
            del sys.modules[name]


LATER = {
    "yaml": read_a_file,
    "draw": draw_a_tree,
    "doubt": help_who_doubts,
    "take": make_documents,
    "work": work_on_texts,
}
"""What a page does only when a reader asks, by the archive that it loads then. What two of them need is in both."""


def sources() -> dict[str, str]:
    """The modules imported by now, with their files."""
    return {name: getattr(module, "__file__", None) or "" for name, module in sorted(sys.modules.items())}


speak(language)
use_the_engine()
prepared = {zlib.crc32(text.encode()): text for text in _prepared.SEEN}
imported = sources()
added: dict[str, dict[str, str]] = {}
for part, use in LATER.items():
    use()
    added[part] = {name: file for name, file in sources().items() if name not in imported}
    forget(added[part])

import io  # noqa: E402 - what follows packs, and must not be packed itself
import marshal  # noqa: E402
import zipfile  # noqa: E402
from importlib._bootstrap_external import (  # type: ignore[attr-defined]  # private, and so in no stub  # noqa: E402
    _code_to_timestamp_pyc,
)

written = {
    key: marshal.dumps(compile(text, "<dataclass>", "exec", dont_inherit=True, optimize=2))
    for key, text in prepared.items()
}


def packed(modules: dict[str, str]) -> tuple[bytes, list[str]]:
    """The bytecode of these modules, as far as their files lie in our archives, as one zip, and their names."""
    buffer, names = io.BytesIO(), []
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for prefix in PREFIXES:
            inside = {
                file[len(prefix) + 1 :] for file in modules.values() if file.startswith(prefix) and file.endswith(".py")
            }
            with zipfile.ZipFile(prefix) as full:
                for name in full.namelist() if prefix == LIBRARIES else ():  # what a library reads beside its modules
                    if not name.endswith(".py") and f"{name.partition('/')[0]}/__init__.py" in inside:
                        archive.writestr(zipfile.ZipInfo(name), full.read(name))
                for name in sorted(inside):
                    source = full.read(name)
                    if name == "_prepared.py":
                        source = source.replace(b"CODE: dict[int, bytes] = {}", f"CODE = {written}".encode())
                    if name == "wegwijzer/locale/default.py":
                        source = f'LANGUAGE = "{language}"'.encode()
                    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
                    archive.writestr(zipfile.ZipInfo(name + "c"), bytes(_code_to_timestamp_pyc(code)))
                    names.append(name)
    return buffer.getvalue(), names


archive, names = packed(imported)
later = {part: packed(modules)[0] for part, modules in added.items()}
listing = "\n".join(names)
everything = imported | {name: file for modules in added.values() for name, file in modules.items()}
fileless = {
    name
    for name, file in everything.items()
    if not file.removesuffix(".py").removesuffix("/__init__").endswith("/" + name.replace(".", "/"))
}
builtin = "\n".join(sorted({*sys.builtin_module_names, *fileless}))
