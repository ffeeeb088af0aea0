"""Every file with a rule in it is in the list of its group, so that no rule is written and never runs."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from wegwijzer.check import rules
from wegwijzer.check.rules.rule import Rule


def test_every_rule_that_is_written_runs():
    """Whatever module under the rules says that it is one stands in the list."""
    modules = [found.name for found in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}.")]
    written = {name for name in modules if isinstance(getattr(import_module(name), "RULE", None), Rule)}
    assert written == {rule.module for rule in rules.rules()}
