"""A document as .docx (Office Open XML), small and plain: Word and LibreOffice open it, and every style can be changed.

The parts follow ECMA-376: content types, relationships, styles, numbering and the text itself.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterable

from wegwijzer.locale import say
from wegwijzer.render.blocks import Block, numbered
from wegwijzer.render.documents.margins import FORBIDDEN, LEVELS, PAGE_STYLES, REFERENCES, Margins, contents, marked
from wegwijzer.render.documents.table import Table, table
from wegwijzer.render.element import NOTHING, Markup, xml

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = Markup('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip knows: the same text gives the same bytes
BULLETS, BOXES, FIRST_TASKS = 1, 2, 3
SPACES = {"xmlns:w": WORD, "xmlns:r": OFFICE}

STYLES: dict[str, tuple[str, str, Markup, Markup]] = {
    "title": ("Title", "Title", Markup('<w:spacing w:after="80"/>'), Markup('<w:b/><w:sz w:val="34"/>')),
    "heading": (
        "Heading1",
        "heading 1",
        Markup('<w:keepNext/><w:spacing w:before="130" w:after="30"/><w:outlineLvl w:val="0"/>'),
        Markup('<w:b/><w:color w:val="0B5563"/><w:sz w:val="24"/>'),
    ),
    "text": ("BodyText", "Body Text", Markup('<w:spacing w:after="90"/>'), NOTHING),
    "subheading": (
        "Heading2",
        "heading 2",
        Markup('<w:keepNext/><w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="1"/>'),
        Markup('<w:b/><w:sz w:val="22"/>'),
    ),
    "warning": (
        "Warning",
        "Warning",
        Markup(
            '<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="B3261E"/></w:pBdr>'
            '<w:spacing w:before="120" w:after="120"/>'
        ),
        Markup("<w:b/>"),
    ),
    "task": ("ListNumber", "List Number", Markup('<w:spacing w:after="80"/>'), NOTHING),
    "item": ("ListBullet", "List Bullet", Markup('<w:spacing w:after="20"/>'), NOTHING),
    "check": ("ListBullet3", "List Bullet 3", Markup('<w:spacing w:after="80"/>'), NOTHING),
    "point": ("ListBullet2", "List Bullet 2", Markup('<w:spacing w:after="40"/>'), NOTHING),
    "quote": (
        "Quote",
        "Quote",
        Markup('<w:spacing w:after="80"/><w:ind w:left="360" w:right="360"/>'),
        Markup("<w:i/>"),
    ),
    "note": (
        "Note",
        "Note",
        Markup('<w:spacing w:after="60"/>'),
        Markup('<w:color w:val="4A5A5E"/><w:sz w:val="18"/>'),
    ),
}
"""Of every kind of block: the style's id, its name, how its paragraphs and its letters look."""
OWN_STYLES = {"warning", "note"}
"""The styles that Word does not have itself."""


def docx(blocks: Iterable[Block | Table]) -> bytes:
    """The blocks as the bytes of a .docx file. Two tables have something between them: Word makes them one otherwise."""
    blocks = list(blocks)
    links: dict[str, str] = {}
    body = _body(blocks, links)
    margins = Margins.of(block for block in blocks if isinstance(block, Block))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _properties(margins),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": (f"{OFFICE}/styles", "styles.xml"),
                "rId2": (f"{OFFICE}/numbering", "numbering.xml"),
                "rId3": (f"{OFFICE}/header", "header1.xml"),
                "rId4": (f"{OFFICE}/header", "header2.xml"),
                "rId5": (f"{OFFICE}/footer", "footer1.xml"),
                **{name: (f"{OFFICE}/hyperlink", href) for href, name in links.items()},
            }
        ),
        **margins.parts(SPACES),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(_task_lists(blocks)),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, MIDNIGHT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, HEAD + text)
    return file.getvalue()


def _value(name: str, value: str | int) -> Markup:
    return xml(f"w:{name}", {"w:val": value})


def _body(blocks: list[Block | Table], links: dict[str, str]) -> Markup:
    paragraphs: list[Markup] = []
    lists = 0
    listed = itertools.count() if any(block.kind == "contents" for block in blocks) else None
    for place, block in numbered(blocks):
        if isinstance(block, Table):
            paragraphs.append(table(block))
            continue
        if block.kind == "contents":
            paragraphs += contents(block.text, (each for each in blocks if isinstance(each, Block)))
        if block.kind in AROUND:
            continue
        lists += place == 1
        number = {"item": BULLETS, "point": BULLETS, "check": BOXES, "task": FIRST_TASKS + lists - 1}.get(block.kind)
        kind = "heading" if block.kind == "annex" else block.kind
        look = [
            _value("pStyle", STYLES[kind][0]) if kind in STYLES else None,
            xml("w:pageBreakBefore") if block.kind == "annex" else None,
            xml("w:numPr", _value("ilvl", int(block.kind == "point")), _value("numId", number)) if number else None,
        ]
        runs = [_run(span.text, span.href, links) for span in block.spans]
        if listed and block.kind in LEVELS:
            runs = marked(next(listed), runs)
        paragraphs.append(xml("w:p", xml("w:pPr", look), runs))
    return xml("w:document", SPACES, xml("w:body", paragraphs, xml("w:sectPr", REFERENCES, PAPER)))


AROUND = {"header", "version", "contents"}
"""What is no paragraph of the text."""

PAPER = Markup(
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="907" w:right="1134" w:bottom="850" w:left="1134"'
    ' w:header="454" w:footer="454" w:gutter="0"/><w:titlePg/>'
)


def _run(text: str, href: str | None, links: dict[str, str]) -> Markup:
    words = xml("w:t", {"xml:space": "preserve"}, _xml(text))
    if not href:
        return xml("w:r", words)
    name = links.setdefault(href, f"rId{len(links) + 10}")
    look = xml("w:rPr", _value("rStyle", "Hyperlink"))
    return xml("w:hyperlink", {"r:id": name, "w:history": 1}, xml("w:r", look, words))


def _xml(text: str) -> str:
    return FORBIDDEN.sub("", text)


def _content_types() -> Markup:
    overrides = {
        "/word/document.xml": f"{TYPE}.document.main+xml",
        "/word/styles.xml": f"{TYPE}.styles+xml",
        "/word/numbering.xml": f"{TYPE}.numbering+xml",
        "/word/header1.xml": f"{TYPE}.header+xml",
        "/word/header2.xml": f"{TYPE}.header+xml",
        "/word/footer1.xml": f"{TYPE}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    return xml(
        "Types",
        {"xmlns": f"{PACKAGE}/content-types"},
        [xml("Default", {"Extension": name, "ContentType": kind}) for name, kind in defaults.items()],
        [xml("Override", {"PartName": name, "ContentType": kind}) for name, kind in overrides.items()],
    )


def _relations(relations: dict[str, tuple[str, str]]) -> Markup:
    def relation(name: str, kind: str, target: str) -> Markup:
        outside = "External" if kind.endswith("/hyperlink") else None
        return xml("Relationship", {"Id": name, "Type": kind, "Target": _xml(target), "TargetMode": outside})

    listed = [relation(name, kind, target) for name, (kind, target) in relations.items()]
    return xml("Relationships", {"xmlns": f"{PACKAGE}/relationships"}, listed)


def _properties(margins: Margins) -> Markup:
    return xml(
        "cp:coreProperties",
        {"xmlns:cp": f"{PACKAGE}/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/"},
        xml("dc:title", _xml(margins.title)),
        xml("dc:creator", _xml(margins.name)) if margins.name else None,
        xml("dc:language", say("language.region")),
    )


def _styles() -> Markup:
    return xml(
        "w:styles",
        {"xmlns:w": WORD},
        FIXED_STYLES.format(region=say("language.region")),
        PAGE_STYLES,
        [_style(kind, *style) for kind, style in STYLES.items()],
    )


FIXED_STYLES = Markup(
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"'
    ' w:cs="Calibri"/><w:sz w:val="20"/><w:lang w:val="{region}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="50" w:line="245" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0B5563"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _style(kind: str, name: str, label: str, paragraph: Markup, letters: Markup) -> Markup:
    own = 1 if kind in OWN_STYLES else None
    return xml(
        "w:style",
        {"w:type": "paragraph", "w:customStyle": own, "w:styleId": name},
        _value("name", label),
        _value("basedOn", "Normal"),
        _value("next", "Normal"),
        xml("w:qFormat"),
        xml("w:pPr", paragraph),
        xml("w:rPr", letters),
    )


BOX_LETTER = Markup('<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:hint="default"/></w:rPr>')


def _numbering(lists: int) -> Markup:
    def level(index: int, form: str, text: str, letter: Markup = NOTHING) -> Markup:
        return xml(
            "w:lvl",
            {"w:ilvl": index},
            _value("start", 1),
            _value("numFmt", form),
            _value("lvlText", text),
            _value("lvlJc", "left"),
            xml("w:pPr", xml("w:ind", {"w:left": 360 * (index + 1), "w:hanging": 360})),
            letter,
        )

    def abstract(number: int, *levels: Markup) -> Markup:
        return xml("w:abstractNum", {"w:abstractNumId": number}, _value("multiLevelType", "hybridMultilevel"), levels)

    def numbers(number: int, *inside: Markup) -> Markup:
        return xml("w:num", {"w:numId": number}, inside)

    again = xml("w:lvlOverride", {"w:ilvl": 0}, _value("startOverride", 1))
    return xml(
        "w:numbering",
        {"xmlns:w": WORD},
        abstract(0, level(0, "bullet", "•"), level(1, "bullet", "–")),
        abstract(1, level(0, "decimal", "%1.")),
        abstract(2, level(0, "bullet", "☐", BOX_LETTER)),
        numbers(BULLETS, _value("abstractNumId", 0)),
        numbers(BOXES, _value("abstractNumId", 2)),
        [numbers(FIRST_TASKS + index, _value("abstractNumId", 1), again) for index in range(lists)],
    )


def _task_lists(blocks: list[Block | Table]) -> int:
    """How many numbered lists there are; each begins at one."""
    return sum(number == 1 for number, _ in numbered(blocks))
