"""Another name: everything that was called by the old one is called by the new one, in all files."""

from __future__ import annotations

import re

import pytest

from named import TREE
from wegwijzer.check.checker import check
from wegwijzer.workbench.edit import edit

NO_NAME = "answers", "given"


def rename(desk, path, where, to):
    reply = edit(desk, {"path": path, "edit": {"op": "rename", "where": where, "to": to}})
    assert "error" not in reply, reply["error"]
    return reply
