"""What stands ready in the page for two panels of the workbench: what a draft changes, and how one sends it."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.locale import say
from wegwijzer.model.fields import MAIL
from wegwijzer.render.element import Attributes, Child, Markup, element, lines, stacked
from wegwijzer.render.markup import copy_words, plain_button
from wegwijzer.render.site import Site, quoted


def compare_view() -> Markup:
    """Room for the comparison in words, and below it for its diagrams."""
    return lines(
        element("h2", say("workbench.compare_heading")),
        _status("compare", ("busy", "failed")),
        element("div", {"class": "ww-bench-words"}),
        element("div", {"class": "ww-bench-maps"}),
    )


def send_view(site: Site) -> Markup:
    """What one says of a proposal, and the ways to send it: each says what it is for. Nothing is sent by the page."""
    return lines(
        element("h2", say("workbench.send")),
        element("p", say("workbench.send_how")),
        element("p", {"class": "ww-note", "data-send-none": True}, say("workbench.send_none")),
        stacked(
            "div",
            {"data-send-some": True, "hidden": True},
            element(
                "p", {"class": "ww-warning", "data-send-errors": True, "hidden": True}, say("workbench.send_errors")
            ),
            _form(),
            *_ways(site),
        ),
    )


def _form() -> Markup:
    fields = (
        _field("title", element("input", {"name": "title", "autocomplete": "off"})),
        _field("why", element("textarea", {"name": "why", "rows": 3, "autocomplete": "off"})),
        _field("who", element("input", {"name": "who", "autocomplete": "name"})),
    )
    # no form: a browser would put what stands in one in an address
    return stacked(
        "div", {"class": "ww-bench-fields", "role": "group", "aria-label": say("workbench.send_about")}, *fields
    )


def _field(name: str, field: Markup) -> Markup:
    return element("label", say(f"workbench.send_{name}"), field)


def _ways(site: Site) -> Iterable[Markup]:
    mail = f"mailto:{quoted(site.contact) if MAIL.fullmatch(site.contact) else ''}?subject={quoted(say('workbench.send_subject'))}"
    yield _way("mail", _does("mail", copy_words()), " ", element("a", {"href": mail}, say("workbench.send_open_mail")))
    yield _way("file", _does("patch"), " ", _does("zip"))
    if site.improve("x", 1):
        told: Attributes = {
            "data-source": site.source_url.replace("#L{line}", "").replace("{line}", "1"),
            "data-copy": say("workbench.send_copy"),
            "data-open": say("workbench.send_open"),
            **copy_words(),
        }
        yield _way("forge", element("ul", told))


def _way(name: str, *inside: Child) -> Markup:
    told = element("p", say(f"workbench.send_{name}_how"))
    return stacked(
        "section",
        element("h3", say(f"workbench.send_{name}")),
        told,
        element("div", inside),
        _status("send", ("failed", "done")),
    )


def _does(what: str, more: dict[str, str] | None = None) -> Markup:
    return plain_button(say(f"workbench.send_as_{what}"), {"data-send": what, **(more or {})})


def receive_view() -> Markup:
    """What came of a proposal that somebody opened."""
    return stacked(
        "div",
        {"class": "ww-bench-receive"},
        _status("receive", ("busy", "failed", "one", "done", "large")),
        stacked(
            "div",
            {"hidden": True},
            element("div", {"class": "ww-bench-received", "tabindex": "-1"}),
            plain_button(say("workbench.compare"), {"data-compare": True}),
        ),
    )


def _status(view: str, names: Iterable[str]) -> Markup:
    told: Attributes = {
        "class": "ww-note",
        "role": "status",
        **{f"data-{name}": say(f"workbench.{view}_{name}") for name in names},
    }
    return element("p", told)
