"""What trees and pages refer to: other trees, frames, sources, contacts, standard steps, terms …, by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from wegwijzer.kinds.guide import (
    Contradiction,
    Exercise,
    Frame,
    MeetingFile,
    Organisation,
    Practice,
    Publication,
    Term,
    ThreeRFile,
)
from wegwijzer.model import Answer, Contact, Part, Question, Source, Step, Tree, ValuesFile
from wegwijzer.model.safety import SafetyFile


@dataclass
class Library:
    """`has_data` is False when a tree stands alone: then sources, contacts and steps cannot be looked up.

    Fields that have the name of a key of a data file hold what stands under that key. `referred`: kind of name →
    the names that some file refers to; a register's references to its own entries do not count.
    `data` holds the data files themselves and `pages` the texts of the pages, by name. `broken` names the files that
    could not be read, as `trees/reactie`, `partial` those of which a part was left out. `complete` is True when every
    file of a project is here, `whole` when moreover each could be read: only then nothing refers to something.
    """

    has_data: bool = False
    whole: bool = False
    trees: dict[str, Tree] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    options: dict[str, dict[str, Answer]] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    practices: dict[str, Practice] = field(default_factory=dict)
    contradictions: dict[str, Contradiction] = field(default_factory=dict)
    exercises: dict[str, Exercise] = field(default_factory=dict)
    three_r: ThreeRFile | None = None
    meeting: MeetingFile | None = None
    safety: SafetyFile | None = None
    data: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)
    complete: bool = False
    referred: dict[Any, set[str]] = field(default_factory=dict)

    def add_data(self, name: str, record: Any) -> None:
        """Take in what one data file holds. The steps of the 3R grid are standard steps like any other."""
        self.data[name] = record
        if isinstance(record, ValuesFile):
            self.options["values"] = record.values
        elif isinstance(record, MeetingFile):
            self.meeting = record
        elif isinstance(record, SafetyFile):
            self.safety = record
        elif isinstance(record, ThreeRFile):
            self.three_r = record
            for rows in record.grid.values():
                for steps in rows.values():
                    self.steps |= steps
        else:
            for item in fields(record):
                getattr(self, item.name).update(getattr(record, item.name))

    def unread(self, folder: str) -> set[str]:
        """The names of the files of a folder, written with a slash at its end, that could not be read."""
        return {name.removeprefix(folder) for name in self.broken if name.startswith(folder)}

    @property
    def values(self) -> Mapping[str, Answer]:
        """The values that frames appeal to and that a vision chooses from."""
        return self.options.get("values", {})

    def policy(self, name: str) -> Question | None:
        """The question of a local choice, by its name `beleid.vraag`."""
        tree_id, _, question_id = name.partition(".")
        tree = self.trees.get(tree_id)
        return tree.questions.get(question_id) if tree else None

    def policy_trees(self) -> set[str]:
        """The trees that other trees use for local choices."""
        return {used for tree in self.trees.values() for used in tree.uses}

    def answers(self, question: Question) -> dict[str, Answer]:
        """The answers of a question: its own, those of its local choice, or those that `from` names.

        An own answer under the same name adds its route and marks, and may replace words.
        """
        if question.policy:
            base = self.answers(self.policy(question.policy) or Question())
        else:
            base = self.options.get(question.from_ or "", {})
        shared = {key: _joined(answer, question.answers.get(key, Answer())) for key, answer in base.items()}
        return {**shared, **{key: answer for key, answer in question.answers.items() if key not in base}}


def _joined(base: Answer, own: Answer) -> Answer:
    return replace(
        base,
        text=own.text or base.text,
        help=own.help or base.help,
        argument=own.argument or base.argument,
        to=own.to,
        marks=own.marks or base.marks,
        sources=own.sources or base.sources,
    )
