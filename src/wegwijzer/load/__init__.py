"""From YAML files to the model: the only package that knows YAML."""

from wegwijzer.load.project import Loaded, LoadedFile, load_paths
from wegwijzer.model.names import find_root

__all__ = ["Loaded", "LoadedFile", "find_root", "load_paths"]
