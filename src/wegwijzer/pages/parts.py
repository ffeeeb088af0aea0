"""What the page on licences can ask for."""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.supplies import told_parts
from wegwijzer.workplace import built


def parts(page: PlaceOnSite) -> str:
    """The parts of the site as a table in Markdown: what it is, what it is for, and its licence; and the files to keep,
    as they are found from this page.
    """
    rows = [f"| {_name(part)} | {part['use']} | {part['license']} |" for part in told_parts(built())]
    return "\n".join([say("licences.head"), "| --- | --- | --- |", *rows, say("licences.more", root=page.root)])


def _name(part: dict[str, str]) -> str:
    if part["inside"]:
        return f"{part['name']}, in {part['inside']}".replace("*", r"\*")
    return f"**{part['name']}** {part['version']}"
