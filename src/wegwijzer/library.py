"""What trees refer to: other trees, sources, contacts, standard steps and values, by id."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wegwijzer.model import (
    Answer,
    Contact,
    ContactsFile,
    Part,
    Question,
    Source,
    SourcesFile,
    Step,
    StepsFile,
    Tree,
    ValuesFile,
)


@dataclass
class Library:
    """`has_data` is False when a tree stands alone: then sources, contacts and steps cannot be looked up.

    `whole` is True when every file of a project was read: only then it can be said that nothing refers to something.
    """

    has_data: bool = False
    whole: bool = False
    trees: dict[str, Tree] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    options: dict[str, dict[str, Answer]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def add_data(self, record: SourcesFile | ContactsFile | StepsFile | ValuesFile) -> None:
        if isinstance(record, SourcesFile):
            self.sources |= record.sources
            self.parts |= record.parts
        elif isinstance(record, ContactsFile):
            self.contacts |= record.contacts
        elif isinstance(record, StepsFile):
            self.steps |= record.steps
        else:
            self.options["values"] = record.values

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
            base = (self.policy(question.policy) or Question()).answers
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
