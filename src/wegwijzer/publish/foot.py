"""What stands at the foot of every page: a link to the accessibility statement, as public bodies must have it."""

from __future__ import annotations

import re

from wegwijzer.locale import say
from wegwijzer.render.element import element

THEME = re.compile(r'(<div class="md-copyright">)')
"""The foot of a page of Material, and of Zensical."""
BARE = re.compile(r'(<footer class="ww-bare-foot">.*?)(</footer>)', re.DOTALL)
"""That of a wizard in a page of its own."""


def with_statement(html: str, way: str) -> str:
    """The page with that link at its foot; `way` leads there, and without it or without a foot nothing changes."""
    if not way:
        return html
    link = element("p", {"class": "ww-to-statement"}, element("a", {"href": way}, say("site.accessibility")))
    html = THEME.sub(lambda found: f"{found[1]}{link}", html, count=1)
    return BARE.sub(lambda found: f"{found[1]}{link}{found[2]}", html, count=1)
