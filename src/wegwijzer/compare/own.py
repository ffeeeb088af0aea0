"""What changes for a municipality that decides otherwise: which choices, and what follows of each in trees and in texts.

Both sides are the same trees under other decisions, so all that differs rests on a choice that differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from wegwijzer.compare.diff import TreeDiff, compare_tree
from wegwijzer.compile.choices import version_of
from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.decided import decide
from wegwijzer.locale import say
from wegwijzer.model import Question
from wegwijzer.model.text import fill_in, placeholders
from wegwijzer.proof.pruned import left_under
from wegwijzer.proof.texts import text_ends
from wegwijzer.render.blocks import document_blocks
from wegwijzer.view.document import document_lines
from wegwijzer.view.policies import choice_words
from wegwijzer.view.texts import Texts
from wegwijzer.walk.walker import Walker

Decided = Mapping[str, Any]
"""What was decided, `beleid.vraag` → an answer, answers or a text."""
APART = {"document", "default", "cases", "chart"}
"""What is told of a text or of the choice itself, and what only follows a node: not told again."""


@dataclass(frozen=True)
class ChoiceChange:
    """One choice, with what counted before and what counts now."""

    name: str
    question: str
    before: str
    after: str


@dataclass(frozen=True)
class Clause:
    """A place in a text, below which heading, with the paragraphs that went and those that came."""

    under: str
    gone: tuple[str, ...]
    came: tuple[str, ...]


@dataclass(frozen=True)
class TextDiff:
    """`kind` says whether the text itself changed, came or went; `versions` are those of the choices that it follows."""

    tree: str
    step: str
    title: str
    kind: str
    clauses: tuple[Clause, ...] = ()
    versions: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class OwnDiff:
    """`other` names what else differs in the two files."""

    choices: tuple[ChoiceChange, ...] = ()
    trees: tuple[TreeDiff, ...] = ()
    texts: tuple[TextDiff, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.choices or self.other)


def compare_own(
    trees: Mapping[str, Compiled], questions: Mapping[str, Question], old: Decided, new: Decided
) -> OwnDiff:
    """Everything that follows from what differs between two sets of decisions on `questions`, every policy that there is."""
    differ = [name for name in questions if old.get(name) != new.get(name)]
    changes = tuple(
        ChoiceChange(
            name,
            questions[name].text or questions[name].short or name,
            _value(questions[name], old.get(name)),
            _value(questions[name], new.get(name)),
        )
        for name in differ
    )
    found: list[TreeDiff] = []
    texts: list[TextDiff] = []
    for compiled in trees.values():
        if not {*compiled.policies, *compiled.own_choices}.isdisjoint(differ):
            changed = compare_tree(*(_under(compiled, decided, differ) for decided in (old, new)))
            changed = changed and _without_texts(changed)
            found += [changed] if changed else []
            texts += text_changes(compiled, old, new)
    return OwnDiff(changes, tuple(found), tuple(texts))


def _value(question: Question, value: Any) -> str:
    """What was decided; without a decision the default counts, and it says so."""
    if value is not None:
        return choice_words(question, value)
    default = choice_words(question, question.default) if question.default else ""
    return say("compare.own_default", value=default) if default else say("compare.own_open")


# -- trees ---------------------------------------------------------------------------------------------------


def _under(compiled: Compiled, decided: Decided, differ: list[str]) -> Compiled:
    """A tree under decisions, with the values in its texts of the choices that differ."""
    made = left_under(compiled, decided)
    tree, policies = made.tree, made.policies

    def value(name: str) -> str:
        question = tree.questions.get(name)
        owner = (question and question.policy) or name
        shown = owner in policies and owner in differ
        return choice_words(policies[owner], policies[owner].default or "") if shown else f"$${name}"

    def filled(record: Any) -> Any:
        if isinstance(record, str):
            return fill_in(record, value, tree.uses) if placeholders(record, tree.uses) else record
        if isinstance(record, tuple):
            return tuple(map(filled, record))
        if isinstance(record, dict):
            return {key: filled(each) for key, each in record.items()}
        if is_dataclass(record) and not isinstance(record, type):
            return replace(record, **{each.name: filled(getattr(record, each.name)) for each in fields(record)})
        return record

    return replace(made, tree=replace(tree, actions=filled(tree.actions), closing=filled(tree.closing)))


def _without_texts(found: TreeDiff) -> TreeDiff | None:
    """What changed in a tree for who walks it; None when nothing did."""
    changes = tuple(change for change in found.changes if change.key not in APART)
    return replace(found, changes=changes, lost_links=(), versions=("", "")) if changes or found.moved else None


# -- texts ---------------------------------------------------------------------------------------------------


def text_changes(compiled: Compiled, old: Decided, new: Decided) -> Iterator[TextDiff]:
    """What changes in the texts that a tree ends in."""
    ends = [text_ends(decide(compiled, decided)) for decided in (old, new)]
    versions = (version_of(compiled, old), version_of(compiled, new))
    for step in dict.fromkeys([*ends[0], *ends[1]]):
        one, other = (_parts(compiled, decided, step) for decided in (old, new))
        title = next((text for _, text in (*other, *one)), step)
        if not all(step in names for names in ends):
            yield TextDiff(compiled.id, step, title, "added" if step in ends[1] else "removed", versions=versions)
        elif clauses := tuple(_clauses(one, other)):
            yield TextDiff(compiled.id, step, title, "changed", clauses, versions)


def _parts(compiled: Compiled, decided: Decided, step: str) -> list[tuple[str, str]]:
    """The paragraphs of a text, each below which heading; what depends on an answer of who walks says so."""
    walker = Walker(compiled, decided, start=step)
    found, under = [], ""
    for block in document_blocks(document_lines(Texts(compiled, walker), compiled.tree.actions[step])):
        if block.kind in ("title", "annex", "heading", "subheading"):
            under = block.text
        found.append((under, block.text))
    return found


def _clauses(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> Iterator[Clause]:
    """Where two texts differ, heading by heading."""
    gone: dict[str, list[str]] = {}
    came: dict[str, list[str]] = {}
    for kind, before, until, after, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            for side, parts in ((gone, old[before:until]), (came, new[after:end])):
                for under, text in parts:
                    side.setdefault(under, []).append(text)
    for under in dict.fromkeys([*(head for head, _ in old), *(head for head, _ in new)]):
        if under in gone or under in came:
            yield Clause(under, tuple(gone.get(under, ())), tuple(came.get(under, ())))
