"""What is not about one tree: what the extensions of a project print, and its accessibility statement for programs."""

from __future__ import annotations

from wegwijzer.draw.pictures import style
from wegwijzer.kinds.extensions import offered
from wegwijzer.pages.project import project
from wegwijzer.pages.statement import statement_data
from wegwijzer.site.tree import with_letter


def print_shared(_content: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The sheets that are not about one tree: what extensions print. `_content` is a digest of all that they may read."""
    library = project().library
    return {f"paper/{name}.pdf": content for sheets in offered("site", "sheets") for name, content in sheets(library)}


def picture_sheet(_colours: tuple[str, ...]) -> dict[str, bytes]:
    """The style that goes into a drawing which a reader keeps, with its letter: made in the page, shown anywhere."""
    return {"styles/picture.css": (with_letter() + style()).encode()}


def statement_file(_settings: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The statement as JSON, when somebody publishes it. `_settings` is a digest of what it comes from."""
    data = statement_data()
    return {"statement/accessibility.json": data} if data else {}
