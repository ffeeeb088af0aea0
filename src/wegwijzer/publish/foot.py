"""What stands at the foot of every page: a link to the accessibility statement, as public bodies must have it."""

from __future__ import annotations

import re

from wegwijzer.locale import say
from wegwijzer.render.element import element

FOOT = re.compile(r'class="(?:md-copyright|ww-bare-foot)">')
"""Where the foot begins of a page of Material or Zensical, and that of a wizard in a page of its own."""


def with_statement(html: str, way: str) -> str:
    """The page with that link at its foot; `way` leads there, and without it or without a foot nothing changes."""
    if not way:
        return html
    link = element("p", {"class": "ww-to-statement"}, element("a", {"href": way}, say("site.accessibility")))
    return FOOT.sub(lambda found: f"{found[0]}{link}", html, count=1)
