"""From YAML files to the model: the only package that knows YAML.

A whole project is read by `load_paths`. What that needs comes along only with who asks for it: a page that reads one file
does without.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wegwijzer.kinds.settings import find_root
    from wegwijzer.load.project import Loaded, LoadedFile, load_local, load_paths

__all__ = ["Loaded", "LoadedFile", "find_root", "load_local", "load_paths"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module("wegwijzer.load.project"), name)
