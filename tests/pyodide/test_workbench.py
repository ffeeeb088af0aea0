"""The packed runtime reads the texts of the project, and says of them what the command line says here."""

from __future__ import annotations

import json

import pytest
from packed import extending, packed

from helpers import ROOT, TODAY
from wegwijzer.workbench.desk import Desk, project, put
from wegwijzer.workbench.prove import prove

PUBLISHED = ROOT / "build/workbench"
SLIPS = [
    ("trees/gesprek.yml", "title:", "titel:"),
    ("trees/melden.yml", "start: ", "start: nergens-"),
    ("data/sources.yml", "sources:", "sources: ["),
    ("trees/reactie.yml", "questions:", "questions: {a: {text: Wat? Waar?, to: b}}\nquestions:"),
]
"""What somebody types in which file, one after the other."""


def work(what, **more):
    return {"do": "work", "what": what, **more}


@pytest.mark.slow
def test_a_page_says_what_the_command_line_says(tmp_path):
    """With the archives that come for it, the runtime reads all texts as they stand in the site, and follows what changes."""
    told, known = (
        json.loads((PUBLISHED / name).read_text(encoding="utf-8")) for name in ("project.json", "known.json")
    )
    requests = [*map(extending, told["archives"]), work("project", files=told["files"], known=known)]
    desk = Desk(tmp_path / "desk")
    here = [project(desk, requests[-1])]
    for path, right, wrong in SLIPS:
        changed = work("put", path=path, text=desk.texts[path].replace(right, wrong, 1))
        asked = work("prove", fresh=True, whole=True, path=path, today=TODAY)
        requests += [changed, asked]
        here += [put(desk, changed), prove(desk, asked)]
    assert len(here[-1]["problems"]) > len(SLIPS)
    there = [json.loads(reply) for reply in packed(list(map(json.dumps, requests)), tmp_path)]
    assert there[len(told["archives"]) :] == json.loads(json.dumps(here))
