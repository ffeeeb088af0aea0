"""How much a reader passes on the way to an advice: taps, and words in sight, for every case of a tree.

Pure: it walks, and reads the same views as the page does. A word is what stands between spaces and has a letter or a digit.
What stands around every node of a wizard alike (the danger line, the progress, the buttons) is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import plain, with_addresses
from wegwijzer.render.contact import in_short, ways_to
from wegwijzer.render.html_action import SHOWN, told_alone
from wegwijzer.view.nodes import live_view
from wegwijzer.view.phrases import followed_words
from wegwijzer.view.records import Credit, Entry, Line, NodeView, PolicyUse, Related, Section
from wegwijzer.walk.entries import ends_of
from wegwijzer.walk.walker import Given, Walker, WalkError, walk_mapping

Steps = list[tuple[str, Any]]

FROM_START_PAGE = 1
"""The tap by which a reader opens the wizard."""
MEASURES = ("taps", "words", "first_taps", "first_words", "result")
"""What a project can bound, by its name in `Effort`."""
FIGURES = {"p50": 50, "p90": 90, "worst": 100}
"""What is said of all cases together: how many of a hundred need no more."""
UNTITLED = {"help", "warning", "tasks", "sources"}
"""Sections above which the page has no heading."""
MOST_TOLD = 3


@dataclass(frozen=True)
class Limits:
    """What a project wants of the cases of a tree. `most`: measure → figure → the most. `doors`: the entries that stand on its
    start page, so that a reader need not answer what they know.
    """

    most: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    doors: tuple[str, ...] = ()


NO_LIMITS = Limits()


@dataclass(frozen=True)
class Effort:
    """The effort of one walk. Up to the advice where it ends: `taps` and `words`; up to the first node that says something to
    do, itself not counted: `first_taps` and `first_words`. Words on the advice: `result` in sight, `whole` with what is folded.
    """

    title: str
    taps: int
    words: int
    first_taps: int
    first_words: int
    result: int
    whole: int


@dataclass(frozen=True)
class Passed:
    """A figure that is more than a project wants, with the cases that weigh most."""

    measure: str
    figure: str
    value: int
    most: int
    worst: tuple[Effort, ...]


def efforts(compiled: Compiled, doors: Iterable[str] = ()) -> list[Effort]:
    """The effort of each case that ends in an advice, in order of the file, through the door that saves it most."""
    ends = ends_of(compiled)
    known = [ends[name].path for name in doors if name in ends]
    found = (effort(compiled, case.title, case.answers, case.given, known) for case in compiled.tree.cases)
    return [each for each in found if each]


def effort(
    compiled: Compiled, title: str, answers: Mapping[str, Any], given: Given, known: Iterable[Steps] = ()
) -> Effort | None:
    """The effort of a walk with these answers by question; None when they lead to no advice. `known`: beginnings of which a
    reader need not answer anything.
    """
    try:
        walked = walk_mapping(compiled, answers, given=given)
    except WalkError:
        return None
    saved = max((len(steps) for steps in known if walked.path[: len(steps)] == steps), default=0)
    return _measured(walked, title, saved) if walked.final else None


def _measured(walked: Walker, title: str, saved: int) -> Effort:
    again = Walker(walked.compiled, walked.given)
    taps, words = FROM_START_PAGE, 0
    first: tuple[int, int] | None = None
    for index, (node, answer) in enumerate(walked.path):
        if index in walked.decided:
            continue
        if index < saved:
            again.give(node, answer)
            continue
        view = live_view(again.settle(until=(node,)))
        if first is None and view.kind == "action":
            first = taps, words
        words += asked_words(view)
        taps += taps_of(view, answer)
        again.give(node, answer)
    first_taps, first_words = first or (taps, words)
    open_words, folded = told_words(live_view(again.settle()))
    return Effort(title, taps, words, first_taps, first_words, open_words, open_words + folded)


def taps_of(view: NodeView, answer: Any) -> int:
    """One for an answer or to go on; several choices ask a tap each and one to go on, a text the field and one to go on.

    What would be followed without asking, a reader must first open to change it.
    """
    opened = int(view.quiet)
    if view.many:
        return opened + len(answer) + 1
    return opened + (2 if view.fill else 1)


def asked_words(view: NodeView) -> int:
    """The words of a node that a reader passes: title, help, every answer with what stands below it."""
    return told_words(view)[0] + sum(map(count, _answers(view)))


def told_words(view: NodeView) -> tuple[int, int]:
    """The words of a node without its answers: in sight, and folded."""
    around = [view.title]
    around += [say(f"urgency.{view.urgency}")] if view.urgency else []
    around += [view.outcome.text] if view.outcome else []
    around += [say("node.policy")] if view.policy else []
    if view.kind == "action" and not view.final:
        around += [say("node.interim"), say("node.continue")]
    for begin, uses in followed_words(view):
        around += [begin, *(f"{use.short}: {use.value}" for use in uses)]
        around += [say("node.change") for use in uses if use.change]
    seen, folded = sum(map(count, around)), 0
    for section in view.sections:
        seen += sum(map(count, _in_sight(view, section)))
        folded += sum(map(count, _in_fold(view, section)))
    return seen, folded


@lru_cache(maxsize=20_000)
def count(text: str) -> int:
    """How many words a text has; of a link its words count, not its address."""
    return sum(any(map(str.isalnum, word)) for word in plain(text).split())


def _answers(view: NodeView) -> Iterator[str]:
    if view.many:
        yield say("node.choose_many")
    if view.fill:
        yield say("node.fill_label")
        yield say("node.optional") if view.fill.optional else ""
        yield view.fill.unit or ""
    if view.many or view.fill:
        yield say("node.next")
    for answer in view.answers:
        yield answer.text
        yield say("origin.kept") if answer.kept else ""
        yield say("node.default") if answer.default else ""
        yield answer.example
        yield answer.help
        yield say("node.argument", argument=answer.argument) if answer.argument else ""


def _in_sight(view: NodeView, section: Section) -> Iterable[str]:
    """Of a question all but its sources; of an action what to do, what to say and whom to reach, in short."""
    if section.name == "undecided":
        return [say("document.undecided_count", count=len(section.entries) - 1)]
    if section.name == "contacts":
        return chain.from_iterable(map(in_short, section.of(Contact)))
    if view.kind == "action":
        seen = section.name in SHOWN or (section.name == "help" and told_alone(view))
    else:
        seen = section.name != "sources"
    return _section(section) if seen else ()


def _in_fold(view: NodeView, section: Section) -> Iterable[str]:
    """What a reader has to unfold: the rest, and contacts in full."""
    if section.name in {"undecided", "contacts"} or not any(_in_sight(view, section)):
        return _section(section)
    return ()


def _section(section: Section) -> Iterator[str]:
    if section.name not in UNTITLED:
        yield from [section.heading] * (len(section.entries) if section.name == "handover" else 1)
    if section.name == "reply":
        yield say("node.reply_help")
    for entry in section.entries:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    match entry:
        case Line():
            yield from (
                entry.condition,
                with_addresses(entry.text) if entry.style == "quote" else entry.text,
                *entry.points,
            )
            yield say("node.who", who=entry.who) if entry.who else ""
            yield say("node.within", term=entry.within) if entry.within else ""
            yield say("node.own") if entry.own else ""
            # that a task is an addition of ours stands with the sources
            yield say("node.editorial") if entry.editorial and entry.style != "task" else ""
        case Contact():
            yield from (entry.name, entry.for_, ways_to(entry).text)
        case PolicyUse():
            yield from (entry.question, entry.value, say(f"origin.{entry.origin}"))
        case Related():
            yield entry.title
        case Credit():
            yield from (entry.title, *entry.places)


# -- all cases of a tree together --------------------------------------------------------------------------


def figure_of(found: Sequence[Effort], measure: str, share: int) -> int:
    """What `share` of a hundred walks do not pass: the smallest value that is enough (nearest rank). 0 without walks."""
    values = sorted(getattr(each, measure) for each in found)
    return int(values[-(-len(values) * share // 100) - 1]) if values else 0


def figures_of(found: Sequence[Effort]) -> dict[str, dict[str, int]]:
    """Measure → figure → value."""
    return {
        measure: {name: figure_of(found, measure, share) for name, share in FIGURES.items()} for measure in MEASURES
    }


def heaviest(found: Iterable[Effort], measure: str) -> tuple[Effort, ...]:
    """The three walks that weigh most in a measure, the worst first."""
    return tuple(sorted(found, key=lambda each: (-getattr(each, measure), each.title))[:MOST_TOLD])


def passed(found: Sequence[Effort], limits: Limits) -> Iterator[Passed]:
    """Every limit that the cases of a tree pass, in order of `MEASURES` and `FIGURES`."""
    values = figures_of(found)
    for measure in MEASURES:
        for name in FIGURES:
            most = limits.most.get(measure, {}).get(name)
            if most is not None and values[measure][name] > most:
                yield Passed(measure, name, values[measure][name], most, heaviest(found, measure))
