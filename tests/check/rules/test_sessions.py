"""The rules on sessions: time that holds, parts that are one thing, and exercises that nobody forgot."""

from __future__ import annotations

import pytest
import yaml

from helpers import ROOT
from municipal.pages.sessions import EVERY
from municipal.records import Subject
from municipal.sessions.programme import HOURS, hours
from wegwijzer.check.checker import check
from wegwijzer.load import load_paths

TREE = """
title: Boom
start: doe
actions:
  doe: {title: Doe iets, steps: [{text: Doe het.}]}
cases:
  - {title: Zwaar geval, post: Een zwaar bericht., warning: Dit is zwaar., answers: {}, ends-in: doe}
"""


def exercise(minutes=15):
    return {
        "title": "Oefening",
        "goal": "Je kijkt.",
        "minutes": minutes,
        "group": "Iedereen.",
        "material": ["Een blad."],
        "steps": ["Lees."],
        "tasks": [{"question": "Wat voel je?"}],
        "debrief": ["Wat nu?"],
        "trainer": "Luister.",
        "sources": ["gids"],
    }


def session(*parts, minutes=20):
    return {
        "title": "Sessie",
        "topic": "reageren",
        "minutes": minutes,
        "goal": "Je blijft rustig.",
        "group": "Zes mensen.",
        "parts": list(parts) or [{"moment": "welkom", "minutes": 5}, {"exercise": "een", "minutes": 15}],
        "pitfalls": ["Het duurt te lang."],
        "evaluation": ["Ik blijf rustig."],
        "sources": ["gids"],
    }


@pytest.fixture
def found(tmp_path):
    """The codes and lines that the checker gives for a session, exercises and what is left out."""

    def run(told, without=(), **exercises):
        for folder in ("trees", "data"):
            (tmp_path / folder).mkdir(exist_ok=True)
        lists = ("room", "agreements", "safety", "opening", "closing", "takeaways", "evaluation", "questions")
        common = {key: ["Een zin."] for key in lists}
        sessions = {**common, "sources": ["gids"], "sessions": {"rustig": told}, "without": list(without)}
        files = {
            "sources": {"sources": {"gids": {"title": "Gids"}}},
            "exercises": {"exercises": exercises or {"een": exercise()}},
            "sessions": sessions,
        }
        for name, content in files.items():
            text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
            (tmp_path / f"data/{name}.yml").write_text(text, encoding="utf-8")
        (tmp_path / "trees/boom.yml").write_text(TREE, encoding="utf-8")
        text = (tmp_path / "data/sessions.yml").read_text(encoding="utf-8").splitlines()
        problems = check(load_paths([tmp_path], cwd=tmp_path))
        return [
            (problem.code, text[problem.line - 1].strip())
            for problem in problems
            if problem.path == "data/sessions.yml" and problem.code in ("W127", "W128", "W119")
        ]

    return run


def test_a_session_that_holds(found):
    """Minutes that add up, and an exercise with the time it asks: no problem."""
    assert found(session()) == []


def test_minutes_that_do_not_add_up(found):
    """The line of the session's own minutes is told."""
    assert found(session(minutes=25)) == [("W127", "minutes: 25")]


def test_an_exercise_without_its_time(found):
    """A part is as long as its exercise asks, at least."""
    told = session({"moment": "welkom", "minutes": 6}, {"exercise": "een", "minutes": 14})
    assert found(told) == [("W127", "minutes: 14")]


@pytest.mark.parametrize(
    "part", [{"exercise": "een", "moment": "slot", "minutes": 15}, {"steps": ["Praat."], "minutes": 15}]
)
def test_a_part_is_one_thing(found, part):
    """Not two at once, and not nothing."""
    told = session({"exercise": "een", "minutes": 15}, part, minutes=30)
    assert [code for code, _ in found(told)] == ["W127"]


def test_cases_of_a_tree_that_has_none_for_a_group(found):
    """A tree with only heavy cases gives none."""
    told = session({"exercise": "een", "minutes": 15}, {"cases": "boom", "minutes": 5})
    assert found(told) == [("W127", "- cases: boom")]


def test_an_exercise_that_nobody_takes_up(found):
    """It is in a session, or it is said why not."""
    both = {"een": exercise(), "twee": exercise()}
    assert [code for code, _ in found(session(), **both)] == ["W128"]
    assert found(session(), [{"exercise": "twee", "why": "Die vraagt een eigen dag."}], **both) == []
    assert [code for code, _ in found(session(), [{"exercise": "een", "why": "Toch niet."}])] == ["W128"]


def test_the_style_sheet_knows_every_choice():
    """What is chosen hides the rest: one line in the sheet for every topic and for every length."""
    css = (ROOT / "src/municipal/assets/css/gids/choose.css").read_text(encoding="utf-8")
    for what, names in (("topic", Subject.__args__), ("time", HOURS)):
        for name in names:
            line = f'.ww-sessions:has(.ww-choose-{what} [value="{name}"]:checked) li:not([data-{what}="{name}"])'
            assert line in css
    assert f'[value="{EVERY}"]:checked' in css


@pytest.mark.parametrize(
    ("minutes", "name"), [(60, "uur"), (75, "uur"), (90, "twee-uur"), (120, "twee-uur"), (180, "halve-dag")]
)
def test_how_much_time_a_session_asks(minutes, name):
    """A trainer thinks in hours and half days."""
    assert hours(minutes) == name
