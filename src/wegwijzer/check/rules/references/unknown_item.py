"""W119: a name that no register has."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.references import REGISTERS, Reference, exists, known, references
from wegwijzer.locale import say
from wegwijzer.model import PolicyName
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    yield from check_data(context.tree, context.library)


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """Every reference of one file, whatever it holds."""
    for reference in references(record):
        if exists(library, reference):
            continue
        if reference.kind is PolicyName:
            tree_id, _, choice = reference.name.partition(".")
            tree = library.trees.get(tree_id)
            hint = nearest(choice, tree.questions) if tree else nearest(tree_id, library.trees)
            yield Finding(reference.where, say("W119.unknown_policy", name=reference.name), hint)
        else:
            yield _missing(reference, library)


def _missing(reference: Reference, library: Library) -> Finding:
    tree_id, _, node = reference.name.partition("/")
    tree = library.trees.get(tree_id) if node else None
    if tree:
        steps = [*tree.questions, *tree.actions]
        message = say("W119.unknown_node", node=node, tree=tree_id)
        return Finding(reference.where, message, nearest(node, steps))
    register = REGISTERS[reference.kind]
    message = say("W119.unknown", word=register.word, name=reference.name, place=register.place)
    return Finding(reference.where, message, nearest(tree_id, known(library, reference.kind) or ()))


RULE = Rule(module=__name__, code="W119", level="error", tree=check, data=check_data, apart=True)
