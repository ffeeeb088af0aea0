"""Old addresses of nodes that a decision took away: they lead on to what takes the place of those."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wegwijzer.load.moved import Moved
from wegwijzer.pages.project import own, project
from wegwijzer.pages.tree import gone
from wegwijzer.render import addresses


def led_on(site: Path, moved: list[Moved]) -> list[Moved]:
    """What moved in the project, with its goals as they are now, and what is gone where the site is published; `site` has the pages."""
    if own() is None:
        return moved
    instead = {
        f"{tree}-{name}": f"{tree}-{goal}" for tree in project().library.trees for name, goal in gone(tree).items()
    }
    parts = ((each, *each.goal) for each in moved)
    kept = [replace(each, new=f"{page}#{instead[part]}") if part in instead else each for each, page, part in parts]
    there = {each.old for each in kept}
    return [*kept, *(each for each in _gone(site) if each.old not in there)]


def _gone(site: Path) -> Iterator[Moved]:
    """The places of nodes that are gone, on each page that shows the tree as steps."""
    for tree in project().library.trees:
        if not gone(tree):
            continue
        for page in sorted(site.rglob("index.html")):
            address = page.parent.relative_to(site).as_posix() + "/"
            if address == addresses.map_page(tree) or f' id="{tree}-' not in (html := page.read_text(encoding="utf-8")):
                continue
            for name, goal in gone(tree).items():
                if f' id="{tree}-{goal}"' in html and f' id="{tree}-{name}"' not in html:
                    yield Moved(f"{address}#{tree}-{name}", f"{address}#{tree}-{goal}")
