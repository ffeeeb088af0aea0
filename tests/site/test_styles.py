"""The style sheets: written in parts, published as one file each."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from helpers import ROOT, own_project
from wegwijzer.icons import OWN, drawings, rules
from wegwijzer.render.map_page import ICONS as OF_MAP
from wegwijzer.site.styles import IN_THE_DARK, icons_in_html, icons_shown, parts_of, sheet, sheet_names, sheets
from wegwijzer.workplace import DARK, KIT, colours, contrast, outside, paint_in

SITE_PAGES = sorted((ROOT / "site").rglob("index.html"))
LIBRARY = own_project().library
SHOWN = icons_shown(LIBRARY, LIBRARY.pages.values())
SHORT = 250
"""Lines of a part, at most."""


@cache
def icons_of_sheet(sheet):
    """The icons that a published sheet draws."""
    return set(re.findall(r"^\.ww-icon-([a-z0-9-]+) \{$", sheet.read_text(encoding="utf-8"), re.MULTILINE))


def lines(text):
    """The lines of a style sheet that a browser reads."""
    return [line for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines() if line.strip()]


def test_every_part_is_in_its_sheet_once():
    """No part is forgotten, none stands twice in a sheet, and each is short enough to oversee. A sheet may borrow one of another."""
    written = set(ROOT.glob("src/*/assets/css/*/*.css"))
    assert written == {Path(str(part)) for name in sheet_names() for part in parts_of(name)}
    assert [name for name in sheet_names() if len(parts_of(name)) > len(set(parts_of(name)))] == []
    for path in written:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= SHORT, path


@pytest.mark.parametrize("name", sheet_names())
def test_a_sheet_is_published_whole(name):
    """The site has each sheet as one file: the rules of every part in their order, then the icons, and no part of its own."""
    whole = sheets("", outside(), SHOWN)[f"styles/{name}.css"].decode()
    written = [rule for part in parts_of(name) for rule in lines(part.read_text(encoding="utf-8"))]
    assert lines(whole)[: len(written)] == [line.strip() for line in written]
    assert bool(lines(whole)[len(written) :]) == (name in {"wegwijzer", "map", "workbench"})
    assert "/*" not in whole
    assert (ROOT / f"site/assets/{name}.css").read_text(encoding="utf-8") == whole
    assert not (ROOT / "site/assets/css").exists()


def test_a_sheet_takes_the_colours_of_the_project(monkeypatch):
    """The two colours of a project are those of questions and actions, in the light scheme; outcomes keep theirs."""
    before = sheet("wegwijzer")
    monkeypatch.setattr("wegwijzer.site.styles.colours", lambda: ("123456", "654321"))
    after = sheet("wegwijzer")
    assert "--ww-accent: #0b5563;" in before
    assert "--ww-second: #7a3b00;" in before
    assert "--ww-accent: #123456;" in after
    assert "--ww-second: #654321;" in after
    assert "--ww-tone-blue: #0b5563;" in after


def test_every_icon_that_is_shown_is_drawn():
    """The sheet draws what the site shows and no other; what an element of a page is by its class, a sheet draws that it loads."""
    drawn = icons_of_sheet(ROOT / "site/assets/wegwijzer.css")
    assert drawn == set(SHOWN)
    assert set(OWN) <= drawn
    for page in SITE_PAGES:
        html = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<link rel="stylesheet" href="([^":?]+\.css)"', html)
        by_page = set().union(*(icons_of_sheet((page.parent / sheet).resolve()) for sheet in loaded))
        assert set(re.findall(r'class="[^"]*\bww-icon-([a-z0-9-]+)', html)) <= by_page, page


@pytest.mark.parametrize("page", sorted((ROOT / "site/assets/offline").glob("*.html")), ids=lambda page: page.stem)
def test_one_file_draws_its_icons(page):
    """A wizard without a connection has the icons that it shows, and needs nothing beside it."""
    html = page.read_text(encoding="utf-8")
    drawn = set(re.findall(r"\.ww-icon-([a-z0-9-]+) \{", html))
    assert icons_in_html(html.partition("</style>")[2]) <= drawn


def test_only_icons_that_are_used_travel():
    """The kit draws on every site what its own code shows, and nothing that no code shows."""
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src/wegwijzer").rglob("*.py"))
    code += "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src/wegwijzer/assets").glob("*.js"))
    assert icons_in_html(code) == {*OWN, *(name for name in OF_MAP if f'icon("{name}")' in code)}


def test_an_icon_is_a_mask_without_an_address():
    """A drawing asks nothing of the network, and its colour is that of the words."""
    style = rules(["eye-off", "accessible"])
    assert style.count('url("data:image/svg+xml,<svg ') == len(drawings().keys() & {"eye-off", "accessible"})
    assert not re.search(r"currentColor|#(?!000)[0-9a-f]|\n.*\n.*\\", style)


def test_colours_of_a_project_are_light_enough_in_the_dark():
    """The dark tokens of the kit give way to shades of the project's own colours that can be read on the lightest dark paper."""
    kept = colours()
    try:
        paint_in("5B2A86", "2F5D1E")
        whole = sheet("wegwijzer")
    finally:
        paint_in(*kept)
    dark = whole[whole.index('[data-md-color-scheme="slate"]') :]
    tokens = dict(re.findall(r"--ww-([a-z-]+): #([0-9a-f]{6});", dark[: dark.index("}")]))
    assert tokens["sand"] == DARK.lower()
    for token, on in (("accent", "on-accent"), ("second", "on-second")):
        assert f"#{tokens[token]}" != IN_THE_DARK[token]
        assert contrast(tokens[token], tokens["sand"]) >= 7
        assert contrast(tokens[token], tokens[on]) >= 4.5
        assert f"--ww-{token}: {IN_THE_DARK[token]};" in (KIT / "assets/css/wegwijzer/tokens.css").read_text("utf-8")
