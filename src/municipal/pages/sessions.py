"""Sessions: the choice of one by topic and time, and a page for each with its programme and all its files."""

from __future__ import annotations

from typing import get_args

from municipal.records import Exercise, Session, SessionPart, SessionsFile, Subject
from municipal.sessions.pieces import PIECES, Piece, address, links
from municipal.sessions.programme import HOURS, hours, starts, trees_of
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.element import NOTHING, Child, Markup, element, join, lines, stacked
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph, table
from wegwijzer.render.markup import icon

EVERY = ""
"""What stands for no choice."""


def choose(page: PlaceOnSite) -> Markup:
    """All sessions, each with a button to its page. Two choices above them leave out the others: a style sheet does that,
    so it works without a script, and without the sheet everything is there.
    """
    topics = [(name, say(f"session.topic_{name}")) for name in get_args(Subject)]
    times = [(name, say(f"session.time_{name}")) for name in HOURS]
    found = [_card(page, name, each) for name, each in page.library.of(Session).items()]
    return stacked(
        "div",
        {"class": "ww-guide ww-sessions"},
        _radios("topic", say("session.choose_topic"), topics),
        _radios("time", say("session.choose_time"), times),
        stacked("ul", {"class": "ww-session-list"}, *found),
    )


def session(page: PlaceOnSite, name: str) -> Markup:
    """One session, whole. Raises KeyError for a name that does not exist."""
    found = page.library.of(Session)[name]
    common = page.library.file(SessionsFile)
    if common is None:
        raise KeyError(name)
    trees = page.trees(trees_of(found, page.library))
    return block(
        paragraph(page.text(found.goal), css="ww-lead"),
        paragraph(
            icon("clock"),
            f" {say('exercise.minutes', minutes=found.minutes)} · ",
            icon("users"),
            " ",
            page.text(found.group),
        ),
        element(
            "p",
            element(
                "a",
                {"class": "ww-button", "href": page.root + address(name), "download": True},
                icon("download"),
                f" {say('session.take')}",
            ),
        ),
        paragraph(say("session.take_about"), css="ww-small"),
        _section("apart", bullets((_piece(page, name, piece) for piece in PIECES), "ww-pieces")),
        lines(paragraph(say("session.also")), bullets(trees)) if trees else NOTHING,
        _section("programme", _programme(page, found)),
        _section("room", bullets(map(page.text, (*found.room, *common.room)))),
        _section("safety", bullets(map(page.text, (*found.safety, *common.safety)))),
        _section("agreements", bullets(map(page.text, common.agreements))),
        _section("pitfalls", bullets(map(page.text, found.pitfalls))),
        _section("takeaways", bullets(map(page.text, common.takeaways), tag="ol")),
        _section(
            "evaluation",
            lines(
                paragraph(say("session.scale")),
                bullets(map(page.text, (*found.evaluation, *common.evaluation))),
                bullets(map(page.text, common.questions)),
            ),
        ),
        page.sources(found),
        page.sources(common),
    )


def _card(page: PlaceOnSite, name: str, found: Session) -> Markup:
    time = hours(found.minutes)
    about = f"{say(f'session.topic_{found.topic}')} · {say('exercise.minutes', minutes=found.minutes)}"
    return element(
        "li",
        {"data-topic": found.topic, "data-time": time},
        lines(
            element("h3", found.title),
            paragraph(about, css="ww-small"),
            paragraph(page.text(found.goal)),
            element(
                "p",
                element(
                    "a",
                    {"class": "ww-button", "href": page.place(Session, name)},
                    say("session.open"),
                    element("span", {"class": "ww-hidden"}, ": ", found.title),
                ),
            ),
        ),
    )


def _radios(name: str, legend: str, choices: list[tuple[str, str]]) -> Markup:
    listed = [(EVERY, say("session.any")), *choices]
    return stacked(
        "fieldset",
        {"class": f"ww-choose ww-choose-{name}"},
        element("legend", legend),
        *(
            element(
                "label",
                element(
                    "input",
                    {
                        "type": "radio",
                        "name": f"ww-{name}",
                        "value": value,
                        "checked": value == EVERY,
                        "autocomplete": "off",
                    },
                ),
                element("span", words),
            )
            for value, words in listed
        ),
    )


def _piece(page: PlaceOnSite, name: str, piece: Piece) -> Child:
    files = links(piece, lambda ending: {"href": page.root + address(name, piece, ending), "download": True})
    return join("", (files, element("br"), say(f"session.about_{piece.key}")))


def _programme(page: PlaceOnSite, found: Session) -> Markup:
    rows = [
        (clock, _part(page, part), say("exercise.minutes", minutes=part.minutes))
        for part, clock in zip(found.parts, starts(found), strict=True)
    ]
    heads = (say(f"session.{key}") for key in ("when", "part", "minutes"))
    return table(say("session.programme"), heads, rows, "ww-few")


def _part(page: PlaceOnSite, part: SessionPart) -> Child:
    """What happens in a part, with a link to where it stands whole."""
    if part.exercise:
        shown: Child = page.named(Exercise, part.exercise)
    elif part.cases:
        shown = page.link(
            addresses.tree_page(part.cases), say("session.cases", title=page.library.trees[part.cases].title)
        )
    else:
        shown = part.title or say(f"session.moment_{part.moment}")
    return join("", (shown, bullets(map(page.text, part.steps)))) if part.steps else shown


def _section(key: str, body: Child) -> Markup:
    return lines(element("h2", {"id": key}, say(f"session.{key}")), body)
