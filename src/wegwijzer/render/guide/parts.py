"""The pieces that every block of the guide is made of: texts, sources, lists, cards, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import SourceRef
from wegwijzer.model.text import fill_in
from wegwijzer.render import addresses
from wegwijzer.render.markup import inline


@dataclass(frozen=True)
class PlaceOnSite:
    """Where a block will stand: the library it draws on, and the way from there to the root of the site.

    `improve` gives the address where the text of a record can be changed, or nothing.
    """

    library: Library
    root: str
    improve: Callable[[Any], str] = lambda _: ""

    def text(self, text: str) -> str:
        """A text of YAML as HTML; a local choice in it shows what holds as long as nothing is chosen."""
        return inline(fill_in(text, self._default, tuple(self.library.policy_trees())), self.root)

    def _default(self, name: str) -> str:
        question = self.library.policy(name)
        if question is None or question.default is None:
            return f"[{name}]"
        chosen = self.library.answers(question).get(question.default)
        return (chosen.text if chosen else None) or question.default

    def link(self, path: str, label: str, css: str = "") -> str:
        """A link to a place in the site, by its path from the root."""
        extra = f' class="{css}"' if css else ""
        return f'<a{extra} href="{escape(self.root + path)}">{escape(label)}</a>'

    def choice(self, name: str) -> str:
        """A link to a local choice, by its name `beleid.vraag`."""
        tree, _, node = name.partition(".")
        question = self.library.policy(name)
        label = (question.text if question else None) or name
        return self.link(addresses.tree_page(tree, node), label)

    def named(self, record: type, name: str) -> str:
        """A link to something by its name; `record` is the type of which it is one."""
        found = self.library.of(record).get(name)
        return self.link(_address(record, name), getattr(found, KINDS.listed[record].called) if found else name)

    def place(self, record: type, name: str) -> str:
        """Where this page finds something by its name."""
        return self.root + _address(record, name)

    def sources(self, record: Any) -> str:
        """One small line with the sources of a record, and where its text can be changed."""
        titles = list(dict.fromkeys(cited_title(ref, self.library) for ref in record.sources))
        if not titles:
            return ""
        url = self.improve(record)
        change = f' · <a href="{escape(url)}" rel="noreferrer">{escape(say("node.improve"))}</a>' if url else ""
        return f'<p class="ww-from">{escape(say("guide.sources"))}: {"; ".join(map(escape, titles))}{change}</p>'


def cited_title(ref: SourceRef, library: Library) -> str:
    """A source and the place in it, in words."""
    part = library.parts.get(ref.part or ref.id)
    source_id = part.source if part and not ref.part else ref.id
    source = library.sources.get(source_id)
    place = part.title if part else ref.part
    title = (source.short or source.title) if source else ref.id
    return f"{title}, {place}" if place else title


def bullets(items: Iterable[str], css: str = "", *, tag: str = "ul") -> str:
    """A list of pieces of HTML; nothing when there are none."""
    lines = "\n".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}{f' class={chr(34)}{css}{chr(34)}' if css else ''}>\n{lines}\n</{tag}>" if lines else ""


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]], css: str = "") -> str:
    """A table of pieces of HTML; the first cell of a row is its heading, and `head` is plain text, escaped.

    In a small window the style puts the cells below each other; each therefore holds the heading of its column.
    """
    head = tuple(head)
    header = "".join(f'<th scope="col">{cell}</th>' if cell else "<td></td>" for cell in head)
    body = "\n".join(f"<tr>{''.join(_cells(row, head))}</tr>" for row in rows)
    return (
        f'<div class="ww-scroll ww-wide" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="ww-table {css}"><caption>{escape(caption)}</caption>\n'
        f"<thead><tr>{header}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _cells(row: Iterable[str], head: Sequence[str]) -> Iterator[str]:
    for index, (cell, column) in enumerate(zip(row, head, strict=True)):
        yield f'<td data-head="{column}">{cell}</td>' if index else f'<th scope="row">{cell}</th>'


def block(*parts: str) -> str:
    """Pieces of HTML as one block that Markdown leaves alone."""
    return '<div class="ww-guide">\n' + "\n".join(filter(None, parts)) + "\n</div>"


def _address(record: type, name: str) -> str:
    """Where the site shows something by its name; `record` is the type of which it is one."""
    return KINDS.listed[record].address.format(name)
