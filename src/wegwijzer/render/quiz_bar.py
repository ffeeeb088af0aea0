"""What stands around the cases of a quiz and only works with its script: buttons, the clock, the deck to choose, votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wegwijzer.locale import say
from wegwijzer.render.element import NOTHING, Child, Markup, Value, element, stacked
from wegwijzer.render.markup import copy_words, icon, plain_button

TIMES = (30, 60, 120, 180, 300)
"""Seconds to think and choose."""
USUAL = 60
COUNTS = (4, 6, 8, 10, 12)
"""Cases in a deck: with talk, one takes about seven minutes."""
DECK = 8


@dataclass(frozen=True)
class Topic:
    """A tree in the quiz: of each of its cases the kind ("" without one), the titles of the kinds, and what cases warn of."""

    id: str
    title: str
    kinds: tuple[str, ...]
    titles: Mapping[str, str]
    warnings: tuple[str, ...]


def bar() -> Markup:
    """Buttons that the script shows: they do nothing without it."""
    return element(
        "div",
        {"class": "ww-quiz-bar", "hidden": True},
        plain_button(say("quiz.back"), {"data-do": "back"}),
        plain_button(say("quiz.on"), {"data-do": "on"}),
        element("span", {"class": "ww-place", "data-words": say("quiz.place", here="%1", all="%2")}),
        _clock(),
        plain_button(say("quiz.tally"), {"data-do": "tally", "aria-pressed": "false"}),
        plain_button(say("quiz.present"), {"data-do": "present", "data-close": say("quiz.close")}),
    )


def _clock() -> Markup:
    words: dict[str, Value] = {
        f"data-{name}": say(key)
        for name, key in (
            ("start", "quiz.start"),
            ("stop", "quiz.stop"),
            ("over", "quiz.over"),
            ("left", "quiz.left"),
        )
    }
    times = (
        element("option", {"value": time, "selected": time == USUAL}, f"{time // 60}:{time % 60:02}") for time in TIMES
    )
    return element(
        "span",
        words | {"class": "ww-clock", "role": "group", "aria-label": say("quiz.clock")},
        element("output", {"role": "timer", "aria-live": "off"}),
        element("select", {"aria-label": say("quiz.time")}, times),
        plain_button(say("quiz.start"), {"data-clock": "toggle"}),
        plain_button(say("quiz.reset"), {"data-clock": "reset"}),
    )


def deck(topics: Iterable[Topic]) -> Markup:
    """The form that chooses a deck: topics, kinds, how many and in which order. A link keeps it."""
    topics = list(topics)
    warnings = list(dict.fromkeys(warning for topic in topics for warning in topic.warnings))
    counts = (element("option", {"value": count, "selected": count == DECK}, count) for count in COUNTS)
    return stacked(
        "details",
        {"class": "ww-deck", "hidden": True},
        element("summary", say("quiz.deck")),
        element(
            "form",
            element(
                "fieldset",
                element("legend", say("quiz.topics")),
                element("ul", (_topic(topic, chosen=index == 0) for index, topic in enumerate(topics))),
            ),
            element(
                "p",
                element(
                    "label",
                    say("quiz.count"),
                    " ",
                    element("select", {"name": "count"}, counts, element("option", {"value": "0"}, say("quiz.all"))),
                ),
                " ",
                element(
                    "label",
                    say("quiz.order"),
                    " ",
                    element(
                        "select",
                        {"name": "order"},
                        element("option", {"value": ""}, say("quiz.in_order")),
                        element("option", {"value": "r"}, say("quiz.shuffled")),
                    ),
                ),
            ),
            _box("heavy", "1", say("quiz.heavy", about=", ".join(warnings))) if warnings else NOTHING,
            _box("sound", "1", say("quiz.sound")),
            element(
                "p", {"class": "ww-deck-count", "data-words": say("quiz.deck_count", count="%1"), "role": "status"}
            ),
            element(
                "p",
                element("button", {"type": "submit", "class": "ww-plain-button ww-button"}, say("quiz.begin")),
                " ",
                plain_button((icon("copy"), " ", say("quiz.link")), {"data-do": "link", **copy_words()}),
                plain_button((icon("printer"), " ", say("quiz.print")), {"data-do": "print"}),
            ),
        ),
    )


def _topic(topic: Topic, *, chosen: bool) -> Markup:
    """A tree to choose, and below it the kinds of cases that it has."""
    count = Counter(topic.kinds)
    kinds = [
        element("li", _box("kind", f"{topic.id}.{kind}", (title, f" ({count[kind]})")))
        for kind, title in topic.titles.items()
    ]
    own = (
        element("details", element("summary", say("quiz.kinds", topic=topic.title)), element("ul", kinds))
        if len(kinds) > 1
        else None
    )
    return element("li", _box("topic", topic.id, (topic.title, f" ({len(topic.kinds)})"), chosen=chosen), own)


def _box(name: str, value: str, label: Child, *, chosen: bool = False) -> Markup:
    box = element("input", {"type": "checkbox", "name": name, "value": value, "checked": chosen})
    return element("label", {"class": "ww-box"}, box, " ", element("span", label))


def voting() -> Markup:
    """What the script puts beside every answer when votes are counted, with `%1` for the letter and title of that answer."""
    return element(
        "template",
        element(
            "span",
            {"class": "ww-tally"},
            _counting("-1", "−", say("quiz.less", title="%1")),
            element(
                "input",
                {
                    "type": "number",
                    "min": 0,
                    "max": 999,
                    "value": 0,
                    "inputmode": "numeric",
                    "aria-label": say("quiz.votes", title="%1"),
                },
            ),
            _counting("1", "+", say("quiz.plus", title="%1")),
        ),
        element("span", {"class": "ww-bar", "aria-hidden": "true"}, element("span")),
        element(
            "span",
            {
                "class": "ww-share",
                "data-words": say("quiz.share", votes="%1", all="%2", part="%3"),
                "data-most": say("quiz.most"),
            },
        ),
    )


def _counting(step: str, sign: str, label: str) -> Markup:
    return element("button", {"type": "button", "data-count": step, "aria-label": label}, sign)
