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
from wegwijzer.render.html_take import offered
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
        name = "boom-voor-je-publiceert" if form.offered == "document" else "wegwijzer-boom-3"
        assert (f"{name}.{form.ending}", form.media) == (reply["name"], reply["type"])
        assert reply.get("text") or base64.b64decode(reply["base64"])
    else:
        assert "<h" in reply["html"]
        assert bool(reply.get("text")) == (form.to == "clipboard")


def split(html):
    """The buttons of a node, as format and word: those in sight, and those in its fold."""
    at = html.index('<details class="ww-more"')
    find = re.compile(r'data-take="([\w-]+)">([^<]+)<').findall
    return find(html[:at]), find(html[at:])


def test_buttons_follow_the_register(walkers):
    """A node has a button for each format that is offered there, in order, with its word; at most two are in sight."""
    for name, seen, folded in (
        ("eerst", [], []),
        ("dan", ["ics"], []),
        ("klaar", ["ics"], ["rich", "docx", "md"]),
    ):
        walker = walkers[name]
        assert sorted([*seen, *folded]) == sorted(form.id for form in offered(live_view(walker)))
        html = live_html(walker)
        words = [[(form, say(f"take.{form}")) for form in forms] for forms in (seen, folded)]
        assert words == [*split(html)]
        assert ("data-print" in html) == (name == "klaar")


def test_a_text_has_two_buttons_in_sight(walkers):
    """Under a text that a reader made stand two buttons, for the text and for the sheet beside it, the first of them filled;
    others are folded away.
    """
    html = live_html(walkers["tekst"])
    seen, folded = split(html)
    assert [("docx", "De tekst (Word)"), ("sheet", "Voor je publiceert (Word)")] == seen
    assert ["print", "rich", "md", "sheet-md"] == list(dict(folded))
    assert "Kopieer de tekst" == dict(folded)["rich"]
    assert 1 == html.count('ww-button"')
    assert "data-print" not in html


def test_files_say_which_is_which(walkers):
    """The names of the files tell the text from the sheet beside it, and each holds what the other does not."""
    made = {name: documents.take(walkers["tekst"], {"as": name}) for name in ("docx", "sheet", "md", "sheet-md")}
    names = ["boom-tekst.docx", "boom-voor-je-publiceert.docx", "boom-tekst.md", "boom-voor-je-publiceert.md"]
    assert names == [reply["name"] for reply in made.values()]
    assert made["md"]["text"].startswith("# Onze tekst\n\nWij.\n\nVersie ")
    assert made["sheet-md"]["text"].startswith("# Voor je publiceert\n\nOnze tekst · Versie ")
    assert "Wij." not in made["sheet-md"]["text"]


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
