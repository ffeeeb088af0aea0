"""W101: a route to a node that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.locale import say
from wegwijzer.problems import Finding, nearest


def check(context: Context) -> Iterator[Finding]:
    known = dict.fromkeys(context.nodes())
    for where, target in context.targets():
        for index, route in enumerate(target.routes):
            if route.to in known or route.to in context.left_out or ("/" in route.to and where[0] == "actions"):
                continue
            place = (*where, index, "to") if target.guarded else where
            if "/" in route.to:
                yield Finding(
                    place,
                    say("W101.hands_over", target=route.to),
                    say("W101.make_action"),
                )
            else:
                yield Finding(place, say("W101.unknown", node=route.to), nearest(route.to, known))
    for name, chapter in context.tree.chapters.items():
        if chapter.start not in known and chapter.start not in context.left_out:
            yield Finding(
                ("chapters", name, "start"),
                say("W101.unknown", node=chapter.start),
                nearest(chapter.start, known),
            )


RULE = Rule(module=__name__, code="W101", level="error", tree=check)
