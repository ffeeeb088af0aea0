"""What stands around the text of a Word file: the head and foot of every page, and the table of contents.

The contents are a field with its result in it: a reader sees them at once, and a word processor makes them anew when asked.
They have links and no page numbers, because only what lays out the pages knows those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wegwijzer.locale import say
from wegwijzer.render.blocks import Block
from wegwijzer.render.element import Child, Markup, xml

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not hold."""
MARK = "_Toc"
LEVELS = {"annex": 1, "heading": 1, "subheading": 2}
"""What the contents list, with the level of each."""
NUMBERS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
PLACES = re.compile(f"({'|'.join(map(re.escape, NUMBERS))})")

PAGE_STYLES = Markup(
    '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/></w:pPr>'
    '<w:rPr><w:color w:val="4A5A5E"/><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Header"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:spacing w:before="130" w:after="30"/></w:pPr>'
    '<w:rPr><w:b/><w:color w:val="0B5563"/><w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="20"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:after="20"/><w:ind w:left="360"/></w:pPr></w:style>'
)


@dataclass(frozen=True)
class Margins:
    """`name` and `title` stand on top of a page, the title not on the first; `version` at its foot, beside its number."""

    name: str = ""
    title: str = ""
    version: str = ""

    @staticmethod
    def of(blocks: Iterable[Block]) -> Margins:
        """What the blocks of a document say of it."""
        said = {block.kind: block.text for block in blocks if block.kind in ("header", "title", "version")}
        return Margins(said.get("header", ""), said.get("title", ""), said.get("version", ""))

    def parts(self, spaces: dict[str, str]) -> dict[str, Markup]:
        """The parts of the file, by name."""
        right = (_tab(), _run(self.title)) if self.version else ()
        head = xml("w:hdr", spaces, _line("Header", _run(self.name), right))
        first = xml("w:hdr", spaces, _line("Header", _run(self.name)))
        pages = [_field(NUMBERS[piece]) if piece in NUMBERS else _run(piece) for piece in PLACES.split(_pages())]
        foot = xml("w:ftr", spaces, _line("Footer", _run(self.version), _tab(), pages))
        return {"word/header1.xml": head, "word/header2.xml": first, "word/footer1.xml": foot}


REFERENCES = Markup(
    '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/>'
)
"""What a section of the text says of the parts above, by the names of their relations."""


def contents(heading: str, blocks: Iterable[Block]) -> Iterator[Markup]:
    """The paragraphs of the table of contents, under its heading."""
    listed = [block for block in blocks if block.kind in LEVELS]
    yield _line("TOCHeading", _run(heading))
    for index, block in enumerate(listed):
        begin = (_char("begin"), xml("w:r", xml("w:instrText", ' TOC \\o "1-2" \\n \\h \\z ')), _char("separate"))
        link = xml("w:hyperlink", {"w:anchor": f"{MARK}{index}", "w:history": 1}, _run(block.text))
        end = _char("end") if index == len(listed) - 1 else None
        yield _line(f"TOC{LEVELS[block.kind]}", begin if index == 0 else None, link, end)


def marked(index: int, runs: Iterable[Markup]) -> list[Markup]:
    """The words of a heading, as the place to which its line in the contents leads."""
    begin = xml("w:bookmarkStart", {"w:id": index, "w:name": f"{MARK}{index}"})
    return [begin, *runs, xml("w:bookmarkEnd", {"w:id": index})]


def _pages() -> str:
    return say("document.page", **{name.strip("{}"): name for name in NUMBERS})


def _line(style: str, *inside: Child) -> Markup:
    return xml("w:p", xml("w:pPr", xml("w:pStyle", {"w:val": style})), *inside)


def _run(text: str) -> Markup:
    return xml("w:r", xml("w:t", {"xml:space": "preserve"}, FORBIDDEN.sub("", text)))


def _tab() -> Markup:
    return xml("w:r", xml("w:tab"))


def _field(name: str) -> Markup:
    return xml("w:fldSimple", {"w:instr": f" {name} "}, _run("1"))


def _char(kind: str) -> Markup:
    return xml("w:r", xml("w:fldChar", {"w:fldCharType": kind}))
