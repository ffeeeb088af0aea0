"""The two ways in for who doubts: below the answers of a question, and in the fold of a result."""

from __future__ import annotations

import re

from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.element import NOTHING, Markup, element
from wegwijzer.render.markup import plain_button
from wegwijzer.view.records import NodeView


def doubt_button(view: NodeView) -> Markup:
    """For who does not know the answer to a question."""
    return _asked_for("doubt.open") if can_doubt(view) else NOTHING


def can_doubt(view: NodeView) -> bool:
    """Whether this is a question with one answer that has none for who does not know."""
    return not (view.many or view.fill or view.kind == "action" or _has_doubt(view))


def why_button() -> Markup:
    """Which answers led to a result."""
    return _asked_for("why.open")


def _has_doubt(view: NodeView) -> bool:
    words = re.compile(say("doubt.words"), re.IGNORECASE)
    return any(words.search(plain(answer.text)) for answer in view.answers)


def _asked_for(text: str) -> Markup:
    """A button, and where what it brings comes."""
    button = plain_button(say(text), {"data-doubt": True, "aria-expanded": "false", "data-failed": say("doubt.failed")})
    return element("div", {"class": "ww-asked"}, button, element("div", {"class": "ww-doubt", "hidden": True}))
