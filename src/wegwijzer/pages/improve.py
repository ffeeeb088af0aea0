"""Where a reader can change what a page shows: of a text from YAML its line, of a page of the guide its Markdown."""

from __future__ import annotations

from typing import Any

from wegwijzer.kinds import KINDS
from wegwijzer.pages.project import places, site
from wegwijzer.workplace import root


def record_url(record: Any) -> str:
    """The address where the text of a record can be changed, or nothing."""
    if not site().source_url:  # most builds: nothing has to be looked up
        return ""
    file, line = places().get(id(record), ("", 0))
    return site().improve(file, line) if file else ""


def page_url(page: str) -> str:
    """The address where a page can be changed, or nothing. `page` is its path under docs/."""
    folder, _, name = page.rpartition("/")
    shown = f"{own_pages().get(folder)}/{name.removesuffix('.md')}.yml"
    return site().improve(shown if (root() / shown).is_file() else f"docs/{page}", 1)


def own_pages() -> dict[str, str]:
    """Folder under docs/ whose pages only show one YAML file → the folder of that file."""
    return {kind.page.partition("/")[0]: kind.folder for kind in KINDS.with_a_file_each()}
