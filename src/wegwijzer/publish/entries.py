"""What the search can find: an entry for each node of a tree, and for each section of a page, with a link of its own.

Nodes come from the compiled trees and not from their pages: what a wizard looks like does not matter here. Pages are read
as a generator made them, whichever that was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import Contact
from wegwijzer.model.text import plain
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.records import Line, NodeView, Related
from wegwijzer.walk.entries import ends_of

CONTENT = ".//article"
"""Where a page holds what it is about, with Material and with Zensical."""
NO_TEXT = (
    ".//wegwijzer-wizard | .//svg | .//script | .//style | .//template | .//nav | .//button | .//form | .//*[@hidden]"
    " | .//*[contains(@class, 'ww-cite')] | .//*[contains(@class, 'ww-from')]"
    " | .//section[@id='bronnen']"
)
"""What stands there and is none of its text. A wizard is told by its nodes."""
SIGN = "headerlink"
"""The class of the sign behind a heading that links to it."""
HEADINGS = {"h1", "h2", "h3"}
CLOSE = {"em", "strong", "a", "b", "i", "code", "span", "abbr", "sup", "sub", "mark", "q", "u", "small"}
"""Elements in which a word may go on; all others end one."""
UNSAID = {"sources", "policies", "closing", "document"}
"""The sections of a node that are not about what it is for."""


@dataclass
class Found:
    """What can be found: `place` is its address from the root of the site, `page` the title of the page that it is part of.

    `named` is how readers may call it: entries, words for the search. `ways` are the answers that lead there. `weight` says
    how much more it counts than others; one of 0 counts by its title alone.
    """

    place: str
    page: str
    title: str
    named: list[str] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    weight: float = 1


def of_tree(compiled: Compiled, address: str, weight: float) -> Iterator[Found]:
    """An entry for each node of a tree that readers meet; `address` is that of its page, `weight` how much that counts.

    A node to which an entry of the tree leads is opened by that entry, so that the facts of its walk come along.
    """
    doors: dict[str, list[str]] = defaultdict(list)
    for name, walker in ends_of(compiled).items():
        doors[walker.node].append(name)
    ways = ways_in(compiled)
    for name in node_ids(compiled):
        if name in compiled.forks:
            continue
        view = static_view(compiled, name)
        if view.policy and view.quiet:
            continue  # followed without asking
        entries = doors[name]
        yield Found(
            place=f"{address}#{compiled.id}-{entries[0] if entries else name}",
            page=compiled.tree.title,
            title=view.title,
            named=[compiled.tree.entries[entry].text for entry in entries],
            ways=list(dict.fromkeys(map(plain, ways[name]))),
            text=[plain(text) for text in told(view)],
            weight=weight,
        )


def ways_in(compiled: Compiled) -> dict[str, list[str]]:
    """Node → the answers that lead straight to it, with an example where there is one."""
    ways: dict[str, list[str]] = defaultdict(list)
    for question in compiled.tree.questions.values():
        for answer in question.answers.values():
            for route in answer.to.routes if answer.to else ():
                ways[route.to] += filter(None, (answer.text, answer.help, getattr(answer, "example", "")))
    return ways


def told(view: NodeView) -> Iterator[str]:
    """The texts of a node, without numbers and arrows."""
    for section in view.sections:
        if section.name in UNSAID:
            continue
        for entry in section.entries:
            match entry:
                case Line():
                    yield entry.text
                    yield from entry.points
                case Contact():
                    yield entry.name
                case Related():
                    yield entry.title
    for answer in view.answers:
        if not answer.arrow:  # one that leads on is told where it leads
            yield answer.text


def of_page(page: str, address: str, tags: Iterable[Any], weight: float) -> Iterator[Found]:
    """An entry for the page as a whole, and for each section that has a heading to link to; `tags` are words for the search."""
    article: Any = html.fromstring(page).find(CONTENT)
    if article is None:
        return
    for element in article.xpath(NO_TEXT):
        element.drop_tree()
    for element in article.find_class(SIGN):
        element.drop_tree()
    whole = section = Found(address, "", "", named=list(map(str, tags)), weight=weight)
    found = [whole]
    for event, element in walk(article):
        if event == "start" and element.tag in HEADINGS:
            title = " ".join(element.text_content().split())
            if element.tag == "h1":
                whole.title = whole.page = title
            elif anchor := anchor_of(element):
                section = Found(f"{address}#{anchor}", "", title, weight=weight)
                found.append(section)
            continue
        said = element.text if event == "start" else element.tail
        if said and not in_heading(element, event):
            section.text.append(said if element.tag in CLOSE else f" {said}")
    for each in found:
        each.page = whole.page
        each.text = [" ".join("".join(each.text).split())]
        yield each


def anchor_of(heading: html.HtmlElement) -> str:
    """The name by which a link finds a heading: its own, or that of the part of the page which it begins."""
    above = heading.getparent()
    return heading.get("id") or (above.get("id") if above[0] is heading else None) or ""


def walk(article: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """The elements of an article in order: each when it begins, and when it has ended."""
    yield "start", article
    for child in article.iterchildren():
        if isinstance(child.tag, str):
            yield from walk(child)
        yield "end", child


def in_heading(element: html.HtmlElement, event: str) -> bool:
    """Whether the text there belongs to a heading."""
    above = [element, *element.iterancestors()] if event == "start" else [*element.iterancestors()]
    return any(each.tag in HEADINGS for each in above)
