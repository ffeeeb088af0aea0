"""Trees under the choices of one who publishes them as its own: still whole, and shown as they are there."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from helpers import ROOT, own_project
from municipality import HEAD, POLICY, PROJECT, TREE, choices, decided, told
from wegwijzer.check.checker import check_local
from wegwijzer.cli.main import main
from wegwijzer.compile.choices import local_choices, meaning
from wegwijzer.compile.contacts import joined
from wegwijzer.load import LoadedFile
from wegwijzer.model import UNDECIDED, Contact
from wegwijzer.model.local import Choice, LocalContact, LocalFile
from wegwijzer.model.registers import OWN
from wegwijzer.testing import load, problems, write

GAP = """\
title: Voorbeeld
uses: [keuzes]
start: zicht
questions:
  zicht:
    policy: keuzes.zicht
    answers: {verbergen: {to: wie}, laten-staan: {to: luister}, nog-niet-beslist: {to: wie}}
  wie:
    text: Wie volgt dit op?
    fill: {kind: text}
    to: luister
actions:
  luister: {title: Luister, steps: [{text: "Bespreek het met $wie."}]}
"""
EMPTY = """\
title: Voorbeeld
uses: [keuzes]
start: zicht
questions:
  zicht:
    policy: keuzes.zicht
    answers: {verbergen: {to: klaar}, laten-staan: {to: klaar}, nog-niet-beslist: {to: klaar}}
actions:
  klaar:
    title: Klaar
    steps: [{text: Verberg het., when: {all: [keuzes.zicht.verbergen]}}]
"""
DEAD = """\
title: Voorbeeld
uses: [keuzes]
start:
  - {when: {all: [keuzes.zicht.verbergen]}, to: klaar}
actions: {klaar: {title: Klaar, steps: [{text: Verberg het.}]}}
"""
LOOP = """\
title: Voorbeeld
uses: [keuzes]
start: toon
questions:
  toon: {text: Welke toon?, answers: {grof: {text: Grof, to: rust}, mild: {text: Mild, to: rust}}}
actions:
  rust:
    title: Rust
    steps: [{text: Wacht even.}]
    to: [{when: {all: [keuzes.zicht.verbergen]}, to: klaar}, {to: toon}]
  klaar: {title: Klaar, steps: [{text: Verberg het.}]}
"""


@pytest.mark.parametrize(
    ("tree", "answer", "code", "place"),
    [
        (GAP, "laten-staan", "W610", "trees/boom.yml:13"),
        (GAP, "verbergen", "", ""),
        (EMPTY, "laten-staan", "W208", "trees/boom.yml:9"),
        (EMPTY, "verbergen", "", ""),
        (DEAD, "laten-staan", "W201", "trees/boom.yml:3"),
        (DEAD, "verbergen", "", ""),
        (LOOP, "laten-staan", "W206", "trees/boom.yml:5"),
        (LOOP, "verbergen", "", ""),
    ],
)
def test_tree_that_is_not_whole_under_a_choice_is_told_with_both_places(tree, answer, code, place):
    """The choice that a fault rests on, and where in the tree it is; with another choice there is none."""
    local = choices(decided("keuzes.zicht", answer))
    found = problems({"trees/keuzes.yml": POLICY, "trees/boom.yml": tree, "local.yml": local})
    mine = [problem for problem in found if problem.path == "local.yml"]
    assert [problem.code for problem in mine] == ([code] if code else [])
    if code:
        assert f"{mine[0].line}:{mine[0].column}" == "5:26"
        assert place in mine[0].message


def test_text_without_a_value_is_told_once_filled_in_never():
    """What a municipality need not fill in has no default, so a text that needs it asks for it."""
    policy = POLICY.replace(
        'fill: {kind: number, max: 3, unit: uur}\n    default: "24"', "fill: {kind: number, optional: true}"
    )
    more = {"trees/keuzes.yml": policy}
    assert [place.split()[1] for place in told(HEAD, **more)] == ["W610"]
    now = meaning(local_choices(load({**PROJECT, **more}).library)["keuzes.termijn"])
    local = choices(f"  keuzes.termijn: {{answer: 12, who: het college, when: 2026-11-30, as: {now}}}")
    assert told(local, **more) == []


def test_fifty_choices_take_seconds():
    """The trees of this site under all their choices, each with its second answer: nothing is wrong, and it is quick."""
    library = own_project().library
    every = local_choices(library)
    assert len(every) > 50
    rows = {}
    for name, question in every.items():
        keys = [key for key in question.answers if key != UNDECIDED]
        fills = {"number": "7", "url": "https://voorbeeldegem.example", "email": "a@b.example", "date": "2026-11-30"}
        answer = fills.get(question.fill.kind, "de dienst") if question.fill else keys[min(1, len(keys) - 1)]
        rows[name] = Choice((answer,), "het college", "2026-11-30", meaning(question))
    file = LoadedFile(ROOT / "local.yml", "local.yml", LocalFile, LocalFile("Voorbeeldegem", choices=rows))
    started = process_time()
    found = list(check_local(file, replace(own_project(), local=file)))
    assert process_time() - started < 20
    assert [problem for problem in found if problem.level == "error"] == []


def test_contact_with_another_number_is_not_checked():
    """What somebody checked was the number of the project; another name or other words change nothing about it."""
    contact = Contact("Hulp", "Voor raad.", phone="09 000 00 02", checked="2026-01-01")
    assert joined(contact, LocalContact(phone="09 000 00 01")) == Contact(
        "Hulp", "Voor raad.", phone="09 000 00 01", checked=OWN
    )
    assert joined(contact, LocalContact(name="Onze hulp")).checked == "2026-01-01"
    assert joined(contact, LocalContact()) == contact


def test_command_shows_a_tree_under_the_choices(tmp_path, monkeypatch, capsys):
    """Text, diagram and walk are those of what is left, with the own contacts; wrong choices are told, and nothing is shown."""
    contacts = 'contacts:\n  hulp: {name: Hulp, for: Voor raad., phone: "09 000 00 02", checked: 2026-01-01}\n'
    tree = TREE.replace("luister: {title", "luister: {contacts: [hulp], title")
    root = write(tmp_path / "project", {**PROJECT, "trees/boom.yml": tree, "data/contacts.yml": contacts})
    local = tmp_path / "elders.yml"
    made = choices(decided("keuzes.zicht", "laten-staan"), decided("keuzes.termijn", "48"))
    local.write_text(made + 'contacts: {hulp: {name: Onze hulp, phone: "09 000 00 01"}}\n', encoding="utf-8")
    monkeypatch.chdir(root)
    assert main(["text", "trees/boom.yml", "--local", str(local)]) == 0
    assert "Onze hulp" in capsys.readouterr().out
    assert main(["html", "trees/boom.yml", "--local", str(local)]) == 0
    assert "tel:090000001" in capsys.readouterr().out.replace("%20", "")
    for command in ("text", "dot", "html"):
        assert main([command, "trees/boom.yml", "--local", str(local)]) == 0
        out = capsys.readouterr().out
        assert "Luister" in out
        assert "Verberg" not in out
    assert main(["text", "trees/boom.yml"]) == 0
    assert "Verberg" in capsys.readouterr().out
    assert main(["walk", "trees/boom.yml", "--local", str(local), "--answers", "{}"]) == 0
    assert "Antwoord binnen 48 uur" in capsys.readouterr().out
    local.write_text(choices("  keuzes.zich: verbergen"), encoding="utf-8")
    assert main(["text", "trees/boom.yml", "--local", str(local)]) == 1
    assert ("", True) == ((said := capsys.readouterr()).out, "W601" in said.err)
