"""The pieces that every block of the guide is made of: texts, sources, lists, cards, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import SourceRef
from wegwijzer.model.text import fill_in
from wegwijzer.render import addresses
from wegwijzer.render.element import NOTHING, Child, Markup, element, lines, stacked
from wegwijzer.render.markup import inline


@dataclass(frozen=True)
class PlaceOnSite:
    """Where a block will stand: the library it draws on, and the way from there to the root of the site.

    `improve` gives the address where the text of a record can be changed, or nothing.
    """

    library: Library
    root: str
    improve: Callable[[Any], str] = lambda _: ""

    def text(self, text: str) -> Markup:
        """A text of YAML as HTML; a local choice in it shows what holds as long as nothing is chosen."""
        return inline(fill_in(text, self._default, tuple(self.library.policy_trees())), self.root)

    def _default(self, name: str) -> str:
        question = self.library.policy(name)
        if question is None or question.default is None:
            return f"[{name}]"
        chosen = self.library.answers(question).get(question.default)
        return (chosen.text if chosen else None) or question.default

    def link(self, path: str, label: str, css: str = "") -> Markup:
        """A link to a place in the site, by its path from the root."""
        return element("a", {"class": css or None, "href": self.root + path}, label)

    def trees(self, names: Iterable[str]) -> list[Markup]:
        """Links to the pages of trees, by their titles; without those that the site does not have."""
        known = self.library.trees
        return [self.link(addresses.tree_page(name), known[name].title) for name in names if name in known]

    def choice(self, name: str) -> Markup:
        """A link to a local choice, by its name `beleid.vraag`."""
        tree, _, node = name.partition(".")
        question = self.library.policy(name)
        label = (question.text if question else None) or name
        return self.link(addresses.tree_page(tree, node), label)

    def named(self, record: type, name: str) -> Markup:
        """A link to something by its name; `record` is the type of which it is one."""
        found = self.library.of(record).get(name)
        return self.link(_address(record, name), getattr(found, KINDS.listed[record].called) if found else name)

    def place(self, record: type, name: str) -> str:
        """Where this page finds something by its name."""
        return self.root + _address(record, name)

    def sources(self, record: Any) -> Markup:
        """One small line with the sources of a record, and where its text can be changed."""
        titles = dict.fromkeys(cited_title(ref, self.library) for ref in record.sources)
        if not titles:
            return NOTHING
        url = self.improve(record)
        change = (" · ", element("a", {"href": url, "rel": "noreferrer"}, say("node.improve"))) if url else None
        return element("p", {"class": "ww-from"}, say("guide.sources"), ": ", "; ".join(titles), change)


def cited_title(ref: SourceRef, library: Library) -> str:
    """A source and the place in it, in words."""
    part = library.parts.get(ref.part or ref.id)
    source_id = part.source if part and not ref.part else ref.id
    source = library.sources.get(source_id)
    place = part.title if part else ref.part
    title = (source.short or source.title) if source else ref.id
    return f"{title}, {place}" if place else title


def bullets(items: Iterable[Child], css: str = "", *, tag: str = "ul") -> Markup:
    """A list; nothing when there is nothing to list."""
    listed = [element("li", item) for item in items]
    return stacked(tag, {"class": css or None}, *listed) if listed else NOTHING


def paragraph(*inside: Child, css: str = "") -> Markup:
    return element("p", {"class": css or None}, inside)


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[Child]], css: str = "") -> Markup:
    """A table; the first cell of a row is its heading.

    In a small window the style puts the cells below each other; each therefore holds the heading of its column.
    """
    head = tuple(head)
    header = (element("th", {"scope": "col"}, cell) if cell else element("td") for cell in head)
    body = (element("tr", _cells(row, head)) for row in rows)
    return element(
        "div",
        {"class": "ww-scroll ww-wide", "role": "region", "tabindex": "0", "aria-label": caption},
        element(
            "table",
            {"class": f"ww-table {css}"},
            lines(element("caption", caption), element("thead", element("tr", header)), stacked("tbody", *body)),
        ),
    )


def _cells(row: Iterable[Child], head: Sequence[str]) -> Iterator[Markup]:
    for index, (cell, column) in enumerate(zip(row, head, strict=True)):
        yield element("td", {"data-head": column}, cell) if index else element("th", {"scope": "row"}, cell)


def block(*parts: Child) -> Markup:
    """Pieces of HTML as one block that Markdown leaves alone."""
    return stacked("div", {"class": "ww-guide"}, *parts)


def _address(record: type, name: str) -> str:
    """Where the site shows something by its name; `record` is the type of which it is one."""
    return KINDS.listed[record].address.format(name)
