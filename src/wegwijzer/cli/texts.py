"""The text that a tree ends in, for who asks for it without walking there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wegwijzer.cli.usage import UsageError
from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.proof.texts import text_ends
from wegwijzer.walk.walker import Walker, walk_mapping


def text_at(compiled: Compiled, answers: Mapping[str, Any], step: str | None = None) -> Walker:
    """A walk that stands at a text: where the answers lead, or else at `step` or the only text that there is, with those
    answers known and no others. Raises UsageError when there is no such text, or more than one to choose from,
    and WalkError for an answer that is not possible.
    """
    walked = walk_mapping(compiled, answers)
    if _has_text(compiled, walked.node) and step in (None, walked.node):
        return walked
    ends = [step] if step and _has_text(compiled, step) else [] if step else text_ends(compiled)
    if len(ends) != 1:
        known = ", ".join(name for name in compiled.tree.actions if _has_text(compiled, name))
        which = say("cli.which_text", tree=compiled.id, steps=known) if known else say("cli.no_text", tree=compiled.id)
        raise UsageError(which)
    walker = Walker(compiled, start=ends[0])
    walker.answered, walker.filled, walker.policies = walked.answered, walked.filled, walked.policies
    walker.marks, walker.path, walker.decided = walked.marks, walked.path, walked.decided
    return walker


def _has_text(compiled: Compiled, node: str) -> bool:
    action = compiled.tree.actions.get(node)
    return bool(action and action.document)
