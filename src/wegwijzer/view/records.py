"""A node as every form shows it: plain texts, with inline links still in them. The renderers escape and lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeVar

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


Style = Literal["text", "more", "heading", "item", "annex", "task", "quote", "warning"]


@dataclass(frozen=True)
class Line:
    """A text: a task, or a piece of running text. `condition` is set when it is not known whether it applies; `due` is
    the term as in the file (`24h`), `within` the same in words. A quote may have several lines.
    """

    text: str
    condition: str = ""
    who: str = ""
    within: str = ""
    points: tuple[str, ...] = ()
    style: Style = "text"
    editorial: bool = False
    due: str = ""


@dataclass(frozen=True)
class Related:
    """A tree or page to go to: its title, and `tree`/`node` or `path`."""

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


Entry = Line | Contact | Related | Credit | PolicyUse
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Section:
    """What a node says about one thing (`name`), in order; `heading` is what stands above it where a form has headings,
    "" for what needs none.
    """

    name: str
    entries: tuple[Entry, ...]
    heading: str = ""

    def of(self, kind: type[E]) -> list[E]:
        """The entries of one sort; a section of which a form knows the name holds one sort alone."""
        return [entry for entry in self.entries if isinstance(entry, kind)]

    @property
    def refers(self) -> bool:
        """Whether it only says where else to look: forms with little room make that one line."""
        return bool(self.entries) and all(isinstance(entry, Related) for entry in self.entries)


@dataclass(frozen=True)
class NodeView:
    """A node in one form: its head, what it asks and where that leads, and in `sections` all that it says."""

    id: str
    number: str
    kind: str
    title: str
    final: bool = False
    policy: bool = False
    urgency: str = ""
    answers: tuple[ShownAnswer, ...] = ()
    many: bool = False
    least: int = 0
    fill: Fill | None = None
    onward: Arrow | None = None
    sections: tuple[Section, ...] = ()
    defaults: tuple[str, ...] = ()
    line: int = 0

    def about(self, name: str) -> tuple[Any, ...]:
        """What the node says in the section of this name; nothing when it has no such section."""
        return next((section.entries for section in self.sections if section.name == name), ())
