"""The map of a tree: a page of its own, with a drawing a sheet. Without JavaScript all sheets stand below each other, and links lead
from one to the other; with it one is shown at a time, with ways to look closer (`assets/map.js`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.bare import ASSETS, ROOT, bare_head, bare_page
from wegwijzer.render.dot import Elsewhere, drawn_dot
from wegwijzer.render.drawing import numbered, opening, quote
from wegwijzer.render.element import Markup, element, join, lines, stacked
from wegwijzer.render.markup import icon, span
from wegwijzer.render.regions import Sheet
from wegwijzer.view.nodes import static_view

MOVES = {"left": "arrow-left", "right": "arrow-right", "up": "arrow-up", "down": "arrow-down"}
TOOLS = {"in": "zoom-in", "out": "zoom-out", "all": "focus-centered", **MOVES}
"""What the buttons above a drawing do, and the icon of each."""
ICONS = (*TOOLS.values(), "route", "sitemap", "search")
"""Those that only this page shows."""
SCREEN = (1200, 700)
"""For which the overview is laid out: from top to bottom, or from left to right."""


def place(sheet: Sheet | None) -> str:
    """The anchor of a sheet, or of the overview."""
    return say("address.sheet", number=sheet.number if sheet else 0)


def sheet_dot(compiled: Compiled, sheet: Sheet, sheets: Iterable[Sheet]) -> str:
    """The DOT source of a sheet: its nodes lead to the wizard, and what lies elsewhere to the sheet that has it."""
    others = {name: (one.title, f"#{place(one)}") for one in sheets for name in one.nodes}
    elsewhere = Elsewhere(ROOT + addresses.tree_page(compiled.id), others)
    return drawn_dot(compiled, f"{place(sheet)}-{compiled.id}", compiled.id, sheet.nodes, elsewhere)


def overview_of_sheets(compiled: Compiled, sheets: Iterable[Sheet]) -> str:
    """The DOT source of the sheets themselves, each below the one from which a reader first comes there."""
    source = opening(compiled.id, f"{place(None)}-{compiled.id}", "TB")
    for sheet in sheets:
        number = static_view(compiled, sheet.first).number
        source.append(
            f'  {quote(str(sheet.number))} [id={quote(f"{compiled.id}--{sheet.number}")}, class="ww-node ww-node-sheet",'
            f" URL={quote(f'#{place(sheet)}')}, {numbered(number, sheet.title)}];"
        )
        if sheet.before is not None:
            source.append(f'  {quote(str(sheet.before))} -> {quote(str(sheet.number))} [class="ww-edge"];')
    return "\n".join([*source, "}", ""])


def map_page(
    compiled: Compiled, sheets: list[Sheet], drawings: Mapping[int, Markup], icons: Markup, former: str = ""
) -> Markup:
    """The page /kaart/<tree>/. `drawings`: the SVG of each sheet by its number, and of the overview under 0; `icons` are the
    drawings that nodes show; `former` which trees became another one (see `Site`). The policy of the page is added afterwards, as for every page of the site.
    """
    head = [
        *bare_head(),
        element("link", {"rel": "stylesheet", "href": f"{ASSETS}map.css"}),
        element("script", {"type": "module", "src": f"{ASSETS}map.js"}),
    ]
    wizard = ROOT + addresses.tree_page(compiled.id)
    parts = [None, *sheets] if len(sheets) > 1 else sheets
    back = element("a", {"href": wizard}, icon("arrow-left"), say("map.back"))
    overview = element("a", {"href": f"#{place(None)}"}, icon("sitemap"), say("map.overview"))
    route = element("button", {"type": "button", "data-map": "here", "hidden": True}, icon("route"), say("map.here"))
    body = lines(
        icons,
        element("p", {"class": "ww-map-ways"}, back, overview if len(sheets) > 1 else None, route),
        _own(compiled, former) if compiled.policies else None,
        _tools(),
        *(
            section(place(sheet), sheet.title if sheet else say("map.overview"), drawings[sheet.number if sheet else 0])
            for sheet in parts
        ),
    )
    text = element("a", {"href": ROOT + addresses.tree_text(compiled.id)}, say("tree.as_text"))
    foot = element("span", say("tree.in_words"), " ", text, ".")
    return bare_page(compiled, head, body, foot, title=say("map.title", title=compiled.tree.title), css="ww-map-page")


def section(place: str, title: str, drawing: Markup) -> Markup:
    """A sheet with its drawing, at its place on the page."""
    return stacked(
        "section",
        {"class": "ww-sheet", "id": place},
        element("h2", {"tabindex": "-1"}, title),
        window(title, drawing),
    )


def window(title: str, drawing: Markup) -> Markup:
    """A drawing in a frame of its own, in which it can be moved."""
    told = {"class": "ww-scroll", "role": "region", "tabindex": "0", "aria-label": say("tree.diagram", title=title)}
    return element("div", told, drawing)


def _own(compiled: Compiled, former: str) -> Markup:
    """The switch to the tree under one's own choices, for who has JavaScript and kept one: see `assets/own-switch.js`."""
    place = {
        "class": "ww-own",
        "id": say("address.own"),
        "hidden": True,
        "data-choices": " ".join(compiled.policies),
        "data-former": former or None,
        "data-tree": ROOT + addresses.tree_data(compiled.id),
        **{f"data-{told}": say(f"map.own_{told}") for told in ("busy", "failed", "none", "not")},
    }
    switch = {"type": "button", "data-own": "switch", "data-other": say("map.general")}
    ways = [
        element("button", {"type": "button", "data-own": way}, say(f"map.{way}")) for way in ("svg", "png", "print")
    ]
    keep = {"class": "ww-own-keep", "role": "group", "aria-label": say("map.keep"), "hidden": True}
    return stacked(
        "div",
        place,
        element("p", element("button", switch, say("map.own"))),
        element("p", {"class": "ww-note", "role": "status"}),
        element("div", keep, say("map.keep"), " ", join(" ", ways)),
    )


def _tools() -> Markup:
    """The buttons, and the field to find a node; for who has JavaScript."""
    finding = element(
        "form",
        {"class": "ww-map-find", "role": "search", "data-none": say("map.none"), "data-here": say("map.you_are_here")},
        element("label", {"for": "ww-map-field"}, icon("search"), " ", say("map.find")),
        " ",
        element("input", {"id": "ww-map-field", "type": "search", "list": "ww-map-nodes", "autocomplete": "off"}),
        element("datalist", {"id": "ww-map-nodes"}),
        element("p", {"class": "ww-note", "role": "status"}),
    )
    return stacked(
        "div",
        {"class": "ww-map-tools", "hidden": True},
        moves(),
        finding,
    )


def moves() -> Markup:
    """The buttons that bring a drawing closer, or another part of it in sight."""
    buttons = (
        element(
            "button",
            {"type": "button", "data-map": what, "title": say("map." + what)},
            icon(name),
            span("ww-hidden", say("map." + what)),
        )
        for what, name in TOOLS.items()
    )
    return element("div", {"role": "group", "aria-label": say("map.tools")}, lines(*buttons))
