"""What a question or a fork asks, as HTML: answers as links, boxes to tick, or a field; and what helps to answer."""

from __future__ import annotations

import re

from wegwijzer.locale import say
from wegwijzer.model import Fill
from wegwijzer.model.text import plain
from wegwijzer.render.element import NOTHING, Attributes, Markup, element, join, stacked
from wegwijzer.render.markup import arrow_mark, icon, inline, note, onward_link, span
from wegwijzer.view.records import NodeView, ShownAnswer

MOST_HELP = 160
"""So many letters of help stand above the answers: on a phone four lines."""
MOST_HELP_FIRST = 100
"""On the first step a title and a summary stand there already."""
NOTE_LENGTH = 40
"""What a line of its own takes of that."""
SENTENCES = re.compile(r"(?<=[.!?]) +(?=[^a-z][^\])]*(?:[\[(]|$))")
"""Between sentences, not within a link."""


def help_of(view: NodeView, *, first: bool) -> tuple[list[str], list[str]]:
    """The help that stands above the answers, and what is folded below them: a phone has to show the first answer at once."""
    most = MOST_HELP_FIRST if first else MOST_HELP
    texts = [line.text for line in view.about("help")]
    if view.kind == "action" or sum(len(plain(text)) for text in texts) <= most:
        return texts, []
    sentences = [sentence for text in texts for sentence in SENTENCES.split(text)]
    most -= NOTE_LENGTH if view.policy else 0
    count, length = 0, 0
    for sentence in sentences:
        length += len(plain(sentence)) + 1
        if length > most:
            break
        count += 1
    return [" ".join(sentences[:count])] if count else [], [" ".join(sentences[count:])]


def fold_help(texts: list[str]) -> Markup:
    """The help that does not stand above the answers."""
    if not texts:
        return NOTHING
    summary = element("summary", say("node.help_more"))
    return element("details", {"class": "ww-help-more"}, summary, [element("p", inline(text)) for text in texts])


def asking(tree: str, view: NodeView, former: tuple[str, ...], *, live: bool) -> Markup:
    """The ways to answer. `former`: what was answered here before; `live`: for the one node where a reader is."""
    if view.fill:
        return _fill(f"{tree}-{view.id}", view, view.fill, former, live=live)
    if view.many:
        return _many(f"{tree}-{view.id}", view, former, live=live)
    return stacked(
        "ol",
        {"class": "ww-answers"},
        *(
            element(
                "li",
                _single(answer, quiet=view.quiet, former=answer.id in former, live=live),
                _answer_notes(answer),
            )
            for answer in view.answers
        ),
    )


def _single(answer: ShownAnswer, *, quiet: bool, former: bool, live: bool) -> Markup:
    if answer.arrow is None:
        return element("span", {"class": "ww-answer"}, *_marked(answer), inline(answer.text), *_example(answer))
    chosen = (" ", span("ww-former", say("node.former"))) if former else None
    return element(
        "a",
        {
            "class": "ww-answer",
            "data-answer": answer.id,
            "data-default": quiet and answer.default,
            "href": f"#{answer.arrow.fragment}",
        },
        *_marked(answer),
        element("b", plain(answer.text), chosen),
        *_example(answer),
        " ",
        arrow_mark(answer.arrow, live=live),
    )


def _marked(answer: ShownAnswer) -> tuple[Markup | str, ...]:
    """The icon before the words of an answer."""
    return (icon(answer.icon), " ") if answer.icon else ()


def _example(answer: ShownAnswer) -> tuple[Markup | str, ...]:
    """The example below the words of an answer."""
    return (" ", span("ww-example", plain(answer.example))) if answer.example else ()


def _answer_notes(answer: ShownAnswer) -> Markup:
    notes = []
    if answer.default:
        notes.append(span("ww-default", say("node.default")))
    if answer.kept:
        notes.append(span("ww-default", say("origin.kept")))
    if answer.help:
        notes.append(inline(answer.help))
    if answer.argument:
        notes.append(inline(say("node.argument", argument=answer.argument)))
    return element("p", {"class": "ww-note"}, join(" ", notes)) if notes else NOTHING


def _many(name: str, view: NodeView, former: tuple[str, ...], *, live: bool) -> Markup:
    choosing = element(
        "fieldset",
        {"class": "ww-many", "aria-describedby": f"{name}--fout"},
        element("legend", say("node.choose_many")),
        "\n",
        _error(name, view),
        stacked(
            "ul",
            {"class": "ww-answers"},
            *(
                _box(name, answer, first=index == 0, former=answer.id in former)
                for index, answer in enumerate(view.answers)
            ),
        ),
    )
    return _problem(name) + choosing + "\n" + onward_link(view, say("node.next"), live=live)


def _box(name: str, answer: ShownAnswer, *, first: bool, former: bool) -> Markup:
    box = element(
        "input",
        {
            "type": "checkbox",
            "name": name,
            "data-answer": answer.id,
            "id": f"{name}--veld" if first else None,
            "data-exclusive": "true" if answer.exclusive else None,
            "checked": former,
        },
    )
    text = element("b", plain(answer.text))
    label = element("label", {"class": "ww-option"}, box, " ", *_marked(answer), text, *_example(answer))
    return element("li", label, _answer_notes(answer))


def _fill(name: str, view: NodeView, fill: Fill, former: tuple[str, ...], *, live: bool) -> Markup:
    number = fill.kind == "number"  # a browser's own field for one takes away what it does not like
    optional = (" ", note(say("node.optional"))) if fill.optional else None
    field = element(
        "input",
        {
            "type": "text" if number else fill.kind,
            "id": f"{name}--veld",
            "aria-describedby": f"{name}--fout",
            "data-fill": view.id,
            "maxlength": fill.max,
            "autocomplete": "off",
            "inputmode": "decimal" if number else None,
            "value": former[0] if former else None,
        },
    )
    filling = element(
        "div",
        {"class": "ww-fill"},
        element("label", {"for": f"{name}--veld"}, say("node.fill_label"), optional),
        "\n",
        _error(name, view),
        field,
        (" ", element("span", {"class": "ww-unit"}, fill.unit)) if fill.unit else None,
    )
    return _problem(name) + filling + "\n" + onward_link(view, say("node.next"), live=live)


def _problem(name: str) -> Markup:
    """The summary on top of a step when an answer is missing or wrong: it gets the focus and leads to the field."""
    return (
        element(
            "div",
            {"class": "ww-problem", "role": "alert", "tabindex": "-1", "hidden": True},
            element("h4", say("node.problem")),
            element("p", element("a", {"data-field": True, "href": f"#{name}--veld"})),
        )
        + "\n"
    )


def _error(name: str, view: NodeView) -> Markup:
    """Where a wrong answer is told; until Python leads, the page itself can only tell that something is missing."""
    missing = say("walk.fill_empty") if view.fill else say("walk.choose_min", count=view.least)
    told: Attributes = {
        "class": "ww-error",
        "id": f"{name}--fout",
        "hidden": True,
        "data-least": view.least,
        "data-missing": missing,
    }
    return element("p", told) + "\n"
