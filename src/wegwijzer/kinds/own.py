"""The kinds of content that the kit itself knows: trees, what they refer to, what the checker keeps safe, and pages.

Where a site shows them, its own package says (`ADDRESSES`).
"""

from __future__ import annotations

from wegwijzer.kinds.kind import Kind, Register
from wegwijzer.kinds.markdown import Page
from wegwijzer.model import (
    Action,
    Answer,
    Case,
    Chapter,
    Condition,
    Contact,
    ContactId,
    ContactsFile,
    Fill,
    MarkText,
    Paragraph,
    Part,
    Question,
    Review,
    Route,
    Source,
    SourceId,
    SourceRef,
    SourcesFile,
    Task,
    TasksFile,
    Tree,
    TreeId,
    ValueId,
    ValuesFile,
)
from wegwijzer.model.safety import EmergencyNumber, Evidence, SafetyFile, TaskName

TREES = Kind(
    name="tree",
    record=Tree,
    folder="trees",
    registers=(
        Register(
            key="trees",
            record=Tree,
            id=TreeId,
            word="De boom",
            thing="tree",
            noun="keuzehulp",
            scheme="boom",
            address="keuzehulp/{0}/",
            inside="keuzehulp/{0}/#{0}-{1}",
            link="boom",
            macros=("tree_page", "tree_list", "quiz", "trainer_pakket"),
        ),
    ),
    headings={
        Tree: "Een keuzehulp",
        Question: "Een vraag",
        Answer: "Een antwoord",
        Fill: "Een invulveld",
        Action: "Een actie",
        Task: "Een stap van een actie",
        Paragraph: "Een alinea van een document",
        Route: "Een route",
        Condition: "Een voorwaarde",
        MarkText: "Een merkteken",
        Chapter: "Een hoofdstuk",
        Review: "Het nazicht",
        Case: "Een voorbeeld",
        SourceRef: "Een verwijzing naar een bron",
    },
    page="keuzehulp/{0}/",
    blocks=("diagram", "keuze", "trainer_bestanden"),
)
SOURCES = Kind(
    name="sources",
    record=SourcesFile,
    registers=(
        Register(key="sources", record=Source, id=SourceId, thing="source", noun="bron", macros=("bron",)),
        Register(key="parts", record=Part, thing="part", noun="vindplaats"),
    ),
    headings={SourcesFile: "Het bestand met bronnen", Source: "Een bron", Part: "Een vindplaats"},
    blocks=("bronnen", "dekking", "lijst_bronnen"),
)
CONTACTS = Kind(
    name="contacts",
    record=ContactsFile,
    registers=(
        Register(
            key="contacts",
            record=Contact,
            called="name",
            id=ContactId,
            word="Het contact",
            thing="contact",
            noun="contact",
        ),
    ),
    headings={ContactsFile: "Het bestand met contacten", Contact: "Een contact"},
    blocks=("lijst_contacten",),
)
STEPS = Kind(
    name="steps",
    record=TasksFile,
    registers=(
        Register(
            key="steps",
            record=Task,
            called="text",
            id=TaskName,
            word="De standaardstap",
            thing="step",
            noun="standaardstap",
        ),
    ),
    headings={TasksFile: "Het bestand met standaardstappen"},
)
VALUES = Kind(
    name="values",
    record=ValuesFile,
    registers=(
        Register(
            key="values",
            record=Answer,
            called="text",
            id=ValueId,
            word="De waarde",
            thing="value",
            noun="waarde",
        ),
    ),
    headings={ValuesFile: "Het bestand met waarden"},
    blocks=("lijst_waarden",),
)
SAFETY = Kind(
    name="safety",
    record=SafetyFile,
    headings={
        SafetyFile: "Het bestand over veiligheid",
        EmergencyNumber: "Een nummer voor wie in nood is",
        Evidence: "Wat je vraagt voor je een kopie bewaart",
    },
    late=True,
)
PAGES = Kind(
    name="page",
    record=Page,
    folder="docs",
    endings=(".md",),
    blocks=("model_keys", "rule_pages", "site_parts"),
)

OWN = (TREES, SOURCES, CONTACTS, STEPS, VALUES, SAFETY, PAGES)
"""In the order in which an author meets them."""
