"""Where the content of every source went: which pages name each of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.markdown import Page
from wegwijzer.load import LoadedFile


def coverage(files: Iterable[LoadedFile]) -> dict[str, list[str]]:
    """Source or part → the pages (paths from the root of the site) that build on it, in order of path."""
    found: dict[str, set[str]] = {}
    for file in files:
        page = page_of(file)
        if page is None:
            continue
        for name in file.cites:
            found.setdefault(name, set()).add(page)
    return {name: sorted(pages) for name, pages in sorted(found.items())}


def page_of(file: LoadedFile) -> str | None:
    """The page on which a file's content stands; None when it has no page."""
    if file.kind is Page:
        parts = file.path.with_suffix("").parts
        if "docs" not in parts:
            return None
        inside = parts[parts.index("docs") + 1 :]
        inside = inside[:-1] if inside[-1] == "index" else inside
        return "".join(f"{part}/" for part in inside)
    kind = KINDS.by_record.get(file.kind)
    return kind.page.format(file.name) or None if kind else None
