"""The page on which people change the texts of a project: pickers, views side by side, and what a script says there.

All that is worked out comes from `wegwijzer.workbench` in the page; this is where it shows. Without a script it says so.
"""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.render.element import Attributes, Child, Markup, element, stacked
from wegwijzer.render.markup import plain_button

NAME = "wegwijzer-workbench"
VIEWS = ("form", "map", "yaml", "live")
"""The views of one text, by the name of their tab. Beside the others there is room for the last one, the wizard as readers get it;
on a narrow screen it is one more tab.
"""
PANELS = ("problems", "compare", "send")
"""What opens below the bar, one at a time."""
SAID = (
    "busy",
    "failed",
    "right",
    "looking",
    "errors",
    "error",
    "advices",
    "advice",
    "meanwhile",
    "whole_file",
    "view_failed",
)
"""What the script says, each under its name. %1 is what is filled in."""


def workbench_html(project: str) -> Markup:
    """The workbench; `project` is the address of the published texts, as the build wrote them."""
    told: Attributes = {
        "data-project": project,
        **{f"data-{name.replace('_', '-')}": say(f"workbench.{name}") for name in SAID},
    }
    return stacked(
        NAME,
        told,
        element("p", {"data-told": True, "role": "status"}, say("workbench.no_script")),
        stacked("div", {"class": "ww-bench", "hidden": True}, _pick(), _bar(), *map(_panel, PANELS), _views()),
    )


def _pick() -> Markup:
    """Which file, and which step of it."""
    pickers = (
        element("label", say(f"workbench.{name}"), " ", element("select", {"data-pick": name}))
        for name in ("file", "step")
    )
    return stacked("div", {"class": "ww-bench-pick"}, *pickers)


def _bar() -> Markup:
    """What one does with all of it."""
    undo = (plain_button(say(f"workbench.{name}"), {"data-do": name, "disabled": True}) for name in ("undo", "redo"))
    panels = (
        plain_button(
            say(f"workbench.{name}"), {"data-panel": name, "aria-expanded": "false", "aria-controls": _id(name)}
        )
        for name in PANELS
    )
    return stacked("div", {"class": "ww-bench-bar"}, *undo, *panels)


def _panel(name: str) -> Markup:
    return element(
        "section", {"id": _id(name), "hidden": True, "tabindex": "-1", "aria-label": say(f"workbench.{name}")}
    )


def _views() -> Markup:
    """The tabs with their views; the last one also stands beside them."""
    tabs: list[Child] = []
    views: list[Child] = []
    for index, name in enumerate(VIEWS):
        tab: Attributes = {
            "type": "button",
            "role": "tab",
            "id": f"{_id(name)}-tab",
            "aria-controls": _id(name),
            "aria-selected": "false" if index else "true",
            "tabindex": "-1" if index else "0",
            "data-view": name,
        }
        tabs.append(element("button", tab, say(f"workbench.{name}")))
        panel: Attributes = {
            "id": _id(name),
            "class": "ww-bench-view",
            "role": "tabpanel",
            "aria-labelledby": f"{_id(name)}-tab",
            "tabindex": "-1",
            "hidden": index > 0,
        }
        views.append(element("section", panel))
    listed = stacked("div", {"class": "ww-bench-tabs", "role": "tablist", "aria-label": say("workbench.views")}, *tabs)
    return stacked("div", {"class": "ww-bench-views"}, listed, *views)


def _id(name: str) -> str:
    return f"ww-bench-{name}"
