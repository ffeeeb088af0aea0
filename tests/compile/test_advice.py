"""By what a browser knows that an advice was renewed."""

from __future__ import annotations

import json

import pytest

from helpers import tree
from wegwijzer.compile.advice import digest, digests
from wegwijzer.compile.codec import encode

BOOM = """
title: Boom
start: vraag
questions:
  vraag: {text: "Vraag?", answers: {ja: {text: Ja, to: bel}, nee: {text: Nee, to: wacht}}}
actions:
  bel: {title: Bel, steps: [Bel meteen.], contacts: [unia], sources: [redactie]}
  wacht: {title: Wacht, steps: [Wacht even.]}
"""
CONTACTS = """
contacts:
  unia: {name: Unia, for: Meld hier., phone: "0800 12 800", checked: 2026-11-29}
"""


def of(*replacements):
    text, contacts = BOOM, CONTACTS
    for old, new in replacements:
        assert old in text + contacts
        text, contacts = text.replace(old, new), contacts.replace(old, new)
    compiled = tree(text, contacts=contacts)
    found = digests(json.loads(json.dumps(encode(compiled))))
    assert {name: digest(compiled, name) for name in found} == {name: each for name, (each, _) in found.items()}
    return found


def test_it_is_the_same_in_the_build_and_in_the_page():
    """The build makes it of data, the page of records (see `of`), each with the title that a reader knows."""
    assert {"bel": "Bel", "wacht": "Wacht"} == {name: title for name, (_, title) in of().items()}


@pytest.mark.parametrize(
    "change", [("Bel meteen.", "Bel nu."), ("title: Bel", "title: Telefoneer"), ("0800 12 800", "0800 1")]
)
def test_another_task_title_or_number_renews_that_advice_alone(change):
    """Also a number of who is to be called."""
    assert ["bel"] == [name for name, (each, _) in of(change).items() if each != of()[name][0]]


@pytest.mark.parametrize("change", [("Vraag?", "Wat?"), ("[redactie]", "[a]"), ("2026-11-29", "2026-11-30")])
def test_what_stands_elsewhere_renews_nothing(change):
    """A question, a source, the day on which somebody looked a number up."""
    assert {name: each for name, (each, _) in of().items()} == {name: each for name, (each, _) in of(change).items()}
