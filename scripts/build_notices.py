"""The papers of the site: the notices and the bill of materials."""

from __future__ import annotations

from notices.bill import bill
from notices.text import notices


def papers(*_made_from: str) -> dict[str, bytes]:
    """The notices and the bill, as files."""
    return {"notices/licenties.txt": notices().encode(), "notices/stuklijst.cdx.json": bill().encode()}
