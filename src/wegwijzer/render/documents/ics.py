"""Reminders for the tasks that have a term, as a calendar file (RFC 5545) that calendars take over."""

from __future__ import annotations

import re
import time
from hashlib import sha256

from wegwijzer.locale import language, say
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import task_notes
from wegwijzer.render.documents.paper import Made
from wegwijzer.view.nodes import live_view
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker

SECONDS = {"m": 60, "h": 3600, "d": 86400}
HALF_HOUR = 1800
WIDTH = 74  # octets on a line, with the one that a folded line begins with


def reminders(walker: Walker, made: Made) -> str:
    """One appointment a task with a term, counted from `made.now`, each with an alarm at its beginning."""
    view = live_view(walker)
    maker = f"-//Wegwijzer//{say('pack.tree')}//{language().upper()}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{maker}", "CALSCALE:GREGORIAN"]
    for index, line in enumerate(view.about("tasks")):
        if not line.due:
            continue
        due = made.now + seconds(line.due)
        named = f"{fragment.write(walker)}|{index}"  # the same reminder taken twice is one appointment
        about = [
            say("paper.place", tree=walker.compiled.tree.title, number=view.number),
            plain(view.title),
            *task_notes(line),
        ]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{sha256(named.encode()).hexdigest()[:32]}@wegwijzer.invalid",
            f"DTSTAMP:{stamp(made.now)}",
            f"DTSTART:{stamp(due)}",
            f"DTEND:{stamp(due + HALF_HOUR)}",
            f"SUMMARY:{escaped(plain(line.text))}",
            f"DESCRIPTION:{escaped(chr(10).join(filter(None, about)))}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escaped(plain(line.text))}",
            "TRIGGER:PT0S",
            "END:VALARM",
            "END:VEVENT",
        ]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def seconds(due: str) -> int:
    """A term such as `24h` in seconds."""
    count, unit = re.fullmatch(r"(\d+)([mhd])", due).groups()  # type: ignore[union-attr]  # the loader takes no other
    return int(count) * SECONDS[unit]


def stamp(moment: int) -> str:
    """A moment in UTC as calendars write it."""
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(moment))


def escaped(text: str) -> str:
    """A text as the value of a property."""
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of at most 75 octets, continued on lines that begin with a space."""
    parts, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > WIDTH:
            parts.append("")
            size = 0
        parts[-1] += character
        size += octets
    return "\r\n ".join(parts)
