"""The rules, one a file, in a folder a group. A rule yields findings; `wegwijzer.check.checker` stamps place, code and level.

A rule module has a Dutch docstring (its page), at least one of `check(context)` for trees, `check_data(record, library)` for
every other file and `check_prose(prose)` for what a reader reads in any file, and the `RULE` that says so. A new rule
stands in its own file and in the list of its group.
"""

from wegwijzer.check.rules import language, references, safety, structure, upkeep

RULES = (*references.RULES, *structure.RULES, *upkeep.RULES, *safety.RULES, *language.RULES)
"""Every rule, in the order in which they run."""
