"""A comparison of two sets of own choices in words: plain text, Markdown for a merge request, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from wegwijzer.compare.own import OwnDiff, TextDiff
from wegwijzer.compare.report import MARKDOWN, TEXT, Form, tree_json
from wegwijzer.locale import say


def as_text(found: OwnDiff) -> str:
    """The comparison for a terminal or a log."""
    return "\n".join(_lines(found, Form(**TEXT))) + "\n"


def as_markdown(found: OwnDiff) -> str:
    """The comparison as a comment on a merge request."""
    return "\n".join([say("compare.own_heading"), "", *_lines(found, Form(**MARKDOWN))]) + "\n"


def as_json(found: OwnDiff) -> str:
    """The comparison for programs."""
    data = {
        "choices": [asdict(choice) for choice in found.choices],
        "trees": [tree_json(tree) for tree in found.trees],
        "texts": [asdict(text) for text in found.texts],
        "other": list(found.other),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _lines(found: OwnDiff, form: Form) -> Iterator[str]:
    if found.empty:
        yield say("compare.own_nothing")
        return
    if found.choices:
        yield form.heading.format(say("compare.own_choices"))
        for choice in found.choices:
            yield form.item.format(f"{form.quote(choice.question)[1:-1]} ({form.code.format(choice.name)})")
            yield from _pair(form, [choice.before], [choice.after])
        yield ""
    if found.other:
        yield form.item.format(say("compare.own_other", keys=", ".join(found.other)))
        yield ""
    for text in found.texts:
        yield from _text(text, form)
    for tree in found.trees:
        yield from form.tree(tree)
    if found.choices and not (found.texts or found.trees):
        yield say("compare.own_silent")


def _text(text: TextDiff, form: Form) -> Iterator[str]:
    title = say("compare.own_text", title=form.quote(text.title), tree=text.tree)
    yield form.heading.format(title)
    before, after = text.versions
    yield form.item.format(say(f"compare.own_{text.kind}", before=before, after=after))
    for clause in text.clauses:
        yield form.item.format(say("compare.own_clause", heading=form.quote(clause.under)))
        yield from _pair(form, clause.gone, clause.came)
    yield ""


def _pair(form: Form, gone: Iterable[str], came: Iterable[str]) -> Iterator[str]:
    for word, texts in ((say("compare.was"), gone), (say("compare.is_now"), came)):
        for text in texts:
            yield form.sub.format(f"{word}: {form.quote(text)}")
