"""A tree ready to walk: everything it refers to filled in, steps numbered, no YAML needed any more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from wegwijzer.formats import Format, add, added
from wegwijzer.locale import said_instead, say, say_instead
from wegwijzer.model import (
    UNDECIDED,
    Action,
    Condition,
    Contact,
    Outcome,
    Question,
    SourceRef,
    Target,
    Task,
    Tree,
    source_refs,
)
from wegwijzer.model.text import INNER_PLACES, placeholders, schemes, texts

if TYPE_CHECKING:  # a page compiles nothing: it need not load what a library may hold
    from wegwijzer.kinds.library import Library

START_FORK = "start--"
CLOSING = "--closing"
"""The place in `Compiled.settled` of what every result shows. No step or fork is called so."""
TREES = "boom"
"""The scheme of a link to a tree, `[de vraag](boom:reactie)`."""


@dataclass(frozen=True)
class Cited:
    """A source as the reader sees it, the place in it, and what kind of ground that is (see `Source.kind`)."""

    title: str
    place: str = ""
    kind: str = "document"

    @property
    def editorial(self) -> bool:
        """Whether it is an addition of ours, in no source document."""
        return self.kind == "redactie"


@dataclass(frozen=True)
class Named:
    """What the actions of a tree name of one kind: the heading above the links, how each is called, and where the site
    shows it (`{0}` is the name).
    """

    heading: str
    titles: dict[str, str]
    address: str


@dataclass(frozen=True)
class Fork:
    """A guarded list on its own: what a form without memory asks. `answer` is None for the `to` of a whole step."""

    id: str
    owner: str
    answer: str | None
    target: Target


@dataclass(frozen=True)
class Compiled:
    """One tree with all it needs. `lines` gives the line of every step in `file`, in file order; `titles`
    how other trees and their entries are called, `related` what actions name under keys of their own, `links` where links to something by its id lead,
    as `INNER_PLACES`, `words` what the project says of itself, `formats` what readers take along besides what the kit makes,
    `decided` the policies that were decided beforehand, and `settled` which of them decided what: by
    fork, by fork and node for a way that passes questions, by action for what it says, and by CLOSING (see `decided`). `numbered` are
    the numbers of the tree from which this one was made, where it keeps those. `reaching` names the standard steps that make contact.
    """

    id: str
    tree: Tree
    file: str
    lines: dict[str, int]
    policies: dict[str, Question]
    cited: dict[str, Cited]
    contacts: dict[str, Contact]
    titles: dict[str, str]
    related: dict[str, Named] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    formats: tuple[Format, ...] = ()
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    decided: dict[str, Any] = field(default_factory=dict)
    settled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbered: dict[str, str] = field(default_factory=dict)
    reaching: tuple[str, ...] = ()

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of every step and fork, the same in every form: `4`, and `4a` for a fork of step 4."""
        numbers = {name: str(number) for number, name in enumerate(self.lines, 1)}
        letters: dict[str, int] = {}
        for fork in self.forks.values():
            count = letters[fork.owner] = letters.get(fork.owner, -1) + 1
            numbers[fork.id] = numbers.get(fork.owner, "0") + _letter(count)
        return {name: self.numbered.get(name, number) for name, number in numbers.items()}

    @cached_property
    def forks(self) -> dict[str, Fork]:
        """Every guarded list, by the id of the fork that asks it."""
        found = [Fork(START_FORK, "", None, self.tree.start)] if self.tree.start.guarded else []
        for name in self.lines:
            for answer, target in self.exits(name):
                if target.guarded:
                    found.append(Fork(fork_id(name, answer), name, answer, target))
        return {fork.id: fork for fork in found}

    def where(self, name: str) -> tuple[str, ...]:
        """The keys under which a step stands in the file; of a fork those of the ways that it chooses from."""
        fork = self.forks.get(name)
        if fork and not fork.owner:
            return ("start",)
        owner = fork.owner if fork else name
        step = ("questions" if owner in self.tree.questions else "actions", owner)
        if fork is None:
            return step
        return (*step, "to") if fork.answer is None else (*step, "answers", fork.answer, "to")

    @cached_property
    def quiet(self) -> frozenset[str]:
        """The questions that are followed without being asked."""
        return frozenset(name for name, question in self.tree.questions.items() if question.quiet)

    @cached_property
    def own_choices(self) -> dict[str, Question]:
        """The questions that are local choices themselves, each by the name under which a municipality keeps it."""
        return {
            f"{self.id}.{name}": question
            for name, question in self.tree.questions.items()
            if question.default is not None and not question.policy and not question.only_leads_on
        }

    def kept_as(self, node: str) -> str:
        """The name under which a municipality keeps what it chose at a question; empty when that is no local choice."""
        question = self.tree.questions.get(node)
        own = f"{self.id}.{node}"
        return (question and question.policy) or (own if own in self.own_choices else "")

    def knows(self, name: str) -> bool:
        """Whether this is a step or fork of the tree."""
        return name in self.tree.questions or name in self.tree.actions or name in self.forks

    def exits(self, name: str) -> Iterator[tuple[str | None, Target]]:
        """The ways out of a step: per answer with a `to` of its own, and the `to` of the step as a whole."""
        question = self.tree.questions.get(name)
        if question is None:
            action = self.tree.actions[name]
            if action.to and not is_final(action):
                yield None, action.to
            return
        if question.choose == "one":
            yield from ((key, answer.to) for key, answer in question.answers.items() if answer.to)
        if question.to and (
            question.choose == "many" or question.fill or any(not answer.to for answer in question.answers.values())
        ):
            yield None, question.to

    @cached_property
    def version(self) -> str:
        """Eight hexadecimal digits over ids, routes and guards; wording does not change it."""
        shape = [_shape(self.tree.start)]
        for name in self.lines:
            question = self.tree.questions.get(name)
            answers = {key: list(answer.marks) for key, answer in question.answers.items()} if question else {}
            policy: object = question.policy if question else None
            if question and question.ask != "unless-kept":
                policy = [policy, question.ask]
            shape.append([name, answers, policy, [[key, _shape(target)] for key, target in self.exits(name)]])
        return hashlib.sha256(json.dumps(shape).encode()).hexdigest()[:8]


def take_in(compiled: Compiled) -> None:
    """Let what a tree carries of its project count here, where no project is: in the page, and in a worker of the build."""
    INNER_PLACES.update(compiled.links)
    say_instead(compiled.words)
    add(compiled.formats)


def exit_after(question: Question, chosen: Sequence[str]) -> tuple[str | None, Target | None]:
    """Where an answer leads: the one place that says whether an answer has a way of its own.

    `chosen` are the ids of what was chosen; nothing for a text that was filled in. Returns the answer whose own `to` it
    is, or None when the question as a whole decides, and the target; no target when neither says where to go.
    """
    answer = question.answers.get(chosen[0]) if chosen and question.choose == "one" and not question.fill else None
    return (chosen[0], answer.to) if answer and answer.to else (None, question.to)


def fork_id(owner: str, answer: str | None) -> str:
    """The id of a fork. Ids of steps never hold two hyphens in a row, so it cannot clash with one."""
    return f"{owner}--{answer or ''}"


def passage(fork: str, goal: str) -> str:
    """How a way from a fork to a node is called in `Compiled.settled`."""
    return f"{fork} {goal}"


def is_final(action: Action) -> bool:
    """Whether a walk ends in this action: it leads nowhere, or hands the reader over to another tree."""
    return action.to is None or all("/" in route.to for route in action.to.routes)


def compile_tree(tree_id: str, library: Library) -> Compiled:
    """Fill in what a tree refers to. Unknown references are left out: the checker has reported them."""
    raw = library.trees[tree_id]
    tree = replace(
        raw,
        questions={name: _question(question, library) for name, question in raw.questions.items()},
        actions={
            name: replace(action, steps=tuple(standard_task(task, library) for task in action.steps))
            for name, action in raw.actions.items()
        },
        closing=tuple(standard_task(task, library) for task in raw.closing),
    )
    policies = {name: question for name in _policy_names(tree) if (question := library.policy(name))}
    mentioned = {ref for name, ref in _strings(tree)} if library.has_data else set()
    return Compiled(
        id=tree_id,
        tree=tree,
        file=library.files.get(tree_id, f"trees/{tree_id}.yml"),
        lines={**library.lines.get(tree_id, {})} or dict.fromkeys([*tree.questions, *tree.actions], 1),
        policies={
            name: replace(q, answers={k: replace(a, to=None) for k, a in q.answers.items()}, to=None)
            for name, q in policies.items()
        },
        cited=_cited([tree, *policies.values()], library),
        contacts={
            name: library.contacts[name]
            for name in (
                *(n for action in tree.actions.values() for n in action.contacts),
                *(tree.chart.calls if tree.chart else ()),
            )
            if name in library.contacts
        },
        titles=_titles(mentioned, library),
        related=_related(tree, library),
        links=_links([tree, *policies.values()]),
        words=said_instead() | {key: say(key) for key in (f"take.{form.id}" for form in added())},
        formats=added(),
        outcomes={
            name: library.outcomes[name]
            for action in tree.actions.values()
            if (name := action.outcome or "") in library.outcomes
        },
        reaching=library.safety.contact if library.safety else (),
    )


def compiled_once(tree_id: str, library: Library) -> Compiled:
    """The same, worked out once for a library that changes no more."""
    found: Compiled = library.note(("compiled", tree_id), lambda whole: compile_tree(tree_id, whole))
    return found


def standard_task(task: Task, library: Library) -> Task:
    """A step with the text of the standard step it names; what it says itself goes first."""
    base = library.steps.get(task.use or "")
    if base is None:
        return task
    return replace(
        task,
        text=task.text or base.text,
        who=task.who or base.who,
        within=task.within or base.within,
        points=task.points or base.points,
        sources=task.sources or base.sources,
    )


def _question(question: Question, library: Library) -> Question:
    """A question with its options; a local choice brings its own texts."""
    answers = library.answers(question)
    base = library.policy(question.policy) if question.policy else None
    if base is None:
        return replace(question, answers=answers)
    if question.quiet:  # who did not decide follows the default
        answers = {key: answer for key, answer in answers.items() if key != UNDECIDED}
    return replace(
        question,
        answers=answers,
        text=question.text or base.text,
        short=question.short or base.short,
        help=question.help or base.help,
        sources=question.sources or base.sources,
        choose=base.choose,
        min=base.min,
        fill=base.fill,
        default=base.default,
    )


def _policy_names(tree: Tree) -> dict[str, None]:
    """The local choices a tree looks at, as `beleid.vraag`, in reading order."""
    names: dict[str, None] = {}
    for question in tree.questions.values():
        if question.policy:
            names[question.policy] = None
    for _, text in _strings(tree):
        for name in placeholders(text, tree.uses):
            if "." in name:
                names[name] = None
    for condition in conditions_of(tree):
        for fact in condition.facts():
            if fact.count(".") == 2:  # noqa: PLR2004 - tree, question, answer
                names[fact.rpartition(".")[0]] = None
    return names


def conditions_of(tree: Tree) -> Iterator[Condition]:
    """Every guard of a tree, on routes and on content."""
    for target in targets_of(tree):
        yield from (route.when for route in target.routes if route.when)
    for action in tree.actions.values():
        yield from (part.when for part in action.parts if part.when)
    yield from (task.when for task in tree.closing if task.when)


def targets_of(tree: Tree) -> Iterator[Target]:
    """Every `to` of a tree, and its start."""
    yield tree.start
    for question in tree.questions.values():
        yield from (answer.to for answer in question.answers.values() if answer.to)
        if question.to:
            yield question.to
    yield from (action.to for action in tree.actions.values() if action.to)


def _strings(tree: Tree) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for where, text in texts(replace(tree, cases=(), entries={})):
        yield where, text
        if "/" in text and ({"to", "see"} & {*where[-2:]}):
            yield where, text.split("/")[0]


def _titles(mentioned: AbstractSet[str], library: Library) -> dict[str, str]:
    """How the other trees are called that a tree mentions, and their entries, as `reactie/privegegevens`."""
    found = {name: other.title for name, other in library.trees.items() if name in mentioned}
    for name in found.copy():
        entries = library.trees[name].entries
        found |= {goal: entry.text for key, entry in entries.items() if (goal := f"{name}/{key}") in mentioned}
    return found


def _related(tree: Tree, library: Library) -> dict[str, Named]:
    """What the actions of a tree name under keys of their own, by key, as far as it is there."""
    found = {}
    for key, register in library.in_actions.items():
        there = library.group(register.key)
        names = dict.fromkeys(name for action in tree.actions.values() for name in action.related.get(key, ()))
        titles = {name: getattr(there[name], register.called) for name in names if name in there}
        if titles:
            found[key] = Named(register.heading, titles, register.address)
    return found


def _links(records: list[Tree | Question]) -> dict[str, str]:
    """Where the links to something by its id lead that stand in the texts of these records, or that lead to trees."""
    asked = {scheme for record in records for _, text in texts(record) if "](" in text for scheme in schemes(text)}
    asked |= {TREES, f"{TREES}/"}
    own = f"{TREES}:"
    return {key: place for key, place in INNER_PLACES.items() if key in asked or key.startswith(own)}


def _cited(records: list[Tree | Question], library: Library) -> dict[str, Cited]:
    """How every source that these records name is shown, by its key."""
    return {cite_key(ref): _cite(ref, library) for record in records for _, ref in source_refs(record)}


def cite_key(ref: SourceRef) -> str:
    """How a reference to a source is looked up in `Compiled.cited`."""
    return f"{ref.id}|{ref.part}" if ref.part else ref.id


def _cite(ref: SourceRef, library: Library) -> Cited:
    part = library.parts.get(ref.part or ref.id)
    source_id = part.source if part and not ref.part else ref.id
    source = library.sources.get(source_id)
    place = part.title if part else ref.part or ""
    if source is None:
        return Cited(ref.id, place)
    credit = ", ".join(text for text in (source.publisher, source.year) if text)
    kind = (part and part.kind) or source.kind
    return Cited(f"{source.title} ({credit})" if credit else source.title, place, kind)


def _shape(target: Target) -> object:
    return [[route.to, _guard(route.when)] for route in target.routes]


def _guard(condition: Condition | None) -> object:
    if condition is None:
        return None
    return [
        [_guard(m) if isinstance(m, Condition) else m for m in members]
        for members in (condition.all, condition.any, condition.none)
    ]


def _letter(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
