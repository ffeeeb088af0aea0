"""YAML text to nodes with a place, and syntax errors in words."""

from __future__ import annotations

import pytest

from wegwijzer.load import nodes
from wegwijzer.load.nodes import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, parse, read_text


def only_problem(text):
    """The one problem that a text gives."""
    (problem,) = parse(text, "boom.yml")[1]
    return problem


def test_node_knows_line_and_column_counting_from_one():
    """A value stands where its first character stands; with `key` the place of its name is given."""
    root, _ = parse("questions:\n  toon:\n    text: Welke toon?\n", "boom.yml")
    value, key = root.at(("questions", "toon", "text")), root.at(("questions", "toon", "text"), key=True)
    assert (3, 11) == (value.line, value.column)
    assert (3, 5) == (key.line, key.column)


@pytest.mark.parametrize("path", [("questions", "weg"), ("questions", "toon", 4), ("questions", "toon", 0, "diep")])
def test_path_that_does_not_exist_leads_to_the_deepest_place_that_does(path):
    """A problem about something missing is shown at the nearest thing around it."""
    root, _ = parse("title: Boom\nquestions:\n  toon: [een]\n", "boom.yml")
    node = root.at(path)
    assert node.line == 3


def test_first_of_two_equal_keys_keeps_the_place():
    """When a key stands twice, its first place is the one that is shown."""
    root, problems = parse("a: 1\na: 2\n", "boom.yml")
    assert ["W004"] == [problem.code for problem in problems]
    assert root.at(("a",)).line == 1


def test_same_key_in_two_blocks_is_no_double():
    """Keys are compared within their own block only."""
    assert [] == parse("a: {text: x, b: {text: x}}\nb: {text: x}\n", "boom.yml")[1]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a: ja", True),
        ('a: "ja"', False),
        ("a: 'ja'", False),
        ("a: !!str ja", False),
        ("a: |\n  ja", False),
    ],
)
def test_quoted_and_tagged_texts_are_marked_as_meant(text, plain):
    """A text with quotes, as a block or with a tag is text on purpose; only a bare word may be something else."""
    root, _ = parse(text, "boom.yml")
    assert plain is root.at(("a",)).plain


def test_tags_are_never_obeyed():
    """A tag that asks for a Python object is refused: nothing from a file is evaluated."""
    root, problems = parse("a: !!python/object/apply:os.system ['ls']\nb: !!python/name:os.system ''\n", "boom.yml")
    assert ["W005", "W005"] == [problem.code for problem in problems]
    assert ("list", "scalar") == (root.at(("a",)).kind, root.at(("b",)).kind)


def test_byte_order_mark_is_no_part_of_the_text(tmp_path):
    """A file that an editor saved with a byte order mark reads as any other."""
    place = tmp_path / "boom.yml"
    place.write_bytes("\ufefftitle: Één".encode())
    assert ("title: Één", []) == read_text(place, "boom.yml")


def test_file_that_cannot_be_opened_is_a_problem(tmp_path):
    """A path that is no readable file gives W001, not an exception."""
    text, (problem,) = read_text(tmp_path, "boom.yml")
    assert ("", "W001", 1, 1) == (text, problem.code, problem.line, problem.column)


def test_file_that_is_too_large_is_not_read(tmp_path):
    """A file of more than 20 MB gives W001."""
    place = tmp_path / "boom.yml"
    place.write_bytes(b"#" * (MAX_BYTES + 1))
    _, (problem,) = read_text(place, "boom.yml")
    assert ("W001", 1) == (problem.code, problem.line)


SLIPS = pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: b: c", 1, 5, "dubbele punt"),
        ("a:\n\tb: c", 2, 1, "tab"),
        ('a: "b', 1, 4, "aanhalingsteken"),
        ('a: "b\nc: 1\nd: "e"\n', 1, 4, "aanhalingsteken"),
        ("a:\n  - 'b\n  - c: 1\n    d: 'e'\n", 2, 5, "aanhalingsteken"),
        ('a: "b\n  c"\nd: e: f', 3, 5, "dubbele punt"),
        ("a: [b, c", 1, 9, "haken"),
        ("a: [", 1, 5, "haken"),
        ("a: {b: [c,\n", 2, 1, "haken"),
        ("a:\n  b: 1\n c: 2", 3, 2, "springt anders in"),
        ("a\nb: 1", 1, 1, "dubbele punt"),
        ("a:\n   b\n   c: 1", 2, 4, "dubbele punt"),
        ("a:\n  - title:b\n    c: 1", 2, 10, "spatie"),
        ("- a\nb: 1", 2, 1, "lijst"),
        ("a: `b", 1, 4, "begint, leest YAML anders"),
        ('a: "b\n  c\n  d\\q e"', 3, 4, "\\q"),
        ('a: "b\n  c\n  d\\n e"', 3, 4, "\\n"),
    ],
)
"""What contributors often write wrong, where it is told, and words of what is told."""


@SLIPS
def test_syntax_error_is_told_in_words_at_its_place(text, line, column, words):
    """Every mistake that contributors make often has a message of its own, with a hint."""
    problem = only_problem(text)
    assert ("W002", line, column) == (problem.code, problem.line, problem.column)
    assert words in problem.message
    assert problem.hint


@SLIPS
def test_the_parser_of_a_page_tells_the_same(text, line, column, words, monkeypatch):
    """A page has PyYAML without LibYAML, which says everything in other words: the message is the same."""
    monkeypatch.setattr(nodes, "Quick", None)
    problem = only_problem(text)
    assert ("W002", line, column) == (problem.code, problem.line, problem.column)
    assert words in problem.message
    assert problem.hint


def test_nesting_is_allowed_up_to_the_limit_and_not_beyond():
    """Forty levels are read; the forty-first gives one problem, and the file is not used."""
    root, problems = parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "boom.yml")
    assert [] == problems
    assert root.kind == "list"
    root, problems = parse("[" * 100_000, "boom.yml")
    assert root is None
    assert [("W002", 1, MAX_DEPTH + 1)] == [(p.code, p.line, p.column) for p in problems]


def test_number_of_values_is_bounded(monkeypatch):
    """A file with more values than anyone writes gives one problem, at the first that is too many."""
    monkeypatch.setattr(nodes, "MAX_NODES", 20)
    assert [] == parse("- a\n" * 19, "boom.yml")[1]
    root, (problem,) = parse("- a\n" * 20, "boom.yml")
    assert root is None
    assert ("W001", 20, 3) == (problem.code, problem.line, problem.column)


def test_number_of_problems_is_bounded():
    """A file with thousands of mistakes is given up after two hundred."""
    root, problems = parse("\n".join("a: 1" for _ in range(5000)), "boom.yml")
    assert root is None
    assert MAX_PROBLEMS == len(problems)


def test_alias_bomb_is_not_unfolded():
    """References are refused one by one, so that nine levels of them stay nine lines."""
    levels = "\n".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, 10))
    _, problems = parse(f"l0: &l0 [lol]\n{levels}", "boom.yml")
    assert {"W005"} == {problem.code for problem in problems}
    assert 1 + 9 * 10 == len(problems)


def test_fault_above_one_that_was_told_is_told_too():
    """The parser stops at the end, and what stopped it stands on the first line: a message of another line hides nothing."""
    assert [(2, "W005"), (1, "W002")] == [(p.line, p.code) for p in parse("a: [#een, #twee]\nb: &x c\n", "boom.yml")[1]]


def test_list_of_blocks_keeps_every_key():
    """Also the one behind a list in a block."""
    root, _ = parse("- a: [x]\n  b: y\n", "boom.yml")
    assert ["a", "b"] == [key.value for key in root.items[0].keys]


def test_node_is_itself_and_no_other():
    """Two values that say the same stand in two places."""
    root, _ = parse("a: x\nb: x\n", "boom.yml")
    assert 2 == len({*root.items})


def test_empty_document_and_second_document_are_refused():
    """A file holds one tree: not none and not two."""
    assert only_problem("# alleen dit\n").message == "Dit bestand is leeg"
    assert "meer dan één" in only_problem("a: 1\n---\nb: 2\n").message
