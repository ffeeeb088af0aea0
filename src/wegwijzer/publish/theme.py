"""What the policy must know of the generator's theme."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

STYLE = re.compile(r'appendChild\(\w+\("style",\{\},(?P<name>\w+)\.toString\(\)\)\)')
"""Where Zensical's script puts the look of its search in the page, as one `<style>`."""


def source_hash(text: str) -> str:
    """A script or style as a policy names it."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def theme_styles(site: Path) -> list[str]:
    """The hashes of the styles that the theme's script puts in a page by itself: none with Material, one with Zensical.

    Read from the theme's own script, never from a page: what a text brings along gets no permission this way.
    """
    found = set()
    for script in sorted(site.glob("assets/javascripts/bundle.*.min.js")):
        code = script.read_text(encoding="utf-8")
        for style in STYLE.finditer(code):
            text = re.search(rf"[,;\s]{style['name']}='((?:[^'\\]|\\.)*)'", code)
            if text:
                found.add(source_hash(re.sub(r"\\(.)", r"\1", text[1])))
    return sorted(found)
