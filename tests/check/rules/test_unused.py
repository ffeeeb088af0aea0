"""What nothing refers to is told, but only when every file of the project was read."""

from __future__ import annotations

from helpers import CHOICES, load, make_project, problems
from wegwijzer.check.checker import check
from wegwijzer.load import load_paths

TERMS = ("een", "twee", "drie")
BOOM = "title: Boom\nuses: [keuzes]\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [%s]}\n"
CONTACTS = "contacts:\n  unia: {name: Unia, for: Meldingen.}\n  hulp: {name: Hulp, for: Alles.}\n"


def unused(text, **others):
    """The places and codes of advice about what is not used."""
    found = problems(text, **others)
    return [(p.path, p.line, p.code) for p in found if p.code in ("W111", "W112", "W114")]


def test_contact_without_an_action_is_unused():
    """A contact that an action names is used, another is not."""
    text = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [Klaar.], contacts: [unia]}\n"
    assert [("data/contacts.yml", 3, "W111")] == unused(text, contacts=CONTACTS)


def test_contact_of_an_organisation_is_used(tmp_path):
    """A contact that an organisation names is used, even when no action does."""
    for folder in ("trees", "data"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data/contacts.yml").write_text(CONTACTS, encoding="utf-8")
    (tmp_path / "data/organisations.yml").write_text(
        "organisations:\n  unia: {name: Unia, text: Meldt., contact: unia, sources: []}\n", encoding="utf-8"
    )
    (tmp_path / "trees/boom.yml").write_text(BOOM.replace("uses: [keuzes]\n", "") % "Klaar.", encoding="utf-8")
    found = [(p.path, p.line) for p in check(load_paths([tmp_path], cwd=tmp_path)) if p.code == "W111"]
    assert [("data/contacts.yml", 3)] == found


def test_standard_step_is_used_in_an_action_or_a_closing():
    """A standard step that neither an action nor a closing uses is unused."""
    steps = "steps:\n  een: {text: Eén.}\n  twee: {text: Twee.}\n  drie: {text: Drie.}\n"
    text = BOOM % "{use: een}" + "closing: [{use: drie}]\n"
    assert [("data/steps.yml", 3, "W112")] == unused(text.replace("uses: [keuzes]\n", ""), steps=steps)


def test_local_choice_counts_when_asked_looked_at_or_shown():
    """A local choice is used by a guard or a placeholder, in a tree or in a standard step."""
    text = BOOM % "{text: Verberg het., when: {all: [keuzes.zicht.verbergen]}}, Antwoord., {use: kanaal}"
    steps = "steps:\n  kanaal: {text: Doe het via $keuzes.kanalen.}\n"
    assert [("trees/keuzes.yml", 13, "W114")] == unused(text, keuzes=CHOICES, steps=steps)


def test_question_that_only_leads_on_is_no_choice():
    """A question in a tree of choices that cannot be left undecided is a crossing: nothing has to look at it."""
    crossing = """
  verder:
    text: Wat wil je nu nakijken?
    short: Verder
    default: klaar
    answers:
      klaar: {text: Niets meer, argument: Alles staat er., to: afspraken}
      termijn: {text: De termijn, argument: Die telt voor iedereen., to: termijn}
actions:"""
    choices = CHOICES.replace("    to: afspraken\n", "    to: verder\n").replace("\nactions:", crossing, 1)
    text = BOOM % "{text: Verberg het., when: {all: [keuzes.zicht.verbergen]}}"
    assert [("trees/keuzes.yml", 13, "W114"), ("trees/keuzes.yml", 19, "W114")] == unused(text, keuzes=choices)


def test_part_of_a_project_tells_nothing_of_what_is_unused(tmp_path):
    """Who checks one tree reads no others, so nothing can be said of what those use."""
    root = make_project(tmp_path / "project")
    (root / "data" / "contacts.yml").write_text(CONTACTS, encoding="utf-8")
    loaded = load_paths([root / "trees" / "opnieuw.yml"], cwd=root)
    assert [] == [problem for problem in check(loaded) if problem.code == "W111"]


def test_broken_file_may_hold_what_uses_something():
    """When a file cannot be read, nothing is called unused."""
    assert not load(BOOM % "Klaar.", keuzes=CHOICES, ander="title: [open\n").library.whole


def test_term_is_used_when_a_text_links_to_it(tmp_path):
    """A term that only its own register names is unused; a link from a page or a tree makes it used."""
    for folder in ("trees", "data", "docs"):
        (tmp_path / folder).mkdir()
    terms = "".join(f"  {name}: {{term: {name}, text: Uitleg., see: [drie], sources: [gids]}}\n" for name in TERMS)
    (tmp_path / "data/glossary.yml").write_text(f"terms:\n{terms}", encoding="utf-8")
    (tmp_path / "data/sources.yml").write_text("sources:\n  gids: {title: Gids}\n", encoding="utf-8")
    (tmp_path / "docs/pagina.md").write_text('# Titel\n\nZie {{ begrip("een") }}.\n', encoding="utf-8")
    tree = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: ['Lees [twee](begrip:twee).']}\n"
    (tmp_path / "trees/boom.yml").write_text(tree, encoding="utf-8")
    found = [(p.line, p.code) for p in check(load_paths([tmp_path], cwd=tmp_path)) if p.code == "W118"]
    assert [(4, "W118")] == found
