"""A case file: notes on one case, with the route and what was done when. The page keeps it in this browser only."""

from __future__ import annotations

from typing import Any

from wegwijzer.locale import say
from wegwijzer.model.text import Span, plain
from wegwijzer.render.documents.blocks import Block, Made, heading
from wegwijzer.render.element import LINE, Attributes, Markup, element, join, lines
from wegwijzer.render.markup import erase_button, plain_button
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk.walker import Walker

FIELDS = ("post", "link", "notes")
LONG = {"post", "notes"}


def sound(case: Any) -> dict[str, Any]:
    """A case file as we write it, of whatever a browser kept: what does not fit is left out, the rest can be opened."""
    kept = case if isinstance(case, dict) else {}
    texts = {name: kept[name] for name in FIELDS if isinstance(kept.get(name), str)}
    routes = kept.get("routes") if isinstance(kept.get("routes"), dict) else {}
    done = kept.get("done") if isinstance(kept.get("done"), list) else []
    return {
        **texts,
        "routes": {
            str(tree): {"title": str(route["title"]), "steps": [str(node) for node in route["steps"]]}
            for tree, route in routes.items()
            if isinstance(route, dict) and "title" in route and isinstance(route.get("steps"), list)
        },
        "done": [
            {"at": str(entry["at"]), "text": str(entry["text"])}
            for entry in done
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
        routes[walker.compiled.id] = {"title": walker.compiled.tree.title, "steps": route}
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
    blocks = [Block("title", (Span(say("dossier.title")),)), Block("note", (Span(say("dossier.privacy")),))]
    if made.when:
        blocks.append(Block("note", (Span(say("paper.when", when=made.when)),)))
    for name in FIELDS:
        if case.get(name, "").strip():
            blocks.append(heading("dossier." + name))
            blocks += [Block("text", (Span(line),)) for line in case[name].split("\n") if line.strip()]
    for route in case.get("routes", {}).values():
        blocks.append(heading("dossier.route", title=route["title"]))
        blocks += [Block("item", (Span(node),)) for node in route["steps"]]
    if case.get("done"):
        blocks.append(heading("dossier.done"))
        blocks += [Block("item", (Span(f"{entry['at']}: {entry['text']}"),)) for entry in case["done"]]
    return blocks
