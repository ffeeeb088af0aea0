"""The map of a tree as it is for who decided some of its policies, made in the page: what there is to lay out, and the
sheets of what was laid out. A Graphviz in the page lays out, as one on the machine that builds does for every reader.

Loaded when a reader asks for it: see docs/dev/besluiten/55-onze-boom.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.proof.pruned import left_under
from wegwijzer.render.drawn import DIRECTIONS, drawing_of, largest, turned
from wegwijzer.render.element import Markup, lines
from wegwijzer.render.map_page import SCREEN, overview_of_sheets, place, section, sheet_dot
from wegwijzer.render.picture import as_picture
from wegwijzer.render.regions import sheets_of
from wegwijzer.view.opened import given_in
from wegwijzer.walk.walker import is_decision


def draw(compiled: Compiled, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request of the page, one of three:

    - what there is to lay out under `given`: `sheets`, each a `title`, a `place` and DOT sources (`dots`: of one drawing, each in
      another direction), and `told`, what is left of the tree in words;
    - with `sheets` that hold what was laid out (`svgs` for `dots`): their `html`;
    - with a `picture` (the SVG of a sheet), a `style` and `shapes` (see `as_picture`): the `svg` to keep.
    """
    if "picture" in asked:
        return {"svg": as_picture(asked["picture"], asked["style"], asked["shapes"])}
    if "sheets" in asked:
        return {"html": lines(*(_section(sheet) for sheet in asked["sheets"]))}
    own = own_tree(compiled, given_in(compiled, asked))
    sheets = sheets_of(own)
    to_lay_out = [(sheet.title, place(sheet), [sheet_dot(own, sheet, sheets)]) for sheet in sheets]
    if len(sheets) > 1:
        overview = overview_of_sheets(own, sheets)
        to_lay_out.insert(0, (say("map.overview"), place(None), [turned(overview, each) for each in DIRECTIONS]))
    return {
        "sheets": [{"title": title, "place": where, "dots": dots} for title, where, dots in to_lay_out],
        "told": say("map.own_told", left=len(own.lines), all=len(compiled.lines)),
    }


def own_tree(compiled: Compiled, given: Mapping[str, Any]) -> Compiled:
    """What is left of a tree under these choices, each node with the number that it has for every reader."""
    own = left_under(compiled, {name: value for name, value in given.items() if is_decision(value)})
    return replace(own, numbered=compiled.numbers)


def _section(sheet: Mapping[str, Any]) -> Markup:
    drawing = largest([drawing_of(svg, sheet["title"]) for svg in sheet["svgs"]], *SCREEN)
    return section(sheet["place"], sheet["title"], Markup(drawing.svg))
