"""How texts read: sentences, measures and word lists. For the checker only; the browser never loads this.

What is of one language stands in a folder with its code: `nl/`, `en/`. A language may have some of their modules, or none.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from wegwijzer.locale import language


def has(name: str) -> bool:
    """Whether the language of the project has this module."""
    return of_language(name) is not None


def of_language(name: str) -> Any:
    """A module of the language of the project; None when that language does not have it."""
    return _module(language(), name)


@cache
def _module(code: str, name: str) -> Any:
    package = f"{__name__}.{code}"
    return import_module(f"{package}.{name}") if find_spec(package) and find_spec(f"{package}.{name}") else None
