"""Runs inside Pyodide (see runtime.mjs): uses the engine as a page would, then packs what was imported.

In: `trees`, the compiled trees as JSON texts. Out: `stdlib` and `engine` (bytes of zip archives, uncompressed so that
the server's compression sees through them) and `listing` (the modules in them).
"""
# ruff: noqa: F821 - `trees` is set by runtime.mjs

import json
import sys
import zlib

sys.path.append("/lib/engine.whl")

import traceback  # noqa: F401 - what Pyodide needs to report an error

import _prepared

from wegwijzer.browser import handle


def use_the_engine() -> None:
    """Load every tree, walk a few steps, and meet an answer that is not possible."""
    for text in trees:
        tree = json.loads(text)["id"]
        handle(f'{{"do":"load","tree":{text}}}')
        state = json.loads(
            handle(json.dumps({"do": "open", "tree": tree, "fragment": f"{tree}-bestaat-niet;x.y;00000000"}))
        )
        handle(json.dumps({"do": "answer", "tree": tree, "fragment": state["fragment"], "step": "x", "answer": "y"}))


use_the_engine()
prepared = {zlib.crc32(text.encode()): text for text in _prepared.SEEN}
imported = {name: getattr(module, "__file__", None) or "" for name, module in sorted(sys.modules.items())}

import io  # noqa: E402 - what follows packs, and must not be packed itself
import marshal  # noqa: E402
import zipfile  # noqa: E402
from importlib._bootstrap_external import _code_to_timestamp_pyc  # noqa: E402

written = {
    key: marshal.dumps(compile(text, "<dataclass>", "exec", dont_inherit=True, optimize=2))
    for key, text in prepared.items()
}


def packed(prefixes: list[str]) -> tuple[bytes, list[str]]:
    """The bytecode of all imported modules whose file lies in these archives, as one zip, and their names."""
    buffer, names = io.BytesIO(), []
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for prefix in prefixes:
            inside = {
                file[len(prefix) + 1 :]
                for file in imported.values()
                if file.startswith(prefix) and file.endswith(".py")
            }
            with zipfile.ZipFile(prefix) as full:
                for name in sorted(inside):
                    source = full.read(name)
                    if name == "_prepared.py":
                        source = source.replace(b"CODE = {}", f"CODE = {written}".encode())
                    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
                    archive.writestr(zipfile.ZipInfo(name + "c"), bytes(_code_to_timestamp_pyc(code)))
                    names.append(name)
    return buffer.getvalue(), names


archive, names = packed(["/lib/engine.whl", next(path for path in sys.path if path.endswith(".zip"))])
listing = "\n".join(names)
