"""W604: a decision of which nobody can tell later who took it, when, or over what."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.choices import meaning
from wegwijzer.locale import say
from wegwijzer.problems import Finding
from wegwijzer.walk.decisions import is_open


def check(own: Own) -> Iterator[Finding]:
    for name, choice, question in own.known():
        lines = {"who": say("W604.who"), "when": say("W604.when"), "as": f"as: {meaning(question)}"}
        missing = [key for key in lines if key not in own.written("choices", name)]
        if missing and not is_open(choice.answer):
            hint = say("W604.add", lines=", ".join(f"`{lines[key]}`" for key in missing))
            message = say("W604.missing", name=name, keys=", ".join(missing))
            yield Finding(("choices", name), message, hint, at_key=True)


RULE = Rule(module=__name__, code="W604", level="warning", own=check)
