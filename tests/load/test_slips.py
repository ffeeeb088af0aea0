"""The slips that people make in YAML: each gives one message, at its place, with the line as it should be."""

from __future__ import annotations

import pytest

from helpers import mostly_slow, problems
from wegwijzer.check.checker import check
from wegwijzer.load import load_paths

RIGHT = """\
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: luister}
actions:
  luister: {title: Luister, steps: [Luister goed.]}
"""
TEXT = "Welke toon?"


def only(text):
    """The one problem of a text: its place and code, and what it says."""
    (problem,) = problems(text)
    return (problem.line, problem.column, problem.code), problem.message, problem.hint


@pytest.mark.parametrize(
    ("wrong", "place", "says"),
    [
        ("{text: Ja, natuurlijk, to: luister}", (7, 24, "W003"), 'text: "Ja, natuurlijk"'),
        ("{text: Ja, dat, of dit, to: luister}", (7, 24, "W003"), 'text: "Ja, dat, of dit"'),
        ("{text: Ja, let op: dit, to: luister}", (7, 24, "W003"), 'text: "Ja, let op: dit"'),
        ("{text: Let op: dit, to: luister}", (7, 26, "W002"), 'text: "Let op: dit"'),
        ("{text: Boos, to:luister}", (7, 26, "W006"), "‘to: luister’"),
        ("{tekst: Boos, to: luister}", (7, 14, "W006"), "Bedoelde je ‘text’"),
    ],
)
def test_slip_between_braces_is_told_once(wrong, place, says):
    """Between braces a comma or colon cuts a text: the hint is the text between quotation marks."""
    found, _, hint = only(RIGHT.replace("{text: Boos, to: luister}", wrong))
    assert place == found
    assert says in hint


@pytest.mark.parametrize(
    ("wrong", "place", "says"),
    [
        ("Let op: welke toon?", (5, 17, "W002"), 'text: "Let op: welke toon?"'),
        ('"Boos" of blij?', (5, 11, "W002"), "text: '\"Boos\" of blij?'"),
        ("'t Is wat?", (5, 11, "W002"), 'text: "\'t Is wat?"'),
        ("*Let op* welke?", (5, 11, "W005"), "tussen aanhalingstekens"),
        ("!let op", (5, 11, "W005"), "tussen aanhalingstekens"),
        ("@jan zegt?", (5, 11, "W002"), 'text: "@jan zegt?"'),
        ("%50 of meer?", (5, 11, "W002"), 'text: "%50 of meer?"'),
        ("[naam] is boos?", (5, 11, "W002"), 'text: "[naam] is boos?"'),
        ("> boos", (5, 11, "W002"), 'text: "> boos"'),
        ("Welke toon #1?", (5, 22, "W003"), '"Welke toon #1?"'),
        ("", (5, 10, "W009"), "Vul een tekst in"),
        *[
            (value, (5, 11, "W010"), f'"{value}"')
            for value in ("yes", "No", "on", "off", "true", "12", "1.5", "1e3", "2024-01-01", "12:30", "0x1F", ".inf")
        ],
        ("null", (5, 11, "W009"), "Vul een tekst in"),
    ],
)
def test_slip_in_a_text_is_told_once(wrong, place, says):
    """A text that YAML reads otherwise is told where it stands, with how to write it."""
    found, _, hint = only(RIGHT.replace(TEXT, wrong))
    assert place == found
    assert says in hint


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("    text: W", "\ttext: W", (5, 1, "W002"), "Hier staat een tab"),
        ("    text: W", "  \ttext: W", (5, 3, "W002"), "Hier staat een tab"),
        ("text: W", "text:W", (5, 9, "W002"), "Na ‘text:’ ontbreekt een spatie"),
        ("text: Welke", "text:\u00a0Welke", (5, 10, "W002"), "harde spatie"),
        ("questions:", "questions", (3, 1, "W002"), "Na ‘questions’ ontbreekt een dubbele punt"),
        ("   text: W", "  text: W", (6, 12, "W002"), "springt anders in"),
        ("actions:", "  toon: {text: 'Wat?', to: luister}\nactions:", (9, 3, "W004"), "staat al op regel 4"),
        ("actions:", "acties:", (9, 1, "W006"), "De sleutel ‘acties’ bestaat niet"),
        ("title: Voorbeeld\n", "", (1, 1, "W008"), "ontbreekt de sleutel ‘title’"),
        ("[Luister goed.]", "[Doe dit: nu]", (10, 37, "W003"), "dubbele punt na ‘Doe dit’"),
        ("[Luister goed.]", "[Opgelet: nu]", (10, 37, "W003"), "dubbele punt na ‘Opgelet’"),
        ("{text: Boos, to: luister}", "luister", (7, 13, "W007"), "(text, icon, example, help …)"),
        (
            "{title: Luister, steps: [Luister goed.]}",
            "\n    title: A\n    steps:\n      -Rust",
            (13, 7, "W007"),
            "een lijst",
        ),
        (TEXT, "Wel\u200bke toon?", (5, 14, "W002"), "U+200B"),
        (TEXT, "Wel\0ke toon?", (5, 14, "W002"), "U+0000"),
    ],
)
def test_slip_in_the_structure_is_told_once(old, new, place, says):
    """A slip of indentation, spelling or spacing gives one message where it was made, and none about its results."""
    found, message, _ = only(RIGHT.replace(old, new, 1))
    assert place == found
    assert says in message


@pytest.mark.parametrize(
    ("content", "place", "says"),
    [
        (RIGHT.encode("utf-16"), (1, 1), "UTF-16"),
        (RIGHT.encode("utf-16-le"), (1, 1), "UTF-16"),
        (RIGHT.encode("utf-32"), (1, 1), "UTF-32"),
        (RIGHT.replace("Welke", "Één").encode("latin-1"), (5, 11), "‘Één’"),
        (RIGHT.replace("Welke", "‘Welke’").encode("cp1252"), (5, 11), "‘‘Welke’’"),
        (b"PK\x03\x04" + bytes(range(256)), (1, 1), "geen tekstbestand"),
    ],
)
def test_file_in_another_encoding_says_which(content, place, says, tmp_path):
    """A file that is no UTF-8 gives one W001 with the encoding it has, or the first word that cannot be read."""
    (tmp_path / "boom.yml").write_bytes(content)
    (problem,) = check(load_paths([tmp_path / "boom.yml"]))
    assert (*place, "W001") == (problem.line, problem.column, problem.code)
    assert says in problem.message


@pytest.mark.parametrize(
    "content", [RIGHT.replace("\n", "\r\n"), RIGHT.replace("\n", "\r"), "\ufeff" + RIGHT, RIGHT + "# einde #1"]
)
def test_other_line_ends_and_a_mark_in_front_are_fine(content, tmp_path):
    """Files from Windows and old Macs read as any other."""
    (tmp_path / "boom.yml").write_bytes(content.encode())
    assert [] == check(load_paths([tmp_path / "boom.yml"]))


NOISE = {
    "list": lambda size: "- a\n" * (size // 4),
    "digits": lambda size: "title: " + "9" * size,
    "key": lambda size: "x" * size + ": x\n",
    "quotes": lambda size: "'" * (size - 1),
    "colons": lambda size: ": " * (size // 2),
    "keys": lambda size: "".join(f"k{n}: a\n" for n in range(size // 25)),
}


@pytest.mark.parametrize("size", mostly_slow([50_000, 10_000_000], quick=[50_000]))
@pytest.mark.parametrize("kind", NOISE)
def test_noise_gives_few_short_messages(kind, size, tmp_path):
    """Megabytes of noise give at most two hundred messages, none of which repeats the noise."""
    (tmp_path / "boom.yml").write_text(NOISE[kind](size), encoding="utf-8")
    found = check(load_paths([tmp_path / "boom.yml"]))
    assert 1 <= len(found) <= 200
    assert all(len(problem.message) + len(problem.hint) < 400 for problem in found)
