"""What is not about one tree: what the extensions of a project print, and its accessibility statement for programs."""

from __future__ import annotations

from collections.abc import Callable

from wegwijzer.draw.pictures import style
from wegwijzer.kinds.extensions import offered
from wegwijzer.kinds.library import Library
from wegwijzer.pages.project import project
from wegwijzer.pages.statement import statement_data
from wegwijzer.site.tree import with_letter


def shared_sheets(library: Library) -> dict[str, Callable[[], bytes]]:
    """The sheets that are not about one tree, which extensions print: the name of each, and what makes it."""
    return {name: make for sheets in offered("site", "sheets") for name, make in sheets(library)}


def print_shared(name: str, _content: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """One of those sheets. `_content` is a digest of all that it may read."""
    return {f"paper/{name}.pdf": shared_sheets(project().library)[name]()}


def picture_sheet(_colours: tuple[str, ...]) -> dict[str, bytes]:
    """The style that goes into a drawing which a reader keeps, with its letter: made in the page, shown anywhere."""
    return {"styles/picture.css": (with_letter() + style()).encode()}


def statement_file(_settings: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The statement as JSON, when somebody publishes it. `_settings` is a digest of what it comes from."""
    data = statement_data()
    return {"statement/accessibility.json": data} if data else {}
