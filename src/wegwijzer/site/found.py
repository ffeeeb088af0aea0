"""All that the search of a site can find, in the order that decides between what is as near: wizards, then pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.utils import meta

from wegwijzer.kinds import KINDS
from wegwijzer.model import Tree
from wegwijzer.model.search import SearchFile
from wegwijzer.pages.project import project
from wegwijzer.pages.tree import compiled
from wegwijzer.publish.entries import Found, of_page, of_tree
from wegwijzer.workplace import root

WIZARD = "<wegwijzer-wizard"
ACT = 1.3
"""How much more a wizard counts than what is there to read: it says what to do."""


def everything(made: Path) -> Iterator[Found]:
    """An entry for each node, and for each section of a page that was written as Markdown; in `made` the pages stand as HTML."""
    page_of_tree = KINDS.by_record[Tree].page
    trees = {page_of_tree.format(name): name for name in project().library.trees}
    pages = [
        (address, page, (made / address / "index.html").read_text(encoding="utf-8"))
        for address, page in told(root() / "docs")
        if (made / address / "index.html").is_file()
    ]
    for address, page, html in sorted(pages, key=lambda each: WIZARD not in each[2]):
        search = page.get("search") or {}
        if search.get("exclude"):
            continue
        weight = search.get("boost", 1) * (ACT if WIZARD in html else 1)
        sections = of_page(html, address, page.get("tags") or (), weight)
        if address in trees:
            yield next(sections)
            yield from of_tree(compiled(trees[address]), address, weight)
        else:
            yield from sections


def found_in(made: Path) -> list[Found]:
    """All of that, for another process to look for."""
    return list(everything(made))


def told(docs: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Address of a page → what it says of itself above its text."""
    for file in sorted(docs.rglob("*.md")):
        path = file.relative_to(docs).with_suffix("").as_posix()
        page = path.removesuffix("index").rstrip("/")
        yield page and f"{page}/", meta.get_data(file.read_text(encoding="utf-8"))[1]


def synonyms() -> list[tuple[str, ...]]:
    """The words that mean the same, as the project lists them."""
    listed = project().library.file(SearchFile)
    return [group.words for group in listed.synonyms] if listed else []
