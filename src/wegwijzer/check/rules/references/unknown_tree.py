"""W107: a tree, a page or a policy of another tree that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.references import page_exists
from wegwijzer.locale import say
from wegwijzer.model import Action, Target
from wegwijzer.problems import Finding, nearest

PAGE = re.compile(r"/(?:[a-z0-9_-]+/)*(?:#[A-Za-z0-9_.-]+)?")


def check(context: Context) -> Iterator[Finding]:
    trees, broken = context.library.trees, context.library.broken
    for index, used in enumerate(context.tree.uses):
        if used not in trees and f"trees/{used}" not in broken:
            yield Finding(("uses", index), say("W107.unknown", tree=used), nearest(used, trees))
    yield from _policies(context)
    for name, action in context.tree.actions.items():
        yield from _see(context, name, action)
        if action.to:
            yield from _handover(context, name, action.to)


def _see(context: Context, name: str, action: Action) -> Iterator[Finding]:
    trees, broken = context.library.trees, context.library.broken
    for index, see in enumerate(action.see):
        where = ("actions", name, "see", index)
        tree_id, _, entry = see.partition("/")
        if entry and tree_id in trees:
            if entry not in (entries := trees[tree_id].entries):
                message = say("W107.unknown_entry", entry=entry, tree=tree_id)
                yield Finding(where, message, nearest(entry, entries) or say("W107.see_entry"))
        elif entry and f"trees/{tree_id}" in broken:
            continue
        elif "/" in see and not PAGE.fullmatch(see):
            yield Finding(
                where,
                say("W107.not_tree_or_page", name=see),
                say("W107.page_with_slashes"),
            )
        elif "/" in see and not page_exists(context.library, see):
            yield Finding(where, say("W107.unknown_page", page=see), say("W107.look_in_docs"))
        elif "/" not in see and see not in trees and f"trees/{see}" not in broken:
            yield Finding(
                where,
                say("W107.unknown", tree=see),
                nearest(see, trees) or say("W107.page_with_slash"),
            )


def _policies(context: Context) -> Iterator[Finding]:
    for name, question in context.tree.questions.items():
        if not question.policy:
            continue
        where = ("questions", name, "policy")
        tree_id, _, choice = question.policy.partition(".")
        tree = context.library.trees.get(tree_id)
        if tree_id not in context.tree.uses:
            yield Finding(where, say("W107.not_used", tree=tree_id), say("W107.add_to_uses", tree=tree_id))
        elif tree and choice not in tree.questions:
            yield Finding(
                where, say("W107.unknown_policy", policy=choice, tree=tree_id), nearest(choice, tree.questions)
            )
        elif tree:
            options = context.library.answers(tree.questions[choice])
            for key in question.answers:
                if key not in options:
                    yield Finding(
                        ("questions", name, "answers", key),
                        say("W107.no_option", option=key, policy=question.policy),
                        nearest(key, options),
                        at_key=True,
                    )


def _handover(context: Context, name: str, target: Target) -> Iterator[Finding]:
    away = [route for route in target.routes if "/" in route.to]
    if away and len(away) < len(target.routes):
        yield Finding(
            ("actions", name, "to"),
            say("W107.here_and_elsewhere"),
            say("W107.split"),
        )
    for index, route in enumerate(target.routes):
        if "/" not in route.to:
            continue
        where = ("actions", name, "to", index, "to") if target.guarded else ("actions", name, "to")
        tree_id, _, node = route.to.partition("/")
        tree = context.library.trees.get(tree_id)
        if tree is None and f"trees/{tree_id}" not in context.library.broken:
            yield Finding(where, say("W107.unknown", tree=tree_id), nearest(tree_id, context.library.trees))
        elif tree and node not in (known := [*tree.questions, *tree.actions, *tree.entries]):
            yield Finding(where, say("W107.unknown_node", node=node, tree=tree_id), nearest(node, known))


RULE = Rule(module=__name__, code="W107", level="error", tree=check)
