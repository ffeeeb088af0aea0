"""The built site: diagrams that say what the trees say, and sentences that know their line."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from edges import Links
from wegwijzer.render.dot import chapter_nodes, diagram_name, edges_of
from wegwijzer.render.html import tree_html
from wegwijzer.view.nodes import node_ids

ROOT = Path(__file__).resolve().parents[2]
TREES = sorted(path.stem for path in (ROOT / "trees").glob("*.yml"))
SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(params=TREES)
def compiled(request, own_trees):
    return own_trees[request.param]


def drawn(name):
    """The diagram as it stands in the page."""
    return ET.parse(ROOT / f"build/diagrams/{name}.svg").getroot()  # noqa: S314 - our own


def test_the_whole_diagram_links_every_step(compiled):
    """Every step and fork is a node that leads to that step in the wizard, with its number in a circle."""
    svg = drawn(diagram_name(compiled.id, None))
    links = {link.get(LINK) for link in svg.iter(f"{SVG}a")}
    numbers = {text.text for text in svg.iter(f"{SVG}text") if text.get("class") == "ww-dot-text"}
    assert links == {f"#{compiled.id}-{name}" for name in node_ids(compiled)}
    assert numbers == set(compiled.numbers.values())


def test_the_diagram_has_every_arrow(compiled):
    """The diagram has as many arrows as the tree has ways from step to step."""
    svg = drawn(diagram_name(compiled.id, None))
    arrows = [group for group in svg.iter(f"{SVG}g") if (group.get("class") or "").startswith("edge")]
    assert len(arrows) == sum(len(edges_of(compiled, name)) for name in node_ids(compiled))


def test_every_chapter_is_drawn(compiled):
    """A tree with chapters has a diagram for each, and the page shows them all."""
    page = (ROOT / f"site/keuzehulp/{compiled.id}/index.html").read_text(encoding="utf-8")
    for chapter in chapter_nodes(compiled) if compiled.tree.chapters else ():
        assert drawn(diagram_name(compiled.id, chapter)) is not None
        assert f'id="diagram-{diagram_name(compiled.id, chapter)}"' in page


def test_a_diagram_has_a_title_and_no_fixed_colours(compiled):
    """A diagram has a name for a screen reader, and leaves colour to the page."""
    svg = drawn(diagram_name(compiled.id, None))
    title = svg.find(f"{SVG}g/{SVG}title")
    assert svg.get("aria-labelledby") == title.get("id")
    assert compiled.tree.title in title.text
    assert [e.tag for e in svg.iter() if e.get("fill") or e.get("stroke") or e.get("style")] == []


def test_the_page_has_the_links_of_the_tree(compiled):
    """Between the engine and the page no link got lost, and each leads to a section that stands there."""
    page, drawn = Links(), Links()
    page.feed((ROOT / f"site/keuzehulp/{compiled.id}/index.html").read_text(encoding="utf-8"))
    drawn.feed(tree_html(compiled))
    assert page.hrefs == drawn.hrefs
    assert {href for href in page.hrefs.values() if href.removeprefix("#") not in page.anchors} == set()


def test_every_sentence_names_its_file_and_line(compiled):
    """In the one file, and in the page from the engine, every step says in which file and on which line it stands, and that is so."""
    page = (ROOT / f"site/assets/offline/{compiled.id}.html").read_text(encoding="utf-8")
    lines = (ROOT / compiled.file).read_text(encoding="utf-8").splitlines()
    for name, line in compiled.lines.items():
        assert f'data-source="{compiled.file}:{line}"' in page
        assert lines[line - 1].strip() == f"{name}:"
