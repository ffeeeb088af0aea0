"""The structure of every YAML file: the single definition that loading, schemas and rendering follow.

All records are frozen. A field's `doc` is what a contributor reads in an editor (Dutch); a class attribute
`shorthand` names the field that a plain text stands for. Positions in files are no part of the model:
`wegwijzer.load` finds them by path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, Literal, NewType

NAME = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
"""The pattern of an id; see `names` for what it keeps out."""

Id = NewType("Id", str)
"""A name inside one file (question, action, answer …): small letters, digits, and single hyphens or underscores."""

Fact = NewType("Fact", str)
"""`question.answer`, a mark, or `beleid.question.answer`."""

StepRef = NewType("StepRef", str)
"""A step of this tree, or of another one as `boom/stap`."""

SourceId = NewType("SourceId", str)
"""A source, or a place in one such as `S003-3.3.1`."""

Duration = NewType("Duration", str)
"""A term such as `24h`, `30m` or `2d`."""

Date = NewType("Date", str)
"""A calendar date, `2027-11-01`."""

Link = NewType("Link", str)
"""An address: http(s), mailto or inside the site."""

Mail = NewType("Mail", str)
"""A mail address, with nothing before or behind it."""

FrameId = NewType("FrameId", str)
"""A frame of frames/."""

CONTINUE = "verder"
"""The answer that passes an interim action."""

UNDECIDED = "nog-niet-beslist"
"""The option of a local choice that says: we have not decided."""


def doc(
    text: str,
    *,
    default: Any = None,
    example: Any = None,
    required: bool = False,
    prose: bool = True,
    lines: bool = False,
    most: int = 0,
) -> Any:
    """A dataclass field with its Dutch description, default and example; `required` fields have no default.

    With `prose=False` its text is no language of ours for a reader: a name, a key, or an example of how others talk.
    With `lines` it may have several lines, which every form keeps. `most`: how many characters every form can hold.
    """
    metadata = {"doc": text, "example": example, "prose": prose, "lines": lines, "most": most}
    if required:
        return field(metadata=metadata)
    if default is None or isinstance(default, (str, int, bool, tuple)):
        return field(default=default, metadata=metadata)
    return field(default_factory=default, metadata=metadata)


@dataclass(frozen=True)
class Condition:
    """A guard: every fact of `all`, at least one of `any`, not one of `none`; members may be conditions."""

    all: tuple[Fact | Condition, ...] = doc("Al deze feiten gelden.", default=(), example=["toon.negatief"])
    any: tuple[Fact | Condition, ...] = doc("Minstens één van deze feiten geldt.", default=())
    none: tuple[Fact | Condition, ...] = doc("Geen van deze feiten geldt.", default=())

    def facts(self) -> Iterator[str]:
        """Every fact named, also in nested conditions, in reading order."""
        for member in (*self.all, *self.any, *self.none):
            if isinstance(member, Condition):
                yield from member.facts()
            else:
                yield member


@dataclass(frozen=True)
class Route:
    to: StepRef = doc("De vraag of actie die volgt.", required=True)
    when: Condition | None = doc("Alleen als dit geldt. Laat dit weg bij de laatste route.")


@dataclass(frozen=True)
class Target:
    """Where it goes on: one route without guard, or a guarded list of which the first route that holds counts."""

    routes: tuple[Route, ...]
    guarded: bool = False


@dataclass(frozen=True)
class SourceRef:
    shorthand: ClassVar[str] = "id"
    id: SourceId = doc("Een bron of een vindplaats uit data/sources.yml.", required=True, example="hai-2024")
    part: str | None = doc("De plaats in de bron.", example="Deel 2", prose=False)


@dataclass(frozen=True)
class Fill:
    kind: Literal["text", "number", "url", "email", "date"] = doc("Wat de lezer invult.", required=True)
    max: int = doc("Hoeveel tekens het antwoord hoogstens telt.", default=200)
    unit: str | None = doc("De eenheid achter een getal.", example="uur", prose=False)
    optional: bool = doc("Mag de lezer dit overslaan?", default=False)


@dataclass(frozen=True)
class Answer:
    """One answer to a question; in a question with `policy` only `to` (and marks) stand here."""

    text: str | None = doc("Het antwoord, zoals de lezer het ziet.", example="Negatief", most=600)
    help: str | None = doc("Korte uitleg onder het antwoord.")
    argument: str | None = doc("Waarom een gemeente dit kiest (alleen bij lokale keuzes).")
    to: Target | None = doc("Waar dit antwoord naartoe leidt.")
    marks: tuple[Id, ...] = doc("Merktekens die dit antwoord zet.", default=())
    exclusive: bool = doc("Dit antwoord sluit alle andere uit ('geen van deze').", default=False)
    sources: tuple[SourceRef, ...] = doc("Waar dit op steunt.", default=())


@dataclass(frozen=True)
class Question:
    text: str | None = doc("De vraag. Vraag één ding tegelijk.", example="Welke toon heeft het bericht?", most=220)
    short: str | None = doc("Hoogstens vier woorden, voor diagrammen.", example="Toon?")
    help: str | None = doc("Uitleg voor wie twijfelt.")
    sources: tuple[SourceRef, ...] = doc("Waar de vraag op steunt.", default=())
    answers: dict[Id, Answer] = doc("De antwoorden, elk met een eigen naam.", default=dict)
    choose: Literal["one", "many"] = doc("`many`: de lezer mag meer dan één antwoord kiezen.", default="one")
    min: int = doc("Hoeveel antwoorden de lezer minstens kiest (bij `choose: many`).", default=1)
    from_: Id | None = doc("Haal de antwoorden uit data/, bijvoorbeeld `values`.")
    fill: Fill | None = doc("De lezer vult zelf iets in.")
    policy: str | None = doc("De lokale keuze die hier gevraagd wordt.", example="beleid.zichtbaarheid", prose=False)
    to: Target | None = doc("Waar elk antwoord zonder eigen `to` naartoe leidt.")
    default: str | None = doc("Wat geldt zolang een gemeente niets koos (alleen bij lokale keuzes).", prose=False)


@dataclass(frozen=True)
class MarkText:
    text: str = doc("Wat dit merkteken betekent, als bijzin: 'je twijfelde of …'.", required=True)


@dataclass(frozen=True)
class Step:
    """One thing to do. Either its own `text`, or `use` for a standard step of data/steps.yml."""

    shorthand: ClassVar[str] = "text"
    text: str | None = doc("Wat je doet.", example="Maak een schermafdruk.", lines=True)
    use: Id | None = doc("Een standaardstap uit data/steps.yml.", example="leg-vast")
    who: str | None = doc("Wie het doet.", example="moderator", prose=False)
    when: Condition | None = doc("Alleen als dit geldt.")
    within: Duration | None = doc("Binnen welke termijn.", example="24h")
    points: tuple[str, ...] = doc("Korte onderdelen van de stap.", default=())
    sources: tuple[SourceRef, ...] = doc("Waar de stap op steunt.", default=())


@dataclass(frozen=True)
class Paragraph:
    shorthand: ClassVar[str] = "text"
    text: str = doc("De tekst van deze alinea.", required=True, lines=True)
    when: Condition | None = doc("Alleen als dit geldt.")
    style: Literal["text", "heading", "item"] = doc("Gewone tekst, een tussentitel of een punt.", default="text")
    sources: tuple[SourceRef, ...] = doc("Waar de alinea op steunt.", default=())


@dataclass(frozen=True)
class Action:
    """What to do. With `to` to a step of this tree it is interim; otherwise the walk ends here."""

    title: str = doc("Wat de lezer doet, in één zin.", required=True)
    short: str | None = doc("Hoogstens vier woorden, voor diagrammen.")
    urgency: Literal["meteen", "vandaag", "later"] | None = doc("Hoe dringend het is.")
    contact: Literal["none"] | None = doc(
        "`none`: niemand antwoordt, waarschuwt of vraagt iets aan de schrijver, tot de politie akkoord gaat. "
        "Elke vorm zegt dat boven de stappen."
    )
    help: str | None = doc("Waarom dit het advies is.")
    steps: tuple[Step, ...] = doc("De stappen, in volgorde.", default=())
    document: tuple[Paragraph, ...] = doc("Een tekst die de lezer kan overnemen.", default=())
    reply: str | None = doc("Een voorbeeldantwoord dat de lezer kan kopiëren.", lines=True)
    contacts: tuple[Id, ...] = doc("Wie kan helpen (data/contacts.yml).", default=())
    frames: tuple[FrameId, ...] = doc("De frames die erbij horen (frames/).", default=())
    see: tuple[str, ...] = doc("Bomen of pagina's die hierop volgen.", default=(), prose=False)
    sources: tuple[SourceRef, ...] = doc("Waar de actie op steunt.", default=())
    to: Target | None = doc("Een tussenactie gaat daarna hier verder; `boom/stap` geeft de lezer door.")


@dataclass(frozen=True)
class Chapter:
    title: str = doc("De naam van het hoofdstuk.", required=True)
    start: Id = doc("De stap waar het hoofdstuk begint.", required=True)


@dataclass(frozen=True)
class Review:
    owner: str = doc("Wie dit onderhoudt.", required=True, prose=False)
    by: Date = doc("Wanneer iemand dit opnieuw nakijkt.", required=True, example="2027-11-01")


@dataclass(frozen=True)
class Case:
    """An invented situation and where the tree must lead it."""

    title: str = doc("De naam van het voorbeeld.", required=True)
    ends_in: Id = doc("De actie waar dit voorbeeld uitkomt.", required=True)
    post: str | None = doc("Een verzonnen voorbeeldbericht.", prose=False, lines=True)
    given: dict[str, Any] = doc("Lokale keuzes die in dit voorbeeld al vastliggen.", default=dict)
    answers: dict[Id, Any] = doc("De antwoorden, per vraag.", default=dict)
    why: str | None = doc("Wat een trainer erbij vertelt.")


@dataclass(frozen=True)
class Tree:
    """A decision tree: one YAML file under trees/. Questions and actions share one name space."""

    title: str = doc("De titel, liefst als vraag.", required=True)
    start: Target = doc("De eerste vraag of actie.", required=True)
    questions: dict[Id, Question] = doc("De vragen.", default=dict)
    actions: dict[Id, Action] = doc("De acties.", default=dict)
    summary: str | None = doc("Waarvoor de boom dient, in een paar zinnen.")
    sources: tuple[SourceRef, ...] = doc("Waar de boom op steunt.", default=())
    review: Review | None = doc("Wie de boom nakijkt, en wanneer.")
    uses: tuple[Id, ...] = doc("De bomen met lokale keuzes waar deze boom naar kijkt.", default=())
    chapters: dict[Id, Chapter] = doc("De delen van een grote boom.", default=dict)
    marks: dict[Id, MarkText] = doc("De merktekens die antwoorden kunnen zetten.", default=dict)
    closing: tuple[Step, ...] = doc("Wat bij elk resultaat hoort.", default=())
    cases: tuple[Case, ...] = doc("Voorbeelden: samen de proef dat de boom klopt.", default=())


@dataclass(frozen=True)
class Source:
    title: str = doc("De titel.", required=True, prose=False)
    short: str | None = doc("De titel in een paar woorden.", prose=False)
    publisher: str | None = doc("Wie het uitgaf.", prose=False)
    year: str | None = doc("Het jaar, tussen aanhalingstekens.", prose=False)
    kind: Literal["document", "redactie"] = doc("Een document, of een toevoeging van de redactie.", default="document")
    url: Link | None = doc("Waar het te vinden is.")
    checked: Date | None = doc("Wanneer iemand het adres nakeek. Leeg: nog niet.")
    note: str | None = doc("Wat een lezer erover moet weten.")


@dataclass(frozen=True)
class Part:
    source: Id = doc("De bron.", required=True)
    title: str = doc("De plaats in die bron, leesbaar.", required=True, prose=False)


@dataclass(frozen=True)
class SourcesFile:
    sources: dict[Id, Source] = doc("De bronnen.", required=True)
    parts: dict[SourceId, Part] = doc("De vindplaatsen in die bronnen.", default=dict)


@dataclass(frozen=True)
class Contact:
    name: str = doc("De naam.", required=True, prose=False)
    for_: str = doc("Waarvoor je er terechtkan.", required=True)
    url: Link | None = doc("Het adres van de website.")
    email: Mail | None = doc("Het mailadres.", prose=False)
    phone: str | None = doc("Het nummer, tussen aanhalingstekens.", prose=False)
    checked: Date | None = doc("Wanneer iemand dit nakeek. Leeg: nog niet.")
    sources: tuple[SourceRef, ...] = doc("Waar dit op steunt.", default=())


@dataclass(frozen=True)
class ContactsFile:
    contacts: dict[Id, Contact] = doc("De contacten.", required=True)


@dataclass(frozen=True)
class StepsFile:
    steps: dict[Id, Step] = doc("De standaardstappen.", required=True)


@dataclass(frozen=True)
class ValuesFile:
    values: dict[Id, Answer] = doc("De waarden waaruit een lezer kiest.", required=True)


def key_of(name: str) -> str:
    """The YAML key of a field: `from_` and `for_` stand for Python's reserved words."""
    return name.rstrip("_")


def nested(record: Any, where: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """A record and every value inside it, at any depth, each with the path of keys that leads to it."""
    left = [(where, record)]
    while left:
        where, value = left.pop()
        yield where, value
        if isinstance(value, tuple):
            left += [((*where, index), value[index]) for index in range(len(value) - 1, -1, -1)]
        elif isinstance(value, dict):
            left += [((*where, key), item) for key, item in reversed(value.items())]
        else:
            left += [((*where, key), getattr(value, name)) for name, key in _fields_of(type(value))]


@cache
def _fields_of(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a record with their keys, the last first; nothing of any other type."""
    return tuple((f.name, key_of(f.name)) for f in reversed(fields(kind))) if is_dataclass(kind) else ()
