"""The buttons that repair: pressed by somebody who knows nothing of YAML, each takes its problem away and breaks nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.check.checker import check
from wegwijzer.problems import Problem
from wegwijzer.workbench.desk import Desk, project
from wegwijzer.workbench.edit import edit
from wegwijzer.workbench.repair import fixes, words_meant
from wegwijzer.workbench.text import Units
from wegwijzer.workbench.told import told

PATH = "trees/voorbeeld.yml"
RIGHT = """\
# 😀 een opmerking
title: Voorbeeld
start: toon
marks:
  fel: {text: het bericht fel is}
questions:
  toon:
    text: Welke toon heeft het bericht?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: dank, marks: [fel]}
      vlak:
        text: Vlak
        to:
          - when: {any: [fel, toon.boos]}
            to: luister
          - to: dank
actions:
  luister: {title: Luister, steps: [{text: Luister goed., within: 24h, when: {none: [fel]}}, Blijf rustig.]}
  dank:
    title: Dank de schrijver
    urgency: later
    steps:
      - Zeg dank je.
      - text: Zeg ook waarom.
    help: Het kost je weinig tijd.
"""
TYPED = {
    "een tikfout in een route": ("to: luister}", "to: luistr}"),
    "een tikfout in een route met voorwaarde": ("            to: luister", "            to: luisterr"),
    "een tikfout in een feit": ("toon.boos", "toon.bos"),
    "een tikfout in een merkteken": ("marks: [fel]", "marks: [fell]"),
    "een Nederlandse sleutel": ("    text: Welke", "    tekst: Welke"),
    "een Nederlandse sleutel tussen haken": ("{title: Luister", "{titel: Luister"),
    "een komma in een tekst": ("text: Boos, to", "text: Boos, en fel, to"),
    "een dubbele punt in een tekst": ("text: Welke toon", "text: Let op: welke toon"),
    "een dubbele punt in een stap": ("- Zeg dank je.", "- Zeg dit: dank je."),
    "een dubbele punt tussen haken": ("text: Boos, to", "text: Let op: boos, to"),
    "een woord dat YAML anders leest": ("text: Blij", "text: off"),
    "een getal als tekst": ("text: Vlak", "text: 112"),
    "een hekje in een tekst": ("title: Dank de", "title: Dank #1 de"),
    "een tekst die met een hekje begint": ("text: Vlak", "text: #vlak"),
    "een tab": ("    text: Welke", "\ttext: Welke"),
    "geen spatie": ("    text: Welke", "    text:Welke"),
    "geen spatie tussen haken": ("{title: Luister", "{title:Luister"),
    "geen dubbele punt": ("actions:", "actions"),
    "een keuze die niet bestaat": ("urgency: later", "urgency: laters"),
    "een hoofdletter in een naam": ("to: dank,", "to: Dank,"),
    "een apostrof": ("help: Het kost", "help: 't Kost"),
    "een open aanhalingsteken": ("help: Het", 'help: "Het'),
    "een teken vooraan": ("help: Het", "help: @het"),
    "een lange zin": (
        "Het kost je weinig tijd.",
        "Het kost je weinig tijd om de schrijver te bedanken voor de moeite die het bericht hem of haar gekost heeft, maar het doet de mensen die meelezen veel deugd.",
    ),
    "een lange zin over twee regels": (
        "Het kost je weinig tijd.",
        "Het kost je weinig tijd om de schrijver te bedanken voor de moeite die het bericht hem of haar gekost heeft,\n      want iedereen die meeleest ziet dat je iemand die de moeite doet ook echt gelezen hebt.",
    ),
}


def desk_with(folder: Path, text: str) -> Desk:
    desk = Desk(folder)
    project(desk, {"files": {PATH: text}})
    return desk


def found(folder: Path, text: str):
    desk = desk_with(folder, text)
    return desk, check(desk.loaded())


def pressed(text: str, edit: dict) -> str:
    """The text after an edit of a piece of it."""
    assert edit["op"] == "text"
    units = Units(text)
    return text[: units.offset(edit["from"])] + edit["insert"] + text[units.offset(edit["to"]) :]


@pytest.mark.parametrize(("right", "wrong"), TYPED.values(), ids=TYPED)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_button_takes_its_problem_away(tmp_path, right, wrong, ends):
    assert RIGHT.count(right) == 1
    before = {problem.message for problem in found(tmp_path, RIGHT)[1]}
    text = RIGHT.replace(right, wrong).replace("\n", ends)
    desk, problems = found(tmp_path, text)
    new = [each for each in problems if each.message not in before]
    offered = [fix for problem in new for fix in fixes(desk, problem)]
    assert offered, new
    assert offered[0]["label"]
    after = pressed(text, offered[0]["edit"])
    left = [each for each in found(tmp_path, after)[1] if each.message not in before]
    assert not left, after


STRUCTURAL = {
    "een vraag die niemand bereikt": (
        (
            "actions:\n",
            "  los: {text: Los?, answers: {ja: {text: Ja, to: dank}, nee: {text: Nee, to: luister}}}\nactions:\n",
        ),
        "W202",
        "Verwijder een vraag",
    ),
    "een actie die niemand bereikt": (
        ("actions:\n", "actions:\n  los: {title: Los, steps: [Laat het los.], sources: [redactie]}\n"),
        "W205",
        "Verwijder een actie",
    ),
}


@pytest.mark.parametrize(("change", "code", "label"), STRUCTURAL.values(), ids=STRUCTURAL)
def test_what_nobody_reaches_goes_with_one_press(tmp_path, change, code, label):
    desk, problems = found(tmp_path, RIGHT.replace(*change, 1))
    problem = next(told(desk, each) for each in problems if each.code == code)
    fix = next(fix for fix in problem["fixes"] if fix["label"] == label)
    assert "error" not in edit(desk, {"path": PATH, "edit": fix["edit"]})
    assert desk.texts[PATH] == RIGHT


def test_an_answer_without_a_way_on_can_lead_to_what_nobody_reaches(tmp_path):
    text = RIGHT.replace("blij: {text: Blij, to: dank, marks", "blij: {text: Blij, marks")
    text = text.replace("actions:\n", "actions:\n  los: {title: Los, steps: [Laat het los.]}\n", 1)
    desk, problems = found(tmp_path, text)
    assert any(each.code == "W109" for each in problems)
    problem = Problem(PATH, text[: text.index("  los:")].count("\n") + 1, 3, "W205", "error", "Niemand bereikt dit.")
    first = told(desk, problem)["fixes"][0]
    assert first["label"] == "Laat ‘Blij’ hierheen leiden"
    edit(desk, {"path": PATH, "edit": first["edit"]})
    assert "blij: {text: Blij, to: los, marks: [fel]}" in desk.texts[PATH]
    assert not [each for each in check(desk.loaded()) if each.code in ("W109", "W205")]


SPLIT = RIGHT.replace("blij: {text: Blij, to: dank", "blij: {text: Blij, to: echt").replace(
    "actions:\n",
    "  echt: {text: Is het gemeend?, answers: {ja: {text: Ja, to: dank}, nee: {text: Nee, to: luister}, wie-weet: {text: Wie weet, to: dank}}}\nactions:\n",
    1,
)


def case_of(title: str, ends_in: str = "dank") -> str:
    return f"  - title: {title}\n    answers: {{toon: blij}}\n    ends_in: {ends_in}\n"


def test_an_example_that_stops_gets_an_answer_with_which_it_ends_right(tmp_path):
    """Somebody put a question between an answer and what followed: one press an answer, for all examples that stop there."""
    text = SPLIT + "cases:\n" + case_of("Een compliment")
    desk, problems = found(tmp_path, text)
    problem = next(told(desk, each) for each in problems if each.code == "W301")
    assert [fix["label"] for fix in problem["fixes"]] == ["Antwoord ‘Ja’", "Antwoord ‘Wie weet’"]
    edit(desk, {"path": PATH, "edit": problem["fixes"][1]["edit"]})
    assert desk.texts[PATH] == text.replace("{toon: blij}", "{toon: blij, echt: wie-weet}")
    assert "W301" not in {each.code for each in check(desk.loaded())}

    others = "".join(case_of(f"Bericht {number}") for number in range(3)) + case_of("Een grap", "luister")
    desk, problems = found(tmp_path, text + others)
    first, *_, last = [told(desk, each) for each in problems if each.code == "W301"]
    assert first["fixes"][0]["label"] == "Antwoord ‘Ja’, ook waar anderen hier stoppen (samen 4)"
    assert [fix["label"] for fix in last["fixes"]] == ["Antwoord ‘Nee’"]
    edit(desk, {"path": PATH, "edit": first["fixes"][0]["edit"]})
    assert desk.texts[PATH].count("{toon: blij, echt: ja}") == 4
    assert [each.message for each in check(desk.loaded()) if each.code == "W301"] == [
        "Voorbeeld ‘Een grap’ stopt bij de vraag ‘echt’"
    ]


def test_an_entry_that_stops_gets_an_answer_with_which_it_goes_on(tmp_path):
    entry = "entries:\n  gemeend:\n    text: Iemand meent het\n    answers: {toon: blij, nog: ja}\n"
    text = SPLIT.replace("ja: {text: Ja, to: dank}", "ja: {text: Ja, to: nog}").replace(
        "actions:\n",
        "  nog: {text: Nog iets?, answers: {ja: {text: Ja, to: dank}, nee: {text: Nee, to: luister}}}\nactions:\n",
        1,
    )
    desk, problems = found(tmp_path, text + entry)
    problem = next(told(desk, each) for each in problems if each.code == "W216")
    assert [fix["label"] for fix in problem["fixes"]] == ["Antwoord ‘Ja’"]
    edit(desk, {"path": PATH, "edit": problem["fixes"][0]["edit"]})
    assert "answers: {toon: blij, nog: ja, echt: ja}" in desk.texts[PATH]
    assert "W216" not in {each.code for each in check(desk.loaded())}


def test_what_rests_on_no_source_can_be_said_to_be_ours(tmp_path):
    sources = "sources:\n  wij: {title: Van onszelf, kind: redactie}\n"
    desk = Desk(tmp_path)
    settings = 'name = "Voorbeeld"\n[rules]\nW304.level = "error"\n'
    project(desk, {"files": {PATH: RIGHT, "data/sources.yml": sources, "wegwijzer.toml": settings}})
    problem = next(told(desk, each) for each in check(desk.loaded()) if each.code == "W304")
    edit(desk, {"path": problem["path"], "edit": problem["fixes"][0]["edit"]})
    assert "sources: [wij]" in desk.texts[PATH]


def test_what_a_hint_meant():
    assert words_meant("Bedoelde je ‘luister’?") == ["luister"]
    assert words_meant("Bedoelde je ‘dank’ of ‘danken’?") == ["dank", "danken"]
    assert words_meant("Schrijf iets anders.") == []
