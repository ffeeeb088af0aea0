"""What a build takes from who publishes the site as its own: the text of the file, and the logo, with where a page finds that."""

from __future__ import annotations

from wegwijzer.check.rules.local.unfit_logo import unfit
from wegwijzer.pages.project import ours
from wegwijzer.render.addresses import ASSETS
from wegwijzer.workplace import publisher


def published() -> tuple[str | bytes, ...]:
    """What was written, as it is now; nothing for the site of the project itself."""
    file = publisher()
    return (file.read_bytes(), *(logo() or ())) if file and file.is_file() else ()


def logo() -> tuple[str, bytes] | None:
    """How the name of the logo ends, and what it holds; nothing when there is none that can be shown."""
    file, record = publisher(), ours()
    if file is None or record is None or not record.logo or unfit(file.parent, record.logo):
        return None
    place = file.parent / record.logo
    return place.suffix.lower(), place.read_bytes()


def logo_file(ending: str, content: bytes) -> dict[str, bytes]:
    """The logo, as a step of the build."""
    return {f"logo/logo{ending}": content}


def logo_address() -> str:
    """Where the site shows the logo, from its root; empty when there is none."""
    found = logo()
    return f"{ASSETS}logo{found[0]}" if found else ""
