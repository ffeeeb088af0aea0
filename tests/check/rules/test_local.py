"""The file of one who publishes the trees as its own: what is wrong with it is told all at once, each with its place."""

from __future__ import annotations

import pytest

from municipality import HEAD, NOW, POLICY, PROJECT, TREE, choices, decided, told
from wegwijzer.check.checker import check
from wegwijzer.cli.main import main
from wegwijzer.compile.choices import local_choices, meaning
from wegwijzer.load import load_paths
from wegwijzer.testing import load, problems, write


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
