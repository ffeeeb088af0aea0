"""What stands around the step of a reader: how far it is, the answers so far, and ways to share or start again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from wegwijzer.locale import say
from wegwijzer.render.markup import copy_button, credit_list, erase_button, number_node, words
from wegwijzer.view.credits import walk_sources
from wegwijzer.view.phrases import answer_words
from wegwijzer.walk import fragment
from wegwijzer.walk.remaining import questions_left
from wegwijzer.walk.walker import Walker


def progress(walker: Walker) -> str:
    """A way back to the step before, and how far it is: never fewer questions than there can be."""
    parts = []
    before = [back for back in _ways_back(walker) if back]
    if before:
        parts.append(f'<a data-back class="ww-prev" href="#{escape(before[-1])}">{words("node.before")}</a>')
    told = []
    if before:
        told.append(words("node.done_one") if len(before) == 1 else words("node.done", count=len(before)))
    left = questions_left(walker)
    if left == 1 and walker.kind != "action":
        told.append(words("node.last"))
    elif left:
        told.append(words("node.left_one") if left == 1 else words("node.left", count=left))
    if told:
        parts.append(f'<p class="ww-progress">{" · ".join(told)}</p>')
    return f'<div class="ww-where">{"".join(parts)}</div>' if parts else ""


def around(walker: Walker) -> str:
    """The answers so far, each with a way back to its step, and ways to start again, to share and to keep notes."""
    return "\n".join(filter(None, [_path(walker), _tools(walker)]))


def _path(walker: Walker) -> str:
    items = []
    for index, ((node, answer), back) in enumerate(zip(walker.path, _ways_back(walker), strict=True)):
        question, given = answer_words(walker.compiled, node, answer)
        spoken = f"{number_node(walker.compiled.numbers[node])} {escape(question)} <strong>{escape(given)}</strong>"
        if index in walker.decided:
            way = f'<span class="ww-note">({words("node.decided")})</span>{_keep(walker, node, None)}'
        else:
            hidden = f'<span class="ww-hidden">: {escape(question)}</span>'
            way = f'<a data-back href="#{escape(back)}">{words("node.change")}{hidden}</a>{_keep(walker, node, answer)}'
        items.append(f"<li>{spoken} {way}</li>")
    if not items:
        return ""
    summary = words("node.why" if walker.final else "node.path", count=len(items))
    listing = "\n".join(items)
    sources = credit_list(walk_sources(walker)) if walker.final else ""
    told = f"<h4>{words('node.sources_walk')}</h4>\n{sources}" if sources else ""
    return f'<details class="ww-path"><summary>{summary}</summary>\n<ol>\n{listing}\n</ol>\n{told}</details>'


def _tools(walker: Walker) -> str:
    here = escape(fragment.write(walker))
    first = escape(fragment.write(Walker(walker.compiled, walker.given)))
    restart = f'<a data-restart href="#{first}">{words("node.restart")}</a>' if walker.path or walker.start else ""
    return (
        f'<div class="ww-tools">{restart}'
        f'<button type="button" class="ww-plain-button" data-dossier>{words("dossier.open")}</button>{erase_button(hidden=True)}'
        f'<details class="ww-share"><summary>{words("node.share_this")}</summary>\n'
        f'<p class="ww-note">{words("node.share_help")}</p>\n'
        f'<p><a data-share href="#{here}">{words("node.share")}</a> {copy_button("link")} '
        f'<button type="button" class="ww-plain-button" data-qr="{words("node.qr_label")}"'
        f' data-long="{words("node.qr_long")}">{words("node.qr")}</button></p>\n<div class="ww-qr" hidden></div></details></div>'
    )


def _ways_back(walker: Walker) -> Iterator[str]:
    """For every answer of a walk the address of its question, "" where a local choice gave the answer."""
    back = Walker(walker.compiled, walker.given, walker.start)
    for index, (node, answer) in enumerate(walker.path):
        if index in walker.decided:
            yield ""
            continue
        if back.node != node:
            back.settle()
        yield fragment.write(back)
        back.give(node, answer)


def _keep(walker: Walker, node: str, answer: Any) -> str:
    """A button that keeps a local choice as the municipality's policy, or (without an answer) forgets it."""
    question = walker.compiled.tree.questions.get(node)
    if question is None or not question.policy:
        return ""
    value = "" if answer is None else f' data-value="{escape(json.dumps(answer))}"'
    value += f' data-unkept="{words("node.unkept")}"'
    label = say("node.forget" if answer is None else "node.remember")
    return (
        f' <button type="button" class="ww-plain-button" data-remember="{escape(question.policy)}"{value}>'
        f"{escape(label)}</button>"
    )
