"""What may stand where somebody types: the keys of the model that have their place there, and the names that a value can take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import PurePath
from typing import Any, Literal, get_args, get_origin
from weakref import WeakKeyDictionary

from wegwijzer.kinds.files import kind_of
from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS
from wegwijzer.load.project import LoadedFile
from wegwijzer.model import NO_OUTCOME, Condition, NodeRef, OutcomeId, SourceRef, Target
from wegwijzer.workbench.around import Around, means
from wegwijzer.workbench.choices import LISTS, Items
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.fields import listed
from wegwijzer.workbench.spot import Spot, spots
from wegwijzer.workbench.text import units_of
from wegwijzer.workbench.typed import bare, member
from wegwijzer.workbench.words import label, option

Options = Iterator[dict[str, Any]]
MOST = 1000
"""Of more options, an editor gets those that go on from what was typed."""
ANSWERED = {"answers", "given"}
"""The keys of blocks that say what was answered: the name of a question, or of a local choice, and what."""
LINK = re.compile(r"\]\((?P<scheme>[a-z-]+):(?P<name>[\w/-]*)\Z")
_sound: WeakKeyDictionary[Desk, dict[str, LoadedFile]] = WeakKeyDictionary()
"""Each file as it could be read last: while somebody types, it often cannot."""


def complete(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """For the file `path` and the offset `at` of the caret: `{options, whole}`. An option is `{label, detail, info, example, key}`,
    where `key` says that a value follows; `whole` is false when more typing may give other options. No options where people write a text.
    """
    path, text = asked["path"], desk.texts.get(asked["path"], "")
    at = units_of(text).offset(asked["at"])
    kind = kind_of(desk.folder / PurePath(path), desk.folder)
    if kind not in KINDS.by_record:
        return {"options": [], "whole": True}
    if link := LINK.search(text[max(0, at - 200) : at]):
        return _told(_linked(desk, path, link["scheme"]), link["name"])
    found = [*spots(text, at)]
    return _told((each for spot in found for each in _at(desk, path, kind, spot)), found[0].word if found else "")


def _told(options: Any, word: str) -> dict[str, Any]:
    found = [{"info": "", "example": "", "key": False, **each} for each in options]
    whole = len(found) <= MOST
    return {"options": found if whole else [each for each in found if word in each["label"]][:MOST], "whole": whole}


def _at(desk: Desk, path: str, kind: Any, spot: Spot) -> Options:
    """What may stand at a spot of a file that holds this kind of record."""
    owner: Any = None
    key: Key | None = None
    for part in spot.where:
        kind = bare(kind)
        if is_dataclass(kind) and kind is not Target:
            owner, key = kind, KINDS.keys_of(kind).get(str(part))
            kind = key.kind if key else None
        elif kind is not Any:
            kind = member(kind)
    kind = bare(kind)
    if spot.is_key and is_dataclass(kind) and kind is not Target:
        for each in KINDS.keys_of(kind).values():
            if each.key not in spot.beside:
                yield {
                    "label": each.key,
                    "detail": label(kind, each),
                    "info": each.says,
                    "example": each.example,
                    "key": True,
                }
        return
    if owner is None or key is None or kind is None:
        return
    if not spot.is_key and (fixed := [*_fixed(key, kind)]):
        yield from fixed
    elif file := _file(desk, path):
        around = Around(desk, file)
        found = _names(around, key, spot) if spot.is_key else _values(around, owner, key, kind, spot)
        yield from (each for each in _shown(found) if each["label"] not in spot.beside)


def _fixed(key: Key, kind: Any) -> Options:
    """The values of which the model says which there are."""
    if get_origin(kind) is Literal:
        yield from ({"label": value, "detail": option(key, value)} for value in get_args(kind))
    elif kind is bool:
        yield from ({"label": value} for value in ("true", "false"))


def _names(around: Around, key: Key, spot: Spot) -> Items:
    """The names of a block that say what something else is called."""
    if key.key in ANSWERED:
        yield from LISTS["decisions"](around) if key.key == "given" else LISTS["nodes"](around, "questions")
    elif spot.where[:1] == ("questions",) and key.key == "answers":  # those that come from elsewhere
        yield from LISTS["answers"](around, str(spot.where[1]))


def _values(around: Around, owner: Any, key: Key, kind: Any, spot: Spot) -> Items:
    """The names that a value can be, as the form lists them."""
    if kind is Any and key.key in ANSWERED:
        asked = next(str(part) for part in reversed(spot.where) if not isinstance(part, int))
        yield from _answers(around, asked) if key.key == "given" else LISTS["answers"](around, asked)
    elif owner is Condition:
        yield from LISTS["facts"](around)
    elif kind is Target or kind is NodeRef:
        yield from LISTS["ahead" if spot.where[0] == "actions" else "nodes"](around)
    elif kind is SourceRef:
        yield from LISTS["sources"](around)
    elif key.key == "icon":
        yield from LISTS["icons"](around)
    elif found := means(owner, key):
        if kind is OutcomeId:
            yield {"value": NO_OUTCOME, "title": "", "group": ""}
        name, _, more = listed(found, spot.where).partition(":")
        yield from LISTS[name](around, *filter(None, [more]))


def _answers(around: Around, policy: str) -> Items:
    """The answers to a local choice."""
    for item in LISTS["policy-answers"](around):
        asked, _, answer = item["value"].rpartition(".")
        if asked == policy:
            yield {**item, "value": answer}


def _linked(desk: Desk, path: str, scheme: str) -> Options:
    """What a link in a text can lead to, by what stands before its colon."""
    register = next((each for each in KINDS.listed.values() if each.scheme == scheme), None)
    if register and (file := _file(desk, path)):
        yield from _shown(LISTS["register"](Around(desk, file), register.key))


def _shown(items: Items) -> Options:
    for item in items:
        yield {
            "label": item["value"],
            "detail": item["title"] if item["title"] != item["value"] else "",
            "info": item["group"],
        }


def _file(desk: Desk, path: str) -> LoadedFile | None:
    """A file as it could be read last."""
    kept, file = _sound.setdefault(desk, {}), desk.file(path)
    if file and file.root:
        kept[path] = file
    return kept.get(path)
