"""What a page needs in which people change the texts of a project: the same loader, checker and comparison as on the command
line, on texts that are still being typed.

A request is `{"do": "work", "what": …}`; `WHAT` says where the function of that name stands. It is given the desk and the request,
and gives the reply, plain data. Places are paths of keys in a file; offsets count in units of UTF-16, as a page counts them.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from wegwijzer.workbench.desk import Desk

WHAT = {
    "project": "desk",
    "put": "desk",
    "form": "form",
    "outline": "outline",
    "choices": "choices",
    "fresh": "fresh",
    "reading": "reading",
    "renew": "renew",
    "begin": "begin",
    "bring": "begin",
    "edit": "edit",
    "complete": "complete",
    "locate": "locate",
    "compare": "compare",
    "proposal": "proposal",
    "receive": "proposal",
    "check": "check",
    "prove": "prove",
    "preview": "preview",
    "chart": "chart",
}
"""What can be asked, and the module of this package whose function of that name answers."""
_desk: list[Desk] = []


def answer(asked: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request of the page. Raises KeyError for what nobody can ask."""
    if not _desk:
        _desk.append(Desk())
    function = getattr(import_module(f"{__name__}.{WHAT[asked['what']]}"), asked["what"])
    reply: dict[str, Any] = function(_desk[0], asked)
    return reply
