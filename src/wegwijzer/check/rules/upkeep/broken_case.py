"""W301: a case that does not end where it says."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest
from wegwijzer.walk.walker import WalkError, walk_mapping


def check(context: Context) -> Iterator[Finding]:
    for index, case in enumerate(context.tree.cases):
        where = ("cases", index)
        if case.ends_in not in context.tree.actions:
            yield Finding(
                (*where, "ends_in"),
                say("W301.unknown_action", action=case.ends_in),
                nearest(case.ends_in, context.tree.actions),
            )
            continue
        unknown = [name for name in case.given if not context.library.policy(name)]
        if unknown:
            yield Finding(
                (*where, "given", unknown[0]),
                say("W301.unknown_policy", policy=unknown[0]),
                nearest(unknown[0], context.compiled.policies),
                at_key=True,
            )
            continue
        try:
            walker = walk_mapping(context.compiled, case.answers, given=case.given)
        except WalkError as error:
            yield Finding((*where, "answers"), say("W301.stuck", case=case.title, why=error), say("W301.walk_it"))
            continue
        if not walker.final:
            yield Finding(
                (*where, "answers"),
                say("W301.stops", case=case.title, node=walker.node),
                say("W301.add_answer", node=walker.node),
            )
        elif walker.node != case.ends_in:
            yield Finding(
                (*where, "ends_in"),
                say("W301.elsewhere", case=case.title, node=walker.node, expected=case.ends_in),
                say("W301.adapt"),
            )


RULE = Rule(
    module=__name__,
    code="W301",
    level="error",
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
