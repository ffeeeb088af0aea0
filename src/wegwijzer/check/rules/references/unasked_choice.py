"""W124: a local choice that is followed without being asked, and cannot be; or `ask` where there is no such choice."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import Compiled
from wegwijzer.graph import strongly_connected
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.tree.questions.items():
        where = ("questions", name)
        if question.ask != "unless-kept" and question.policy is None:
            yield Finding((*where, "ask"), say("W124.no_policy", name=name), say("W124.remove"))
        if not question.quiet:
            continue
        if UNDECIDED in question.answers:
            message = say("W124.undecided", name=name, option=UNDECIDED)
            yield Finding((*where, "answers", UNDECIDED), message, say("W124.follow"), at_key=True)
        base = context.library.policy(question.policy or "")
        if base and base.default is None and base.fill and base.fill.optional:  # of any other W110 tells
            message = say("W124.no_default", name=name, policy=question.policy)
            yield Finding((*where, "ask"), message, say("W124.add_default"))
    for circle in _circles(context.compiled):
        message = say("W124.circle", names=", ".join(circle))
        yield Finding(("questions", circle[0], "ask"), message, say("W124.ask_one"))


def _circles(compiled: Compiled) -> Iterator[list[str]]:
    """Choices that lead to each other and nowhere else first: whoever follows them could go round without end."""
    nexts = {
        name: [route.to for _, target in compiled.exits(name) for route in target.routes if route.to in compiled.quiet]
        for name in compiled.lines
        if name in compiled.quiet
    }
    for part in strongly_connected(nexts):
        if len(part) > 1 or part[0] in nexts[part[0]]:
            yield [name for name in nexts if name in part]


RULE = Rule(module=__name__, code="W124", level="error", requires=("unknown_tree",), tree=check)
