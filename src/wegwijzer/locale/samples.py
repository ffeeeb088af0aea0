"""A small tree that is right, with comments for who never wrote one, and its page: what `wegwijzer new` writes."""

from __future__ import annotations

import json
import re

from wegwijzer.locale.catalogue import document

MARKS = re.compile(r"[\\`*_{}\[\]#>]")
"""What Markdown or a macro gives a meaning anywhere in a line."""


def new_tree(title: str, review: str) -> str:
    """The text of a new tree with this title, to be reviewed by that date."""
    return document("new-tree.yml").format(title=json.dumps(title, ensure_ascii=False), review=review)


def new_page(title: str, name: str) -> str:
    """The text of the page of a tree."""
    return f'# {in_markdown(title)}\n\n{{{{ wizard("{name}") }}}}\n'


def in_markdown(text: str) -> str:
    """A text as Markdown shows it letter for letter."""
    return MARKS.sub(r"\\\g<0>", text)
