"""Nodes to records of the model, driven by the model's own types. Collects every problem and goes on."""

from __future__ import annotations

import re
import types
from collections.abc import Container
from dataclasses import is_dataclass, replace
from typing import Any, Literal, Union, get_args, get_origin

from wegwijzer.kinds.keys import Key
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.references import REGISTERS
from wegwijzer.load.characters import latin, odd_name
from wegwijzer.load.keys import cut_by_colon, cut_by_comma, glued, meant
from wegwijzer.load.nodes import MAX_PROBLEMS, Node
from wegwijzer.model import (
    Condition,
    Date,
    Duration,
    Fact,
    Id,
    Link,
    Mail,
    NodeRef,
    PolicyName,
    Route,
    SourceId,
    Target,
)
from wegwijzer.model.fields import ISO_DATE, MAIL, is_date
from wegwijzer.model.names import FACT_NAME, GOOD_NAME, ID, SOURCE_NAME, STEP_NAME, TAKEN, wrong_id
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
    Id: (ID, "is geen geldige naam", GOOD_NAME),
    Fact: (
        FACT,
        "is geen geldig feit",
        "Schrijf ‘vraag.antwoord’, de naam van een merkteken, of ‘beleid.vraag.antwoord’.",
    ),
    NodeRef: (STEP, "is geen geldige stap", "Schrijf de naam van een stap, of ‘boom/stap’ voor een andere boom."),
    SourceId: (SOURCE, "is geen geldige bron", "Schrijf de naam van een bron of een vindplaats uit data/sources.yml."),
    Duration: (DURATION, "is geen termijn", "Schrijf een getal met m, h of d: ‘30m’, ‘24h’ of ‘2d’."),
    Mail: (MAIL, "is geen mailadres", "Schrijf alleen het adres, zoals ‘naam@voorbeeld.be’."),
    Date: (ISO_DATE, "is geen datum", "Schrijf jaar-maand-dag, zoals ‘2027-11-01’."),
    Link: (ALLOWED_LINK, "is geen toegelaten adres", "Begin met https://, http://, mailto: of / (binnen de site)."),
}

PATTERNS[PolicyName] = (FACT, "is geen lokale keuze", "Schrijf ‘beleid.vraag’: de boom en de vraag.")


def _pattern_of(kind: Any) -> tuple[re.Pattern[str], str, str] | None:
    """What a name, a term or an address must look like, what a message says otherwise, and the hint; None for the rest."""
    return PATTERNS[Id] if kind in REGISTERS else PATTERNS.get(kind)


class Builder:
    """Builds one file's record. `problems` holds what is wrong; parts that are wrong are left out."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []

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
        if node.kind == "alias":  # told of while parsing
            return MISSING_VALUE
        if node.hash and not (get_origin(kind) in (Union, types.UnionType) and Date in get_args(kind)):
            hint = f'Zet de tekst tussen aanhalingstekens: "{clipped(node.hash, 60)}".'
            message = f"‘{name}’ is leeg: ‘{clipped(node.hash)}’ valt weg, want ‘#’ begint een opmerking"
            return self.problem(node, "W009", message, hint)
        if kind is Target:
            return self.target(node, name)
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
            return self.problem(node, "W009", f"‘{name}’ is leeg", "Vul een tekst in of haal de sleutel weg.")
        if Condition in options and Fact in options:
            return self.build(Condition if node.kind == "map" else Fact, node, name)
        return self.build(options[0], node, name)

    def record(self, kind: Any, node: Node, name: str) -> Any:
        shorthand = getattr(kind, "shorthand", None)
        spec = KINDS.keys_of(kind)
        if node.kind == "scalar" and shorthand and node.value:
            value = self.field(spec[shorthand], node, name)
            return value if value is MISSING_VALUE else kind(**{spec[shorthand].field: value})
        if shorthand and (whole := cut_by_colon(node)) and node.keys[0].value not in spec:
            return self.problem(node.keys[0], "W003", *colon_cuts(node.keys[0].value, whole))
        if node.kind != "map":
            keys = ", ".join(list(spec)[:4])
            return self.problem(
                node,
                "W007",
                f"‘{name}’ moet een blok met sleutels zijn ({keys} …)",
                "Zet de sleutels eronder, elk op een eigen regel, twee spaties verder.",
            )
        told = len(self.problems)
        values, broken = self.entries(spec, node, name)
        if self.full:
            return MISSING_VALUE
        present = {key.value for key in node.keys}
        for key, each in spec.items():
            if each.required and key not in present:
                self.problem(
                    node, "W008", f"In ‘{name}’ ontbreekt de sleutel ‘{key}’", f"Voeg een regel ‘{key}: …’ toe."
                )
                broken = True
        if kind is Condition and not broken and not any(values.values()):
            return (
                MISSING_VALUE
                if len(self.problems) > told
                else self.problem(node, "W009", "Deze voorwaarde is leeg", "Noem een feit: ‘all: [vraag.antwoord]’.")
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
                message = f"De sleutel ‘{clipped(key.value)}’ bestaat niet in ‘{name}’"
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
            place = node.items[index] if isinstance(value, tuple) and index < len(node.items) else node
            if not each.about["lines"] and "\n" in text:
                count = len([line for line in text.split("\n") if line.strip()])
                message = f"Deze tekst telt {count} regels, maar op deze plaats staat alles achter elkaar"
                hint = (
                    "Schrijf ‘>’ in plaats van ‘|’, zonder lege regel ertussen, of maak er meer punten of stappen van."
                )
                self.problem(place, "W015", message, hint)
            if len(text) > most:
                message = f"Deze tekst telt {len(text)} tekens; op een dia of een kaartje passen er {most}"
                self.problem(place, "W012", message, "Kort hem in, of zet de uitleg onder ‘help:’.")
            elif each.field not in REFERRING and (word := TOO_LONG.search(text)):
                message = f"Het woord ‘{clipped(word[0])}’ telt {len(word[0])} tekens: het past op geen regel"
                self.problem(place, "W012", message, "Zet er een spatie of een koppelteken in.")
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
            f"‘{name}’ moet een naam of een lijst van routes zijn",
            "Schrijf ‘to: naam-van-een-stap’, of een lijst met ‘- when: …’ en ‘to: …’.",
        )

    def listing(self, kind: Any, node: Node, name: str) -> Any:
        if node.kind != "list":
            if node.kind == "scalar" and not node.value:
                return self.problem(node, "W009", f"‘{name}’ is leeg", "Vul de lijst aan of haal de sleutel weg.")
            hint = "Begin elk onderdeel met een streepje en een spatie: ‘- ’."
            return self.problem(node, "W007", f"‘{name}’ moet een lijst zijn", hint)
        values = (self.build(kind, item, name) for item in node.items if not self.full)
        return tuple(value for value in values if value is not MISSING_VALUE)

    def mapping(self, args: tuple[Any, ...], node: Node, name: str) -> Any:
        if node.kind == "scalar" and not node.value:
            return self.problem(node, "W009", f"‘{name}’ is leeg", "Zet er iets onder of haal de sleutel weg.")
        if node.kind != "map":
            return self.problem(
                node,
                "W007",
                f"‘{name}’ moet een blok met namen zijn",
                "Zet elke naam op een eigen regel, gevolgd door een dubbele punt.",
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
                message = f"‘{key.value}’ verschilt alleen in hoofdletters van ‘{twin.value}’ op regel {twin.line}"
                self.problem(key, "W004", message, "Geef een van beide een andere naam.")
                continue
            value = loose(item) if args[1] is Any else self.build(args[1], item, key.value)
            if value is not MISSING_VALUE:
                values.setdefault(key.value, value)
        return values

    def choice(self, options: tuple[str, ...], node: Node, name: str) -> Any:
        if node.kind == "scalar" and node.value in options:
            return node.value
        if odd := odd_name(node.value):
            return self.problem(node, "W007", f"In ‘{clipped(node.value)}’ staat {odd}", "Typ het woord opnieuw.")
        hint = (nearest(node.value, options) if node.kind == "scalar" else "") or "Kies uit: " + ", ".join(
            options
        ) + "."
        return self.problem(node, "W007", f"‘{name}’ kan niet ‘{node.value[:40]}’ zijn", hint)

    def pattern(self, kind: Any, node: Node) -> Any:
        expression, message, hint = _pattern_of(kind) or PATTERNS[Id]
        if (
            expression.fullmatch(node.value)
            and node.value not in TAKEN
            and not (kind is Date and not is_date(node.value))
        ):
            return node.value
        wrong = wrong_id(node.value) if node.value in TAKEN else None
        odd = odd_name(node.value)
        if odd:
            meant = latin(node.value)
            if expression.fullmatch(meant):
                hint = f"Typ het opnieuw: ‘{clipped(meant, 60)}’."
            return self.problem(node, "W011", f"In ‘{clipped(node.value, 60)}’ staat {odd}", hint)
        if expression.fullmatch(node.value.lower()) and node.value != node.value.lower():
            hint = f"Een naam heeft alleen kleine letters: ‘{clipped(node.value.lower(), 60)}’."
        said = wrong.message if wrong else message
        return self.problem(node, "W011", f"‘{clipped(node.value, 60)}’ {said}", wrong.hint if wrong else hint)

    def meant(self, key: Node, spec: Container[str]) -> Node:
        """A key with a character in it that looks like another one: told of, and read as it was meant."""
        odd = odd_name(key.value)
        name = latin(key.value)
        if not odd or name not in spec:
            return key
        self.problem(key, "W006", f"In de sleutel ‘{clipped(key.value)}’ staat {odd}", f"Typ ze opnieuw: ‘{name}’.")
        return replace(key, value=name)

    def scalar(self, kind: Any, node: Node, name: str) -> Any:
        whole = cut_by_colon(node)
        if whole and kind is str:
            return self.problem(node.keys[0], "W003", *colon_cuts(node.keys[0].value, whole))
        if node.kind != "scalar":
            return self.problem(
                node,
                "W007",
                f"‘{name}’ moet één waarde zijn, geen lijst of blok",
                "Schrijf de waarde achter de dubbele punt. Zet een tekst met ‘: ’ tussen aanhalingstekens.",
            )
        if kind in (bool, int) and (odd := odd_name(node.value)):
            return self.problem(node, "W007", f"In ‘{clipped(node.value)}’ staat {odd}", "Typ de waarde opnieuw.")
        if kind is bool:
            return (
                node.value == "true"
                if node.value in ("true", "false")
                else self.problem(
                    node, "W007", f"‘{name}’ moet true of false zijn", "Schrijf true (ja) of false (nee)."
                )
            )
        if kind is int:
            return (
                int(node.value)
                if re.fullmatch(r"[0-9]{1,9}", node.value)
                else self.problem(node, "W007", f"‘{name}’ moet een getal zijn", "Schrijf cijfers zonder meer.")
            )
        if not node.value.strip():
            return self.problem(node, "W009", f"‘{name}’ is leeg", "Vul een tekst in of haal de sleutel weg.")
        if _pattern_of(kind):
            return self.pattern(kind, node)
        if node.plain and len(node.value) <= MAX_TEXT and NOT_TEXT.fullmatch(node.value):
            return self.problem(
                node,
                "W010",
                f"YAML leest ‘{clipped(node.value)}’ als iets anders dan tekst",
                f'Zet er aanhalingstekens rond: "{clipped(node.value)}".',
            )
        if len(node.value) > MAX_TEXT:
            return self.problem(
                node, "W012", f"Deze tekst telt {len(node.value)} tekens; {MAX_TEXT} is het meeste", "Deel de tekst op."
            )
        return node.value.strip()


def colon_cuts(begin: str, whole: str) -> tuple[str, str]:
    """Message and hint for a text that a colon cut in two."""
    return (
        f"De dubbele punt na ‘{clipped(begin)}’ knipt de tekst in twee",
        f'Zet de hele tekst tussen aanhalingstekens: ‘"{clipped(whole, 80)}"’.',
    )


def loose(node: Node) -> Any:
    """A node as plain text, tuple or dict, for values whose meaning a later rule judges."""
    if node.kind == "scalar":
        return node.value
    if node.kind == "list":
        return tuple(loose(item) for item in node.items)
    return {key.value: loose(item) for key, item in node.entries()}
