"""Trees found by what they have."""

from __future__ import annotations

from collections.abc import Iterator

from landmarks.looking import Trees, by_ease, by_size, first_of, plain
from walks import options
from wegwijzer.compile.compiled import Compiled, is_final
from wegwijzer.graph import strongly_connected
from wegwijzer.render.own_map import own_tree
from wegwijzer.render.quiz import cases_for
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker


def largest(trees: Trees) -> Compiled:
    """The tree with most nodes, drawn in chapters."""
    return first_of((boom for boom in by_size(trees) if boom.tree.chapters), "chapters")


def smallest(trees: Trees) -> Compiled:
    """The smallest tree that begins with a plain question and does not ask what the others take for decided."""
    found = (boom for boom in by_ease(trees) if plain(Walker(boom)) and boom.id not in _decides(trees))
    return first_of(found, "a plain question at its start")


def builder(trees: Trees) -> Compiled:
    """The smallest tree that makes a document of the answers; its first answers lead to the end."""

    def ends(boom: Compiled) -> bool:
        walker = Walker(boom)
        for _ in boom.lines:
            if walker.settle().final:
                return bool(live_view(walker).about("document"))
            walker.give(walker.node, options(walker)[0])
        return False

    return first_of(filter(ends, by_ease(trees)), "a document")


def choices(trees: Trees) -> Compiled:
    """The tree to whose questions most local choices of the others belong."""
    return trees[first_of(iter(_decides(trees)), "local choices")]


def _decides(trees: Trees) -> list[str]:
    used = [name.partition(".")[0] for boom in trees.values() for name in boom.policies]
    return sorted(set(used), key=lambda name: (-used.count(name), name))


def decisive_choice(trees: Trees) -> tuple[Compiled, dict[str, str], Compiled]:
    """The smallest tree with a local choice that takes nodes away, that choice, and what is left of the tree."""

    def found() -> Iterator[tuple[Compiled, dict[str, str], Compiled]]:
        for boom in by_ease(trees):
            for name, question in boom.policies.items():
                for key in question.answers if question.choose == "one" and not question.fill else ():
                    left = own_tree(boom, {name: key})
                    if len(left.lines) < len(boom.lines):
                        yield boom, {name: key}, left

    return first_of(found(), "a local choice that takes nodes away")


def most_cases(trees: Trees, *, given: bool = False) -> Compiled:
    """The tree with most cases, or with most cases in which local choices are kept."""

    def count(boom: Compiled) -> int:
        return sum(bool(case.given) or not given for case in boom.tree.cases)

    best = max(by_size(trees), key=count)
    return first_of(iter([best] if count(best) else []), "cases")


def most_outcomes(trees: Trees) -> Compiled:
    """The tree with most actions in which a walk ends."""
    return max(by_size(trees), key=lambda boom: sum(map(is_final, boom.tree.actions.values())))


def without_a_quiz(trees: Trees) -> Compiled:
    """A tree whose cases leave nothing to choose, because all end in one place."""
    found = (boom for boom in by_size(trees) if boom.tree.cases and not cases_for(boom, 1))
    return first_of(found, "cases that all end in one place")


def walkable(trees: Trees, least: int, most: int) -> Compiled:
    """The largest tree without a loop of which so many walks can be made."""
    return first_of((boom for boom in by_size(trees) if least <= _walks(boom) <= most), f"{least} to {most} walks")


def looping(trees: Trees) -> Compiled:
    """The largest tree in which a walk can come back to where it was."""
    return first_of((boom for boom in by_size(trees) if _walks(boom) == float("inf")), "a loop")


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
