"""Examples and entries that stop at a question, as when somebody put one between an answer and what followed it: which answers bring
them where they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from weakref import WeakKeyDictionary

from wegwijzer.compile.compiled import Compiled
from wegwijzer.load.file import LoadedFile
from wegwijzer.model import Case, Entry, Tree, Where
from wegwijzer.walk.entries import EntryError, follow
from wegwijzer.walk.walker import WalkError, walk_mapping
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.ready import compiled
from wegwijzer.workbench.typed import node_at

FEW = 3
"""Up to so many that stop at the same question get an answer one by one; of more of them the first offers one for all."""
Given = tuple[str, int, list[dict[str, Any]]]
"""The text of an answer, to how many walks it is given, and the edits that do so."""
_stops: WeakKeyDictionary[Desk, tuple[Compiled, dict[Where, str]]] = WeakKeyDictionary()


def answers(desk: Desk, file: LoadedFile, where: Where) -> Iterator[Given]:
    """What can be answered in the example or entry at a place, so that its walk goes on as it says; in the first of many with the
    others that stop there.
    """
    tree = file.record if isinstance(file.record, Tree) else None
    made = compiled(desk, file.shown)[0] if tree else None
    if not tree or not made:
        return
    walks, mine = dict(_walks(file, tree)), where[:2]
    stops = _stopping(desk, made, walks)
    node = stops.get(mine, "")
    question = made.tree.questions.get(node)
    if question is None or question.choose == "many":
        return
    there = [place for place, at in stops.items() if at == node]
    several = there if len(there) > FEW and mine == there[0] else [mine]
    for name, answer in question.answers.items():
        fitting = [place for place in several if _walked(made, walks[place], {node: name})[1]]
        if mine in fitting:
            edits = [{"op": "set", "where": [*place, "answers", node], "value": name} for place in fitting]
            yield answer.text or name, len(fitting), edits


def _walks(file: LoadedFile, tree: Tree) -> Iterator[tuple[Where, Case | Entry]]:
    """The examples and the entries by their place in the file: one that cannot be read is none of the tree."""
    by_title = {case.title: case for case in tree.cases}
    block = node_at(file.root, ("cases",)) if file.root else None
    for number, item in enumerate(block.items if block else ()):
        title = node_at(item, ("title",))
        if title and title.value in by_title:
            yield ("cases", number), by_title[title.value]
    yield from ((("entries", name), entry) for name, entry in tree.entries.items())


def _stopping(desk: Desk, made: Compiled, walks: dict[Where, Case | Entry]) -> dict[Where, str]:
    """The question where each stops that stops at one. It is worked out once for all that is asked of a tree."""
    known = _stops.get(desk)
    if known is None or known[0] is not made:
        known = _stops[desk] = made, {place: node for place, walk in walks.items() if (node := _walked(made, walk)[0])}
    return known[1]


def _walked(made: Compiled, walk: Case | Entry, more: Mapping[str, str] = MappingProxyType({})) -> tuple[str, bool]:
    """With these answers more: the question where it stops while it should go on, and whether it goes as it says."""
    given = {**walk.answers, **more}
    try:
        if isinstance(walk, Entry):
            follow(made, given)
            return "", True
        walker = walk_mapping(made, given, given=walk.given)
    except EntryError as error:
        return "" if error.asked else error.node, False
    except WalkError:
        return "", False
    return ("", walker.node == walk.ends_in) if walker.final else (walker.node, False)
