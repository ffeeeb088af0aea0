"""The kinds of content of this site's guide: frames, the 3R model, meeting activities, terms, organisations …"""

from __future__ import annotations

from collections.abc import Mapping

from municipal.records import (
    Assignment,
    Coalition,
    Column,
    Contradiction,
    ContradictionsFile,
    Counter,
    Criterion,
    Exercise,
    ExerciseId,
    ExercisesFile,
    Frame,
    FrameId,
    FramingUse,
    GlossaryFile,
    Integrity,
    Item,
    MeetingCondition,
    MeetingExample,
    MeetingFile,
    MeetingKind,
    Method,
    MiddleResonance,
    Organisation,
    OrganisationId,
    OrganisationsFile,
    Phase,
    Pitfall,
    Practice,
    PracticeId,
    PracticesFile,
    Publication,
    PublicationId,
    PublicationsFile,
    ReadyText,
    Reasoning,
    RiskType,
    Role,
    Signs,
    Sourced,
    Term,
    TermId,
    TheoryOfChange,
    ThreeRFile,
    WebLink,
    WorkedStep,
)
from wegwijzer.kinds.kind import InActions, Kind, Register
from wegwijzer.model import Task


def _tasks_of_grid(record: ThreeRFile) -> Mapping[str, Task]:
    """The steps of the 3R grid are standard steps like any other."""
    return {name: task for rows in record.grid.values() for tasks in rows.values() for name, task in tasks.items()}


FRAMES = Kind(
    name="frame",
    record=Frame,
    folder="frames",
    registers=(
        Register(
            key="frames",
            record=Frame,
            called="name",
            id=FrameId,
            word="Het frame",
            thing="frame",
            noun="frame",
            scheme="frame",
            address="frames/{0}/",
            link="frame",
            in_actions=InActions(key="frames", doc="De frames die erbij horen (frames/).", heading="Over dit frame"),
        ),
    ),
    headings={
        Frame: "Een frame",
        Reasoning: "De redenering van een frame",
        Signs: "De herkenning van een frame",
        MiddleResonance: "De weerklank van een frame",
        Counter: "Een counterframe",
        ReadyText: "Een tekst om te gebruiken",
    },
    page="frames/{0}/",
    blocks=("frame_kaart", "frames_overzicht", "frames_vergelijking"),
)
THREE_R = Kind(
    name="three-r",
    record=ThreeRFile,
    headings={
        ThreeRFile: "Het bestand met het 3R-model",
        Item: "Een ding met een naam",
        Sourced: "Een tekst met bron",
        Integrity: "Informatie-integriteit",
        RiskType: "Een soort risico",
        Method: "Een vorm van onderzoek",
        Criterion: "Een criterium",
        Phase: "Een kolom van het rooster",
        Coalition: "De coalitie",
        Role: "Een rol",
        Column: "Een kolom van de theorie",
        TheoryOfChange: "De theorie van verandering",
        WorkedStep: "Een deel van het voorbeeld",
        FramingUse: "Framing als toepassing",
        WebLink: "Een adres op het web",
    },
    page="drie-r/",
    blocks=("drie_r",),
    tasks=_tasks_of_grid,
)
MEETING = Kind(
    name="meeting",
    record=MeetingFile,
    headings={
        MeetingFile: "Het bestand over ontmoeting",
        MeetingKind: "Een soort ontmoeting",
        MeetingCondition: "Een voorwaarde voor ontmoeting",
        Pitfall: "Een valkuil",
        MeetingExample: "Een voorbeeld van een ontmoeting",
    },
    page="gids/ontmoeting/",
    blocks=("ontmoeting",),
)
GLOSSARY = Kind(
    name="glossary",
    record=GlossaryFile,
    registers=(
        Register(
            key="terms",
            record=Term,
            called="term",
            id=TermId,
            word="Het begrip",
            thing="term",
            noun="begrip",
            scheme="begrip",
            address="begrippen/#{0}",
            link="begrip",
            css="ww-term",
            needed=True,
        ),
    ),
    headings={GlossaryFile: "Het bestand met begrippen", Term: "Een begrip"},
    page="begrippen/",
    blocks=("lijst_begrippen",),
)
ORGANISATIONS = Kind(
    name="organisations",
    record=OrganisationsFile,
    registers=(
        Register(
            key="organisations",
            record=Organisation,
            called="name",
            id=OrganisationId,
            word="De organisatie",
            thing="organisation",
            noun="organisatie",
            scheme="org",
            address="organisaties/#{0}",
            link="org",
            needed=True,
        ),
    ),
    headings={OrganisationsFile: "Het bestand met organisaties", Organisation: "Een organisatie"},
    page="organisaties/",
    blocks=("lijst_organisaties",),
)
PUBLICATIONS = Kind(
    name="publications",
    record=PublicationsFile,
    registers=(
        Register(
            key="publications",
            record=Publication,
            id=PublicationId,
            word="De publicatie",
            thing="publication",
            noun="publicatie",
            address="publicaties/#{0}",
            link="publicatie",
        ),
    ),
    headings={PublicationsFile: "Het bestand met publicaties", Publication: "Een publicatie"},
    page="publicaties/",
    blocks=("lijst_publicaties",),
)
PRACTICES = Kind(
    name="practices",
    record=PracticesFile,
    registers=(
        Register(
            key="practices",
            record=Practice,
            id=PracticeId,
            word="Het praktijkvoorbeeld",
            thing="practice",
            noun="praktijkvoorbeeld",
            macros=("praktijk",),
        ),
    ),
    headings={PracticesFile: "Het bestand met praktijkvoorbeelden", Practice: "Een praktijkvoorbeeld"},
    page="gids/",
    blocks=("praktijken",),
)
CONTRADICTIONS = Kind(
    name="contradictions",
    record=ContradictionsFile,
    registers=(Register(key="contradictions", record=Contradiction, thing="contradiction", noun="verschil"),),
    headings={ContradictionsFile: "Het bestand met verschillen", Contradiction: "Een verschil tussen bronnen"},
    page="over/verschillen/",
    blocks=("lijst_verschillen",),
)
EXERCISES = Kind(
    name="exercises",
    record=ExercisesFile,
    registers=(
        Register(
            key="exercises",
            record=Exercise,
            id=ExerciseId,
            word="De oefening",
            thing="exercise",
            noun="oefening",
            address="oefeningen/{0}/",
            link="oefening",
        ),
    ),
    headings={ExercisesFile: "Het bestand met oefeningen", Exercise: "Een oefening", Assignment: "Een opdracht"},
    page="oefeningen/",
    blocks=("oefenblad", "oefeningen_overzicht"),
)

ADDRESSES = (
    ("contacts", "organisaties/#contacten"),
    ("steps", "over/bijdragen/"),
    ("values", "basis/waarden/#{0}"),
)
"""Where this site shows what the kit knows."""

KINDS = (
    FRAMES,
    THREE_R,
    MEETING,
    GLOSSARY,
    ORGANISATIONS,
    PUBLICATIONS,
    PRACTICES,
    CONTRADICTIONS,
    EXERCISES,
)
"""In the order in which an author meets them."""
