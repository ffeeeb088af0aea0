"""The project at work: where it stands, what is made of it, and where readers will find it. A process works for one project."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

KIT = Path(__file__).resolve().parent
"""What the kit itself brings along."""
HERE = "http://127.0.0.1:8000/"
"""Where a site is to try it."""
MAIN, SECOND = "0B5563", "7A3B00"
"""The colours of the kit: of questions and of actions, six hexadecimal digits each."""
DARK, CLEAR = "1B282F", 7
"""The lightest paper in the dark (`--ww-sand` in `tokens.css`), and the contrast with it that a colour then has."""
_told: dict[str, str] = {}


def work_in(root: Path) -> None:
    """Say where the project stands."""
    _told["root"] = str(root.resolve())


def root() -> Path:
    """The folder of the project: the one that was told, else the one in which the process stands."""
    return Path(_told.get("root") or Path.cwd())


def built() -> Path:
    """The folder with all that was made, from which the site is put together."""
    return root() / _told.get("built", "build")


def build_in(folder: str) -> None:
    """Keep what is made in another folder of the project: `build/` may be somebody's own."""
    _told["built"] = folder


def assume(name: str, language: str, address: str) -> None:
    """Say what counts where the settings of a project do not say it; nothing for what nobody knows."""
    _told.update({"name of": name, "language of": language, "address of": address})


def assumed(what: str) -> str:
    """What was assumed of the project: its `name`, `language` or `address`."""
    return _told.get(f"{what} of", "")


def publish_for(file: Path | None) -> None:
    """Say what file there is of somebody who publishes the site as its own; none for the site of the project itself."""
    _told["local"] = str(file.resolve()) if file else ""
    show_as("", "", "")


def publisher() -> Path | None:
    """That file."""
    return Path(_told["local"]) if _told.get("local") else None


def publish_after(manifest: Path | None, day: str) -> None:
    """Say what was published before, as the manifest of that site, and on which day this one will be; nothing for who tells no changes."""
    _told.update({"published": str(manifest.resolve()) if manifest else "", "day": day})


def published_before() -> tuple[Path | None, str]:
    """That manifest, and the day."""
    return (Path(_told["published"]) if _told.get("published") else None), _told.get("day", "")


def show_as(name: str, main: str, second: str) -> None:
    """Say which name and colours count before those in the settings of the project, each unless it is empty."""
    _told.update({"own name": name, "own main": main, "own second": second})


def shown_as(what: str) -> str:
    """The `name`, the `main` or the `second` colour that counts before that of the project."""
    return _told.get(f"own {what}", "")


def publish_at(address: str) -> None:
    """Say where the site will stand, as the settings of the project have it."""
    _told["address"] = address


def site_url() -> str:
    """Where the site will stand, with a slash at its end: SITE_URL in the environment goes before what a project says."""
    return (os.environ.get("SITE_URL") or _told.get("address") or HERE).rstrip("/") + "/"


def paint_in(main: str, second: str) -> None:
    """Say the two colours of the project."""
    _told.update(main=main, second=second)


def colours() -> tuple[str, str]:
    """The colour of questions and that of actions."""
    return _told.get("main", MAIN), _told.get("second", SECOND)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours of six hexadecimal digits, from 1 to 21: that of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def on_dark(colour: str) -> str:
    """A colour mixed with as much white as it takes to read it on dark paper, and dark words on it."""
    parts = [int(colour[n : n + 2], 16) for n in (0, 2, 4)]
    shades = ("".join(f"{part + (255 - part) * step // 20:02X}" for part in parts) for step in range(21))
    return next(shade for shade in shades if contrast(shade, DARK) >= CLEAR)


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 - WCAG
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def outside() -> tuple[str, ...]:
    """What a project decides of every form besides its words: where its codes lead, and its colours."""
    return site_url(), *colours()


@cache
def can_draw() -> bool:
    """Whether Graphviz is there: without it a site has everything but drawings, and what is made of them."""
    return shutil.which("dot") is not None


def has_address() -> bool:
    """Whether anybody said where the site will stand."""
    return bool(os.environ.get("SITE_URL") or _told.get("address"))
