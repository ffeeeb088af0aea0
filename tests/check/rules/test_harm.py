"""The rules against advice that can harm: numbers with their use, evidence, contact, and readers who go round."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import FIXTURES, load, problems
from wegwijzer.check.checker import check
from wegwijzer.check.rules.safety import emergency_number
from wegwijzer.kinds.markdown import Page
from wegwijzer.language.nl.numbers import counts
from wegwijzer.load import load_paths
from wegwijzer.locale import words_of
from wegwijzer.view.phrases import danger

DATA = {
    name: (FIXTURES / "data" / f"{name}.yml").read_text(encoding="utf-8") for name in ("safety", "steps", "sources")
}
ONE_STEP = """
title: Boom
start: klaar
actions:
  klaar: {title: Klaar, steps: ['%s']}
"""


def found(code, text, **others):
    """Where a rule finds something: (path, line, column)."""
    given = {**DATA, **others}
    return [(p.path, p.line, p.column) for p in problems(text, **given) if p.code == code]


def on_page(code, text, tmp_path):
    """The lines of a page at which a rule finds something."""
    for name in ("trees", "data", "docs"):
        (tmp_path / name).mkdir(exist_ok=True)
    for name, content in DATA.items():
        (tmp_path / "data" / f"{name}.yml").write_text(content, encoding="utf-8")
    (tmp_path / "docs" / "pagina.md").write_text(text, encoding="utf-8")
    loaded = load_paths([tmp_path], cwd=tmp_path)
    return [p.line for p in check(loaded) if p.code == code and Path(p.path).name == "pagina.md"]


# -- numbers for emergencies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Gevaar? Bel 112.",
        "Gevaar? Bel meteen 101!",
        "Bel 112 bij gevaar.",
        "Bel 112 en wacht buiten.",
        "Bij gevaar kan je 112 bellen.",
        "Praat erover: bel 1813.",
        "Bel gratis naar 116 000, dag en nacht.",
        "Bel 116000.",
        "Bel de politie (101) of 112.",
        "Gevaar? (112)",
        "Warm antwoord, 1813",
    ],
)
def test_a_number_to_call_needs_its_use(text):
    """A number that a reader is told to call must say who answers, however the sentence runs."""
    assert found("W404", ONE_STEP % text)


@pytest.mark.parametrize(
    "text",
    [
        "Gevaar? Bel 101 (politie) of 112 (ziekenwagen, brandweer).",
        "Bel de Zelfmoordlijn op 1813.",
        "Gaat het om een kind? Bel 116 000.",
        "Er staan 112 bomen in het gevaar van de storm.",
        "Bel als er 101 mensen komen.",
        "Het gevaar begon in 1813.",
        "Bel 0112 of 1120 of 1.112.",
        "Bel 02 112 45 67-112.",
        "Het nummer van artikel 112 staat op blz. 101.",
        "Bel aan in de Kerkstraat 112.",
        "Het gevaar daalde met 112 %.",
        "Stap 112 is de laatste.",
        "Honderd, dan 101 of toch meer.",
        "Er kwamen 112 euro binnen, bel de kassa.",
        "Zie [gevaar](https://voorbeeld.be/112).",
        "Gebruik wet 101/2022 bij gevaar.",
    ],
)
def test_other_numbers_raise_no_alarm(text):
    """Counts, years, articles, addresses and parts of other numbers are left alone, and so is a number with its use."""
    assert [] == found("W404", ONE_STEP % text)


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("", "112", " bomen"),
        ("", "101", " jaar"),
        ("in ", "1813", ""),
        ("Artikel ", "112", ""),
        ("", "112", " collega’s"),
    ],
)
def test_a_number_that_counts_or_orders_is_recognised(before, number, after):
    """By the words around it."""
    assert counts(before, number, after)
    assert not counts("Bel ", number, " dan meteen")


def test_every_field_that_a_reader_reads_is_looked_at():
    """Short names, replies, paragraphs, what cases tell, and what is filled in by itself."""
    text = """
    title: Boom
    start: tekst
    questions:
      tekst: {text: 'Wat schrijf je?', fill: {kind: text}, default: 'Gevaar? Bel 112.', to: klaar}
    actions:
      klaar:
        title: Klaar
        short: Bel 101
        steps: [Lees., {use: leg-vast, points: [Bel 112.]}]
        document: ['Gevaar? Bel 112.']
        reply: Bel gerust 1813.
    cases:
      - {title: Geval, answers: {tekst: x}, ends_in: klaar, why: Bel eerst 112.}
    """
    assert [4, 8, 9, 10, 11, 13] == [line for _, line, _ in found("W404", text)]


def test_a_contact_says_what_its_number_is_for():
    """The name and the purpose of a contact together must say who answers the number."""
    contacts = "contacts:\n  a: {name: Noodnummer, for: Bel hier., phone: '112'}\n  b: {name: Politie, for: Bel., phone: '101'}\n"
    assert [("data/contacts.yml", 2)] == [place[:2] for place in found("W404", ONE_STEP % "Klaar.", contacts=contacts)]


def test_without_numbers_nothing_is_said():
    """A project without data/safety.yml has no emergency numbers: the engine knows none."""
    assert [] == [p for p in problems(ONE_STEP % "Gevaar? Bel 112.") if p.code == "W404"]


def test_words_of_the_interface_say_what_a_number_is_for(project):
    """What every form says by itself obeys the numbers of this project's own data/safety.yml."""
    texts = (
        danger(),
        *(text for package in ("wegwijzer", "municipal") for text in words_of(package, "nl", "interface").values()),
    )
    page = Page(blocks=texts, begins=tuple(range(len(texts))))
    assert [] == list(emergency_number.check_data(page, project.library))
    bare = Page(blocks=("Gevaar? Bel 112.",), begins=(0,))
    assert 1 == len(list(emergency_number.check_data(bare, project.library)))


def test_a_paragraph_of_a_page_is_one_text(tmp_path):
    """The use may stand on the next line of a paragraph, not in the next item, row or heading; links are looked at."""
    page = """# Gevaar? Bel 112

Bel bij gevaar het nummer
112. Dan komt er een ziekenwagen.

- Bel 112.
- Een ziekenwagen komt snel.

| Gevaar | bel 112 | ziekenwagen |
| Gevaar | bel 101 |

Doe het [meteen](tel:112).

Bel [101 (politie)](tel:101).

> Gevaar? Bel [112](tel:112).
> Of stuur de brandweer.
"""
    assert [1, 6, 10, 12] == on_page("W404", page, tmp_path)


# -- evidence ---------------------------------------------------------------------------------------------------

ASK = "Is er een minderjarige naakt te zien? Maak geen schermafdruk."
TAKE = "Maak een schermafdruk."


def action(*steps, **keys):
    listed = "".join(f"      - {step}\n" for step in steps)
    extra = "".join(f"    {key}: {value}\n" for key, value in keys.items())
    return f"title: Boom\nstart: bewaar\nactions:\n  bewaar:\n    title: Bewaar\n{extra}    steps:\n{listed}"


@pytest.mark.parametrize(
    "text",
    [
        action(TAKE),
        action(TAKE, ASK),
        action("{text: Kijk., points: [" + TAKE + "]}"),
        action("Kijk.", help=TAKE),
        action("{text: '" + ASK + "', when: {all: [haast]}}", TAKE) + "marks: {haast: {text: je haast hebt}}\n",
        action("Kijk of er een minderjarige is.", TAKE, "Is het naakt?"),
        action("Kijk.", document=f"[{TAKE}]"),
        action("Kijk.") + f"closing: [{TAKE}]\n",
    ],
)
def test_a_copy_before_the_question_is_found(text):
    """In a step, a point, the help, a paragraph or what closes every result; a guarded question is no question."""
    assert 1 == len(found("W405", text))


@pytest.mark.parametrize(
    "text",
    [
        action("Maak geen schermafdruk."),
        action("Doe het zonder een enkele schermafdruk."),
        action("Een schermafdruk kan strafbaar zijn."),
        action(ASK, TAKE),
        action("{text: Kijk eerst., points: ['" + ASK + "', " + TAKE + "]}"),
        action("Is een minderjarige naakt te zien, dan maak je liever nooit zo maar een schermafdruk."),
        action(TAKE, help=ASK),
        action("{use: leg-vast, text: Leg vast., points: [" + TAKE + "]}", TAKE),
    ],
)
def test_a_copy_after_the_question_is_right(text):
    """The question may stand in an earlier step, in the same step, in the same sentence or in the help."""
    assert [] == found("W405", text)


TREE = """
title: Boom
start: soort
%s
questions:
  soort:
    text: Wat zie je?
    answers:
      beeld: {text: Een beeld, to: wie}
      tekst: {text: Een tekst, to: %s}
  wie:
    text: Zie je een minderjarige?
    help: Naakt of half naakt.
    answers:
      ja: {text: 'Ja', to: politie}
      nee: {text: Nee, to: bewaar}
actions:
  bewaar: {title: Bewaar, steps: [Maak een schermafdruk.]}
  politie: {title: Ga naar de politie, steps: [Neem de link mee.]}
"""


def test_every_way_must_pass_the_question():
    """A question on the way counts when no way leads around it; a chapter and another tree are ways too."""
    assert [] == found("W405", TREE % ("", "politie"))
    assert [("trees/boom.yml", 17, 44)] == found("W405", TREE % ("", "bewaar"))
    chapter = "chapters: {kort: {title: Kort, start: bewaar}}"
    assert [("trees/boom.yml", 17, 44)] == found("W405", TREE % (chapter, "politie"))
    other = "title: Ander\nstart: ga\nactions:\n  ga: {title: Ga, steps: [Ga.], to: boom/bewaar}\n"
    assert [("trees/boom.yml", 17, 44)] == found("W405", TREE % ("", "politie"), ander=other)


def test_a_local_choice_does_not_ask():
    """Who decided once is not asked again, so a local choice is no question before a copy."""
    choices = """
    title: Keuzes
    start: beeld
    questions:
      beeld:
        text: Wat doe je met een naakt beeld van een minderjarige?
        default: niets
        answers:
          niets: {text: Niets, argument: Dat mag niet.}
          nog-niet-beslist: {text: Nog niet beslist}
        to: klaar
    actions:
      klaar: {title: Klaar, steps: [Klaar.]}
    """
    text = """
    title: Boom
    uses: [keuzes]
    start: beeld
    questions:
      beeld: {policy: keuzes.beeld, answers: {niets: {to: bewaar}, nog-niet-beslist: {to: bewaar}}}
    actions:
      bewaar: {title: Bewaar, steps: [Maak een schermafdruk.]}
    """
    assert [("trees/boom.yml", 7)] == [place[:2] for place in found("W405", text, keuzes=choices)]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("Kijk.\n\nMaak een schermafdruk. Of een screenshot.\n\nNog een schermafdruk.\n", [3]),
        (f"{ASK}\n\n{TAKE}\n", []),
        (f"[Kijk eerst](melden.md#bewijs).\n\n{TAKE}\n", []),
        (f"[Kijk eerst](melden.md#elders).\n\n{TAKE}\n", [3]),
        (f"{TAKE}\n\n{ASK}\n", [1]),
    ],
)
def test_a_page_asks_before_the_first_copy(page, lines, tmp_path):
    """On a page the question, or a link to where it is asked, stands before the first copy; told once a page."""
    assert lines == on_page("W405", page, tmp_path)


# -- contact ----------------------------------------------------------------------------------------------------


def test_reply_and_contact_steps_are_found_where_contact_is_forbidden():
    """A model reply, and a standard step that data/safety.yml calls contact; elsewhere both are fine."""
    text = action("use: leg-vast", "Neem de link mee.", contact="none", reply="Haal dit weg.")
    assert [7, 9] == [line for _, line, _ in found("W406", text)]
    assert [] == found("W406", text.replace("    contact: none\n", ""))
    closing = action("Neem de link mee.", contact="none") + "closing: [{use: leg-vast}]\n"
    assert [9] == [line for _, line, _ in found("W406", closing)]
    assert [] == found("W406", closing.replace("    contact: none\n", ""))


@pytest.mark.parametrize(("guard", "lines"), [("none: [dringend]", []), ("all: [dringend]", [14])])
def test_a_closing_step_that_nobody_sees_there_is_fine(guard, lines):
    """What closes every result counts when a reader who ends where contact is forbidden can see it."""
    text = """
    title: Boom
    start: soort
    questions:
      soort:
        text: Wat zie je?
        answers:
          dreiging: {text: Een dreigement, marks: [dringend], to: politie}
          vraag: {text: Een vraag, to: antwoord}
    marks: {dringend: {text: het dringend is}}
    actions:
      politie: {title: Ga naar de politie, contact: none, steps: [Neem de link mee.]}
      antwoord: {title: Antwoord, steps: [Antwoord.]}
    closing:
      - {use: leg-vast, when: {%s}}
    """
    assert lines == [line for _, line, _ in found("W406", text % guard)]


# -- hand-overs -------------------------------------------------------------------------------------------------

GATE = """
title: %s
start: soort
questions:
  soort:
    text: Wat zie je?
    answers:
      haat: {text: Haat, to: weg}
      vraag: {text: Een vraag, to: klaar}
actions:
  weg: {title: Ga verder, steps: [Ga verder.], to: %s/soort}
  klaar: {title: Klaar, steps: [Klaar.]}
"""


def loops(**trees):
    return [(p.path, p.line, p.message) for p in problems(trees.pop("boom"), **trees) if p.code == "W212"]


def test_a_loop_over_three_trees_is_told_once_with_every_place():
    """The message stands at the first tree and names each hand-over with its file and line, in order."""
    (told,) = loops(boom=GATE % ("Boom", "drie"), drie=GATE % ("Drie", "twee"), twee=GATE % ("Twee", "boom"))
    assert ("trees/boom.yml", 10) == told[:2]
    places = "boom/weg (trees/boom.yml:10) → drie/weg (trees/drie.yml:10) → twee/weg (trees/twee.yml:10) → boom/weg"
    assert places in told[2]


def test_two_loops_are_told_apart():
    """Loops that share no hand-over have a message each."""
    told = loops(
        boom=GATE % ("Boom", "drie"),
        drie=GATE % ("Drie", "boom"),
        elf=GATE % ("Elf", "twaalf"),
        twaalf=GATE % ("Twaalf", "elf"),
    )
    assert ["trees/boom.yml", "trees/elf.yml"] == [path for path, _, _ in told]


def test_hand_overs_that_end_are_no_loop():
    """A chain is fine, and so is coming back to a step from which that hand-over cannot be reached."""
    end = "title: Eind\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [Klaar.]}\n"
    assert [] == loops(
        boom=GATE % ("Boom", "drie"), drie=(GATE % ("Drie", "eind")).replace("eind/soort", "eind/klaar"), eind=end
    )
    back = (GATE % ("Drie", "boom")).replace("boom/soort", "boom/klaar")
    assert [] == loops(boom=GATE % ("Boom", "drie"), drie=back)


def test_a_hand_over_to_a_tree_that_cannot_be_read_is_no_loop():
    """Nothing is guessed of a broken tree."""
    assert [] == loops(boom=GATE % ("Boom", "drie"), drie="title: [open\n")


def test_names_in_the_safety_file_must_exist():
    """A standard step that data/safety.yml names and that is not there gives W119."""
    loaded = load(ONE_STEP % "Klaar.", **{**DATA, "safety": DATA["safety"].replace("ask: leg-vast", "ask: weg")})
    assert [("data/safety.yml", "W119")] == [(p.path, p.code) for p in check(loaded) if p.code == "W119"]
