"""A node as every form shows it: plain texts, with inline links still in them. The renderers escape and lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from wegwijzer.model import Contact, Fill, Outcome


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
    kept: bool = False
    exclusive: bool = False
    icon: str = ""
    example: str = ""


Style = Literal["text", "more", "header", "heading", "subheading", "item", "annex", "task", "quote", "warning"]


@dataclass(frozen=True)
class Line:
    """A text: a task, or a piece of running text. `condition` is set when it is not known whether it applies; `due` is
    the term as in the file (`24h`), `within` the same in words; `own` says that what this municipality decided beforehand
    made it so. A quote may have several lines.
    """

    text: str
    condition: str = ""
    who: str = ""
    within: str = ""
    points: tuple[str, ...] = ()
    style: Style = "text"
    editorial: bool = False
    due: str = ""
    own: bool = False


@dataclass(frozen=True)
class ReplyLine(Line):
    """A model reply; `text` is the long one in the informal form, which a form without memory shows. The others are "" when
    there is nothing to choose: `formal`, and the shorter one (`short`) in the same two forms.
    """

    formal: str = ""
    short: str = ""
    short_formal: str = ""

    @property
    def variants(self) -> dict[str, str]:
        """Every text that a reader can choose, by what the two switches say: `informal-long`."""
        found = {
            "informal-long": self.text,
            "formal-long": self.formal or (self.short_formal and self.text),
            "informal-short": self.short,
            "formal-short": self.short_formal or (self.short and self.formal and self.short),
        }
        return {name: text for name, text in found.items() if text}


@dataclass(frozen=True)
class Related:
    """A tree or page to go to: its title, and `tree`/`node` or `path`."""

    title: str
    tree: str = ""
    node: str = ""
    path: str = ""


@dataclass(frozen=True)
class Credit:
    """A source of a step with the places in it; `checked` is the day on which somebody looked up a law."""

    title: str
    places: tuple[str, ...] = ()
    editorial: bool = False
    checked: str = ""


@dataclass(frozen=True)
class PolicyUse:
    """A local choice that a walk looked at: its question, what counts, and why that counts.

    `origin` is `kept` (the municipality's policy), `here` (chosen in this walk) or `default` (nothing chosen yet). `short`
    names the question in a few words; `change` is the address where it is asked, when it was followed without asking.
    """

    id: str
    question: str
    value: str
    origin: str
    short: str = ""
    change: str = ""


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
    """A node in one form: its head, what it asks and where that leads, and in `sections` all that it says.

    `policy` names the local choice that it asks, `quiet` whether nobody need answer; `followed` are those that were
    followed without asking, on the way here or in what stands here.
    """

    id: str
    number: str
    kind: str
    title: str
    final: bool = False
    policy: str = ""
    quiet: bool = False
    urgency: str = ""
    outcome: Outcome | None = None
    answers: tuple[ShownAnswer, ...] = ()
    many: bool = False
    least: int = 0
    fill: Fill | None = None
    onward: Arrow | None = None
    sections: tuple[Section, ...] = ()
    followed: tuple[PolicyUse, ...] = ()
    line: int = 0

    def about(self, name: str) -> tuple[Any, ...]:
        """What the node says in the section of this name; nothing when it has no such section."""
        return next((section.entries for section in self.sections if section.name == name), ())
