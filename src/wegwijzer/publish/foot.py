"""What stands at the foot of every page: the accessibility statement, and who answers for the site, as public bodies must say."""

from __future__ import annotations

import re

from wegwijzer.locale import say
from wegwijzer.model.local import Publisher
from wegwijzer.render.contact import dialled
from wegwijzer.render.element import NOTHING, Child, Markup, element, join

FOOT = re.compile(r'class="(?:md-copyright|ww-bare-foot)">')
"""Where the foot begins of a page of Material or Zensical, and that of a wizard in a page of its own."""


def foot(statement: str, publisher: Publisher | None) -> Markup:
    """What is said there; `statement` is the way to the accessibility statement, empty when there is none."""
    link = element("p", {"class": "ww-to-statement"}, element("a", {"href": statement}, say("site.accessibility")))
    return join("", (link if statement else NOTHING, _answers(publisher) if publisher else NOTHING))


def _answers(publisher: Publisher) -> Markup:
    """Who answers for the site: name, address and ways to reach."""
    parts: list[Child] = [
        publisher.name,
        publisher.address,
        element("a", {"href": f"mailto:{publisher.email}"}, publisher.email),
    ]
    if publisher.phone:
        parts.append(element("a", {"href": f"tel:{dialled(publisher.phone)}"}, publisher.phone))
    if publisher.number:
        parts.append(say("site.number", number=publisher.number))
    return element("p", {"class": "ww-publisher"}, say("site.publisher"), " ", join(" · ", parts))


def with_foot(html: str, said: Markup) -> str:
    """The page with this at its foot; without a foot nothing changes."""
    return FOOT.sub(lambda found: f"{found[0]}{said}", html, count=1) if said else html
