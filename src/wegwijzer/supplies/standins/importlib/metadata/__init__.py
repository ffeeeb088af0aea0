"""Stands in for importlib.metadata: in a page no package was installed. What the build knew of the extensions of the project comes
along with those.
"""

from collections import namedtuple
from importlib import import_module

EntryPoint = namedtuple("EntryPoint", ("name", "value", "group"))  # noqa: PYI024 - a typed one needs more of the library


def entry_points(*, group: str, name: str | None = None) -> list[EntryPoint]:
    """What packages offer under a group."""
    try:
        known = import_module("_entry_points").KNOWN
    except ModuleNotFoundError:
        return []
    found = (EntryPoint(*each) for each in known)
    return [point for point in found if point.group == group and name in {None, point.name}]
