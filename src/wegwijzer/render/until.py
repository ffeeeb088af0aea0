"""What a page says once a day is past, by the clock of who reads it: whoever made the page does not know when that will be."""

from __future__ import annotations

from wegwijzer.locale import date, say
from wegwijzer.render.element import NOTHING, Child, Markup, element


def until(day: str, *inside: Child) -> Markup:
    """What is hidden as long as the day is not past (`2027-11-01`), and without a script (assets/until.js)."""
    return element("ww-until", {"data-day": day, "hidden": True}, *inside)


def a_year_after(day: str) -> str:
    """The same day of the next year: what somebody looked up may have changed by then."""
    return f"{int(day[:4]) + 1}{day[4:]}"


def late(day: str) -> Markup:
    """What stands beside the day on which somebody looked something up, once that is a year ago; nothing without a day."""
    return until(a_year_after(day), " ", element("span", {"class": "ww-note"}, say("node.late"))) if day else NOTHING


def review_passed(day: str) -> Markup:
    """What a tree says once it should have been looked at again."""
    return until(day, element("p", {"class": "ww-note"}, say("tree.review_passed", date=date(day))))
