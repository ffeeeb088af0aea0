"""The body of an action as HTML: steps to take, a model reply, a document, who helps, where to go on."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import plain, with_addresses
from wegwijzer.render.contact import ways_to
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, lines, stacked
from wegwijzer.render.markup import copy_button, copy_words, inline, note, onward_link, plain_button, span
from wegwijzer.view.records import Line, NodeView, Related


def action_body(view: NodeView, *, live: bool) -> Markup:
    parts = [NOTHING if view.final else element("p", {"class": "ww-interim"}, say("node.interim"))]
    if view.warning:
        parts.append(element("p", {"class": "ww-warning"}, view.warning))
    if view.lines:
        items = (_tick(index, line) if live else _line(line) for index, line in enumerate(view.lines))
        parts.append(stacked("ol", {"class": "ww-todo"}, *(element("li", item) for item in items)))
    if view.document:
        parts.append(
            element(
                "div",
                {"class": "ww-document"},
                lines(element("h4", say("node.document")), _document(view.document)),
                "\n",
            )
        )
    if view.reply:
        parts.append(_editable_reply(view.reply) if live else _reply(view.reply))
    if view.contacts:
        parts.append(element("h4", say("node.contacts")))
        parts.append(stacked("ul", {"class": "ww-contacts"}, *map(_contact, view.contacts)))
    parts += [
        element(
            "p",
            {"class": "ww-onward"},
            element(
                "a",
                {"class": "ww-button", "data-handover": ref.tree, "href": _reference(ref)},
                f"{say('node.handover')} ‘{ref.title}’",
            ),
        )
        for ref in view.handover
    ]
    parts += [_links(said, links) for said, links in (*view.related, (say("node.see"), view.see))]
    if view.final and live and view.closing:
        parts += [element("h4", say("node.closing")), line_list(view.closing)]
    elif view.final and not live:
        parts.append(element("p", {"class": "ww-closing-see"}, say("node.closing_see")))
    if live:
        parts += [_policies(view), _take(view)]
    parts.append(onward_link(view, say("node.continue")))
    return lines(*parts)


def _tick(index: int, line: Line) -> Markup:
    """A step with a box to tick; whatever is ticked stays on the page."""
    box = element("input", {"type": "checkbox", "data-tick": index})
    return element("label", {"class": "ww-tick"}, box, " ", element("span", _line_text(line))) + _points(line)


def _reply(reply: str) -> Markup:
    paragraphs = [element("p", inline(text)) for text in reply.split("\n") if text.strip()]
    return element(
        "figure",
        {"class": "ww-reply"},
        element("figcaption", say("node.reply")),
        "\n",
        element("blockquote", paragraphs),
    )


def _editable_reply(reply: str) -> Markup:
    """The model reply in a field, so that the reader can make it theirs before copying it."""
    text = with_addresses(reply).strip()
    rows = sum(1 + len(paragraph) // 60 for paragraph in text.split("\n")) + 1
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
        element(
            "textarea",
            {"id": "ww-antwoord", "data-reply": True, "rows": rows, "aria-describedby": "ww-antwoord-uitleg"},
            f"\n{text}",  # a browser leaves out the first end of line
        ),
        copy_button("text"),
    )


def _policies(view: NodeView) -> Markup:
    """What the municipality's own choices changed here, each with why it counts."""
    if not view.policies:
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
        for use in view.policies
    )
    summary = element("summary", say("node.policies", count=len(view.policies)))
    return element("details", {"class": "ww-policies"}, summary, "\n", stacked("ul", *items))


def _take(view: NodeView) -> Markup:
    """What a reader can take along; made in the browser when asked."""
    kinds = ["print", "rich", "docx", "md"] if view.final else []
    if any(line.due for line in view.lines):
        kinds.append("ics")
    if not kinds:
        return NOTHING
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
            *(plain_button(say("take." + kind), {"data-take": kind}) for kind in kinds),
        ),
    )


def _line(line: Line) -> Child:
    return _line_text(line), _points(line)


def _line_text(line: Line) -> Child:
    """A step or paragraph with its notes."""
    notes = []
    if line.who:
        notes.append(say("node.who", who=line.who))
    if line.within:
        notes.append(say("node.within", term=line.within))
    return (
        (element("em", line.condition, ":"), " ") if line.condition else None,
        inline(line.text),
        (" ", note("(", ", ".join(notes), ")")) if notes else None,
        (" ", span("ww-editorial", say("node.editorial"), say("node.editorial_help"))) if line.editorial else None,
    )


def _points(line: Line) -> Markup:
    return element("ul", [element("li", inline(point)) for point in line.points]) if line.points else NOTHING


def line_list(lines: Iterable[Line]) -> Markup:
    return stacked("ul", {"class": "ww-lines"}, *(element("li", _line(line)) for line in lines))


def _document(document: tuple[Line, ...]) -> Markup:
    parts, items = [], []
    for line in (*document, None):
        if line and line.style == "item":
            items.append(element("li", _line(line)))
            continue
        if items:
            parts.append(element("ul", items))
            items = []
        if line:
            parts.append(element("h5" if line.style == "heading" else "p", _line(line)))
    return lines(*parts)


def _contact(contact: Contact) -> Markup:
    return element("li", element("strong", contact.name), ": ", inline(contact.for_), " ", ways_to(contact).html)


def _links(heading: str, references: tuple[Related, ...]) -> Markup:
    if not references:
        return NOTHING
    links = (element("li", element("a", {"href": _reference(ref)}, ref.title)) for ref in references)
    return lines(element("h4", heading), stacked("ul", {"class": "ww-see"}, *links))


def _reference(ref: Related) -> str:
    if ref.path:
        return "../.." + ref.path
    return f"../{ref.tree}/" + (f"#{ref.tree}-{ref.node}" if ref.node else "")
