"""What a reader is told of a choice that nobody asked: one line with a way to choose after all, and in forms without memory
a condition in words.
"""

from __future__ import annotations

import re

import pytest

from edges import arrows_in, dot_edges
from helpers import FIXTURES, tree
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.text import tree_text, view_text
from wegwijzer.view.nodes import live_view, static_view
from wegwijzer.view.opened import opened
from wegwijzer.walk.walker import replay

CHOICES = (FIXTURES / "valid/keuzes.yml").read_text(encoding="utf-8")
STIL = (FIXTURES / "valid/stil.yml").read_text(encoding="utf-8")
LINE = re.compile(r'<p class="ww-followed">(.*?)</p>')
LINK = re.compile(r'href="#([^"]*)">wijzig<span class="ww-hidden">: (Termijn|Verbergen)<')


@pytest.fixture(scope="module")
def stil():
    return tree(STIL, keuzes=CHOICES)


def told(html):
    return [re.sub("<[^>]*>", "", line) for line in LINE.findall(html)]


def test_every_node_after_it_says_what_was_followed(stil):
    """The line stands on the questions and the result behind it, on each once, and names only what was followed before."""
    at = [
        live_html(replay(stil, answers)) for answers in ([], [("toon", "boos")], [("toon", "boos"), ("wie", "bekend")])
    ]
    term = "We volgden de standaardkeuze: Termijn: 24\u00a0uur · wijzig: Termijn"
    both = f"{term}; Verbergen: Verbergen · wijzig: Verbergen"
    assert [[term], [both], [both]] == [told(html) for html in at]
    assert "ww-policies" not in at[-1]  # not in a second list


def test_what_was_kept_has_a_line_of_its_own(stil):
    """A choice of the municipality is told as theirs, and what was chosen after all is no longer told as followed."""
    kept = {"keuzes.zicht": "laten-staan"}
    html = live_html(replay(stil, [("toon", "boos")], given=kept))
    assert "Volgens jullie afspraken: Verbergen: Laten staan · wijzig: Verbergen" in told(html)
    chosen = live_html(replay(stil, [("toon", "boos"), ("zicht", "laten-staan")]))
    assert ["We volgden de standaardkeuze: Termijn: 24\u00a0uur · wijzig: Termijn"] == told(chosen)


def test_each_link_opens_its_question(stil):
    """Behind ‘wijzig’ the question stands open, with all its answers, and after an answer the line is gone."""
    html = live_html(replay(stil, [("toon", "boos"), ("wie", "bekend")]))
    links = {name: link for link, name in LINK.findall(html)}
    walker = opened(stil, {"fragment": links["Verbergen"]}).walker
    view = live_view(walker)
    assert ("zicht", ["verbergen", "laten-staan"]) == (view.id, [answer.id for answer in view.answers])
    assert all(answer.arrow for answer in view.answers)
    assert "tijd" == opened(stil, {"fragment": links["Termijn"]}).walker.node


def test_the_terminal_says_it_too(stil):
    """The text of a live node has the line, and marks what was kept where it is asked all the same."""
    assert "We volgden de standaardkeuze: Termijn: 24 uur" in view_text(live_view(replay(stil, [])))
    given = {"keuzes.zicht": "laten-staan"}
    asked = view_text(live_view(replay(stil, [("toon", "vriendelijk")], given=given)))
    assert "- Laten staan (jullie beleid) →" in asked
    assert 1 == live_html(replay(stil, [("toon", "vriendelijk")], given=given)).count(">jullie beleid<")


def test_without_memory_it_is_a_condition_in_words(stil):
    """The default comes first, then each other option as a question; the node keeps its number and its arrows."""
    view = static_view(stil, "zicht")
    assert ("3", "question", "Verberg je een kwetsend bericht?", ()) == (
        view.number,
        view.kind,
        view.title,
        view.followed,
    )
    assert [("Standaard: Verbergen", "wie"), ("Koos jullie gemeente ‘Laten staan’?", "norm")] == [
        (answer.text, answer.arrow.id) for answer in view.answers
    ]
    turned = tree(STIL, keuzes=CHOICES.replace("default: verbergen", "default: laten-staan"))
    assert ["laten-staan", "verbergen"] == [answer.id for answer in static_view(turned, "zicht").answers]
    assert "1. Binnen hoeveel uur antwoord je?\n   Standaard: 24 uur\n   → ga naar 2" in tree_text(stil)


def test_the_edge_of_the_default_is_thicker(stil):
    """A diagram has the same arrows, and shows which one is followed when nobody chose."""
    usual = tree(STIL.replace("    ask: never\n", ""), keuzes=CHOICES)
    assert dot_edges(stil) == dot_edges(usual)
    thick = "\n".join(line for line in tree_dot(stil).splitlines() if "penwidth=3" in line)
    assert [("zicht", "wie")] == arrows_in(thick)
    assert "penwidth" not in tree_dot(usual)


def test_the_page_marks_what_the_script_may_follow(stil):
    """The static section says that nobody need answer, of which choice it is, and which link is the default."""
    page = tree_html(stil)
    section = re.search(r'<section[^>]*id="boom-zicht".*?</section>', page, re.DOTALL)[0]
    assert 'data-policy="keuzes.zicht" data-quiet' in section
    assert ["verbergen"] == re.findall(r'data-answer="([^"]*)" data-default', section)
    always = re.search(r'<section[^>]*id="boom-vraag-na".*?</section>', page, re.DOTALL)[0]
    assert 'data-policy="keuzes.zicht"' in always
    assert "data-quiet" not in always
    assert "data-default" not in always
