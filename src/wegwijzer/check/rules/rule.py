"""What a rule is: a code with its page, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wegwijzer.check.rules.context import Context
from wegwijzer.kinds.library import Library
from wegwijzer.language.prose import Prose
from wegwijzer.problems import Finding, Level


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule looks at a tree, at any other record, at what a reader reads in a file of any kind, or at more than one.

    `page` is the Dutch docstring of its module: a title, then the text that `wegwijzer explain` shows. `requires` names
    the rules that must have found nothing in a tree, so that one fault gives one message. `module` is where it stands;
    the last part is the name by which others require it.
    """

    module: str
    page: str | None
    code: str
    level: Level
    requires: tuple[str, ...] = ()
    tree: Callable[[Context], Iterator[Finding]] | None = None
    data: Callable[[Any, Library], Iterator[Finding]] | None = None
    prose: Callable[[Prose], Iterator[Finding]] | None = None

    @property
    def name(self) -> str:
        return self.module.rpartition(".")[2]
