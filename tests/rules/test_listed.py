"""Every file with a rule in it is in the list of its group, so that no rule is written and never runs."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import municipal.rules
from wegwijzer.check import rules
from wegwijzer.check.rules.rule import Rule


def test_every_rule_that_is_written_runs(project):
    """Whatever module under the rules of the kit or of this site says that it is one stands in a list."""
    assert project.library.trees  # the project names the package with its own rules
    modules = [
        found.name
        for package in (rules, municipal.rules)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    written = {name for name in modules if isinstance(getattr(import_module(name), "RULE", None), Rule)}
    assert written == {rule.module for rule in rules.rules()}
