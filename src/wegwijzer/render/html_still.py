"""What the static version of an action lacks, once for all of them: the script puts it where it belongs (assets/result.js).

Without a script none of it would do anything, so none of it is there.
"""

from __future__ import annotations

from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.html_take import print_button
from wegwijzer.render.markup import copy_button


def templates() -> Markup:
    """A button to copy a reply, and one to print."""
    return element("template", lines(copy_button("text"), element("div", {"class": "ww-take"}, print_button())))
