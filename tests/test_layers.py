"""The rooms of the code keep to the contracts in pyproject.toml: import-linter reads them."""

from __future__ import annotations

import pytest
from hatchling.builders.wheel import WheelBuilder
from importlinter.cli import lint_imports

from helpers import TESTS


def test_rooms_use_only_those_below_them(monkeypatch):
    """Layers, the engine that touches nothing, and the kit that knows nothing of this site."""
    monkeypatch.chdir(TESTS.parent)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("package", ["wegwijzer", "municipal"])
def test_wheel_brings_its_types(package):
    """Who uses a package of ours has its types: the wheel holds the file that says so."""
    files = [file.distribution_path for file in WheelBuilder(str(TESTS.parent)).recurse_included_files()]
    assert f"{package}/__init__.py" in files
    assert f"{package}/py.typed" in files
