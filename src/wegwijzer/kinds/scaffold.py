"""What `wegwijzer new` works out for who says only a name."""

from __future__ import annotations

from wegwijzer.kinds.kind import KINDS
from wegwijzer.model import Tree


def next_review(day: str) -> str:
    """When what is written on this day must be looked at again: a year later."""
    return f"{int(day[:4]) + 1}{day[4:7]}-01"


def title_of(name: str) -> str:
    """A title made from an id: `boze-buur` → Boze buur."""
    return name.replace("-", " ").replace("_", " ").strip().capitalize()


def page_of(tree: str) -> str:
    """The file of the page that shows a tree."""
    return f"docs/{KINDS.by_record[Tree].page.format(tree).rstrip('/')}.md"
