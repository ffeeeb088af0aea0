"""`contact: none`: the same prohibition above the tasks in every form, and nowhere where it was not asked."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from helpers import load, problems, tree
from wegwijzer.compare.diff import compare
from wegwijzer.compare.report import as_markdown as diff_markdown
from wegwijzer.compare.report import as_text as diff_text
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.locale import say
from wegwijzer.render.bare import embed_page, offline_page
from wegwijzer.render.deck import deck_of
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.page import as_html, as_text
from wegwijzer.render.documents.paper import Made, paper
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.render.text import tree_text, view_text
from wegwijzer.render.text_page import text_page
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPEN = """
title: Dreigt iemand?
start: bewijs
actions:
  bewijs:
    title: Bewaar het bewijs
    steps: [Noteer de link.]
    to: politie
  politie:
    title: Bel de politie
    steps: [Bel de lokale politie., Leg uit wat er staat.]
"""
CLOSED = OPEN.replace("title: Bel de politie\n", "title: Bel de politie\n    contact: none\n")
LINE = say("node.no_contact")


def walker_of(text):
    return Walker(tree(text)).give("bewijs", "verder").settle()


def forms(text):
    """Every form of the action `politie` and of the whole tree, by name."""
    compiled, walker = tree(text), walker_of(text)
    blocks = paper(walker, Made())
    return {
        "whole text": text_page(compiled),
        "offline page": offline_page(compiled, style="", script="", site=""),
        "wizard": live_html(walker),
        "text version": tree_text(compiled),
        "terminal": view_text(live_view(walker)),
        "slides and cards": "\n".join(block.text for card in deck_of(compiled).cards for block in card.body),
        "printed page": as_html(blocks),
        "copied text": as_text(blocks),
        "Markdown": markdown(blocks),
    }


@pytest.mark.parametrize("form", list(forms(OPEN)))
def test_every_form_forbids_contact_once_above_the_tasks(form):
    """The line stands once in each form, before the first task of its action."""
    made = forms(CLOSED)[form]
    told = " ".join(made.split())
    assert 1 == told.count(LINE)
    assert told.index(LINE) < told.index("Bel de lokale politie.")
    assert LINE not in " ".join(forms(OPEN)[form].split())


def test_a_page_with_the_name_of_an_action_forbids_contact_too():
    """Where the tasks stand elsewhere, the line is there before the way to them."""
    for page in (tree_html, embed_page):
        made = page(tree(CLOSED))
        assert 1 == made.count(LINE)
        assert made.index("Bel de politie") < made.index(LINE) < made.rindex('class="ww-rest"')
        assert LINE not in page(tree(OPEN))


def test_word_document_forbids_contact_above_the_tasks():
    """In Word the line is a paragraph of its own, in a style that stands out."""
    with zipfile.ZipFile(io.BytesIO(docx(paper(walker_of(CLOSED), Made())))) as archive:
        document = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own
    texts = ["".join(text.text for text in paragraph.iter(f"{W}t")) for paragraph in document.iter(f"{W}p")]
    styles = [paragraph.find(f".//{W}pStyle").get(f"{W}val") for paragraph in document.iter(f"{W}p")]
    assert texts.index(LINE) < texts.index("Bel de lokale politie.")
    assert "Warning" == styles[texts.index(LINE)]


def test_the_prohibition_is_no_task_to_tick():
    """A reader ticks what is done; what must never be done has no box and no number."""
    html = live_html(walker_of(CLOSED))
    assert 2 == html.count("data-tick=")
    assert f'<p class="ww-warning">{LINE}</p>' in html


def test_comparison_tells_that_contact_became_forbidden_or_free():
    """Who compares two versions reads the line itself, when it came and when it went."""
    before, after = load(OPEN).library, load(CLOSED).library
    assert f"is nu: ‘{LINE}’" in diff_text(compare(before, after))
    assert f"was: ‘{LINE}’" in diff_markdown(compare(after, before))


def test_only_none_can_be_said():
    """Any other word gets a message that names what can stand there."""
    (problem,) = problems(CLOSED.replace("contact: none", "contact: politie"))
    assert ("W007", "Kies uit: none.") == (problem.code, problem.hint)


def test_it_does_not_break_links():
    """Shared links keep their version: nobody is led elsewhere by it."""
    assert compile_tree("boom", load(OPEN).library).version == compile_tree("boom", load(CLOSED).library).version
