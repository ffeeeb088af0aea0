"""What a record refers to: fields whose type is the name of something else, and links inside texts."""

from __future__ import annotations

import types
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin

from wegwijzer.kinds.kind import KINDS, Register
from wegwijzer.kinds.library import Library
from wegwijzer.model import NO_OUTCOME, OutcomeId, PolicyName, TreeId, Where
from wegwijzer.model.text import LINKED, texts

REGISTERS: Mapping[Any, Register] = KINDS.registers
"""What has names that others may refer to, by the type of those names."""


@dataclass(frozen=True)
class Reference:
    where: Where
    kind: Any
    name: str


def references(record: Any) -> Iterator[Reference]:
    """Every name in a record that stands for something else, with its place; also the inner links of its texts."""
    yield from _typed(record, type(record), ())
    yield from getattr(record, "references", ())
    for where, text in texts(record):
        for match in LINKED.finditer(text):
            scheme, _, name = match.group(2).partition(":")
            if scheme in KINDS.schemes:
                yield Reference(where, KINDS.schemes[scheme], name)


def known(library: Library, kind: Any) -> Iterable[str] | None:
    """The names that may be referred to; None when their file could not be read, so that nothing can be said."""
    register = REGISTERS[kind]
    if register.place.removesuffix(".yml") in library.broken or (register.data_file and not library.has_data):
        return None
    names: Iterable[str] = library.group(register.key)
    # A record whose own file is broken does exist.
    return names if register.data_file else {*names, *library.unread(register.place)}


def page_exists(library: Library, href: str) -> bool:
    """Whether a page of the site is there, as far as can be known: of a file that is no page nothing is known."""
    path = href.partition("#")[0].partition("?")[0].strip("/")
    if not library.complete or not library.pages or "." in path.rpartition("/")[2] or path.startswith("assets/"):
        return True
    places = (f"{path}/index.md".lstrip("/"), "" if path.rpartition("/")[2] == "index" else f"{path}.md")
    return any(place in library.pages for place in places)


def exists(library: Library, reference: Reference) -> bool:
    """Whether what is referred to is there, as far as can be known."""
    if reference.kind is PolicyName:
        return (
            "trees/" + reference.name.partition(".")[0] in library.broken or library.policy(reference.name) is not None
        )
    if reference.kind is OutcomeId and reference.name == NO_OUTCOME:
        return True
    names = known(library, reference.kind)
    if reference.kind is not TreeId or "/" not in reference.name:
        return names is None or (isinstance(names, Container) and reference.name in names)
    tree_id, _, node = reference.name.partition("/")
    tree = library.trees.get(tree_id)
    return f"trees/{tree_id}" in library.broken or (
        tree is not None and any(node in group for group in (tree.questions, tree.actions, tree.entries))
    )


def _typed(value: Any, kind: Any, where: Where) -> Iterator[Reference]:
    kind, member = _shape(kind)
    if value is None:
        return
    if kind in REGISTERS or kind is PolicyName:
        yield Reference(where, kind, value)
    elif member is not None:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _typed(item, member, (*where, key))
    elif is_dataclass(value):
        for each in KINDS.keys_of(type(value)).values():
            yield from _typed(each.value(value), each.kind, (*where, each.key))


@cache
def _shape(kind: Any) -> tuple[Any, Any]:
    """What an optional value is when it is there; and what its items are, when it has some."""
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(option for option in get_args(kind) if option is not type(None))
    origin = get_origin(kind)
    return kind, get_args(kind)[origin is dict] if origin in (tuple, dict) else None
