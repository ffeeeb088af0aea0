"""The smallest pieces of HTML, which questions and actions share. Everything that comes from YAML is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from wegwijzer.locale import say
from wegwijzer.model.text import Span, address, spans
from wegwijzer.view.records import Arrow, Credit, NodeView


def number_node(number: str) -> str:
    return f'<span class="ww-number"><span class="ww-hidden">{words("node.number", number="")}</span>{escape(number)}</span>'


def arrow_mark(arrow: Arrow) -> str:
    return (
        f'<span class="ww-arrow"><span class="ww-hidden">, {words("node.goto", number=arrow.number)}</span>'
        f'<span class="ww-number" aria-hidden="true">{escape(arrow.number)}</span></span>'
    )


SITE_ROOT = "../../"
"""From the page of a tree to the root of the site."""


def inline(text: str, root: str = SITE_ROOT) -> str:
    """A text with its links; `root` leads to the root of the site."""
    return "".join(
        f'<a href="{escape(address(span.href, root))}"{_rel(span.href)}>{escape(span.text)}</a>'
        if span.href
        else escape(span.text).replace("\n", "<br>")
        for span in spans(text)
    )


def span_links(spans: Iterable[Span]) -> str:
    """Pieces of text of our own as HTML, their addresses as they are."""
    return "".join(
        f'<a href="{escape(span.href)}"{_rel(span.href)}>{escape(span.text)}</a>' if span.href else escape(span.text)
        for span in spans
    )


def _rel(href: str) -> str:
    return ' rel="noreferrer"' if "//" in href or href.startswith("mailto:") else ""


def words(key: str, **values: object) -> str:
    return escape(say(key, **values))


def copy_button(what: str) -> str:
    """A button that copies the `text` or the `link` beside it, and says so."""
    label = words("node.copy_link" if what == "link" else "node.copy")
    return f'<button type="button" class="ww-plain-button" data-copy="{what}" {copy_words()}>{label}</button>'


def copy_words() -> str:
    """What a button that copies says when it did, and when the browser refused: attributes."""
    return f'data-copied="{words("node.copied")}" data-by-hand="{words("node.copy_by_hand")}"'


def erase_button(*, hidden: bool = False) -> str:
    """A button that erases the case file. `hidden`: for when the case file itself cannot be shown."""
    return (
        f'<button type="button" class="ww-plain-button ww-erase" data-case="erase" data-sure="{words("dossier.sure")}"'
        f' data-erased="{words("dossier.erased")}"{" hidden" if hidden else ""}>{words("dossier.erase")}</button>'
    )


def credit_list(sources: tuple[Credit, ...]) -> str:
    """A list of sources with the places in them, or nothing."""
    items = "".join(
        f"<li>{escape(credit.title)}"
        + (f": {escape('; '.join(credit.places))}" if credit.places else "")
        + (f' <span class="ww-editorial">{words("node.editorial")}</span>' if credit.editorial else "")
        + "</li>"
        for credit in sources
    )
    return f"<ul>{items}</ul>" if items else ""


def onward_link(view: NodeView, label: str) -> str:
    if view.onward is None:
        return ""
    mark = f" {arrow_mark(view.onward)}" if view.onward.number else ""
    return (
        f'<p class="ww-onward"><a class="ww-button" data-continue="{view.id}" data-to="{view.onward.id}"'
        f' href="#{escape(view.onward.fragment)}">{escape(label)}{mark}</a></p>'
    )
