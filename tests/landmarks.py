"""Places in the project's own trees, found by what they have, so that the content may change without a test.

Each function takes compiled trees by id and looks in the largest first. It raises `MissingPlaceError` when no tree has such a
place: a test never passes because its place went. What can only be named stands in tests/named.py.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from walks import options
from wegwijzer.compile.compiled import Compiled, Fork, is_final
from wegwijzer.graph import strongly_connected
from wegwijzer.model import CONTINUE, UNDECIDED, Question, text
from wegwijzer.render.dot import chapter_nodes
from wegwijzer.render.quiz import cases_for
from wegwijzer.view.nodes import NodeView, clone, live_view, node_ids, static_view
from wegwijzer.walk import fragment
from wegwijzer.walk.remaining import questions_left
from wegwijzer.walk.walker import Walker, WalkError, replay, resume

Trees = Mapping[str, Compiled]
T = TypeVar("T")

SIGNS = frozenset("“”‘’\"'&<>[]()*_`\\")
"""What stands otherwise in some file or other."""
MOST = 5000
"""So many beginnings of walks of one tree are looked at."""


class MissingPlaceError(LookupError):
    """No tree has a place that a test needs."""

    def __init__(self, wanted: str) -> None:
        super().__init__(f"no tree of the project has {wanted}: a test needs one, see tests/landmarks.py")


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


# -- trees -------------------------------------------------------------------------------------------------------


def by_size(trees: Trees) -> list[Compiled]:
    """The trees, the largest first."""
    return sorted(trees.values(), key=lambda compiled: (-len(compiled.lines), compiled.id))


def by_ease(trees: Trees) -> list[Compiled]:
    """The trees, the smallest first: where any tree will do, a page that is soon there."""
    return by_size(trees)[::-1]


def largest(trees: Trees) -> Compiled:
    """The tree with most nodes, drawn in chapters."""
    return _found((boom for boom in by_size(trees) if boom.tree.chapters), "chapters")


def smallest(trees: Trees) -> Compiled:
    """The smallest tree that begins with a plain question and does not ask what the others take for decided."""
    found = (boom for boom in by_ease(trees) if plain(Walker(boom)) and boom.id not in _decides(trees))
    return _found(found, "a plain question at its start")


def builder(trees: Trees) -> Compiled:
    """The smallest tree that makes a document of the answers; its first answers lead to the end."""

    def ends(boom: Compiled) -> bool:
        walker = Walker(boom)
        for _ in boom.lines:
            if walker.settle().final:
                return bool(live_view(walker).about("document"))
            walker.give(walker.node, options(walker)[0])
        return False

    return _found(filter(ends, by_ease(trees)), "a document")


def choices(trees: Trees) -> Compiled:
    """The tree to whose questions most local choices of the others belong."""
    return trees[_found(iter(_decides(trees)), "local choices")]


def _decides(trees: Trees) -> list[str]:
    used = [name.partition(".")[0] for boom in trees.values() for name in boom.policies]
    return sorted(set(used), key=lambda name: (-used.count(name), name))


def most_cases(trees: Trees, *, given: bool = False) -> Compiled:
    """The tree with most cases, or with most cases in which local choices are kept."""

    def count(boom: Compiled) -> int:
        return sum(bool(case.given) or not given for case in boom.tree.cases)

    best = max(by_size(trees), key=count)
    return _found(iter([best] if count(best) else []), "cases")


def most_outcomes(trees: Trees) -> Compiled:
    """The tree with most actions in which a walk ends."""
    return max(by_size(trees), key=lambda boom: sum(map(is_final, boom.tree.actions.values())))


def without_a_quiz(trees: Trees) -> Compiled:
    """A tree whose cases leave nothing to choose, because all end in one place."""
    found = (boom for boom in by_size(trees) if boom.tree.cases and not cases_for(boom, 1))
    return _found(found, "cases that all end in one place")


def walkable(trees: Trees, least: int, most: int) -> Compiled:
    """The largest tree without a loop of which so many walks can be made."""
    return _found((boom for boom in by_size(trees) if least <= _walks(boom) <= most), f"{least} to {most} walks")


def looping(trees: Trees) -> Compiled:
    """The largest tree in which a walk can come back to where it was."""
    return _found((boom for boom in by_size(trees) if _walks(boom) == float("inf")), "a loop")


def _walks(boom: Compiled) -> float:
    """A bound of how many walks there are: of a reader who knows nothing, so also those that no reader makes."""
    goals: dict[str, list[str]] = {}
    for name in boom.lines:
        exits = dict(boom.exits(name))
        question = boom.tree.questions.get(name)
        answers = list(question.answers) if question and not question.fill else [None]
        targets = [exits.get(answer) or exits.get(None) for answer in answers]
        goals[name] = [route.to for target in targets if target for route in target.routes if route.to in boom.lines]
    counts: dict[str, float] = {}
    for part in strongly_connected(goals):  # each after those it leads to
        for name in part:
            loops = len(part) > 1 or name in goals[name]
            counts[name] = float("inf") if loops else sum(counts[goal] for goal in goals[name]) or 1
    return sum(counts[route.to] for route in boom.tree.start.routes)


# -- walks from the start ----------------------------------------------------------------------------------------


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
            if after.node not in way.nodes and after.node == _static(boom, walker.node, answer):
                queue.append(Way(boom, (*way.nodes, after.node), (*way.answers, answer)))


def _static(boom: Compiled, node: str, answer: Any) -> str:
    view = static_view(boom, node)
    arrow = next((shown.arrow for shown in view.answers if shown.id == answer and shown.arrow), view.onward)
    return arrow.id if arrow else ""


def questions_in_a_row(trees: Trees) -> Way:
    """Four plain questions after one another, drawn together; more questions can follow, and the first is numbered."""

    def good(way: Way) -> bool:
        if len(way.answers) != 3 or not plain(way.walker()) or questions_left(way.walker()) < 3:
            return False
        drawn = chapter_nodes(way.compiled).values() if way.compiled.tree.chapters else [way.nodes]
        return any(set(way.nodes[:3]) <= set(nodes) for nodes in drawn)

    return _found(_every(trees, plain, good, most=3), "four plain questions after one another")


def to_the_last_question(trees: Trees) -> Way:
    """A walk past plain questions to one after which nothing more is asked."""

    def good(way: Way) -> bool:
        return bool(way.answers) and plain(way.walker()) and questions_left(way.walker()) == 1

    return _found(_every(trees, plain, good), "a last question")


def into_another_chapter(trees: Trees) -> Way:
    """A walk past plain questions to a node that is drawn in another chapter than the first one."""

    def good(way: Way) -> bool:
        parts = {node: name for name, nodes in chapter_nodes(way.compiled).items() for node in nodes}
        return parts.get(way.end) != parts.get(way.nodes[0])

    chaptered = {name: boom for name, boom in trees.items() if boom.tree.chapters}
    return _found(_every(chaptered, plain, good), "a second chapter within reach")


def to_a_result(trees: Trees, least: int = 1) -> Way:
    """The shortest walk past plain questions (so many at least) to a final action with tasks."""

    def good(way: Way) -> bool:
        return len(way.answers) >= least and way.walker().final and len(way.view().about("tasks")) > 1

    return _found(_every(trees, plain, good), f"a result after {least} questions")


def full_result(trees: Trees) -> Way:
    """A final action with everything in it: tasks with a term, the first of them in plain letters, a reply, sources, and a
    local choice that is not made and that the tasks name; `other_choice` gives another one.
    """

    def good(way: Way) -> bool:
        walker = way.walker()
        if not walker.final:
            return False
        view = live_view(walker)
        has = {section.name for section in view.sections}
        wanted = {"tasks", "reply", "sources", "policies"}
        if not wanted <= has or not any(line.due for line in view.about("tasks")) or set(way.tasks()[0]) & SIGNS:
            return False
        return other_choice(way) is not None

    return _found(_every(trees, plain, good), "a result with reply, tasks, a term and a local choice in its tasks")


def other_choice(way: Way) -> tuple[str, str, str] | None:
    """Of a local choice that counts by default at the end of a walk: its name, another option, and the task that this changes."""
    before = [line.text for line in way.view().about("tasks")]
    for use in way.view().about("policies"):
        question = way.compiled.policies[use.id]
        for option in question.answers if question.choose == "one" and use.origin == "default" else ():
            if option in (question.default, UNDECIDED):
                continue
            kept = replay(way.compiled, way.steps, given={use.id: option})
            texts = [line.text for line in live_view(kept).about("tasks")] if kept.node == way.end else []
            changed = [line for line in texts if line not in before]
            if changed and len(texts) == len(before):
                return use.id, option, changed[0]
    return None


def with_interim_action(trees: Trees) -> Way:
    """A walk of at least four steps past plain questions and actions with tasks, one of each at least, to a result."""

    def passes(walker: Walker) -> bool:
        return plain(walker) or (walker.kind == "action" and bool(live_view(walker).about("tasks")))

    def good(way: Way) -> bool:
        return len(way.answers) > 2 and way.walker().final and any(answer == CONTINUE for answer in way.answers)

    return _found(_every(trees, passes, good, most=6), "an interim action before a result")


@dataclass(frozen=True)
class Asked:
    """A local choice that is asked on the way, and where one answer leads."""

    way: Way
    policy: str
    question: str
    option: str
    end: str

    @property
    def tree(self) -> str:
        return self.way.tree

    @property
    def answers(self) -> tuple[Any, ...]:
        """What is answered from the start, that of the local choice not counted."""
        return self.way.answers

    @property
    def whole(self) -> Way:
        """The walk with the answer to the local choice."""
        return Way(self.way.compiled, (*self.way.nodes, self.end), (*self.way.answers, self.option))


def asked_choice(trees: Trees) -> Asked:
    """A local choice that is asked after plain questions, of which an option leads to a result; kept, it is passed."""

    def passes(walker: Walker) -> bool:
        return plain(walker) or walker.kind == "action"

    found = (asked for boom in by_ease(trees) for way in ways(boom, passes, most=6) for asked in _asked(way))
    return _found(found, "a local choice that is asked after plain questions and leads to a result")


def asked_beside_a_number(trees: Trees) -> Asked:
    """Such a local choice in a tree that looks at another one that is a number; where there is none, any."""
    try:
        return asked_choice({name: boom for name, boom in trees.items() if number_choices(boom)})
    except MissingPlaceError:
        return asked_choice(trees)


def _asked(way: Way) -> Iterator[Asked]:
    boom = way.compiled
    question = boom.tree.questions.get(way.end)
    if not question or not question.policy or question.fill or question.choose != "one" or not way.answers:
        return
    for option in question.answers:
        after = clone(way.walker()).give(way.end, option).settle()
        kept = replay(boom, way.steps, given={question.policy: option})
        good = after.final and kept.node == after.node == _static(boom, way.end, option)
        if option != UNDECIDED and good and way.view().policy:
            yield Asked(way, question.policy, way.end, option, after.node)


def number_choices(boom: Compiled) -> list[str]:
    """The local choices that a tree looks at and that are a number."""
    return [name for name, question in boom.policies.items() if question.fill and question.fill.kind == "number"]


@dataclass(frozen=True)
class Rejoining:
    """A walk in which another answer at one question (`index`) comes back to the next, so that the later ones still hold."""

    way: Way
    index: int
    other: str


def rejoining(trees: Trees) -> Rejoining:
    """Such a walk, past plain questions, with an answer after the one that is changed."""

    def found() -> Iterator[Rejoining]:
        for boom in by_size(trees):
            for way in ways(boom, plain, most=4):
                for index in range(1, len(way.answers) - 1):
                    for other in boom.tree.questions[way.nodes[index]].answers:
                        if other != way.answers[index] and _rejoins(way, index, other):
                            yield Rejoining(way, index, other)

    return _found(found(), "two answers to a question that lead to the same next one")


def _rejoins(way: Way, index: int, other: str) -> bool:
    walker = way.walker(index).give(way.nodes[index], other).settle()
    while walker.kind == "action" and not walker.final:
        walker.give(walker.node, CONTINUE)
    if walker.node != way.nodes[index + 1]:
        return False
    return resume(walker, way.steps[index + 1 :]) == [] and walker.node == way.end


# -- nodes that a link opens -------------------------------------------------------------------------------------


def text_field(trees: Trees) -> Place:
    """A question to which a text must be typed, with nothing in it yet and not the first one; and the node after it."""
    return _found(_places(trees, _text_field), "a text to fill in")


def _text_field(boom: Compiled, name: str, question: Question) -> Place | None:
    fill = question.fill
    if question.policy or question.default or not fill or fill.kind != "text" or fill.optional:
        return None
    after = Walker(boom, start=name).give(name, "Iets").settle().node
    same = after == _static(boom, name, "Iets") and after not in (name, boom.tree.start.routes[0].to)
    return Place(boom, name, after) if same and name != boom.tree.start.routes[0].to else None


def several_answers(trees: Trees, *, alone: bool = False) -> Place:
    """A question with boxes: two at least must not be ticked alone, and one is needed. With `alone`, one more box goes with
    no other: it is the last of `answers`, after those two.
    """

    def fits(boom: Compiled, name: str, question: Question) -> Place | None:
        free = [key for key, answer in question.answers.items() if not answer.exclusive]
        only = [key for key, answer in question.answers.items() if answer.exclusive]
        if question.choose != "many" or question.policy or question.default or len(free) < 2 or (alone and not only):
            return None
        if free[:2] != [*question.answers][:2] or not question.min:
            return None
        answers = (*free[:2], *only[:1])
        walkers = [Walker(boom, start=name).give(name, chosen).settle().node for chosen in (answers[:2], answers[:1])]
        after = walkers[0] if len(set(walkers)) == 1 else ""
        return Place(boom, name, after, answers) if after == _static(boom, name, answers[:1]) else None

    return _found(_places(trees, fits), "a question with several answers")


def fork(trees: Trees) -> Fork:
    """A fork that is asked after one answer to a question that was opened by a link."""
    return asked_fork(trees)[1]


def asked_fork(trees: Trees) -> tuple[Compiled, Fork]:
    """A fork that is asked after an answer to a question that was opened by a link, and its tree."""

    def found() -> Iterator[tuple[Compiled, Fork]]:
        for boom in by_ease(trees):
            for asked in boom.forks.values():
                opened = Walker(boom, start=asked.owner) if asked.owner else None
                if asked.answer and opened and plain(opened) and _given(opened, asked.answer) == asked.id:
                    yield boom, asked

    return _found(found(), "a fork after an answer")


def _given(walker: Walker, answer: Any) -> str:
    try:
        return walker.give(walker.node, answer).settle().node
    except WalkError:
        return ""


def first_question(trees: Trees) -> Place:
    """The first question of a tree whose first question is a plain one."""
    return _found(
        (Place(boom, Walker(boom).node) for boom in by_ease(trees) if plain(Walker(boom))), "a first question"
    )


def local_choice(trees: Trees) -> Place:
    """A local choice that is asked where it is opened by a link."""
    found = (
        Place(boom, name)
        for boom in by_ease(trees)
        for name, question in boom.tree.questions.items()
        if question.policy and live_view(Walker(boom, start=name).settle()).policy
    )
    return _found(found, "a local choice that is asked")


def interim_action(trees: Trees) -> Place:
    """An action with tasks after which the walk goes on."""

    def found() -> Iterator[Place]:
        for boom in by_ease(trees):
            for name, action in boom.tree.actions.items():
                if not is_final(action) and len(static_view(boom, name).about("tasks")) > 1:
                    after = Walker(boom, start=name).give(name, CONTINUE).settle().node
                    yield Place(boom, name, after)

    return _found(found(), "an interim action with tasks")


def final_action(trees: Trees) -> Place:
    """A final action with tasks and a reply."""

    def found() -> Iterator[Place]:
        for boom in by_ease(trees):
            for name in node_ids(boom):
                view = static_view(boom, name)
                if view.final and view.about("tasks") and view.about("reply"):
                    yield Place(boom, name)

    return _found(found(), "a result with a reply")


# -- looking -----------------------------------------------------------------------------------------------------


def _every(
    trees: Trees, passes: Callable[[Walker], bool], good: Callable[[Way], bool], *, most: int = 4
) -> Iterator[Way]:
    return (way for boom in by_ease(trees) for way in ways(boom, passes, most) if good(way))


def _places(trees: Trees, fits: Callable[[Compiled, str, Question], Place | None]) -> Iterator[Place]:
    for boom in by_ease(trees):
        for name, question in boom.tree.questions.items():
            if place := fits(boom, name, question):
                yield place


def _found(all_of_them: Iterator[T], wanted: str) -> T:
    for found in all_of_them:
        return found
    raise MissingPlaceError(wanted)
