"""W401: a link that may not stand there, or leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page
from wegwijzer.kinds.references import page_exists
from wegwijzer.locale import say
from wegwijzer.model.fields import MAIL
from wegwijzer.model.text import LINKED, LOOKS, allowed, texts
from wegwijzer.problems import Finding

FROM_PAGE = re.compile(
    rf"https?://[^\s\\/?#]\S*|mailto:{MAIL.pattern}|tel:[0-9]+|#\S*|(?![/\\?])[^\s\\:/?#]+(?:[/?#][^\s\\]*)?",
    re.IGNORECASE,
)
"""Where a page of the guide may lead: also to a file by its way from there, never from the root of a host."""


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The links in the texts of any file, or those that a page gives its readers."""
    if isinstance(record, Page):
        yield from _of_page(record)
        return
    for where, text in texts(record):
        for match in LINKED.finditer(text):
            if not allowed(match.group(2)):
                yield Finding(
                    where,
                    say("W401.forbidden", link=match.group(2)),
                    say("W401.begin"),
                )
            elif match.group(2).startswith("/") and not page_exists(library, match.group(2)):
                yield Finding(where, say("W401.unknown_page", link=match.group(2)), say("W401.look_in_docs"))
        other = LOOKS.search(LINKED.sub("", text)) if "]" in text or "<" in text else None
        if other:
            yield Finding(
                where,
                say("W401.no_link", other=other.group()[:40]),
                say("W401.write_link"),
            )


def _of_page(page: Page) -> Iterator[Finding]:
    for index, element in enumerate(page.elements):
        for href in (value for name, value in element.attributes if name == "href"):
            if not FROM_PAGE.fullmatch(href):
                yield Finding(
                    ("elements", index),
                    say("W401.forbidden", link=href[:60]),
                    say("W401.begin_on_page"),
                )


RULE = Rule(module=__name__, code="W401", level="error", tree=check, data=check_data, apart=True)
