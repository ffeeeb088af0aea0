"""The notices as one plain file: who made what, and every licence in full, once."""

from __future__ import annotations

from wegwijzer.locale.catalogue import document
from wegwijzer.supplies.notices.parts import Part, parts, text_of

RULE = "=" * 78


def notices() -> str:
    """The whole file."""
    blocks = [document("licences.txt"), "\n".join(f"- {line_of(part)}" for part in parts())]
    for text, owners in _texts().items():
        names = "\n".join(line_of(part) for part in owners)
        blocks.append(f"{RULE}\n{names}\n{RULE}\n\n{text}")
    return "\n\n".join(block.strip("\n") for block in blocks) + "\n"


def line_of(part: Part) -> str:
    """A part in one line."""
    version = f" {part.version}" if part.version else ""
    inside = f", in {part.inside}" if part.inside else ""
    return f"{part.name}{version}{inside}: {part.license}"


def _texts() -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for part in parts():
        found.setdefault(text_of(part), []).append(part)
    return found
