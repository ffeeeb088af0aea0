"""W114: a policy that nothing looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import conditions_of
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Tree, once
from wegwijzer.model.text import placeholders, texts
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    if not context.library.whole or context.tree_id not in context.library.policy_trees():
        return
    looked_at = _looked_at(context)
    for name, question in context.tree.questions.items():
        if name not in looked_at and not question.only_leads_on:
            yield Finding(
                ("questions", name),
                say("W114.unused", tree=context.tree_id, name=name),
                say("W114.use", tree=context.tree_id, name=name),
                at_key=True,
            )


def _looked_at(context: Context) -> set[str]:
    """The choices of this tree that any tree or standard step asks, looks at or shows."""
    mine = context.tree_id + "."
    names: set[str] = context.library.note(__name__, _everywhere)
    inside = {fact.split(".")[0] for guard in conditions_of(context.tree) for fact in guard.facts()}
    inside |= {name for _, text in texts(context.tree) if "$" in text for name in placeholders(text, ())}
    return {name.removeprefix(mine) for name in names if name.startswith(mine)} | inside


def _everywhere(library: Library) -> set[str]:
    names = {name for tree in library.trees.values() for name in once(tree, __name__, lambda tree: {*_names(tree)})}
    return names | {
        name for task in library.steps.values() for _, text in texts(task) for name in _shown(text, library)
    }


def _names(tree: Tree) -> Iterator[str]:
    yield from (question.policy for question in tree.questions.values() if question.policy)
    for guard in conditions_of(tree):
        yield from (fact.rpartition(".")[0] for fact in guard.facts())
    for _, text in texts(replace(tree, cases=())):
        if "$" in text:
            yield from placeholders(text, tree.uses)


def _shown(text: str, library: Library) -> Iterator[str]:
    if "$" in text:
        yield from placeholders(text, tuple(library.policy_trees()))


RULE = Rule(module=__name__, code="W114", level="advice", requires=("policy_question",), tree=check)
