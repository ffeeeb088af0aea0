"""How places are looked for: what a walk and a place are, and the walks of a tree."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from walks import options
from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import Question, text
from wegwijzer.view.nodes import NodeView, live_view, static_view
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker, clone, replay

Trees = Mapping[str, Compiled]
T = TypeVar("T")

SIGNS = frozenset("“”‘’\"'&<>[]()*_`\\")
"""What stands otherwise in some file or other."""
MOST = 5000
"""So many beginnings of walks of one tree are looked at."""


class MissingPlaceError(LookupError):
    """No tree has a place that a test needs."""

    def __init__(self, wanted: str) -> None:
        super().__init__(f"no tree of the project has {wanted}: a test needs one, see tests/landmarks/")


@dataclass(frozen=True)
class Way:
    """A walk from the start of a tree: the nodes in order, and what is answered at each of them but the last."""

    compiled: Compiled
    nodes: tuple[str, ...]
    answers: tuple[Any, ...]

    @property
    def tree(self) -> str:
        return self.compiled.id

    @property
    def end(self) -> str:
        return self.nodes[-1]

    @property
    def steps(self) -> tuple[tuple[str, Any], ...]:
        return tuple(zip(self.nodes, self.answers, strict=False))

    @property
    def given(self) -> str:
        """The answers as they stand in a link."""
        return ",".join(f"{node}.{answer}" for node, answer in self.steps)

    @property
    def link(self) -> str:
        """The link to its end, with the answers and the version."""
        return fragment.write(self.walker())

    def walker(self, count: int | None = None) -> Walker:
        """A reader after so many answers; after all of them."""
        return replay(self.compiled, self.steps[:count])

    def view(self, index: int = -1) -> NodeView:
        """What that reader sees at a node of it."""
        return live_view(self.walker(range(len(self.nodes))[index]))

    def title(self, index: int = -1) -> str:
        """What stands above a node of it, without markup."""
        return text.plain(self.view(index).title)

    def said(self, index: int) -> str:
        """An answer in words, without markup."""
        shown = self.view(index).answers
        return next(text.plain(answer.text) for answer in shown if answer.id == self.answers[index])

    def tasks(self) -> list[str]:
        """What is to be done at its end, without markup."""
        return [text.plain(line.text) for line in self.view().about("tasks")]

    def reply(self) -> str:
        """The model reply at its end, as it is copied."""
        return text.with_addresses(self.view().about("reply")[0].text).strip()

    def position(self, index: int) -> int:
        """The number of an answer in its question: the key that gives it."""
        return options(self.walker(index)).index(self.answers[index]) + 1

    def first(self, count: int) -> Way:
        """Its beginning, of so many answers."""
        return Way(self.compiled, self.nodes[: count + 1], self.answers[:count])


@dataclass(frozen=True)
class Place:
    """A node that is opened by a link to itself, and the one after it."""

    compiled: Compiled
    node: str
    after: str = ""
    answers: tuple[str, ...] = ()

    @property
    def tree(self) -> str:
        return self.compiled.id

    @property
    def link(self) -> str:
        return f"{self.tree}-{self.node}"


def by_size(trees: Trees) -> list[Compiled]:
    """The trees, the largest first."""
    return sorted(trees.values(), key=lambda compiled: (-len(compiled.lines), compiled.id))


def by_ease(trees: Trees) -> list[Compiled]:
    """The trees, the smallest first: where any tree will do, a page that is soon there."""
    return by_size(trees)[::-1]


def plain(walker: Walker) -> bool:
    """Whether a reader stands at a question of which he chooses one answer, and that is no local choice."""
    question = walker.compiled.tree.questions.get(walker.node)
    return bool(question and question.choose == "one" and not question.fill and not question.policy)


def ways(boom: Compiled, passes: Callable[[Walker], bool], most: int = 5) -> Iterator[Way]:
    """The walks of a tree, the short ones first and then in order of answers, that come past such nodes alone.

    No node comes twice, nothing is passed unseen, and the links of the static version lead the same way.
    """
    queue = deque([Way(boom, (Walker(boom).settle().node,), ())])
    for _ in range(MOST):
        if not queue:
            return
        way = queue.popleft()
        walker = way.walker()
        if [node for node, _ in walker.path] != [*way.nodes[:-1]]:
            continue
        yield way
        if walker.final or len(way.answers) == most or not passes(walker):
            continue
        for answer in options(walker):
            after = clone(walker).give(walker.node, answer).settle()
            if after.node not in way.nodes and after.node == static_end(boom, walker.node, answer):
                queue.append(Way(boom, (*way.nodes, after.node), (*way.answers, answer)))


def static_end(boom: Compiled, node: str, answer: Any) -> str:
    view = static_view(boom, node)
    arrow = next((shown.arrow for shown in view.answers if shown.id == answer and shown.arrow), view.onward)
    return arrow.id if arrow else ""


def every(
    trees: Trees, passes: Callable[[Walker], bool], good: Callable[[Way], bool], *, most: int = 4
) -> Iterator[Way]:
    return (way for boom in by_ease(trees) for way in ways(boom, passes, most) if good(way))


def places(trees: Trees, fits: Callable[[Compiled, str, Question], Place | None]) -> Iterator[Place]:
    for boom in by_ease(trees):
        for name, question in boom.tree.questions.items():
            if place := fits(boom, name, question):
                yield place


def first_of(all_of_them: Iterator[T], wanted: str) -> T:
    for found in all_of_them:
        return found
    raise MissingPlaceError(wanted)
