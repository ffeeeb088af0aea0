"""The text that a reader made, as they could publish it: whose it is, what is in it where it is long, and which version."""

from __future__ import annotations

import time
from collections.abc import Iterator

from wegwijzer.compile.choices import version_of
from wegwijzer.locale import say
from wegwijzer.render.blocks import Block, document_blocks, own
from wegwijzer.render.documents.paper import Made
from wegwijzer.view.document import document_lines
from wegwijzer.view.records import Line
from wegwijzer.view.texts import Texts
from wegwijzer.walk.walker import Walker

LONG = 10
"""With as many headings, a text gets a table of contents. What stands in an annex does not count: that is read apart."""


def text(walker: Walker, made: Made) -> list[Block]:
    """The text; nothing where a walk stands at none. What depends on an answer that is not known is left out."""
    lines = lines_at(walker)[1]
    return list(_framed(list(document_blocks(lines)), walker, made)) if lines else []


def lines_at(walker: Walker) -> tuple[Texts, tuple[Line, ...]]:
    """The lines of the text where a walk stands, and what they asked for."""
    texts = Texts(walker.compiled, walker)
    action = walker.compiled.tree.actions.get(walker.node)
    return texts, document_lines(texts, action, finished=True) if action else ()


def version(walker: Walker, made: Made) -> str:
    """Which version of the choices a text follows, and of which day; made at no time it tells the version alone."""
    decided = {name: value for name, value in walker.policies.items() if not walker.by_default(name)}
    digits = version_of(walker.compiled, decided)
    return (
        say("document.version", version=digits, day=day(made))
        if made.now
        else say("document.version_alone", version=digits)
    )


def day(made: Made) -> str:
    """The day on which something is made, on the clock of the reader: `30 november 2026`."""
    then = time.gmtime(made.now + made.zone)
    return say(
        "document.day", day=then.tm_mday, month=say("document.months").split("|")[then.tm_mon - 1], year=then.tm_year
    )


def _framed(blocks: list[Block], walker: Walker, made: Made) -> Iterator[Block]:
    if made.name:
        blocks = [own("header", made.name), *(block for block in blocks if block.kind != "header")]
    annex = next((index for index, block in enumerate(blocks) if block.kind == "annex"), len(blocks))
    heads = [index for index, block in enumerate(blocks[:annex]) if block.kind in ("heading", "subheading")]
    for index, block in enumerate(blocks):
        if len(heads) >= LONG and index == heads[0]:
            yield own("contents", say("document.contents"))
        yield block
    yield own("version", version(walker, made))
