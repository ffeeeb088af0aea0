"""Where a reader can change what a page shows: of a text from YAML its line, of a page of the guide its Markdown."""

from __future__ import annotations

from typing import Any

from wegwijzer.kinds import KINDS
from wegwijzer.pages.project import places, site
from wegwijzer.render.markup import SITE_ROOT
from wegwijzer.workplace import root


def record_url(record: Any, way: str = SITE_ROOT) -> str:
    """The address where the text of a record can be changed, or nothing. `way` leads to the root of the site."""
    if not site().source_url:  # nothing has to be looked up
        return ""
    if not (found := places().get(id(record))):
        return ""
    file, where = found
    name = file.path.relative_to(root()).as_posix()
    return _from(way, site().improve(name, file.place(where)[0], where))


def page_url(page: str, way: str = SITE_ROOT) -> str:
    """The address where a page can be changed, or nothing. `page` is its path under docs/, `way` as above."""
    folder, _, name = page.rpartition("/")
    shown = f"{own_pages().get(folder)}/{name.removesuffix('.md')}.yml"
    return _from(way, site().improve(shown if (root() / shown).is_file() else f"docs/{page}", 1))


def _from(way: str, url: str) -> str:
    return way + url.removeprefix(SITE_ROOT) if url.startswith(SITE_ROOT) else url


def own_pages() -> dict[str, str]:
    """Folder under docs/ whose pages only show one YAML file → the folder of that file."""
    return {kind.page.partition("/")[0]: kind.folder for kind in KINDS.with_a_file_each()}
