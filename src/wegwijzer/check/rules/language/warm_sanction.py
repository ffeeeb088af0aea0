"""W513: a reply that thanks somebody, or begins warmly, where it draws a line."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.lists import finder
from wegwijzer.language.prose import Passage, sentences
from wegwijzer.locale import say
from wegwijzer.model import Reply
from wegwijzer.model.addressing import both
from wegwijzer.problems import Finding

STRICT = {"limit", "sanction"}
FIRST = 2
"""The sentences in which a text begins: a greeting may be one."""


def check(context: Context) -> Iterator[Finding]:
    for name, action in context.tree.actions.items():
        if action.reply and action.reply.relation in STRICT:
            for key in ("text", "short"):
                found = _warm(action.reply, key)
                if found:
                    yield Finding(
                        ("actions", name, "reply", key),
                        say("W513.warm", word=found, relation=action.reply.relation),
                        say("W513.neutral"),
                        find=found,
                    )


def _warm(reply: Reply, key: str) -> str:
    """The first word of thanks, anywhere, or of praise in the opening; "" when there is none."""
    lists = of_language("replies")
    thanks, warm = finder(lists.THANKS), finder(lists.WARM)
    for text in both(getattr(reply, key) or ""):
        own = Passage((key,), text).own
        found = thanks.search(own) or warm.search(" ".join([*sentences(own)][:FIRST]))
        if found:
            return found.group()
    return ""


RULE = Rule(module=__name__, code="W513", level="warning", needs=("replies",), tree=check, apart=True)
