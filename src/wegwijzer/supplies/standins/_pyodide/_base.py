"""Stands in for Pyodide's own `_pyodide._base`: its way to run source text, without syntax trees and tokens.

The worker imports one function and calls it; text is only run by Pyodide itself while it starts.
"""

from importlib import import_module


def eval_code(
    source: str, globals: dict[str, object] | None = None, locals: dict[str, object] | None = None, **_options: object
) -> object:
    """Run text of more than one line; of one line the value of what follows its last semicolon."""
    names: dict[str, object] = {} if globals is None else globals
    if "\n" in source:
        exec(source, names, locals)
        return None
    before, _, last = source.rpartition(";")
    exec(before, names, locals)
    return eval(last.strip(), names, locals)  # noqa: S307


def pyimport_impl(path: str) -> object:
    """A module, or a name in one."""
    stem, _, name = path.rpartition(".")
    if not stem:
        return import_module(path)
    module = import_module(stem)
    return getattr(module, name) if hasattr(module, name) else import_module(path)
