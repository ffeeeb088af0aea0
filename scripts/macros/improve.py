"""Where a reader can change what a page shows: of a text from YAML its line, of a page of the guide its Markdown."""

from __future__ import annotations

from typing import Any

from macros.project import ROOT, places
from wegwijzer.kinds import KINDS
from wegwijzer.render.site import Site

OWN_PAGES = {kind.page.partition("/")[0]: kind.folder for kind in KINDS.with_a_file_each()}
"""Folder under docs/ whose pages only show one YAML file → the folder of that file."""


def site_of(settings: Any) -> Site:
    """What `extra` in mkdocs.yml says about the site: `source_url` and `contact`, both optional."""
    extra = settings.get("extra") or {}
    return Site(source_url=extra.get("source_url") or "", contact=extra.get("contact") or "")


def record_url(site: Site, record: Any) -> str:
    """The address where the text of a record can be changed, or nothing."""
    if not site.source_url:  # most builds: nothing has to be looked up
        return ""
    file, line = places().get(id(record), ("", 0))
    return site.improve(file, line) if file else ""


def page_url(site: Site, page: str) -> str:
    """The address where a page can be changed, or nothing. `page` is its path under docs/."""
    folder, _, name = page.rpartition("/")
    shown = f"{OWN_PAGES.get(folder)}/{name.removesuffix('.md')}.yml"
    return site.improve(shown if (ROOT / shown).is_file() else f"docs/{page}", 1)
