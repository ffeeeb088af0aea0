"""What stands around a place: how everything that a text can name is called, in words for who never saw its id.

Of the file itself the text as it is now counts, whole or not; of other files what could be read last.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.load.nodes import Node
from wegwijzer.load.project import LoadedFile
from wegwijzer.locale import say
from wegwijzer.model import (
    NO_OUTCOME,
    Action,
    Answer,
    ContactId,
    Outcome,
    PolicyName,
    Question,
    SourceRef,
    Task,
    TaskName,
    Tree,
    TreeId,
)
from wegwijzer.model.text import plain
from wegwijzer.problems import clipped
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.typed import bare, member, node_at

CALLED = ("title", "text", "name", "term", "verb", "do", "number", "what", "question", "why", "note")
"""The keys by which people know a record, the best one first."""
MEANS: Mapping[tuple[str, str], Any] = {
    ("Tree", "uses"): TreeId,
    ("Action", "contacts"): ContactId,
    ("Action", "see"): "see",
    ("Action", "to"): "ahead",
    ("Task", "use"): TaskName,
    ("Question", "policy"): "policies",
    ("Question", "from_"): "groups",
    ("Question", "default"): "default",
    ("Answer", "marks"): "marks",
    ("Chapter", "start"): "nodes",
    ("ChartRow", "action"): "actions",
    ("ChartRow", "entry"): "entries",
    ("Case", "ends_in"): "actions",
    ("Part", "source"): "sources",
}
"""What a key refers to whose type does not say so: something with a register, or a list that `choices` makes."""
LONGEST = 90


class Around:
    """One file in its project."""

    def __init__(self, desk: Desk, file: LoadedFile) -> None:
        self.file = file
        self.library = desk.loaded().library
        self.record = file.kind

    @property
    def root(self) -> Node | None:
        return self.file.root

    def named(self, group: str) -> dict[str, Node]:
        """What stands under a key of the file, by name."""
        node = node_at(self.root, (group,))
        return {key.value: item for key, item in node.entries()} if node and node.kind == "map" else {}

    @cached_property
    def nodes(self) -> dict[str, str]:
        """The questions and actions of this tree, each with its title, in the order of the file."""
        groups = (("questions", Question), ("actions", Action)) if self.record is Tree else ()
        return {
            name: self.title(kind, item, name) for group, kind in groups for name, item in self.named(group).items()
        }

    @property
    def uses(self) -> tuple[str, ...]:
        """The trees with local choices that this one looks at."""
        node = node_at(self.root, ("uses",))
        return tuple(item.value for item in node.items) if node and node.kind == "list" else ()

    def title(self, kind: Any, node: Node | None, name: str = "") -> str:
        """How people know the value of a node: its title or text, on one line."""
        kind = bare(kind)
        if node is None:
            return name
        if kind is SourceRef:
            return self.source(node.value if node.kind == "scalar" else scalar(node, "id"))
        if node.kind == "scalar":
            return told(node.value) or name
        if kind is Task and (use := scalar(node, "use")):
            return self.called(KINDS.registers[TaskName], use)
        if kind is Question and (policy := scalar(node, "policy")) and not scalar(node, "text"):
            return self.policy(policy)
        keys = KINDS.keys_of(kind) if hasattr(kind, "__dataclass_fields__") else {}
        found = next((key for key in CALLED if key in keys and scalar(node, key)), "")
        if found:
            return told(scalar(node, found))
        referring = ((key, scalar(node, key.key)) for key in keys.values() if bare(key.kind) in KINDS.registers)
        return next((self.called(KINDS.registers[bare(key.kind)], value) for key, value in referring if value), name)

    def called(self, register: Register, name: str) -> str:
        """How people know something of a register; its name when it is not there."""
        if register.record is Outcome and name == NO_OUTCOME:
            return say("form.no_outcome")
        record = self.library.group(register.key).get(name)
        return told(getattr(record, register.called, None) or name)

    def source(self, name: str) -> str:
        """A source, or a place in one: its title with that of the source."""
        if part := self.library.parts.get(name):
            return told(f"{part.title} ({self.source(part.source)})")
        found = self.library.sources.get(name)
        return told((found.short or found.title) if found else name)

    def policy(self, name: str) -> str:
        """The question of a local choice."""
        question = self.library.policy(name)
        return told(question.text or name) if question else name

    def node(self, name: str) -> str:
        """A step of this tree, or of another one as `boom/stap`."""
        tree_id, _, step = name.partition("/")
        if not step:
            return self.nodes.get(name) or name
        tree = self.library.trees.get(tree_id)
        if tree is None:
            return name
        node = tree.questions.get(step) or tree.actions.get(step) or tree.entries.get(step)
        return told(f"{tree.title} {getattr(node, 'title', None) or getattr(node, 'text', None) or step}")

    def answers(self, question: str) -> dict[str, str]:
        """The answers to a question of this tree, also those that come from elsewhere: id → text."""
        node = self.named("questions").get(question)
        if node is None:
            return {}
        base: dict[str, Answer] = {}
        if policy := scalar(node, "policy"):
            base = self.library.answers(self.library.policy(policy) or Question())
        elif group := scalar(node, "from"):
            base = self.library.options.get(group, {})
        found = {key: told(answer.text or key) for key, answer in base.items()}
        own = node_at(node, ("answers",))
        for key, item in own.entries() if own and own.kind == "map" else ():
            found[key.value] = told(scalar(item, "text")) or found.get(key.value, key.value)
        return found

    def fact(self, name: str) -> tuple[str, str]:
        """A fact as a question and an answer; of a mark what it means, and no answer."""
        first, _, rest = name.partition(".")
        if not rest:
            mark = self.named("marks").get(name)
            return told(scalar(mark, "text")) or name if mark else name, ""
        policy, _, answer = name.rpartition(".")
        if first in self.uses and (question := self.library.policy(policy)):
            found = self.library.answers(question).get(answer)
            return told(question.text or policy), told((found.text if found else "") or answer)
        return self.nodes.get(first) or first, self.answers(first).get(rest, rest)

    def spoken(self, fact: str) -> str:
        """A fact as part of a sentence."""
        question, answer = self.fact(fact)
        return say("form.fact", question=question, answer=answer) if answer else say("form.mark", mark=question)


def scalar(node: Node | None, key: str) -> str:
    """The text under a key of a block; empty when there is none."""
    found = node_at(node, (key,)) if node and node.kind == "map" else None
    return found.value if found and found.kind == "scalar" else ""


def told(text: str) -> str:
    """A text on one line, without its links, and not too long."""
    return clipped(plain(text), LONGEST)


def means(owner: Any, key: Any) -> Any:
    """What a key of a record refers to: a register, or the name of a list; None when it refers to nothing."""
    kind = MEANS.get((owner.__name__, key.field)) or bare(member(key.kind) or key.kind)
    if kind is PolicyName:
        return "decisions"
    return KINDS.registers.get(kind, kind if isinstance(kind, str) else None)
