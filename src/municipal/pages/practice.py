"""What municipalities do and choose: practice cards, and a local choice with the arguments of every side."""

from __future__ import annotations

from collections.abc import Iterable

from municipal.pages.registers import difference
from municipal.records import Contradiction, Practice
from wegwijzer.compile.decided import keys_of
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Question
from wegwijzer.pages.project import decided
from wegwijzer.render.element import LINE, NOTHING, Child, Markup, element, join, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph


def practices(page: PlaceOnSite, topic: str) -> Markup:
    """The practice examples on one topic, as cards. Raises KeyError when there are none."""
    names = [name for name, item in page.library.of(Practice).items() if topic in item.topics]
    if not names:
        raise KeyError(topic)
    return practice_cards(page, names)


def practice_cards(page: PlaceOnSite, names: Iterable[str]) -> Markup:
    """The practice examples with these names, as cards."""
    return block(bullets((_practice(page, name) for name in names), "ww-cards ww-practices"))


def _practice(page: PlaceOnSite, name: str) -> Markup:
    item = page.library.of(Practice)[name]
    return join(
        "",
        (
            element("strong", {"id": name}, item.title),
            " ",
            element("span", {"class": "ww-tag"}, item.where),
            paragraph(page.text(item.text)),
            paragraph(element("em", page.text(item.why))) if item.why else None,
            paragraph(say("guide.choice"), ": ", page.choice(item.choice)) if item.choice else None,
            page.sources(item),
        ),
    )


def choice(page: PlaceOnSite, name: str) -> Markup:
    """A local choice with its options and arguments, and the differences between the sources that it settles.

    Raises KeyError for a choice that does not exist.
    """
    question = page.library.policy(name)
    if question is None:
        raise KeyError(name)
    options = (
        (
            element("strong", answer.text or key),
            _standing(name, key, question),
            paragraph(page.text(answer.argument)) if answer.argument else None,
            paragraph(page.text(answer.help)) if answer.help else None,
            page.sources(answer),
        )
        for key, answer in page.library.answers(question).items()
        if key != UNDECIDED
    )
    differences = [key for key, item in page.library.of(Contradiction).items() if item.choice == name]
    return block(
        element(
            "div",
            {"class": "ww-choice"},
            LINE,
            lines(
                paragraph(element("strong", say("guide.you_choose")), " ", question.text or name),
                paragraph(_filled(name, question)) if question.fill else NOTHING,
                bullets(options, "ww-options"),
                _differing(page, differences) if differences else NOTHING,
                paragraph(say("guide.decide"), " ", page.choice(name)),
            ),
        )
    )


def _standing(name: str, key: str, question: Question) -> Child:
    """Beside an option: that it was decided, where the site is somebody's own, or that it holds as long as nobody decides."""
    made = decided().get(name)
    if made is None:
        said = say("node.default") if key == question.default else ""
    else:
        said = say("origin.kept") if key in keys_of(made) else ""
    return (" ", element("span", {"class": "ww-tag"}, said)) if said else None


def _filled(name: str, question: Question) -> str:
    made = decided().get(name)
    return say("guide.filled", value=question.default or "") if made is None else say("words.decided", answer=made)


def _differing(page: PlaceOnSite, names: Iterable[str]) -> Markup:
    summary = element("summary", say("guide.differ"))
    return element("details", lines(summary, *(difference(page, name) for name in names)), LINE)
