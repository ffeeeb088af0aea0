"""The body of an action as HTML: first what to do and what to say, then who helps and where to go on; all that one may
want to know besides stands in one fold.
"""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.locale import say
from wegwijzer.model import SOON, Contact
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import entry_blocks, task_notes
from wegwijzer.render.contact import calls_danger, card, ways_to
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, lines, stacked
from wegwijzer.render.html_doubt import why_button
from wegwijzer.render.html_reply import editable_reply, quoted_reply
from wegwijzer.render.html_take import take_aside, take_first
from wegwijzer.render.markup import chip, inline, note, onward_link, span, span_links
from wegwijzer.view.phrases import followed_words
from wegwijzer.view.records import Line, NodeView, PolicyUse, Related, Section

SHOWN = {"warning", "tasks", "undecided", "document", "reply", "never", "handover"}
"""The sections that stand in sight. All others stand in the fold; contacts in both, in full there."""


def chips(view: NodeView) -> Markup:
    """How soon, and what it comes down to; for an action after which the walk goes on, that it comes first."""
    words = [NOTHING if view.final else element("b", {"class": "ww-chip ww-interim"}, say("node.interim"))]
    if view.urgency:
        words.append(chip("clock", say("urgency." + view.urgency), "red" if view.urgency == SOON else None))
    if view.outcome:
        words.append(chip(view.outcome.icon, view.outcome.text, view.outcome.tone))
    shown = [word for word in words if word]
    return element("p", {"class": "ww-chips"}, *shown) if shown else NOTHING


def action_body(
    view: NodeView,
    *,
    live: bool,
    walked: Markup = NOTHING,
    sources: Markup = NOTHING,
    closes: str = "",
) -> Markup:
    """All that an action says, for this reader (`live`: with boxes to tick, and a reply to change) or for any.

    `walked` (the answers of this reader) and `sources` come in the fold. `closes`: the anchor of what holds for every result,
    where it stands apart.
    """
    of = {section.name: section for section in view.sections}
    contacts = sorted(view.about("contacts"), key=lambda contact: not calls_danger(contact))
    urgent = [each for each in contacts if each.phone] if view.urgency == SOON else []
    later = [each for each in contacts if each not in urgent]
    do = lines(_tasks(of["tasks"], live=live) if "tasks" in of else NOTHING, cards(urgent))
    words = lines(
        *((editable_reply(line) if live else quoted_reply(line)) for line in view.about("reply")),
        element("div", {"class": "ww-never"}, _section(of["never"])) if "never" in of else NOTHING,
    )
    work = [element("div", {"class": "ww-tasks"}, "\n", do, "\n") if do else NOTHING]
    work.append(element("div", {"class": "ww-say"}, "\n", words, "\n") if words else NOTHING)
    alone = told_alone(view)
    return lines(
        warning(view),
        followed(view),
        help_lines(view) if alone else NOTHING,
        stacked("div", {"class": "ww-work"}, *filter(None, work)) if any(work) else NOTHING,
        take_first(view, live=live),
        _undecided(of["undecided"]) if "undecided" in of else NOTHING,
        _section(of["document"]) if "document" in of else NOTHING,
        cards(later),
        *(_handover(of["handover"].heading, ref) for ref in view.about("handover")),
        onward_link(view, say("node.continue"), live=live),
        _more(view, live=live, walked=walked, sources=sources, reason=not alone, closes=closes),
    )


def warning(view: NodeView) -> Markup:
    """What must not be done, before anything else."""
    return lines(*(element("p", {"class": "ww-warning"}, line.text) for line in view.about("warning")))


def told_alone(view: NodeView) -> bool:
    """Whether what explains it is all that an action has to say: then it is in sight."""
    return not {section.name for section in view.sections} & {"tasks", "document", "reply"}


def help_lines(view: NodeView) -> Markup:
    """What explains a node."""
    return lines(*(element("p", {"class": "ww-help"}, inline(line.text)) for line in view.about("help")))


def _more(view: NodeView, *, live: bool, walked: Markup, sources: Markup, reason: bool, closes: str) -> Markup:
    """The one fold under an action: why, what holds for every result, where else to look, what to take along, sources.

    Of the static version it stands open, for who reads or prints it without a script; the script closes it.
    """
    why = help_lines(view) if reason else NOTHING
    inside = [
        lines(element("h4", say("node.reason")), why) if why else NOTHING,
        walked,
        *(_section(section) for section in view.sections if section.name not in {*SHOWN, "help", "sources"}),
        element("p", {"class": "ww-closing-see"}, element("a", {"href": f"#{closes}"}, say("node.closing")))
        if view.final and closes
        else NOTHING,
        why_button() if live and view.final else NOTHING,
        take_aside(view) if live else NOTHING,
        _editorial(view),
        sources,
    ]
    summary = element("summary", say("node.more"))
    return element("details", {"class": "ww-more", "open": not live}, lines(summary, *inside), "\n")


def _section(section: Section) -> Markup:
    heading = element("h4", section.heading)
    match section.name:
        case "document":
            return element("div", {"class": "ww-document"}, lines(heading, _document(section.of(Line))), "\n")
        case "contacts":
            return lines(heading, stacked("ul", {"class": "ww-lines"}, *map(_contact, section.of(Contact))))
        case "closing":
            return lines(heading, line_list(section.of(Line)))
        case "policies":
            return _policies([use for use in section.of(PolicyUse) if not use.change])
    if section.refers:
        links = (element("li", element("a", {"href": _reference(ref)}, ref.title)) for ref in section.of(Related))
        return lines(heading, stacked("ul", {"class": "ww-see"}, *links))
    return _other(section)


def _tasks(section: Section, *, live: bool) -> Markup:
    items = (
        _tick(index, line) if live else (_task_text(line), _points(line)) for index, line in enumerate(section.of(Line))
    )
    return stacked("ol", {"class": "ww-todo"}, *(element("li", item) for item in items))


def cards(contacts: list[Contact]) -> Markup:
    """Whom one can reach at once, a card each; the number or the address is a link over the whole card."""
    if not contacts:
        return NOTHING
    return stacked("ul", {"class": "ww-contacts"}, *(element("li", card(contact)) for contact in contacts))


def _editorial(view: NodeView) -> Markup:
    """Which tasks are an addition of ours, and what that means: with the sources, and not beside what a reader has to do."""
    found = [str(index) for index, line in enumerate(view.about("tasks"), 1) if line.editorial]
    if not found:
        return NOTHING
    words = say("node.editorial_one" if len(found) == 1 else "node.editorial_tasks", numbers=", ".join(found))
    mark = span("ww-editorial", say("node.editorial"), say("node.editorial_help"))
    return element("p", {"class": "ww-note"}, mark, " ", words)


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
    return element("label", {"class": "ww-tick"}, box, " ", element("span", _task_text(line))) + _points(line)


def _task_text(line: Line) -> Child:
    """A task with who does it and its term under it."""
    notes = task_notes(line)
    return (
        (element("em", line.condition, ":"), " ") if line.condition else None,
        inline(line.text),
        (" ", element("small", ", ".join(notes))) if notes else None,
    )


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
    heading = element("h4", say("node.policies", count=len(policies)))
    return element("div", {"class": "ww-policies"}, lines(heading, stacked("ul", *items)))


def _undecided(section: Section) -> Markup:
    """The choices over which the text promises nothing."""
    first, *choices = section.of(Line)
    summary = element("summary", say("document.undecided_count", count=len(choices)))
    return element(
        "details", {"class": "ww-undecided"}, lines(summary, element("p", inline(first.text))), line_list(choices)
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


def _line(line: Line) -> Child:
    return _line_text(line), _points(line)


def _line_text(line: Line) -> Child:
    """A step or paragraph with its notes."""
    notes = task_notes(line)
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


HEADINGS = {"annex": "h5", "heading": "h5", "subheading": "h6"}
"""Of a text that a reader made, below the headings of the step."""


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
            parts.append(element(HEADINGS.get(line.style, "p"), _line(line)))
    return lines(*parts)


def _contact(contact: Contact) -> Markup:
    return element("li", element("strong", contact.name), ": ", inline(contact.for_), " ", ways_to(contact).html)


def _reference(ref: Related) -> str:
    if ref.path:
        return "../.." + ref.path
    return f"../{ref.tree}/" + (f"#{ref.tree}-{ref.node}" if ref.node else "")
