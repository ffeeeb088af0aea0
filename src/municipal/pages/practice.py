"""What municipalities do and choose: practice cards, and a local choice with the arguments of every side."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from municipal.pages.registers import difference
from municipal.records import Contradiction, Practice
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets


def practices(page: PlaceOnSite, topic: str) -> str:
    """The practice examples on one topic, as cards. Raises KeyError when there are none."""
    names = [name for name, item in page.library.of(Practice).items() if topic in item.topics]
    if not names:
        raise KeyError(topic)
    return practice_cards(page, names)


def practice_cards(page: PlaceOnSite, names: Iterable[str]) -> str:
    """The practice examples with these names, as cards."""
    return block(bullets((_practice(page, name) for name in names), "ww-cards ww-practices"))


def _practice(page: PlaceOnSite, name: str) -> str:
    item = page.library.of(Practice)[name]
    return (
        f'<strong id="{name}">{escape(item.title)}</strong> <span class="ww-tag">{escape(item.where)}</span>'
        f"<p>{page.text(item.text)}</p>"
        + (f"<p><em>{page.text(item.why)}</em></p>" if item.why else "")
        + (f"<p>{escape(say('guide.choice'))}: {page.choice(item.choice)}</p>" if item.choice else "")
        + page.sources(item)
    )


def choice(page: PlaceOnSite, name: str) -> str:
    """A local choice with its options and arguments, and the differences between the sources that it settles.

    Raises KeyError for a choice that does not exist.
    """
    question = page.library.policy(name)
    if question is None:
        raise KeyError(name)
    options = [
        f"<strong>{escape(answer.text or key)}</strong>"
        + (f' <span class="ww-tag">{escape(say("node.default"))}</span>' if key == question.default else "")
        + (f"<p>{page.text(answer.argument)}</p>" if answer.argument else "")
        + (f"<p>{page.text(answer.help)}</p>" if answer.help else "")
        + page.sources(answer)
        for key, answer in page.library.answers(question).items()
        if key != UNDECIDED
    ]
    filled = f"<p>{escape(say('guide.filled', value=question.default or ''))}</p>" if question.fill else ""
    differences = [key for key, item in page.library.of(Contradiction).items() if item.choice == name]
    return block(
        '<div class="ww-choice">',
        f"<p><strong>{escape(say('guide.you_choose'))}</strong> {escape(question.text or name)}</p>",
        filled,
        bullets(options, "ww-options"),
        f"<details><summary>{escape(say('guide.differ'))}</summary>" if differences else "",
        "\n".join(difference(page, key) for key in differences),
        "</details>" if differences else "",
        f"<p>{escape(say('guide.decide'))} {page.choice(name)}</p></div>",
    )
