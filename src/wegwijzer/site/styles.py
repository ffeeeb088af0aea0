"""The style sheets that are written in parts: each is published as one file, so that a phone asks for one.

What stands in `assets/css/wegwijzer/` is published as `assets/wegwijzer.css`; that of an extension likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from wegwijzer.icons import NAMED, OWN, rules
from wegwijzer.kinds.extensions import extensions, offered, offered_by
from wegwijzer.kinds.icons import icons_of
from wegwijzer.kinds.library import Library
from wegwijzer.publish.lean import flush
from wegwijzer.render.map_page import ICONS as OF_MAP
from wegwijzer.render.map_page import TOOLS
from wegwijzer.workplace import MAIN, SECOND, colours, on_dark

SHEETS = {
    "theme": ("material", "header", "text", "page"),
    "wegwijzer": (
        "tokens",
        "page",
        "wizard",
        "node",
        "question",
        "action",
        "reply",
        "casefile",
        "folds",
        "doubt",
        "cards",
        "drawing",
        "readers",
        "icons",
        "print",
    ),
    "trainers": ("quiz", "case", "votes", "screen", "paper", "files"),
    "map": ("map", "tools", "drawn", "route", "own"),
    "choices": ("choice", "change"),
    "workbench": (
        "page",
        "form",
        "cards",
        "pick",
        "yaml",
        "map/tools",
        "map/drawn",
        "map/route",
        "map",
        "live",
        "problems",
        "compare",
        "send",
        "open",
    ),
    "offline": ("line", "keep", "away"),
}
"""The sheets of the kit, each with its parts in the order in which their rules count: of two that are as specific, the last one. A
part of another sheet has its name before it."""
ICONS = "wegwijzer"
"""The sheet that draws the icons; that of the map draws its own."""
IN_THE_DARK = {"accent": "#7cc7d3", "second": "#ffc78f"}
"""The two colours of the kit on dark paper, as `tokens.css` has them; those of a project are made from its own."""
COMMENT = re.compile(r"^[ \t]*/\*.*?\*/\n+| /\*.*?\*/$", re.MULTILINE | re.DOTALL)


def sheets(_made_from: str, _outside: tuple[str, ...], icons: tuple[str, ...]) -> dict[str, bytes]:
    """Every sheet that is written in parts, as files; `icons` are those that the site shows."""
    return {f"styles/{name}.css": sheet(name, icons).encode() for name in _sheets()}


def icons_shown(library: Library, pages: Iterable[str]) -> tuple[str, ...]:
    """The icons that a site shows: of the kit, of its extensions (`ICONS` in their `site`), of its content and of its `pages`."""
    of_extensions = {name for names in offered("site", "ICONS") for name in names}
    return tuple(sorted({*OWN, *of_extensions, *icons_of(library), *icons_in_html("".join(pages))}))


def icons_in_html(text: str) -> set[str]:
    """The icons that stand in HTML, or in a page that asks for them."""
    return {found[1] or found[2] for found in NAMED.finditer(text)}


def sheet_names() -> list[str]:
    """Every sheet that is written in parts."""
    return list(_sheets())


def sheet(name: str, icons: Iterable[str] = ()) -> str:
    """One sheet, whole, in the colours of the project, with the drawings of these icons where they belong.

    What its parts say to who writes them stays behind: a reader pays for every letter.
    """
    css = COMMENT.sub("", "\n".join(part.read_text(encoding="utf-8") for part in parts_of(name)))
    for token, ours, own in zip(("accent", "second"), (MAIN, SECOND), colours(), strict=True):
        if own != ours:
            css = css.replace(f"--ww-{token}: #{ours.lower()}", f"--ww-{token}: #{own.lower()}")
            css = css.replace(f"--ww-{token}: {IN_THE_DARK[token]}", f"--ww-{token}: #{on_dark(own).lower()}")
    return flush(css + rules({ICONS: icons, "map": OF_MAP, "workbench": TOOLS.values()}.get(name, ())))


def parts_of(name: str) -> list[Traversable]:
    """The files that a sheet is written in. Raises KeyError for a sheet that is not there."""
    package, parts = _sheets()[name]
    return [files(package) / f"assets/css/{part if '/' in part else f'{name}/{part}'}.css" for part in parts]


def extra_sheets() -> list[str]:
    """The sheets that the extensions of the project bring (`STYLES` in their `site`)."""
    return [name for name in _sheets() if name not in SHEETS]


def _sheets() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name → the package that holds its parts, and their names."""
    own = {name: ("wegwijzer", parts) for name, parts in SHEETS.items()}
    return own | {
        name: (package, parts)
        for package in extensions()
        for name, parts in dict(offered_by(package, "site", "STYLES")).items()
    }
