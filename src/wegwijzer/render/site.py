"""What a site sets about itself: where its texts can be improved, where an error can be told, and what moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wegwijzer.locale import say
from wegwijzer.model.fields import MAIL
from wegwijzer.model.text import ALLOWED_LINK
from wegwijzer.render.markup import SITE_ROOT

PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/@")


@dataclass(frozen=True)
class Site:
    """`source_url` is an address that holds `{file}` and `{line}`, or one on this site (from `SITE_ROOT`) that holds `{file}` and
    `{where}`; `contact` is a mail address. Empty: not offered. `former`: trees that became another one, `old=new old=new`; what a
    reader kept under an old name counts under the new one.
    """

    source_url: str = ""
    contact: str = ""
    former: str = ""

    def improve(self, file: str, line: int, where: Iterable[str | int] = ()) -> str:
        """The address where a reader can improve the text that stands on this line, under these keys; or nothing."""
        keys = ".".join(quoted(str(key)) for key in where)
        url = self.source_url.replace("{file}", quoted(file)).replace("{line}", str(line)).replace("{where}", keys)
        return url if url.startswith(SITE_ROOT) or (url.startswith("https://") and ALLOWED_LINK.fullmatch(url)) else ""

    def report(self, tree: str, number: str, title: str, version: str) -> str:
        """A mail that says which step it is about; nothing of the walk or of what was typed is in it."""
        if not MAIL.fullmatch(self.contact):
            return ""
        subject = say("report.subject", tree=tree, number=number)
        body = say("report.body", tree=tree, number=number, title=title, version=version)
        return f"mailto:{quoted(self.contact)}?subject={quoted(subject)}&body={quoted(body)}"


def quoted(text: str) -> str:
    """A text as part of an address. (urllib would weigh more than the rest of this module in the browser.)"""
    return "".join(chr(byte) if chr(byte) in PLAIN else f"%{byte:02X}" for byte in text.encode())
