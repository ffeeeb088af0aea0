"""The emergency card: one A6, to pin beside a screen."""

from __future__ import annotations

from municipal.records import EmergencyFile
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.paper.typeset import typeset


def emergency(card: EmergencyFile, library: Library) -> bytes:
    """The card and lines for local names, as PDF. Stops when it does not fit in letters that one can read."""
    steps = [
        {
            "number": str(number),
            "verb": step.verb,
            "text": plain(step.text),
            "calls": [(call.for_, library.contacts[call.contact].phone or "") for call in step.calls],
            "never": step.never or "",
        }
        for number, step in enumerate(card.steps.values(), 1)
    ]
    own = [f"{say(key)}:" for key in ("paper.own_editor", "paper.own_leader")]
    return typeset([("municipal", "emergency")], say("paper.emergency"), {"steps": steps, "own": own})
