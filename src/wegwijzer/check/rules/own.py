"""What a rule on the file of one who publishes the trees as its own may look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from wegwijzer.compile.choices import local_choices
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.compile.contacts import with_own
from wegwijzer.compile.decided import with_default
from wegwijzer.kinds.library import Library
from wegwijzer.load import Loaded
from wegwijzer.model import Question, Where
from wegwijzer.model.local import Choice, LocalFile
from wegwijzer.proof.pruned import left_under
from wegwijzer.walk.decisions import is_open, value_of
from wegwijzer.walk.walker import allows


@dataclass
class Own:
    """`folder` is where the file stands; what it names by a path stands there or below."""

    record: LocalFile
    folder: Path
    loaded: Loaded

    @cached_property
    def choices(self) -> dict[str, Question]:
        """Every policy that there is."""
        return local_choices(self.loaded.library)

    def known(self) -> Iterator[tuple[str, Choice, Question]]:
        """What the file says of policies that there are."""
        for name, choice in self.record.choices.items():
            if name in self.choices:
                yield name, choice, self.choices[name]

    @cached_property
    def decided(self) -> dict[str, Any]:
        """What was decided, and can be: as a walk is given it."""
        values = {
            name: value_of(question, choice.answer)
            for name, choice, question in self.known()
            if choice.answer and not is_open(choice.answer)
        }
        return {name: value for name, value in values.items() if allows(self.choices[name], value)}

    @cached_property
    def trees(self) -> dict[str, Compiled]:
        """The trees that look at something that was decided, or that may show it; not those that could only be read in part."""
        library = self.loaded.library
        whole = [file.name for file in self.loaded.trees() if file.record and not file.problems]
        return {name: compile_tree(name, library) for name in whole if name in library.trees}

    def left(self, compiled: Compiled) -> Compiled:
        """What is left of a tree under what was decided. Raises TooManySituations."""
        return left_under(compiled, self.decided)

    @cached_property
    def library(self) -> Library:
        """What the project knows, with the contacts of who publishes it, and with what was decided where a default holds."""
        library = self.loaded.library
        trees = {
            tree_id: replace(
                tree, questions={name: self._asked(tree_id, name, each) for name, each in tree.questions.items()}
            )
            if tree_id in library.policy_trees()
            else tree
            for tree_id, tree in library.trees.items()
        }
        return replace(library, trees=trees, contacts=with_own(library.contacts, self.record.contacts))

    def _asked(self, tree_id: str, name: str, question: Question) -> Question:
        decided = self.decided.get(f"{tree_id}.{name}")
        return with_default(question, decided) if decided is not None and question.default is not None else question

    def place_in(self, tree_id: str, where: Where, *, at_key: bool = False) -> str:
        """Where something stands in a tree, as `trees/reactie.yml:120`."""
        file = next(file for file in self.loaded.trees() if file.name == tree_id)
        return f"{file.shown}:{file.place(where, at_key=at_key)[0]}"

    def written(self, *where: str) -> set[str]:
        """The keys that stand in a block of the file, also those of which the value is wrong: of that the loader tells."""
        root = self.loaded.local.root if self.loaded.local else None
        return {key.value for key in root.at(where).keys} if root else set()

    @staticmethod
    def where(name: str, key: str = "answer") -> Where:
        """Where something of a policy stands in the file."""
        return ("choices", name, key)
