"""W407: HTML, code or a style on a page that a page may not have."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import MADE, Element, Page
from wegwijzer.locale import say
from wegwijzer.problems import Finding

TYPED = {"a": {"href"}, "div": {"class", "lang", "markdown"}}
"""The tags that a page may write itself, with what they may say."""
SAID = {"alt", "class", "href", "id", "src", "start", "title"}
"""What other elements may say, whether Markdown says it or a list between braces."""
HINTS = {
    "b": "W407.bold",
    "strong": "W407.bold",
    "i": "W407.italic",
    "em": "W407.italic",
    "br": "W407.paragraph",
    "img": "W407.image",
    "code": "W407.code",
    "!--": "W407.comment",
}
ELSE = "W407.markdown"


def check_data(record: object, _library: Library) -> Iterator[Finding]:
    for index, element in enumerate(record.elements if isinstance(record, Page) else ()):
        if finding := _judged(("elements", index), element):
            yield finding


def _judged(where: tuple[str | int, ...], element: Element) -> Finding | None:
    tag = element.tag
    if element.code:
        hint = say("W407.known_word")
        return Finding(where, say("W407.unknown_code", code=element.code), hint)
    if tag.startswith("/"):
        message = say("W407.unpaired", tag=tag[1:])
        return Finding(where, message, say("W407.pair"))
    if tag not in (TYPED if element.typed else MADE):
        return Finding(where, say("W407.html", tag=tag), say(HINTS.get(tag, ELSE)))
    names = [name for name, _ in element.attributes]
    odd = next((name for name in names if name not in (TYPED[tag] if element.typed else SAID)), None)
    if odd:
        return Finding(where, say("W407.attribute", attribute=odd), _instead(odd))
    if tag == "img":
        address = dict(element.attributes).get("src", "")
        if "//" in address or ":" in address or "\\" in address:
            return Finding(where, say("W407.image_elsewhere", address=address[:60]), say("W407.image_here"))
    return None


def _instead(name: str) -> str:
    if name == "style":
        return say("W407.no_style")
    return say("W407.no_attribute")


RULE = Rule(module=__name__, code="W407", level="error", data=check_data)
