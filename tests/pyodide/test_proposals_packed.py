"""The packed runtime compares, makes proposals and reads them, as this machine does: also archives that other programs made."""

from __future__ import annotations

import io
import json
import zipfile
from base64 import b64decode, b64encode

from packed import extending, packed
from test_workbench import work

from wegwijzer.workbench.archive import read_zip
from wegwijzer.workbench.compare import compare
from wegwijzer.workbench.desk import Desk, project, put
from wegwijzer.workbench.proposal import proposal, receive

TREE = """\
title: Boom
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: luister}
      blij: {text: Blij, to: danken}
actions:
  luister: {title: Luister, steps: [Luister goed.]}
  danken: {title: Dank, steps: [Zeg dank je.]}
"""
OTHER = TREE.replace("Boos, to: luister", "Bóós, to: danken").replace("\n", "\r\n")
FUNCTIONS = {"project": project, "put": put, "compare": compare, "proposal": proposal, "receive": receive}


def foreign():
    """An archive with a name in the letters of an older system."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("map/trees/boom.yml", OTHER)
        archive.writestr("map/caf~.txt", "x")
    return made.getvalue().replace(b"caf~", b"caf\x82")


def test_a_page_makes_and_reads_what_this_machine_does(tmp_path):
    """Word for word; of an archive, whose bytes depend on who packs, what is in it."""
    desk = Desk(tmp_path / "desk")
    requests = [
        work("project", files={"wegwijzer.toml": "", "trees/boom.yml": TREE}),
        work("put", path="trees/boom.yml", text=OTHER),
        work("compare"),
        *(work("proposal", **{"as": how}, title="Één", why="Daarom.", who="Zoë") for how in ("mail", "patch", "zip")),
    ]
    here = [FUNCTIONS[asked["what"]](desk, asked) for asked in requests]
    for file in (here[4]["text"].encode(), b64decode(here[5]["base64"]), foreign(), b"", b"PK\x03\x04"):
        requests.append(work("receive", file=b64encode(file).decode()))
        here.append(receive(desk, requests[-1]))
    there = [json.loads(reply) for reply in packed(list(map(json.dumps, [extending("work"), *requests])), tmp_path)][1:]
    archives = [read_zip(b64decode(each[5].pop("base64"))) for each in (here, there)]
    assert archives[0] == archives[1]
    assert there == json.loads(json.dumps(here))
    assert here[6]["files"] == here[7]["files"] == here[8]["files"] == {"trees/boom.yml": OTHER}
