"""What a reader takes along, made in the browser when asked: paper, rich text, Word, Markdown, a reminder, a case file.

This package is no part of what the page loads at once: the build packs it apart, and the page hands it to the engine
(`extend` in `wegwijzer.browser`) when a reader first asks for something.
"""

from __future__ import annotations

from binascii import b2a_base64
from typing import Any

from wegwijzer.render.documents.blocks import Made, paper
from wegwijzer.render.documents.casefile import case_blocks, case_html, noted, sound
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.ics import reminders
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.page import as_html, as_text
from wegwijzer.walk.walker import Walker

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def take(walker: Walker, asked: dict[str, Any]) -> dict[str, Any]:
    """What `asked["as"]` names: a file gives `name`, `type` and `text` or `base64`; the others `html` and `text`.

    `made` holds what only the page knows (see `Made`); `case` the notes of a case file.
    """
    made = Made(**asked.get("made") or {})
    kind = asked["as"]
    if kind == "case":
        case = noted(sound(asked["case"]), walker)
        return {"case": case, "html": case_html(case)}
    if kind == "case-print":
        return {"html": as_html(case_blocks(sound(asked["case"]), made))}
    name = f"wegwijzer-{walker.compiled.id}-{walker.compiled.numbers[walker.node]}"
    if kind == "ics":
        return {"name": f"{name}.ics", "type": "text/calendar", "text": reminders(walker, made)}
    blocks = paper(walker, made)
    if kind == "docx":
        content = b2a_base64(docx(blocks), newline=False).decode()
        return {"name": f"{name}.docx", "type": DOCX, "base64": content}
    if kind == "md":
        return {"name": f"{name}.md", "type": "text/markdown", "text": markdown(blocks)}
    return {"html": as_html(blocks), "text": as_text(blocks)}
