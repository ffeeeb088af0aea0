"""The page with the map of a tree: every sheet drawn, and the overview of them."""

from __future__ import annotations

import re

from wegwijzer.compile.travel import unpacked
from wegwijzer.draw.diagrams import laid_out
from wegwijzer.draw.layout import best_layout
from wegwijzer.icons import symbols
from wegwijzer.locale import say
from wegwijzer.render.addresses import map_page as place_of
from wegwijzer.render.drawing import DRAWS
from wegwijzer.render.drawn import drawing_of
from wegwijzer.render.element import Markup
from wegwijzer.render.map_page import SCREEN, map_page, overview_of_sheets, sheet_dot
from wegwijzer.render.regions import sheets_of

DRAWN = re.compile(rf"\b{DRAWS}([a-z0-9-]+)")


def draw_map(text: str, _outside: tuple[str, ...], former: str = "") -> dict[str, bytes]:
    """The map of a tree (`text`: as it is packed) as a file. `former`: which trees became another one, as in `Site`. Its policy is
    added afterwards, as for every page.
    """
    tree = unpacked(text)
    sheets = sheets_of(tree)
    drawn = {sheet.number: _drawn(sheet_dot(tree, sheet, sheets), sheet.title) for sheet in sheets}
    if len(sheets) > 1:
        drawn[0] = Markup(best_layout(overview_of_sheets(tree, sheets), say("map.overview"), *SCREEN).svg)
    icons = sorted({name for drawing in drawn.values() for name in DRAWN.findall(drawing)})
    page = map_page(tree, sheets, drawn, Markup(symbols(icons, DRAWS)), former)
    return {f"bare/{place_of(tree.id)}index.html": page.encode()}


def _drawn(dot: str, title: str) -> Markup:
    return Markup(drawing_of(laid_out(dot), title).svg)
