"""What a page shows to who doubts: what holds in any case, what decides, and of a result why it came."""

from __future__ import annotations

import json
import re

import pytest

from helpers import own_tree, tree, tree_files, words
from wegwijzer import browser
from wegwijzer.compile.codec import encode
from wegwijzer.locale import say
from wegwijzer.render.doubt import doubt
from wegwijzer.walk.walker import Walker

TREE = """
title: Boom
start: wie
questions:
  wie:
    text: Wie schrijft?
    answers: {buur: {text: Een buur, to: toon}, ander: {text: Iemand anders, to: toon}}
  toon:
    text: Welke toon?
    answers: {boos: {text: Boos, to: bel}, blij: {text: Blij, to: dank}, gewoon: {text: Gewoon, to: dank}}
actions:
  bel: {title: Bel de politie, urgency: meteen, steps: [Noteer wat er staat., Bel.]}
  dank: {title: Bedank, steps: [Noteer wat er staat., Bedank.]}
"""


@pytest.fixture(scope="module", autouse=True)
def loaded():
    browser.handle(json.dumps({"do": "load", "tree": encode(tree(TREE))}))


def told(fragment="", **more):
    """What the page gets, as one piece of HTML."""
    asked = {"do": "doubt", "tree": "boom", "fragment": fragment, **more}
    return json.loads(browser.handle(json.dumps(asked)))["html"]


def part(html, heading):
    """The words below a heading, up to the next one."""
    below = html.partition(f">{say(heading)}</h4>")[2]
    return words(below.partition("<h4")[0])


def test_at_the_first_question_it_says_what_holds_and_what_decides():
    html = told()
    assert part(html, "doubt.sure") == "Noteer wat er staat."
    assert "Bel de politie" in part(html, "doubt.urgent")
    assert "‘Boos’?" in part(html, "doubt.urgent")
    deciding = part(html, "doubt.deciding")
    assert deciding.startswith("Welke toon?")
    assert "Dan is het advies: Bel de politie." in deciding
    assert re.findall(r'data-of="(\w+)" data-is="(\w+)"', html) == [
        ("toon", name) for name in ("boos", "blij", "gewoon")
    ]
    assert "Dan blijft elk advies nog mogelijk." in words(html)  # whoever writes


def test_what_is_known_is_said_and_leaves_one_advice():
    html = told(known={"toon": "blij"})
    assert f"{say('doubt.known')} Welke toon? Blij" in words(html)
    assert f"{say('doubt.only')} Bedank" in words(html)
    assert 'href="#boom-dank"' in html
    assert part(html, "doubt.urgent") == part(html, "doubt.deciding") == ""


def test_who_knows_neither_is_asked_nothing_more():
    html = told(unsure=["toon"])
    assert part(html, "doubt.deciding") == ""
    assert "Dan blijft elk advies nog mogelijk." in part(html, "doubt.changes")


def test_of_a_result_it_names_the_answers_that_mattered():
    html = told("boom-bel;wie.buur,toon.boos")
    answers = part(html, "why.answers")
    assert "Welke toon? Boos" in answers
    assert "Wie schrijft?" not in answers
    assert "‘Blij’ of ‘Gewoon’" in answers
    assert "Bedank" in answers
    assert "Noteer wat er staat." in part(html, "why.grounds")


@pytest.mark.parametrize("name", [file.stem for file in tree_files()])
def test_every_tree_can_be_doubted_from_its_start(name):
    """Whatever is said, there is a way back, and no task is both safe and held."""
    html = doubt(Walker(own_tree(name)).settle(), {})["html"]
    assert 'data-doubt="back"' in html
    sure, held = (
        set(re.findall(r"<li>(.*?)</li>", html.partition(f">{say(each)}</h4>")[2].partition("<h4")[0]))
        for each in ("doubt.sure", "doubt.held")
    )
    assert not sure & held
