"""A walk at the terminal: asks question by question, or shows where given answers lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import CONTINUE
from wegwijzer.render.doubt_text import doubt_text
from wegwijzer.render.text import view_text
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Given, Walker, WalkError, walk_mapping

DOUBT = "?"
"""What somebody types who does not know the answer."""


def walked(compiled: Compiled, answers: Any, given: Given) -> Walker:
    """Walk given answers: a mapping by question, or an ordered list of [step, answer].

    Raises WalkError when an answer does not fit.
    """
    if isinstance(answers, dict):
        return walk_mapping(compiled, answers, given=given)
    walker = Walker(compiled, given)
    for pair in answers:
        walker.give(*pair)
    return walker.settle()


def ask(
    compiled: Compiled, given: Given, read: Callable[[str], str] = input, write: Callable[[str], None] = print
) -> Walker:
    """Ask until an action ends the walk, or the input ends."""
    walker = Walker(compiled, given).settle()
    while not walker.final:
        view = live_view(walker)
        write("\n" + view_text(view))
        try:
            reply = read(say("terminal.prompt") + " ").strip()
        except EOFError:
            return walker
        if reply == DOUBT and view.kind != "action" and not view.fill:
            write(f"\n{doubt_text(walker)}")
            continue
        keys = [shown.id for shown in view.answers]
        picked = [
            keys[int(part) - 1] if part.isascii() and part.isdigit() and 0 < int(part) <= len(keys) else part
            for part in reply.split()
        ]
        answer: Any = (
            CONTINUE if view.kind == "action" else reply if view.fill else picked if view.many else "".join(picked)
        )
        try:
            walker.give(walker.node, answer).settle()
        except WalkError as error:
            write(str(error))
    return walker


def show(walker: Walker) -> str:
    """The step where a walk stands, as text."""
    return view_text(live_view(walker))
