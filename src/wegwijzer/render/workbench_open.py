"""What stands ready in the page for one panel of the workbench: the drafts in this browser, and ways to begin something new."""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.render.element import Attributes, Child, Markup, element, lines
from wegwijzer.render.markup import plain_button
from wegwijzer.render.workbench_send import receive_view

TOLD = ("kept", "refused", "full", "newer", "opened", "saved", "erased", "failed", "large", "one", "files", "sure")
"""What the script says there, each under its name."""
ACCEPTED = ".yml,.yaml,.md,.json,.patch,.diff,.mbox,.eml,.zip"


def open_view(begin: str) -> Markup:
    """The panel; `begin` is the address of what one begins from, which the script asks for when somebody looks."""
    words = {f"data-{name}": say(f"workbench.draft_{name}") for name in TOLD}
    told: Attributes = {"data-result": True, "role": "status", "class": "ww-note", **words}
    examples = element("select", element("option", {"value": ""}, say("workbench.this_site")))
    return lines(
        element("h2", say("workbench.drafts")),
        element("p", {"class": "ww-note", "data-state": True}, say("workbench.draft_kept")),
        _row("draft_name", _field("name", {"type": "text", "maxlength": 60})),
        element("p", _button("save"), _button("erase", " ww-erase"), _button("fresh")),
        element("ul", {"data-drafts": True, "hidden": True, "aria-label": say("workbench.draft_others")}),
        element("h2", say("workbench.begin")),
        _row("begin_title", _field("title", {"type": "text", "maxlength": 120}), _button("new")),
        _row("begin_file", _field("file", {"type": "file", "accept": ACCEPTED})),
        receive_view(),
        _row(
            "begin_paste", element("textarea", {"rows": 3, "data-paste": True, "autocomplete": "off"}), _button("paste")
        ),
        element("div", {"data-examples": begin, "hidden": True}, _row("begin_example", examples, _button("example"))),
        element("p", told),
    )


def _row(words: str, field: Markup, button: Child = None) -> Markup:
    return element("p", element("label", say(f"workbench.{words}"), " ", field), " ", button)


def _field(name: str, more: Attributes) -> Markup:
    told: Attributes = {f"data-{name}": True, "autocomplete": "off", **more}
    return element("input", told)


def _button(name: str, css: str = "") -> Markup:
    return plain_button(say(f"workbench.do_{name}"), {"class": f"ww-plain-button{css}", "data-open": name})
