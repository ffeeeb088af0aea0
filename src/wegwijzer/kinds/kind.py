"""What a kind of content is, and the one list of all kinds: whatever lists kinds reads it here.

A kind is what one YAML file (or page) holds. One entry says where its files stand, which record they hold, what in them
has a name, how others refer to that name, where the site shows it, and how people call it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import GenericAlias
from typing import Any

from wegwijzer.kinds.keys import Key, keys_in
from wegwijzer.locale import say
from wegwijzer.model.text import INNER_PLACES

YAML = (".yml", ".yaml")


@dataclass(frozen=True, kw_only=True)
class Register:
    """Records of one type that have names: those of a folder with a file each, or those under one key of a data file.

    How people call one stands in the catalogue, under the key. Addresses are paths from the root of the site, with `{0}`
    for the name.
    """

    key: str
    """The key in the file under which they stand, and their name in the library."""
    record: type
    called: str = "title"
    """The field of the record that holds how a reader knows it."""
    id: Any = None
    """The type of their names (a NewType): a field of that type refers to one of them."""
    own_rule: bool = False
    """Whether a rule of its own looks the names up."""
    thing: str = ""
    """What a comparison of two versions calls one, for programs."""
    scheme: str = ""
    """Before the colon of a link in a text, `[framing](begrip:framing)`."""
    address: str = ""
    """Where the site shows one."""
    inside: str = ""
    """Where the site shows a part of one, with `{1}` for the part."""
    link: str = ""
    """The macro for a link to one from a page; a second text is what the reader sees."""
    macros: tuple[str, ...] = ()
    """Other macros that are given names."""
    css: str = ""
    """The class of that link."""
    in_actions: str = ""
    """The key of an action under which it names some: every form shows those as links, below a heading of theirs."""
    needed: bool = False
    """Whether the checker tells of one that nothing refers to."""
    place: str = ""
    """Where they are written: filled in from the kind."""

    @property
    def word(self) -> str:
        """How a message calls one, with its article."""
        return say(f"register.{self.key}.word")

    @property
    def heading(self) -> str:
        """What a reader sees above the links to those that an action names."""
        return say(f"register.{self.key}.heading")

    @property
    def noun(self) -> str:
        """And without it."""
        return say(f"register.{self.key}.noun")

    @property
    def data_file(self) -> str:
        """The file under data/ (without .yml), or '' when each record has a file of its own."""
        return self.place.removeprefix("data/").removesuffix(".yml") if self.place.startswith("data/") else ""

    @property
    def every_macro(self) -> tuple[str, ...]:
        return (self.link, *self.macros) if self.link else self.macros


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What one file holds. `name` is that of its schema, and of the file itself when it stands in data/."""

    name: str
    record: type
    folder: str = "data"
    """A folder other than data/ has one file for each record; a file of no folder stands where its owner wants."""
    endings: tuple[str, ...] = YAML
    registers: tuple[Register, ...] = ()
    records: tuple[type, ...] = ()
    """The record and those inside it: what the page of keys calls each stands in the catalogue."""
    page: str = ""
    """The page that shows what a file holds, a path from the root of the site; `{0}` is the name of the file."""
    blocks: tuple[str, ...] = ()
    """The macros that show something whole of it."""
    tasks: Callable[[Any], Mapping[str, Any]] | None = None
    """Of a file that holds standard steps elsewhere than under a key: those steps by name."""
    late: bool = False
    """Told of after all others: what no reader meets."""

    @property
    def single(self) -> bool:
        """Whether one file holds all there is, as under data/."""
        return self.folder == "data"

    @property
    def loose(self) -> bool:
        """Whether a file of it is no part of the project: it counts for who names it."""
        return not self.folder

    @property
    def place(self) -> str:
        if self.loose:
            return f"{self.name}.yml"
        return f"data/{self.name}.yml" if self.single else f"{self.folder}/"

    def shown_at(self, address: str) -> Kind:
        """The same kind, where a site shows it."""
        registers = self.registers
        if "{0}" in address:
            inside = f"{address}#{{0}}-{{1}}"
            registers = tuple(replace(each, address=address, inside=each.inside and inside) for each in registers)
        return replace(self, page=address.removesuffix("#{0}"), registers=registers)

    def register(self, key: str) -> Register | None:
        """The register under a key of the file."""
        return next((each for each in self.registers if each.key == key), None)


class Registry:
    """All kinds, in the order in which an author meets them. The tables stay the same objects when a kind is added."""

    def __init__(self) -> None:
        self._kinds: list[Kind] = []
        self._addresses: dict[str, str] = {}
        self._standing: dict[str, str] = {}
        self.kinds: list[Kind] = []
        self.by_record: dict[Any, Kind] = {}
        self.data: dict[str, type] = {}
        self.folders: dict[str, tuple[str, ...]] = {}
        self.registers: dict[Any, Register] = {}
        self.listed: dict[type, Register] = {}
        self.schemes: dict[str, Any] = {}
        self.macros: dict[str, Any] = {}
        self.labelled: set[str] = set()
        self.blocks: set[str] = set()
        self.in_actions: dict[str, Register] = {}
        self._keys: dict[Any, dict[str, Key]] = {}

    def use(self, *kinds: Kind) -> None:
        """Add kinds; one that is there already changes nothing."""
        self._kinds += [kind for kind in kinds if kind not in self._kinds]
        self._index()

    @contextmanager
    def with_also(self, *kinds: Kind) -> Iterator[None]:
        """Kinds that count for a while."""
        before = list(self._kinds)
        self.use(*kinds)
        try:
            yield
        finally:
            self._kinds = before
            self._index()

    def show(self, addresses: Mapping[str, str]) -> None:
        """Say where the site shows kinds of the kit: kind → the address of one, with `{0}` for its name, or its page."""
        self._addresses.update(addresses)
        self._index()

    def stand(self, scheme: str, places: Mapping[str, str]) -> None:
        """Say where each of these stands, for a site in which no one address holds for all: name → a path from its root."""
        self._standing = {f"{scheme}:{name}": place for name, place in places.items()}
        self._index()

    def of_file(self, name: str) -> Kind:
        """The kind of a file under data/, by its name without an ending."""
        return self.by_record[self.data[name]]

    def with_a_file_each(self) -> list[Kind]:
        """The kinds of YAML of which each record has a file of its own."""
        return [kind for kind in self.kinds if not kind.single and not kind.loose and kind.endings == YAML]

    def in_yaml(self) -> list[Kind]:
        """The kinds that are written in YAML: those that have a schema."""
        return [kind for kind in self.kinds if kind.endings == YAML]

    def keys_of(self, record: Any) -> dict[str, Key]:
        """The keys that a type of record may have, in order."""
        if record not in self._keys:
            further = {
                key: (GenericAlias(tuple, (register.id, ...)), f"register.{register.key}.in_actions")
                for key, register in self.in_actions.items()
            }
            self._keys[record] = {key.key: key for key in keys_in(record, further)}
        return self._keys[record]

    def _index(self) -> None:
        shown = [
            each.shown_at(self._addresses[each.name]) if each.name in self._addresses else each for each in self._kinds
        ]
        self.kinds[:] = sorted(shown, key=lambda kind: (kind.endings != YAML, kind.loose, kind.single, kind.late))
        registers = [replace(each, place=kind.place) for kind in self.kinds for each in kind.registers]
        named = [each for each in registers if each.id is not None]
        by_folder = [*self.with_a_file_each(), *(kind for kind in self.kinds if kind.single)]
        by_folder += [kind for kind in self.kinds if kind.endings != YAML]
        _fill(self.by_record, {kind.record: kind for kind in self.kinds})
        _fill(self.data, {kind.name: kind.record for kind in self.kinds if kind.single})
        _fill(self.folders, {kind.folder: kind.endings for kind in by_folder})
        _fill(self.registers, {each.id: each for each in named if not each.own_rule})
        _fill(self.listed, {each.record: each for each in registers})
        _fill(self.schemes, {each.scheme: each.id for each in registers if each.scheme})
        _fill(self.macros, {macro: each.id for each in named for macro in each.every_macro})
        _fill(INNER_PLACES, {each.scheme: each.address for each in registers if each.scheme})
        INNER_PLACES.update({f"{each.scheme}/": each.inside for each in registers if each.scheme and each.inside})
        INNER_PLACES.update(self._standing)
        _fill(self.in_actions, {each.in_actions: each for each in registers if each.in_actions})
        self._keys.clear()
        self.labelled.clear()
        self.labelled.update(each.link for each in registers if each.link)
        self.blocks.clear()
        self.blocks.update(name for kind in self.kinds for name in kind.blocks)


def record_text(record: type) -> str:
    """What people call a record."""
    return say(f"record.{record.__name__}")


def _fill(table: dict[Any, Any], new: Mapping[Any, Any]) -> None:
    table.clear()
    table.update(new)


KINDS = Registry()
"""The kinds of this project: those of the kit, and those of the extensions that it uses."""
