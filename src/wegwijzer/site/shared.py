"""What is not about one tree: what the extensions of a project print, and its accessibility statement for programs."""

from __future__ import annotations

from wegwijzer.kinds.extensions import offered
from wegwijzer.pages.project import project
from wegwijzer.pages.statement import statement_data


def print_shared(_content: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The sheets that are not about one tree: what extensions print. `_content` is a digest of all that they may read."""
    library = project().library
    return {f"paper/{name}.pdf": content for sheets in offered("site", "sheets") for name, content in sheets(library)}


def statement_file(_settings: str, _outside: tuple[str, ...]) -> dict[str, bytes]:
    """The statement as JSON, when somebody publishes it. `_settings` is a digest of what it comes from."""
    data = statement_data()
    return {"statement/accessibility.json": data} if data else {}
