"""The page on which people change the texts of a project: pickers, views side by side, and what a script says there.

All that is worked out comes from `wegwijzer.workbench` in the page; this is where it shows. Without a script it says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.locale import say
from wegwijzer.render.addresses import WORKBENCH
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, stacked
from wegwijzer.render.markup import plain_button
from wegwijzer.render.site import Site
from wegwijzer.render.workbench_form import form_words
from wegwijzer.render.workbench_open import open_view
from wegwijzer.render.workbench_send import compare_view, send_view
from wegwijzer.render.workbench_views import live_view, map_view
from wegwijzer.render.workbench_yaml import yaml_view

NAME = "wegwijzer-workbench"
OPEN = "open"
"""What the address of the page begins with that opens a place: `#open;file;keys`, the keys with dots between them."""
VIEWS = ("form", "map", "yaml", "live")
"""The views of one text, by the name of their tab. Beside the others there is room for the last one, the wizard as readers get it;
on a narrow screen it is one more tab.
"""
PANELS = ("problems", "open", "compare", "send")
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
    "file_gone",
    "step_gone",
    "unchanged",
    "refused",
    "full",
    "newer",
    "elsewhere",
    "draft_named",
    "cases_all",
    "cases_some",
    "renewed_taken",
    "renewed_both",
    "renewed_theirs",
    "renewed_go",
)
"""What the script says, each under its name. %1 is what is filled in."""


def workbench_html(root: str, site: Site) -> Markup:
    """The workbench; `root` leads to the root of the site, and `site` says where proposals go."""
    told: Attributes = {
        "id": OPEN,
        **{f"data-{name}": root + WORKBENCH[name] for name in ("project", "known", "icons")},
        **{f"data-{name.replace('_', '-')}": say(f"workbench.{name}") for name in SAID},
        **form_words(),
    }
    return stacked(
        NAME,
        told,
        element("p", {"data-told": True, "role": "status"}, say("workbench.no_script")),
        stacked("div", {"class": "ww-bench", "hidden": True}, _pick(), _bar(), *_panels(root, site), _views(root)),
    )


def _pick() -> Markup:
    """Which file, and which step of it."""
    pickers = (
        element("label", say(f"workbench.{name}"), " ", element("select", {"data-pick": name}))
        for name in ("file", "step")
    )
    draft = element("p", {"class": "ww-note", "data-draft": True, "role": "status"})
    return stacked("div", {"class": "ww-bench-pick"}, *pickers, draft, _renewed())


def _renewed() -> Markup:
    """What came of a draft on texts that were published after it began."""
    return stacked(
        "section",
        {"class": "ww-bench-renewed", "hidden": True, "aria-label": say("workbench.renewed")},
        element("h2", say("workbench.renewed")),
        element("p", say("workbench.renewed_how")),
        element("div", {"data-found": True}),
        plain_button(say("workbench.close"), {"data-close": True}),
    )


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


def _panels(root: str, site: Site) -> Iterable[Markup]:
    """What opens below the bar; a view fills what is empty here."""
    filled = {"compare": compare_view(), "send": send_view(site), "open": open_view(root + WORKBENCH["begin"])}
    for name in PANELS:
        panel: Attributes = {"id": _id(name), "hidden": True, "tabindex": "-1", "aria-label": say(f"workbench.{name}")}
        yield element("section", panel, filled.get(name))


def _views(root: str) -> Markup:
    """The tabs with their views; the last one also stands beside them."""
    ready = {"map": map_view(), "yaml": yaml_view(), "live": live_view(root)}
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
        views.append(element("section", panel, ready.get(name, NOTHING)))
    listed = stacked("div", {"class": "ww-bench-tabs", "role": "tablist", "aria-label": say("workbench.views")}, *tabs)
    return stacked("div", {"class": "ww-bench-views"}, listed, *views)


def _id(name: str) -> str:
    return f"ww-bench-{name}"
