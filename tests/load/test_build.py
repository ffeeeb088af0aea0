"""Nodes to records: types, shorthands, names and texts, with a problem for every value that does not fit."""

from __future__ import annotations

import pytest

from wegwijzer.load.build import MISSING_VALUE, Builder
from wegwijzer.load.nodes import parse
from wegwijzer.model import (
    Action,
    Answer,
    Case,
    Condition,
    Contact,
    Fill,
    Question,
    Review,
    Route,
    Source,
    SourceRef,
    Target,
    Task,
    Tree,
)


def build(kind, text):
    """The record that a text describes, and the problems as (line, column, code)."""
    root, problems = parse(text, "boom.yml")
    assert problems == []
    builder = Builder("boom.yml")
    record = builder.build(kind, root, "record")
    return record, [(p.line, p.column, p.code) for p in builder.problems]


def test_text_alone_stands_for_a_step_and_a_source():
    """A step may be written as its text only, a source as its id only."""
    record, problems = build(Action, "title: A\nsteps: [Adem in.]\nsources: [gids, {id: boek, part: Deel 2}]")
    assert [] == problems
    assert Action("A", steps=(Task("Adem in."),), sources=(SourceRef("gids"), SourceRef("boek", "Deel 2"))) == record


def test_name_of_a_step_is_a_route_without_guard():
    """`to` with a name alone leads there always."""
    record, _ = build(Answer, "to: luisteren")
    assert Target((Route("luisteren"),)) == record.to


def test_guarded_list_keeps_its_order():
    """`to` with a list gives routes in the order of the file, guards nested as written."""
    record, problems = build(
        Answer,
        """
        to:
          - when: {any: [fel, {none: [toon.blij]}]}
            to: een
          - to: twee
    """,
    )
    guard = Condition(any=("fel", Condition(none=("toon.blij",))))
    assert [] == problems
    assert Target((Route("een", guard), Route("twee")), guarded=True) == record.to


def test_reserved_words_of_python_are_ordinary_keys():
    """The keys `from` and `for` are written as such."""
    assert "values" == build(Question, "from: values")[0].from_
    assert "Hulp" == build(Contact, "name: Unia\nfor: Hulp")[0].for_


def test_empty_date_means_not_checked_yet():
    """`checked:` may be left empty, other keys may not."""
    assert build(Source, "title: Gids\nchecked:") == (Source("Gids"), [])
    assert build(Source, "title: Gids\nnote:")[1] == [(2, 6, "W009")]


def test_answers_of_a_case_are_taken_as_they_are():
    """What a case answers is judged by a rule later: a name, a list or a number all are kept as text."""
    record, problems = build(Case, "title: C\nends_in: weg\nanswers: {a: ja, b: [x, y], c: 5, d: {e: [f]}}")
    assert [] == problems
    assert {"a": "ja", "b": ("x", "y"), "c": "5", "d": {"e": ("f",)}} == record.answers


@pytest.mark.parametrize(
    "word",
    [
        "yes",
        "No",
        "TRUE",
        "off",
        "y",
        "null",
        "~",
        "12",
        "-3.5",
        "1e5",
        "1_000",
        "2027-11-01",
    ],
)
def test_bare_word_that_yaml_reads_otherwise_needs_quotes(word):
    """A bare word that means a number, a date or yes and no to YAML is refused where a text is meant."""
    assert build(Review, f"owner: {word}\nby: 2027-11-01")[1] == [(1, 8, "W010")]
    assert build(Review, f'owner: "{word}"\nby: 2027-11-01')[1] == []


@pytest.mark.parametrize("text", ["jawel", "nee dank je", "1 keer", "+ een", "112 bellen", "on-line"])
def test_ordinary_words_need_no_quotes(text):
    """A text that only begins like a number or a yes is text."""
    assert build(Review, f"owner: {text}\nby: 2027-11-01") == (Review(text, "2027-11-01"), [])


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("toon", True),
        ("boze-reactie", True),
        ("t_1", True),
        ("__proto__", False),
        ("constructor", False),
        ("3r", True),
        ("Toon", False),
        ("boze--reactie", False),
        ("-toon", False),
        ("toon-", False),
        ("boze reactie", False),
        ("één", False),
        ("a.b", False),
    ],
)
def test_names_have_letters_digits_and_single_hyphens(name, right):
    """A name holds no capitals, spaces, accents or doubled hyphens, so that it fits in links, files and forks."""
    assert right is (build(Tree, f"title: T\nstart: {name}")[1] == [])


@pytest.mark.parametrize(
    ("term", "right"),
    [
        ("24h", True),
        ("30m", True),
        ("2d", True),
        ("0h", False),
        ("24 h", False),
        ("1w", False),
        ("h", False),
    ],
)
def test_terms_are_a_number_with_a_unit(term, right):
    """A term is a whole number of minutes, hours or days."""
    assert right is (build(Task, f"text: T\nwithin: {term}")[1] == [])


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("https://a.be/x", True),
        ("http://a.be", True),
        ("mailto:a@b.be", True),
        ("/hulp/", True),
        ("'#deel'", True),
        ("HTTPS://A.BE", True),
        ("javascript:alert(1)", False),
        ("//a.be", False),
        ("ftp://a.be", False),
        ("a.be", False),
        ("data:text/html,x", False),
        ("'https:// a.be'", False),
        ("'java\\nscript:x'", False),
    ],
)
def test_addresses_are_web_mail_or_inside_the_site(address, right):
    """Only http(s), mailto and addresses inside the site are let through."""
    assert right is (build(Source, f"title: T\nurl: {address}")[1] == [])


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: A\nstpes: [x]", "Bedoelde je ‘steps’?"),
        ("title: A\nurgentcy: x", "Bedoelde je ‘urgency’?"),
        ("title: A\nstap: x", "Bedoelde je ‘steps’?"),
        ("title: A\nTitle: x", "Bedoelde je ‘title’?"),
        (
            "title: A\nqqqqqq: x",
            "Kies uit: title, short, urgency, outcome, contact, help, steps, document, undecided, reply, forbids, contacts, frames, see, sources, to.",
        ),
    ],
)
def test_unknown_key_is_met_with_the_nearest_one(text, hint):
    """A key with a typing error gives W006 with the key that was probably meant."""
    builder = Builder("boom.yml")
    record = builder.build(Action, parse(text, "boom.yml")[0], "wacht")
    (problem,) = builder.problems
    assert ("W006", 2, 1, hint) == (problem.code, problem.line, problem.column, problem.hint)
    assert Action("A") == record


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Fill, "kind: text\nmax: 80", Fill("text", max=80)),
        (Fill, "kind: date\noptional: true", Fill("date", optional=True)),
        (Answer, "exclusive: false", Answer()),
        (Question, "min: 0\nchoose: many", Question(min=0, choose="many")),
    ],
)
def test_numbers_and_yes_no_are_read_where_they_are_meant(kind, text, expected):
    """A key that takes a number takes digits, a key that takes yes or no takes true and false."""
    assert build(kind, text) == (expected, [])


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        (Fill, "kind: tekst", (1, 7)),
        (Fill, "kind: text\nmax: -1", (2, 6)),
        (Fill, "kind: text\nmax: 1.5", (2, 6)),
        (Fill, "kind: text\noptional: True", (2, 11)),
        (Question, "min: [1]", (1, 6)),
        (Answer, "to: []", (1, 5)),
        (Answer, "to: {to: weg}", (1, 5)),
        (Answer, "to: [weg]", (1, 6)),
        (Tree, "[een, twee]", (1, 1)),
    ],
)
def test_value_of_the_wrong_type_is_refused_where_it_stands(kind, text, place):
    """A value of another type gives W007 at the value itself."""
    assert (*place, "W007") in build(kind, text)[1]


def test_record_without_a_required_key_is_left_out_and_the_rest_is_read():
    """A record that lacks what it cannot do without is dropped; the problems behind it are still found."""
    record, problems = build(Tree, "title: T\nstart: a\nactions: {a: {steps: [{within: nu}]}}\nclosing: [{tekst: x}]")
    assert {} == record.actions
    assert ["W011", "W008", "W006"] == [code for _, _, code in problems]
    assert MISSING_VALUE is build(Tree, "title: T")[0]


def test_action_hands_over_by_a_guarded_list():
    """`to: boom/stap` may stand in a guarded list of an action: `to` is a name or a guarded list everywhere."""
    record, problems = build(Action, "title: A\nto: [{when: {all: [fel]}, to: trol/begin}, {to: melden/begin}]")
    assert [] == problems
    assert ["trol/begin", "melden/begin"] == [route.to for route in record.to.routes]
