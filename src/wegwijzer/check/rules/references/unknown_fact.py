"""W102: a fact that no answer sets."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context, members
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    known = dict.fromkeys(known_facts(context))
    guards = [*context.route_guards(), *((where, guard) for _, where, guard in context.content_guards())]
    for where, guard in guards:
        for place, fact in members(guard, where):
            if fact not in known and not context.left_out & {fact, fact.partition(".")[0]}:
                hint = nearest(fact, known)
                question = context.tree.questions.get(fact.partition(".")[0])
                if question and question.policy:
                    hint = say("W102.is_policy", policy=question.policy, answer=fact.partition(".")[2])
                yield Finding(place, say("W102.unknown", fact=fact), hint)


def known_facts(context: Context) -> Iterator[str]:
    """Every fact that a guard of this tree may name."""
    for name, question in context.tree.questions.items():
        for key, answer in context.library.answers(question).items():
            if not question.policy:
                yield f"{name}.{key}"
            yield from answer.marks
    for tree_id in context.tree.uses:
        tree = context.library.trees.get(tree_id)
        for name, question in tree.questions.items() if tree else ():
            for key in context.library.answers(question):
                yield f"{tree_id}.{name}.{key}"


RULE = Rule(module=__name__, code="W102", level="error", requires=("unknown_tree",), tree=check)
