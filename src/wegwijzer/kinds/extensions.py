"""Packages with kinds, rules and formats of their own, which a project names in `wegwijzer.toml`. A process works for one project.

An extension is a package. It may have a module `kinds` (`KINDS`, and `ADDRESSES`: where the site shows what the kit knows), a
folder `rules` with a rule a module, a module `formats` (`FORMATS`: what a reader takes along) and a module `site` (what pages can
ask for; see `wegwijzer.pages.offered`). An installed package may go by another name: the name of its entry point in the group
`wegwijzer.extensions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from wegwijzer.formats import Format, add, formats
from wegwijzer.kinds.kind import KINDS, Kind
from wegwijzer.locale import DOMAINS, KIT, language, say, use_words_of, words_of
from wegwijzer.locale.catalogue import languages
from wegwijzer.problems import one_line

GROUP = "wegwijzer.extensions"
FORMAT_ID = re.compile(r"[a-z][a-z0-9-]*")
Found = TypeVar("Found")
_used: dict[str, None] = {}


class ExtensionError(Exception):
    """The package cannot be used; the message says why."""


def use(name: str) -> None:
    """Let the kinds, the formats and the rules of a package count. Nothing of it counts when something is wrong with it.

    Raises ExtensionError when it is not there or cannot be loaded, when it has words and none of them in the language of
    the project, and when a kind or a format of it is there already. Its rules are read later, by the checker.
    """
    package = package_of(name)
    if package in _used:
        return
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None or spec.submodule_search_locations is None or spec.origin is None:
        raise ExtensionError(say("settings.no_package", name=name))
    spoken = languages(package)
    if spoken and language() not in spoken:
        raise ExtensionError(say("settings.no_words", name=name, language=language(), languages=", ".join(spoken)))
    kinds, addresses, words = loading(package, lambda: _read(package))
    _only_new(name, kinds)
    more = loading(package, lambda: [*_formats(name, package, words)])
    _used[package] = None
    use_words_of(package)
    KINDS.use(*kinds)
    KINDS.show(addresses)
    add(more)


def loading(package: str, load: Callable[[], Found]) -> Found:
    """What a function gives that runs code of an extension. Raises ExtensionError for whatever goes wrong in that code."""
    try:
        return load()
    except ExtensionError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - what others write may raise anything
        told = one_line(f"{type(error).__name__}: {getattr(error, 'msg', None) or error}")
        place = _place(package, error)
        raise ExtensionError(say("settings.broken_package", name=package, place=place, error=told)) from None


def _place(package: str, error: BaseException) -> str:
    """Where in a package something went wrong, as file and line: the last of its lines that ran."""
    lines = [*_ran(error.__traceback__)]
    if isinstance(error, SyntaxError):
        lines.append((error.filename or "", error.lineno or 1))
    own = [(Path(file), line) for file, line in lines if package in Path(file).parts]
    if not own:
        return package
    file, line = own[-1]
    parts = file.parts[len(file.parts) - 1 - file.parts[::-1].index(package) :]
    return f"{'/'.join(parts)}:{line}"


def _ran(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    """The lines that ran, each as file and number. What `traceback` does is no more, and a page has it not."""
    while trace:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _read(package: str) -> tuple[tuple[Kind, ...], dict[str, str], dict[str, str]]:
    """Its kinds, where the site shows what the kit knows, and its words."""
    kinds = tuple(offered_by(package, "kinds", "KINDS"))
    words = {key: text for domain in DOMAINS for key, text in words_of(package, language(), domain).items()}
    return kinds, dict(offered_by(package, "kinds", "ADDRESSES")), words


def _only_new(name: str, kinds: tuple[Kind, ...]) -> None:
    """Raises ExtensionError for a kind, or a register of one, that goes by a name that is taken."""
    for kind in kinds:
        for other in KINDS.kinds:
            for _, taken in sorted(_claims(kind) & _claims(other)):
                by = owner(other.record.__module__)
                raise ExtensionError(say("settings.kind_taken", name=name, kind=taken, by=by))


def _claims(kind: Kind) -> set[tuple[str, str]]:
    """What can be of one kind alone: its name, its folder, and what its registers go by."""
    found = {
        ("name", kind.name),
        *(("folder", folder) for folder in [kind.folder] if not kind.single and not kind.loose),
    }
    for register in kind.registers:
        names = (
            ("key", register.key),
            ("scheme", register.scheme),
            *(("macro", name) for name in register.every_macro),
        )
        found |= {(what, name) for what, name in names if name}
    return found


def _formats(name: str, package: str, words: dict[str, str]) -> Iterator[Format]:
    """Its formats, each with its package. Raises ExtensionError for one that cannot be."""
    known = {form.id: form.home for form in formats()}
    for form in offered_by(package, "formats", "FORMATS"):
        if form.id in known:
            raise ExtensionError(say("settings.format_taken", name=name, id=form.id, by=owner(known[form.id])))
        if not FORMAT_ID.fullmatch(form.id) or f"take.{form.id}" not in words:
            raise ExtensionError(say("settings.format_no_word", name=name, id=form.id, key=f"take.{form.id}"))
        module, _, function = form.make.partition(":")
        if not callable(getattr(import_module(f"{package}.{module}"), function, None)):
            raise ExtensionError(say("settings.format_no_maker", name=name, id=form.id, make=form.make))
        known[form.id] = package
        yield replace(form, home=package)


def owner(module: str) -> str:
    """Whose a module is, as messages say it: of the kit, or of a package."""
    package = module.partition(".")[0]
    return say("settings.of_kit") if package == KIT else say("settings.of_package", name=package)


def package_of(name: str) -> str:
    """The package that a name in the settings means: what an entry point of that name says, else the name itself.

    Raises ExtensionError when two that are installed mean different packages by it.
    """
    found = sorted({point.value for point in entry_points(group=GROUP, name=name)})
    if len(found) > 1:
        raise ExtensionError(say("settings.two_packages", name=name, packages=", ".join(found)))
    return found[0] if found else name


def extensions() -> tuple[str, ...]:
    """The names of the packages in use, in the order in which they came."""
    return tuple(_used)


def folders() -> tuple[Path, ...]:
    """Where the packages in use stand, in the same order."""
    found = (find_spec(name) for name in _used)
    return tuple(Path(spec.origin).parent for spec in found if spec and spec.origin)


def offered(module: str, what: str) -> list[Any]:
    """What every package in use has under a name in one of its modules, in the order in which they came."""
    return [found for name in _used if (found := offered_by(name, module, what))]


def offered_by(name: str, module: str, what: str) -> Any:
    """What a package has under a name in a module of it; nothing when it has no such module."""
    return getattr(import_module(f"{name}.{module}"), what, ()) if find_spec(f"{name}.{module}") else ()
