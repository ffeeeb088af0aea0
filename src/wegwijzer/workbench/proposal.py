"""A proposal: what changed, in a form that somebody can send, and what a proposal that came says of the texts here.

Nothing of it is kept, and nothing of it stands in an address.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator, Mapping
from typing import Any

from wegwijzer.compare.report import as_text
from wegwijzer.locale import say
from wegwijzer.workbench.archive import as_zip
from wegwijzer.workbench.changes import Changed, NoProposalError, changed
from wegwijzer.workbench.compare import differences
from wegwijzer.workbench.desk import Desk
from wegwijzer.workbench.patch import Message, as_patch, hunks
from wegwijzer.workbench.received import MOST_BYTES, MOST_PACKED, of_patch, of_zip, refused

ZIP = b"PK\x03\x04"


def proposal(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The changes `as` a mail (`text`), or as a file: a `patch` or a `zip`, with `name`, `type`, and `text` or `base64`.

    `title`, `why` and `who` are what somebody says of them; each may be left out.
    """
    message = Message(*(asked.get(key) or "" for key in ("title", "why", "who")))
    changes = changed(desk)
    if not message.title.strip():
        message = Message(_title(changes), message.why, message.who)
    return MAKERS[asked["as"]](desk, changes, message)


def receive(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a proposal (`file`, in base64) makes of the published texts: `files`, text by path (None: gone) of what it changes, what it
    says of itself (`title`, `why`, `who`), and `problems`, of each `path`, `line`, `level`, `message`, `hint` and `lines` (what
    the proposal has there).
    """
    try:
        content = a2b_base64(asked["file"])
        packed = content.startswith(ZIP)
        if len(content) > (MOST_PACKED if packed else MOST_BYTES):
            raise NoProposalError("large")
        made = of_zip(desk, content) if packed else of_patch(desk, content)
    except ValueError as error:
        made = refused(error)
    return made.told()


def _mail(desk: Desk, changes: list[Changed], message: Message) -> dict[str, Any]:
    told = [message.title, message.why, as_text(differences(desk)), say("proposal.pieces")]
    told += ["\n".join(_piece(change)) for change in changes]
    told.append(message.who)
    return {"text": "\n\n".join(part.strip() for part in told if part.strip()) + "\n"}


def _piece(change: Changed) -> Iterator[str]:
    """What changed in a file, for who reads no patch: where, what went and what came."""
    state = "added" if change.before is None else "removed" if change.after is None else "changed"
    yield say(f"proposal.file_{state}", path=change.path)
    if change.after is not None:
        for piece in hunks(change.before or "", change.after):
            yield piece.rstrip("\n")


def _patch(_: Desk, changes: list[Changed], message: Message) -> dict[str, Any]:
    return {"name": f"{say('proposal.name')}.patch", "type": "text/x-patch", "text": as_patch(changes, message)}


def _zip(_: Desk, changes: list[Changed], message: Message) -> dict[str, Any]:
    packed = b2a_base64(as_zip(changes, message), newline=False).decode()
    return {"name": f"{say('proposal.name')}.zip", "type": "application/zip", "base64": packed}


def _title(changes: list[Changed]) -> str:
    names = [change.path for change in changes]
    more = say("proposal.and_more", count=len(names) - 1) if len(names) > 1 else ""
    return say("proposal.title", files=names[0] + more) if names else say("proposal.name")


MAKERS = {"mail": _mail, "patch": _patch, "zip": _zip}
