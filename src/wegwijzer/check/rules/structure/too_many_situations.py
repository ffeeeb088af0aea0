"""W200: a tree with more situations than can be looked at."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import SITUATIONS, Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import figure, say
from wegwijzer.problems import Finding
from wegwijzer.proof.situations import TooManySituations


def check(context: Context) -> Iterator[Finding]:
    if isinstance(context.proof, TooManySituations):
        facts = ", ".join(f"‘{fact}’" for fact in context.proof.facts)
        limit = figure(context.bounds[SITUATIONS])
        yield Finding(
            ("questions",),
            say("W200.too_many", limit=limit),
            say("W200.split", facts=facts),
        )


RULE = Rule(
    module=__name__,
    code="W200",
    level="error",
    bounds=(SITUATIONS,),
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
