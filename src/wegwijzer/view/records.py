"""One step as every form shows it: plain texts, with inline links still in them. The renderers escape and lay out."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.model import Contact, Fill


@dataclass(frozen=True)
class Arrow:
    """Where a choice leads: the step or fork, its number ("" when not yet known), and the fragment of the link."""

    id: str
    number: str
    fragment: str


@dataclass(frozen=True)
class ShownAnswer:
    id: str
    text: str
    arrow: Arrow | None = None
    help: str = ""
    argument: str = ""
    default: bool = False
    exclusive: bool = False


@dataclass(frozen=True)
class Line:
    """A step to take or a paragraph. `condition` is set when it is not known whether it applies; `due` is the term
    as in the file (`24h`), `within` the same in words.
    """

    text: str
    condition: str = ""
    who: str = ""
    within: str = ""
    points: tuple[str, ...] = ()
    style: str = "text"
    editorial: bool = False
    due: str = ""


@dataclass(frozen=True)
class Related:
    """A tree or page to go to: its title, and `tree`/`step` or `path`."""

    title: str
    tree: str = ""
    node: str = ""
    path: str = ""


@dataclass(frozen=True)
class Credit:
    """A source of a step with the places in it."""

    title: str
    places: tuple[str, ...] = ()
    editorial: bool = False


@dataclass(frozen=True)
class PolicyUse:
    """A local choice that a walk looked at: its question, what counts, and why that counts.

    `origin` is `kept` (the municipality's policy), `here` (chosen in this walk) or `default` (nothing chosen yet).
    """

    id: str
    question: str
    value: str
    origin: str


@dataclass(frozen=True)
class NodeView:
    """A step in one form. `warning` is what nobody may do here; it stands above the tasks. `related`: links that the action
    names, each row with the heading above it.
    """

    id: str
    number: str
    kind: str
    title: str
    final: bool = False
    policy: bool = False
    help: str = ""
    urgency: str = ""
    warning: str = ""
    answers: tuple[ShownAnswer, ...] = ()
    many: bool = False
    least: int = 0
    fill: Fill | None = None
    onward: Arrow | None = None
    lines: tuple[Line, ...] = ()
    document: tuple[Line, ...] = ()
    reply: str = ""
    contacts: tuple[Contact, ...] = ()
    handover: tuple[Related, ...] = ()
    related: tuple[tuple[str, tuple[Related, ...]], ...] = ()
    see: tuple[Related, ...] = ()
    closing: tuple[Line, ...] = ()
    defaults: tuple[str, ...] = ()
    policies: tuple[PolicyUse, ...] = ()
    sources: tuple[Credit, ...] = ()
    line: int = 0
