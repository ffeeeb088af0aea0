"""What changed between publications, as a page shows it and as a feed tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wegwijzer.compare.news import Chapter, News
from wegwijzer.compare.published import Edition, Published
from wegwijzer.compare.report import PARTS
from wegwijzer.locale import date, language, say
from wegwijzer.render import addresses
from wegwijzer.render.element import LINE, NOTHING, Child, Markup, element, lines, stacked, xml

FEED = "changes.xml"
"""Where the feed stands, from the root of the site."""
ATOM = "http://www.w3.org/2005/Atom"
MIDNIGHT = "T00:00:00Z"
DECLARATION = Markup('<?xml version="1.0" encoding="utf-8"?>\n')


def editions_html(published: Published, root: str) -> Markup:
    """Every edition, the last one first. `root` is the way to the root of the site."""
    return lines(*(_edition(each, published, root) for each in published.editions))


def feed(published: Published, site: str, page: str) -> Markup:
    """The editions as an Atom feed. `site` is the address of the site, `page` the path of the page that shows them.

    There must be at least one edition: a feed says when it last changed.
    """
    address = f"{site}{page}"
    entries = (
        xml(
            "entry",
            xml("id", f"{address}#{edition.id}"),
            xml("title", say("news.edition", date=date(edition.day))),
            xml("updated", edition.day + MIDNIGHT),
            xml("link", {"href": f"{address}#{edition.id}"}),
            xml("content", {"type": "html"}, str(_chapters(edition, published, site))),
        )
        for edition in published.editions
    )
    title = f"{say('site.name')}: {say('news.title')}"
    return DECLARATION + xml(
        "feed",
        {"xmlns": ATOM, "xml:lang": language()},
        xml("id", address),
        xml("title", title),
        xml("author", xml("name", say("site.name"))),
        xml("updated", published.editions[0].day + MIDNIGHT),
        xml("link", {"rel": "self", "href": f"{site}{FEED}"}),
        xml("link", {"href": address}),
        *entries,
    )


def _edition(edition: Edition, published: Published, root: str) -> Markup:
    heading = element("h2", say("news.edition", date=date(edition.day)))
    return stacked("section", {"id": edition.id, "class": "ww-edition"}, heading, _chapters(edition, published, root))


def _chapters(edition: Edition, published: Published, root: str) -> Markup:
    return lines(*(_chapter(chapter, published, root) for chapter in edition.chapters))


def _chapter(chapter: Chapter, published: Published, root: str) -> Markup:
    if chapter.kind == "tree":
        there = _nodes(published.trees, chapter.id)
        title: Child = chapter.title
        if chapter.id in published.trees:
            title = element("a", {"href": root + addresses.tree_page(chapter.id)}, chapter.title)
        path = {name: addresses.tree_page(chapter.id, name) for name in there}
    else:
        title = say(f"news.{chapter.kind}")
        path = {name: name for name in published.pages} if chapter.kind == "pages" else {}
    items = (element("li", _news(news, path, root, chapter.title)) for news in chapter.news)
    return lines(element("h3", title), stacked("ul", *items))


def _nodes(trees: Mapping[str, Any], tree: str) -> list[str]:
    """The steps and entries that a tree has now."""
    found = trees[tree]["tree"] if tree in trees else {}
    return [name for key in ("questions", "actions", "entries") for name in found.get(key, {})]


def _news(news: News, path: Mapping[str, str], root: str, whole: str) -> Child:
    """One thing in a sentence, with the lines that went and came in a fold. `whole` is the title above it."""
    if news.how == "unread":
        return say("news.unread")
    if news.how == "moved":
        pairs = (
            element("li", say("news.pair", before=old, after=new))
            for old, new in zip(news.before, news.after, strict=False)
        )
        return say("news.moved"), stacked("ul", *pairs)
    title: Child = news.title
    if news.place in path:
        title = element("a", {"href": root + path[news.place]}, news.title)
    parts = ", ".join(say(f"part.{key}") if key in PARTS else key for key in news.parts)
    called = (": ", title) if news.title != whole else None
    told = element("strong", say(f"news.{news.how}")), called, f" ({parts})" if parts else None
    return (*told, _lines(news))


def _lines(news: News) -> Markup:
    if not news.before and not news.after:
        return NOTHING
    rows: list[Child] = []
    for key, texts in (("before", news.before), ("after", news.after)):
        if texts:
            rows += [
                element("p", element("strong", say(f"news.{key}"))),
                stacked("ul", *(element("li", text) for text in texts)),
            ]
    return element("details", element("summary", say("news.words")), LINE, lines(*rows))
