"""What can be repaired at once: for a problem the edits that take it away, each with what its button says.

Which name was meant, the hint of the checker knows already; how a text is written otherwise, see `rewrite.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from wegwijzer.kinds.kind import record_text
from wegwijzer.load.project import LoadedFile
from wegwijzer.locale import say
from wegwijzer.model import Action, Question, Tree, Where
from wegwijzer.problems import Problem, clipped
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.rewrite import Spot, divided, written
from wegwijzer.workbench.stopped import answers
from wegwijzer.workbench.typed import node_at

Fix = dict[str, Any]
SAID = ("hint.meant_either", "hint.meant", "name.small_letters", "name.type_again", "key.type_again")
"""What a hint says that names the word that was meant."""
NAMES = ("word", "one", "other", "name", "key")
PIECE = re.compile(r"[^\s\[\]{}(),\"'‘’]+")
ALIKE = 0.5
"""How much a piece must look like the word that was meant; an unknown key need not, for it can be of another language."""
UNREACHED = {"W202": Question, "W205": Action}
MOST = 3
"""So many buttons a problem: more would be a list to study."""


def fixes(desk: Desk, problem: Problem, where: Where = ()) -> list[Fix]:
    """The repairs of a problem, the likeliest first: `{label, edit}`. `where` is the place of what is wrong, as far as it is known."""
    meant, by_code = words_meant(problem.hint), BY_CODE.get(problem.code)
    text, file = desk.texts.get(problem.path), desk.file(problem.path)
    if text is None or file is None or not (meant or by_code):
        return []
    spot = Spot(text, problem)
    found = [*_meant(spot, meant), *(by_code(desk, file, spot, where) if by_code else ())]
    return found[:MOST]


def _meant(spot: Spot, meant: list[str]) -> Iterator[Fix]:
    """Each word that was meant, in place of what stands there."""
    for word in meant:
        piece = _piece(spot, word)
        if piece and spot.text[slice(*piece)] != word:
            yield {"label": say("repair.meant", word=word), "edit": spot.replaced(*piece, word)}


def words_meant(hint: str) -> list[str]:
    """The words that a hint says were meant, in whichever language it says so."""
    for key in SAID:
        marks = {name: f"\0{name}\0" for name in NAMES}
        pattern = re.escape(say(key, **marks))
        for name, mark in marks.items():
            pattern = pattern.replace(re.escape(mark), f"(?P<{name}>.+?)")
        if found := re.search(pattern, hint):
            return [*found.groupdict().values()]
    return []


def _piece(spot: Spot, word: str) -> tuple[int, int] | None:
    """Where the name stands that should be this word: at the place of the problem, or in the text that begins there."""
    best, place = ALIKE, None
    for match in PIECE.finditer(spot.text, spot.offset, spot.end_of_value):
        for begin, end in _parts(match):
            alike = SequenceMatcher(None, spot.text[begin:end], word).ratio()
            if alike > best:
                best, place = alike, (begin, end)
    first = re.compile(r"[\w-]+").match(spot.text, spot.offset)
    return place or (first.span() if first and spot.problem.code == "W006" else None)


def _parts(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A piece as a whole, and the names in it: `boom/stap`, `vraag.antwoord`, `begrip:naam`, `$naam`."""
    yield match.span()
    for part in re.finditer(r"[\w-]+", match[0]):
        yield match.start() + part.start(), match.start() + part.end()
    for cut in re.finditer(r"[./:]", match[0]):
        yield match.start() + cut.end(), match.end()


def _writing(_desk: Desk, _file: LoadedFile, spot: Spot, _where: Where) -> Iterator[Fix]:
    """How a text is written: quotation marks, a space, a colon, a tab."""
    for label, edit in written(spot):
        yield {"label": say(f"repair.{label}"), "edit": edit}


def _sentence(_desk: Desk, _file: LoadedFile, spot: Spot, _where: Where) -> Iterator[Fix]:
    """A long sentence as two."""
    if found := divided(spot):
        edit, second = found
        yield {"label": say("repair.split", second=clipped(second, 50)), "edit": edit}


def _unreached(_desk: Desk, file: LoadedFile, spot: Spot, where: Where) -> Iterator[Fix]:
    """A step that nobody reaches: let an answer lead there that leads nowhere yet, or take it away."""
    what = record_text(UNREACHED[spot.problem.code])
    tree = file.record if isinstance(file.record, Tree) else None
    for place, text in _leading_nowhere(tree) if tree else ():
        if place[1] != where[-1]:
            yield {
                "label": say("repair.lead", answer=clipped(text)),
                "edit": {"op": "set", "where": place, "value": where[-1]},
            }
    noun = what[0].lower() + what[1:]
    yield {"label": say("repair.remove", what=noun), "edit": {"op": "remove", "where": [*where[:2]]}}


def _leading_nowhere(tree: Tree) -> Iterator[tuple[list[str], str]]:
    """The answers without a way on: where that would stand, and their text."""
    for name, question in tree.questions.items():
        for key, answer in question.answers.items() if not question.to and question.choose == "one" else ():
            if not answer.to:
                yield ["questions", name, "answers", key, "to"], answer.text or key


def _unsourced(desk: Desk, file: LoadedFile, _spot: Spot, where: Where) -> Iterator[Fix]:
    """What rests on no source is an addition of those who write, when the project has a source that says so."""
    sources = desk.loaded().library.sources
    own = next((name for name, source in sources.items() if source.kind == "redactie"), None)
    place = where[:2]
    if own and node_at(file.root, place):
        yield {
            "label": say("repair.own", source=sources[own].title),
            "edit": {"op": "set", "where": [*place, "sources"], "value": [own]},
        }


def _not_used(_desk: Desk, file: LoadedFile, _spot: Spot, where: Where) -> Iterator[Fix]:
    """A local choice of a tree that this one does not say it looks at."""
    node = node_at(file.root, where)
    used = file.record.uses if isinstance(file.record, Tree) else ()
    tree_id = node.value.partition(".")[0] if node and where[-1:] == ("policy",) else ""
    if tree_id and tree_id not in used:
        edit = {"op": "set", "where": ["uses"], "value": [*used, tree_id]}
        yield {"label": say("repair.use", tree=tree_id), "edit": edit}


def _stopped(desk: Desk, file: LoadedFile, _spot: Spot, where: Where) -> Iterator[Fix]:
    """An example or entry that stops at a question: an answer with which it goes on as it says, for all that stop there."""
    for text, count, edits in answers(desk, file, where):
        words = "repair.answer" if count == 1 else "repair.answers"
        yield {"label": say(words, answer=clipped(text), count=count), "edit": {"op": "many", "edits": edits}}


BY_CODE: Mapping[str, Callable[[Desk, LoadedFile, Spot, Where], Iterator[Fix]]] = {
    "W002": _writing,
    "W003": _writing,
    "W006": _writing,
    "W009": _writing,
    "W010": _writing,
    "W107": _not_used,
    "W202": _unreached,
    "W205": _unreached,
    "W216": _stopped,
    "W301": _stopped,
    "W304": _unsourced,
    "W501": _sentence,
}
"""What repairs a problem besides the word that was meant, by code."""
