"""What a rule is: a code with its page, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from wegwijzer.bounds import AnyBound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.own import Own
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.settings import SettingsFile
from wegwijzer.language import has
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.locale.catalogue import document
from wegwijzer.problems import Finding, Level

Setting = Level | Literal["off"]
"""How bad what a rule finds is, or that it does not look."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule looks at a tree, at any other record, at what a reader reads in a file of any kind, at what a project says of
    itself and what day it is, at what one who publishes the trees as its own says (`own`), or at more than one.

    `level` counts as long as a project says nothing: a rule that is off asks more than most projects need. `bounds` are
    the numbers that a project may set. `requires` names the rules that must have found nothing in a tree, so that one
    fault gives one message. `needs` names what the language must have in `wegwijzer.language`: a rule without that is off.
    `module` is where it stands; the last part is the name by which others require it, of its own package or of the kit.
    `apart` says that it may look at a tree part by part (see `wegwijzer.check.apart`): what it finds in a step hangs on nothing else
    in the tree.
    """

    module: str
    code: str
    level: Setting
    bounds: tuple[AnyBound, ...] = ()
    requires: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    tree: Callable[[Context], Iterator[Finding]] | None = None
    data: Callable[[Any, Library], Iterator[Finding]] | None = None
    prose: Callable[[Prose], Iterator[Finding]] | None = None
    project: Callable[[SettingsFile, str | None], Iterator[Finding]] | None = None
    own: Callable[[Own], Iterator[Finding]] | None = None
    apart: bool = False

    @property
    def package(self) -> str:
        return self.module.partition(".")[0]

    @property
    def name(self) -> str:
        return self.module.rpartition(".")[2]

    @property
    def speaks(self) -> bool:
        """Whether the language of the project has what the rule needs."""
        return all(map(has, self.needs))

    @property
    def page(self) -> str:
        """What `wegwijzer explain` shows: a title, a text, examples. It stands with the words of the rule's package."""
        return document(f"rules/{self.code}.md", self.package)

    @property
    def fixed(self) -> str:
        """Why a project cannot lower the level; empty when it can.

        What follows an error counts on there being none: the proof, every form, and the page. A rule on safety guards a
        reader, however bad it calls what it finds.
        """
        if self.code.startswith("W4"):
            return say("settings.safety_stays")
        return say("settings.error_stays") if self.level == "error" else ""
