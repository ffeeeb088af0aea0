"""The register of what a reader takes along: each entry works, and one entry is all that a new format needs."""

from __future__ import annotations

import base64
import re
import sys
from types import ModuleType

import pytest

from helpers import ROOT, tree
from wegwijzer import formats
from wegwijzer.formats import FORMATS, Format
from wegwijzer.locale import say
from wegwijzer.render import documents
from wegwijzer.render.html import live_html
from wegwijzer.render.html_action import offered
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker
from wegwijzer.workplace import KIT

TREE = """
title: Boom
start: eerst
actions:
  eerst: {title: Doe dit eerst, steps: [Bel.], to: dan}
  dan: {title: Doe dan dit, steps: [{text: Schrijf., within: 2d}], to: klaar}
  klaar: {title: Klaar, steps: [{text: Rust., within: 3d}]}
  tekst: {title: Neem over, document: [{text: Onze tekst, style: heading}, Wij.]}
"""
PAGE = ROOT / "docs/dev/add-a-format.md"


@pytest.fixture(scope="module")
def walkers():
    """A reader at each action."""
    compiled = tree(TREE)
    return {name: Walker(compiled, start=name) for name in compiled.lines}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_reply_is_what_the_entry_says(walkers, form):
    """A file has its name, type and content; a printer, a clipboard and a page get HTML."""
    reply = documents.take(walkers["klaar"], {"as": form.id, "case": {}})
    assert form.to == reply["to"]
    if form.to == "file":
        name = "boom-werkblad" if form.offered == "document" else "wegwijzer-boom-3"
        assert (f"{name}.{form.ending}", form.media) == (reply["name"], reply["type"])
        assert reply.get("text") or base64.b64decode(reply["base64"])
    else:
        assert "<h" in reply["html"]
        assert bool(reply.get("text")) == (form.to == "clipboard")


def test_buttons_follow_the_register(walkers):
    """A node has a button for each format that is offered there, in order, with its word."""
    for name, expected in {"eerst": [], "dan": ["ics"], "klaar": ["print", "rich", "docx", "md", "ics"]}.items():
        walker = walkers[name]
        assert expected == [form.id for form in offered(live_view(walker))]
        shown = re.findall(r'data-take="([\w-]+)">([^<]+)<', live_html(walker))
        assert [(form, say(f"take.{form}")) for form in expected] == shown


def test_a_text_has_two_buttons_in_sight(walkers):
    """Under a text that a reader made stand two buttons, for the text and for the working sheet; others are folded away."""
    html = live_html(walkers["tekst"])
    html = html[html.index('class="ww-take"') :]
    words = dict(re.findall(r'data-take="([\w-]+)">([^<]+)<', html[: html.index("<details")]))
    assert {"docx": "De tekst (Word)", "sheet": "Het werkblad (Word)"} == words
    folded = dict(re.findall(r'data-take="([\w-]+)">([^<]+)<', html[html.index("<details") :]))
    assert ["print", "rich", "md", "sheet-md"] == list(folded)
    assert "Kopieer de tekst" == folded["rich"]


def test_files_say_which_is_which(walkers):
    """The names of the files tell the text from the working sheet, and only the sheet holds more than the text."""
    made = {name: documents.take(walkers["tekst"], {"as": name}) for name in ("docx", "sheet", "md", "sheet-md")}
    names = ["boom-tekst.docx", "boom-werkblad.docx", "boom-tekst.md", "boom-werkblad.md"]
    assert names == [reply["name"] for reply in made.values()]
    assert "# Onze tekst\n\nWij.\n" == made["md"]["text"]
    assert "Neem over" in made["sheet-md"]["text"]


def test_no_script_of_the_page_knows_a_format():
    """The script that hands over what Python made looks at what the reply says, not at which format it is."""
    script = (KIT / "assets/take.js").read_text(encoding="utf-8")
    assert [] == [form.id for form in FORMATS if re.search(rf"[\"'`]{form.id}[\"'`]", script)]
    assert {form.to for form in FORMATS} <= {"file", "clipboard", "printer", "page"}


def test_format_of_the_page_for_developers_works(walkers, monkeypatch):
    """The module and the entry that the page shows make a file, and nothing else is needed."""
    module, entry, *_ = re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    made = ModuleType("wegwijzer.render.documents.dashes")
    exec(module, vars(made))  # noqa: S102 - our own page
    monkeypatch.setitem(sys.modules, made.__name__, made)
    added = eval(entry, {"Format": Format})  # noqa: S307 - our own page
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, added))
    reply = documents.take(walkers["klaar"], {"as": added.id})
    assert ("wegwijzer-boom-3.txt", "text/plain") == (reply["name"], reply["type"])
    assert reply["text"].startswith("Klaar\n-----\n")
