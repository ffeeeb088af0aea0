"""Packages with kinds and rules of their own, which a project names in `wegwijzer.toml`. A process works for one project.

An extension is a package. It may have a module `kinds` (`KINDS`, and `ADDRESSES`: where the site shows what the kit knows), a
folder `rules` with a rule a module, a module `formats` (`FORMATS`: what a reader takes along) and a module `site` (what pages can
ask for; see `wegwijzer.pages.offered`). An installed package may go by another name: the name of its entry point in the group
`wegwijzer.extensions`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.locale import language, say, use_words_of
from wegwijzer.locale.catalogue import languages

GROUP = "wegwijzer.extensions"
_used: dict[str, None] = {}


class ExtensionError(Exception):
    """The package cannot be used; the message says why."""


def use(name: str) -> None:
    """Let the kinds and the rules of a package count.

    Raises ExtensionError when it is not there, or has words and none of them in the language of the project.
    """
    package = package_of(name)
    if package in _used:
        return
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None or spec.submodule_search_locations is None:
        raise ExtensionError(say("settings.no_package", name=name))
    spoken = languages(package)
    if spoken and language() not in spoken:
        raise ExtensionError(say("settings.no_words", name=name, language=language(), languages=", ".join(spoken)))
    _used[package] = None
    use_words_of(package)
    KINDS.use(*offered_by(package, "kinds", "KINDS"))
    KINDS.show(dict(offered_by(package, "kinds", "ADDRESSES")))


def package_of(name: str) -> str:
    """The package that a name in the settings means: what an entry point of that name says, else the name itself."""
    found = entry_points(group=GROUP, name=name)
    return next(iter(found)).value if found else name


def extensions() -> tuple[str, ...]:
    """The names of the packages in use, in the order in which they came."""
    return tuple(_used)


def offered(module: str, what: str) -> list[Any]:
    """What every package in use has under a name in one of its modules, in the order in which they came."""
    return [found for name in _used if (found := offered_by(name, module, what))]


def offered_by(name: str, module: str, what: str) -> Any:
    """What a package has under a name in a module of it; nothing when it has no such module."""
    return getattr(import_module(f"{name}.{module}"), what, ()) if find_spec(f"{name}.{module}") else ()
