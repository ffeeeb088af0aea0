"""The wizard beside a text: where it stands, and that a text with an error in it leaves the last one that could be walked."""

from __future__ import annotations

import json

import pytest

from wegwijzer import browser, workbench
from wegwijzer.render.html import live_html
from wegwijzer.view.opened import opened
from wegwijzer.workbench.chart import chart
from wegwijzer.workbench.desk import Desk, project, put
from wegwijzer.workbench.preview import preview

TREE = """title: Boom
start: soort
questions:
  soort:
    text: Wat is het?
    answers:
      kritiek: {text: Kritiek, to: wie}
      rest: {text: De rest, to: klaar}
  wie:
    text: Wie schrijft het?
    answers:
      iemand: {text: Iemand, to: klaar}
actions:
  klaar: {title: Klaar, steps: [Stap.]}
  los: {title: Nergens, steps: [Stap.]}
"""
PATH = "trees/boom.yml"


@pytest.fixture
def small(tmp_path):
    """A project with one small tree."""
    desk = Desk(tmp_path)
    project(desk, {"files": {"wegwijzer.toml": 'language = "nl"\n', PATH: TREE}})
    return desk


def write(desk, old, new):
    text = desk.texts[PATH]
    assert old in text
    put(desk, {"path": PATH, "text": text.replace(old, new)})


def at(desk, *where, **more):
    return preview(desk, {"path": PATH, "where": list(where), **more})


def test_it_opens_at_the_step_that_is_edited(small):
    """Also deep inside it; and at the start for what is of no step."""
    found = at(small, "questions", "wie", "answers", "iemand", "text")
    assert found["fragment"].startswith("boom-wie;soort.kritiek;")
    assert (found["tree"], found["node"], found["path"], found["good"]) == ("boom", "wie", PATH, True)
    assert at(small, "title")["fragment"] == "boom-soort"
    assert at(small, "questions", "bestaat-niet")["fragment"] == "boom-soort"


def test_a_change_of_a_text_leaves_the_walk(small):
    """With the version that the tree has now, so that the wizard has nothing to say of it."""
    walk = at(small, "actions", "klaar")["fragment"]
    assert walk.startswith("boom-klaar;soort.rest;")
    other = "boom-klaar;soort.kritiek,wie.iemand;" + walk[-8:]
    write(small, "to: wie}", "to: wie, marks: []}")
    write(small, "title: Klaar", "title: Klaar nu")
    assert at(small, "actions", "klaar", at=other)["fragment"] == other
    assert at(small, "actions", "klaar", at=other, arrives=True)["fragment"] == other


def test_who_walked_on_stays_there_until_somebody_goes_to_a_step(small):
    version = at(small, "actions", "klaar")["fragment"][-8:]
    assert at(small, "actions", "klaar", at="boom-soort")["fragment"] == "boom-soort"
    assert (
        at(small, "actions", "klaar", at="boom-soort", arrives=True)["fragment"] == f"boom-klaar;soort.rest;{version}"
    )


def test_a_walk_that_no_longer_leads_there_is_replaced(small):
    """By another one to the same step, or to the step that is edited when that one is gone."""
    old = at(small, "questions", "wie")["fragment"]
    write(
        small,
        "kritiek: {text: Kritiek, to: wie}",
        "kritiek: {text: Kritiek, to: klaar}\n      vraag: {text: Vraag, to: wie}",
    )
    assert at(small, "questions", "wie", at=old)["fragment"].startswith("boom-wie;soort.vraag;")
    assert at(small, "actions", "klaar", at="boom-weg;soort.weg")["fragment"].startswith("boom-klaar;soort.kritiek;")


@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Boom", "title: [\n"), ("start: soort\n", ""), ("  soort:\n", "  soort\n"), ("questions:", "vragen:")],
)
def test_a_broken_text_leaves_the_last_good_one(small, old, new):
    before = at(small, "questions", "wie")
    write(small, old, new)
    found = at(small, "questions", "wie", at=before["fragment"])
    assert (found["good"], found["fragment"], found["walks"]) == (False, before["fragment"], before["walks"])
    put(small, {"path": PATH, "text": TREE})
    assert at(small, "questions", "wie")["good"]


def test_a_text_that_never_was_good_shows_nothing(small):
    put(small, {"path": PATH, "text": "title: [\n"})
    assert at(small, "questions", "wie") == {"tree": None, "good": False}
    write(small, "title: [\n", TREE.replace("klaar: {title: Klaar, steps: [Stap.]}", "klaar: 1"))
    assert (at(small, "questions", "soort")["good"], at(small, "questions", "soort")["tree"]) == (False, "boom")
    put(small, {"path": PATH, "text": None})
    assert at(small, "questions", "wie") == {"tree": None, "good": True}


def test_a_way_to_a_step_that_is_not_there_yet_leads_to_one_that_says_so(small):
    write(small, "to: wie}", "to: nieuw}")
    found = at(small, "questions", "soort")
    assert (found["good"], found["missing"]) == (True, ["nieuw"])
    assert "nieuw" in found["walks"].tree.actions["nieuw"].title


def test_what_data_says_is_shown_in_a_step_that_names_it(small):
    """First in the tree that stands there; what no step names is shown nowhere, and leaves the tree that stands there."""
    data, other = "data/outcomes.yml", "trees/ander.yml"
    word = "{text: Klaar, tone: green, icon: check}"
    put(small, {"path": data, "text": f"outcomes:\n  klaar: {word}\n  nooit: {word}\n"})
    write(small, "title: Klaar,", "title: Klaar, outcome: klaar,")
    put(small, {"path": other, "text": small.texts[PATH]})
    asked = {"path": data, "where": ["outcomes", "klaar", "text"]}
    for shown in (PATH, other):
        found = preview(small, {**asked, "shown": shown})
        assert (found["path"], found["node"], found["good"]) == (shown, "klaar", True)
    assert preview(small, asked)["node"] == "klaar"
    for nowhere in ({"path": data, "where": ["outcomes", "nooit"]}, {"path": "wegwijzer.toml", "where": []}):
        assert preview(small, nowhere) == {"tree": None, "good": True}
        assert preview(small, {**nowhere, "shown": PATH})["tree"] == "boom"


def test_the_page_walks_in_it(small, monkeypatch):
    """The engine that answers the page knows the tree as it is now, and the reply is plain data."""
    monkeypatch.setattr(workbench, "_desk", [small])
    monkeypatch.setattr(browser, "_trees", {})
    write(small, "Wie schrijft het?", "Wie <b>schrijft</b> dit?")
    asked = {"do": "work", "what": "preview", "path": PATH, "where": ["questions", "wie"]}
    told = json.loads(browser.handle(json.dumps(asked)))
    assert "walks" not in told
    reply = json.loads(browser.handle(json.dumps({"do": "open", "tree": "boom", **told})))
    assert reply["node"] == "wie"
    assert "Wie &lt;b&gt;schrijft&lt;/b&gt; dit?" in reply["html"]
    assert reply["notice"] == ""


def test_nothing_that_is_typed_stops_it(small):
    """Without any of its lines, or with half of it, there is an answer; where that is good, the page can walk there."""
    rows = TREE.splitlines(keepends=True)
    for place in range(len(rows)):
        for text in (
            "".join(rows[:place] + rows[place + 1 :]),
            "".join(rows[:place]) + rows[place][: len(rows[place]) // 2],
        ):
            put(small, {"path": PATH, "text": text})
            for where in (["questions", "wie"], ["actions", "klaar"], ["title"]):
                found = at(small, *where, arrives=True)
                drawn = chart(small, {"path": PATH, "where": where})
                assert found["tree"] == drawn["tree"]
                if found["tree"]:
                    asked = {"fragment": found["fragment"], "given": found["given"]}
                    assert live_html(opened(found["walks"], asked).walker)
