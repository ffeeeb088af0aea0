"""The letter of the project: diagrams are measured with the very file that is painted, and it can spell what we draw."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from helpers import ROOT
from municipal.records import Frame
from wegwijzer.check.rules.language.missing_glyph import MISSING
from wegwijzer.draw.diagrams import laid_out
from wegwijzer.draw.letters import BOLD, ITALIC, REGULAR, folder
from wegwijzer.render.deck import deck_of
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.drawing import FONT
from wegwijzer.render.drawn import SVG, for_page
from wegwijzer.render.letters import OF_WIDTH, text_width
from wegwijzer.workplace import KIT

FACE = re.compile(r"@font-face \{(?P<rules>.*?)\}", re.DOTALL)
RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")
COMBINING = range(0x300, 0x370)
"""Accents of their own: pages hold letters that have theirs."""


def letter(name):
    return TTFont(folder() / f"{name}.ttf")


def width(font, text, size):
    """The width of a text by the file itself, in points."""
    names, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[names[ord(character)]][0] for character in text) * size / font["head"].unitsPerEm


@pytest.mark.parametrize(
    "text", ["Wat doe je met dit bericht?", "AVAVA To Te Wa 1111 7.7.7", "Şükrü Łoś Çağla Œuvre", "−"]
)
def test_graphviz_measures_our_letter(text):
    """A box without a margin is as wide as the text in our file.

    Graphviz rounds each character to a pixel and the box to a point; at this size that says little.
    """
    size = 400
    dot = f'digraph {{ a [shape=box, margin=0, width=0, fontname="{FONT}", fontsize={size}, label="{text}"] }}'
    points = re.findall(r'<polygon fill="none".* points="([^"]+)"', laid_out(dot))[-1]
    edges = [float(point.split(",")[0]) for point in points.split()]
    expected = width(letter(REGULAR), text, size)
    assert max(edges) - min(edges) == pytest.approx(expected, abs=1.5 + 0.4 * len(text))


def test_the_engine_knows_the_letter_by_heart():
    """It reads no files: each letter of its table is as wide as in the file, and so is any other letter there."""
    font = letter(REGULAR)
    for character in "".join(OF_WIDTH.values()):
        assert 0 <= text_width(character, 1) - width(font, character, 1) < 0.0101, character
    for code in font.getBestCmap():
        if unicodedata.name(chr(code), "").startswith("LATIN"):
            assert text_width(chr(code), 1) > width(font, chr(code), 1) - 0.021, chr(code)


def test_lines_of_a_box_stand_below_each_other(sample):
    """The words of a box begin at the same place on every line, beside the round number."""
    svg = ET.fromstring(for_page(laid_out(tree_dot(sample)), "x"))  # noqa: S314 - our own
    boxes = [
        [text for text in node.iter(f"{{{SVG}}}text") if text.get("class") != "ww-dot-text"]
        for node in svg.iter(f"{{{SVG}}}g")
        if (node.get("class") or "").startswith("node")
    ]
    assert max(map(len, boxes)) > 2
    assert [len({line.get("x") for line in lines}) for lines in boxes] == [1] * len(boxes)
    assert [line.text for lines in boxes for line in lines if line.text != line.text.strip()] == []


def test_the_letter_spells_all_that_is_drawn(own_trees, project):
    """No character of a diagram, a card or a frame would be an empty box on paper."""
    texts = [tree_dot(compiled) for compiled in own_trees.values()]
    texts += [str(deck_of(compiled).cards) for compiled in own_trees.values()]
    texts += [str(frame) for frame in project.library.of(Frame).values()]
    used = {ord(character) for character in "".join(texts) if character.isprintable()}
    for name in (REGULAR, BOLD, ITALIC):
        assert {chr(code) for code in used - set(letter(name).getBestCmap())} == set()


def test_the_checker_knows_what_the_letter_lacks():
    """Whatever the checker lets pass stands in the file; and it does not warn of what our languages need."""
    for name in (REGULAR, BOLD, ITALIC):
        held = set(letter(name).getBestCmap())
        passed = {code for code in range(32, 0x1F000) if chr(code).isprintable() and not MISSING.search(chr(code))}
        assert {chr(code) for code in passed - held} == set()
    assert MISSING.findall(
        "Zoë, François, Çağla, Łukasz, Ştefan, Øystein, œuvre, 3 − 2, € 5, ‘a’ “b” … ½ →✓😀Ж"
    ) == list("→✓😀Ж")


def test_pages_ask_for_every_character_that_the_letter_has():
    """Together the faces of a slope ask for all that their files hold; those are in the site, with their licence."""
    sheet = (KIT / "assets/letters.css").read_text(encoding="utf-8")
    asked, held, files = defaultdict(set), defaultdict(set), set()
    for face in FACE.finditer(sheet):
        if found := re.search(r'url\("fonts/([^"]+(normal|italic)\.woff2)"\)', face["rules"]):
            name, slope = found.groups()
            files.add(name)
            held[slope] |= set(TTFont(ROOT / "site/assets/fonts" / name).getBestCmap()) - set(COMBINING)
            for first, last in RANGE.findall(face["rules"]):
                asked[slope] |= set(range(int(first, 16), int(last or first, 16) + 1))
    assert set(held) == {"normal", "italic"}
    for slope, codes in held.items():
        assert {chr(code) for code in codes - asked[slope]} == set()
    assert {file.name for file in (ROOT / "build/fonts/web").iterdir()} == files | {"OFL.txt"}
    assert "SIL OPEN FONT LICENSE" in (ROOT / "site/assets/fonts/OFL.txt").read_text(encoding="utf-8")
