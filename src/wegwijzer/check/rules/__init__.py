"""The rules, one a file, in a folder a group. A rule yields findings; `wegwijzer.check.checker` stamps place, code and level.

A rule module has at least one of `check(context)` for trees, `check_data(record, library)` for
every other file and `check_prose(prose)` for what a reader reads in any file, and the `RULE` that says so. A module in a
folder of rules is found by standing there. Its messages and its page stand in `locale/`, under its code.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.extensions import ExtensionError, extensions, loading, owner
from wegwijzer.locale import KIT, say

CODE = re.compile(r"W[1-6]\d\d")
"""A group, and a number in it."""


def rules() -> tuple[Rule, ...]:
    """Every rule in the order in which they run: those of the kit, and those of each extension in use."""
    return _rules_with(extensions())[0]


def refused() -> tuple[str, ...]:
    """What is wrong with the rules of extensions in use, in words: no rule of such an extension is among the rules."""
    return _rules_with(extensions())[1]


@cache
def _rules_with(packages: tuple[str, ...]) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    kept, wrong = in_order(discovered(__name__)), []
    for package in packages:
        try:
            kept = in_order([*kept, *_only_new(package, kept)])
        except ExtensionError as error:
            wrong.append(str(error))
        except KeyError as error:
            wrong.append(say("settings.rule_requires", package=package, name=error.args[0]))
    return tuple(kept), tuple(wrong)


def required(rule: Rule) -> frozenset[str]:
    """The modules of the rules that a rule requires."""
    return _required_with(extensions())[rule.module]


@cache
def _required_with(packages: tuple[str, ...]) -> dict[str, frozenset[str]]:
    known = _named(_rules_with(packages)[0])
    return {rule.module: frozenset(other.module for other in _requirements(rule, known)) for rule in known.values()}


def _only_new(package: str, known: Iterable[Rule]) -> list[Rule]:
    """The rules of an extension. Raises ExtensionError when its code fails, and for a code that cannot be."""
    found = loading(package, lambda: [*discovered(f"{package}.rules")] if find_spec(f"{package}.rules") else [])
    taken = {rule.code: rule for rule in known}
    for rule in found:
        if not CODE.fullmatch(rule.code):
            raise ExtensionError(say("settings.rule_code", package=package, code=rule.code))
        if rule.code in taken:
            by = owner(taken[rule.code].module)
            raise ExtensionError(say("settings.rule_taken", package=package, code=rule.code, by=by))
        taken[rule.code] = rule
    return found


def discovered(package: str) -> Iterator[Rule]:
    """The `RULE` of every module in a package, however deep; also in a zip or a wheel."""
    for module in pkgutil.walk_packages(import_module(package).__path__, f"{package}."):
        rule = vars(import_module(module.name)).get("RULE")
        if isinstance(rule, Rule):
            yield rule


def in_order(found: Iterable[Rule]) -> list[Rule]:
    """Rules by code, each after those that it requires. Raises KeyError when one requires what is not there."""
    named = _named(sorted(found, key=lambda rule: rule.code))
    ordered: dict[str, Rule] = {}

    def place(rule: Rule) -> None:
        if rule.module not in ordered:
            for other in _requirements(rule, named):
                place(other)
            ordered[rule.module] = rule

    for rule in named.values():
        place(rule)
    return list(ordered.values())


def _named(found: Iterable[Rule]) -> dict[tuple[str, str], Rule]:
    """Rules by package and name."""
    return {(rule.package, rule.name): rule for rule in found}


def _requirements(rule: Rule, known: Mapping[tuple[str, str], Rule]) -> Iterator[Rule]:
    """The rules that a rule requires: of its own package, else of the kit. Raises KeyError for one that is not there."""
    for name in rule.requires:
        own = known.get((rule.package, name)) or known.get((KIT, name))
        if own is None:
            raise KeyError(name)
        yield own
