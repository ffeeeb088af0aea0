"""W405: a copy of evidence before anybody asked what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import Compiled
from wegwijzer.graph import reached
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page
from wegwijzer.language.lists import finder
from wegwijzer.language.prose import sentences
from wegwijzer.locale import say
from wegwijzer.model import Paragraph, Task, Where
from wegwijzer.model.safety import Evidence
from wegwijzer.model.text import plain
from wegwijzer.problems import Finding


@dataclass
class _Unit:
    """Texts that stand together. `told` are those in which a copy may be named, `asks` says that they surely ask;
    what a `guarded` unit asks holds for itself alone.
    """

    texts: list[tuple[Where, str]]
    told: set[Where] = field(default_factory=set)
    asks: bool = False
    guarded: bool = False


def check(context: Context) -> Iterator[Finding]:
    if context.library.safety is None:
        return
    evidence = _Evidence(context.library.safety.evidence)
    compiled = context.compiled
    steps = {name: list(_units(compiled, name, evidence)) for name in compiled.lines}
    asking = {name for name, units in steps.items() if evidence.asked_in(units)}
    asking -= {name for name, question in compiled.tree.questions.items() if question.policy}
    goals = {name: [] if name in asking else list(_goals(compiled, name)) for name in steps}
    unasked = reached(_entries(context), lambda name: goals.get(name, ()))
    units = [unit for name in steps if name in unasked for unit in evidence.first_untold(steps[name])]
    closing = [_step(("closing", index), task, evidence) for index, task in enumerate(compiled.tree.closing)]
    for where, word in [*units, *evidence.first_untold(closing)]:
        yield evidence.finding(where, word)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """A page: in order, until the question or a link to it stands there."""
    if library.safety is None or not isinstance(record, Page):
        return
    evidence = _Evidence(library.safety.evidence)
    for paragraph in record.paragraphs():
        if any(href.endswith(link) for href in paragraph.links for link in evidence.links):
            return
        unit = _Unit([(paragraph.where, paragraph.text)], told={paragraph.where})
        for where, word in evidence.first_untold([unit]):
            yield evidence.finding(where, word, evidence.on_page)
            return
        if evidence.asked_in([unit]):
            return


class _Evidence:
    """The words of data/safety.yml as expressions."""

    def __init__(self, record: Evidence) -> None:
        self.ask, self.links = record.ask, record.links
        self.words, self.who, self.what = finder(record.words), finder(record.who), finder(record.what)
        self.against = finder(record.against)
        self.without = re.compile(rf"{finder(record.without).pattern}\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)

    def asked_in(self, units: Iterable[_Unit]) -> bool:
        """Whether a reader who reads these has surely been asked."""
        return any(
            not unit.guarded and (unit.asks or self._asks(" ".join(text for _, text in unit.texts))) for unit in units
        )

    def first_untold(self, units: Iterable[_Unit]) -> Iterator[tuple[Where, str]]:
        """The first text, with its word, that names a copy before anything asked; at most one."""
        for unit in units:
            seen = ""
            for where, text in unit.texts:
                for sentence in sentences(plain(text)):
                    seen = f"{seen} {sentence}"
                    word = self._named(sentence) if where in unit.told else ""
                    if word and not unit.asks and not self._asks(seen):
                        yield where, word
                        return
            if self.asked_in([unit]):
                return

    def finding(self, where: Where, word: str, hint: str = "") -> Finding:
        return Finding(
            where,
            say("W405.unasked", word=word),
            hint or say("W405.ask_before", task=self.ask),
            find=word,
        )

    @property
    def on_page(self) -> str:
        """What to do on a page."""
        links = say("words.or").join(f"‘{link}’" for link in self.links)
        return say("W405.ask_or_link", links=links) if links else say("W405.ask_first")

    def _asks(self, text: str) -> bool:
        return bool(self.who.search(text) and self.what.search(text))

    def _named(self, sentence: str) -> str:
        """The first word for a copy in a sentence, unless it says not to make one."""
        for match in self.words.finditer(sentence) if not self.against.search(sentence) else ():
            if not self.without.search(sentence[: match.start()]):
                return match.group()
        return ""


def _units(compiled: Compiled, name: str, evidence: _Evidence) -> Iterator[_Unit]:
    """What a reader reads of a step, in order."""
    question = compiled.tree.questions.get(name)
    if question:
        here = ("questions", name)
        texts: list[tuple[Where, str | None]] = [((*here, "text"), question.text), ((*here, "help"), question.help)]
        for key, answer in question.answers.items():
            texts += [((*here, "answers", key, part), getattr(answer, part)) for part in ("text", "help")]
        yield _Unit(
            [(where, text) for where, text in texts if text], told={where for where, _ in texts if where[-1] == "help"}
        )
        return
    action = compiled.tree.actions[name]
    here = ("actions", name)
    for key in ("title", "help"):
        text = getattr(action, key)
        if text:
            yield _Unit([((*here, key), text)], told={(*here, key)})
    for index, task in enumerate(action.steps):
        yield _step((*here, "steps", index), task, evidence)
    for index, paragraph in enumerate(action.document):
        yield _step((*here, "document", index), paragraph, evidence)


def _step(where: Where, part: Task | Paragraph, evidence: _Evidence) -> _Unit:
    texts = [((*where, "text"), part.text or "")]
    asks = False
    if isinstance(part, Task):
        texts += [((*where, "points", index), point) for index, point in enumerate(part.points)]
        asks = part.use == evidence.ask
    return _Unit(texts, told={place for place, _ in texts}, asks=asks, guarded=part.when is not None)


def _goals(compiled: Compiled, name: str) -> Iterator[str]:
    for _, target in compiled.exits(name):
        yield from (route.to for route in target.routes)


def _entries(context: Context) -> set[str]:
    """Where a reader may begin: the start, a chapter, and where another tree hands over to this one."""
    tree = context.tree
    found = {route.to for route in tree.start.routes} | {chapter.start for chapter in tree.chapters.values()}
    handed: dict[str, set[str]] = context.library.note(__name__, _handed_over)
    return found | handed.get(context.tree_id, set())


def _handed_over(library: Library) -> dict[str, set[str]]:
    """The nodes at which trees hand over to another one, by that tree."""
    found: dict[str, set[str]] = {}
    for other in library.trees.values():
        for action in other.actions.values():
            for route in action.to.routes if action.to else ():
                goal, _, node = route.to.partition("/")
                if node:
                    found.setdefault(goal, set()).add(node)
    return found


RULE = Rule(
    module=__name__,
    code="W405",
    level="error",
    requires=("unknown_node", "double_node", "missing_route"),
    tree=check,
    data=check_data,
)
