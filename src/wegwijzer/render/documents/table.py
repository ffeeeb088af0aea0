"""A table in a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from wegwijzer.render.documents.margins import FORBIDDEN
from wegwijzer.render.element import Markup, xml

WIDTH = 9638
"""Between the margins, in twentieths of a point."""
TABLE_LOOK = Markup(
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="C9D3D6"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="C9D3D6"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="60" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
)


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first with the heads; `shares` are the widths of the columns beside each other."""

    shares: tuple[int, ...]
    rows: Sequence[Sequence[str]]
    kind: ClassVar[str] = "table"


def table(made: Table) -> Markup:
    """A table over the full width, of which the heads come back on every page and no row is broken."""
    widths = [WIDTH * share // sum(made.shares) for share in made.shares]
    grid = xml("w:tblGrid", [xml("w:gridCol", {"w:w": width}) for width in widths])
    return xml("w:tbl", TABLE_LOOK, grid, [_row(row, widths, head=not index) for index, row in enumerate(made.rows)])


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool) -> Markup:
    look = xml("w:trPr", xml("w:cantSplit"), xml("w:tblHeader") if head else None)
    bold = xml("w:rPr", xml("w:b")) if head else None
    words = [
        xml("w:p", xml("w:r", bold, xml("w:t", {"xml:space": "preserve"}, FORBIDDEN.sub("", cell)))) for cell in cells
    ]
    places = [xml("w:tcPr", xml("w:tcW", {"w:w": width, "w:type": "dxa"})) for width in widths]
    return xml("w:tr", look, [xml("w:tc", place, word) for place, word in zip(places, words, strict=True)])
