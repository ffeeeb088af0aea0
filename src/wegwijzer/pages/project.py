"""The project that pages are made from, read once a build."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from wegwijzer.check.rules.own import Own
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.settings import ProjectSettings, SettingsFile, follow, project_settings
from wegwijzer.kinds.statement import Statement, statement_in
from wegwijzer.load import Loaded, LoadedFile, load_local, load_paths
from wegwijzer.load.moved import MOVED, former_trees, read_moved
from wegwijzer.locale import say
from wegwijzer.model import Where, nested
from wegwijzer.model.local import Colours, LocalFile
from wegwijzer.render.element import NOTHING, Markup
from wegwijzer.render.markup import SITE_ROOT
from wegwijzer.render.site import Site
from wegwijzer.render.workbench import OPEN
from wegwijzer.workplace import built, publisher, root, show_as

_FILES: dict[Path, LoadedFile] = {}
"""The files as they were last read: one that did not change is not worked out again."""


@cache
def local() -> LoadedFile | None:
    """What somebody who publishes the site as its own says of itself, when such a file was named. Its name and colours count
    from here on.
    """
    follow(root())
    place = publisher()
    found = load_local(place, Path.cwd()) if place else None
    if found and (record := found.record):
        own = record.colours or Colours()
        show_as(record.name, *((colour or "").lstrip("#").upper() for colour in (own.main, own.second)))
    return found


def ours() -> LocalFile | None:
    """The same, as far as it can be read."""
    found = local()
    return found.record if found else None


def _followed() -> SettingsFile:
    """The settings of the project, once all that goes before them counts."""
    local()
    return follow(root())


@cache
def sources() -> Loaded:
    """Everything as people wrote it: that is what is checked."""
    _followed()
    loaded = load_paths([root()], kept=_FILES)
    _FILES.clear()
    _FILES.update({file.path: file for file in loaded.files})
    return replace(loaded, local=local())


@cache
def project() -> Loaded:
    """Everything the site is made from: what was written, with what is decided and who can be called where the site is published."""
    found = own()
    return replace(sources(), library=found.library) if found else sources()


@cache
def own() -> Own | None:
    """What somebody decided who publishes the site as its own, when such a file was named and can be read."""
    found = local()
    return Own(found.record, found.path.parent, sources()) if found and found.record else None


def decided() -> dict[str, Any]:
    """What was decided, by local choice."""
    found = own()
    return found.decided if found else {}


@cache
def settings() -> ProjectSettings:
    """What the project says of itself; errors are for who publishes."""
    found, record = project_settings(_followed()), ours()
    return replace(found, contact=record.publisher.email) if record and record.publisher else found


@cache
def statement() -> Statement:
    """What the project says of its accessibility, and who publishes it hears of barriers."""
    found, record = statement_in(_followed()), ours()
    if record and (reach := record.accessibility):
        found = replace(found, mail=reach.email or "", form=reach.form or "", phone=reach.phone or "")
    return replace(found, publisher=record.publisher.name) if record and record.publisher else found


@cache
def site() -> Site:
    """Where readers can improve a text and tell of an error, and which trees became another one."""
    former = former_trees(read_moved(root() / MOVED)[0], settings().wizards or say("address.tree"))
    pairs = " ".join(f"{old}={new}" for old, new in former.items())
    return Site(source_url=improving(), contact=settings().contact, former=pairs)


def improving() -> str:
    """Where a reader improves a text: in the workbench of the site, or where its sources stand; or nowhere. See `Site.source_url`."""
    page = settings().workbench
    return f"{SITE_ROOT}{page}#{OPEN};{{file}};{{where}}" if page else settings().source


def read_again() -> Loaded:
    """What the site is made from now; whoever asks after this gets that too."""
    for known in (local, sources, project, own, settings, statement, site, places):
        known.cache_clear()
    return project()


def drawn(name: str) -> Markup:
    """A diagram of the build as it stands in a page; nothing when there was no Graphviz to draw it.

    Raises FileNotFoundError for one that nobody knows.
    """
    place = built() / f"diagrams/{name}.svg"
    if not place.is_file() and not any(place.parent.glob("*.svg")):
        return NOTHING
    return Markup(place.read_text(encoding="utf-8"))


@cache
def places() -> dict[int, tuple[LoadedFile, Where]]:
    """Where every record stands: its identity → its file, and the keys that lead to it."""
    return {
        id(record): (file, where)
        for file in project().files
        for where, record in nested(file.record)
        if is_dataclass(record)
    }


def titles(loaded: Loaded) -> dict[str, str]:
    """Path of a page → how it is called: the first heading of a page, the title of a tree, the name of a frame."""
    found = {
        kind.page.format(name): getattr(record, register.called)
        for kind in KINDS.with_a_file_each()
        for register in kind.registers
        for name, record in loaded.library.group(register.key).items()
    }
    pages = root() / "docs"
    for file in pages.rglob("*.md"):
        path = file.relative_to(pages).with_suffix("").as_posix()
        path = f"{path.removesuffix('index').rstrip('/')}/".lstrip("/")
        heading = next((line for line in file.read_text(encoding="utf-8").splitlines() if line.startswith("# ")), "")
        if heading and path not in found:
            found[path] = heading[2:].strip()
    return found
