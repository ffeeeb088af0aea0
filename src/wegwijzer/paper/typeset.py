"""Sheets of paper by Typst: a template says how a sheet looks, Python says what stands on it.

Typst writes tagged PDF: with a title, a language, headings, and words for every picture. A template is the text of
`templates/base.typ` and of its own; what it says comes in as data, so that nothing in a text is ever an instruction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Literal, cast

import typst

from wegwijzer.draw.palette import palette
from wegwijzer.draw.qr import qr_svg
from wegwijzer.draw.raster import compiler
from wegwijzer.locale import say
from wegwijzer.render.blocks import Block, numbered
from wegwijzer.render.together import together

STANDARD: Literal["ua-1"] = "ua-1"
"""What Typst holds a sheet to while it writes it (PDF/UA-1): it stops where a picture has no words or a heading is left out."""
DRAWING = "drawing"
"""What a template calls an SVG: its numbers are places, which only a plain space parts."""
LONGEST = 40
"""A word with more letters in a row may be broken anywhere."""
Unit = dict[str, Any]
"""One thing that a sheet says: `kind`, `text`, `number` of a task, `points` below it, and of an answer the
number of the node to which it leads (`goal`) and its `example`."""


class FullError(SystemExit):
    """What must stand on one sheet does not fit: it stops a build with one sentence."""


def typeset(
    templates: Iterable[tuple[str, str]],
    title: str,
    content: Mapping[str, Any],
    codes: Iterable[str] = (),
    *,
    version: str = "",
    known: Mapping[str, str] | None = None,
) -> bytes:
    """A PDF of these templates, each a package and a name: the same bytes every time.

    `content` is what they print, `codes` are the addresses of which they show the QR code; of some it may be `known`. Raises
    FullError where a template asks for one sheet and that is too small.
    """
    region = say("language.region").split("-")
    data = {
        **_read(content),
        "title": title,
        "author": say("site.name"),
        "version": version,
        "language": region[0],
        "region": region[1] if region[1:] else None,
        "look": palette(),
        "codes": {url: (known or {}).get(url) or qr_svg(url) for url in codes},
        "words": {**content.get("words", {}), "code": say("paper.code")},
    }
    source = "".join(_template(package, name) for package, name in (("wegwijzer", "base"), *templates))
    told = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        made = compiler().compile(
            input=source.encode(), format="pdf", sys_inputs=told, pdf_standards=[STANDARD], timestamp=0
        )
    except typst.TypstError as error:
        if error.message == "panicked with: full":
            raise FullError(say("paper.full", title=title)) from None
        raise
    return cast("bytes", made)  # a PDF is one file


def units(blocks: Iterable[Block]) -> list[Unit]:
    """What blocks say, with points below the task or item to which they belong."""
    found: list[Unit] = []
    for number, block in numbered(blocks):
        if block.kind == "point" and found and found[-1]["kind"] in ("task", "item"):
            found[-1]["points"].append(breakable(block.text))
        else:
            found.append(unit(block.kind, block.text, number=number))
    return found


def unit(kind: str, text: str, *, number: int = 0, goal: str = "", example: str = "") -> Unit:
    """One thing that a sheet says."""
    return {
        "kind": kind,
        "text": breakable(text),
        "number": number,
        "points": [],
        "goal": goal,
        "example": breakable(example),
    }


def _read(told: Any) -> Any:
    """What a sheet says, with its numbers on one line; a drawing as it is. Names and addresses have none in parts."""
    if isinstance(told, str):
        return together(told)
    if isinstance(told, Mapping):
        return {name: each if name == DRAWING else _read(each) for name, each in told.items()}
    return [_read(each) for each in told] if isinstance(told, list | tuple) else told


def breakable(text: str) -> str:
    """A text of which even the longest word fits on a line."""
    return re.sub(rf"\S{{{LONGEST}}}(?=\S)", "\\g<0>\u200b", text)


def _template(package: str, name: str) -> str:
    return files(package).joinpath(f"paper/templates/{name}.typ").read_text(encoding="utf-8")
