"""From YAML files to the model: the only package that knows YAML."""

from wegwijzer.kinds.settings import find_root
from wegwijzer.load.project import Loaded, LoadedFile, load_local, load_paths

__all__ = ["Loaded", "LoadedFile", "find_root", "load_local", "load_paths"]
