"""A file that a reader brings to a page, and the one that the page gives: what is in it comes back, and nothing wrong gets in."""

from __future__ import annotations

from base64 import b64encode

import pytest

from helpers import ROOT, mostly_slow
from wegwijzer.check.local_file import read, write
from wegwijzer.compile.choices import choices_in, local_choices, meaning
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.load import load_paths
from wegwijzer.testing import load, problems

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
    to: team
  team:
    text: Hoe heet het team?
    fill: {kind: text, max: 60}
    default: het team
    to: kanalen
  kanalen:
    text: Welke kanalen gebruiken jullie?
    choose: many
    default: facebook
    answers:
      facebook: {text: Facebook, argument: Veel inwoners.}
      instagram: {text: Instagram, argument: Jongeren.}
      nog-niet-beslist: {text: Nog niet beslist}
    to: klaar
actions:
  klaar: {title: Onze afspraken, steps: [{text: Bespreek ze in het team.}]}
"""
USING = """\
title: Voorbeeld
uses: [keuzes]
start: klaar
actions:
  klaar: {title: Klaar, steps: [{text: "Vraag $keuzes.team."}]}
"""
FILES = {"trees/keuzes.yml": POLICY, "trees/boom.yml": USING}
LIBRARY = load(FILES).library
TREE = compile_tree("keuzes", LIBRARY)
NOW = {name: meaning(question) for name, question in choices_in(TREE).items()}
FILE = f"""\
# Van ons
name: Voorbeeldegem
choices:
  keuzes.zicht:
    answer: laten-staan
    who: het managementteam
    when: 2026-11-02
    as: {NOW["keuzes.zicht"]}
  keuzes.kanalen: [facebook, instagram]
  keuzes.team: nog-niet-beslist

# Wie je belt
contacts:
  unia:
    for: Bel eerst onze dienst. # op werkdagen
"""


def brought(text: str | bytes) -> dict:
    raw = text.encode() if isinstance(text, str) else text
    return read([TREE], {"file": b64encode(raw).decode()})


def given(choices: dict, rest: str = "", name: str = "Voorbeeldegem") -> dict:
    return write([TREE], {"choices": choices, "rest": rest, "name": name})


def decided(value, who: str = "", when: str = "", meant: str = "") -> dict:
    return {"value": value, "who": who, "when": when, "as": meant}


def test_a_file_says_what_was_decided_and_by_whom():
    """Each choice with its value, role, day and meaning; one that is not decided has no value."""
    found = brought(FILE)
    assert found["problems"] == []
    assert found["choices"] == {
        "keuzes.zicht": decided("laten-staan", "het managementteam", "2026-11-02", NOW["keuzes.zicht"]),
        "keuzes.kanalen": decided(("facebook", "instagram")),
        "keuzes.team": decided(None),
    }


def test_the_rest_of_a_file_stays_as_it_was_written():
    """With its remarks; only those between the choices are lost, and that is told."""
    found = brought(FILE)
    assert found["rest"] == FILE.partition("choices:")[0] + "\n# Wie je belt" + FILE.partition("# Wie je belt")[2]
    assert (found["keys"], found["remarks"]) == (["name", "contacts"], False)
    assert brought(FILE.replace("  keuzes.team", "  # later\n  keuzes.team"))["remarks"]


def test_what_is_written_reads_as_it_was():
    """A file with all that was read says the same again, to the letter of what is not a choice."""
    found = brought(FILE)
    again = given(found["choices"], found["rest"], "")
    assert again["problems"] == []
    assert brought(again["text"]) == found


@pytest.mark.parametrize(
    "text",
    [
        'de "ploeg"',
        "a: b # c",
        "- 24",
        "'t Pleintje",
        "ja",
        "é\u00a0🙂",
        "{x}",
        "*&!",
        "back\\slash",
        "2026-11-02",
        "~",
    ],
)
def test_any_text_of_a_reader_can_be_written(text):
    """Whatever somebody calls a team: quotes, signs of YAML, other letters."""
    made = given(
        {"keuzes.team": decided(text, "de dienst: wie belt # er", "2026-11-02", NOW["keuzes.team"])}, name=text
    )
    assert made["problems"] == []
    found = brought(made["text"])
    assert found["choices"]["keuzes.team"]["value"] == text.replace("\u00a0", " ")
    assert found["choices"]["keuzes.team"]["who"] == "de dienst: wie belt # er"


def test_the_checker_finds_nothing_in_what_is_written():
    """A file that a page gave is one of which `wegwijzer check --local` has nothing to say."""
    rest = "name: Voorbeeldegem\npublisher: {name: Gemeente, address: Plein 1, email: a@b.example}\n"
    values = {"keuzes.zicht": "verbergen", "keuzes.team": "de ploeg", "keuzes.kanalen": ["instagram"]}
    choices = {name: decided(value, "het college", "2026-11-02", NOW[name]) for name, value in values.items()}
    made = given(choices, f"{rest}accessibility: {{email: a@b.example}}\n")
    found = problems({**FILES, "local.yml": made["text"]})
    assert [problem for problem in found if problem.path == "local.yml"] == []


def test_what_nobody_sees_is_left_out_of_a_text():
    """A character without a picture, and lines: the file has one line without it."""
    assert "de ploeg van ons" in given({"keuzes.team": decided("de\u200b ploeg\nvan\tons")})["text"]


def test_nothing_wrong_is_written():
    """An answer that is there no more, or the name of a person, is told of."""
    assert given({"keuzes.zicht": decided("weg")})["problems"]
    assert given({"keuzes.zicht": decided("verbergen", "Jan Janssens")})["problems"]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("", 1, 1, "leeg"),
        ("name: [\n", 2, 1, "haken"),
        ("naam: X\n", 1, 1, "naam"),
        (FILE.replace("laten-staan", "weg"), 5, 13, "weg"),
        (FILE.replace("keuzes.zicht", "keuzes.niet"), 4, 3, "keuzes.niet"),
        (FILE.replace(NOW["keuzes.zicht"], "0000-0000"), 8, 9, "andere antwoorden"),
        (FILE.replace(NOW["keuzes.zicht"], NOW["keuzes.zicht"][:5] + "0000"), 8, 9, "vraag"),
        (FILE.replace("het managementteam", "Jan Janssens"), 6, 10, "Jan Janssens"),
        ("name: &a X\nlogo: *a\n", 1, 7, "Ankers"),
        ("name: !!python/object/apply:os.system [ls]\n", 1, 7, "tag"),
        ("name: X\n---\nname: Y\n", 2, 1, "meer dan één"),
        ("{name: X, choices: {keuzes.zicht: verbergen}}\n", 1, 1, "los te maken"),
        ("name: <script>alert(1)</script>\nchoices: {a: {b: <img src=x>}}\n", 2, 11, "‘a’"),
        (b"\xff\xfen\x00", 1, 1, "UTF-16"),
        (b"name: \xe9\xe9n\n", 1, 7, "UTF-8"),
        (b"PK\x03\x04abc", 1, 1, "geen tekst"),
    ],
)
def test_a_wrong_file_says_where_and_gives_nothing(text, line, column, words):
    """Damaged, older, or written to harm: one clear message in its place, and no choices."""
    found = brought(text)
    assert list(found) == ["problems"]
    first = found["problems"][0]
    assert (first["line"], first["column"]) == (line, column), found
    assert words in first["message"] + first["hint"]


def test_a_file_that_is_made_to_break_a_reader_ends_soon():
    """References that grow without end, brackets in brackets, thousands of keys: no more is read than there are messages."""
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(9 * ['*' + chr(97 + n)])}]\n" for n in range(20)
    )
    for text in (bomb, "[" * 50_000, "- " * 50_000, "".join(f"k{n}: x\n" for n in range(9_000)), "? " * 9_000):
        assert 0 < len(brought(text)["problems"]) <= 400


def test_a_tree_in_the_page_means_the_same_as_in_the_project():
    """What a decision remembers of its question is the same of a tree that was compiled, for each choice of the project."""
    library = load_paths([ROOT / "trees", ROOT / "data"]).library
    found = {}
    for name in library.policy_trees():
        found |= choices_in(compile_tree(name, library))
    known = local_choices(library)
    assert known
    assert {name: meaning(question) for name, question in found.items()} == {
        name: meaning(question) for name, question in known.items()
    }


PLACES = sorted((ROOT / "examples").glob("*/*/local.yml"))


@pytest.mark.parametrize("place", mostly_slow(PLACES, quick=PLACES[:1]), ids=lambda place: place.parent.name)
def test_files_of_invented_municipalities_come_back(place):
    """Each says the same after it was read and written."""
    library = load_paths([ROOT / "trees", ROOT / "data"]).library
    trees = [compile_tree(name, library) for name in library.policy_trees()]
    found = read(trees, {"file": b64encode(place.read_bytes()).decode()})
    assert found["problems"] == []
    made = write(trees, {"choices": found["choices"], "rest": found["rest"], "name": ""})
    assert made["problems"] == []
    again = read(trees, {"file": b64encode(made["text"].encode()).decode()})
    assert again["choices"] == found["choices"]
    assert again["rest"].rstrip() == found["rest"].rstrip()
