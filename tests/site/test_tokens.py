"""Colours: every pair that stands on each other can be read, in both schemes, and no sheet has a colour or a size of its own."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT
from wegwijzer.site.styles import COMMENT
from wegwijzer.workplace import contrast

TOKENS = ROOT / "src/wegwijzer/assets/css/wegwijzer/tokens.css"
CSS = COMMENT.sub("", TOKENS.read_text(encoding="utf-8"))
AAA, AA, SEEN = 7.0, 4.5, 3.0
"""WCAG 2.2: text to read at length (1.4.6), text (1.4.3), and what one must see to use it (1.4.11)."""
TONES = ("green", "blue", "amber", "violet", "red")
PAIRS = [
    ("ink", "paper", AAA),
    ("ink", "sand", AAA),
    ("ink", "danger-paper", AAA),
    ("soft", "paper", AA),
    ("soft", "sand", AA),
    ("soft", "danger-paper", AA),
    ("accent", "paper", AA),
    ("accent", "sand", AA),
    ("on-accent", "accent", AA),
    ("second", "paper", AA),
    ("second", "sand", AA),
    ("on-second", "second", AA),
    ("danger", "paper", AA),
    ("danger", "sand", AA),
    ("danger", "danger-paper", AA),
    *(("on-tone", f"tone-{tone}", AA) for tone in TONES),
    *((f"tone-{tone}", "paper", SEEN) for tone in TONES),
    ("edge", "paper", SEEN),
    ("edge", "sand", SEEN),
]
"""Who stands on whom, and how much they must differ."""


def colours(scheme: str) -> dict[str, str]:
    """Token → six hexadecimal digits, in `light` or `dark`: what dark does not say is as in light."""
    blocks = re.findall(r"([^{}]+)\{([^}]*)\}", CSS)
    found: dict[str, str] = {}
    for selector, block in blocks:
        if "slate" not in selector or scheme == "dark":
            found |= dict(re.findall(r"--ww-([\w-]+): #([0-9a-f]{3,6});", block))
    return {name: value if len(value) == 6 else "".join(2 * digit for digit in value) for name, value in found.items()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS, ids=str)
def test_a_pair_can_be_read(scheme, front, ground, least):
    """As much contrast as WCAG 2.2 asks for what it is."""
    found = colours(scheme)
    assert contrast(found[front], found[ground]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_of_two_rings_is_seen(scheme):
    """Focus is amber with ink around it: they one of them differs from what lies around it."""
    found = colours(scheme)
    focus, ink = found["focus"], found["ink"]
    if scheme == "light":
        assert contrast(focus, ink) >= SEEN
    for ground in ("paper", "sand", "danger-paper"):
        assert max(contrast(focus, found[ground]), contrast(ink, found[ground])) >= SEEN


def test_every_colour_is_in_a_pair():
    """No token is there that nobody looked at; a line between rows is the one that need not be seen."""
    assert set(colours("light")) - {"line", "focus"} == {name for front, ground, _ in PAIRS for name in (front, ground)}
    assert colours("dark").keys() == colours("light").keys()
