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

OPENS = {"annex": 0, "heading": 1, "subheading": 2}
"""The styles that begin a part of a text, each with its level: a part goes on until the next one of its level or above."""


def document_lines(texts: Texts, action: Action, *, finished: bool = False) -> tuple[Line, ...]:
    """The paragraphs of an action. What `undecided` leaves out or marks rests on a choice that nobody made: not kept, not
    answered in this walk, or answered with "not decided yet". `texts.open` gathers those choices.

    A form without memory shows each paragraph with its guard in words, whatever `undecided` says. So does a walk that does
    not know what was answered, unless the text is to be `finished`: then nothing of it stands there, or an open place, and
    `texts.unfilled` has the questions whose answer is missed.
    """
    if texts.walker is None:
        return texts.lines(action.document)
    told: set[str] = set()
    parts = [_finished(texts, part, told) if finished else part for part in action.document]
    shown = [_paragraph(texts, part, part.undecided or action.undecided, told) if part else () for part in parts]
    return tuple(line for index in _with_something_below(action.document, shown) for line in shown[index])


def unfilled_lines(texts: Texts) -> tuple[Line, ...]:
    """The questions whose answer a text misses."""
    questions = texts.compiled.tree.questions
    return tuple(Line(questions[name].text or name, style="item") for name in texts.unfilled if name in questions)


def undecided_lines(texts: Texts) -> tuple[Line, ...]:
    """The choices over which a text promises nothing, each with its default."""
    lines = tuple(_with_default(texts, name) for name in texts.open)
    return (Line(say("document.undecided_help")), *lines) if lines else ()


def default_lines(texts: Texts) -> tuple[Line, ...]:
    """The choices that nobody made and of which a text has the default."""
    return tuple(_with_default(texts, name) for name in texts.defaults if name not in texts.open)


def _with_default(texts: Texts, name: str) -> Line:
    question = texts.compiled.policies[name]
    default = policy_text(texts.compiled, texts.walker, name)
    key = "document.open" if default else "document.open_without"
    return Line(say(key, question=question.text or question.short or name, value=default), style="item")


def _finished(texts: Texts, part: Paragraph, told: set[str]) -> Paragraph | None:
    """A paragraph for a text in which nothing depends any more on an answer; None where it is not known whether it applies.
    Of what a reader picks from a list, an open place stands for the first: the list would seem complete without.
    """
    walker = texts.walker
    if walker is None or part.when is None or holds(part.when, walker.fact_for_content) is not None:
        return part
    owners = [fact.rpartition(".")[0] for fact in part.when.facts() if walker.fact_for_content(fact) is None]
    if part.style in OPENS:
        return replace(part, when=None)
    questions = texts.compiled.tree.questions
    missed = dict.fromkeys(name for name in owners if name in questions)
    listed = [name for name in missed if questions[name].choose == "many" and name not in told]
    texts.unfilled |= missed
    told.update(missed)
    return replace(part, text=" ".join(f"${name}" for name in listed), when=None) if listed else None


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
        level = OPENS[part.style]
        after = next((at for at in range(index + 1, len(parts)) if OPENS.get(parts[at].style, 9) <= level), len(parts))
        below = [at for at in range(index + 1, after) if parts[at].style not in OPENS]
        if not below or any(shown[at] for at in below):
            yield index
