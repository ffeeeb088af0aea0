"""Which situations of a tree can be reached: a step with the facts that later route guards still look at.

The proof walks situations, not edges: a loop that its guards make impossible is no alarm, an answer that nobody
can reach is one. Local choices are split only where a route guard looks at them, and forgotten once no later one
does. In general the question is hard, so work is bounded: past the limit `TooManySituations` names the facts that
live too long. With ordinary guards the work is proportional to the size of the tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import comb

from wegwijzer.compile.compiled import START_FORK, Compiled, exit_after, fork_id, is_final
from wegwijzer.compile.routes import Routes
from wegwijzer.model import CONTINUE, UNDECIDED, Action, Question, Target
from wegwijzer.proof.liveness import NOTHING, ROOT, Edge, Graph
from wegwijzer.proof.proof import Proof, Situation

LIMIT = 2_000_000
MAX_LIVE_OPTIONS = 16
FILLED = "~"
"""Stands for the value of a local choice that is filled in: whether there is one matters, not which."""
Outcome = tuple[frozenset[str], frozenset[str], int | None]
"""Facts, local choices looked at, and the index of the route that is taken (None: none holds)."""


class TooManySituations(Exception):
    """The proof would pass its limit. `facts` are those that live longest, the longest first."""

    def __init__(self, facts: list[str]) -> None:
        super().__init__(", ".join(facts))
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Move:
    """A way to leave a step: what the reader gives, the facts it clears and sets, how many answers it stands for."""

    label: str
    target: Target | None
    sets: frozenset[str] = NOTHING
    clears: frozenset[str] = NOTHING
    weight: int = 1
    decided: bool = False


def prove(compiled: Compiled, *, undecided: bool = False, limit: int = LIMIT) -> Proof:
    """Visit every situation that can be reached from the start.

    With `undecided` no local choice is made beforehand (for counting walks); otherwise every combination counts.
    Raises TooManySituations when more than `limit` situations would have to be kept.
    """
    return _Explorer(compiled, undecided=undecided, limit=limit).run()


class _Explorer:
    def __init__(self, compiled: Compiled, *, undecided: bool, limit: int, tasks: bool = False) -> None:
        self.compiled, self.undecided, self.limit, self.tasks = compiled, undecided, limit, tasks
        self.questions, self.actions = compiled.tree.questions, compiled.tree.actions
        self.atoms = {
            name: frozenset(f"{name}.{option}" for option in (question.answers or [FILLED]))
            for name, question in compiled.policies.items()
        }
        self._ready: dict[int, Routes] = {}
        self._after: dict[int, frozenset[str]] = {}
        self.live = self._liveness()
        self.policies_live = {name: frozenset(self._policies(facts)) for name, facts in self.live.items()}
        self.proof = Proof()
        self.seen: dict[Situation, int] = {}
        self._options: dict[tuple[str, frozenset[str]], list[Move]] = {}

    # -- what later guards still look at -------------------------------------------------------------------

    def _liveness(self) -> dict[str, frozenset[str]]:
        """Per step, the facts that can differ between its situations and that a later guard may look at."""
        edges = list(self._edges())
        graph = Graph(edges)
        users: dict[str, set[str]] = {}
        starts: dict[str, set[str]] = {}
        for edge in edges:
            policies = set(self._policies(edge.looks | edge.sets))
            for fact in edge.looks:
                if edge.keeps(fact):
                    users.setdefault(fact, set()).add(edge.origin)
            # A local choice is looked at as a whole: from then on its value is known.
            for fact in edge.sets.union(*(self.atoms[policy] for policy in policies)):
                starts.setdefault(fact, set()).update(edge.targets)
        for name, question in self.questions.items():
            for fact in self.atoms.get(question.policy or "", NOTHING):
                users.setdefault(fact, set()).add(name)
        live: dict[str, set[str]] = {}
        for fact, places in users.items():
            for name in graph.region(fact, starts.get(fact, ()), places):
                live.setdefault(name, set()).add(fact)
        return {name: frozenset(facts) for name, facts in live.items()}

    def _edges(self) -> Iterator[Edge]:
        """The tree as a graph, for liveness."""
        start = self.compiled.tree.start
        ready = self._routes(start)
        yield Edge(ROOT, ready.goals, looks=ready.facts)
        for name in self.compiled.lines:
            for move in self._plain_moves(name):
                if move.target:
                    ready = self._routes(move.target)
                    yield Edge(name, ready.goals, move.sets, move.clears, ready.facts)
            if self.tasks and name in self.actions:
                yield Edge(name, (), looks=self._told_by(self.actions[name]))

    def _told_by(self, action: Action) -> frozenset[str]:
        """The facts that the tasks of an action look at."""
        tasks = [*action.steps, *(self.compiled.tree.closing if is_final(action) else ())]
        return NOTHING.union(*(task.when.facts() for task in tasks if task.when))

    def _live_after(self, target: Target) -> frozenset[str]:
        """The facts that matter once an answer is given and the target has still to be chosen."""
        key = id(target)
        if key not in self._after:
            ready = self._routes(target)
            self._after[key] = ready.facts.union(*(self.live.get(goal, NOTHING) for goal in ready.goals))
        return self._after[key]

    def _routes(self, target: Target) -> Routes:
        """A target made ready, once: the tree holds it as long as this does."""
        key = id(target)
        if key not in self._ready:
            self._ready[key] = Routes(target)
        return self._ready[key]

    # -- the ways out of a step ----------------------------------------------------------------------------

    def _plain_moves(self, name: str) -> list[Move]:
        """The moves of a step, the options of a several-choice question one by one (what liveness needs to see)."""
        question = self.questions.get(name)
        if question is None:
            action = self.actions[name]
            return [] if is_final(action) else [Move(CONTINUE, action.to)]
        prefix = question.policy or name
        if question.fill:
            return [Move("", question.to, self.atoms.get(prefix, NOTHING))]
        clears = frozenset(f"{prefix}.{key}" for key in question.answers)
        return [
            Move(key, exit_after(question, (key,))[1], frozenset((f"{prefix}.{key}", *answer.marks)), clears)
            for key, answer in question.answers.items()
        ]

    def _moves(self, name: str) -> list[Move]:
        question = self.questions.get(name)
        if question is None or question.choose == "one" or question.fill or not question.to:
            return self._plain_moves(name)
        live = self._live_after(question.to)
        key = (name, live)
        if key not in self._options:
            self._options[key] = list(combinations(question, question.policy or name, live))
        return self._options[key]

    # -- walking -------------------------------------------------------------------------------------------

    def run(self) -> Proof:
        resolved = frozenset(self.atoms) if self.undecided else NOTHING
        start = self.compiled.tree.start
        for outcome in self._follow(start, NOTHING, resolved):
            self._arrive(-1, Move("", start), start, outcome, START_FORK)
        position = 0
        while position < len(self.proof.situations):
            self._leave(position)
            position += 1
        return self.proof

    def _leave(self, position: int) -> None:
        name, facts, resolved = self.proof.situations[position]
        question = self.questions.get(name)
        if question is None and is_final(self.actions[name]):
            self.proof.finals.add(position)
            return
        moves = self._moves(name)
        atoms = self.atoms.get(question.policy or "", NOTHING) if question else NOTHING
        decided = self._decided(question, facts & atoms) if question else NOTHING
        if question and decided:  # not asked again: the choice that was made leads the way
            moves = _decided_moves(question, decided)
        elif question:
            self.proof.asked.add(name)
        if not moves:
            self.proof.broken.add(position)
        for move in moves:
            if question:
                self._note_answers(name, question, move)
            if move.target is None:
                self.proof.broken.add(position)
                continue
            after = (facts - move.clears - atoms) | move.sets
            known = resolved | {question.policy} if question and question.policy else resolved
            fork = self._fork_of(name, question, move)
            for outcome in self._follow(move.target, after, known):
                self._arrive(position, move, move.target, outcome, fork)

    def _decided(self, question: Question, made: frozenset[str]) -> frozenset[str]:
        """The facts of the one answer that is possible to a local choice of which these facts hold; nothing when any is."""
        if question.quiet and self.undecided:
            return _quietly(question, made)
        return (
            made if question.ask == "unless-kept" else NOTHING
        )  # asked again, or by who goes back to what was followed

    def _note_answers(self, name: str, question: Question, move: Move) -> None:
        if question.choose == "one" and not question.fill:
            self.proof.answers.add((name, move.label))
            return
        shared = [key for key, answer in question.answers.items() if not answer.exclusive]
        given = (
            move.label.split("+")
            if move.decided
            else [key for key in question.answers if key not in shared or len(shared) >= question.min]
        )
        self.proof.answers.update((name, key) for key in given)

    def _fork_of(self, name: str, question: Question | None, move: Move) -> str:
        return fork_id(name, exit_after(question, (move.label,))[0] if question else None)

    def _follow(self, target: Target, facts: frozenset[str], resolved: frozenset[str]) -> Iterator[Outcome]:
        """Where a target leads, under every value of the local choices that its guards look at."""
        if not target.guarded:
            yield facts, resolved, 0
            return
        ready = self._routes(target)
        looked_at = sorted(set(self._policies(ready.facts)) - resolved) if self.atoms else []
        if not looked_at:
            yield facts, resolved, ready.first_open(facts)
            return
        live = self._live_after(target)
        for choice in product(*(self._classes(name, live) for name in looked_at)):
            chosen = facts.union(*choice)
            yield chosen, resolved.union(looked_at), ready.first_open(chosen)

    def _classes(self, policy: str, live: frozenset[str]) -> list[frozenset[str]]:
        """The values of a local choice, as far as later guards can tell them apart; also undecided."""
        atoms = self.atoms[policy] & live
        question = self.compiled.policies[policy]
        if question.choose == "many":
            values = {move.sets & atoms for move in combinations(question, policy, live)}
            return [NOTHING, *sorted(values - {NOTHING}, key=sorted)]
        return [NOTHING, *(frozenset((atom,)) for atom in sorted(atoms))]

    def _policies(self, facts: frozenset[str]) -> Iterator[str]:
        for fact in facts:
            name = fact.rpartition(".")[0]
            if name in self.atoms:
                yield name

    def _arrive(self, origin: int, move: Move, target: Target, outcome: Outcome, fork: str) -> None:
        facts, resolved, index = outcome
        if index is None:
            self.proof.dead_ends.append((origin, move.label, fork))
            return
        if target.guarded:
            self.proof.routes.add((fork, index))
        name = target.routes[index].to
        if name not in self.questions and name not in self.actions:
            if origin >= 0:
                self.proof.broken.add(origin)
            return
        live = self.live.get(name, NOTHING)
        kept = resolved if self.undecided else resolved & self.policies_live.get(name, NOTHING)
        situation = (name, facts & live if facts else NOTHING, kept)
        found = self.seen.get(situation)
        if found is None:
            found = self.seen[situation] = len(self.proof.situations)
            if found >= self.limit:
                raise TooManySituations(self._longest_lived())
            self.proof.situations.append(situation)
            node = self.proof.situations[origin][0] if origin >= 0 else ""
            self.proof.parents.append((origin, node, move.label))
            self.proof.followers.append([])
        if origin >= 0:
            self.proof.followers[origin].append((found, move.weight))

    def _longest_lived(self) -> list[str]:
        counts = Counter(fact for facts in self.live.values() for fact in facts)
        return [fact for fact, _ in counts.most_common(5)]


def _quietly(question: Question, decided: frozenset[str]) -> frozenset[str]:
    """What is followed without asking: what was decided, else the default."""
    made = decided - {f"{question.policy}.{UNDECIDED}"}
    if made or question.default is None:
        return made
    return frozenset((f"{question.policy}.{FILLED if question.fill else question.default}",))


def _decided_moves(question: Question, decided: frozenset[str]) -> list[Move]:
    """The one move of a local choice that was made before."""
    if question.fill:
        return [Move("", question.to, decided, decided=True)]
    keys = [key for key in question.answers if f"{question.policy}.{key}" in decided]
    marks = [mark for key in keys for mark in question.answers[key].marks]
    clears = frozenset(f"{question.policy}.{key}" for key in question.answers)
    _, target = exit_after(question, keys)
    return [Move("+".join(keys), target, decided.union(marks), clears, decided=True)]


def combinations(question: Question, prefix: str, live: frozenset[str]) -> Iterator[Move]:
    """The allowed subsets of a several-choice question, joined where later guards cannot tell them apart."""

    def sets(key: str) -> frozenset[str]:
        return frozenset((f"{prefix}.{key}", *question.answers[key].marks)) & live

    clears = frozenset(f"{prefix}.{key}" for key in question.answers)
    shared = [key for key, answer in question.answers.items() if not answer.exclusive]
    seen_later = [key for key in shared if sets(key)]
    rest = len(shared) - len(seen_later)
    if len(seen_later) > MAX_LIVE_OPTIONS:
        raise TooManySituations([f"{prefix}.{key}" for key in seen_later[:5]])
    for bits in product((False, True), repeat=len(seen_later)):
        chosen = [key for key, bit in zip(seen_later, bits, strict=True) if bit]
        weight = sum(comb(rest, more) for more in range(rest + 1) if more + len(chosen) >= question.min)
        if weight:
            yield Move("+".join(chosen), question.to, NOTHING.union(*map(sets, chosen)), clears, weight)
    for key, answer in question.answers.items():
        if answer.exclusive:
            yield Move(key, question.to, sets(key), clears)


def live_facts(compiled: Compiled, *, tasks: bool = False) -> dict[str, frozenset[str]]:
    """Per step, the facts that a later route guard may still look at (what two readers there can differ in); with `tasks`
    also those at which a task looks.
    """
    return _Explorer(compiled, undecided=False, limit=LIMIT, tasks=tasks).live
