"""Which files of the project are not what was published."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.workbench.desk import Desk


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
