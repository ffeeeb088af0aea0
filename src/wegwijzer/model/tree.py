"""A decision tree as it is written: one YAML file under trees/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from wegwijzer.model.records import ContactId, Duration, Fact, Id, NodeRef, OutcomeId, Review, SourceRef, TaskName, doc

CONTINUE = "verder"
"""The answer that passes an interim action."""

EXAMPLE = 60
"""How many characters an example below an answer may have: it stays on one line of a phone."""

NO_OUTCOME = "none"
"""What an action says that comes down to none of the outcomes, in a tree whose other actions do."""

SOON = "meteen"
"""The urgency with which nobody waits."""

UNDECIDED = "nog-niet-beslist"
"""The option of a local choice that says: we have not decided."""


@dataclass(frozen=True)
class Condition:
    """A guard: every fact of `all`, at least one of `any`, not one of `none`; members may be conditions."""

    all: tuple[Fact | Condition, ...] = doc(default=(), example=True)
    any: tuple[Fact | Condition, ...] = doc(default=())
    none: tuple[Fact | Condition, ...] = doc(default=())

    def facts(self) -> Iterator[str]:
        """Every fact named, also in nested conditions, in reading order."""
        for member in (*self.all, *self.any, *self.none):
            if isinstance(member, Condition):
                yield from member.facts()
            else:
                yield member


@dataclass(frozen=True)
class Route:
    to: NodeRef = doc(required=True)
    when: Condition | None = doc()


@dataclass(frozen=True)
class Target:
    """Where it goes on: one route without guard, or a guarded list of which the first route that holds counts."""

    routes: tuple[Route, ...]
    guarded: bool = False


@dataclass(frozen=True)
class Fill:
    kind: Literal["text", "number", "url", "email", "date"] = doc(required=True)
    max: int = doc(default=200)
    unit: str | None = doc(example=True, prose=False)
    optional: bool = doc(default=False)


@dataclass(frozen=True)
class Answer:
    """One answer to a question; in a question with `policy` only `to` (and marks) stand here."""

    text: str | None = doc(example=True, most=600)
    icon: Id | None = doc(example=True, prose=False)
    example: str | None = doc(example=True, prose=False, most=EXAMPLE)
    help: str | None = doc()
    argument: str | None = doc()
    to: Target | None = doc()
    marks: tuple[Id, ...] = doc(default=())
    exclusive: bool = doc(default=False)
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True)
class Question:
    text: str | None = doc(example=True, most=220)
    short: str | None = doc(example=True)
    help: str | None = doc()
    sources: tuple[SourceRef, ...] = doc(default=())
    answers: dict[Id, Answer] = doc(default=dict)
    choose: Literal["one", "many"] = doc(default="one")
    min: int = doc(default=1)
    from_: Id | None = doc()
    fill: Fill | None = doc()
    policy: str | None = doc(example=True, prose=False)
    ask: Literal["never", "unless-kept", "always"] = doc(default="unless-kept")
    to: Target | None = doc()
    default: str | None = doc(prose=False)

    @property
    def quiet(self) -> bool:
        """Whether it is followed without being asked."""
        return self.policy is not None and self.ask == "never"

    @property
    def only_leads_on(self) -> bool:
        """Whether it is a crossing, which decides nothing: nobody can leave it undecided, and each answer goes its own way."""
        answers = self.answers
        return bool(answers) and UNDECIDED not in answers and all(answer.to for answer in answers.values())


@dataclass(frozen=True)
class MarkText:
    text: str = doc(required=True)


@dataclass(frozen=True)
class Task:
    """One thing to do. Either its own `text`, or `use` for a standard step of data/steps.yml."""

    shorthand: ClassVar[str] = "text"
    text: str | None = doc(example=True, lines=True)
    use: Id | None = doc(example=True)
    who: str | None = doc(example=True, prose=False)
    when: Condition | None = doc()
    within: Duration | None = doc(example=True)
    points: tuple[str, ...] = doc(default=())
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True)
class Paragraph:
    """A piece of a text to take over. Without `undecided` of its own that of the action counts."""

    shorthand: ClassVar[str] = "text"
    text: str = doc(required=True, lines=True)
    when: Condition | None = doc()
    style: Literal["text", "more", "header", "heading", "subheading", "item", "annex"] = doc(default="text")
    undecided: Literal["default", "leave-out", "mark"] | None = doc()
    sources: tuple[SourceRef, ...] = doc(default=())


@dataclass(frozen=True)
class Reply:
    """A model reply: its text, a shorter one, and what an answer may never say or do.

    `relation` is what the reply is to whom it speaks to: an answer, a correction, a limit, a sanction, or support.
    """

    shorthand: ClassVar[str] = "text"
    text: str = doc(required=True, lines=True, addressed=True)
    relation: Literal["answer", "correct", "limit", "sanction", "support"] | None = doc()
    short: str | None = doc(lines=True, most=1000, addressed=True)
    never: tuple[str, ...] = doc(default=())


@dataclass(frozen=True)
class Action:
    """What to do. With `to` to a step of this tree it is interim; otherwise the walk ends here.

    `related`: key → names, for every key that a kind of content registers (`Register.in_actions`).
    """

    title: str = doc(required=True)
    short: str | None = doc()
    urgency: Literal["meteen", "vandaag", "later"] | None = doc()
    outcome: OutcomeId | None = doc(prose=False)
    contact: Literal["none"] | None = doc()
    help: str | None = doc()
    steps: tuple[Task, ...] = doc(default=())
    document: tuple[Paragraph, ...] = doc(default=())
    undecided: Literal["default", "leave-out", "mark"] = doc(default="default")
    reply: Reply | None = doc()
    forbids: tuple[TaskName, ...] = doc(default=())
    contacts: tuple[Id, ...] = doc(default=())
    related: dict[str, tuple[str, ...]] = doc(default=dict, prose=False, open=True)
    see: tuple[str, ...] = doc(default=(), prose=False)
    sources: tuple[SourceRef, ...] = doc(default=())
    to: Target | None = doc()

    @property
    def parts(self) -> tuple[Task | Paragraph, ...]:
        """What may depend on what was answered: the tasks and the paragraphs, in the order in which a reader meets them."""
        return (*self.steps, *self.document)


@dataclass(frozen=True)
class Chapter:
    title: str = doc(required=True)
    start: Id = doc(required=True)


@dataclass(frozen=True)
class Entry:
    """A way in: answers known beforehand, so that a tree opens further on and with the facts of a walk."""

    text: str = doc(required=True, example=True, most=220)
    answers: dict[Id, Any] = doc(required=True)
    icon: Id | None = doc(prose=False)
    example: str | None = doc(prose=False, most=EXAMPLE)
    help: str | None = doc()


@dataclass(frozen=True)
class ChartFirst:
    """What one looks at before anything else, on the left of a wall chart."""

    text: str = doc(required=True, example=True, most=40)
    do: str = doc(required=True, most=80)
    icon: Id | None = doc(prose=False)


@dataclass(frozen=True)
class ChartRow:
    """A row of a wall chart: what one meets, and the action it comes down to. Words that it leaves out are those of its entry."""

    action: Id = doc(required=True, prose=False)
    do: str = doc(required=True, example=True, most=70)
    entry: Id | None = doc(prose=False)
    text: str | None = doc(example=True, most=50)
    icon: Id | None = doc(prose=False)
    example: str | None = doc(prose=False, most=EXAMPLE)


@dataclass(frozen=True)
class Chart:
    """What stands on the wall chart of a tree that is too large to show every action."""

    rows: tuple[ChartRow, ...] = doc(required=True)
    first: tuple[ChartFirst, ...] = doc(default=())
    calls: tuple[ContactId, ...] = doc(default=())
    summary: str | None = doc(most=80)


@dataclass(frozen=True)
class Case:
    """An invented situation and where the tree must lead it."""

    title: str = doc(required=True)
    ends_in: Id = doc(required=True)
    post: str | None = doc(prose=False, lines=True)
    warning: str | None = doc(example=True)
    given: dict[str, Any] = doc(default=dict)
    answers: dict[Id, Any] = doc(default=dict)
    why: str | None = doc()


@dataclass(frozen=True)
class Tree:
    """A decision tree: one YAML file under trees/. Questions, actions and entries share one name space."""

    title: str = doc(required=True)
    start: Target = doc(required=True)
    questions: dict[Id, Question] = doc(default=dict)
    actions: dict[Id, Action] = doc(default=dict)
    summary: str | None = doc()
    sources: tuple[SourceRef, ...] = doc(default=())
    review: Review | None = doc()
    uses: tuple[Id, ...] = doc(default=())
    chapters: dict[Id, Chapter] = doc(default=dict)
    marks: dict[Id, MarkText] = doc(default=dict)
    closing: tuple[Task, ...] = doc(default=())
    entries: dict[Id, Entry] = doc(default=dict)
    chart: Chart | None = doc()
    cases: tuple[Case, ...] = doc(default=())
