"""The rooms of the code keep to the contracts in pyproject.toml: import-linter reads them."""

from __future__ import annotations

from hatchling.builders.wheel import WheelBuilder
from importlinter.cli import lint_imports

from helpers import TESTS


def test_rooms_use_only_those_below_them(monkeypatch):
    """Layers, the engine that touches nothing, and the kit that knows nothing of this site."""
    monkeypatch.chdir(TESTS.parent)
    assert lint_imports(no_cache=True) == 0


def test_wheel_brings_the_kit_alone_with_its_types():
    """Who uses the kit has its types: the wheel holds the file that says so, and nothing of this site's own package."""
    files = [file.distribution_path for file in WheelBuilder(str(TESTS.parent)).recurse_included_files()]
    assert {"wegwijzer/__init__.py", "wegwijzer/py.typed"} <= {*files}
    assert {file.partition("/")[0] for file in files} == {"wegwijzer"}
