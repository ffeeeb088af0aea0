"""Every field that an author can write reaches the reader: in each form, or with an excuse by name.

Each field of each record is changed, in a tree that has them all, and each form made again: a text by a word that must
then stand in the form, anything else by leaving it out, of which the form must then differ. An excuse that is no longer
needed fails too.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import get_args, get_type_hints

import pytest

from everything import forms, library
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.formats import FORMATS
from wegwijzer.model import Action, Contact, Outcome, Part, Source, Tree
from wegwijzer.render import text
from wegwijzer.view import nodes, sections
from wegwijzer.view.records import Line, Related, Section

MARK = "merkteken"
NAMES = {"Question.policy", "Question.default"}
"""Texts that are names: another word in them would make another tree."""
INSTEAD = {"Fill.kind": "text", "Review.by": "2030-01-01"}
"""What stands there instead, of what cannot be left out."""
REFERENCES = {
    "Answer.to",
    "Case.answers",
    "Case.ends_in",
    "Chapter.start",
    "Entry.answers",
    "Part.source",
    "Question.answers",
    "Question.to",
    "Route.to",
    "SourceRef.id",
    "Target.guarded",
    "Target.routes",
    "Tree.actions",
    "Tree.questions",
    "Tree.start",
}
"""Without these there is no tree or no case. That every form has the same nodes and arrows is what test_agreement looks at."""
WRITTEN = {f"Paragraph.{name}" for name in ("text", "when", "style", "undecided")} | {
    "Action.document",
    "Action.undecided",
}
ALONE = {
    **dict.fromkeys((form.id for form in FORMATS if form.of == "text"), WRITTEN),
    "diagram": {"Question.short", "Question.text", "Answer.text", "Action.short", "Action.title", "Tree.chapters"},
    "ics": {"Tree.title", "Action.title", "Action.steps", "Task.text", "Task.who", "Task.within"},
    "quiz": {
        "Tree.title",
        "Tree.cases",
        "Case.title",
        "Case.post",
        "Case.warning",
        "Case.why",
        "Question.text",
        "Answer.text",
        "Action.title",
    },
}
"""Forms that show a few things by their nature: a text to publish, a drawing, a reminder of one task, an exercise."""
DOCUMENTS = {form.id for form in FORMATS if form.of == "checklist"}
FULL = {"page", "wizard", "text", "cards", "slides"} | DOCUMENTS
"""Forms that show all that a reader needs."""
EXCUSES = (
    ("diagrams alone have room for no more", FULL, {"Action.short"}),
    ("names a choice that nobody made", FULL - {"wizard"} - DOCUMENTS, {"Question.short"}),
    ("cases are for the quiz", FULL, {"Tree.cases", "Case.title", "Case.post", "Case.warning", "Case.why"}),
    ("a case is walked with the policies of its author, a reader has their own", FULL, {"Case.given"}),
    ("where links lead; a page can list them", FULL, {"Entry.text", "Entry.icon", "Entry.example", "Entry.help"}),
    ("an anchor in the static page", FULL - {"page"}, {"Tree.entries"}),
    ("for who maintains the tree; the checker watches it", FULL, {"Review.owner"}),
    ("the page tells it once the day is past", FULL - {"page"}, {"Tree.review", "Review.by"}),
    ("each node names its own", FULL, {"Tree.sources"}),
    (
        "a chart is a form of its own, on a page and a sheet",
        FULL,
        {"Tree.chart"}
        | {f"Chart.{name}" for name in ("rows", "first", "calls", "summary")}
        | {f"ChartRow.{name}" for name in ("action", "do", "entry", "text", "icon", "example")}
        | {f"ChartFirst.{name}" for name in ("text", "do", "icon")},
    ),
    ("for the checker, which proves it or judges by it", FULL, {"Reply.relation", "Action.forbids", "Outcome.reply"}),
    ("paper and documents show the long reply", FULL - {"page", "wizard"}, {"Reply.short"}),
    ("on the page of sources", FULL, {"Source.short", "Source.url", "Source.checked", "Source.note"}),
    ("told to who asks why an advice came", FULL, {"Part.kind"}),
    ("on the page of contacts", FULL, {"Contact.sources"}),
    (
        "divides diagrams and slides; nodes have one order everywhere",
        FULL - {"slides"},
        {"Tree.chapters", "Chapter.title"},
    ),
    ("above the wizard on its page, and on the first slide", FULL - {"slides"}, {"Tree.summary"}),
    ("a form without memory asks the guard in words", FULL - {"wizard"} - DOCUMENTS, {"Answer.marks"}),
    (
        "without memory nobody knows what was decided",
        FULL - {"wizard"} - DOCUMENTS,
        {"Action.undecided", "Paragraph.undecided"},
    ),
    (
        "what the page checks while a reader answers",
        FULL - {"page", "wizard"},
        {"Question.min", "Answer.exclusive", "Fill.kind", "Fill.max", "Fill.optional"},
    ),
    (
        "helps to answer; who takes a result along has answered",
        {"text", "cards"} | DOCUMENTS,
        {"Question.sources", "Answer.help", "Answer.argument"},
    ),
    ("who takes a result along has answered", DOCUMENTS, {"Answer.example"}),
    ("a word says the same; text and paper have no icons", FULL - {"page", "wizard"}, {"Answer.icon", "Outcome.icon"}),
    ("colours are drawn; where they are not, the word is there", FULL - {"page", "wizard"}, {"Outcome.tone"}),
    (
        "who takes a result along has answered, or followed what it names",
        DOCUMENTS,
        {"Question.ask"},
    ),
    ("who answers on paper writes it behind the number", {"text"} | DOCUMENTS, {"Fill.unit"}),
    (
        "the sheet beside a text says what to tick off; the text and the step say the rest",
        DOCUMENTS,
        {"Action.help", "Action.urgency", "Action.outcome", "Outcome.text", "Paragraph.sources"}
        | {"Paragraph.undecided", "Question.short", "Condition.all", "Tree.marks", "MarkText.text"},
    ),
    ("no room on a card to cut out", {"cards"}, {"Question.help", "Action.help"}),
    (
        "cards and text say what is asked and done; page and slides say what that rests on",
        {"text", "cards"},
        {
            "Answer.sources",
            "Action.sources",
            "Source.title",
            "Source.publisher",
            "Source.year",
            "SourceRef.part",
            "Part.title",
        },
    ),
    ("text has no marks", {"text"}, {"Source.kind", "Task.sources", "Paragraph.sources", "Paragraph.style"}),
    ("cards and text name who helps, the page says how", {"text", "cards"}, {"Contact.for_", "Contact.url"}),
    ("text names who helps, the page says how", {"text"}, {"Contact.email", "Contact.phone"}),
    ("would stand beside a number to call", {"text", "cards", "slides"}, {"Contact.checked"}),
)
"""Why some forms leave out some fields: reason, forms, fields."""


def compiled_of(change=lambda value: value):
    """The tree, with each record that it is made from changed."""
    own = library()
    groups = ("trees", "contacts", "sources", "parts", "steps", "options", "outcomes")
    return compile_tree("boom", replace(own, **{name: change(getattr(own, name)) for name in groups}))


@cache
def unchanged():
    return forms(compiled_of())


def changing(kind, field, make):
    """A function that makes `field` another one in every record of a kind, at any depth."""

    def change(value):
        if isinstance(value, tuple):
            return tuple(map(change, value))
        if isinstance(value, dict):
            return {key: change(item) for key, item in value.items()}
        if not is_dataclass(value):
            return value
        value = replace(value, **{each.name: change(getattr(value, each.name)) for each in fields(value)})
        return replace(value, **{field: make(getattr(value, field))}) if isinstance(value, kind) else value

    return change


def records_of(hint, found):
    """All records that can stand in a value of this type."""
    if is_dataclass(hint):
        if hint not in found:
            found.append(hint)
            for inner in get_type_hints(hint).values():
                records_of(inner, found)
        return
    for inner in get_args(hint):
        records_of(inner, found)


def model_fields():
    """Every field of a tree and of what it refers to, as (record, field)."""
    found = []
    for record in (Tree, Source, Part, Contact, Outcome):
        records_of(record, found)
    return [(record, field) for record in found for field in fields(record)]


def left_out(field):
    """The value of a field that nobody wrote."""
    return field.default_factory() if field.default_factory is not MISSING else field.default


def reached(record, field):
    """The forms in which a field shows."""
    called, hint = f"{record.__name__}.{field.name}", get_type_hints(record)[field.name]
    if hint in (str, str | None) and called not in NAMES:
        made = forms(compiled_of(changing(record, field.name, lambda said: said and f"{said} {MARK}")))
        return {name for name, form in made.items() if MARK in form}
    made = forms(compiled_of(changing(record, field.name, lambda _: INSTEAD.get(called, left_out(field)))))
    return {name for name, form in made.items() if form != unchanged()[name]}


def excused(called):
    """The forms that may leave out a field."""
    return set().union(*(those for _, those, names in EXCUSES if called in names))


@pytest.mark.parametrize(
    ("record", "field"), model_fields(), ids=lambda part: getattr(part, "name", None) or part.__name__
)
def test_field_reaches_every_form_or_is_excused(record, field):
    """No field is forgotten in a form, and no excuse stands for what shows after all."""
    called = f"{record.__name__}.{field.name}"
    if called in REFERENCES:
        return
    shown = reached(record, field)
    assert shown & FULL == FULL - excused(called)
    assert {form for form, names in ALONE.items() if called in names} <= shown


def test_excuses_are_for_fields_that_there_are():
    """A field that was renamed or removed leaves no excuse behind, and every form is looked at."""
    names = {f"{record.__name__}.{field.name}" for record, field in model_fields()}
    named = REFERENCES.union(*ALONE.values(), *(names for _, _, names in EXCUSES))
    assert set() == named - names
    assert set(unchanged()) == FULL | set(ALONE)


@pytest.mark.parametrize("leave", ["help", "reply", "contacts"])
def test_a_form_that_forgets_a_section_is_found(monkeypatch, leave):
    """The proof that this file finds what it is for: a form without a section does not show its field."""
    everything, those = text.view_text, {leave, "never"} if leave == "reply" else {leave}
    monkeypatch.setattr(
        text,
        "view_text",
        lambda view: everything(
            replace(view, sections=tuple(each for each in view.sections if each.name not in those))
        ),
    )
    field = next(field for field in fields(Action) if field.name == leave)
    unchanged.cache_clear()
    assert "text" not in reached(Action, field)
    unchanged.cache_clear()


def test_a_section_that_no_form_knows_shows_in_each(monkeypatch):
    """A new field needs no word in any form: its section shows as a heading with what it holds."""
    known = sections.action_sections
    entries = (Line("Een nieuw veld met [een link](https://voorbeeld.be)."), Related("Een andere boom", tree="keuzes"))
    added = Section("new", entries, "Nieuw in dit formaat")
    monkeypatch.setattr(nodes, "action_sections", lambda texts, action: (*known(texts, action), added))
    made = forms(compiled_of())
    for form in FULL:
        for words in ("Nieuw in dit formaat", "Een nieuw veld met", "Een andere boom"):
            assert words in made[form], (form, words)
