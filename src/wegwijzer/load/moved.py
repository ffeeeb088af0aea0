"""What moved: `moved.yml` of a project says which addresses lead on, and so which trees became another one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

MOVED = "moved.yml"


def read_moved(file: Path) -> dict[str, str]:
    """Old address → new address, both from the root of the site and with a slash at the end; none when there is no such file."""
    return (yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None) or {}


def former_trees(moved: Mapping[str, str], page: str) -> dict[str, str]:
    """Former name of a tree → its name now, for who still keeps the old one. `page` is where a tree stands, as `wizards/{0}/`."""
    place = re.compile(re.escape(page).replace(re.escape("{0}"), "([a-z0-9-]+)"))
    found = ((place.fullmatch(old), place.fullmatch(new)) for old, new in moved.items())
    return {old[1]: new[1] for old, new in found if old and new}
