"""Inside somebody's own site: what wizards need is made when their generator starts, and put beside the pages it makes."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from wegwijzer.site.styles import extra_sheets
from wegwijzer.workplace import built

MADE = "WEGWIJZER_BUILDS"
"""In the environment while `wegwijzer build` runs a generator: then there is nothing left to make."""
STYLES = ("wegwijzer", "trainers")
SCRIPTS = ("wizard", "copy", "quiz")


def make() -> None:
    """Make what pages show and load, as far as it is not there. Raises SystemExit with what is wrong with the content."""
    if os.environ.get(MADE):
        return
    from wegwijzer.site.build import make_beside  # noqa: PLC0415 - pages that were made need no build

    make_beside()


def add(site: Path) -> int:
    """Put what pages load into a site that a generator made. Returns the number of files.

    Raises UnfitError for a file of that site with the same name as one of ours.
    """
    if os.environ.get(MADE):
        return 0
    from wegwijzer.site.finish import add_to  # noqa: PLC0415 - as above

    return add_to(built(), site)


def tags(settings: MutableMapping[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """What a page with a wizard must load: nothing, when the settings of the generator name it already.

    MkDocs reads its settings after this, so there they are completed; Zensical has read them.
    """
    styles = [f"assets/{name}.css" for name in (*STYLES, *extra_sheets()) if not _named(settings, "extra_css", name)]
    scripts = [f"assets/{name}.js" for name in SCRIPTS if not _named(settings, "extra_javascript", name)]
    if "zensical" not in sys.modules:
        from mkdocs.config.config_options import ExtraScriptValue  # noqa: PLC0415 - Zensical does without

        settings["extra_css"] += styles
        for path in scripts:
            script = ExtraScriptValue(path)
            script.type = "module"
            settings["extra_javascript"].append(script)
        return []
    return [
        *(("link", {"rel": "stylesheet", "href": path}) for path in styles),
        *(("script", {"type": "module", "src": path}) for path in scripts),
    ]


def _named(settings: MutableMapping[str, Any], key: str, name: str) -> bool:
    listed = [one.get("path", "") if isinstance(one, dict) else str(one) for one in settings.get(key) or ()]
    return any(path.rpartition("/")[2].rpartition(".")[0] == name for path in listed)
