"""What moved: `moved.yml` of a project says which addresses lead on, and so which trees became another one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from wegwijzer.locale import say

MOVED = "moved.yml"


@dataclass(frozen=True)
class Moved:
    """An old address and the new one, from the root of the site, each a page and perhaps a part of it; `line` of the list."""

    old: str
    new: str
    line: int = 1

    @property
    def page(self) -> str:
        return self.old.partition("#")[0]

    @property
    def part(self) -> str:
        return self.old.partition("#")[2]

    @property
    def goal(self) -> tuple[str, str]:
        """The page that it leads to, and the part of it; an address of a part alone stays on its page."""
        page, _, part = self.new.partition("#")
        return page or self.page, part

    @property
    def stays(self) -> bool:
        """Whether only a name on a page changed."""
        return bool(self.part) and self.goal[0] == self.page


def read_moved(file: Path) -> tuple[list[Moved], list[str]]:
    """The addresses that moved, none when there is no such file; and what is wrong with the file, one sentence each."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8")) if file.is_file() else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [], [say("moved.unreadable", line=line)]
    if root is None:
        return [], []
    pairs = root.value if isinstance(root, yaml.MappingNode) else [(root, root)]
    wrong = [key for key, item in pairs if not (isinstance(item, yaml.ScalarNode) and isinstance(key, yaml.ScalarNode))]
    if wrong or pairs is not root.value:
        return [], [say("moved.unreadable", line=(wrong or [root])[0].start_mark.line + 1)]
    return [Moved(key.value, item.value, key.start_mark.line + 1) for key, item in pairs], []


def former_trees(moved: Iterable[Moved], page: str) -> dict[str, str]:
    """Former name of a tree → its name now, for who still keeps the old one. `page` is where a tree stands, as `wizards/{0}/`."""
    place = re.compile(re.escape(page).replace(re.escape("{0}"), "([a-z0-9-]+)"))
    found = ((place.fullmatch(each.old), place.fullmatch(each.goal[0])) for each in moved)
    return {old[1]: new[1] for old, new in found if old and new}
