"""Which icons can be called by name, and how is each drawn: those of Tabler, in outline.

A wheel holds them beside the other things that the kit brings along; a checkout reads the package that package-lock.json pins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
IN_WHEEL = HERE / "supplies/made/all/icons/outline.json"
IN_CHECKOUT = HERE.parents[1] / "node_modules/@tabler/icons/tabler-nodes-outline.json"
OWN = (
    "arrow-left",
    "clock",
    "copy",
    "map",
    "phone",
    "printer",
    "user",
    "world",
)
"""What the kit itself draws, whatever a project names."""
NAMED = re.compile(r"""\bww-icon-([a-z0-9-]+)|\b(?:icon|chip)\(["']([a-z0-9-]+)["'][,)]""")
"""How HTML says which icon stands there, by a class, and how a page asks for one."""
DRAWN = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%23000' stroke-width='2'"
    " stroke-linecap='round' stroke-linejoin='round'>{}</svg>"
)

SYMBOLS = (
    '<svg class="ww-symbols" width="0" height="0" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-linecap="round" stroke-linejoin="round">{}</svg>'
)
SYMBOL = '<symbol id="{}{}" viewBox="0 0 24 24">{}</symbol>'


_told: dict[str, str] = {}


def know(names: Iterable[str]) -> None:
    """Let these be the icons that there are where no package tells: in a page, which draws them itself."""
    _told.update(dict.fromkeys(names, ""))
    drawings.cache_clear()


@cache
def drawings() -> Mapping[str, str]:
    """Name → what is drawn in a square of 24, as SVG; without a package what `know` told. Empty in a checkout without the packages of Node."""
    place = next(filter(Path.is_file, (IN_WHEEL, IN_CHECKOUT)), None)
    if place is None:
        return _told
    read = json.loads(place.read_text(encoding="utf-8"))
    return read if place == IN_WHEEL else {name: _drawn(shapes) for name, shapes in read.items()}


def rules(names: Iterable[str]) -> str:
    """The style of each of these icons. Raises KeyError for one that is not there."""
    known = drawings()
    return "".join(
        f'.ww-icon-{name} {{\n  --ww-drawn: url("data:image/svg+xml,{DRAWN.format(known[name])}");\n}}\n\n'
        for name in sorted(set(names))
    )


def svg(name: str) -> str:
    """One icon as SVG in the colour of what stands around it; nothing without a name. Raises KeyError for one that is not there."""
    return coloured(DRAWN.format(drawings()[name])) if name else ""


def symbols(names: Iterable[str], prefix: str) -> str:
    """These icons as SVG that other drawings in a page can show, each under its name with a prefix; without those that are not there."""
    known = drawings()
    shapes = (SYMBOL.format(prefix, name, coloured(known[name])) for name in sorted(set(names)) if name in known)
    return SYMBOLS.format("".join(shapes))


def coloured(drawing: str) -> str:
    """What is drawn as a mask, in the colour of what stands around it."""
    return drawing.replace("%23000", "currentColor")


def _drawn(shapes: list[tuple[str, dict[str, str]]]) -> str:
    """The shapes of one icon. They have no text and no other character that an address would need to escape."""
    return "".join(
        f"<{tag} {' '.join(f'{key}={value!r}' for key, value in {**values, **_black(values)}.items())}/>"
        for tag, values in shapes
    )


def _black(values: dict[str, str]) -> dict[str, str]:
    """A mask looks at what is drawn, not at its colour."""
    return {"fill": "%23000"} if values.get("fill") == "currentColor" else {}
