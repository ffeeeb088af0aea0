"""The papers of a site: the notices, the bill of materials, and the parts for a page that lists them."""

from __future__ import annotations

import json

from wegwijzer.supplies.notices.bill import bill
from wegwijzer.supplies.notices.parts import parts
from wegwijzer.supplies.notices.text import notices


def papers(*_made_from: str) -> dict[str, bytes]:
    """The notices, the bill and the list, as files."""
    listed = [
        {"name": part.name, "version": part.version, "use": part.use, "license": part.license, "inside": part.inside}
        for part in parts()
        if part.package or part.inside
    ]
    return {
        "notices/licenties.txt": notices().encode(),
        "notices/stuklijst.cdx.json": bill().encode(),
        "notices/parts.json": json.dumps(listed, ensure_ascii=False, indent=1).encode(),
    }
