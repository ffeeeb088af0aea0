"""The rules, one a file, in a folder a group. A rule yields findings; `wegwijzer.check.checker` stamps place, code and level.

A rule module has a Dutch docstring (its page), at least one of `check(context)` for trees, `check_data(record, library)` for
every other file and `check_prose(prose)` for what a reader reads in any file, and the `RULE` that says so. A new rule
stands in its own file and in the list of its group.
"""

from __future__ import annotations

from functools import cache

from wegwijzer.check.rules import language, references, safety, structure, upkeep
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.extensions import extensions, offered

OWN = (*references.RULES, *structure.RULES, *upkeep.RULES, *safety.RULES, *language.RULES)
"""Every rule of the kit, in the order in which they run."""


def rules() -> tuple[Rule, ...]:
    """Every rule in that order: those of the kit, then those of each extension in use."""
    return _rules_with(extensions())


@cache
def _rules_with(packages: tuple[str, ...]) -> tuple[Rule, ...]:
    return (*OWN, *(rule for name in packages for rule in offered(name, "rules", "RULES")))
