"""The pages of somebody's own site, as far as they are ours: which macros they call, and where each tree stands.

The rest of such a page is nobody's business: no rule of ours says how it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from wegwijzer.check.rules import rules
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.markdown import CALL, NAMED, TEXT, read_page, running_lines
from wegwijzer.load import Loaded
from wegwijzer.model import Tree
from wegwijzer.problems import Problem

INDEX = ("index", "README")
"""Pages that stand at the address of their folder."""
REFERENCES = "W1"
"""How the codes of rules on references begin."""


def stand(docs: Path, *, folders: bool) -> dict[str, str]:
    """Let every link to a tree lead to the page that calls its wizard: the first one, if there are more.

    `folders` says whether every page has a folder as its address. Returns the addresses by tree.
    """
    places: dict[str, str] = {}
    for file in _pages(docs):
        for name in _wizards(file.read_text(encoding="utf-8", errors="replace")):
            places.setdefault(name, address_of(file.relative_to(docs).as_posix(), folders=folders))
    KINDS.stand(KINDS.listed[Tree].scheme, places)
    return places


def problems_in(docs: Path, root: Path, loaded: Loaded) -> Iterator[Problem]:
    """The names in calls of our macros that nobody knows."""
    asked = [rule for rule in rules() if rule.data and rule.level == "error" and rule.code.startswith(REFERENCES)]
    for file in _pages(docs):
        page, places = read_page(file.read_text(encoding="utf-8", errors="replace"))
        for rule in asked:
            for finding in rule.data(page, loaded.library) if rule.data else ():
                line, column = places.get(finding.where, (1, 1))
                shown = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
                yield Problem(shown, line, column, rule.code, "error", finding.message, finding.hint)


def address_of(page: str, *, folders: bool) -> str:
    """Where a generator puts a page, from the root of the site; `page` is its path under the folder with pages."""
    path = PurePosixPath(page)
    folder = "" if str(path.parent) == "." else f"{path.parent}/"
    if path.stem in INDEX:
        return folder if folders else f"{folder}index.html"
    return f"{folder}{path.stem}/" if folders else f"{folder}{path.stem}.html"


def _pages(docs: Path) -> list[Path]:
    """All pages, those at the top first."""
    return sorted(docs.rglob("*.md"), key=lambda file: (len(file.parts), file.as_posix()))


def _wizards(text: str) -> Iterator[str]:
    for _, line in running_lines(text):
        for call in CALL.finditer(line):
            if call[1] == "wizard" and not NAMED.search(call[2]) and (name := TEXT.search(call[2])):
                yield name[1] or name[2] or ""
