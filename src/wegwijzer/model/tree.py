"""A decision tree as it is written: one YAML file under trees/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from wegwijzer.model.records import Duration, Fact, Id, NodeRef, Review, SourceRef, doc

CONTINUE = "verder"
"""The answer that passes an interim action."""

UNDECIDED = "nog-niet-beslist"
"""The option of a local choice that says: we have not decided."""


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
    to: NodeRef = doc("De vraag of actie die volgt.", required=True)
    when: Condition | None = doc("Alleen als dit geldt. Laat dit weg bij de laatste route.")


@dataclass(frozen=True)
class Target:
    """Where it goes on: one route without guard, or a guarded list of which the first route that holds counts."""

    routes: tuple[Route, ...]
    guarded: bool = False


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
class Task:
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
    """What to do. With `to` to a step of this tree it is interim; otherwise the walk ends here.

    `related`: key → names, for every key that a kind of content registers (`Register.in_actions`).
    """

    title: str = doc("Wat de lezer doet, in één zin.", required=True)
    short: str | None = doc("Hoogstens vier woorden, voor diagrammen.")
    urgency: Literal["meteen", "vandaag", "later"] | None = doc("Hoe dringend het is.")
    contact: Literal["none"] | None = doc(
        "`none`: niemand antwoordt, waarschuwt of vraagt iets aan de schrijver, tot de politie akkoord gaat. "
        "Elke vorm zegt dat boven de stappen."
    )
    help: str | None = doc("Waarom dit het advies is.")
    steps: tuple[Task, ...] = doc("De stappen, in volgorde.", default=())
    document: tuple[Paragraph, ...] = doc("Een tekst die de lezer kan overnemen.", default=())
    reply: str | None = doc("Een voorbeeldantwoord dat de lezer kan kopiëren.", lines=True)
    contacts: tuple[Id, ...] = doc("Wie kan helpen (data/contacts.yml).", default=())
    related: dict[str, tuple[str, ...]] = doc("", default=dict, prose=False, open=True)
    see: tuple[str, ...] = doc("Bomen of pagina's die hierop volgen.", default=(), prose=False)
    sources: tuple[SourceRef, ...] = doc("Waar de actie op steunt.", default=())
    to: Target | None = doc("Een tussenactie gaat daarna hier verder; `boom/stap` geeft de lezer door.")

    @property
    def parts(self) -> tuple[Task | Paragraph, ...]:
        """What may depend on what was answered: the tasks and the paragraphs, in the order in which a reader meets them."""
        return (*self.steps, *self.document)


@dataclass(frozen=True)
class Chapter:
    title: str = doc("De naam van het hoofdstuk.", required=True)
    start: Id = doc("De stap waar het hoofdstuk begint.", required=True)


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
    closing: tuple[Task, ...] = doc("Wat bij elk resultaat hoort.", default=())
    cases: tuple[Case, ...] = doc("Voorbeelden: samen de proef dat de boom klopt.", default=())
