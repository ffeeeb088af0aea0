"""The accessibility statement of a project: as a block for its page, and as data for programs."""

from __future__ import annotations

import json

from wegwijzer.locale import say
from wegwijzer.pages.project import statement
from wegwijzer.render.element import Markup
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.guide.statement import statement_html, statement_record
from wegwijzer.workplace import has_address, site_url


def accessibility(page: PlaceOnSite) -> Markup:
    """The statement, or that nobody publishes one yet, with what is known."""
    return statement_html(statement(), page.root, _address())


def statement_data() -> bytes:
    """The statement as JSON; nothing as long as nobody publishes it."""
    found = statement()
    if not found.complete:
        return b""
    record = statement_record(found, say("site.name"), _address())
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def _address() -> str:
    """Where the site stands; nothing when it is only tried."""
    return site_url() if has_address() else ""


BLOCKS = {"accessibility": accessibility}
