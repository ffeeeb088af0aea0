"""What a tree means, said a second time and as simply as possible: every reader, every fact, one step at a time.

Written from DESIGN.md on the plain data that `generated` draws, without the engine: no model, no liveness, and every
combination of local choices tried one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

from generated import CHOICES, FILL, MANY, ONE, OPTIONS

State = tuple[str, frozenset[str], frozenset[str]]
"""Where a reader stands, the own facts and marks that hold, and the local choices made (as facts)."""

LIMIT = 20_000


class TooLargeError(Exception):
    """More situations than a naive walk should try."""


@dataclass
class Walked:
    """What all readers together met."""

    asked: set[str] = field(default_factory=set)
    answers: set[tuple[str, str]] = field(default_factory=set)
    routes: set[tuple[str, str | None, int]] = field(default_factory=set)
    steps: set[str] = field(default_factory=set)
    dead_ends: set[tuple[str, str | None]] = field(default_factory=set)
    finals: set[State] = field(default_factory=set)
    stuck: set[State] = field(default_factory=set)
    after: dict[State, list[State]] = field(default_factory=dict)


def holds(guard: dict[str, Any], facts: frozenset[str]) -> bool:
    """A guard: every member of `all`, at least one of `any`, none of `none`."""

    def member(m: Any) -> bool:
        return holds(m, facts) if isinstance(m, dict) else m in facts

    return (
        all(member(m) for m in guard.get("all", ()))
        and ("any" not in guard or any(member(m) for m in guard["any"]))
        and not any(member(m) for m in guard.get("none", ()))
    )


def chosen_beforehand() -> list[frozenset[str]]:
    """Every combination of local choices that a municipality may have made; of a choice also none at all."""
    one = [(), *((f"{ONE}.{key}",) for key in OPTIONS[ONE])]
    several = [keys for size in (1, 2) for keys in combinations(OPTIONS[MANY], size)]
    many = [(), *(tuple(f"{MANY}.{key}" for key in keys) for keys in several)]
    return [frozenset(a + b + c) for a, b, c in product(one, many, ((), (FILL,)))]


def is_final(tree: dict[str, Any], name: str) -> bool:
    return name in tree["actions"] and "to" not in tree["actions"][name]


def options(tree: dict[str, Any], state: State) -> tuple[bool, list[tuple[str, ...]]]:
    """Whether the reader is asked here, and the answers that can be given: the keys of each."""
    name, _, choices = state
    if name in tree["actions"]:
        return False, [("verder",)]
    question = tree["questions"][name]
    policy = question.get("policy")
    if policy == FILL or "fill" in question:
        return FILL not in choices if policy else True, [()]
    if policy:
        made = tuple(key for key in OPTIONS[policy] if f"{policy}.{key}" in choices)
        if made:
            return False, [made]
    shape = CHOICES["questions"][policy.split(".")[1]] if policy else question
    keys = OPTIONS[policy] if policy else tuple(question["answers"])
    if shape.get("choose", "one") == "one":
        return True, [(key,) for key in keys]
    alone = [key for key in keys if question["answers"].get(key, {}).get("exclusive")]
    shared = [key for key in keys if key not in alone]
    sizes = range(shape.get("min", 1), len(shared) + 1)
    return True, [*(c for size in sizes for c in combinations(shared, size)), *((key,) for key in alone)]


def step(tree: dict[str, Any], state: State, answer: tuple[str, ...]) -> tuple[State | None, str | None, int | None]:
    """Where an answer leads: the state after it (None: no route holds), the answer whose list decided, the route."""
    name, facts, choices = state
    if name in tree["actions"]:
        target, own = tree["actions"][name]["to"], None
    else:
        question = tree["questions"][name]
        policy, given = question.get("policy"), question.get("answers", {})
        facts = facts | {mark for key in answer for mark in given.get(key, {}).get("marks", ())}
        if policy == FILL:
            choices |= {FILL}
        elif policy:
            choices = frozenset(c for c in choices if not c.startswith(policy)) | {f"{policy}.{key}" for key in answer}
        else:
            facts = frozenset(f for f in facts if not f.startswith(f"{name}.")) | {f"{name}.{key}" for key in answer}
        single = len(answer) == 1 and question.get("choose") != "many" and policy != MANY
        own = answer[0] if single and "to" in given.get(answer[0], {}) else None
        target = given[own]["to"] if own else question["to"]
    index, goal = route(target, facts | choices)
    return (goal and (goal, facts, choices)), own, index


def route(target: Any, facts: frozenset[str]) -> tuple[int | None, str | None]:
    """The route that is taken, as its index in a guarded list (None where there is no list) and its goal."""
    if isinstance(target, str):
        return None, target
    for index, candidate in enumerate(target):
        if "when" not in candidate or holds(candidate["when"], facts):
            return index, candidate["to"]
    return None, None


def walk(tree: dict[str, Any], beforehand: list[frozenset[str]]) -> Walked:
    """Let every reader walk, with each of these sets of local choices made beforehand."""
    found = Walked()
    queue: list[State] = []
    for choices in beforehand:
        index, goal = route(tree["start"], choices)
        _note(found, "", None, index)
        if goal is None:
            found.dead_ends.add(("", None))
        else:
            queue.append((goal, frozenset(), choices))
    while queue:
        state = queue.pop()
        if state not in found.after:
            found.after[state] = _leave(tree, state, found)
            queue += found.after[state]
        if len(found.after) > LIMIT:
            raise TooLargeError
    return found


def _leave(tree: dict[str, Any], state: State, found: Walked) -> list[State]:
    """The states after this one, with what was met on the way noted."""
    name = state[0]
    found.steps.add(name)
    if is_final(tree, name):
        found.finals.add(state)
        return []
    asked, answers = options(tree, state)
    if asked:
        found.asked.add(name)
    follow = []
    for answer in answers:
        after, own, index = step(tree, state, answer)
        found.answers.update((name, key) for key in answer if name in tree["questions"])
        _note(found, name, own, index)
        if after is None:
            found.dead_ends.add((name, own))
            found.stuck.add(state)
        else:
            follow.append(after)
    return follow


def _note(found: Walked, owner: str, answer: str | None, index: int | None) -> None:
    if index is not None:
        found.routes.add((owner, answer, index))


def free(found: Walked, goals: set[State]) -> set[State]:
    """The states from which one of the goals can be reached."""
    reached = set(goals)
    while fresh := {s for s, after in found.after.items() if s not in reached and reached.intersection(after)}:
        reached |= fresh
    return reached


def has_trap(found: Walked) -> bool:
    """Whether some reader goes round for ever."""
    return bool(set(found.after) - free(found, found.finals | found.stuck))


def count_walks(tree: dict[str, Any], most: int) -> int | None:
    """How many complete lists of answers there are with nothing decided beforehand; None when a loop has no end.

    Raises TooLargeError when there are more than `most`.
    """
    found = walk(tree, [frozenset()])
    useful = free(found, found.finals)
    count = 0
    stack = [((state,), state) for state in (first(tree),) if state in useful]
    while stack:
        way, state = stack.pop()
        if state in found.finals:
            count += 1
            if count > most:
                raise TooLargeError
        for after in found.after[state]:
            if after in way:
                if after in useful:
                    return None
            elif after in useful:
                stack.append(((*way, after), after))
    return count


def first(tree: dict[str, Any]) -> State | None:
    """Where a reader without local choices begins."""
    _, goal = route(tree["start"], frozenset())
    return (goal, frozenset(), frozenset()) if goal else None
