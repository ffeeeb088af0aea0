"""Content cannot break out of any form: whatever stands in a field, each form reads as with harmless words there.

The judge is a reader of that form, and the measure the same form made from texts of the same length and lines.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from base64 import b64decode
from functools import cache
from xml.etree import ElementTree as ET

import html5lib
import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from helpers import mostly_slow
from hostile import LINES, TEXTS, Project, plain
from wegwijzer.check.report import as_github, as_text
from wegwijzer.compare import report as told
from wegwijzer.compare.diff import compare
from wegwijzer.compare.drawing import diff_dot
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.kinds.library import Library
from wegwijzer.problems import Problem
from wegwijzer.render.bare import embed_page
from wegwijzer.render.deck import deck_of
from wegwijzer.render.documents import take
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.overview import overview_dot
from wegwijzer.render.text import tree_text
from wegwijzer.slides.template import Colours
from wegwijzer.slides.whole import Whole
from wegwijzer.walk.walker import Walker

TURNS = mostly_slow(range(len(TEXTS)), [0])
ANSWERS = (("een", "een"), ("twee", "abc"), ("drie", "verder"))
VERSION = re.compile(r"\b[0-9a-f]{8}\b(?!-)")
"""The version of a tree, which follows from its texts."""
NOW = {"now": 1_800_000_000, "base": "https://voorbeeld.be/", "link": "https://voorbeeld.be/keuzehulp/boom/"}


@cache
def project(turn):
    return Project(turn)


def walkers(made, *, hostile):
    """The walk at each of its places."""
    for length in range(len(ANSWERS) + 1):
        walker = Walker(made.tree(hostile=hostile))
        for step, answer in ANSWERS[:length]:
            walker.give(step, answer)
        yield walker


def read(name, value):
    """What an attribute says: of the forms of a reply their texts, without how many lines each takes."""
    return "\n".join(text for text, _ in json.loads(value).values()) if name == "data-variants" else value


def parts(tree):
    """The elements in order with the names of their attributes, what those say, and the text."""
    elements = [(str(each.tag), *sorted(map(str, each.attrib))) for each in tree.iter()]
    said = [read(name, each.attrib[name]) for each in tree.iter() for name in sorted(each.attrib, key=str)]
    return elements, [*said, VERSION.sub("versie", " ".join(tree.itertext()))]


def same(made, good, bad):
    """Both have the same elements, and say the same but for the texts that were replaced."""
    (elements, said), (found, read) = parts(good), parts(bad)
    assert elements == found
    assert [] == [(one, other) for one, other in zip(said, read, strict=True) if not made.same(one, other)]


def same_html(made, good, bad):
    same(made, *(html5lib.parse(html, namespaceHTMLElements=False) for html in (good, bad)))


def xml(content):
    return ET.fromstring(content)  # noqa: S314 - made here


def same_xml(made, good, bad):
    same(made, xml(good), xml(bad))


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("form", ["page", "wizard", "embed", "paper"])
def test_html(turn, form):
    """A browser finds the same elements with the same attributes, and every text as it was written."""
    made = project(turn)

    def pages(*, hostile):
        if form == "page":
            return [tree_html(made.tree(hostile=hostile))]
        if form == "embed":
            return [embed_page(made.tree(hostile=hostile))]
        if form == "wizard":
            return [live_html(walker) for walker in walkers(made, hostile=hostile)]
        return [take(walker, {"as": "print", "made": NOW})["html"] for walker in walkers(made, hostile=hostile)]

    for bad, good in zip(pages(hostile=True), pages(hostile=False), strict=True):
        same_html(made, good, bad)


@pytest.mark.parametrize("turn", TURNS)
def test_markdown(turn):
    """A reader of Markdown finds the same paragraphs, lists and links."""
    made = project(turn)
    for good, bad in both_walks(made):
        texts = [take(walker, {"as": "md", "made": NOW})["text"] for walker in (good, bad)]
        same_html(made, *map(MarkdownIt("commonmark").enable("table").render, texts))


def both_walks(made):
    return zip(walkers(made, hostile=False), walkers(made, hostile=True), strict=True)


@pytest.mark.parametrize("turn", TURNS)
def test_comment_of_the_comparison(turn):
    """A forge shows the comparison as a list of quoted texts, whatever they say."""
    made = project(turn)
    renders = []
    for hostile in (False, True):
        comment = told.as_markdown(compare(example(made), made.library(hostile=hostile)))
        renders.append(MarkdownIt("gfm-like", {"linkify": False}).render(comment).replace("\u200b", ""))
    same_html(made, *renders)


def example(made):
    """The same project with the short texts of an example."""
    return made.library_of(plain()[0])


@pytest.mark.parametrize("turn", TURNS)
def test_calendar(turn):
    """A calendar reads the same events, with the texts as they were written."""
    made = project(turn)
    for good, bad in both_walks(made):
        events = [
            [
                (each.name, key, value.decode() if isinstance(value, bytes) else str(value))
                for each in Calendar.from_ical(take(walker, {"as": "ics", "made": NOW})["text"]).walk()
                for key, value in each.property_items(recursive=False)
            ]
            for walker in (good, bad)
        ]
        assert [each[:2] for each in events[0]] == [each[:2] for each in events[1]]
        for (_, key, one), (_, _, other) in zip(*events, strict=True):
            assert key == "UID" or made.same(one, other)


@pytest.mark.parametrize("turn", TURNS)
def test_word(turn):
    """Every part of a Word file is XML with the same elements."""
    made = project(turn)
    for good, bad in both_walks(made):
        packs = [
            zipfile.ZipFile(io.BytesIO(b64decode(take(w, {"as": "docx", "made": NOW})["base64"]))) for w in (good, bad)
        ]
        assert packs[0].namelist() == packs[1].namelist()
        for name in packs[0].namelist():
            same_xml(made, packs[0].read(name), packs[1].read(name))


@pytest.mark.parametrize("turn", TURNS)
def test_powerpoint(turn):
    """Every slide is XML with no elements but those that slides have, and every text stands on one."""
    made = project(turn)
    packs = [zipfile.ZipFile(io.BytesIO(Whole(deck_of(made.tree(hostile=h)), Colours()).file())) for h in (False, True)]
    good, bad = ([xml(pack.read(name)) for name in pack.namelist() if name.endswith(".xml")] for pack in packs)
    assert {each.tag for part in good for each in part.iter()} == {each.tag for part in bad for each in part.iter()}
    shown = "".join("".join(part.itertext()) for part in bad)
    for card in deck_of(made.tree(hostile=True)).cards:
        for text in (card.title, *(block.text for block in card.body), *(button.text for button in card.buttons)):
            assert all(word in shown for word in text.split() if len(word) < 20)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("form", ["whole", "overview", "compared"])
def test_drawing(turn, form):
    """Graphviz reads the same nodes and edges; its drawing is XML with the same elements and the texts."""
    made = project(turn)
    drawn = []
    for hostile in (False, True):
        tree = made.tree(hostile=hostile)
        if form == "compared":
            (found,) = compare(example(made), made.library(hostile=hostile)).trees
            text = diff_dot(found)
        else:
            text = tree_dot(tree) if form == "whole" else overview_dot(tree)
        drawn.append(subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, text=True, check=True).stdout)
    same_drawing(made, *drawn)


def same_drawing(made, good, bad):
    """Places and sizes follow from the width of letters."""
    (elements, said), (found, read) = (parts(xml(each)) for each in (good, bad))
    assert elements == found
    assert made.same(said[-1], read[-1])


@pytest.mark.parametrize(
    "text", TEXTS + LINES + ("a\x1b[31mb\x07\r\u202ec\u2028d",), ids=range(len(TEXTS) + len(LINES) + 1)
)
def test_reports(text):
    """A problem is one line for GitHub, which reads the texts back, and holds no sign that steers a terminal."""
    problem = Problem(f"trees/{text}.yml", 1, 1, "W101", "error", text, text)
    first, last = as_github([problem], 1).split("\n")
    level, fields, message = re.fullmatch(r"::(\w+) ([^:]*)::([^\r\n]*)", first).groups()
    given = dict(field.split("=", 1) for field in fields.split(","))
    assert level == "error"
    assert {"file", "line", "col", "title"} == set(given)
    assert last.startswith("1 bestanden")
    read = given["file"], message
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        read = tuple(each.replace(code, sign) for each in read)
    assert read == (problem.path, f"{text} {text}") or not text.isprintable()
    assert all(letter.isprintable() or letter == "\n" for letter in as_text([problem], 1))
    assert as_text([problem], 1).count("\n") == 2


@pytest.mark.parametrize("turn", TURNS)
def test_plain_text(turn):
    """The text version and the comparison for a terminal have the same lines, and the texts stand in them."""
    made = project(turn)
    libraries = [made.library(hostile=hostile) for hostile in (False, True)]
    for render in (
        lambda library: tree_text(compile_tree("boom", library)),
        lambda library: told.as_text(compare(example(made), library)),
    ):
        good, bad = map(render, libraries)
        assert good.count("\n") == bad.count("\n")
        assert made.same(good, bad)
    data = json.loads(told.as_json(compare(Library(), made.library(hostile=True))))
    assert data["trees"] or data["data"]
