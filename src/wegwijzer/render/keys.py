"""Every key of the YAML files with its description, from the model: a page for contributors."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from wegwijzer import model
from wegwijzer.kinds.files import DATA_FILES
from wegwijzer.kinds.guide import ChoiceName, Frame
from wegwijzer.kinds.references import REGISTERS
from wegwijzer.model import Target, Tree, key_of

KINDS = {
    model.Id: "een naam",
    model.Fact: "een feit",
    model.StepRef: "de naam van een stap",
    model.SourceId: "een bron of vindplaats",
    model.Duration: "een termijn",
    model.Date: "een datum",
    model.Link: "een adres",
    str: "tekst",
    int: "een getal",
    bool: "true of false",
    Target: "de naam van een stap, of een lijst van routes",
    Any: "een waarde",
    ChoiceName: "een lokale keuze",
    **{kind: f"{register.word.lower()} uit {register.place}, bij naam" for kind, register in REGISTERS.items()},
}
BLOCKS = {
    "Tree": "Een keuzehulp",
    "Question": "Een vraag",
    "Answer": "Een antwoord",
    "Fill": "Een invulveld",
    "Action": "Een actie",
    "Step": "Een stap van een actie",
    "Paragraph": "Een alinea van een document",
    "Route": "Een route",
    "Condition": "Een voorwaarde",
    "MarkText": "Een merkteken",
    "Chapter": "Een hoofdstuk",
    "Review": "Het nazicht",
    "Case": "Een voorbeeld",
    "SourceRef": "Een verwijzing naar een bron",
    "Source": "Een bron",
    "Part": "Een vindplaats",
    "Contact": "Een contact",
    "Frame": "Een frame",
    "Reasoning": "De redenering van een frame",
    "Signs": "De herkenning van een frame",
    "MiddleResonance": "De weerklank van een frame",
    "Counter": "Een counterframe",
    "ReadyText": "Een tekst om te gebruiken",
    "Item": "Een ding met een naam",
    "Sourced": "Een tekst met bron",
    "Integrity": "Informatie-integriteit",
    "RiskType": "Een soort risico",
    "Method": "Een vorm van onderzoek",
    "Criterion": "Een criterium",
    "Phase": "Een kolom van het rooster",
    "Coalition": "De coalitie",
    "Role": "Een rol",
    "Column": "Een kolom van de theorie",
    "TheoryOfChange": "De theorie van verandering",
    "WorkedStep": "Een deel van het voorbeeld",
    "FramingUse": "Framing als toepassing",
    "WebLink": "Een adres op het web",
    "MeetingKind": "Een soort ontmoeting",
    "MeetingCondition": "Een voorwaarde voor ontmoeting",
    "Pitfall": "Een valkuil",
    "MeetingExample": "Een voorbeeld van een ontmoeting",
    "Term": "Een begrip",
    "Organisation": "Een organisatie",
    "Publication": "Een publicatie",
    "Practice": "Een praktijkvoorbeeld",
    "Contradiction": "Een verschil tussen bronnen",
    "Task": "Een opdracht",
    "Exercise": "Een oefening",
    "EmergencyNumber": "Een nummer voor wie in nood is",
    "Evidence": "Wat je vraagt voor je een kopie bewaart",
    "SafetyFile": "Het bestand over veiligheid",
    "SourcesFile": "Het bestand met bronnen",
    "ContactsFile": "Het bestand met contacten",
    "StepsFile": "Het bestand met standaardstappen",
    "ValuesFile": "Het bestand met waarden",
    "ThreeRFile": "Het bestand met het 3R-model",
    "MeetingFile": "Het bestand over ontmoeting",
    "GlossaryFile": "Het bestand met begrippen",
    "OrganisationsFile": "Het bestand met organisaties",
    "PublicationsFile": "Het bestand met publicaties",
    "PracticesFile": "Het bestand met praktijkvoorbeelden",
    "ContradictionsFile": "Het bestand met verschillen",
    "ExercisesFile": "Het bestand met oefeningen",
}


def keys_markdown() -> str:
    """A heading and a table for every kind of block, in the order in which an author meets them."""
    parts = []
    for record, place in _records():
        name = BLOCKS.get(record.__name__, record.__name__)
        lines = [f"## {name}", "", f"Staat in {place}." if place else "", "", "| sleutel | wat erin komt | waarvoor |"]
        lines += ["| --- | --- | --- |", *(_row(record, item) for item in fields(record))]
        parts.append("\n".join(line for number, line in enumerate(lines) if line or number in (1, 3)))
    return "\n\n".join(parts) + "\n"


def _records() -> Iterator[tuple[type, str]]:
    """Every record of the model that an author writes, once; files come with their place."""
    seen: dict[type, str] = {}

    def visit(kind: Any, place: str) -> None:
        if is_dataclass(kind):
            if kind is Target:
                visit(model.Route, "")
            elif kind not in seen:
                seen[kind] = place  # type: ignore[index]
                hints = get_type_hints(kind)
                for item in fields(kind):
                    visit(hints[item.name], "")
        for part in get_args(kind):
            visit(part, "")

    visit(Tree, "`trees/`, één bestand per keuzehulp")
    visit(Frame, "`frames/`, één bestand per frame")
    for name, kind in DATA_FILES.items():
        visit(kind, f"`data/{name}.yml`")
    yield from seen.items()


def _row(record: type, item: Field[Any]) -> str:
    hint = get_type_hints(record)[item.name]
    needed = item.default is MISSING and item.default_factory is MISSING
    example = item.metadata["example"]
    text = item.metadata["doc"] + (f" Bijvoorbeeld: `{_shown(example)}`." if example is not None else "")
    return f"| `{key_of(item.name)}`{' (moet)' if needed else ''} | {_kind(hint)} | {text.replace('|', '&#124;')} |"


def _shown(example: Any) -> str:
    return "[" + ", ".join(map(str, example)) + "]" if isinstance(example, list) else str(example)


def _kind(hint: Any) -> str:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " of ".join(_kind(part) for part in arguments if part is not type(None))
    if origin is tuple:
        return f"een lijst: {_kind(arguments[0])}"
    if origin is dict:
        return f"namen, elk met {_kind(arguments[1])}"
    if origin is Literal:
        return "een van: " + ", ".join(f"`{option}`" for option in arguments)
    if is_dataclass(hint) and hint is not Target:
        name = BLOCKS.get(hint.__name__, hint.__name__)  # type: ignore[union-attr]
        return name[0].lower() + name[1:]
    return KINDS.get(hint, "tekst")
