"""Where a tree ends in a text to take over."""

from __future__ import annotations

from wegwijzer.compile.compiled import Compiled
from wegwijzer.proof.pruned import left_under


def text_ends(compiled: Compiled) -> list[str]:
    """The actions with a text that a reader can come to, when a choice that nobody is asked follows its default."""
    quiet = {
        question.policy: question.default
        for question in compiled.tree.questions.values()
        if question.quiet and question.policy and question.default and not question.fill
    }
    kept = left_under(compiled, {**quiet, **compiled.decided})
    return [name for name, action in kept.tree.actions.items() if action.document]
