"""The page on what changed since the site was last published, and what of it is new to this reader."""

from __future__ import annotations

from wegwijzer.compare.news_page import FEED, editions_html
from wegwijzer.compare.published import read
from wegwijzer.locale import say
from wegwijzer.render.addresses import ASSETS
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.markup import plain_button
from wegwijzer.workplace import built

WORDS = ("none", "since", "same", "gone", "failed", "unkept", "newer", "again", "keep")
"""What the script says, each under its name (assets/news.js). %1 is a day or a number."""


def changes(page: PlaceOnSite) -> Markup:
    """What changed with each publication; a reader who wants to can have this browser remember which advices there are now."""
    published = read((built() / "news/published.json").read_text(encoding="utf-8"))
    feed = element("p", element("a", {"href": page.root + FEED, "type": "application/atom+xml"}, say("news.feed")))
    told = lines(feed, editions_html(published, page.root)) if published.editions else element("p", say("news.first"))
    script = element("script", {"type": "module", "src": f"{page.root}{ASSETS}news.js"})
    return element("div", {"class": "ww-page"}, lines(_own(), told, script))


def _own() -> Markup:
    """Since the last visit: empty until the script looked, and nothing without one."""
    words = {f"data-{word}": say(f"news.own_{word}") for word in WORDS}
    told = {**words, "hidden": True}
    return element(
        "wegwijzer-news",
        told,
        lines(
            element("h2", say("news.own")),
            element("p", {"data-state": True, "tabindex": "-1", "role": "status"}),
            element("ul", {"hidden": True}),
            element(
                "p",
                {"class": "ww-buttons"},
                plain_button(say("news.own_keep"), {"data-do": "keep"}),
                " ",
                plain_button(say("news.own_forget"), {"data-do": "forget", "hidden": True}),
            ),
        ),
    )


BLOCKS = {"changes": changes}
