"""A reminder of what to look at, for the tasks that have a term, as a calendar file (RFC 5545) that calendars take over.

It comes in the morning of a working day: what must happen within the hour, nobody does from a calendar; what one then
looks at is whether it was done, and what came of it.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from hashlib import sha256

from wegwijzer.locale import language, say
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import task_notes
from wegwijzer.render.documents.paper import Made
from wegwijzer.view.nodes import live_view
from wegwijzer.view.records import Line
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker

SECONDS = {"m": 60, "h": 3600, "d": 86400}
DAY = SECONDS["d"]
FRIDAY = 4
BEGINS, ENDS = "090000", "091500"  # on the clock of the reader, wherever that is: a time without a zone
WIDTH = 74  # octets on a line, with the one that a folded line begins with


def reminders(walker: Walker, made: Made) -> str:
    """One appointment for each morning on which there is something to look at, with an alarm at its beginning."""
    view = live_view(walker)
    maker = f"-//Wegwijzer//{say('pack.tree')}//{language().upper()}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{maker}", "CALSCALE:GREGORIAN"]
    mornings: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for index, line in enumerate(view.about("tasks")):
        if line.due:
            mornings[working_day(made.now + made.zone, seconds(line.due))].append((index, line))
    for day, found in sorted(mornings.items()):
        tasks = [line for _, line in found]
        named = f"{fragment.write(walker)}|{found[0][0]}"  # the same reminder taken twice is one appointment
        about = [
            say("paper.place", tree=walker.compiled.tree.title, number=view.number),
            plain(view.title),
            *(f"- {plain(line.text)} ({', '.join(task_notes(line))})" for line in tasks),
        ]
        first, *others = tasks
        title = say("ics.look", task=plain(first.text))
        if others:
            title += f" ({say('ics.more', count=len(others))})"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{sha256(named.encode()).hexdigest()[:32]}@wegwijzer.invalid",
            f"DTSTAMP:{stamp(made.now)}",
            f"DTSTART:{day}T{BEGINS}",
            f"DTEND:{day}T{ENDS}",
            f"SUMMARY:{escaped(title)}",
            f"DESCRIPTION:{escaped(chr(10).join(about))}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escaped(title)}",
            "TRIGGER:PT0S",
            "END:VALARM",
            "END:VEVENT",
        ]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def working_day(now: int, after: int) -> str:
    """The day of a term of so many seconds from `now` (of the reader's own clock), or the first after it that is no
    Saturday or Sunday; tomorrow at the earliest. Holidays differ by country and count as any other day.
    """
    day = max(now + after, now + DAY) // DAY
    while time.gmtime(day * DAY).tm_wday > FRIDAY:
        day += 1
    return time.strftime("%Y%m%d", time.gmtime(day * DAY))


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
