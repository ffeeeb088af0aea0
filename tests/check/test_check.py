"""The checker as a whole: the fixtures, several files together, and whatever somebody may type."""

from __future__ import annotations

import random
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import CHOICES, FIXTURES, TODAY, codes, load, make_project, problems
from wegwijzer.check.checker import check
from wegwijzer.check.rules import rules
from wegwijzer.load import load_paths

VALID = sorted((FIXTURES / "valid").glob("*.yml"))
INVALID = sorted((FIXTURES / "invalid").glob("*.[ym][md]*"))
EXPECTS = re.compile(r"# verwacht: (.*)|\{# verwacht: (.*) #\}")
FOLDERS = {".yml": "trees", ".md": "docs"}


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """The problems of a project with every valid tree and one more file."""

    def run(name, content):
        root = tmp_path_factory.mktemp("project")
        if name.endswith(".md"):
            (root / "trees").mkdir()
        else:
            make_project(root)
        folder = root / FOLDERS[Path(name).suffix]
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        loaded = load_paths([root], cwd=root)
        found = check(loaded, today=TODAY)
        assert check(loaded, today=TODAY, errors_only=True) == [
            problem for problem in found if problem.level == "error"
        ]
        return found

    return run


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_broken_tree_gives_exactly_the_problems_it_declares(file, checked):
    """A broken tree gives the problems its first line declares, at those places, and no other file is blamed."""
    content = file.read_bytes()
    declared = EXPECTS.fullmatch(content.decode().splitlines()[0])
    expected = sorted((declared[1] or declared[2]).split(", "))

    found = checked(file.name, content)

    assert expected == sorted(f"{p.line}:{p.column} {p.code}" for p in found)
    assert {f"{FOLDERS[file.suffix]}/{file.name}"} == {p.path for p in found}


def test_broken_trees_cover_every_rule():
    """Every rule on one tree has a broken tree that shows it, and so has every code of loading that a text file can give.

    A rule that is off finds nothing here, nor does one that waits for a limit of the project; its own page shows it.
    Which icons there are, only a checkout with the packages of Node knows: `rules/test_icons.py` looks at those.
    Sessions and frames stand in files of their own: `rules/test_sessions.py` and the tests of frames break those.
    """
    shown = {word.strip(",") for file in INVALID for word in file.read_text().splitlines()[0].split()}
    loading = {f"W{number:03}" for number in (2, 4, 5, 6, 7, 8, 9, 10, 11)}
    elsewhere = {"frame_number", "frame_pairs", "long_way", "session_exercises", "session_time", "unknown_icon"}
    own = [
        rule
        for rule in rules()
        if rule.level != "off" and rule.name not in elsewhere and not (rule.project or rule.own)
    ]
    on_trees = {rule.code for rule in own if not rule.name.startswith("unused_")} | {"W113"}
    assert set() == (on_trees | loading) - shown


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_valid_tree_gives_no_problem(file, checked):
    """A tree that is right gives no problem."""
    assert [] == checked(file.name, file.read_bytes())


def test_text_may_have_5000_characters_and_no_more():
    """A text of 5,000 characters is accepted, one of 5,001 gives W012 where it starts."""
    text = "title: Boom\nsummary: {}\nstart: adem\nactions:\n  adem: {{title: Adem, steps: [Tel tot tien.]}}\n"
    assert [(2, 10, "W403")] == [
        (p.line, p.column, p.code) for p in problems(text.format("ab " * 1666 + "ab")) if p.level != "advice"
    ]
    assert [(2, 10, "W012")] == [(p.line, p.column, p.code) for p in problems(text.format("ab " * 1666 + "abc"))]


def test_file_that_is_not_utf8_is_reported_where_the_first_wrong_byte_stands(checked):
    """A file in another encoding gives one W001, at the byte that is no UTF-8."""
    found = checked("latijn.yml", "title: Café\nstart: ruzie\nsummary: één\n".encode("latin-1"))
    assert [(1, 11, "W001")] == [(p.line, p.column, p.code) for p in found]


def test_problems_come_in_order_of_file_and_place():
    """All problems of all files are reported at once, sorted by file, line and column."""
    found = problems("title: Boom\nstart: weg\nsumary: a\n", ander="start: weg\n", derde="title: 5\nstart: weg\n")
    places = [(p.path, p.line, p.column) for p in found]
    assert sorted(places) == places
    assert ["trees/ander.yml", "trees/boom.yml", "trees/derde.yml"] == sorted({p.path for p in found})


def test_tree_that_uses_a_broken_tree_is_not_blamed_for_it():
    """When the local choices cannot be read, only that file is reported, not every fact that refers to it."""
    text = """
    title: Boom
    uses: [keuzes]
    start: zicht
    questions:
      zicht: {policy: keuzes.zicht, answers: {verbergen: {to: weg}, laten-staan: {to: weg}}}
    actions:
      weg: {title: Weg, steps: [{text: Verberg het., when: {all: [keuzes.zicht.verbergen]}}, Klaar.]}
    """
    assert [("trees/keuzes.yml", "W002")] == [(p.path, p.code) for p in problems(text, keuzes="title: [open\n")]


def test_hint_names_steps_in_order_of_the_file():
    """A hint lists what can be chosen in the order of the file, the same each time."""
    text = "title: Boom\nstart: weg\nactions:\n" + "".join(f"  s{i}: {{title: S, steps: [Stap.]}}\n" for i in range(8))
    assert "Kies uit: s0, s1, s2, s3, s4, s5, s6, s7." == problems(text)[0].hint


SOURCES = [file.read_text(encoding="utf-8") for file in VALID]
FRAGMENTS = [
    *"\t-{}[]\"'|#$%@~1\n\x00\x07\ufeff\u2028é🙂",
    ": ",
    "- ",
    ">-",
    "&a",
    "*a",
    "!!str",
    "---",
    "\n  ",
    "??",
    "<<",
    "null",
    "true",
    "to",
    "when",
    "none",
    "keuzes.zicht.verbergen",
    "a/b",
    "toon",
    "naam",
    "start",
    "answers",
    "9" * 12,
]


@st.composite
def mutilated(draw):
    """A valid tree after a number of accidents: cut, doubled, swapped or overwritten pieces."""
    text = draw(st.sampled_from(SOURCES))
    dice = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - no secret
    for _ in range(draw(st.integers(1, 8))):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 1, 2, 5, 20, 80)))
        piece = dice.choice((draw(st.sampled_from(FRAGMENTS)), text[start:end] * 2, ""))
        text = text[:start] + piece + text[end:]
        lines = text.splitlines(keepends=True)
        if lines and dice.random() < 0.3:
            lines.insert(dice.randrange(len(lines) + 1), lines.pop(dice.randrange(len(lines))))
            text = "".join(lines)
    return text


@given(mutilated())
def test_checker_never_raises_on_mutilated_trees(text):
    """Whatever accidents befall a tree, the checker answers with a list of problems with a place, or none."""
    for problem in check(load(text, keuzes=CHOICES)):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


@given(st.binary(max_size=200))
def test_checker_never_raises_on_arbitrary_bytes(content):
    """A file with any bytes at all gives problems, never an exception."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "boom.yml"
        place.write_bytes(content)
        assert check(load_paths([place]))


def test_case_with_a_block_for_an_answer_is_a_problem():
    """A case whose answer is a block instead of a name gives W301."""
    assert ["W301"] == codes("""
    title: Boom
    start: wat
    questions:
      wat: {text: 'Wat?', choose: many, answers: {een: {text: Eén}, twee: {text: Twee}}, to: klaar}
    actions:
      klaar: {title: Klaar, steps: [Klaar.]}
    cases:
      - {title: Geval, answers: {wat: [{een: twee}]}, ends_in: klaar}
    """)


def test_reference_longer_than_a_file_name_is_a_problem():
    """A reference to a tree with a name too long for any file gives W107."""
    text = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [Klaar.], see: [%s]}\n"
    assert ["W107"] == codes(text % ("a" * 300))


def test_forbidden_character_after_accents_is_reported_where_it_stands():
    """A control character is reported at its line and column, also when letters with accents stand before it."""
    found = problems('title: "één café"\nsummary: "a\x01"\nstart: klaar\n')
    assert [(2, 12, "W002"), (3, 8, "W101")] == [(p.line, p.column, p.code) for p in found]


def test_standard_step_with_a_local_choice_needs_that_tree_in_uses():
    """A standard step that names a local choice gives W108 in a tree that does not use those choices."""
    text = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [{use: wacht}]}\n"
    steps = "steps: {wacht: {text: Wacht $keuzes.termijn uur.}}"
    assert ["W108"] == codes(text, keuzes=CHOICES, steps=steps)


def test_data_files_are_checked_too():
    """A contact with an unknown source, a part of an unknown source and a step without text are reported."""
    text = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [Klaar.]}\n"
    found = problems(
        text,
        sources="sources: {}\nparts: {D-1: {source: nergens, title: Deel}}\n",
        contacts="contacts: {hulp: {name: Hulp, for: Alles., sources: [nergens]}}\n",
        steps="steps: {leeg: {who: moderator}}\n",
    )
    assert {"data/sources.yml", "data/contacts.yml", "data/steps.yml"} == {p.path for p in found}
