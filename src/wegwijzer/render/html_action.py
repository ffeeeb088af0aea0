"""The body of an action as HTML: steps to take, a model reply, a document, who helps, where to go on."""

from __future__ import annotations

import json
from collections.abc import Iterable

from wegwijzer.formats import DOCUMENTS, Format, formats
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import plain, with_addresses
from wegwijzer.render.blocks import entry_blocks, task_notes
from wegwijzer.render.contact import ways_to
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, lines, stacked
from wegwijzer.render.markup import (
    copy_button,
    copy_words,
    inline,
    note,
    onward_link,
    plain_button,
    span,
    span_links,
)
from wegwijzer.render.shared import Shared
from wegwijzer.view.phrases import followed_words
from wegwijzer.view.records import Line, NodeView, PolicyUse, Related, ReplyLine, Section

AROUND = {"help", "sources"}
"""The sections that stand above and below the body, as they do with a question."""


def action_body(view: NodeView, *, live: bool, shared: Shared | None = None) -> Markup:
    """All that an action says, for this reader (`live`: with boxes to tick, and a reply to change) or for any; of what is
    `shared` it says where that stands.
    """
    parts = [NOTHING if view.final else element("p", {"class": "ww-interim"}, say("node.interim"))]
    parts += [_section(section, live=live, shared=shared) for section in view.sections if section.name not in AROUND]
    if view.final and not live:
        parts.append(element("p", {"class": "ww-closing-see"}, say("node.closing_see")))
    parts.append(followed(view))
    if live:
        parts.append(_take(view))
    parts.append(onward_link(view, say("node.continue")))
    return lines(*parts)


def _section(section: Section, *, live: bool, shared: Shared | None = None) -> Markup:
    heading = element("h4", section.heading)
    match section.name:
        case "warning":
            return lines(*(element("p", {"class": "ww-warning"}, line.text) for line in section.of(Line)))
        case "tasks":
            items = (_tick(index, line) if live else _line(line, shared) for index, line in enumerate(section.of(Line)))
            return stacked("ol", {"class": "ww-todo"}, *(element("li", item) for item in items))
        case "document":
            return element("div", {"class": "ww-document"}, lines(heading, _document(section.of(Line))), "\n")
        case "reply":
            return lines(*(_editable_reply(line) if live else _reply(line, shared) for line in section.of(ReplyLine)))
        case "contacts":
            return lines(
                heading,
                stacked(
                    "ul", {"class": "ww-contacts"}, *map(shared.contact if shared else _contact, section.of(Contact))
                ),
            )
        case "handover":
            return lines(*(_handover(section.heading, ref) for ref in section.of(Related)))
        case "closing":
            return lines(heading, line_list(section.of(Line)))
        case "policies" | "undecided":
            return _folded(section)
    if section.refers:
        links = (element("li", element("a", {"href": _reference(ref)}, ref.title)) for ref in section.of(Related))
        return lines(heading, stacked("ul", {"class": "ww-see"}, *links))
    return _other(section)


def _other(section: Section) -> Markup:
    """A section that has no look of its own here."""
    entries = (entry for entry in section.entries if not isinstance(entry, Line))
    items = [element("li", span_links(block.spans)) for entry in entries for block in entry_blocks(entry)]
    return lines(
        element("h4", section.heading) if section.heading else NOTHING,
        _document(section.of(Line)),
        stacked("ul", {"class": "ww-lines"}, *items) if items else NOTHING,
    )


def _tick(index: int, line: Line) -> Markup:
    """A step with a box to tick; whatever is ticked stays on the page."""
    box = element("input", {"type": "checkbox", "data-tick": index})
    return element("label", {"class": "ww-tick"}, box, " ", element("span", _line_text(line))) + _points(line)


def _reply(reply: ReplyLine, shared: Shared | None) -> Markup:
    """The model reply for any reader, with the shorter one folded below it where nothing else can bring that."""
    short = element("summary", say("reply.shorter")), "\n", _quoted(reply.short)
    return element(
        "figure",
        {"class": "ww-reply"},
        element("figcaption", say("node.reply")),
        "\n",
        _quoted(reply.text),
        element("details", short) if reply.short and not shared else None,
    )


def _quoted(text: str) -> Markup:
    return element("blockquote", [element("p", inline(line)) for line in text.split("\n") if line.strip()])


def _editable_reply(reply: ReplyLine) -> Markup:
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
            element("span", {"class": "ww-note", "id": "ww-antwoord-uitleg"}, say("node.reply_help")),
        ),
        "\n",
        _switches(reply),
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
    return element("p", {"class": "ww-switches"}, *found) if found else None


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


def _handover(label: str, ref: Related) -> Markup:
    told: Attributes = {"class": "ww-button", "data-handover": ref.tree, "href": _reference(ref)}
    return element("p", {"class": "ww-onward"}, element("a", told, f"{label} ‘{ref.title}’"))


def _policies(policies: list[PolicyUse]) -> Markup:
    """What the municipality's own choices changed here, each with why it counts; what was followed has a line of its own."""
    if not policies:
        return NOTHING
    items = (
        element(
            "li",
            use.question,
            " ",
            element("strong", plain(use.value)),
            " ",
            note("(", say("origin." + use.origin), ")"),
        )
        for use in policies
    )
    summary = element("summary", say("node.policies", count=len(policies)))
    return element("details", {"class": "ww-policies"}, summary, "\n", stacked("ul", *items))


def _folded(section: Section) -> Markup:
    if section.name == "undecided":
        return _undecided(section)
    return _policies([use for use in section.of(PolicyUse) if not use.change])


def _undecided(section: Section) -> Markup:
    """The choices over which the text promises nothing."""
    first, *choices = section.of(Line)
    summary = element("summary", say("document.undecided_count", count=len(choices)))
    return element(
        "details", {"class": "ww-policies"}, lines(summary, element("p", inline(first.text))), line_list(choices)
    )


def followed(view: NodeView) -> Markup:
    """What was followed without asking, in a line, each with a way to answer it after all."""
    told = []
    for begin, uses in followed_words(view):
        each: list[Child] = []
        for use in uses:
            each.append(("; " if each else "", f"{use.short}: ", element("strong", plain(use.value))))
            if use.change:
                hidden = element("span", {"class": "ww-hidden"}, ": ", use.short)
                each.append(
                    (" · ", element("a", {"data-back": True, "href": f"#{use.change}"}, say("node.change"), hidden))
                )
        told.append(element("p", {"class": "ww-followed"}, begin, " ", each))
    return lines(*told)


def _take(view: NodeView) -> Markup:
    """What a reader can take along; made in the browser when asked. Of an extension, more must be loaded for it.

    Of a text that a reader made two buttons stand in sight: the text itself, and the sheet to work with.
    """
    forms = offered(view)
    if not forms:
        return NOTHING
    text = view.final and bool(view.about("document"))
    buttons = [_take_button(form, text=text) for form in forms]
    if text:
        aside = [button for form, button in zip(forms, buttons, strict=True) if not form.first]
        buttons = [button for form, button in zip(forms, buttons, strict=True) if form.first]
        if aside:
            buttons.append(element("details", element("summary", say("take.more")), lines(*aside)))
    told: Attributes = {
        "class": "ww-take",
        "data-done": say("take.done"),
        **copy_words(),
        "data-failed": say("take.failed"),
    }
    return element(
        "div",
        told,
        lines(
            element("h4", say("take.heading")),
            *buttons,
        ),
    )


def _take_button(form: Format, *, text: bool) -> Markup:
    own_text = text and form.of == "text" and form.home == DOCUMENTS
    word = say(f"take.text.{form.id}") if own_text else say(f"take.{form.id}")
    return plain_button(word, {"data-take": form.id, "data-more": form.home != DOCUMENTS})


def offered(view: NodeView) -> list[Format]:
    """The formats with a button under a node, in order."""
    here = {
        "final": view.final,
        "document": view.final and bool(view.about("document")),
        "term": any(task.due for task in view.about("tasks")),
    }
    return [form for form in formats() if form.offered and here[form.offered]]


def _line(line: Line, shared: Shared | None = None) -> Child:
    return _line_text(line, light=bool(shared)), (shared and shared.points(line)) or _points(line)


def _line_text(line: Line, *, light: bool = False) -> Child:
    """A step or paragraph with its notes. `light`: what the mark of the editors means stands elsewhere."""
    notes = task_notes(line)
    return (
        (element("em", line.condition, ":"), " ") if line.condition else None,
        inline(line.text),
        (" ", note("(", ", ".join(notes), ")")) if notes else None,
        (" ", editorial(light=light)) if line.editorial else None,
    )


def editorial(*, light: bool) -> Markup:
    """The mark of what the editors added."""
    return span("ww-editorial", say("node.editorial"), None if light else say("node.editorial_help"))


def _points(line: Line) -> Markup:
    return element("ul", [element("li", inline(point)) for point in line.points]) if line.points else NOTHING


def line_list(lines: Iterable[Line]) -> Markup:
    return stacked("ul", {"class": "ww-lines"}, *(element("li", _line(line)) for line in lines))


def _document(document: Iterable[Line]) -> Markup:
    parts, items = [], []
    for line in (*document, None):
        if line and line.style == "item":
            items.append(element("li", _line(line)))
            continue
        if items:
            parts.append(element("ul", items))
            items = []
        if line:
            parts.append(element("h5" if line.style in ("heading", "annex") else "p", _line(line)))
    return lines(*parts)


def _contact(contact: Contact) -> Markup:
    return element("li", element("strong", contact.name), ": ", inline(contact.for_), " ", ways_to(contact).html)


def _reference(ref: Related) -> str:
    if ref.path:
        return "../.." + ref.path
    return f"../{ref.tree}/" + (f"#{ref.tree}-{ref.node}" if ref.node else "")
