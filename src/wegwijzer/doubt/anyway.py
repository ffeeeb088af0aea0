"""What holds in any case after a question, for who reads a form without memory: a text on a page or on paper.

Such a form does not know what was answered, nor what a municipality decided. So every way that stands in the text counts, whatever
is asked before it, and a task counts only where nothing is asked before it. That leaves less than `shared` finds, and it holds for
every reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from wegwijzer.compile.compiled import Compiled, is_final
from wegwijzer.doubt.shared import call, name_of
from wegwijzer.graph import reached
from wegwijzer.model import SOON, Task

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Anyway:
    """`only` is the one action in which every way ends, if there is one; `tasks` and `contacts` (ids) are met on every way, as far as
    no possible action forbids them; `urgent` are the actions that may be needed at once. `no_contact`: contact may be forbidden.
    """

    only: str
    tasks: tuple[Task, ...]
    contacts: tuple[str, ...]
    urgent: tuple[str, ...]
    no_contact: bool

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say: what may be urgent is in the text itself."""
        return not (self.only or self.tasks or self.contacts or self.no_contact)


class AnywayOf:
    """What holds in any case, for each question of a tree."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.actions = compiled.tree.actions
        self.nexts = {name: tuple(dict.fromkeys(self._nexts(name))) for name in compiled.lines}

    def at(self, question: str) -> Anyway:
        """What holds after a question."""
        there = reached([question], lambda name: self.nexts.get(name, ()))
        before = {name for name in self.actions if not is_final(self.actions[name]) and question in self._after(name)}
        possible = [name for name in self.actions if name in there]
        met = [self.actions[name] for name in {*possible, *before}]
        no_contact = any(action.contact == "none" for action in met)
        barred = NOTHING.union(*(action.forbids for action in met), self.compiled.reaching if no_contact else ())
        surely = self._sure[question]
        tasks = {name_of(task): task for name in possible for task in self.actions[name].steps if task.when is None}
        contacts = dict.fromkeys(name for each in possible for name in self.actions[each].contacts)
        ends = [name for name in possible if is_final(self.actions[name])]
        return Anyway(
            only=ends[0] if len(ends) == 1 and there <= self.nexts.keys() else "",
            tasks=tuple(task for name, task in tasks.items() if name in surely and name not in barred),
            contacts=tuple(name for name in contacts if call(name) in surely),
            urgent=tuple(name for name in possible if self.actions[name].urgency == SOON),
            no_contact=no_contact,
        )

    def _after(self, name: str) -> set[str]:
        return reached(self.nexts[name], lambda each: self.nexts.get(each, ()))

    def _nexts(self, name: str) -> Iterator[str]:
        for _, target in self.compiled.exits(name):
            yield from (route.to for route in target.routes)

    @cached_property
    def _sure(self) -> dict[str, frozenset[str]]:
        """What a reader meets on every way from a node, found from the endings back; of what lies in another tree nothing is sure."""
        here = {name: self._here(name) for name in self.nexts}
        met = dict.fromkeys(self.nexts, NOTHING.union(*here.values()))
        changed = True
        while changed:
            changed = False
            for name in reversed(self.nexts):
                after = [met.get(goal, NOTHING) for goal in self.nexts[name]]
                found = here[name] | (frozenset.intersection(*after) if after else NOTHING)
                if found != met[name]:
                    met[name], changed = found, True
        return met

    def _here(self, name: str) -> frozenset[str]:
        if name not in self.actions:
            return NOTHING
        action = self.actions[name]
        return frozenset((*(name_of(task) for task in action.steps if task.when is None), *map(call, action.contacts)))
