"""The kinds of content that the kit itself knows: trees, what they refer to, what the checker keeps safe, and pages.

Where a site shows them, its own package says (`ADDRESSES`); where it shows trees, its language does.
"""

from __future__ import annotations

from wegwijzer.kinds.kind import Kind, Register
from wegwijzer.kinds.markdown import Page
from wegwijzer.locale import say
from wegwijzer.model import (
    Action,
    Answer,
    Case,
    Chapter,
    Chart,
    ChartFirst,
    ChartRow,
    Condition,
    Contact,
    ContactId,
    ContactsFile,
    Entry,
    Fill,
    MarkText,
    Outcome,
    OutcomeId,
    OutcomesFile,
    Paragraph,
    Part,
    Question,
    Reply,
    Review,
    Route,
    Source,
    SourceId,
    SourceRef,
    SourcesFile,
    Task,
    TaskName,
    TasksFile,
    Tree,
    TreeId,
    ValueId,
    ValuesFile,
)
from wegwijzer.model.local import (
    Address,
    Choice,
    Colours,
    LocalContact,
    LocalFile,
    Publisher,
    Reach,
    Service,
)
from wegwijzer.model.safety import EmergencyNumber, Evidence, SafetyFile
from wegwijzer.model.search import SearchFile, Synonyms

PAGE_OF_TREE = say("address.tree")
"""In the language that counts until a project says which (`wegwijzer.kinds.settings`)."""

TREES = Kind(
    name="tree",
    record=Tree,
    folder="trees",
    registers=(
        Register(
            key="trees",
            record=Tree,
            id=TreeId,
            thing="tree",
            scheme="boom",
            address=PAGE_OF_TREE,
            inside=f"{PAGE_OF_TREE}#{{0}}-{{1}}",
            link="boom",
            macros=("wizard", "wizards", "entries", "choices", "quiz", "downloads"),
        ),
    ),
    records=(
        Tree,
        Question,
        Answer,
        Fill,
        Action,
        Task,
        Paragraph,
        Reply,
        Route,
        Condition,
        MarkText,
        Chapter,
        Chart,
        ChartRow,
        ChartFirst,
        Review,
        Entry,
        Case,
        SourceRef,
    ),
    page=PAGE_OF_TREE,
    blocks=("diagram", "shared_downloads", "offline", "accessibility", "own_services", "icon", "changes", "workbench"),
)
SOURCES = Kind(
    name="sources",
    record=SourcesFile,
    registers=(
        Register(key="sources", record=Source, id=SourceId, own_rule=True, thing="source", macros=("source", "bron")),
        Register(key="parts", record=Part, thing="part"),
    ),
    records=(SourcesFile, Source, Part),
    blocks=("sources", "coverage", "bronnen", "dekking"),
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
            thing="contact",
        ),
    ),
    records=(ContactsFile, Contact),
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
            thing="step",
        ),
    ),
    records=(TasksFile,),
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
            thing="value",
        ),
    ),
    records=(ValuesFile,),
)
OUTCOMES = Kind(
    name="outcomes",
    record=OutcomesFile,
    registers=(
        Register(
            key="outcomes",
            record=Outcome,
            called="text",
            id=OutcomeId,
            thing="outcome",
        ),
    ),
    records=(OutcomesFile, Outcome),
)
SAFETY = Kind(
    name="safety",
    record=SafetyFile,
    records=(SafetyFile, EmergencyNumber, Evidence),
    late=True,
)
SEARCH = Kind(
    name="search",
    record=SearchFile,
    records=(SearchFile, Synonyms),
    late=True,
)
LOCAL = Kind(
    name="local",
    record=LocalFile,
    folder="",
    records=(LocalFile, Choice, LocalContact, Service, Address, Colours, Publisher, Reach),
)
PAGES = Kind(
    name="page",
    record=Page,
    folder="docs",
    endings=(".md",),
    blocks=("keys", "rules", "commands", "settings", "macro_list", "embed_options", "parts"),
)

OWN = (TREES, SOURCES, CONTACTS, STEPS, VALUES, OUTCOMES, SAFETY, SEARCH, LOCAL, PAGES)
"""In the order in which an author meets them."""
