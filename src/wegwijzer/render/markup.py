"""The smallest pieces of HTML, which questions and actions share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from wegwijzer.locale import date, say
from wegwijzer.model.text import Span, address, spans
from wegwijzer.render.addresses import tree_page
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, join
from wegwijzer.render.until import late
from wegwijzer.view.records import Arrow, Credit, NodeView

BREAK = element("br")


@lru_cache(maxsize=512)
def span(css: str, text: str, title: str | None = None) -> Markup:
    """A few words with a look of their own. The same ones come back in every step, so they are kept."""
    return element("span", {"class": css, "title": title}, text)


def icon(name: str) -> Markup:
    """An icon by its name (`wegwijzer.icons`), always beside a word: empty, so nobody hears it. Nothing without a name."""
    return element("span", {"class": f"ww-icon ww-icon-{name}"}) if name else NOTHING


def post(*inside: Child) -> Markup:
    """An invented message as it could stand on any network: of nobody, on none that exists."""
    return element("blockquote", {"class": "ww-post"}, element("span", {"class": "ww-avatar"}, icon("user")), inside)


def number_node(number: str) -> Markup:
    return element("span", {"class": "ww-number"}, span("ww-hidden", say("node.number", number="")), number)


def arrow_mark(arrow: Arrow, *, live: bool) -> Markup:
    """Where a link leads. Of the static version, which has hundreds, the bare number."""
    if not live:
        return element("i", element("b", arrow.number))
    leads = span("ww-hidden", f", {say('node.goto', number='')}")
    return element("i", element("b", {"class": "ww-number"}, leads, arrow.number))


def chip(icon_name: str, text: str, tone: str | None) -> Markup:
    """A word on a coloured ground, with its icon before it: how soon, or what an action comes down to."""
    return element("b", {"class": f"ww-chip ww-icon-{icon_name}", "data-tone": tone}, text)


SITE_ROOT = "../../"
"""From the page of a tree to the root of the site."""


BESIDE = re.compile(r'href="\.\./(?P<tree>[a-z0-9-]+)/(?:#(?P=tree)-(?P<node>[^"]+))?"')
"""A link to another tree, as one that stands beside this one."""


def rooted(html: Markup, root: str) -> Markup:
    """The same HTML on a page of the site, from which `root` leads to its root: other trees stand where their pages are.

    Without a root they stand beside this one, as where a page is embedded.
    """
    if not root:
        return html
    placed = BESIDE.sub(lambda link: f'href="{SITE_ROOT}{tree_page(link["tree"], link["node"] or "")}"', html)
    return Markup(placed.replace(f'href="{SITE_ROOT}', f'href="{root}'))


def inline(text: str, root: str = SITE_ROOT) -> Markup:
    """A text with its links; `root` leads to the root of the site."""
    found = [_link(part, address(part.href, root)) if part.href else _broken(part.text) for part in spans(text)]
    return found[0] if len(found) == 1 else join("", found)


def _broken(text: str) -> Markup:
    """A text with its lines kept."""
    return BREAK.join(text.split("\n")) if "\n" in text else join("", (text,))


def span_links(spans: Iterable[Span]) -> Markup:
    """Pieces of text of our own as HTML, their addresses as they are."""
    return join("", (_link(span, span.href) if span.href else span.text for span in spans))


def _link(span: Span, href: str) -> Markup:
    outside = "//" in (span.href or "") or (span.href or "").startswith("mailto:")
    return element("a", {"href": href, "rel": "noreferrer" if outside else None}, span.text)


def plain_button(label: Child, more: Attributes) -> Markup:
    """A button that does something here and leads nowhere."""
    attributes: Attributes = {"type": "button", "class": "ww-plain-button", **more}
    return element("button", attributes, label)


def copy_button(what: str) -> Markup:
    """A button that copies the `text` or the `link` beside it, and says so."""
    label = say("node.copy_link" if what == "link" else "node.copy")
    if what == "link":
        return plain_button(label, {"data-copy": what, **copy_words()})
    large: Attributes = {
        "class": "ww-plain-button ww-button ww-copy",
        "data-copy": what,
        "data-again": label,
        **copy_words(),
    }
    return plain_button((icon("copy"), " ", element("span", {"class": "ww-label"}, label)), large)


def copy_words() -> dict[str, str]:
    """What a button that copies says when it did, and when the browser refused: attributes."""
    return {"data-copied": say("node.copied"), "data-by-hand": say("node.copy_by_hand")}


def erase_button(*, hidden: bool = False) -> Markup:
    """A button that erases the case file. `hidden`: for when the case file itself cannot be shown."""
    return plain_button(
        say("dossier.erase"),
        {
            "class": "ww-plain-button ww-erase",
            "data-case": "erase",
            "data-sure": say("dossier.sure"),
            "data-erased": say("dossier.erased"),
            "hidden": hidden,
        },
    )


def note(*inside: str) -> Markup:
    """A remark beside a text, smaller."""
    return element("span", {"class": "ww-note"}, inside)


def credit_list(sources: tuple[Credit, ...]) -> Markup:
    """A list of sources with the places in them, or nothing."""
    items = [
        element(
            "li",
            credit.title,
            f": {'; '.join(credit.places)}" if credit.places else None,
            (" ", span("ww-editorial", say("node.editorial"))) if credit.editorial else None,
            (" ", note("(", say("node.checked", date=date(credit.checked)), ")"), late(credit.checked))
            if credit.checked
            else None,
        )
        for credit in sources
    ]
    return element("ul", items) if items else NOTHING


def onward_link(view: NodeView, label: str, *, live: bool) -> Markup:
    if view.onward is None:
        return NOTHING
    mark = (" ", arrow_mark(view.onward, live=live)) if view.onward.number else None
    return element(
        "p",
        {"class": "ww-onward"},
        element(
            "a",
            {
                "class": "ww-button",
                "data-continue": view.id,
                "href": f"#{view.onward.fragment}",
            },
            label,
            mark,
        ),
    )
