"""What a reader takes along, made in the browser when asked; `wegwijzer.formats` lists the formats.

This package is no part of what the page loads at once: the build packs it apart, and the page hands it to the engine
(`extend` in `wegwijzer.browser`) when a reader first asks for something.
"""

from __future__ import annotations

from binascii import b2a_base64
from importlib import import_module
from typing import Any

from wegwijzer.formats import formats
from wegwijzer.locale import say
from wegwijzer.render.documents.checklist import checklist
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.paper import Made, paper
from wegwijzer.render.documents.written import text, version
from wegwijzer.walk.walker import Walker

__all__ = ["Made", "checklist", "docx", "markdown", "take", "text", "version"]


def take(walker: Walker, asked: dict[str, Any]) -> dict[str, Any]:
    """What `asked["as"]` names: `to` says what the page does with it. A file has `name`, `type` and `text` or `base64`;
    the others hold what their maker gives, such as `html`.

    `made` holds what only the page knows (see `Made`); `case` the notes of a case file.
    """
    form = next(form for form in formats() if form.id == asked["as"])
    made = Made(**asked.get("made") or {})
    written = text(walker, made) if form.of == "text" else []
    module, _, function = form.make.partition(":")
    make = getattr(import_module(f"{form.home}.{module}"), function)
    if form.of == "case":
        content = make(asked["case"], walker, made)
    else:
        sheet = checklist if form.of == "checklist" else paper
        content = make(walker, made) if form.of == "walk" else make(written or sheet(walker, made))
    if isinstance(content, dict):
        return {"to": form.to, **content}
    name = f"wegwijzer-{walker.compiled.id}-{walker.compiled.numbers[walker.node]}"
    if written or form.offered == "document":
        name = f"{walker.compiled.id}-{say('take.name_text' if written else 'take.name_sheet')}"
    held = {"text": content} if isinstance(content, str) else {"base64": b2a_base64(content, newline=False).decode()}
    return {"to": form.to, "name": f"{name}.{form.ending}", "type": form.media, **held}
