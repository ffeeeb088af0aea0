"""A tree and its steps as HTML. The only markup in a text is a checked link.

The static version stands in the page: complete without JavaScript, and what the small script shows until Python
leads. `live_html` draws the one step where a walker stands, with the same building blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model.text import address, plain
from wegwijzer.render.addresses import text_page
from wegwijzer.render.contact import states_at_sources
from wegwijzer.render.element import NOTHING, Attributes, Child, Markup, element, lines, stacked
from wegwijzer.render.html_action import action_body, chips, followed, line_list, warning
from wegwijzer.render.html_doubt import doubt_button
from wegwijzer.render.html_question import asking, fold_help, help_of
from wegwijzer.render.html_still import templates
from wegwijzer.render.html_walk import around, aside, where, where_before_python
from wegwijzer.render.markup import (
    SITE_ROOT,
    credit_list,
    inline,
    number_node,
    onward_link,
    plain_button,
    rooted,
    span,
)
from wegwijzer.render.site import Site
from wegwijzer.render.until import late, review_passed
from wegwijzer.view.nodes import closing_lines, live_view, node_ids, static_view
from wegwijzer.view.phrases import danger_spans, first_node
from wegwijzer.view.records import NodeView
from wegwijzer.walk import fragment
from wegwijzer.walk.entries import ends_of
from wegwijzer.walk.walker import Walker, chosen_keys

NO_SITE = Site()
NO_DOUBTS: Mapping[str, str] = {}
LONG_TITLE = 90
"""A heading of more letters stands there smaller."""
LIVE = element("p", {"class": "ww-live", "role": "status", "aria-live": "polite"})
NOTICE = element("p", {"class": "ww-notice", "role": "status", "hidden": True})
CASE_FILE = element("div", {"class": "ww-dossier", "hidden": True})
"""Where a script says something, and where it shows the case file."""


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
    `entry`, or a node, the wizard opens there when its address says nothing. Of an action it has the name, how soon, what is
    forbidden, and the way on; the rest stands on the page with the whole text (`whole_text`), where scripts fetch it. Each node is `whole` where
    neither that page nor Python will come.
    """
    return rooted(_tree_html(compiled, root, data_url, site, entry, whole=whole), root)


def _tree_html(compiled: Compiled, root: str, data_url: str, site: Site, entry: str, *, whole: bool) -> Markup:
    ends = ends_of(compiled)
    node = ends[entry].node if entry in ends else entry or first_node(compiled)
    names = sorted(node_ids(compiled), key=lambda name: bool(entry) and name != node)
    views = [static_view(compiled, name) for name in names]
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
            _review(compiled),
            LIVE,
            stacked(
                "div",
                {"class": "ww-steps"},
                where_before_python(compiled.id, first_node(compiled)),
                element("p", {"class": "ww-how"}, say("tree.how", number=compiled.numbers[node])),
                *(_section(compiled, view, site, _anchors(ends, view.id), whole=whole) for view in views),
                _closing(compiled) if whole else _rest(compiled),
            ),
            NOTICE,
            element("p", {"hidden": True, "data-load": True}, loading),
            CASE_FILE,
            templates(),
            _foot(compiled),
        )
    ) + "\n"


def whole_text(compiled: Compiled, site: Site = NO_SITE, doubts: Mapping[str, str] = NO_DOUBTS) -> Markup:
    """The whole tree to read or to print, each node complete, under the anchors that it has on the page of the wizard. `doubts`: by
    question, what it says to who does not know the answer.

    A link to another tree leads to the page of that one.
    """
    ends = ends_of(compiled)
    text = stacked(
        "div",
        {"class": "ww-text"},
        _danger(on_site=True),
        _review(compiled),
        element("p", {"class": "ww-how"}, say("tree.how", number=compiled.numbers[first_node(compiled)])),
        *(
            _section(compiled, static_view(compiled, name), site, _anchors(ends, name), doubt=doubts.get(name, ""))
            for name in node_ids(compiled)
        ),
        _closing(compiled),
        element("p", {"class": "ww-disclaimer"}, say("tree.disclaimer")),
        element("p", {"class": "ww-version"}, say("tree.version", version=compiled.version)),
    )
    return rooted(text, SITE_ROOT)


def empty_html(root: str) -> Markup:
    """The element of a wizard without a tree, for who tries one that is still being written (assets/workbench-live.js); `root` leads
    to the root of the site.
    """
    told = {"data-root": root, **{f"data-{name}": say(f"tree.{name}") for name in ("failed", "unloaded")}}
    steps, foot = element("div", {"class": "ww-steps"}), element("div", {"class": "ww-foot"}, _numbering())
    wizard = stacked("wegwijzer-wizard", told, _danger(on_site=True), LIVE, steps, NOTICE, CASE_FILE, foot)
    return rooted(wizard, root)


def _foot(compiled: Compiled) -> Markup:
    """Below every step: a switch for the numbers of nodes; below the first and a result also what the advice is worth."""
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
        _numbering(),
    )


def _numbering() -> Markup:
    switch: Attributes = {"type": "checkbox", "role": "switch", "data-numbers": True}
    return element("label", {"class": "ww-numbering"}, element("input", switch), " ", say("tree.numbers"))


def _anchors(ends: Mapping[str, Walker], node: str) -> list[Markup]:
    """Where the entries lie that end at a node, each with the walk that it stands for."""
    return [
        element(
            "span", {"class": "ww-entry", "id": f"{walker.compiled.id}-{name}", "data-walk": fragment.of_entry(walker)}
        )
        for name, walker in ends.items()
        if walker.node == node
    ]


def _review(compiled: Compiled) -> Markup:
    """For who reads after the day by which somebody was to look at the tree again."""
    review = compiled.tree.review
    return review_passed(review.by) if review else NOTHING


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
    whole: bool = True,
    doubt: str = "",
) -> Markup:
    told, folded = help_of(view, first=view.id == first_node(compiled))
    acts = view.kind == "action"
    sources = _sources(compiled, view, site) if whole else NOTHING
    if acts and whole:
        closes = f"{compiled.id}--afsluiting" if compiled.tree.closing and not live else ""
        body = action_body(view, live=live, walked=walked, sources=sources, closes=closes)
    elif acts:
        body = lines(warning(view), _elsewhere(compiled, view), onward_link(view, say("node.continue"), live=False))
    else:
        body = asking(compiled.id, view, chosen_keys(former), live=live)
    return stacked(
        "section",
        {
            "class": f"ww-step ww-{view.kind}",
            "id": f"{compiled.id}-{view.id}",
            "data-node": view.id
            if live
            else None,  # of the static version, the script takes both from what stands before
            "data-node-kind": view.kind if live else None,
            "data-final": "true" if view.final else None,
            "data-policy": view.policy or None,
            "data-quiet": view.quiet,
        },
        *anchors,
        chips(view) if acts else NOTHING,
        _heading(view, live=live),
        *(element("p", {"class": "ww-help"}, inline(text)) for text in told if not acts),
        element("p", {"class": "ww-policy"}, say("node.policy"))
        if view.policy and (live or not view.quiet)
        else NOTHING,
        body,
        doubt_button(view) if live else NOTHING,
        element("p", {"class": "ww-note ww-anyway"}, inline(doubt)) if doubt else NOTHING,
        fold_help(folded),
        NOTHING if acts else followed(view),
        NOTHING if acts else sources,
    )


def _elsewhere(compiled: Compiled, view: NodeView) -> Markup:
    """The way to the whole of an action. A script puts that here (still.js)."""
    place = f"{SITE_ROOT}{text_page(compiled.id)}#{compiled.id}-{view.id}"
    return element("p", {"class": "ww-rest"}, element("a", {"href": place}, say("node.whole")))


def _rest(compiled: Compiled) -> Markup:
    """The way to the whole text. Links of before to what stands at its foot lead here too."""
    former = (element("span", {"id": f"{compiled.id}--{name}"}) for name in ("afsluiting", "bronnen"))
    rest = element("a", {"href": SITE_ROOT + text_page(compiled.id)}, say("tree.text"))
    return element("p", {"class": "ww-closing"}, *former, say("node.closing_apart"), " ", rest, ".")


def _heading(view: NodeView, *, live: bool) -> Markup:
    """What a node is called, with its number. Of the static version the script makes it one that takes the focus."""
    long = len(plain(view.title)) > LONG_TITLE
    if not live:
        return element("h3", {"class": "ww-long" if long else None}, element("b", view.number), " ", inline(view.title))
    told: Attributes = {"class": "ww-heading ww-long" if long else "ww-heading", "tabindex": "-1"}
    return element("h3", told, number_node(view.number), " ", inline(view.title))


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
        "node.improve": site.improve(compiled.file, view.line, compiled.where(view.id)),
        "node.report": site.report(compiled.tree.title, view.number, plain(view.title), compiled.version),
    }
    acts = view.kind == "action"  # it has one fold, in which these stand
    return element(
        "div" if acts else "details",
        {"class": "ww-sources", "data-search-exclude": True},
        element("h4" if acts else "summary", say("node.sources")),
        credit_list(view.about("sources")),
        [
            element("p", {"class": "ww-note"}, state, ".", late(day))
            for state, day in states_at_sources(view.about("contacts"))
        ],
        element(
            "p",
            {"class": "ww-file"},
            say("node.file", file=compiled.file, line=view.line),
            [(" ", element("a", {"href": url, "rel": "noreferrer"}, say(key))) for key, url in links.items() if url],
        ),
    )
