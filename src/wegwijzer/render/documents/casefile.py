"""A case file: notes on one case, with the route and what was done when. The page keeps it in this browser only."""

from __future__ import annotations

from typing import Any

from wegwijzer.compile.advice import digest
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import Block, own
from wegwijzer.render.documents.page import as_html
from wegwijzer.render.documents.paper import Made
from wegwijzer.render.element import LINE, Attributes, Markup, element, join, lines
from wegwijzer.render.markup import erase_button, plain_button
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk.walker import Walker

FIELDS = ("post", "link", "notes")
LONG = {"post", "notes"}
ADVICE = ("advice", "digest")
"""Of a route that came to an advice: its name, and what it said, so that the page can tell when it was renewed."""


def opened(case: Any, walker: Walker, _made: Made) -> dict[str, Any]:
    """The case file with the route of this walk in it, and how it looks in the page."""
    kept = noted(sound(case), walker)
    return {"case": kept, "html": case_html(kept)}


def printed(case: Any, _walker: Walker, made: Made) -> dict[str, str]:
    """The case file for a printer."""
    return {"html": as_html(case_blocks(sound(case), made))}


def sound(case: Any) -> dict[str, Any]:
    """A case file as we write it, of whatever a browser kept: what does not fit is left out, the rest can be opened."""
    kept = case if isinstance(case, dict) else {}
    texts = {name: kept[name] for name in FIELDS if isinstance(kept.get(name), str)}
    routes, done = kept.get("routes"), kept.get("done")
    return {
        **texts,
        "routes": {
            str(tree): {
                "title": str(route["title"]),
                "steps": [str(node) for node in route["steps"]],
                **{key: route[key] for key in ADVICE if isinstance(route.get(key), str)},
            }
            for tree, route in (routes if isinstance(routes, dict) else {}).items()
            if isinstance(route, dict) and "title" in route and isinstance(route.get("steps"), list)
        },
        "done": [
            {"at": str(entry["at"]), "text": str(entry["text"])}
            for entry in (done if isinstance(done, list) else [])
            if isinstance(entry, dict) and {"at", "text"} <= entry.keys()
        ],
    }


def noted(case: dict[str, Any], walker: Walker) -> dict[str, Any]:
    """The case with the route of this walk in it; routes of other trees stay."""
    route = []
    for node, answer in walker.path:
        question, given = answer_words(walker.compiled, node, answer)
        route.append(f"{walker.compiled.numbers[node]} {plain(question)} {plain(given)}")
    if walker.kind == "action":
        number = walker.compiled.numbers[walker.node]
        route.append(f"{number} {plain(walker.compiled.tree.actions[walker.node].title)}")
    routes = {**case.get("routes", {})}
    if route:
        advice = (walker.node, digest(walker.compiled, walker.node)) if walker.kind == "action" else ()
        routes[walker.compiled.id] = {
            "title": walker.compiled.tree.title,
            "steps": route,
            **dict(zip(ADVICE, advice, strict=False)),
        }
    return {**case, "routes": routes}


def case_html(case: dict[str, Any]) -> Markup:
    """The case file in the page: warning, fields, route and log."""
    return lines(
        element("h3", {"id": "ww-dossier", "tabindex": "-1"}, say("dossier.title")),
        element(
            "p",
            {"class": "ww-privacy"},
            element("strong", say("dossier.privacy")),
            " ",
            say("dossier.privacy_how"),
        ),
        _unkept(),
        *(_field(name, str(case.get(name, ""))) for name in FIELDS),
        element("div", {"data-case-renewed": True, "role": "status"}),
        element("div", {"data-case-log": True}, log_html(case)),
        element(
            "p",
            {"class": "ww-buttons"},
            plain_button(say("dossier.print"), {"data-case": "print", "data-failed": say("dossier.print_failed")}),
            " ",
            erase_button(),
            " ",
            plain_button(say("dossier.close"), {"data-case": "close"}),
        ),
    )


def _unkept() -> Markup:
    """Where the page tells what is wrong with what the browser keeps."""
    states = {f"data-{state}": say("dossier." + state) for state in ("unkept", "newer", "damaged")}
    told: Attributes = {"class": "ww-unkept", "role": "status", **states, "hidden": True}
    return element("p", told)


def log_html(case: dict[str, Any]) -> Markup:
    """The routes and what was done when."""
    parts = []
    for route in case.get("routes", {}).values():
        parts.append(element("h4", say("dossier.route", title=route["title"])))
        parts.append(element("ul", (element("li", node) for node in route["steps"])))
    if done := case.get("done", []):
        parts.append(element("h4", say("dossier.done")))
        parts.append(element("ul", (element("li", entry["at"], ": ", entry["text"]) for entry in done)))
    return join("", parts)


def _field(name: str, value: str) -> Markup:
    label = element("label", {"for": f"ww-dossier-{name}"}, say("dossier." + name))
    named: Attributes = {"id": f"ww-dossier-{name}", "data-case-field": name}
    area: Attributes = {**named, "rows": "3"}
    field: Attributes = {"type": "text", **named, "autocomplete": "off", "value": value}
    if name in LONG:  # a browser leaves out the first end of line
        return lines(label, element("textarea", area, LINE, value))
    return lines(label, element("input", field))


def case_blocks(case: dict[str, Any], made: Made) -> list[Block]:
    """The case file on paper."""
    blocks = [own("title", say("dossier.title")), own("note", say("dossier.privacy"))]
    if made.when:
        blocks.append(own("note", say("paper.when", when=made.when)))
    for name in FIELDS:
        if case.get(name, "").strip():
            blocks.append(own("heading", say("dossier." + name)))
            blocks += [own("text", line) for line in case[name].split("\n") if line.strip()]
    for route in case.get("routes", {}).values():
        blocks.append(own("heading", say("dossier.route", title=route["title"])))
        blocks += [own("item", node) for node in route["steps"]]
    if case.get("done"):
        blocks.append(own("heading", say("dossier.done")))
        blocks += [own("item", f"{entry['at']}: {entry['text']}") for entry in case["done"]]
    return blocks
