"""Inside somebody's own site: what wizards need is made when their generator starts, and put beside the pages it makes.

Their generator says where their pages stand and how their site is called; a note keeps that for `wegwijzer add`. A page of
theirs without a block of ours loads nothing of ours.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wegwijzer.kinds.settings import SETTINGS, SettingsError
from wegwijzer.locale import say
from wegwijzer.locale.catalogue import languages
from wegwijzer.pages.guide import CLASSIC, SCRIPTS, Loads
from wegwijzer.site.styles import extra_sheets
from wegwijzer.workplace import assume, build_in, built, root

MADE = "WEGWIJZER_BUILDS"
"""In the environment while `wegwijzer build` runs a generator: then there is nothing left to make."""
APART = ".wegwijzer"
"""The folder in which everything is made, in the folder of the project."""
STYLES = ("wegwijzer", "trainers")
PLAIN = "plain"
"""The sheet for a theme that knows nothing of the classes and colours of Material."""
MATERIAL = "material"
_AT_WORK = threading.Lock()
_made: dict[str, Any] = {}


@dataclass(frozen=True)
class Theirs:
    """What a generator says of its site: `docs` is the folder with pages; in `folders` each page is a folder."""

    docs: Path
    name: str
    language: str
    address: str
    folders: bool


def theirs(settings: MutableMapping[str, Any], project: Path) -> Theirs:
    """What the settings of MkDocs or Zensical say; `project` is the folder in which they stand."""
    theme = settings["theme"]
    code = str(theme.get("language") or theme.get("locale") or "")[:2].lower()
    return Theirs(
        docs=project / (settings.get("docs_dir") or "docs"),
        name=settings.get("site_name") or "",
        language=code if code in languages() else "",
        address=_address(settings),
        folders=bool(settings.get("use_directory_urls", True)),
    )


def _address(settings: MutableMapping[str, Any]) -> str:
    """The address of the site: `mkdocs serve` puts that of this machine before the one in the settings."""
    written = [given["site_url"] for given in getattr(settings, "user_configs", ()) if given.get("site_url")]
    return str(written[0] if written else settings.get("site_url") or "")


def make(site: Theirs) -> None:
    """Make what pages show and load, as far as it is not there. Raises SystemExit with what is wrong with the content."""
    if os.environ.get(MADE):
        return
    with _AT_WORK:  # Zensical asks for it on every page, and for several at once
        build_in(APART)
        assume(site.name, site.language, site.address)
        seen = _state(site)
        if _made.get("from") != seen:
            _made["wrong"] = _made_anew(site)
            _made["from"] = seen
    if wrong := _made["wrong"]:
        raise SystemExit(wrong)


def _made_anew(site: Theirs) -> str:
    """Make everything; returns what is wrong with it."""
    from wegwijzer.site.build import UnbuildableError, make_beside  # noqa: PLC0415 - pages that were made need no build

    if not (root() / "trees").is_dir():
        return say("site.no_project")
    keep_apart()
    try:
        make_beside(site.docs, folders=site.folders)
    except (SettingsError, UnbuildableError) as error:
        return str(error)
    return ""


def keep_apart() -> None:
    """Make in a folder that no version control looks at."""
    build_in(APART)
    built().mkdir(exist_ok=True)
    (built() / ".gitignore").write_text("*\n", encoding="utf-8")


def watched() -> list[str]:
    """What a generator must look at besides pages, to follow changes."""
    from wegwijzer.site.steps import content  # noqa: PLC0415 - as above

    places = [root() / name for name in (*content(), SETTINGS)]
    return [str(place) for place in places if place.exists()]


def _state(site: Theirs) -> tuple[Any, ...]:
    """What tells whether something changed since it was made."""
    from wegwijzer.site.steps import written  # noqa: PLC0415 - as above

    files = {*written(), *site.docs.rglob("*.md")}
    return site, *sorted((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def add(site: Path) -> int:
    """Put what pages load into a site that a generator made. Returns the number of files.

    Raises UnfitError for a file of that site with the same name as one of ours.
    """
    if os.environ.get(MADE):
        return 0
    from wegwijzer.site.added import add_to  # noqa: PLC0415 - as above

    return add_to(built(), site)


def loads(settings: MutableMapping[str, Any]) -> Loads:
    """What a page with a block of ours must load, as far as the settings of the generator do not name it for all pages."""
    theme = settings["theme"]
    plain = "zensical" not in sys.modules and getattr(theme, "name", "") != MATERIAL
    early = CLASSIC if os.environ.get(MADE) else ()  # those stand in the head of every page of ours
    scripts = [name for needed in SCRIPTS.values() for name in needed if name not in early]
    sheets = (*STYLES, *extra_sheets(), *([PLAIN] if plain else ()))
    return Loads(
        styles=tuple(name for name in sheets if not _named(settings, "extra_css", name)),
        scripts=tuple(name for name in scripts if not _named(settings, "extra_javascript", name)),
        css="md-typeset ww-plain" if plain else "",
    )


def _named(settings: MutableMapping[str, Any], key: str, name: str) -> bool:
    listed = [one.get("path", "") if isinstance(one, dict) else str(one) for one in settings.get(key) or ()]
    return any(path.rpartition("/")[2].rpartition(".")[0] == name for path in listed)
