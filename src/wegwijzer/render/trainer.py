"""What a trainer takes along, as lists of links: per tree, from a page somewhere in the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.chart import charts_of
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.session import session_of

SITE = ("pack.site", "assets/wegwijzer-site.zip")
"""The whole site: the word for it, and where it stands."""
ON_CONDITION: Mapping[str, Callable[[Compiled], object]] = {"chart": charts_of, "short": session_of}
"""What not every tree has: it is there when this gives something."""


def pack_html(trees: Iterable[Compiled], root: str, *, drawings: bool = True) -> Markup:
    """All downloads, a fold a tree. `root` leads to the root of the site; `drawings` says whether there are any."""
    names = [name for name in addresses.DOWNLOADS if drawings or name not in addresses.DRAWN]
    return lines(*(_fold(compiled, root, names) for compiled in trees))


def shared_html(root: str, more: Iterable[tuple[str, str]] = ()) -> Markup:
    """What is not about one tree: what the site has of its own (words and the path of each), and all of it in one file."""
    listed = [*more, SITE]
    return element(
        "ul", (element("li", element("a", {"href": root + path, "download": True}, say(key))) for key, path in listed)
    )


def _fold(compiled: Compiled, root: str, names: Iterable[str]) -> Markup:
    title = compiled.tree.title
    about = element("span", {"class": "ww-hidden"}, ": ", title)
    links = [
        element(
            "a", {"href": root + addresses.download(what, compiled.id), "download": True}, say(f"pack.{what}"), about
        )
        for what in names
        if what not in ON_CONDITION or ON_CONDITION[what](compiled)
    ]
    links.append(element("a", {"href": root + addresses.embed_page(compiled.id)}, say("pack.embed"), about))
    links.append(element("a", {"href": root + addresses.tree_page(compiled.id)}, say("pack.tree"), about))
    files = element("ul", {"class": "ww-files"}, (element("li", link) for link in links))
    return element("details", element("summary", title), files)
