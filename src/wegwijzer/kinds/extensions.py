"""Packages with kinds and rules of their own, which a project names in `wegwijzer.toml`. A process works for one project.

An extension is a package with a module `kinds` that has `KINDS`, a folder `rules` with a rule a module, or both. `ADDRESSES` in
`kinds` says where the site shows what the kit knows.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.locale import language, say, use_words_of
from wegwijzer.locale.catalogue import languages

_used: dict[str, None] = {}


class ExtensionError(Exception):
    """The package cannot be used; the message says why."""


def use(name: str) -> None:
    """Let the kinds and the rules of a package count.

    Raises ExtensionError when it is not there, or has words and none of them in the language of the project.
    """
    if name in _used:
        return
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.submodule_search_locations is None:
        raise ExtensionError(say("settings.no_package", name=name))
    spoken = languages(name)
    if spoken and language() not in spoken:
        raise ExtensionError(say("settings.no_words", name=name, language=language(), languages=", ".join(spoken)))
    _used[name] = None
    use_words_of(name)
    KINDS.use(*_offered(name, "KINDS"))
    KINDS.show(dict(_offered(name, "ADDRESSES")))


def extensions() -> tuple[str, ...]:
    """The names of the packages in use, in the order in which they came."""
    return tuple(_used)


def _offered(name: str, what: str) -> tuple[Any, ...]:
    """What a package says of kinds; nothing when it has no such module."""
    return getattr(import_module(f"{name}.kinds"), what, ()) if find_spec(f"{name}.kinds") else ()
