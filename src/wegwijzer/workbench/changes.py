"""Which files of the project are not what was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wegwijzer.workbench.desk import Desk


class NoProposalError(ValueError):
    """A file is no proposal: it is something else, `large`r than any, or `broken` from a line on."""

    def __init__(self, why: Literal["none", "large", "broken"] = "none", line: int = 0) -> None:
        super().__init__(why)
        self.why, self.line = why, line


@dataclass(frozen=True)
class Changed:
    """A file with its text before and after; None: there was, or is, no such file."""

    path: str
    before: str | None
    after: str | None


def changed(desk: Desk) -> list[Changed]:
    """The files that changed, by path."""
    both = {
        path: Changed(path, desk.published.get(path), desk.texts.get(path)) for path in {*desk.published, *desk.texts}
    }
    return [both[path] for path in sorted(both) if both[path].before != both[path].after]
