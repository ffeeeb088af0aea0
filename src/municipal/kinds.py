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
    EmergencyCall,
    EmergencyFile,
    EmergencyStep,
    Exercise,
    ExerciseId,
    ExercisesFile,
    Frame,
    FrameId,
    FramingUse,
    GlossaryFile,
    Integrity,
    Item,
    LeftOut,
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
    Session,
    SessionId,
    SessionPart,
    SessionsFile,
    Signs,
    Sourced,
    Term,
    TermId,
    TheoryOfChange,
    ThreeRFile,
    WebLink,
    WorkedStep,
)
from wegwijzer.kinds.kind import Kind, Register
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
            thing="frame",
            scheme="frame",
            address="frames/{0}/",
            link="frame",
            in_actions="frames",
        ),
    ),
    records=(Frame, Reasoning, Signs, MiddleResonance, Counter, ReadyText),
    page="frames/{0}/",
    blocks=("frame_kaart", "frames_overzicht", "frames_vergelijking"),
)
THREE_R = Kind(
    name="three-r",
    record=ThreeRFile,
    records=(
        ThreeRFile,
        Item,
        Sourced,
        Integrity,
        RiskType,
        Method,
        Criterion,
        Phase,
        Coalition,
        Role,
        Column,
        TheoryOfChange,
        WorkedStep,
        FramingUse,
        WebLink,
    ),
    page="drie-r/",
    blocks=("drie_r",),
    tasks=_tasks_of_grid,
)
MEETING = Kind(
    name="meeting",
    record=MeetingFile,
    records=(MeetingFile, MeetingKind, MeetingCondition, Pitfall, MeetingExample),
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
            thing="term",
            scheme="begrip",
            address="begrippen/#{0}",
            link="begrip",
            css="ww-term",
            needed=True,
        ),
    ),
    records=(GlossaryFile, Term),
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
            thing="organisation",
            scheme="org",
            address="organisaties/#{0}",
            link="org",
            needed=True,
        ),
    ),
    records=(OrganisationsFile, Organisation),
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
            thing="publication",
            address="publicaties/#{0}",
            link="publicatie",
        ),
    ),
    records=(PublicationsFile, Publication),
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
            thing="practice",
            macros=("praktijk",),
        ),
    ),
    records=(PracticesFile, Practice),
    page="gids/",
    blocks=("praktijken", "keuze"),
)
CONTRADICTIONS = Kind(
    name="contradictions",
    record=ContradictionsFile,
    registers=(Register(key="contradictions", record=Contradiction, thing="contradiction"),),
    records=(ContradictionsFile, Contradiction),
    page="over/verschillen/",
    blocks=("lijst_verschillen", "lijst_bronnen", "lijst_contacten", "lijst_waarden"),
)
EXERCISES = Kind(
    name="exercises",
    record=ExercisesFile,
    registers=(
        Register(
            key="exercises",
            record=Exercise,
            id=ExerciseId,
            thing="exercise",
            address="oefeningen/{0}/",
            link="oefening",
        ),
    ),
    records=(ExercisesFile, Exercise, Assignment),
    page="oefeningen/",
    blocks=("oefenblad", "oefeningen_overzicht"),
)
SESSIONS = Kind(
    name="sessions",
    record=SessionsFile,
    registers=(
        Register(
            key="sessions",
            record=Session,
            id=SessionId,
            thing="session",
            address="trainers/{0}/",
            link="sessie",
        ),
    ),
    records=(SessionsFile, Session, SessionPart, LeftOut),
    page="trainers/",
    blocks=("sessieblad", "sessies_kiezen"),
)
EMERGENCY = Kind(
    name="emergency",
    record=EmergencyFile,
    records=(EmergencyFile, EmergencyStep, EmergencyCall),
    page="noodkaart/",
    blocks=("noodkaart",),
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
    SESSIONS,
    EMERGENCY,
)
"""In the order in which an author meets them."""
