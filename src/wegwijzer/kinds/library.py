"""What trees and pages refer to: other trees, sources, contacts, standard steps, and what other kinds name, by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.model import Answer, Contact, Outcome, Part, Question, Source, Task, Tree
from wegwijzer.model.safety import SafetyFile

R = TypeVar("R")
OWN_GROUPS = frozenset({"trees", "sources", "parts", "contacts", "steps", "outcomes"})
"""The registers that have a field of their own."""


@dataclass
class Library:
    """`has_data` is False when a tree stands alone: then sources, contacts and steps cannot be looked up.

    What the kit itself needs has a field of its own; what other kinds hold is in `others`, by key, and asked for with
    `of`, `group` or `file`. `referred`: kind of name → the names that some file refers to; a register's references to
    its own entries do not count. `cited` names the sources, or parts of one, that some file builds on. Both look through
    all files when they are asked for, which most do not.
    `data` holds the data files themselves and `pages` the texts of the pages, by name. `broken` names the files that
    could not be read, as `trees/reactie`, `partial` those of which a part was left out. `complete` is True when every
    file of a project is here, `whole` when moreover each could be read: only then nothing refers to something.
    """

    has_data: bool = False
    whole: bool = False
    trees: dict[str, Tree] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    steps: dict[str, Task] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    options: dict[str, dict[str, Answer]] = field(default_factory=dict)
    safety: SafetyFile | None = None
    others: dict[str, dict[str, Any]] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)
    complete: bool = False
    referred: Callable[[], Mapping[Any, set[str]]] = field(default=dict, compare=False)
    cited: Callable[[], set[str]] = field(default=set, compare=False)
    notes: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def note(self, name: Any, work_out: Callable[[Library], Any]) -> Any:
        """What follows from all of it, worked out once for everybody who asks under this name."""
        if name not in self.notes:
            self.notes[name] = work_out(self)
        return self.notes[name]

    def add_data(self, name: str, record: Any) -> None:
        """Take in what one data file holds."""
        self.data[name] = record
        kind = KINDS.by_record[type(record)]
        if isinstance(record, SafetyFile):
            self.safety = record
        else:
            for register in kind.registers:
                self.group(register.key).update(getattr(record, register.key))
        if kind.tasks:
            self.steps.update(kind.tasks(record))

    def add(self, name: str, record: Any) -> None:
        """Take in a record that has a file of its own; a tree is more, see `wegwijzer.load`."""
        for register in KINDS.by_record[type(record)].registers:
            self.group(register.key)[name] = record

    def group(self, key: str) -> dict[str, Any]:
        """The records of a register by name, by the key under which they are written."""
        if key in OWN_GROUPS:
            own: dict[str, Any] = getattr(self, key)
            return own
        return (self.options if key == "values" else self.others).setdefault(key, {})

    def of(self, record: type[R]) -> dict[str, R]:
        """All records of a type that has names, by name. Raises KeyError for a type of which no kind is."""
        return self.group(KINDS.listed[record].key)

    def file(self, record: type[R]) -> R | None:
        """The data file that holds such a record, when it is there."""
        return next((found for found in self.data.values() if isinstance(found, record)), None)

    def unread(self, folder: str) -> set[str]:
        """The names of the files of a folder, written with a slash at its end, that could not be read."""
        return {name.removeprefix(folder) for name in self.broken if name.startswith(folder)}

    @property
    def in_actions(self) -> Mapping[str, Register]:
        """What actions may name, by the key under which they do."""
        return KINDS.in_actions

    @property
    def values(self) -> Mapping[str, Answer]:
        """The values that a reader may choose from."""
        return self.group("values")

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
        icon=own.icon or base.icon,
        example=own.example or base.example,
        help=own.help or base.help,
        argument=own.argument or base.argument,
        to=own.to,
        marks=own.marks or base.marks,
        sources=own.sources or base.sources,
    )
