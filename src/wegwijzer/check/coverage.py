"""Where the content of every source went: which pages, trees and frames name each of its parts."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.kinds.guide import Frame
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.references import source_refs
from wegwijzer.load import LoadedFile
from wegwijzer.model import SourcesFile, Tree

DATA_PAGES = {
    "contacts": "organisaties/#contacten",
    "contradictions": "over/verschillen/",
    "exercises": "oefeningen/",
    "glossary": "begrippen/",
    "meeting": "gids/ontmoeting/",
    "organisations": "organisaties/",
    "practices": "gids/",
    "publications": "publicaties/",
    "steps": "over/bijdragen/",
    "three-r": "drie-r/",
    "values": "basis/waarden/",
}
"""The page that shows what a data file holds."""


def coverage(files: Iterable[LoadedFile]) -> dict[str, list[str]]:
    """Source or part → the pages (paths from the root of the site) that build on it, in order of path."""
    found: dict[str, set[str]] = {}
    for file in files:
        page = page_of(file)
        if page is None or file.record is None:
            continue
        for _, ref in source_refs(file.record):
            found.setdefault(ref.part or ref.id, set()).add(page)
    return {name: sorted(pages) for name, pages in sorted(found.items())}


def page_of(file: LoadedFile) -> str | None:
    """The page on which a file's content stands; None when it has no page."""
    if file.kind is Tree:
        return f"keuzehulp/{file.name}/"
    if file.kind is Frame:
        return f"frames/{file.name}/"
    if file.kind is Page:
        parts = file.path.with_suffix("").parts
        if "docs" not in parts:
            return None
        inside = parts[parts.index("docs") + 1 :]
        inside = inside[:-1] if inside[-1] == "index" else inside
        return "".join(f"{part}/" for part in inside)
    return None if file.kind is SourcesFile else DATA_PAGES.get(file.name)
