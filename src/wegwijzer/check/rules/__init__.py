"""The rules, one a file, in a folder a group. A rule yields findings; `wegwijzer.check.checker` stamps place, code and level.

A rule module has at least one of `check(context)` for trees, `check_data(record, library)` for
every other file and `check_prose(prose)` for what a reader reads in any file, and the `RULE` that says so. A module in a
folder of rules is found by standing there. Its messages and its page stand in `locale/`, under its code.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.extensions import extensions


def rules() -> tuple[Rule, ...]:
    """Every rule in the order in which they run: those of the kit, and those of each extension in use."""
    return _rules_with(extensions())


@cache
def _rules_with(packages: tuple[str, ...]) -> tuple[Rule, ...]:
    places = [__name__, *(f"{name}.rules" for name in packages if find_spec(f"{name}.rules"))]
    return tuple(in_order(rule for place in places for rule in discovered(place)))


def discovered(package: str) -> Iterator[Rule]:
    """The `RULE` of every module in a package, however deep; also in a zip or a wheel."""
    for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
        rule = vars(import_module(module.name)).get("RULE")
        if isinstance(rule, Rule):
            yield rule


def in_order(found: Iterable[Rule]) -> list[Rule]:
    """Rules by code, each after those that it requires. Raises KeyError when one requires what is not there."""
    named = {rule.name: rule for rule in sorted(found, key=lambda rule: rule.code)}
    ordered: dict[str, Rule] = {}

    def place(rule: Rule) -> None:
        if rule.name not in ordered:
            for name in rule.requires:
                place(named[name])
            ordered[rule.name] = rule

    for rule in named.values():
        place(rule)
    return list(ordered.values())
