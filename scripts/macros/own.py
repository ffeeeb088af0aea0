"""What pages about the project itself can ask for."""

from __future__ import annotations

from notices.parts import Part, parts
from wegwijzer.locale import say


def site_parts() -> str:
    """The parts of the site as a table in Markdown: what it is, what it is for, and its licence; and the files to keep."""
    others = [part for part in parts() if part.package or part.inside]
    rows = [f"| {_name(part)} | {part.use} | {part.license} |" for part in others]
    return "\n".join([say("licences.head"), "| --- | --- | --- |", *rows, say("licences.more")])


def _name(part: Part) -> str:
    if part.inside:
        return f"{part.name}, in {part.inside}".replace("*", r"\*")
    return f"**{part.name}** {part.version}"
