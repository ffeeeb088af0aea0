"""The icon of the site as pictures of fixed sizes, for who installs it: from assets/icon.svg, in the colour of the project."""

from __future__ import annotations

from wegwijzer.draw.raster import picture
from wegwijzer.workplace import KIT, MAIN, colours

SIZES = {"icon-192": 192, "icon-512": 512, "icon-mask-512": 512}
"""Name → pixels. Of a mask a system cuts off what it likes, up to a circle of four fifths: its ground goes on to the edge."""
MASK = "icon-mask-512"
SIDE = 24
"""The side of the icon, in points."""


def icons(_colours: tuple[str, ...]) -> dict[str, bytes]:
    """The pictures, as files: the corners of a mask have the colour of its ground, those of another are clear."""
    main = f"#{colours()[0].lower()}"
    return {
        f"app/{name}.png": picture(icon_svg(), (SIDE, SIDE), pixels / SIDE, main if name == MASK else "")
        for name, pixels in SIZES.items()
    }


def icon_svg() -> str:
    """The icon of the kit in the colour of the project."""
    text = (KIT / "assets/icon.svg").read_text(encoding="utf-8")
    return text.replace(f"#{MAIN.lower()}", f"#{colours()[0].lower()}")
