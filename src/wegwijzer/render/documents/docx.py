"""A document as .docx (Office Open XML), small and plain: Word and LibreOffice open it, and every style can be changed.

The parts follow ECMA-376: content types, relationships, styles, numbering and the text itself.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from html import escape

from wegwijzer.render.blocks import Block, numbered

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip knows: the same text gives the same bytes
BULLETS, FIRST_TASKS = 1, 2

STYLES = {
    "title": ("Title", "Title", '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="40"/>'),
    "heading": (
        "Heading1",
        "heading 1",
        '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:color w:val="0B5563"/><w:sz w:val="28"/>',
    ),
    "subheading": (
        "Heading2",
        "heading 2",
        '<w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:sz w:val="24"/>',
    ),
    "warning": (
        "Warning",
        "Warning",
        (
            '<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="B3261E"/></w:pBdr>'
            '<w:spacing w:before="120" w:after="120"/>'
        ),
        "<w:b/>",
    ),
    "task": ("ListNumber", "List Number", '<w:spacing w:after="80"/>', ""),
    "item": ("ListBullet", "List Bullet", '<w:spacing w:after="60"/>', ""),
    "point": ("ListBullet2", "List Bullet 2", '<w:spacing w:after="40"/>', ""),
    "quote": ("Quote", "Quote", '<w:spacing w:after="80"/><w:ind w:left="360" w:right="360"/>', "<w:i/>"),
    "note": ("Note", "Note", '<w:spacing w:after="60"/>', '<w:color w:val="4A5A5E"/><w:sz w:val="18"/>'),
}
"""Of every kind of block: the style's id, its name, how its paragraphs and its letters look."""
OWN = ' w:customStyle="1"'
OWN_STYLES = {"warning": OWN, "note": OWN}
"""The styles that Word does not have itself."""


def docx(blocks: Iterable[Block]) -> bytes:
    """The blocks as the bytes of a .docx file."""
    blocks = list(blocks)
    links: dict[str, str] = {}
    body = _body(blocks, links)
    title = next((block.text for block in blocks if block.kind == "title"), "")
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _properties(title),
        "word/document.xml": body,
        "word/_rels/document.xml.rels": _relations(
            {
                "rId1": (f"{OFFICE}/styles", "styles.xml"),
                "rId2": (f"{OFFICE}/numbering", "numbering.xml"),
                **{name: (f"{OFFICE}/hyperlink", href) for href, name in links.items()},
            }
        ),
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


def _body(blocks: list[Block], links: dict[str, str]) -> str:
    paragraphs, lists = [], 0
    for place, block in numbered(blocks):
        lists += place == 1
        number = {"item": BULLETS, "point": BULLETS, "task": FIRST_TASKS + lists - 1}.get(block.kind)
        level = int(block.kind == "point")
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
        style = f'<w:pStyle w:val="{STYLES[block.kind][0]}"/>' if block.kind in STYLES else ""
        runs = "".join(_run(span.text, span.href, links) for span in block.spans)
        paragraphs.append(f"<w:p><w:pPr>{style}{listed}</w:pPr>{runs}</w:p>")
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    return (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{"".join(paragraphs)}'
        f"<w:sectPr>{page}</w:sectPr></w:body></w:document>"
    )


def _run(text: str, href: str | None, links: dict[str, str]) -> str:
    words = f'<w:t xml:space="preserve">{_xml(text)}</w:t>'
    if not href:
        return f"<w:r>{words}</w:r>"
    name = links.setdefault(href, f"rId{len(links) + 10}")
    return f'<w:hyperlink r:id="{name}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{words}</w:r></w:hyperlink>'


def _xml(text: str) -> str:
    return escape(FORBIDDEN.sub("", text))


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{TYPE}.document.main+xml",
        "/word/styles.xml": f"{TYPE}.styles+xml",
        "/word/numbering.xml": f"{TYPE}.numbering+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(relations: dict[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{_xml(target)}"'
        + (' TargetMode="External"' if kind.endswith("/hyperlink") else "")
        + "/>"
        for name, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _properties(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_xml(title)}</dc:title><dc:creator>Wegwijzer</dc:creator><dc:language>nl-BE</dc:language>"
        "</cp:coreProperties>"
    )


def _styles() -> str:
    listed = "".join(
        f'<w:style w:type="paragraph"{OWN_STYLES.get(kind, "")} w:styleId="{name}">'
        f'<w:name w:val="{label}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        for kind, (name, label, paragraph, letters) in STYLES.items()
    )
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"'
        ' w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="nl-BE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:rPr><w:color w:val="0B5563"/><w:u w:val="single"/></w:rPr></w:style>{listed}</w:styles>'
    )


def _numbering(lists: int) -> str:
    def level(index: int, form: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{360 * (index + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        )

    def abstract(number: int, levels: str) -> str:
        return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'

    kinds = abstract(0, level(0, "bullet", "•") + level(1, "bullet", "–")) + abstract(1, level(0, "decimal", "%1."))
    numbers = f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{FIRST_TASKS + index}"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for index in range(lists)
    )
    return f'<w:numbering xmlns:w="{WORD}">{kinds}{numbers}</w:numbering>'


def _task_lists(blocks: list[Block]) -> int:
    """How many numbered lists there are; each begins at one."""
    return sum(number == 1 for number, _ in numbered(blocks))
