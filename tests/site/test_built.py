"""The built site: maps that say what the trees say, and sentences that know their line."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from edges import Links
from wegwijzer.locale import say
from wegwijzer.render.dot import edges_of
from wegwijzer.render.html import tree_html
from wegwijzer.render.regions import MOST
from wegwijzer.view.nodes import node_ids

ROOT = Path(__file__).resolve().parents[2]
TREES = sorted(path.stem for path in (ROOT / "trees").glob("*.yml"))
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(params=TREES)
def compiled(request, own_trees):
    return own_trees[request.param]


def sheets_in(tree):
    """The drawings on the map of a tree, without the overview, by the anchor of their sheet."""
    page = (ROOT / f"site/kaart/{tree}/index.html").read_text(encoding="utf-8")
    found = re.findall(r'<section class="ww-sheet" id="([^"]+)">.*?(<svg.*?</svg>)', page, re.DOTALL)
    return {name: ET.fromstring(svg) for name, svg in found if name != "blad-0"}  # noqa: S314 - our own


def drawn(svg, kind):
    """What of one kind is drawn: the nodes, what lies elsewhere, the arrows."""
    return [group for group in svg.iter(f"{SVG}g") if kind in (group.get("class") or "").split()]


def shown_number(group):
    return next(text.text for text in group.iter(f"{SVG}text") if text.get("class") == "ww-dot-text")


def place_of(group):
    return next(link.get(LINK) for link in group.iter(f"{SVG}a"))


def test_the_map_has_every_step_once_and_leads_to_the_wizard(compiled):
    """Every step and fork stands on one sheet, with its number in a circle, and leads to that step in the wizard."""
    own = [
        group
        for svg in sheets_in(compiled.id).values()
        for group in drawn(svg, "ww-node")
        if "ww-node-stub" not in group.get("class")
    ]
    wizard = f"../../keuzehulp/{compiled.id}/#{compiled.id}-"
    expected = {wizard + name: compiled.numbers[name] for name in node_ids(compiled)}
    assert expected == {place_of(group): shown_number(group) for group in own}
    assert len(own) == len(expected)


def test_a_sheet_can_be_taken_in_at_a_glance(compiled):
    """At most nine nodes stand on a sheet; what lies elsewhere leads to the sheet that has it."""
    sheets = sheets_in(compiled.id)
    home = {
        shown_number(g): name
        for name, svg in sheets.items()
        for g in drawn(svg, "ww-node")
        if g not in drawn(svg, "ww-node-stub")
    }
    for name, svg in sheets.items():
        stubs = drawn(svg, "ww-node-stub")
        assert 1 <= len(drawn(svg, "ww-node")) - len(stubs) <= MOST
        for stub in stubs:
            assert place_of(stub) == f"#{home[shown_number(stub)]}" != f"#{name}"


def test_the_map_has_every_arrow(compiled):
    """The sheets together have as many arrows as the tree has ways from step to step; answers stand on them as pills."""
    sheets = sheets_in(compiled.id).values()
    ends = [group for svg in sheets for group in drawn(svg, "ww-edge") if not group.get("id").endswith("--a")]
    ways = [way for name in node_ids(compiled) for way in edges_of(compiled, name)]
    assert len(ends) == len(ways)
    pills = [" ".join("".join(g.itertext()).split()) for svg in sheets for g in drawn(svg, "ww-pill")]
    assert len(pills) == sum(bool(label) for label, _ in ways)


def test_a_drawing_has_a_title_and_no_fixed_colours(compiled):
    """A drawing has a name for a screen reader, and leaves colour to the page."""
    for svg in sheets_in(compiled.id).values():
        title = svg.find(f"{SVG}g/{SVG}title")
        assert svg.get("aria-labelledby") == title.get("id")
        assert [e.tag for e in svg.iter() if e.get("fill") or e.get("stroke") or e.get("style")] == []


def test_the_page_leads_to_the_map(compiled):
    """Under the wizard stands one way to the map, where links to the old diagram end; no drawing stands in the page."""
    page = (ROOT / f"site/keuzehulp/{compiled.id}/index.html").read_text(encoding="utf-8")
    (link,) = re.findall(r'<p class="ww-map-link" id="diagram"><a href="([^"]+)"', page)
    assert link == f"../../kaart/{compiled.id}/"
    assert "ww-node" not in page


def test_the_page_has_the_links_of_the_tree(compiled):
    """Between the engine and the page no link got lost, and each leads to a section that stands there."""
    page, drawn = Links(compiled.id), Links(compiled.id)
    page.feed((ROOT / f"site/keuzehulp/{compiled.id}/index.html").read_text(encoding="utf-8"))
    drawn.feed(tree_html(compiled))
    assert page.hrefs == drawn.hrefs
    assert {href for href in page.hrefs.values() if href.removeprefix("#") not in page.anchors} == set()


@pytest.mark.parametrize("place", ["tekst/{}/index.html", "assets/offline/{}.html"])
def test_every_sentence_names_its_file_and_line(compiled, place):
    """Where a step stands whole, on the page with the text and in the one file, it says in which file and on which line, and that is so."""
    page = (ROOT / "site" / place.format(compiled.id)).read_text(encoding="utf-8")
    sections = dict(re.findall(rf'<section [^>]*id="{compiled.id}-([^"]+)"[^>]*>(.*?)</section>', page, re.DOTALL))
    lines = (ROOT / compiled.file).read_text(encoding="utf-8").splitlines()
    for name, line in compiled.lines.items():
        assert say("node.file", file=compiled.file, line=line) in sections[name]
        assert lines[line - 1].strip() == f"{name}:"
