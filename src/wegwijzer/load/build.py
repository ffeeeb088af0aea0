"""Nodes to records of the model, driven by the model's own types. Collects every problem and goes on."""

from __future__ import annotations

import re
import types
from collections.abc import Container, Mapping
from dataclasses import is_dataclass, replace
from typing import Any, Literal, Union, get_args, get_origin

from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.references import REGISTERS
from wegwijzer.load.characters import latin, odd_name
from wegwijzer.load.keys import cut_by_colon, cut_by_comma, glued, meant
from wegwijzer.load.nodes import MAX_PROBLEMS, Node
from wegwijzer.locale import say
from wegwijzer.model import (
    Chosen,
    Colour,
    Condition,
    Date,
    Duration,
    Fact,
    Id,
    Link,
    Mail,
    NodeRef,
    Phone,
    PolicyName,
    Route,
    SourceId,
    Target,
)
from wegwijzer.model.fields import COLOUR, ISO_DATE, MAIL, PHONE, is_date
from wegwijzer.model.names import FACT_NAME, ID, SOURCE_NAME, STEP_NAME, TAKEN, wrong_id
from wegwijzer.model.text import ALLOWED_LINK
from wegwijzer.problems import Problem, clipped, nearest

STEP = re.compile(STEP_NAME)
SOURCE = re.compile(SOURCE_NAME)
FACT = re.compile(FACT_NAME)
DURATION = re.compile(r"[1-9][0-9]{0,3}[mhd]")
NOT_TEXT = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*)?\.?(?<=[\d.])\d*(?:e[-+]?\d+)?|[-+]?\.inf|\.nan|"
    r"0[xob][0-9a-f_]+|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d\d?-\d\d?(?:[t ]+[\d:.]+(?:z|[ +-][\d:]+)?)?|=|<<)",
    re.IGNORECASE | re.ASCII,
)
MAX_TEXT = 5000
MOST = {"title": 220, "name": 220, "term": 220, "short": 80, "unit": 80}
"""Per key, how many characters fit where such a text stands large; a field can say so itself."""
TOO_LONG = re.compile(r"\w{81,}|\S{251,}")
"""A word, or an address, that can be broken nowhere."""
REFERRING = ("see", "policy", "default")
"""Texts that are names of something else: a rule looks those up."""
MISSING_VALUE = object()

PATTERNS: dict[Any, tuple[re.Pattern[str], str, str]] = {
    Id: (ID, "name.invalid", "name.hint"),
    Fact: (FACT, "fact.invalid", "fact.hint"),
    NodeRef: (STEP, "reference.invalid", "reference.hint"),
    SourceId: (SOURCE, "source.invalid", "source.hint"),
    Duration: (DURATION, "duration.invalid", "duration.hint"),
    Mail: (MAIL, "mail.invalid", "mail.hint"),
    Date: (ISO_DATE, "date.invalid", "date.hint"),
    Link: (ALLOWED_LINK, "address.invalid", "address.hint"),
    Colour: (COLOUR, "colour.invalid", "colour.hint"),
    Phone: (PHONE, "phone.invalid", "phone.hint"),
    PolicyName: (FACT, "policy.invalid", "policy.hint"),
}
"""What a name, a term or an address must look like, and the keys of what a message says of one that does not, and of its hint."""


def _pattern_of(kind: Any) -> tuple[re.Pattern[str], str, str] | None:
    """What a value of this type must look like; None for the rest."""
    return PATTERNS[Id] if kind in REGISTERS else PATTERNS.get(kind)


class Builder:
    """Builds one file's record. `problems` holds what is wrong; parts that are wrong are left out.

    `kept` has values that were built before: the identity of a node → that node and its value. `made` becomes the same for the entries
    of what stands at the keys of the file, as far as nothing is wrong with them.
    """

    def __init__(self, shown: str, kept: Mapping[int, tuple[Node, Any]] | None = None) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self.kept = kept or {}
        self.made: dict[int, tuple[Node, Any]] = {}

    def build_file(self, kind: Any, root: Node, name: str) -> Any:
        """The record of a whole file; MISSING_VALUE when it cannot be used."""
        self.made = {id(item): (item, MISSING_VALUE) for value in root.items for item in value.items}
        record = self.build(kind, root, name)
        self.made = {key: pair for key, pair in self.made.items() if pair[1] is not MISSING_VALUE}
        return record

    def problem(self, node: Node, code: str, message: str, hint: str = "") -> object:
        if not self.full:
            self.problems.append(Problem(self.shown, node.line, node.column, code, "error", message, hint))
        return MISSING_VALUE

    @property
    def full(self) -> bool:
        """Whether so much is wrong that more would help nobody."""
        return len(self.problems) >= MAX_PROBLEMS

    def build(self, kind: Any, node: Node, name: str) -> Any:
        """The value of `node` as `kind`; MISSING_VALUE when it cannot be used."""
        known = self.kept.get(id(node))
        told = len(self.problems)
        value = self._built(kind, node, name) if known is None else known[1]
        if id(node) in self.made and len(self.problems) == told:
            self.made[id(node)] = (node, value)
        return value

    def _built(self, kind: Any, node: Node, name: str) -> Any:
        if node.kind == "alias":  # told of while parsing
            return MISSING_VALUE
        if node.hash and not (get_origin(kind) in (Union, types.UnionType) and Date in get_args(kind)):
            hint = say("value.quote_all", text=clipped(node.hash, 60))
            message = say("value.cut_by_hash", name=name, text=clipped(node.hash))
            return self.problem(node, "W009", message, hint)
        if kind is Target:
            return self.target(node, name)
        if kind is Chosen:
            return self.chosen(node, name)
        if is_dataclass(kind):
            return self.record(kind, node, name)
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return self.union(args, node, name)
        if origin is tuple:
            return self.listing(args[0], node, name)
        if origin is dict:
            return self.mapping(args, node, name)
        if origin is Literal:
            return self.choice(args, node, name)
        return self.scalar(kind, node, name)

    def union(self, args: tuple[Any, ...], node: Node, name: str) -> Any:
        options = [a for a in args if a is not type(None)]
        if len(options) < len(args) and node.kind == "scalar" and node.plain and node.value in ("", "~", "null"):
            if Date in options:
                return None  # `checked:` left empty means: not checked yet
            return self.problem(node, "W009", say("value.empty", name=name), say("value.fill_text"))
        if Condition in options and Fact in options:
            return self.build(Condition if node.kind == "map" else Fact, node, name)
        return self.build(options[0], node, name)

    def record(self, kind: Any, node: Node, name: str) -> Any:
        shorthand = getattr(kind, "shorthand", None)
        spec = KINDS.keys_of(kind)
        listed = shorthand and node.kind == "list" and Chosen in get_args(spec[shorthand].kind)
        if shorthand and (listed or (node.kind == "scalar" and node.value)):
            value = self.field(spec[shorthand], node, name)
            return value if value is MISSING_VALUE else kind(**{spec[shorthand].field: value})
        if shorthand and (whole := cut_by_colon(node)) and node.keys[0].value not in spec:
            return self.problem(node.keys[0], "W003", *colon_cuts(node.keys[0].value, whole))
        if node.kind != "map":
            keys = ", ".join(list(spec)[:4])
            return self.problem(
                node,
                "W007",
                say("value.not_keys", name=name, keys=keys),
                say("value.keys_below"),
            )
        told = len(self.problems)
        values, broken = self.entries(spec, node, name)
        if self.full:
            return MISSING_VALUE
        present = {key.value for key in node.keys}
        for key, each in spec.items():
            if each.required and key not in present:
                self.problem(node, "W008", say("value.key_missing", name=name, key=key), say("value.add_key", key=key))
                broken = True
        if kind is Condition and not broken and not any(values.values()):
            return (
                MISSING_VALUE
                if len(self.problems) > told
                else self.problem(node, "W009", say("condition.empty"), say("condition.name_a_fact"))
            )
        return MISSING_VALUE if broken else kind(**values)

    def entries(self, spec: dict[str, Key], node: Node, name: str) -> tuple[dict[str, Any], bool]:
        """The values of a block by field name, and whether one that must be there is broken."""
        values: dict[str, Any] = {}
        broken = False
        pieces, cuts = cut_by_comma(node, spec)
        for place, message, hint in cuts:
            self.problem(place, "W003", message, hint)
        for position, (key, item) in enumerate(node.entries()):
            if self.full:
                break
            if position in pieces:
                continue
            if key.value not in spec:
                key = self.meant(key, spec)  # noqa: PLW2901 - the key as it was meant
            if key.value not in spec:
                message = say("key.unknown", key=clipped(key.value), name=name)
                self.problem(key, "W006", message, glued(key.value, spec) or meant(key.value, spec))
                continue
            each = spec[key.value]
            value = self.field(each, item, key.value)
            if value is MISSING_VALUE:
                broken = broken or each.required
            else:  # of two equal keys the first counts
                (values.setdefault(each.field, {}) if each.open else values).setdefault(
                    each.key if each.open else each.field, value
                )
        return values, broken

    def field(self, each: Key, node: Node, name: str) -> Any:
        """The value of a field. A text that some form of this place cannot hold is told of."""
        value = self.build(each.kind, node, name)
        most = each.about["most"] or MOST.get(each.key, MAX_TEXT)
        for index, text in enumerate(value if isinstance(value, tuple) else (value,)):
            if not isinstance(text, str):
                continue
            place = node.at((index,)) if isinstance(value, tuple) else node
            if not each.about["lines"] and "\n" in text:
                count = len([line for line in text.split("\n") if line.strip()])
                message = say("text.has_lines", count=count)
                hint = say("text.fold")
                self.problem(place, "W015", message, hint)
            if len(text) > most:
                message = say("text.too_long", count=len(text), most=most)
                self.problem(place, "W012", message, say("text.shorten"))
            elif each.field not in REFERRING and (word := TOO_LONG.search(text)):
                message = say("word.too_long", word=clipped(word[0]), count=len(word[0]))
                self.problem(place, "W012", message, say("word.break_up"))
        return value

    def target(self, node: Node, name: str) -> Any:
        if node.kind == "scalar":
            value = self.build(NodeRef, node, name)
            return value if value is MISSING_VALUE else Target((Route(value),))
        if node.kind == "list" and node.items:
            routes = self.listing(Route, node, name)
            return Target(routes, guarded=True)
        return self.problem(
            node,
            "W007",
            say("value.not_target", name=name),
            say("value.write_target"),
        )

    def chosen(self, node: Node, name: str) -> Any:
        """One text or several, each as it is written: a number is a text too."""
        texts = node.items if node.kind == "list" else [node]
        if whole := cut_by_colon(node):
            return self.problem(node.keys[0], "W003", *colon_cuts(node.keys[0].value, whole))
        if any(text.kind != "scalar" for text in texts):
            return self.problem(node, "W007", say("value.not_chosen", name=name), say("value.write_chosen"))
        if not texts or not all(text.value.strip() for text in texts):
            return self.problem(node, "W009", say("value.empty", name=name), say("value.fill_text"))
        return tuple(text.value.strip() for text in texts)

    def listing(self, kind: Any, node: Node, name: str) -> Any:
        if node.kind != "list":
            if node.kind == "scalar" and not node.value:
                return self.problem(node, "W009", say("value.empty", name=name), say("value.fill_list"))
            hint = say("value.begin_with_dash")
            return self.problem(node, "W007", say("value.not_list", name=name), hint)
        built = [(item, self.build(kind, item, name)) for item in node.items if not self.full]
        read = [(item, value) for item, value in built if value is not MISSING_VALUE]
        node.kept = [item for item, _ in read] if len(read) < len(node.items) else None
        return tuple(value for _, value in read)

    def mapping(self, args: tuple[Any, ...], node: Node, name: str) -> Any:
        if node.kind == "scalar" and not node.value:
            return self.problem(node, "W009", say("value.empty", name=name), say("value.fill_block"))
        if node.kind != "map":
            return self.problem(
                node,
                "W007",
                say("value.not_names", name=name),
                say("value.names_below"),
            )
        values: dict[str, Any] = {}
        lower: dict[str, Node] = {}
        for key, item in node.entries():
            if self.full:
                return MISSING_VALUE
            if _pattern_of(args[0]) and self.pattern(args[0], key) is MISSING_VALUE:
                continue
            twin = lower.setdefault(key.value.casefold(), key)
            if twin.value != key.value:
                message = say("name.capitals_alone", name=key.value, other=twin.value, line=twin.line)
                self.problem(key, "W004", message, say("name.rename_one"))
                continue
            value = loose(item) if args[1] is Any else self.build(args[1], item, key.value)
            if value is not MISSING_VALUE:
                values.setdefault(key.value, value)
        return values

    def choice(self, options: tuple[str, ...], node: Node, name: str) -> Any:
        if node.kind == "scalar" and node.value in options:
            return node.value
        if odd := odd_name(node.value):
            return self.problem(
                node, "W007", say("value.odd", text=clipped(node.value), odd=odd), say("word.type_again")
            )
        hint = (nearest(node.value, options) if node.kind == "scalar" else "") or say(
            "hint.choose_from", names=", ".join(options)
        )
        return self.problem(node, "W007", say("value.not_option", name=name, value=node.value[:40]), hint)

    def pattern(self, kind: Any, node: Node) -> Any:
        expression, invalid, asked = _pattern_of(kind) or PATTERNS[Id]
        if (
            expression.fullmatch(node.value)
            and node.value not in TAKEN
            and not (kind is Date and not is_date(node.value))
        ):
            return node.value
        wrong = wrong_id(node.value) if node.value in TAKEN else None
        hint = wrong.hint if wrong else say(asked)
        odd = odd_name(node.value)
        if odd:
            meant = latin(node.value)
            if expression.fullmatch(meant):
                hint = say("name.type_again", name=clipped(meant, 60))
            return self.problem(node, "W011", say("value.odd", text=clipped(node.value, 60), odd=odd), hint)
        if expression.fullmatch(node.value.lower()) and node.value != node.value.lower():
            hint = say("name.small_letters", name=clipped(node.value.lower(), 60))
        said = wrong.message if wrong else say(invalid)
        return self.problem(node, "W011", f"‘{clipped(node.value, 60)}’ {said}", hint)

    def meant(self, key: Node, spec: Container[str]) -> Node:
        """A key with a character in it that looks like another one: told of, and read as it was meant."""
        odd = odd_name(key.value)
        name = latin(key.value)
        if not odd or name not in spec:
            return key
        self.problem(key, "W006", say("key.odd", key=clipped(key.value), odd=odd), say("key.type_again", key=name))
        return replace(key, value=name)

    def scalar(self, kind: Any, node: Node, name: str) -> Any:
        whole = cut_by_colon(node)
        if whole and kind is str:
            return self.problem(node.keys[0], "W003", *colon_cuts(node.keys[0].value, whole))
        if node.kind != "scalar":
            return self.problem(
                node,
                "W007",
                say("value.not_single", name=name),
                say("value.write_single"),
            )
        if kind in (bool, int) and (odd := odd_name(node.value)):
            return self.problem(
                node, "W007", say("value.odd", text=clipped(node.value), odd=odd), say("value.type_again")
            )
        if kind is bool:
            return (
                node.value == "true"
                if node.value in ("true", "false")
                else self.problem(node, "W007", say("value.not_boolean", name=name), say("value.write_boolean"))
            )
        if kind is int:
            return (
                int(node.value)
                if re.fullmatch(r"[0-9]{1,9}", node.value)
                else self.problem(node, "W007", say("value.not_number", name=name), say("value.write_number"))
            )
        if not node.value.strip():
            return self.problem(node, "W009", say("value.empty", name=name), say("value.fill_text"))
        if _pattern_of(kind):
            return self.pattern(kind, node)
        if node.plain and len(node.value) <= MAX_TEXT and NOT_TEXT.fullmatch(node.value):
            return self.problem(
                node,
                "W010",
                say("value.not_text", value=clipped(node.value)),
                say("value.quote", value=clipped(node.value)),
            )
        if len(node.value) > MAX_TEXT:
            return self.problem(
                node, "W012", say("text.far_too_long", count=len(node.value), most=MAX_TEXT), say("text.divide")
            )
        return node.value.strip()


def colon_cuts(begin: str, whole: str) -> tuple[str, str]:
    """Message and hint for a text that a colon cut in two."""
    return (
        say("text.cut_by_colon", begin=clipped(begin)),
        say("text.quote_whole", whole=clipped(whole, 80)),
    )


def loose(node: Node) -> Any:
    """A node as plain text, tuple or dict, for values whose meaning a later rule judges."""
    if node.kind == "scalar":
        return node.value
    if node.kind == "list":
        return tuple(loose(item) for item in node.items)
    return {key.value: loose(item) for key, item in node.entries()}
