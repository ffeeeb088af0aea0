"""What all endings share that a walk can still have: what to do in any case, whatever the answer is that somebody doubts.

A prohibition wins: what one possible ending forbids is not told to do, however many others ask it. What an urgent action asks
is always told, apart from what is sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wegwijzer.compile.compiled import is_final
from wegwijzer.compile.conditions import holds
from wegwijzer.doubt.ahead import Ahead
from wegwijzer.model import SOON, Task
from wegwijzer.walk.walker import Walker


@dataclass(frozen=True)
class Told:
    """A task, and a walk of which the texts in it hold. `closing`: it stands under every ending of the tree."""

    task: Task
    walker: Walker
    closing: bool = False

    @property
    def name(self) -> str:
        """What makes it the same task in two actions."""
        return name_of(self.task)


@dataclass(frozen=True)
class Urgent:
    """An action that may be needed at once, with a walk that leads there and the tasks of it that are not sure."""

    walker: Walker
    tasks: tuple[Told, ...]


@dataclass(frozen=True)
class Shared:
    """What is sure, the urgent first: `tasks` to do and `contacts` (ids) to call. `urgent`: what may be needed at once besides.
    `held`: the tasks that some endings ask and another forbids; those that make contact stand in it only when contact as
    such is not forbidden (`no_contact`).
    """

    tasks: tuple[Told, ...]
    contacts: tuple[str, ...]
    urgent: tuple[Urgent, ...]
    held: tuple[Told, ...]
    no_contact: bool


def shared(found: Ahead) -> Shared:
    """What all endings share that can be reached, and what is met on every way there. With no ending nothing is sure."""
    return _Sharing(found).run()


class _Sharing:
    def __init__(self, found: Ahead) -> None:
        self.found = found
        self.compiled = found.situations[0].compiled
        self.actions = self.compiled.tree.actions
        self.places = [place for place in found.there if found.situations[place].node in self.actions]
        self.places.sort(key=lambda place: self.actions[found.situations[place].node].urgency != SOON)
        met = {*found.situations[0].actions, *(found.situations[place].node for place in self.places)}
        self.no_contact = any(self.actions[name].contact == "none" for name in met)
        self.contact = set(self.compiled.reaching) if self.no_contact else set[str]()
        self.forbidden = self.contact.union(*(self.actions[name].forbids for name in met))

    def run(self) -> Shared:
        first: dict[str, Told] = {}
        sure: dict[int, set[str]] = {}
        for place in self.places:
            sure[place] = {call(name) for name in self.actions[self.found.situations[place].node].contacts}
            for told, surely in _tasks(self.found.situations[place]):
                first.setdefault(told.name, told)
                if surely:
                    sure[place].add(told.name)
        every = self._on_every_way(sure)
        tasks = [told for name, told in first.items() if name in every and name not in self.forbidden]
        contacts = (name for place in self.places for name in self.actions[self.found.situations[place].node].contacts)
        return Shared(
            tasks=tuple(sorted(tasks, key=lambda told: told.closing)),
            contacts=tuple(dict.fromkeys(name for name in contacts if call(name) in every)),
            urgent=tuple(self._urgent(every)),
            held=tuple(told for name, told in first.items() if name in self.forbidden - self.contact),
            no_contact=self.no_contact,
        )

    def _on_every_way(self, sure: dict[int, set[str]]) -> set[str]:
        """What a reader meets on every way to an ending, found from the endings back."""
        if not self.found.endings:
            return set()
        met = dict.fromkeys(self.found.there, set[str]().union(*sure.values()))
        changed = True
        while changed:
            changed = False
            for place in reversed(self.found.there):
                after = [met[goal] for _, goal in self.found.ways[place]]
                here = sure.get(place, set()) | (set.intersection(*after) if after else set())
                if here != met[place]:
                    met[place], changed = here, True
        return met[0]

    def _urgent(self, every: set[str]) -> Iterator[Urgent]:
        """Every urgent action once, in the order in which a reader comes there."""
        walkers: dict[str, Walker] = {}
        tasks: dict[str, dict[str, Told]] = {}
        for place in self.places:
            walker = self.found.situations[place]
            if self.actions[walker.node].urgency != SOON:
                break
            walkers.setdefault(walker.node, walker)
            for told, _ in _tasks(walker):
                if not told.closing and told.name not in every and told.name not in self.forbidden:
                    tasks.setdefault(walker.node, {}).setdefault(told.name, told)
        for name, walker in walkers.items():
            yield Urgent(walker, tuple(tasks.get(name, {}).values()))


def name_of(task: Task) -> str:
    """What makes it the same task in two actions: the standard step that it is, or its words."""
    return task.use or task.text or ""


def call(contact: str) -> str:
    """A contact among the names of tasks: no task begins so."""
    return f"\n{contact}"


def _tasks(walker: Walker) -> Iterator[tuple[Told, bool]]:
    """The tasks that show to who stands at an action, each with whether that is sure."""
    action, closing = walker.compiled.tree.actions[walker.node], walker.compiled.tree.closing
    for task in action.steps:
        if (shows := holds(task.when, walker.fact_for_content)) is not False:
            yield Told(task, walker), bool(shows)
    for task in closing if is_final(action) else ():
        if (shows := holds(task.when, walker.fact_for_content)) is not False:
            yield Told(task, walker, closing=True), bool(shows)
