"""The two forms of address in one text."""

from __future__ import annotations

import pytest

from wegwijzer.model.addressing import both, formal, informal, unpaired


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Dag, we lazen het.", ("Dag, we lazen het.",)),
        ("{Kan je|Kunt u} ons {je|uw} adres geven?", ("Kan je ons je adres geven?", "Kunt u ons uw adres geven?")),
        ("Dag $naam{|, geachte}.", ("Dag $naam.", "Dag $naam, geachte.")),
        ("Lees [{je|uw} gids](/over/) of {[hier](/a/)|[daar](/b/)}.", None),
        ("Wat {er staat", ("Wat {er staat",)),
        ("{een|twee|drie}", ("{een|twee|drie}",)),
    ],
)
def test_both_forms(text, forms):
    """Pairs are chosen from; a text without any has one form; what is broken stays as it was written."""
    if forms is None:
        forms = ("Lees [je gids](/over/) of [hier](/a/).", "Lees [uw gids](/over/) of [daar](/b/).")
    assert forms == both(text)
    assert (forms[0], forms[-1]) == (informal(text), formal(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{je|u} en {jouw|uw}", ""),
        ("geen enkele | accolade", ""),
        ("{je} vraagt", "{je} vraagt"),
        ("we lezen {je|u en klaar", "{je|u en klaar"),
        ("{je|u} en dan }", "}"),
        ("{een|twee|drie}", "{een|twee|drie}"),
        ("{je\n|u}", "{je"),
    ],
)
def test_a_brace_without_a_pair_is_found(text, found):
    """The first one, with what stands behind it on its line."""
    assert found == unpaired(text)
