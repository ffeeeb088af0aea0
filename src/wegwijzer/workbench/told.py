"""A problem as a page shows it: with the piece of the text that is wrong, and the place of the value in the file."""

from __future__ import annotations

from typing import Any

from wegwijzer.load.file import LoadedFile
from wegwijzer.load.nodes import Node
from wegwijzer.model import Where
from wegwijzer.model.parts import part_of
from wegwijzer.problems import Problem
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.repair import fixes
from wegwijzer.workbench.text import units_of


def told(desk: Desk, problem: Problem) -> dict[str, Any]:
    """The problem as plain data: `from` and `to` are offsets in the text of the file, `where` is the deepest value that is known
    to stand there, `part` the step around it.
    """
    units = units_of(desk.texts.get(problem.path, ""))
    line = units.lines[problem.line - 1] if problem.line <= len(units.lines) else ""
    end = max(problem.column, len(line.rstrip()) + 1)
    file = desk.file(problem.path)
    where = where_of(file, problem.line, problem.column) if file else ()
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "from": units.at(problem.line, problem.column),
        "to": units.at(problem.line, end),
        "code": problem.code,
        "level": problem.level,
        "message": problem.message,
        "hint": problem.hint,
        "where": list(where),
        "part": list(part_of(where)),
        "fixes": fixes(desk, problem, where),
    }


def where_of(file: LoadedFile, line: int, column: int) -> Where:
    """The path of keys of the last value that begins at or before a place; nothing of a file that has none."""
    found: tuple[str | int, ...] = ()
    node = file.root
    while node is not None:
        inside = [(key, item) for key, item in _children(node) if _begins(node, key, item) <= (line, column)]
        if not inside:
            break
        key, node = inside[-1]
        found = (*found, key)
    return found


def _children(node: Node) -> list[tuple[str | int, Node]]:
    if node.kind == "map":
        return [(key.value, item) for key, item in node.entries()]
    return list(enumerate(node.items))


def _begins(node: Node, key: str | int, item: Node) -> tuple[int, int]:
    begin = node.at((key,), key=True) if node.kind == "map" else item
    return begin.line, begin.column
