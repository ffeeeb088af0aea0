"""The text that a reader makes: its paragraphs, and what stands there when a local choice is not made yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijzer.compile.choices import choices_guarding, choices_within
from wegwijzer.compile.conditions import holds
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Action, Paragraph
from wegwijzer.view.policies import policy_text
from wegwijzer.view.records import Line
from wegwijzer.view.texts import Texts

OPENS = ("heading", "annex")
"""The styles that begin a part of a text; an annex goes on until the next one."""


def document_lines(texts: Texts, action: Action) -> tuple[Line, ...]:
    """The paragraphs of an action. What `undecided` leaves out or marks rests on a choice that nobody made: not kept, not
    answered in this walk, or answered with "not decided yet". `texts.open` gathers those choices.

    A form without memory shows each paragraph with its guard in words, whatever `undecided` says.
    """
    if texts.walker is None:
        return texts.lines(action.document)
    told: set[str] = set()
    shown = [_paragraph(texts, part, part.undecided or action.undecided, told) for part in action.document]
    return tuple(line for index in _with_something_below(action.document, shown) for line in shown[index])


def undecided_lines(texts: Texts) -> tuple[Line, ...]:
    """The choices over which a text promises nothing, each with its default."""
    lines = []
    for name in texts.open:
        question = texts.compiled.policies[name]
        default = policy_text(texts.compiled, texts.walker, name)
        key = "document.open" if default else "document.open_without"
        lines.append(Line(say(key, question=question.text or question.short or name, value=default), style="item"))
    return (Line(say("document.undecided_help")), *lines) if lines else ()


def _paragraph(texts: Texts, part: Paragraph, mode: str, told: set[str]) -> tuple[Line, ...]:
    """A paragraph as it stands in the text, if it does; `told` are the choices that already have a mark."""
    if mode == "default":
        return texts.lines([part])
    asked = _open(texts, choices_guarding(texts.compiled, part))
    if asked:  # what it says whichever way these are decided, if anything
        applies = holds(part.when, lambda fact: _known(texts, fact, asked))
        if applies is False:
            return ()
        if applies is None and part.style not in OPENS:
            texts.open |= dict.fromkeys(asked)
            return _mark(texts, part, [name for name in asked if name not in told], told) if mode == "mark" else ()
        part = replace(part, when=None)
    within = _open(texts, choices_within(texts.compiled, part.text))
    texts.open |= dict.fromkeys(within)
    if within and mode == "leave-out":
        return ()
    texts.marking = True
    lines = texts.lines([part])
    texts.marking = False
    return lines


def _mark(texts: Texts, part: Paragraph, names: list[str], told: set[str]) -> tuple[Line, ...]:
    told.update(names)
    return (Line(texts.mark(*names), style=part.style),) if names else ()


def _open(texts: Texts, names: dict[str, None]) -> dict[str, None]:
    """Those of some choices that nobody made; the ones that somebody did make count as looked at."""
    made = {name for name in names if texts.walker and not texts.walker.by_default(name)}
    texts.looked |= dict.fromkeys(name for name in names if name in made)
    return dict.fromkeys(name for name in names if name not in made)


def _known(texts: Texts, fact: str, asked: dict[str, None]) -> bool | None:
    owner, _, answer = fact.rpartition(".")
    if owner in asked:
        return True if answer == UNDECIDED else None
    return texts.walker.fact(fact) if texts.walker else None


def _with_something_below(parts: tuple[Paragraph, ...], shown: list[tuple[Line, ...]]) -> Iterator[int]:
    """The places of what is shown, without a heading of which all that stands below it in the file is left out."""
    for index, part in enumerate(parts):
        if part.style not in OPENS:
            yield index
            continue
        ends = OPENS if part.style == "heading" else ("annex",)
        after = next((at for at in range(index + 1, len(parts)) if parts[at].style in ends), len(parts))
        below = [at for at in range(index + 1, after) if parts[at].style not in OPENS]
        if not below or any(shown[at] for at in below):
            yield index
