"""Stands in for Pyodide's loader of packages: all we need is in two archives."""


class _Place:
    """A folder by name: Pyodide only asks for its text, through a proxy that a plain text would not have."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name


SITE_PACKAGES = _Place("/lib/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages() -> None:
    """There are none."""
