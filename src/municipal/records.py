"""What the guide around the trees is made of: frames, the 3R model, meeting activities, terms, organisations …

Records follow the same rules as those of `wegwijzer.model`. A field typed as one of the names below refers to another
record; the checker looks every such name up, so a reference can never dangle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, NewType

from wegwijzer.model import (
    ContactId,
    Date,
    Id,
    Link,
    Mail,
    PolicyName,
    Review,
    SourceRef,
    Task,
    TreeId,
    ValueId,
    doc,
)

FrameId = NewType("FrameId", str)
"""A frame of frames/."""

TermId = NewType("TermId", str)
"""A term of data/glossary.yml."""

OrganisationId = NewType("OrganisationId", str)
"""An organisation of data/organisations.yml."""

PublicationId = NewType("PublicationId", str)
"""A publication of data/publications.yml."""

PracticeId = NewType("PracticeId", str)
"""A practice of data/practices.yml."""

ExerciseId = NewType("ExerciseId", str)
"""An exercise of data/exercises.yml."""

Resonance = Literal["probably", "maybe", "probably-not", "unknown"]

_SOURCES = "Waar dit op steunt."


@dataclass(frozen=True, kw_only=True)
class Reasoning:
    cause: str = doc("De oorzaak die het frame noemt of laat vermoeden.", required=True)
    consequence: str = doc("Wat daar volgens het frame uit volgt.", required=True)
    solution: str = doc("Wat er volgens het frame moet gebeuren.", required=True)


@dataclass(frozen=True, kw_only=True)
class Signs:
    metaphors: tuple[str, ...] = doc("Beeldspraak.", required=True, prose=False)
    images: tuple[str, ...] = doc("Beelden en foto's.", required=True, prose=False)
    words: tuple[str, ...] = doc("Woorden en slagzinnen.", required=True, prose=False)
    arguments: tuple[str, ...] = doc("Redeneringen.", required=True, prose=False)


@dataclass(frozen=True, kw_only=True)
class MiddleResonance:
    """How a frame lands with the movable middle, in both readings of the source's table."""

    argued: Resonance = doc("Volgens de uitleg in de bron.", required=True)
    why: str = doc("De reden.", required=True)
    extracted: Resonance | None = doc("Volgens de kop waaronder het in de bron staat. Niet in de tabel: laat weg.")
    sources: tuple[SourceRef, ...] = doc(_SOURCES, default=())


@dataclass(frozen=True, kw_only=True)
class Counter:
    frame: FrameId = doc("Het frame dat een antwoord kan zijn.", required=True, example="win-win")
    why: str = doc("Waarom dit een antwoord kan zijn.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class ReadyText:
    title: str = doc("Waarvoor je de tekst gebruikt.", required=True)
    text: str = doc("Een tekst die een gemeente kan gebruiken.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A way of looking at migration: one YAML file under frames/."""

    number: int = doc("Het nummer, van 1 tot 11.", required=True)
    name: str = doc("De naam.", required=True)
    problematising: bool = doc("Toont dit frame migratie als een probleem?", required=True)
    summary: str = doc("Hoogstens twaalf woorden, voor het overzicht.", required=True)
    core: str = doc("De kernboodschap.", required=True)
    reasoning: Reasoning = doc("De redenering: oorzaak, gevolg, oplossing.", required=True)
    example: str = doc("Een verzonnen bericht in dit frame.", required=True, prose=False)
    recognise: Signs = doc("Hoe je het frame herkent.", required=True)
    leaves_out: tuple[str, ...] = doc("Wat het frame niet toont.", required=True)
    resonance: MiddleResonance = doc("Hoe het valt bij het beweegbare midden.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    review: Review = doc("Wie het frame nakijkt, en wanneer.", required=True)
    aliases: tuple[str, ...] = doc("Andere namen in de bronnen.", default=(), prose=False)
    dominant: bool = doc("Een van de drie frames die in kranten het vaakst terugkomen.", default=False)
    values: tuple[ValueId, ...] = doc("De waarden waarop het frame een beroep doet.", default=())
    counterframes: tuple[Counter, ...] = doc("Frames die een antwoord kunnen zijn.", default=())
    answers: tuple[FrameId, ...] = doc("De frames waarop dit frame een antwoord kan zijn.", default=())
    caution: tuple[str, ...] = doc("Waar je voor oplet.", default=())
    texts: tuple[ReadyText, ...] = doc("Teksten om te gebruiken.", default=())


@dataclass(frozen=True, kw_only=True)
class Item:
    """A named thing with a text: the most common record of the guide."""

    name: str = doc("De naam.", required=True)
    text: str | None = doc("De uitleg.")
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Sourced:
    text: str = doc("De tekst.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Integrity:
    text: str = doc("Wat informatie-integriteit is.", required=True)
    elements: dict[Id, Item] = doc("Waaruit het bestaat.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class RiskType:
    name: str = doc("De naam.", required=True)
    text: str = doc("De uitleg.", required=True)
    members: tuple[Item, ...] = doc("De risico's van deze soort.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Method:
    name: str = doc("De naam.", required=True)
    text: str = doc("De uitleg.", required=True)
    steps: tuple[Sourced, ...] = doc("Hoe je het doet.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Criterion:
    name: str = doc("De naam.", required=True)
    question: str = doc("De vraag die je stelt.", required=True)
    text: str = doc("De uitleg.", required=True)
    levels: tuple[str, ...] = doc("De niveaus, van laag naar hoog.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Phase:
    name: str = doc("De naam.", required=True)
    text: str = doc("De uitleg.", required=True)
    when_text: str = doc("Wanneer deze kolom aan de beurt is.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Coalition:
    text: str = doc("Waarom je samenwerkt.", required=True)
    steps: tuple[str, ...] = doc("Hoe je dat doet.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Role:
    name: str = doc("De naam.", required=True)
    text: str = doc("Wat deze rol kan.", required=True)
    questions: tuple[str, ...] = doc("Vragen voor wie de rol speelt.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Column:
    name: str = doc("De naam van de kolom.", required=True)
    items: tuple[Item, ...] = doc("Wat erin staat.", required=True)


@dataclass(frozen=True, kw_only=True)
class TheoryOfChange:
    note: str = doc("Wat een lezer over de indeling moet weten.", required=True)
    columns: dict[Id, Column] = doc("De kolommen, van links naar rechts.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class WorkedStep:
    phase: str = doc("Bij welk deel van 3R dit hoort.", required=True)
    name: str = doc("De naam.", required=True)
    text: str = doc("Wat er gebeurde.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class FramingUse:
    text: str = doc("Wat het project doet.", required=True)
    objectives: tuple[Item, ...] = doc("De doelen.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class WebLink:
    title: str = doc("De titel.", required=True, prose=False)
    url: Link = doc("Het adres.", required=True)
    checked: Date | None = doc("Wanneer iemand het adres nakeek. Leeg: nog niet.")
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class ThreeRFile:
    """The 3R model: research, risk, response. Its grid holds standard steps that trees share."""

    integrity: Integrity = doc("Informatie-integriteit.", required=True)
    reasons: dict[Id, Item] = doc("Waarom dit nu telt.", required=True)
    actors: dict[Id, Item] = doc("Wie een rol speelt.", required=True)
    impact: dict[Id, Item] = doc("Wat een informatierisico raakt.", required=True)
    risk_types: dict[Id, RiskType] = doc("De soorten risico's.", required=True)
    methods: dict[Id, Method] = doc("De vormen van onderzoek.", required=True)
    criteria: dict[Id, Criterion] = doc("Waarop je een risico beoordeelt.", required=True)
    elements: dict[Id, Item] = doc("De delen van het model.", required=True)
    phases: dict[Id, Phase] = doc("De kolommen van het rooster.", required=True)
    fields: dict[Id, Item] = doc("De rijen van het rooster.", required=True)
    grid: dict[Id, dict[Id, dict[Id, Task]]] = doc("Per kolom en rij de stappen, elk met een naam.", required=True)
    coalition: Coalition = doc("Samenwerken met anderen.", required=True)
    roles: dict[Id, Role] = doc("De rollen van de oefening.", required=True)
    theory_of_change: TheoryOfChange = doc("De theorie van verandering.", required=True)
    principles: dict[Id, Item] = doc("De principes van de VN.", required=True)
    takeaways: tuple[Sourced, ...] = doc("Wat je moet onthouden.", required=True)
    worked_example: tuple[WorkedStep, ...] = doc("Een uitgewerkt voorbeeld.", required=True)
    framing: FramingUse = doc("Framing als toepassing.", required=True)
    links: tuple[WebLink, ...] = doc("Meer lezen.", default=())


@dataclass(frozen=True, kw_only=True)
class MeetingKind:
    name: str = doc("De naam.", required=True)
    text: str = doc("De uitleg.", required=True)
    audience: str = doc("Wie je ermee bereikt.", required=True)
    stresses: str = doc("Wat je benadrukt.", required=True)
    examples: tuple[str, ...] = doc("Voorbeelden.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class MeetingCondition:
    name: str = doc("De naam.", required=True)
    question: str = doc("De vraag die je jezelf stelt.", required=True)
    text: str = doc("De uitleg.", required=True)
    example: str = doc("Een voorbeeld.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class Pitfall:
    name: str = doc("De naam.", required=True)
    text: str = doc("Wat er misgaat.", required=True)
    instead: str = doc("Wat je in de plaats doet.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class MeetingExample:
    name: str = doc("De naam.", required=True)
    where: str = doc("Het soort gemeente, of ‘redactie’.", required=True)
    text: str = doc("Wat ze deden.", required=True)
    conditions: tuple[Id, ...] = doc("De voorwaarden waaraan het voldoet.", default=())
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)


@dataclass(frozen=True, kw_only=True)
class MeetingFile:
    kinds: dict[Id, MeetingKind] = doc("De twee soorten activiteiten.", required=True)
    conditions: dict[Id, MeetingCondition] = doc("De voorwaarden voor een goede ontmoeting.", required=True)
    support: tuple[Item, ...] = doc("Waarmee een gemeente kan helpen.", required=True)
    pitfalls: dict[Id, Pitfall] = doc("Valkuilen.", required=True)
    examples: dict[Id, MeetingExample] = doc("Voorbeelden.", required=True)
    tips: dict[Id, Item] = doc("De tien tips.", required=True)


@dataclass(frozen=True, kw_only=True)
class Term:
    term: str = doc("Het woord.", required=True, prose=False)
    text: str = doc("Wat het betekent, in gewone woorden.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    aliases: tuple[str, ...] = doc("Andere woorden ervoor.", default=(), prose=False)
    see: tuple[TermId, ...] = doc("Verwante begrippen.", default=())
    note: str | None = doc("Waar je voor oplet.")


@dataclass(frozen=True, kw_only=True)
class GlossaryFile:
    terms: dict[Id, Term] = doc("De begrippen.", required=True)


@dataclass(frozen=True, kw_only=True)
class Organisation:
    name: str = doc("De naam.", required=True)
    text: str = doc("Wie ze zijn en waarvoor je er terechtkan.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    url: Link | None = doc("Het adres van de website.")
    email: Mail | None = doc("Het mailadres.", prose=False)
    contact: ContactId | None = doc("Hetzelfde adres in data/contacts.yml.")
    note: str | None = doc("Waar je voor oplet.")
    checked: Date | None = doc("Wanneer iemand dit nakeek. Leeg: nog niet.")


@dataclass(frozen=True, kw_only=True)
class OrganisationsFile:
    organisations: dict[Id, Organisation] = doc("De organisaties.", required=True)


@dataclass(frozen=True, kw_only=True)
class Publication:
    title: str = doc("De titel.", required=True, prose=False)
    kind: Literal[
        "rapport", "gids", "training", "website", "podcast", "boek", "film", "gedragscode", "hulpmiddel", "artikel"
    ] = doc("Wat het is.", required=True)
    text: str = doc("Waarvoor je het gebruikt.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    by: str | None = doc("Wie het uitgaf.", prose=False)
    year: str | None = doc("Het jaar, tussen aanhalingstekens.", prose=False)
    url: Link | None = doc("Het adres.")
    note: str | None = doc("Waar je voor oplet.")
    checked: Date | None = doc("Wanneer iemand dit nakeek. Leeg: nog niet.")


@dataclass(frozen=True, kw_only=True)
class PublicationsFile:
    publications: dict[Id, Publication] = doc("Wat er te lezen, te zien en te volgen is.", required=True)


Topic = Literal[
    "reageren",
    "modereren",
    "melden",
    "communiceren",
    "gedragscode",
    "beleid",
    "team",
    "mandatarissen",
    "externe-kanalen",
    "ontmoeting",
    "samenleven",
    "campagne",
    "welzijn",
]


@dataclass(frozen=True, kw_only=True)
class Practice:
    """What one municipality or organisation does: an example, never the norm."""

    title: str = doc("De titel.", required=True)
    where: str = doc("Het soort gemeente.", required=True, example="een centrumstad")
    text: str = doc("Wat ze doen.", required=True)
    topics: tuple[Topic, ...] = doc("De onderwerpen.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    why: str | None = doc("Waarom ze dat doen.")
    choice: PolicyName | None = doc("De lokale keuze waar dit bij hoort.", example="beleid.zichtbaarheid")


@dataclass(frozen=True, kw_only=True)
class PracticesFile:
    practices: dict[Id, Practice] = doc("De praktijkvoorbeelden.", required=True)


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """A point on which the sources differ or are unclear, and what Wegwijzer does with it."""

    title: str = doc("Waarover het gaat.", required=True)
    kind: Literal["praktijk", "feit", "tekst"] = doc("Verschil in aanpak, in feiten of in de tekst.", required=True)
    sides: tuple[Sourced, ...] = doc("Wat de bronnen zeggen.", required=True)
    reading: str = doc("Wat Wegwijzer ermee doet, en waarom.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    choice: PolicyName | None = doc("De lokale keuze die hierover beslist.")


@dataclass(frozen=True, kw_only=True)
class ContradictionsFile:
    contradictions: dict[Id, Contradiction] = doc("Waar de bronnen verschillen.", required=True)


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """One thing to answer in an exercise."""

    shorthand: ClassVar[str] = "question"
    question: str = doc("De vraag of opdracht.", required=True)
    post: str | None = doc("Een verzonnen bericht waarover het gaat.", prose=False, lines=True)
    options: tuple[str, ...] = doc("De mogelijke antwoorden.", default=())
    answer: str | None = doc("Het modelantwoord.")
    why: str | None = doc("Waarom, en waarover de groep kan praten.")


@dataclass(frozen=True, kw_only=True)
class Exercise:
    title: str = doc("De titel.", required=True)
    goal: str = doc("Wat deelnemers erna kunnen.", required=True)
    minutes: int = doc("Hoelang het duurt, in minuten.", required=True)
    group: str = doc("Voor hoeveel mensen, en hoe.", required=True)
    material: tuple[str, ...] = doc("Wat je nodig hebt.", required=True)
    steps: tuple[str, ...] = doc("Hoe je het doet, in volgorde.", required=True)
    tasks: tuple[Assignment, ...] = doc("De opdrachten.", required=True)
    debrief: tuple[str, ...] = doc("Vragen voor het gesprek achteraf.", required=True)
    trainer: str = doc("Wat een trainer vooraf moet weten.", required=True)
    sources: tuple[SourceRef, ...] = doc(_SOURCES, required=True)
    trees: tuple[TreeId, ...] = doc("De bomen die erbij horen.", default=())


@dataclass(frozen=True, kw_only=True)
class ExercisesFile:
    exercises: dict[Id, Exercise] = doc("De oefeningen.", required=True)
