"""The packed runtime, as the site has it, in Node."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import Any

from helpers import ROOT

RUNTIME = ROOT / "build/runtime"


def packed(requests: list[str], folder: Path) -> list[str]:
    """What it replies to these requests, one after the other; `folder` holds what is handed over."""
    asked = folder / "requests.json"
    asked.write_text(json.dumps(requests))
    done = subprocess.run(
        ["node", Path(__file__).with_name("packed.mjs"), RUNTIME, asked],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-1000:]
    return json.loads(done.stdout)


def extending(name: str) -> dict[str, Any]:
    """The request with which a page adds an archive to it."""
    archive = (RUNTIME / f"{name}.zip").read_bytes()
    return {"do": "extend", "name": name, "archive": b64encode(archive).decode()}
