"""The smallest pieces of HTML, which questions and actions share. Everything that comes from YAML is escaped here."""

from __future__ import annotations

from html import escape

from wegwijzer.inline import spans
from wegwijzer.locale import say
from wegwijzer.stepview import Arrow, StepView


def number_node(number: str) -> str:
    return f'<span class="ww-number"><span class="ww-hidden">{words("step.number", number="")}</span>{escape(number)}</span>'


def arrow_mark(arrow: Arrow) -> str:
    return (
        f'<span class="ww-arrow"><span class="ww-hidden">, {words("step.goto", number=arrow.number)}</span>'
        f'<span class="ww-number" aria-hidden="true">{escape(arrow.number)}</span></span>'
    )


def inline(text: str) -> str:
    return "".join(
        f'<a href="{escape(span.href)}" rel="noreferrer">{escape(span.text)}</a>' if span.href else escape(span.text)
        for span in spans(text)
    )


def words(key: str, **values: object) -> str:
    return escape(say(key, **values))


def onward_link(view: StepView, label: str) -> str:
    if view.onward is None:
        return ""
    mark = f" {arrow_mark(view.onward)}" if view.onward.number else ""
    return (
        f'<p class="ww-onward"><a class="ww-button" data-continue="{view.id}" data-to="{view.onward.id}"'
        f' href="#{escape(view.onward.fragment)}">{escape(label)}{mark}</a></p>'
    )
