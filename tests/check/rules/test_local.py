"""The file of one who publishes the trees as its own: what is wrong with it is told all at once, each with its place."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from helpers import ROOT, own_project
from wegwijzer.check.checker import check, check_local
from wegwijzer.cli.main import main
from wegwijzer.compile.choices import local_choices, meaning
from wegwijzer.compile.contacts import joined
from wegwijzer.load import LoadedFile, load_paths
from wegwijzer.model import UNDECIDED, Contact
from wegwijzer.model.local import Choice, LocalContact, LocalFile
from wegwijzer.testing import load, places, problems, write

POLICY = """\
title: Onze keuzes
start: zicht
questions:
  zicht:
    text: Verberg je een kwetsend bericht?
    default: verbergen
    answers:
      verbergen: {text: Verbergen, argument: Anderen zien het niet.}
      laten-staan: {text: Laten staan, argument: Het gesprek blijft open.}
      nog-niet-beslist: {text: Nog niet beslist}
    to: termijn
  termijn:
    text: Binnen hoeveel uur antwoorden jullie?
    fill: {kind: number, max: 3, unit: uur}
    default: "24"
    to: kanalen
  kanalen:
    text: Welke kanalen gebruiken jullie?
    choose: many
    default: facebook
    answers:
      facebook: {text: Facebook, argument: Veel inwoners.}
      instagram: {text: Instagram, argument: Jongeren.}
      geen: {text: Geen, argument: Minder werk., exclusive: true}
    to: klaar
actions:
  klaar: {title: Onze afspraken, steps: [{text: Bespreek ze in het team.}]}
"""
TREE = """\
title: Voorbeeld
uses: [keuzes]
start: zicht
questions:
  zicht:
    policy: keuzes.zicht
    ask: never
    answers:
      verbergen: {to: verberg}
      laten-staan: {to: luister}
actions:
  verberg: {title: Verberg, steps: [{text: Verberg het bericht.}]}
  luister: {title: Luister, steps: [{text: "Antwoord binnen $keuzes.termijn uur via $keuzes.kanalen."}]}
"""
PROJECT = {"trees/keuzes.yml": POLICY, "trees/boom.yml": TREE}
HEAD = """\
name: Voorbeeldegem
publisher: {name: Gemeente Voorbeeldegem, address: Voorbeeldplein 1, email: info@voorbeeldegem.example}
accessibility: {email: web@voorbeeldegem.example}
"""
NOW = {name: meaning(question) for name, question in local_choices(load(PROJECT).library).items()}


def told(local, **more):
    """The places and codes of what is wrong with a file."""
    return places(problems({**PROJECT, "local.yml": local, **more}))


def choices(*lines):
    return HEAD + "choices:\n" + "\n".join(lines) + "\n"


def decided(name, answer, who="het managementteam"):
    return f"  {name}: {{answer: {answer}, who: {who}, when: 2026-11-30, as: {NOW[name]}}}"


def test_right_file_says_nothing():
    """One answer, a text of one's own and a list; a number needs no quotation marks, and undecided is an answer."""
    right = choices(
        decided("keuzes.zicht", "laten-staan"), decided("keuzes.termijn", 48), decided("keuzes.kanalen", "[facebook]")
    )
    assert told(right) == []
    assert told(choices("  keuzes.zicht: {answer: nog-niet-beslist}", "  keuzes.termijn: {who: het college}")) == []


def test_all_that_is_wrong_is_told_at_once():
    """A dozen faults, a message each, at its own line and column."""
    wrong = """\
name: Voorbeeldegem
logo: ../elders.svg
colours: {main: "#5fb6c4", second: rood}
contacts:
  jeugd: {name: Jeugddienst}
  wij: {name: Wij, for: Voor vragen., url: "javascript:alert(1)"}
publisher: {name: Gemeente, address: Plein 1, email: info@voorbeeldegem.example}
accessibility: {}
choices:
  keuzes.zich: {answer: verbergen}
  keuzes.zicht: {answer: wissen, who: Jan Peeters, when: 2026-11-30, as: 0000-0000}
  keuzes.termijn: {answer: veel, who: het college, when: 2026-13-45, as: NU}
  keuzes.kanalen: {answer: [facebook, geen], who: het college, when: 2026-11-30, as: NU}
"""
    for name in ("keuzes.termijn", "keuzes.kanalen"):
        wrong = wrong.replace("NU", NOW[name], 1)
    assert told(wrong) == [
        "local.yml:2:7 W607",
        "local.yml:3:17 W606",
        "local.yml:3:36 W011",
        "local.yml:5:3 W608",
        "local.yml:6:44 W011",
        "local.yml:8:1 W609",
        "local.yml:10:3 W601",
        "local.yml:11:26 W602",
        "local.yml:11:39 W605",
        "local.yml:11:74 W603",
        "local.yml:12:28 W602",
        "local.yml:12:58 W011",
        "local.yml:13:28 W602",
    ]


def test_nearest_choice_and_answer_are_named():
    """A slip of the pen gets the name that was meant."""
    found = problems({**PROJECT, "local.yml": choices("  keuzes.zich: verbergen", "  keuzes.zicht: verberge")})
    hints = {problem.code: problem.hint for problem in found}
    assert "keuzes.zicht" in hints["W601"]
    assert "verbergen" in hints["W602"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Verberg je een kwetsend bericht?", "Verberg je een kwetsend bericht", []),
        ("Anderen zien het niet.", "Niemand ziet het nog.", []),
        ("default: verbergen", "default: laten-staan", []),
        ("Verberg je een kwetsend bericht?", "Verberg je een strafbaar bericht?", ["W603"]),
        ("{text: Laten staan,", "{text: Laten staan en antwoorden,", ["W603"]),
        (
            "      nog-niet",
            "      doorgeven: {text: Doorgeven, argument: Zo beslist één team.}\n      nog-niet",
            ["W603"],
        ),
        ("laten-staan", "laten", ["W602", "W603"]),
    ],
)
def test_choice_that_changed_asks_for_a_decision(old, new, expected):
    """Other answers or other words are told; a comma, an argument or another default is not."""
    local = choices(decided("keuzes.zicht", "laten-staan"))
    tree = TREE.replace("laten-staan", "laten") if new == "laten" else TREE
    more = {"trees/keuzes.yml": POLICY.replace(old, new), "trees/boom.yml": tree}
    found = [problem for problem in problems({**PROJECT, "local.yml": local, **more}) if problem.path == "local.yml"]
    assert sorted(problem.code for problem in found) == expected
    if expected[-1:] == ["W603"]:
        now = meaning(local_choices(load({**PROJECT, **more}).library)["keuzes.zicht"])
        assert f"`as: {now}`" in next(problem for problem in found if problem.code == "W603").hint


def test_choice_that_was_removed_is_told_with_its_tree_too():
    """A question that is gone and a tree that is gone are errors; one that could not be read is told of by itself."""
    assert told(choices("  weg.zicht: verbergen"))[0].endswith("W601")
    broken = told(choices("  keuzes.zicht: verbergen"), **{"trees/keuzes.yml": "title: [\n"})
    assert not [place for place in broken if place.startswith("local.yml")]


def test_so_much_that_is_unknown_is_told_in_part():
    """Two hundred messages are enough for a file that is something else."""
    found = told(HEAD + "choices:\n" + "".join(f"  keuzes.x{number}: ja\n" for number in range(300)))
    assert len(found) == 200


@pytest.mark.parametrize(
    "who", ["Jan Peeters", "Els van den Berg", "mevr. Janssens", "jan@voorbeeldegem.example", "Fatima El Amrani"]
)
def test_person_is_no_role(who):
    """A name, a title with a name and a mail address are refused."""
    assert [place.split()[1] for place in told(choices(decided("keuzes.zicht", "verbergen", who)))] == ["W605"]


@pytest.mark.parametrize(
    "who", ["het managementteam", "college van burgemeester en schepenen", "dienst Communicatie", "College", "de CEO"]
)
def test_role_is_a_role(who):
    """A role begins with a small letter, or is one word."""
    assert told(choices(decided("keuzes.zicht", "verbergen", who))) == []


HOSTILE = [
    (choices("  keuzes.zicht: {answer: {a: b}}"), "W007"),
    (choices("  keuzes.zicht: []"), "W009"),
    (choices("  <script>: verbergen"), "W011"),
    (choices("  constructor.zicht: verbergen"), "W601"),
    (HEAD + "contacts: {constructor: {name: A, for: B., phone: '101'}}\n", "W011"),
    (HEAD + "contacts: {x: {name: A, for: B., phone: 'tel:101;x'}}\n", "W011"),
    (HEAD + "services: {x: {name: A, for: '<img src=x onerror=alert(1)>', url: '//elders.example'}}\n", "W011"),
    (HEAD + "services: {x: {name: A, for: 'Bel <script>alert(1)</script>.'}}\n", "W402"),
    (choices("  keuzes.termijn: '<script>alert(1)</script>'"), "W402"),
    (HEAD + "logo: /etc/passwd\n", "W607"),
    (HEAD + "name: Nog een\n", "W004"),
    (HEAD + "choices: &a {keuzes.zicht: *a}\n", "W005"),
    ("name: x\n" * 2 + "? [\n", "W002"),
    ("[]", "W007"),
    ("", "W002"),
]


@pytest.mark.parametrize(("local", "code"), HOSTILE)
def test_hostile_file_gets_a_message(local, code):
    """Whatever stands there, the checker says what is wrong and where, and never raises."""
    found = problems({**PROJECT, "local.yml": local})
    assert code in {problem.code for problem in found}
    assert all(problem.path == "local.yml" and problem.line >= 1 for problem in found)


LOGOS = [
    ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z" fill="#000"/></svg>', ""),
    ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>', ""),
    ("map/logo.png", b"\x89PNG\r\n\x1a\n", ""),
    ("logo.svg", b"<svg><script>alert(1)</script></svg>", "W607"),
    ("logo.svg", b'<svg onload="alert(1)"/>', "W607"),
    ("logo.svg", b'<svg><image href="https://elders.example/a.png"/></svg>', "W607"),
    ("logo.svg", b'<svg><a xlink:href="javascript:alert(1)"/></svg>', "W607"),
    ("logo.svg", b"<svg><style>@import 'x'</style></svg>", "W607"),
    ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "W607"),
    ("logo.png", b"<svg/>", "W607"),
    ("logo.gif", b"GIF89a", "W607"),
    ("logo.png", b"\x89PNG\r\n\x1a\n" + bytes(500_000), "W607"),
]


@pytest.mark.parametrize(("name", "content", "code"), LOGOS, ids=range(len(LOGOS)))
def test_logo_is_a_still_picture(tmp_path, name, content, code):
    """A picture beside the file may be shown; one that runs, fetches or is something else may not."""
    root = write(tmp_path / "project", PROJECT)
    own = tmp_path / "elders"
    (own / name).parent.mkdir(parents=True)
    (own / name).write_bytes(content)
    local = own / "local.yml"
    local.write_text(f"{HEAD}logo: {name}\n", encoding="utf-8")
    assert [problem.code for problem in check(load_paths([root], cwd=root, local=local))] == ([code] if code else [])


def test_emergency_number_stays_what_it_is():
    """A contact may get other words; the number of one for emergencies may not."""
    contacts = 'contacts:\n  hulp: {name: Noodnummer, for: Bel bij gevaar., phone: "112"}\n'
    safety = """\
numbers: {hulp: {number: "112", use: hulp, words: [gevaar]}}
calls: [bel]
evidence: {words: [foto], who: [kind], what: [naakt], ask: kijk}
"""
    steps = "steps: {kijk: {text: Kijk eerst.}}\n"
    more = {"data/contacts.yml": contacts, "data/safety.yml": safety, "data/steps.yml": steps}
    wrong = told(HEAD + 'contacts: {hulp: {phone: "0900 12345"}}\n', **more)
    assert "local.yml:4:26 W608" in wrong
    right = told(HEAD + 'contacts: {hulp: {phone: "112", for: Bel bij gevaar in het gemeentehuis.}}\n', **more)
    assert not [place for place in right if place.startswith("local.yml")]


def test_command_reads_a_file_wherever_it_stands(tmp_path, monkeypatch, capsys):
    """`check --local` needs no other path; a file that is not there is a wrong use, a wrong one gives status 1."""
    root = write(tmp_path / "project", PROJECT)
    local = tmp_path / "elders.yml"
    local.write_text(choices(decided("keuzes.zicht", "verbergen")), encoding="utf-8")
    monkeypatch.chdir(root)
    assert main(["check", "--local", str(local)]) == 0
    local.write_text(choices("  keuzes.zich: verbergen"), encoding="utf-8")
    assert main(["check", "--local", str(local)]) == 1
    out = capsys.readouterr().out
    assert f"{local.as_posix()}:5:3:" in out
    assert "keuzes.zich: verbergen" in out  # the line itself is shown
    assert main(["check", "--local", str(tmp_path / "weg.yml")]) == 2


def test_file_counts_only_for_who_names_it():
    """A project is what it was, whoever else has choices of its own."""
    assert load(PROJECT).local is None
    assert problems(PROJECT) == []


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
    assert joined(contact, LocalContact(phone="09 000 00 01")) == Contact("Hulp", "Voor raad.", phone="09 000 00 01")
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
