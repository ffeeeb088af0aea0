"""W215: a question without a short name."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.compiled.tree.questions.items():
        if not question.short:
            yield Finding(
                ("questions", name),
                say("W215.unnamed", name=name),
                say("W215.add_short"),
                at_key=True,
            )


RULE = Rule(module=__name__, code="W215", level="off", requires=("double_node", "unknown_tree"), tree=check)
