"""The rooms of the code keep to the contracts in pyproject.toml: import-linter reads them."""

from __future__ import annotations

from importlinter.cli import lint_imports

from helpers import TESTS


def test_rooms_use_only_those_below_them(monkeypatch):
    """Layers, the engine that touches nothing, and the kit that knows nothing of this site."""
    monkeypatch.chdir(TESTS.parent)
    assert lint_imports(no_cache=True) == 0
