"""Links in what macros give, for a generator that moves them.

MkDocs leaves addresses in HTML alone: they are read from the address of the page, `gids/melden/`. Zensical reads every
address as one from the Markdown file, `gids/melden.md`, also in HTML, and puts `../` before it. So for Zensical a link is
written as the file sees it; both pages are then the same.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import PurePosixPath
from typing import Any

HREF = re.compile(r'(?:(?<=\shref=")|(?<=\ssrc="))(?![a-z]+:|/|#|")([^"]*)', re.IGNORECASE)


def from_file(html: str, path: str) -> str:
    """The same HTML with its relative links as the file at `path`, under docs/, sees them."""
    file = PurePosixPath(path)
    if file.stem == "index":  # stands in the folder that is its address
        return html
    up, inside = "../", f"{file.stem}/"
    return HREF.sub(lambda link: link[1].removeprefix(up) if link[1].startswith(up) else inside + link[1], html)


def fitted(env: Any, function: Callable[..., str]) -> Callable[..., str]:
    """A macro whose links hold with the generator that `env` is of."""
    if "zensical" not in sys.modules or not env.conf.get("use_directory_urls", True):
        return function

    @wraps(function)
    def given(*arguments: str, **named: str) -> str:
        return from_file(function(*arguments, **named), env.variables["page"].path)

    return given
