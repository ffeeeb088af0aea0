"""The names by which records refer to each other: a field of one of these types never dangles, the checker looks it up."""

from __future__ import annotations

from typing import Literal, NewType

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

SessionId = NewType("SessionId", str)
"""A session of data/sessions.yml."""

Resonance = Literal["probably", "maybe", "probably-not", "unknown"]

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
