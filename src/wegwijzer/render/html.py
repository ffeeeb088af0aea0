"""A tree and its steps as HTML. The only markup in a text is a checked link.

The static version stands in the page: complete without JavaScript, and what the small script shows until Python
leads. `live_html` draws the one step where a walker stands, with the same building blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Fill
from wegwijzer.model.text import address, plain
from wegwijzer.render.contact import states_at_sources
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, join, lines, stacked
from wegwijzer.render.html_action import action_body, chips, followed, line_list
from wegwijzer.render.html_still import templates
from wegwijzer.render.html_walk import around, aside, where, where_before_python
from wegwijzer.render.markup import (
    SITE_ROOT,
    arrow_mark,
    credit_list,
    icon,
    inline,
    note,
    number_node,
    onward_link,
    plain_button,
    rooted,
    span,
)
from wegwijzer.render.shared import Shared
from wegwijzer.render.site import Site
from wegwijzer.view.nodes import closing_lines, live_view, node_ids, static_view
from wegwijzer.view.phrases import danger_spans, first_node
from wegwijzer.view.records import NodeView, ShownAnswer
from wegwijzer.walk import fragment
from wegwijzer.walk.entries import ends_of
from wegwijzer.walk.walker import Walker, chosen_keys

NO_SITE = Site()
MOST_HELP = 160
"""So many letters of help stand above the answers: on a phone four lines."""
MOST_HELP_FIRST = 100
"""On the first step a title and a summary stand there already."""
NOTE_LENGTH = 40
"""What a line of its own takes of that."""
LONG_TITLE = 90
"""A heading of more letters stands there smaller."""
SENTENCES = re.compile(r"(?<=[.!?]) +(?=[^a-z][^\])]*(?:[\[(]|$))")
"""Between sentences, not within a link."""


def tree_html(
    compiled: Compiled,
    *,
    root: str = "",
    data_url: str = "",
    site: Site = NO_SITE,
    entry: str = "",
    whole: bool = False,
) -> Markup:
    """The whole element of a wizard with its static version; `data_url` is where the compiled tree can be fetched.

    On a page of the site `root` leads to its root; without it other trees stand beside this one (see `rooted`). With an
    `entry`, or a node, the wizard opens there when its address says nothing. What many nodes share stands once at the foot,
    unless each must be `whole`: where no Python will come.
    """
    return rooted(_tree_html(compiled, root, data_url, site, entry, whole=whole), root)


def _tree_html(compiled: Compiled, root: str, data_url: str, site: Site, entry: str, *, whole: bool) -> Markup:
    ends = ends_of(compiled)
    node = ends[entry].node if entry in ends else entry or first_node(compiled)
    names = sorted(node_ids(compiled), key=lambda name: bool(entry) and name != node)
    views = [static_view(compiled, name) for name in names]
    shared = None if whole else Shared(compiled, views)
    loading = plain_button(say("tree.load"), {})
    return (
        stacked(
            "wegwijzer-wizard",
            {
                "tree": compiled.id,
                "data-version": compiled.version,
                "data-start": first_node(compiled),
                "data-entry": entry or None,
                "data-node": node,
                "data-kind": static_view(compiled, node).kind,
                "data-engine": "static",
                "data-failed": say("tree.failed"),
                "data-unloaded": say("tree.unloaded"),
                "data-src": data_url or None,
                "data-root": root or None,
                "data-source-url": site.source_url or None,
                "data-contact": site.contact or None,
                "data-former": site.former or None,
            },
            _danger(on_site=bool(root)),
            element("p", {"class": "ww-live", "role": "status", "aria-live": "polite"}),
            stacked(
                "div",
                {"class": "ww-steps"},
                where_before_python(compiled.id, first_node(compiled)),
                element("p", {"class": "ww-how"}, say("tree.how", number=compiled.numbers[node])),
                *(_section(compiled, view, site, _anchors(ends, view.id), shared=shared) for view in views),
                _closing(compiled),
                shared.foot() if shared else NOTHING,
            ),
            element("p", {"class": "ww-notice", "role": "status", "hidden": True}),
            element("p", {"hidden": True, "data-load": True}, loading),
            element("div", {"class": "ww-dossier", "hidden": True}),
            templates(),
            _foot(compiled),
        )
    ) + "\n"


def _foot(compiled: Compiled) -> Markup:
    """Below every step: a switch for the numbers of nodes; below the first and a result also what the advice is worth."""
    switch: Attributes = {"type": "checkbox", "role": "switch", "data-numbers": True}
    return stacked(
        "div",
        {"class": "ww-foot"},
        element(
            "p",
            {"class": "ww-disclaimer"},
            say("tree.disclaimer"),
            " ",
            span("ww-editorial", say("node.editorial")),
        ),
        element("p", {"class": "ww-version"}, say("tree.version", version=compiled.version)),
        element("label", {"class": "ww-numbering"}, element("input", switch), " ", say("tree.numbers")),
    )


def _anchors(ends: Mapping[str, Walker], node: str) -> list[Markup]:
    """Where the entries lie that end at a node, each with the walk that it stands for."""
    return [
        element(
            "span", {"class": "ww-entry", "id": f"{walker.compiled.id}-{name}", "data-walk": fragment.of_entry(walker)}
        )
        for name, walker in ends.items()
        if walker.node == node
    ]


def _danger(*, on_site: bool) -> Markup:
    """Whom to call now; what a number is for stands apart, so that a narrow screen can keep to one line."""
    told: list[Child] = []
    for piece in danger_spans(on_site=on_site):
        number, what = piece.text, ""
        if piece.href and piece.text.endswith(")"):
            number, _, what = piece.text.partition("(")
        aside = span("ww-what", f"({what}") if what else None
        href = address(piece.href, SITE_ROOT) if piece.href else ""
        told.append(element("a", {"href": href}, number, aside) if href else number)
    return element("p", {"class": "ww-danger"}, told) if told else NOTHING


def live_html(walker: Walker, *, site: Site = NO_SITE, former: object = None) -> Markup:
    """The step where a walker stands, with the answers that led there. `former`: what was answered here before."""
    view = live_view(walker)
    section = _section(walker.compiled, view, site, live=True, former=former, walked=aside(walker))
    return lines(where(walker), section, around(walker))


def _section(
    compiled: Compiled,
    view: NodeView,
    site: Site,
    anchors: Iterable[Markup] = (),
    *,
    live: bool = False,
    former: object = None,
    walked: Markup = NOTHING,
    shared: Shared | None = None,
) -> Markup:
    first = view.id == first_node(compiled)
    told, folded = _help_of(view, MOST_HELP_FIRST if first else MOST_HELP)
    acts = view.kind == "action"
    sources = shared.refs(view) if shared else _sources(compiled, view, site)
    closes = not live and bool(compiled.tree.closing)
    body = (
        action_body(view, live=live, walked=walked, sources=sources, shared=shared, closes=closes)
        if acts
        else _asking(compiled.id, view, chosen_keys(former))
    )
    return stacked(
        "section",
        {
            "class": f"ww-step ww-{view.kind}",
            "id": f"{compiled.id}-{view.id}",
            "data-node": view.id,
            "data-node-kind": view.kind,
            "data-final": "true" if view.final else None,
            "data-source": None if shared else f"{compiled.file}:{view.line}",
            "data-policy": view.policy or None,
            "data-quiet": view.quiet,
        },
        *anchors,
        chips(view) if acts else NOTHING,
        element(
            "h3", {"class": _heading_class(view), "tabindex": "-1"}, number_node(view.number), " ", inline(view.title)
        ),
        *(element("p", {"class": "ww-help"}, inline(text)) for text in told if not acts),
        element("p", {"class": "ww-policy"}, say("node.policy"))
        if view.policy and (live or not view.quiet)
        else NOTHING,
        body,
        _fold_help(folded),
        NOTHING if acts else followed(view),
        NOTHING if acts else sources,
    )


def _heading_class(view: NodeView) -> str:
    return "ww-heading ww-long" if len(plain(view.title)) > LONG_TITLE else "ww-heading"


def _help_of(view: NodeView, most: int) -> tuple[list[str], list[str]]:
    """The help that stands above the answers, and what is folded below them: a phone has to show the first answer at once."""
    texts = [line.text for line in view.about("help")]
    if view.kind == "action" or sum(len(plain(text)) for text in texts) <= most:
        return texts, []
    sentences = [sentence for text in texts for sentence in SENTENCES.split(text)]
    most -= NOTE_LENGTH if view.policy else 0
    count, length = 0, 0
    for sentence in sentences:
        length += len(plain(sentence)) + 1
        if length > most:
            break
        count += 1
    return [" ".join(sentences[:count])] if count else [], [" ".join(sentences[count:])]


def _fold_help(texts: list[str]) -> Markup:
    if not texts:
        return NOTHING
    summary = element("summary", say("node.help_more"))
    return element("details", {"class": "ww-help-more"}, summary, [element("p", inline(text)) for text in texts])


# -- questions and forks -----------------------------------------------------------------------------------


def _asking(tree: str, view: NodeView, former: tuple[str, ...]) -> Markup:
    if view.fill:
        return _fill(f"{tree}-{view.id}", view, view.fill, former)
    if view.many:
        return _many(f"{tree}-{view.id}", view, former)
    return stacked(
        "ol",
        {"class": "ww-answers"},
        *(
            element(
                "li",
                _single(answer, quiet=view.quiet, former=answer.id in former),
                _answer_notes(answer),
            )
            for answer in view.answers
        ),
    )


def _single(answer: ShownAnswer, *, quiet: bool, former: bool) -> Markup:
    if answer.arrow is None:
        return element("span", {"class": "ww-answer"}, *_marked(answer), inline(answer.text), *_example(answer))
    chosen = (" ", span("ww-former", say("node.former"))) if former else None
    return element(
        "a",
        {
            "class": "ww-answer",
            "data-answer": answer.id,
            "data-to": answer.arrow.id,
            "data-default": quiet and answer.default,
            "href": f"#{answer.arrow.fragment}",
        },
        *_marked(answer),
        element("span", {"class": "ww-answer-text"}, plain(answer.text), chosen),
        *_example(answer),
        " ",
        arrow_mark(answer.arrow),
    )


def _marked(answer: ShownAnswer) -> tuple[Markup | str, ...]:
    """The icon before the words of an answer."""
    return (icon(answer.icon), " ") if answer.icon else ()


def _example(answer: ShownAnswer) -> tuple[Markup | str, ...]:
    """The example below the words of an answer."""
    return (" ", span("ww-example", plain(answer.example))) if answer.example else ()


def _answer_notes(answer: ShownAnswer) -> Markup:
    notes = []
    if answer.default:
        notes.append(span("ww-default", say("node.default")))
    if answer.kept:
        notes.append(span("ww-default", say("origin.kept")))
    if answer.help:
        notes.append(inline(answer.help))
    if answer.argument:
        notes.append(inline(say("node.argument", argument=answer.argument)))
    return element("p", {"class": "ww-note"}, join(" ", notes)) if notes else NOTHING


def _many(name: str, view: NodeView, former: tuple[str, ...]) -> Markup:
    choosing = element(
        "fieldset",
        {"class": "ww-many", "aria-describedby": f"{name}--fout"},
        element("legend", say("node.choose_many")),
        "\n",
        _error(name, view),
        stacked(
            "ul",
            {"class": "ww-answers"},
            *(
                _box(name, answer, first=index == 0, former=answer.id in former)
                for index, answer in enumerate(view.answers)
            ),
        ),
    )
    return _problem(name) + choosing + "\n" + onward_link(view, say("node.next"))


def _box(name: str, answer: ShownAnswer, *, first: bool, former: bool) -> Markup:
    box = element(
        "input",
        {
            "type": "checkbox",
            "name": name,
            "data-answer": answer.id,
            "id": f"{name}--veld" if first else None,
            "data-exclusive": "true" if answer.exclusive else None,
            "checked": former,
        },
    )
    text = element("span", {"class": "ww-answer-text"}, plain(answer.text))
    label = element("label", {"class": "ww-option"}, box, " ", *_marked(answer), text, *_example(answer))
    return element("li", label, _answer_notes(answer))


def _fill(name: str, view: NodeView, fill: Fill, former: tuple[str, ...]) -> Markup:
    number = fill.kind == "number"  # a browser's own field for one takes away what it does not like
    optional = (" ", note(say("node.optional"))) if fill.optional else None
    field = element(
        "input",
        {
            "type": "text" if number else fill.kind,
            "id": f"{name}--veld",
            "aria-describedby": f"{name}--fout",
            "data-fill": view.id,
            "maxlength": fill.max,
            "autocomplete": "off",
            "inputmode": "decimal" if number else None,
            "value": former[0] if former else None,
        },
    )
    filling = element(
        "div",
        {"class": "ww-fill"},
        element("label", {"for": f"{name}--veld"}, say("node.fill_label"), optional),
        "\n",
        _error(name, view),
        field,
        (" ", element("span", {"class": "ww-unit"}, fill.unit)) if fill.unit else None,
    )
    return _problem(name) + filling + "\n" + onward_link(view, say("node.next"))


def _problem(name: str) -> Markup:
    """The summary on top of a step when an answer is missing or wrong: it gets the focus and leads to the field."""
    return (
        element(
            "div",
            {"class": "ww-problem", "role": "alert", "tabindex": "-1", "hidden": True},
            element("h4", say("node.problem")),
            element("p", element("a", {"data-field": True, "href": f"#{name}--veld"})),
        )
        + "\n"
    )


def _error(name: str, view: NodeView) -> Markup:
    """Where a wrong answer is told; until Python leads, the page itself can only tell that something is missing."""
    missing = say("walk.fill_empty") if view.fill else say("walk.choose_min", count=view.least)
    told: Attributes = {
        "class": "ww-error",
        "id": f"{name}--fout",
        "hidden": True,
        "data-least": view.least,
        "data-missing": missing,
    }
    return element("p", told) + "\n"


# -- around ------------------------------------------------------------------------------------------------


def _closing(compiled: Compiled) -> Markup:
    closing = closing_lines(compiled)
    if not closing:
        return NOTHING
    return element(
        "section",
        {"class": "ww-step ww-closing", "id": f"{compiled.id}--afsluiting"},
        lines(element("h3", say("node.closing")), line_list(closing)),
        "\n",
    )


def _sources(compiled: Compiled, view: NodeView, site: Site) -> Markup:
    links = {
        "node.improve": site.improve(compiled.file, view.line),
        "node.report": site.report(compiled.tree.title, view.number, plain(view.title), compiled.version),
    }
    acts = view.kind == "action"  # it has one fold, in which these stand
    return element(
        "div" if acts else "details",
        {"class": "ww-sources", "data-search-exclude": True},
        element("h4" if acts else "summary", say("node.sources")),
        credit_list(view.about("sources")),
        [element("p", {"class": "ww-note"}, state, ".") for state in states_at_sources(view.about("contacts"))],
        element(
            "p",
            {"class": "ww-file"},
            say("node.file", file=compiled.file, line=view.line),
            [(" ", element("a", {"href": url, "rel": "noreferrer"}, say(key))) for key, url in links.items() if url],
        ),
    )
