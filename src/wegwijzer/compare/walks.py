"""Which readers end elsewhere than before: the old and the new tree, walked together with the same answers.

Two readers give the same answer to the same question and have the same local choices. A question that only one of the
trees asks gets every answer. Interim actions are passed. A place where both stand is a pair of steps with the facts that
later guards look at, so loops end; past the limit the comparison stops and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from wegwijzer.compile.compiled import Compiled, exit_after, is_final
from wegwijzer.compile.conditions import facts_of, first_open
from wegwijzer.model import UNDECIDED, Question, Target
from wegwijzer.proof.situations import FILLED, live_facts

LIMIT = 50_000
MANY = 8
"""Of more options than this in one several-choice question, only single ones, none and all are compared."""
NOTHING: frozenset[str] = frozenset()
NOWHERE = ""
Answers = frozenset[tuple[str, tuple[str, ...]]]
Way = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Moved:
    """Readers who came to `before` and now come to `after` (action ids; empty: nowhere). `way` is one of theirs."""

    before: str
    after: str
    way: Way
    count: int


@dataclass(frozen=True)
class _Stand:
    """Where one reader stands, and what later guards of this tree look at."""

    node: str
    facts: frozenset[str] = NOTHING


@dataclass(frozen=True)
class _Pair:
    """Both readers: their local choices so far, and answers that only one of the trees has asked for yet."""

    stands: tuple[_Stand, _Stand]
    chosen: frozenset[str] = NOTHING
    resolved: frozenset[str] = NOTHING
    waiting: tuple[Answers, Answers] = (frozenset(), frozenset())


def moved_results(
    old: Compiled, new: Compiled, renamed: Mapping[str, str] | None = None, limit: int = LIMIT
) -> tuple[tuple[Moved, ...], bool]:
    """The results that moved, most frequent first, and whether all could be compared."""
    return _Comparison(old, new, renamed or {}, limit).run()


class _Comparison:
    def __init__(self, old: Compiled, new: Compiled, renamed: Mapping[str, str], limit: int) -> None:
        self.trees, self.renamed, self.limit = (old, new), renamed, limit
        self.live = (live_facts(old), live_facts(new))
        self.looked_at = [NOTHING.union(*live.values()) for live in self.live]
        self.policies = {**old.policies, **new.policies}
        self.pairs: list[_Pair] = []
        self.parents: list[tuple[int, Way]] = []
        self.seen: set[_Pair] = set()
        self.complete = True

    def run(self) -> tuple[tuple[Moved, ...], bool]:
        found: dict[tuple[str, str], tuple[int, int]] = {}
        start = _Pair((_Stand("start--"), _Stand("start--")))
        for pair in self._enter(start, 0, self.trees[0].tree.start):
            for both in self._enter(pair, 1, self.trees[1].tree.start):
                self._arrive(both, -1, ())
        position = 0
        while position < len(self.pairs):
            ends = [stand.node for stand in self.pairs[position].stands]
            if all(self._ended(side, ends[side]) for side in (0, 1)):
                if self.renamed.get(ends[0], ends[0]) != ends[1]:
                    first, count = found.get((ends[0], ends[1]), (position, 0))
                    found[ends[0], ends[1]] = first, count + 1
            else:
                for pair, step in self._onward(self.pairs[position]):
                    self._arrive(pair, position, step)
            position += 1
        moved = [Moved(*ends, self._way(first), count) for ends, (first, count) in found.items()]
        return tuple(sorted(moved, key=lambda one: (-one.count, one.before, one.after))), self.complete

    def _arrive(self, pair: _Pair, origin: int, step: Way) -> None:
        pair = self._forget(pair)
        if pair in self.seen:
            return
        if len(self.pairs) >= self.limit:
            self.complete = False
            return
        self.seen.add(pair)
        self.pairs.append(pair)
        self.parents.append((origin, step))

    def _way(self, index: int) -> Way:
        way: list[tuple[str, str]] = []
        while index >= 0:
            index, step = self.parents[index]
            way[:0] = step
        return tuple(way)

    def _forget(self, pair: _Pair) -> _Pair:
        """The pair without what no later guard looks at."""
        lives = [self.live[side].get(stand.node, NOTHING) for side, stand in enumerate(pair.stands)]
        one, other = (_Stand(stand.node, stand.facts & live) for stand, live in zip(pair.stands, lives, strict=True))
        both = lives[0] | lives[1]
        matter = {fact.rpartition(".")[0] for fact in both} | self._asked_here(pair)
        return replace(
            pair,
            stands=(one, other),
            chosen=frozenset(fact for fact in pair.chosen if fact.rpartition(".")[0] in matter),
            resolved=pair.resolved & matter,
        )

    def _asked_here(self, pair: _Pair) -> set[str]:
        questions = (self._question(side, stand.node) for side, stand in enumerate(pair.stands))
        return {question.policy for question in questions if question and question.policy}

    # -- one reader ----------------------------------------------------------------------------------------

    def _question(self, side: int, node: str) -> Question | None:
        return self.trees[side].tree.questions.get(node)

    def _ended(self, side: int, node: str) -> bool:
        actions = self.trees[side].tree.actions
        return node == NOWHERE or (node in actions and is_final(actions[node]))

    def _enter(self, pair: _Pair, side: int, target: Target | None) -> Iterator[_Pair]:
        """Where a target leads one reader, under every value of the local choices that its guards look at first."""
        stand = pair.stands[side]
        if target is None:
            yield self._put(pair, side, _Stand(NOWHERE))
            return
        looked_at = sorted(
            {name for fact in facts_of(target.routes) if (name := fact.rpartition(".")[0]) in self.policies}
            - pair.resolved
        )
        options = [[NOTHING, *(frozenset((f"{name}.{key}",)) for key in self._keys(name))] for name in looked_at]
        for choice in product(*options):
            chosen = pair.chosen.union(*choice)
            known = stand.facts | chosen
            index = first_open(target, known.__contains__) if target.guarded else 0
            node = target.routes[index].to if isinstance(index, int) else NOWHERE
            tree = self.trees[side].tree
            if node not in tree.questions and node not in tree.actions:
                node = NOWHERE
            after = replace(pair, chosen=chosen, resolved=pair.resolved.union(looked_at))
            yield self._put(after, side, replace(stand, node=node))

    def _keys(self, policy: str) -> list[str]:
        return list(self.policies[policy].answers) or [FILLED]

    @staticmethod
    def _put(pair: _Pair, side: int, stand: _Stand) -> _Pair:
        stands = (stand, pair.stands[1]) if side == 0 else (pair.stands[0], stand)
        return replace(pair, stands=stands)

    def _answer(self, pair: _Pair, side: int, keys: tuple[str, ...]) -> Iterator[_Pair]:
        """One reader answers the question at which they stand."""
        stand = pair.stands[side]
        question = self.trees[side].tree.questions[stand.node]
        prefix = question.policy or stand.node
        given = keys
        if question.quiet and question.default and not question.fill and not set(keys) <= question.answers.keys():
            keys = (question.default,)  # nobody decided: the default is followed
        marks = {mark for key in keys if key in question.answers for mark in question.answers[key].marks}
        facts = frozenset(fact for fact in stand.facts if fact.rpartition(".")[0] != prefix)
        said = frozenset(f"{prefix}.{key}" for key in keys)
        after = replace(pair, resolved=pair.resolved | {question.policy}) if question.policy else pair
        if question.policy:
            others = frozenset(fact for fact in pair.chosen if fact.rpartition(".")[0] != prefix)
            after = replace(after, chosen=others.union(f"{prefix}.{key}" for key in given))
            said = said - after.chosen
        _, target = exit_after(question, keys)
        yield from self._enter(self._put(after, side, _Stand(stand.node, facts | said | marks)), side, target)

    # -- both ----------------------------------------------------------------------------------------------

    def _onward(self, pair: _Pair) -> Iterator[tuple[_Pair, Way]]:
        """The next pairs, with what the readers answered on the way."""
        for side, stand in enumerate(pair.stands):
            tree = self.trees[side].tree
            if stand.node in tree.actions and not is_final(tree.actions[stand.node]):
                yield from ((after, ()) for after in self._enter(pair, side, tree.actions[stand.node].to))
                return
            ready = self._already_said(pair, side)
            if ready is not None:
                rest = frozenset(one for one in pair.waiting[side] if one[0] != stand.node)
                waiting = (rest, pair.waiting[1]) if side == 0 else (pair.waiting[0], rest)
                yield from ((after, ()) for after in self._answer(replace(pair, waiting=waiting), side, ready))
                return
        first = next(side for side in (0, 1) if self._question(side, pair.stands[side].node))
        node = pair.stands[first].node
        other = 1 - first
        together = pair.stands[other].node == node
        sides = (0, 1) if together else (first,)
        possible = list(self._possible(node, sides))
        later = not together and self._question(other, node) and not self._ended(other, pair.stands[other].node)
        for keys in possible:
            begin = pair
            if later and len(possible) > 1:
                said = frozenset({*(one for one in pair.waiting[other] if one[0] != node), (node, keys)})
                begin = replace(pair, waiting=(said, pair.waiting[1]) if other == 0 else (pair.waiting[0], said))
            step = ((node, "+".join(keys)),)
            for after in self._answer(begin, first, keys):
                if not together:
                    yield after, step
                else:
                    yield from ((last, step) for last in self._answer(after, other, keys))

    def _already_said(self, pair: _Pair, side: int) -> tuple[str, ...] | None:
        """What a reader answers here without being asked: a local choice, or what they answered in the other tree."""
        question = self._question(side, pair.stands[side].node)
        if question is None:
            return None
        if question.policy:
            keys = tuple(key for key in self._keys(question.policy) if f"{question.policy}.{key}" in pair.chosen)
            fits = all(key in question.answers for key in keys) or bool(question.fill)
            if question.quiet and not (keys and fits) and question.policy in pair.resolved:
                return (UNDECIDED,)
            return keys if keys and fits else None
        waiting = dict(pair.waiting[side])
        keys_ = waiting.get(pair.stands[side].node)
        fits = bool(question.fill) or all(key in question.answers for key in keys_ or ())
        return keys_ if keys_ is not None and fits else None

    def _effect(self, node: str, key: str) -> object:
        """What an answer does, in both trees: answers that do the same need not all be tried."""
        effect: list[object] = []
        for side in (0, 1):
            question = self._question(side, node)
            answer = question.answers.get(key) if question else None
            if question and answer:
                fact = f"{question.policy or node}.{key}"
                _, target = exit_after(question, (key,))
                effect.append((target, fact in self.looked_at[side] and fact, frozenset(answer.marks)))
            else:
                effect.append(None)
        return tuple(effect)

    def _possible(self, node: str, sides: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
        """The answers that every tree takes in which the question is asked now."""
        questions = [self.trees[side].tree.questions[node] for side in sides]
        one = questions[0]
        if one.fill:
            yield (FILLED,)
            return
        answers = {key: answer for question in questions for key, answer in question.answers.items()}
        alike: dict[object, str] = {}
        for key, answer in answers.items():
            if all(key in question.answers or (question.quiet and key == UNDECIDED) for question in questions):
                alike.setdefault((self._effect(node, key), answer.exclusive), key)
        keys = list(alike.values())
        if one.choose == "many" and one.min > 1:  # two that do the same may both be needed
            keys = [key for key in one.answers if all(key in question.answers for question in questions)]
        if one.choose == "one":
            yield from ((key,) for key in keys)
            return
        shared = [key for key in keys if not answers[key].exclusive]
        sizes = range(one.min, len(shared) + 1) if len(shared) <= MANY else sorted({one.min, 1, len(shared)})
        if len(shared) > MANY:
            self.complete = False
        for size in sizes:
            yield from combinations(shared, size)
        yield from ((key,) for key in keys if answers[key].exclusive)
