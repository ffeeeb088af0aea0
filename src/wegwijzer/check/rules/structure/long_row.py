"""W211: a long row of questions that decide nothing."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import conditions_of
from wegwijzer.locale import say
from wegwijzer.model.text import placeholders, texts
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=12)


def check(context: Context) -> Iterator[Finding]:
    if context.tree_id in context.library.policy_trees():
        return
    follows = {name: after for name in context.tree.questions if (after := _only_step_after(context, name))}
    inner = set(follows.values()) & set(follows)
    walked: set[str] = set()
    for first in follows:
        if first in inner:
            continue
        row, node = [], first
        while node in follows and node not in walked:
            walked.add(node)
            row.append(node)
            node = follows[node]
        if node in context.tree.questions:
            row.append(node)
        if len(row) > context.bounds[MOST] and not _is_checklist(context, row, node):
            yield Finding(
                ("questions", first),
                say("W211.long", first=first, count=len(row)),
                say("W211.shorten"),
                at_key=True,
            )


def _only_step_after(context: Context, name: str) -> str | None:
    """The one step that every answer of a question leads to."""
    exits = list(context.compiled.exits(name))
    goals = {route.to for _, target in exits for route in target.routes}
    return goals.pop() if len(goals) == 1 else None


def _is_checklist(context: Context, row: list[str], end: str) -> bool:
    tree = context.tree
    if end in tree.actions and tree.actions[end].document:
        return True
    marks = {mark: name for name in row for answer in tree.questions[name].answers.values() for mark in answer.marks}
    used = {marks.get(fact, fact.partition(".")[0]) for guard in conditions_of(tree) for fact in guard.facts()}
    used |= {name for _, text in texts(tree) if "$" in text for name in placeholders(text, tree.uses)}
    return len(used.intersection(row)) * 2 >= len(row)


RULE = Rule(
    module=__name__,
    code="W211",
    level="advice",
    bounds=(MOST,),
    requires=("unknown_node", "missing_route"),
    tree=check,
)
