"""The page of choices as HTML: all that a tree asks of a municipality, in the order in which it asks, for any text."""

from __future__ import annotations

import re
from html import unescape

import pytest

from wegwijzer.compile.choices import choices_in, meaning
from wegwijzer.render.choices import choices_html
from wegwijzer.testing import compiled
from wegwijzer.walk.decisions import named

POLICY = """\
title: Onze keuzes
start: eerst
chapters:
  later: {title: Later, start: team}
  begin: {title: Om te beginnen, start: eerst}
questions:
  eerst:
    text: Verberg je <b>dit</b>?
    help: Denk na.
    default: nee
    answers:
      ja: {text: Ja, argument: Anderen zien het niet.}
      nee: {text: '"Nee"', argument: Het gesprek blijft open.}
      nog-niet-beslist: {text: Nog niet beslist}
    to: team
  team:
    text: Hoe heet het team?
    fill: {kind: text, max: 60}
    default: het "team"
    to: uren
  uren:
    text: Binnen hoeveel uur?
    fill: {kind: number, max: 3, unit: uur}
    default: "24"
    to: klaar
actions:
  klaar: {title: Klaar, document: [{text: Onze bijlage., style: heading}]}
"""
USING = "title: Boom\nuses: [keuzes]\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [{text: Doe het.}]}\n"


@pytest.fixture(scope="module")
def policy():
    return compiled({"trees/keuzes.yml": POLICY, "trees/boom.yml": USING}, "keuzes")


@pytest.fixture(scope="module")
def html(policy):
    return choices_html(policy, "../")


def test_every_choice_stands_there_once_with_what_it_means(policy, html):
    """Its name, its default, and what a decision remembers of it; the chapter where the tree begins is open, and first."""
    assert dict(re.findall(r'data-choice="([^"]+)".*?data-as="([^"]+)"', html)) == {
        name: meaning(question) for name, question in choices_in(policy).items()
    }
    assert re.findall(r"<h2>([^<]+)</h2>", html)[:2] == ["Om te beginnen", "Later"]
    assert [bool(found) for found in re.findall(r'<details class="ww-chapter"( open)?>', html)] == [True, False]


def test_the_default_is_filled_in_and_called_that(html):
    """An answer is checked and marked, a text stands in its field, and below it; nothing can be used without a script."""
    assert re.findall(r'value="([^"]+)" checked', html) == ["nee"]
    assert html.count('<span class="ww-default">standaardkeuze</span>') == 1
    assert 'value="het &quot;team&quot;"' in html
    assert "Standaardkeuze: 24\u00a0uur" in html
    assert html.count("<fieldset") == len(re.findall(r"<fieldset[^>]* disabled", html)) == 3


def test_each_answer_has_its_argument(html):
    """All sides, in the order of the tree."""
    assert html.index("Anderen zien het niet.") < html.index("Het gesprek blijft open.")
    assert "Verberg je &lt;b&gt;dit&lt;/b&gt;?" in html
    assert "../keuzehulp/keuzes/#keuzes-klaar" in html


@pytest.mark.parametrize(
    "who", ["het college", "Jan Janssens", "dr. Peeters", "Élise D'Hondt", "Dienst communicatie", "jan@voorbeeld.be"]
)
def test_the_page_knows_a_person_as_the_checker_does(html, who):
    """The pattern that it gets finds the same names, as far as letters are what JavaScript calls letters."""
    (pattern,) = re.findall(r'data-person="([^"]+)"', html)
    as_here = unescape(pattern).replace(r"\p{L}\p{N}_", r"\w")
    assert (bool(re.fullmatch(as_here, who)) or "@" in who) == bool(named(who))
