"""A name of an icon, wherever it is written: W126."""

from __future__ import annotations

import pytest

from wegwijzer.icons import drawings
from wegwijzer.testing import problems

OUTCOMES = """\
outcomes:
  antwoorden: {text: Antwoorden, icon: message-reply, tone: blue}
  beperken: {text: Beperken, icon: WRITTEN, tone: amber}
"""


def found(name):
    """What the checker says of icons in a register with that one."""
    told = problems({"data/outcomes.yml": OUTCOMES.replace("WRITTEN", name)})
    return [(one.line, one.column, one.hint) for one in told if one.code == "W126"]


@pytest.mark.parametrize(("written", "meant"), [("eye-of", "eye-off"), ("hand-stopp", "hand-stop")])
def test_a_wrong_name_gives_the_one_that_was_meant(written, meant):
    """Also in a data file: with its line, its column and the nearest name."""
    ((line, column, hint),) = found(written)
    assert (line, column) == (3, 36)
    assert meant in hint


def test_a_name_like_no_other_says_where_to_look():
    ((_, _, hint),) = found("qqqqq")
    assert "tabler.io" in hint


def test_every_name_of_the_package_may_be_written():
    """Thousands, not the few that are used now."""
    assert found("eye-off") == []
    assert len(drawings()) > 5000
