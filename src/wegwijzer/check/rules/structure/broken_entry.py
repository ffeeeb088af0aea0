"""W216: an entry that cannot be walked, or that is not the same for everyone."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest
from wegwijzer.walk.entries import EntryError, enter


def check(context: Context) -> Iterator[Finding]:
    questions = context.compiled.tree.questions
    for name in context.tree.entries:
        where = ("entries", name)
        try:
            walker = enter(context.compiled, name)
        except EntryError as error:
            yield Finding(
                (*where, "answers", error.question),
                say("W216.stuck", entry=name, why=error),
                nearest(error.question, context.nodes()) if error.question not in {*context.nodes()} else "",
                at_key=not error.asked,
            )
            continue
        for node, _ in walker.path:
            if node in questions and (questions[node].policy or questions[node].fill):
                key = "W216.policy" if questions[node].policy else "W216.fill"
                message = say(key, entry=name, question=node)
                yield Finding((*where, "answers", node), message, say("W216.stop_before", question=node), at_key=True)
                break
        else:
            for policy in walker.looked:
                message = say("W216.guarded", entry=name, policy=policy)
                yield Finding(where, message, say("W216.stop_earlier"), at_key=True)


RULE = Rule(
    module=__name__,
    code="W216",
    level="error",
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
