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


SHEETS = sorted({*ROOT.glob("src/*/assets/**/*.css")} - {TOKENS, ROOT / "src/wegwijzer/assets/letters.css"})
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE)
NAMED = re.compile(
    r"(?:color|background|border(?:-\w+)?|outline|fill|stroke|shadow):[^;]*(?<![\w-])(?:black|white|red|green|blue|grey|gray|yellow|orange|brown|purple)\b"
)
SIZE = re.compile(r"(?<![\w.-])(?!0*1px\b)(?!0(?:px|rem)\b)\d*\.?\d+(?:px|pt|cm|mm|in|pc|rem)\b")
EXCEPTIONS = {"print.css: margin: 15mm;": "the edge of a sheet of paper: a rule for `@page` knows no tokens"}
"""What stands outside of the tokens all the same, as `file: declaration`, and why."""


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.parent.name}/{sheet.name}")
def test_no_sheet_has_a_colour_or_a_size_of_its_own(sheet):
    """A colour, a size in px, pt or rem: a token. A hairline of 1px, em, % and parts of the screen are free."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = [
        line.strip()
        for line in text.splitlines()
        if COLOUR.search(line) or NAMED.search(line) or (SIZE.search(line) and not line.startswith("@"))
    ]
    assert [line for line in found if f"{sheet.name}: {line}" not in EXCEPTIONS] == []


def test_every_exception_is_still_there():
    written = {
        f"{sheet.name}: {line.strip()}" for sheet in SHEETS for line in sheet.read_text(encoding="utf-8").splitlines()
    }
    assert set(EXCEPTIONS) <= written


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_on_design_tells_the_truth(scheme):
    """The table in docs/dev/design.md has each pair with what is measured now."""
    found = colours(scheme)
    page = (ROOT / "docs/dev/design.md").read_text(encoding="utf-8")
    column = {"light": 1, "dark": 2}[scheme]
    told = {
        (row[0].split("` on `")[0].strip("`"), row[0].split("` on `")[1].strip("`")): row[column]
        for line in page.splitlines()
        if line.startswith("| `") and "` on `" in line
        for row in [[cell.strip() for cell in line.strip("|").split("|")]]
    }
    assert told == {(front, ground): f"{contrast(found[front], found[ground]):.1f}" for front, ground, _ in PAIRS}
