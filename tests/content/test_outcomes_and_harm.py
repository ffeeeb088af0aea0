"""What an action comes down to never contradicts what it asks: harm first."""

from __future__ import annotations

import pytest

from helpers import own_project, tree_files

LOUD = {"stoppen", "melden"}
"""Where nobody may be spoken to, one stops or reports."""
TREES = [file.stem for file in tree_files()]


def actions_of(tree):
    return own_project().library.trees[tree].actions


@pytest.mark.parametrize("tree", TREES)
def test_who_may_not_speak_stops_or_reports(tree):
    """An action that forbids all contact is called `stoppen` or `melden`, in every tree that names outcomes."""
    named = {name: action for name, action in actions_of(tree).items() if action.outcome}
    silent = {name: action.outcome for name, action in named.items() if action.contact == "none"}
    assert set() == {name for name, outcome in silent.items() if outcome not in LOUD}


@pytest.mark.parametrize("tree", TREES)
def test_sanction_is_no_answer(tree):
    """Who hides, deletes or bans does not answer: a reply that tells of a sanction stands with `beperken`."""
    sanctions = {
        name: action.outcome
        for name, action in actions_of(tree).items()
        if action.reply and action.reply.relation == "sanction" and action.outcome
    }
    assert set(sanctions.values()) <= {"beperken"}, sanctions


@pytest.mark.parametrize("tree", TREES)
def test_what_stays_needs_no_hurry(tree):
    """Nothing that cannot wait is left standing."""
    left = {name for name, action in actions_of(tree).items() if action.outcome == "laten-staan"}
    assert set() == {name for name in left if actions_of(tree)[name].urgency == "meteen"}


def test_every_outcome_is_used():
    """The five words of the register all stand somewhere, in the tree on messages too."""
    used = {action.outcome for action in actions_of("reactie").values()}
    assert set(own_project().library.outcomes) <= used
