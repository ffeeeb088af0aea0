"""Characters that nobody sees or that look like another: told by name at their place, and nothing else moves."""

from __future__ import annotations

import pytest

from helpers import problems
from wegwijzer.check.report import as_github
from wegwijzer.load.characters import clean, described

BOOM = """\
title: Boom
start: klaar
actions:
  klaar:
    title: Klaar
    help: {}
    steps: [Stap.]
    urgency: snel
"""


def told(help_text):
    """The problems of a tree with this help: place and code, and what each says."""
    return [((p.line, p.column, p.code), f"{p.message} {p.hint}") for p in problems(BOOM.format(help_text))]


HIDDEN = [0, 7, 8, 0x0B, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x2029, 0x202E, 0x2060]
HIDDEN += [0x2066, 0x3164, 0xE000, 0xFEFF, 0xFFFC, 0xFFFD, 0xFFFF, 0xE0041, 0xE0100, 0x10FFFF]


@pytest.mark.parametrize("code", HIDDEN, ids=hex)
def test_hidden_character_is_named_and_moves_nothing(code):
    """One message at its place with its number; the fault two lines further keeps its line."""
    found = told(f"Hal{chr(code)}lo daar.")
    assert [(6, 14, "W002"), (8, 14, "W007")] == [place for place, _ in found]
    assert f"U+{code:04X}" in found[0][1]


@pytest.mark.parametrize("code", HIDDEN, ids=hex)
def test_hidden_character_behind_a_code_is_named_too(code):
    """A backslash with a number gives the same refusal as the character itself."""
    found = told(f'"Hal\\U{code:08x}lo daar."')
    assert [(6, 15, "W002"), (8, 14, "W007")] == [place for place, _ in found]
    assert f"U+{code:04X}" in found[0][1]


@pytest.mark.parametrize("code", ["a", "b", "e", "f", "n", "r", "t", "v", "0", "x07", "x41", "N", "_", "L", "P", " "])
def test_code_behind_a_backslash_is_refused_with_single_quotes(code):
    """A folder name of Windows between double quotes gives its repair: the same text between single ones."""
    found = told(rf'"C:\{code}eleid map"')
    assert [(6, 14, "W002"), (8, 14, "W007")] == [place for place, _ in found]
    assert rf"'C:\{code}eleid map'" in found[0][1]


@pytest.mark.parametrize("code", ["d", "q", "xampp", "u12", "É"])
def test_code_that_does_not_exist_gives_the_same_repair(code):
    """Where the parser stops at the code, the hint is the text between single quotes and no more."""
    (found,) = problems(BOOM.format(rf'"C:\{code} map"').replace("snel", "later"))
    assert (6, 14, "W002") == (found.line, found.column, found.code)
    assert rf"‘'C:\{code} map'’" in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "10\u00a0% van 1\u202f000",
        "👩\u200d👩\u200d👧 en ☎\ufe0f",
        '"Caf\\u00e9 \\"De Kroon\\" \\\\ zaal"',
        "µ en Ω",
        "één",
    ],
)
def test_characters_that_a_reader_sees_are_fine(text):
    """Hard spaces inside a text, joined emoji, letters with accents and quotes behind a backslash can be read: the only
    thing that may be said of them is what the letter of paper does not have.
    """
    assert [(8, 14, "W007")] == [place for place, _ in told(text) if place[2] != "W511"]


@pytest.mark.parametrize(
    ("old", "new", "place", "says"),
    [
        ("    help", "\u00a0   help", (6, 1, "W002"), "U+00A0"),
        ("help: ", "help:\u00a0", (6, 10, "W002"), "U+00A0"),
        ("help: ", "help\u00a0: ", (6, 5, "W006"), "harde spatie (U+00A0)"),
        ("help", "he\u00adlp", (6, 7, "W002"), "zacht koppelteken (U+00AD)"),
        ("help", "h\u0435lp", (6, 6, "W002"), "Cyrillische letter"),
        ("title: K", "tit\u2060le: K", (5, 8, "W002"), "U+2060"),
        ("  klaar:", "  kl\u0430ar:", (4, 5, "W002"), "Cyrillische letter"),
        ("start: klaar", "start: klaar\u00a0", (2, 8, "W011"), "harde spatie (U+00A0)"),
        ("start: klaar", "start: klaar\u2009", (2, 8, "W011"), "U+2009"),
        ("start: klaar", "start: ｋlaar", (2, 8, "W011"), "lijkt op ‘k’"),
        ("start: klaar", "start: КЛААР", (2, 8, "W011"), "Cyrillische letter"),
        ("[Stap.]", "[{text: Stap., within: ２d}]", (7, 35, "W011"), "lijkt op ‘2’"),
        ("[Stap.]", "\n      -\u00a0Stap.", (8, 8, "W002"), "harde spatie"),
        ("later", "later\u00a0", (8, 14, "W007"), "harde spatie"),
        ("start: klaar", "start: klaar\nreview: {owner: ik, by: ２０２７-01-01}", (3, 25, "W011"), "lijkt op ‘2’"),
    ],
)
def test_character_in_a_key_or_a_name_is_named(old, new, place, says):
    """What looks like a space or a letter but is another one is called by its name, once."""
    text = BOOM.format("Hallo.").replace("snel", "later").replace(old, new, 1)
    first, *rest = problems(text)
    assert place == (first.line, first.column, first.code)
    assert says in first.message
    assert [] == [p for p in rest if p.code != "W101"]


def test_places_hold_with_every_kind_of_line_end():
    """Lines are counted as editors do: by newline, by carriage return and newline, and by carriage return."""
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["a: x", "b: y\u2028z", "c: \u202e"])
        assert [(2, 5), (3, 4)] == [(p.line, p.column) for p in clean(text, "boom.yml").problems]


def test_annotations_of_github_have_the_same_places():
    """The report for GitHub names the character and keeps the line of what comes after it."""
    lines = as_github(problems(BOOM.format("a\u2028b")), 1).splitlines()
    assert ["line=6,col=12", "line=8,col=14"] == [line.split(",", 1)[1].split(",title")[0] for line in lines[:2]]
    assert "U+2028" in lines[0]


def test_every_description_is_printable():
    """A description can stand in a terminal: it never holds the character itself when nobody sees it."""
    assert all(described(chr(code)).replace("\u00a0", "!").isprintable() for code in HIDDEN)


@pytest.mark.parametrize(
    ("wrong", "place", "says"),
    [
        ("#hashtag", (6, 10, "W009"), '"#hashtag"'),
        ("# 1 in de lijst", (6, 10, "W009"), '"# 1 in de lijst"'),
        ("#hashtag\n      en meer", (6, 11, "W003"), "tussen aanhalingstekens"),
        ("! Let op", (6, 11, "W005"), "tussen aanhalingstekens"),
        ("!! Let op", (6, 11, "W002"), "tussen aanhalingstekens"),
        ("!!str Let op", (6, 11, "W005"), "tussen aanhalingstekens"),
        ("!", (6, 11, "W005"), "tussen aanhalingstekens"),
        ("- streepje", (6, 11, "W002"), 'help: "- streepje"'),
        ("? wat", (6, 11, "W002"), 'help: "? wat"'),
    ],
)
def test_sign_with_which_a_text_begins_is_explained(wrong, place, says):
    """What YAML makes of the first sign of a text is told once, with the text between quotation marks."""
    first, *rest = problems(BOOM.format(wrong).replace("snel", "later"))
    assert place == (first.line, first.column, first.code)
    assert says in first.hint
    assert [] == rest


@pytest.mark.parametrize("steps", ["\n      - #stop\n      - Stap.", "[#stop, Stap.]"])
def test_hash_in_a_list_is_explained(steps):
    """An item of a list that begins with a hash says what became of it."""
    first = problems(BOOM.format("Hulp.").replace("[Stap.]", steps))[0]
    assert "‘#stop’ valt weg" in first.message


@pytest.mark.parametrize("name", ["boom", "contacts"])
def test_conflict_of_git_is_called_so(name):
    """Marks of git that are left in a file give one message each, whatever they did to the YAML."""
    text = BOOM.format("Hulp.").replace("snel", "later")
    for lone in ("=======\n", "||||||| abc\n", ">>>>>>> tak\n", "<<<<<<< HEAD\n"):
        assert any("git" in p.message for p in problems(text + lone))
    marks = "<<<<<<< HEAD\n# a\n=======\n# b\n>>>>>>> tak\n"
    found = problems(text + marks) if name == "boom" else problems(text, contacts=f"contacts: {{}}\n{marks}")
    assert ["W002"] == [p.code for p in found]
    assert "git" in found[0].message
    assert "<<<<<<<" in found[0].hint
