"""Text from YAML as parts: plain text, placeholders and links. Nothing else in a text has a meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.model import nested
from wegwijzer.model.fields import MAIL

PLACEHOLDER = re.compile(r"\$(?:\$|([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*)(?:\.([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*))?)")
LINKED = re.compile(r"\[([^\]\[\n]+)\]\(([^()\s]+)\)")
NO_LINK = "\ue000"  # stands for a "[" that opens no link; a private character, which no text holds
ALLOWED_LINK = re.compile(rf"https?://[^\s\\/?#]\S*|mailto:{MAIL.pattern}|/(?![/\\])[^\s\\]*|#\S*", re.IGNORECASE)
"""http(s), a mail address without anything behind it, or a place in the site. A browser reads `/\\` as it reads `//`."""
LOOKS = re.compile(
    r"\]\(|\]\[|^[ ]{0,3}\[[^\[\]]+\]:[ \t]*\S|<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)[^\s<>]*>",
    re.IGNORECASE | re.MULTILINE,
)
"""What other programs take for a link, besides what `LINKED` knows."""
INNER_LINK = re.compile(r"([a-z]+):([a-z0-9-]+)(?:/([a-z0-9-]+))?")
INNER_PLACES: dict[str, str] = {}
"""Where an inner link such as `begrip:framing` leads on the site, by its scheme; `boom/` is for `boom:reactie/toon`, and
`boom:reactie` for one that stands elsewhere than others.

The list of kinds fills it (`wegwijzer.kinds`); in the page, where no kinds are, the tree that is loaded.
"""


@dataclass(frozen=True)
class Span:
    """A piece of text; with `href` it is a link."""

    text: str
    href: str | None = None


def placeholders(text: str, policy_trees: tuple[str, ...]) -> Iterator[str]:
    """The names that `$name` and `$beleid.name` in a text refer to."""
    for match in PLACEHOLDER.finditer(text):
        if match.group(1):
            yield _name(match, policy_trees)[0]


def fill_in(text: str, value: Callable[[str], str], policy_trees: tuple[str, ...]) -> str:
    """The text with every placeholder replaced by its value, and `$$` by a dollar sign."""

    def replace(match: re.Match[str]) -> str:
        if not match.group(1):
            return "$"
        name, rest = _name(match, policy_trees)
        return value(name) + rest

    return PLACEHOLDER.sub(replace, text)


def _name(match: re.Match[str], policy_trees: tuple[str, ...]) -> tuple[str, str]:
    """The name of a placeholder and what follows it: `$gemeente.Dan` ends a sentence, `$beleid.termijn` does not."""
    first, second = match.group(1), match.group(2)
    if second and first in policy_trees:
        return f"{first}.{second}", ""
    return first, f".{second}" if second else ""


def typed(text: str) -> str:
    """What a reader typed, made safe to stand in a text: it can never become a link."""
    return text.replace("[", NO_LINK)


def allowed(href: str) -> bool:
    """Whether a link may lead there: an address outside, a place in the site, or something by its id."""
    return bool(ALLOWED_LINK.fullmatch(href) or _inner(href))


def _inner(href: str) -> re.Match[str] | None:
    """The parts of a link to something by its id."""
    found = INNER_LINK.fullmatch(href)
    return found if found and found.group(1) in INNER_PLACES else None


def schemes(text: str) -> Iterator[str]:
    """The keys of `INNER_PLACES` that the links in a text ask for."""
    for match in LINKED.finditer(text):
        inner = _inner(match.group(2))
        if inner:
            yield inner.group(1) + ("/" if inner.group(3) else "")


def address(href: str, root: str) -> str:
    """The address of a link as a page needs it; `root` leads from that page to the root of the site ('../../')."""
    inner = _inner(href)
    if inner:
        return root + inner_place(*inner.groups(""))
    return root + href[1:] if href.startswith("/") else href


def inner_place(scheme: str, name: str, part: str = "") -> str:
    """Where something with a name stands, or a part of it, as a path from the root of the site."""
    own = INNER_PLACES.get(f"{scheme}:{name}")
    if own is not None:
        return f"{own}#{name}-{part}" if part else own
    place = INNER_PLACES.get(f"{scheme}/", "") if part else ""
    return (place or INNER_PLACES[scheme]).format(name, part)


def plain(text: str) -> str:
    """The text without its links."""
    return "".join(span.text for span in spans(text))


def with_addresses(text: str) -> str:
    """The text with the addresses of its links behind them; a link inside the site is just its words."""
    return "".join(
        f"{span.text} ({span.href})" if span.href and ALLOWED_LINK.fullmatch(span.href) else span.text
        for span in spans(text)
    )


def spans(text: str) -> list[Span]:
    """The text as plain pieces and links; a link with a forbidden address stays plain text."""
    result, end = [], 0
    for match in LINKED.finditer(text):
        if not allowed(match.group(2)):
            continue
        if match.start() > end:
            result.append(Span(_untyped(text[end : match.start()])))
        result.append(Span(_untyped(match.group(1)), match.group(2)))
        end = match.end()
    if end < len(text):
        result.append(Span(_untyped(text[end:])))
    return result


def _untyped(text: str) -> str:
    return text.replace(NO_LINK, "[")


def texts(record: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text in a record with the path of keys that leads to it."""
    return ((place, value) for place, value in nested(record, where) if isinstance(value, str))
