"""What is wrong with the whole project as its texts stand now: what the command line says of the same files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from wegwijzer.check.checker import check
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.told import told


def prove(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """`problems` of all files, in order of place; `done` when nothing is left to look at. `today` is a date as `2027-11-01`."""
    found = check(desk.loaded(), today=asked.get("today") or datetime.now(UTC).date().isoformat())
    return {"problems": [told(desk, problem) for problem in found], "cases": {}, "done": True}
