"""The model reply of an action as HTML: to read, or in a field to make it one's own before copying."""

from __future__ import annotations

import json

from wegwijzer.locale import say
from wegwijzer.model.text import with_addresses
from wegwijzer.render.element import NOTHING, Child, Markup, element
from wegwijzer.render.markup import copy_button, inline, span
from wegwijzer.view.records import ReplyLine


def quoted_reply(reply: ReplyLine) -> Markup:
    """The model reply for any reader, with the shorter one folded below it."""
    shorter = element("summary", say("reply.shorter")), "\n", _quoted(reply.short)
    return element(
        "figure",
        {"class": "ww-reply"},
        element("figcaption", span("ww-label", say("node.reply"))),
        "\n",
        _quoted(reply.text),
        element("details", shorter) if reply.short else None,
    )


def _quoted(text: str) -> Markup:
    return element("blockquote", [element("p", inline(line)) for line in text.split("\n") if line.strip()])


def editable_reply(reply: ReplyLine) -> Markup:
    """The model reply in a field, so that the reader can make it theirs before copying it; reply.js chooses its variant."""
    variants = {name: _as_typed(text) for name, text in reply.variants.items()}
    text, rows = variants["informal-long"]
    return element(
        "figure",
        {"class": "ww-reply"},
        element(
            "figcaption",
            element("label", {"for": "ww-antwoord"}, say("node.reply")),
            " ",
            _switches(reply),
            " ",
            element("span", {"class": "ww-note", "id": "ww-antwoord-uitleg"}, say("node.reply_help")),
        ),
        "\n",
        element(
            "textarea",
            {
                "id": "ww-antwoord",
                "data-reply": True,
                "data-variants": json.dumps(variants, ensure_ascii=False) if len(variants) > 1 else None,
                "rows": rows,
                "aria-describedby": "ww-antwoord-uitleg",
            },
            f"\n{text}",  # a browser leaves out the first end of line
        ),
        copy_button("text"),
    )


def _as_typed(reply: str) -> tuple[str, int]:
    """A model reply as it stands in the field, and how many rows that takes."""
    text = with_addresses(reply).strip()
    return text, sum(1 + len(paragraph) // 60 for paragraph in text.split("\n")) + 1


def _switches(reply: ReplyLine) -> Child:
    """What there is to choose: the form of address, and the length."""
    there = set(reply.variants)
    switches = [
        _switch(name, [value for value in values if any(value in each.split("-") for each in there)])
        for name, values in (("form", ("informal", "formal")), ("length", ("long", "short")))
    ]
    found = [switch for switch in switches if switch]
    return element("span", {"class": "ww-switches"}, *found) if found else None


def _switch(name: str, values: list[str]) -> Markup:
    """A pair of buttons of which one is pressed; nothing when there is nothing to choose."""
    if len(values) < 2:  # noqa: PLR2004 - a choice is between two
        return NOTHING
    buttons = [
        element(
            "button",
            {
                "type": "button",
                "data-variant": f"{name}-{value}",
                "aria-pressed": "true" if value == values[0] else "false",
            },
            say(f"reply.{value}"),
        )
        for value in values
    ]
    return element("span", {"role": "group", "aria-label": say(f"reply.{name}")}, *buttons)
