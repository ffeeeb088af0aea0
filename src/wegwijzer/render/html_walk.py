"""What stands around the step of a reader: how far it is, the answers so far, and ways to share or start again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from wegwijzer.locale import say
from wegwijzer.render.element import NOTHING, Attributes, Markup, element, lines, stacked
from wegwijzer.render.markup import copy_button, credit_list, erase_button, note, number_node, plain_button
from wegwijzer.view.credits import walk_sources
from wegwijzer.view.phrases import answer_words, why_passed
from wegwijzer.walk import fragment
from wegwijzer.walk.remaining import questions_left
from wegwijzer.walk.walker import Walker, chosen_keys, is_decision

FEW = 5
"""So many questions left at most are told; more would only frighten."""


def where(walker: Walker) -> Markup:
    """A way back to the step before (or, where a link came in the middle, to the start) and which step this is.

    Never fewer questions are told than there can be.
    """
    before = _before(walker)
    told = [say("node.step", number=len(before) + 1)]
    left = questions_left(walker)
    if left == 1 and walker.kind != "action":
        told.append(say("node.last"))
    elif 0 < left <= FEW:
        told.append(say("node.left_one") if left == 1 else say("node.left", count=left))
    link = NOTHING
    if before:
        link = _way("data-back", say("node.before"), before[-1])
    elif walker.start:
        link = _way("data-restart", say("node.to_start"), _first(walker))
    return _where(link, {}, " · ".join(told))


def where_before_python(tree: str, first: str) -> Markup:
    """The same line, for the script to fill in until Python leads (see `Still` in still.js)."""
    back = _way("data-back", say("node.before"), "", hidden=True)
    start = _way("data-restart", say("node.to_start"), f"{tree}-{first}", hidden=True)
    return _where(back + start, {"data-told": say("node.step", number="%1")}, "")


def _where(links: Markup, more: Attributes, told: str) -> Markup:
    attributes: Attributes = {"class": "ww-progress", **more}
    return element("div", {"class": "ww-where"}, links, element("p", attributes, told))


def _way(does: str, text: str, to: str, *, hidden: bool = False) -> Markup:
    return element("a", {does: True, "class": "ww-prev", "href": f"#{to}", "hidden": hidden}, text)


def _before(walker: Walker) -> list[str]:
    """Where each answer that the reader gave was asked."""
    return [back for index, back in enumerate(fragment.ways_back(walker)) if index not in walker.decided]


def _first(walker: Walker) -> str:
    return fragment.write(Walker(walker.compiled, walker.given).settle())


def around(walker: Walker) -> Markup:
    """The answers so far, each with a way back to its step, and ways to start again, to share and to keep notes. Of a
    result only what is not in its fold (see `aside`).
    """
    if walker.kind == "action":
        return lines(_keep_all(walker), element("div", {"class": "ww-tools"}, _restart(walker)))
    return lines(_keep_all(walker), _path(walker), _tools(walker))


def aside(walker: Walker) -> Markup:
    """The same for the fold of an action."""
    return lines(_path(walker), _tools(walker)) if walker.kind == "action" else NOTHING


def _path(walker: Walker) -> Markup:
    items = []
    for index, ((node, answer), back) in enumerate(zip(walker.path, fragment.ways_back(walker), strict=True)):
        question, given = answer_words(walker.compiled, node, answer)
        passed = index in walker.decided
        hidden = element("span", {"class": "ww-hidden"}, ": ", question)
        way = element("a", {"data-back": True, "href": f"#{back}"}, say("node.change"), hidden) if back else NOTHING
        number = number_node(walker.compiled.numbers[node])
        items.append(
            element(
                "li",
                (number, " ", question, " ", element("strong", given), " "),
                (note("(", why_passed(walker, node), ")"), " ") if passed else None,
                way,
                _keep(walker, node, None if passed else answer),
            )
        )
    if not items:
        return NOTHING
    acts = walker.kind == "action"  # it has one fold, in which these stand
    sources = credit_list(walk_sources(walker)) if walker.final else NOTHING
    return element(
        "div" if acts else "details",
        {"class": "ww-path"},
        element("h4" if acts else "summary", say("node.path", count=len(items))),
        "\n",
        stacked("ol", *items),
        "\n",
        lines(element("h4", say("node.sources_walk")), sources) if sources else NOTHING,
    )


def _restart(walker: Walker) -> Markup:
    if not walker.path:  # then the line above the step leads to the start
        return NOTHING
    return element("a", {"data-restart": True, "href": f"#{_first(walker)}"}, say("node.restart"))


def _tools(walker: Walker) -> Markup:
    return element(
        "div",
        {"class": "ww-tools"},
        NOTHING if walker.kind == "action" else _restart(walker),
        plain_button(say("dossier.open"), {"data-dossier": True}),
        erase_button(hidden=True),
        element("details", {"class": "ww-share"}, lines(*_sharing(walker))),
    )


def _sharing(walker: Walker) -> Iterator[Markup]:
    """What a fold offers to share: a link to this step, and the same as a picture."""
    link = element("a", {"data-share": True, "href": f"#{fragment.write(walker)}"}, say("node.share"))
    picture = {"data-qr": say("node.qr_label"), "data-long": say("node.qr_long")}
    yield element("summary", say("node.share_this"))
    yield element("p", {"class": "ww-note"}, say("node.share_help"))
    yield element("p", link, " ", copy_button("link"), " ", plain_button(say("node.qr"), picture))
    yield element("div", {"class": "ww-qr", "hidden": True})


def _keep(walker: Walker, node: str, answer: Any) -> Markup:
    """A button that keeps a local choice as the municipality's policy, or (without an answer, or once kept) forgets it."""
    name = walker.compiled.kept_as(node)
    if _is_kept(walker, name, answer):
        answer = None
    if not name or (answer is None and name not in walker.given):
        return NOTHING
    return " " + _remember({name: answer}, "node.forget" if answer is None else "node.remember", name)


def _keep_all(walker: Walker) -> Markup:
    """At the end of a tree of choices: a button that keeps all that was chosen on this walk."""
    names = ((walker.compiled.kept_as(node), answer) for node, answer in walker.path)
    chosen = {name: answer for name, answer in names if name in walker.compiled.own_choices and is_decision(answer)}
    if not walker.final or not chosen:
        return NOTHING
    if all(_is_kept(walker, name, answer) for name, answer in chosen.items()):
        return element("p", {"data-policy": "", "tabindex": -1}, note(say("node.remembered")))
    return element("p", _remember(chosen, "node.remember_all", ""), " ", note(say("node.remember_help")))


def _is_kept(walker: Walker, name: str, answer: Any) -> bool:
    return name in walker.given and chosen_keys(walker.given[name]) == chosen_keys(answer)


def _remember(choices: dict[str, Any], text: str, policy: str) -> Markup:
    """A button that keeps local choices by name, and forgets those with None. By `policy` the page finds what comes in its place."""
    said = {"data-unkept": say("node.unkept")}
    if any(value is not None for value in choices.values()):
        said["data-kept"] = say("node.remembered")
    return plain_button(say(text), {"data-remember": json.dumps(choices), "data-policy": policy, **said})
