"""A tree and its steps as HTML. All text is escaped; the only markup in a text is a checked link.

The static version stands in the page: complete without JavaScript, and what the small script shows until Python
leads. `live_html` draws the one step where a walker stands, with the same building blocks.
"""

from __future__ import annotations

from html import escape

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.contact import states_at_sources
from wegwijzer.render.html_action import action_body, line_list
from wegwijzer.render.html_walk import around, progress
from wegwijzer.render.markup import arrow_mark, credit_list, inline, number_node, onward_link, span_links, words
from wegwijzer.render.site import Site
from wegwijzer.view.nodes import closing_lines, live_view, node_ids, static_view
from wegwijzer.view.phrases import danger_spans, first_node, first_number
from wegwijzer.view.records import NodeView, ShownAnswer
from wegwijzer.walk.walker import Walker, chosen_keys

NO_SITE = Site()
INPUT_TYPES = {
    "number": ("text", ' inputmode="decimal"'),
    "url": ("url", ""),
    "email": ("email", ""),
    "date": ("date", ""),
    "text": ("text", ""),
}


def tree_html(compiled: Compiled, *, data_url: str = "", site: Site = NO_SITE) -> str:
    """The whole element of a wizard with its static version; `data_url` is where the compiled tree can be fetched."""
    node = first_node(compiled)
    view = static_view(compiled, node)
    source = f' data-src="{escape(data_url)}"' if data_url else ""
    if site.source_url:
        source += f' data-source-url="{escape(site.source_url)}"'
    if site.contact:
        source += f' data-contact="{escape(site.contact)}"'
    return "\n".join(
        [
            (
                f'<wegwijzer-wizard tree="{compiled.id}" data-version="{compiled.version}" data-start="{node}" data-node="{node}"'
                f' data-kind="{view.kind}" data-engine="static" data-failed="{words("tree.failed")}"'
                f' data-unloaded="{words("tree.unloaded")}"{source}>'
            ),
            f'<p class="ww-danger">{span_links(danger_spans())}</p>',
            f'<p class="ww-disclaimer">{words("tree.disclaimer")} <span class="ww-editorial">{words("node.editorial")}</span></p>',
            '<p class="ww-live" role="status" aria-live="polite"></p>',
            '<p class="ww-notice" role="status" hidden></p>',
            f'<p hidden data-load><button type="button" class="ww-plain-button">{words("tree.load")}</button></p>',
            '<div class="ww-steps">',
            f'<p class="ww-how">{words("tree.how", number=first_number(compiled))}</p>',
            *(_section(compiled, static_view(compiled, name), site) for name in node_ids(compiled)),
            _closing(compiled),
            "</div>",
            '<div class="ww-dossier" hidden></div>',
            f'<p class="ww-version">{words("tree.version", version=compiled.version)}</p>',
            "</wegwijzer-wizard>",
            "",
        ]
    )


def live_html(walker: Walker, *, site: Site = NO_SITE, former: object = None) -> str:
    """The step where a walker stands, with the answers that led there. `former`: what was answered here before."""
    view = live_view(walker)
    section = _section(walker.compiled, view, site, live=True, former=former)
    return "\n".join(filter(None, [progress(walker), section, around(walker)]))


def _section(compiled: Compiled, view: NodeView, site: Site, *, live: bool = False, former: object = None) -> str:
    final = ' data-final="true"' if view.final else ""
    body = action_body(view, live=live) if view.kind == "action" else _asking(compiled.id, view, chosen_keys(former))
    return "\n".join(
        filter(
            None,
            [
                (
                    f'<section class="ww-step ww-{view.kind}" id="{compiled.id}-{view.id}" data-node="{view.id}"'
                    f' data-node-kind="{view.kind}"{final} data-source="{escape(compiled.file)}:{view.line}">'
                ),
                f'<h3 class="ww-heading" tabindex="-1">{number_node(view.number)} {inline(view.title)}</h3>',
                f'<p class="ww-urgency ww-urgency-{view.urgency}">{words("urgency." + view.urgency)}</p>'
                if view.urgency
                else "",
                f'<p class="ww-help">{inline(view.help)}</p>' if view.help else "",
                f'<p class="ww-policy">{words("node.policy")}</p>' if view.policy else "",
                body,
                _defaults(view) if view.kind != "action" else "",
                _sources(compiled, view, site),
                "</section>",
            ],
        )
    )


# -- questions and forks -----------------------------------------------------------------------------------


def _asking(tree: str, view: NodeView, former: tuple[str, ...]) -> str:
    if view.fill:
        return _fill(f"{tree}-{view.id}", view, former)
    if view.many:
        return _many(f"{tree}-{view.id}", view, former)
    items = "\n".join(
        f"<li>{_single(answer, former=answer.id in former)}{_answer_notes(answer)}</li>" for answer in view.answers
    )
    return f'<ol class="ww-answers">\n{items}\n</ol>'


def _single(answer: ShownAnswer, *, former: bool) -> str:
    if answer.arrow is None:
        return f'<span class="ww-answer">{inline(answer.text)}</span>'
    note = f' <span class="ww-former">{words("node.former")}</span>' if former else ""
    return (
        f'<a class="ww-answer" data-answer="{answer.id}" data-to="{answer.arrow.id}" href="#{escape(answer.arrow.fragment)}">'
        f'<span class="ww-answer-text">{escape(plain(answer.text))}{note}</span> {arrow_mark(answer.arrow)}</a>'
    )


def _answer_notes(answer: ShownAnswer) -> str:
    notes = []
    if answer.default:
        notes.append(f'<span class="ww-default">{words("node.default")}</span>')
    if answer.help:
        notes.append(inline(answer.help))
    if answer.argument:
        notes.append(inline(say("node.argument", argument=answer.argument)))
    return f'<p class="ww-note">{" ".join(notes)}</p>' if notes else ""


def _many(name: str, view: NodeView, former: tuple[str, ...]) -> str:
    items = "\n".join(
        f'<li><label class="ww-option"><input type="checkbox" name="{name}" data-answer="{answer.id}"'
        + (f' id="{name}--veld"' if index == 0 else "")
        + (' data-exclusive="true"' if answer.exclusive else "")
        + (" checked" if answer.id in former else "")
        + f'> <span class="ww-answer-text">{escape(plain(answer.text))}</span></label>{_answer_notes(answer)}</li>'
        for index, answer in enumerate(view.answers)
    )
    return (
        f'{_problem(name)}<fieldset class="ww-many" aria-describedby="{name}--fout"><legend>{words("node.choose_many")}</legend>\n'
        f'{_error(name, view)}<ul class="ww-answers">\n{items}\n</ul></fieldset>\n{onward_link(view, say("node.next"))}'
    )


def _fill(name: str, view: NodeView, former: tuple[str, ...]) -> str:
    fill = view.fill
    kind, extra = INPUT_TYPES[fill.kind]
    unit = f' <span class="ww-unit">{escape(fill.unit)}</span>' if fill.unit else ""
    note = f' <span class="ww-note">{words("node.optional")}</span>' if fill.optional else ""
    value = f' value="{escape(former[0])}"' if former else ""
    return (
        f'{_problem(name)}<div class="ww-fill"><label for="{name}--veld">{words("node.fill_label")}{note}</label>\n'
        f'{_error(name, view)}<input type="{kind}" id="{name}--veld" aria-describedby="{name}--fout" data-fill="{view.id}"'
        f' maxlength="{fill.max}" autocomplete="off"{extra}{value}>{unit}</div>\n{onward_link(view, say("node.next"))}'
    )


def _problem(name: str) -> str:
    """The summary on top of a step when an answer is missing or wrong: it gets the focus and leads to the field."""
    return (
        f'<div class="ww-problem" role="alert" tabindex="-1" hidden><h4>{words("node.problem")}</h4>'
        f'<p><a data-field href="#{name}--veld"></a></p></div>\n'
    )


def _error(name: str, view: NodeView) -> str:
    """Where a wrong answer is told; until Python leads, the page itself can only tell that something is missing."""
    missing = words("walk.fill_empty") if view.fill else words("walk.choose_min", count=view.least)
    return f'<p class="ww-error" id="{name}--fout" hidden data-least="{view.least}" data-missing="{missing}"></p>\n'


# -- around ------------------------------------------------------------------------------------------------


def _closing(compiled: Compiled) -> str:
    lines = closing_lines(compiled)
    if not lines:
        return ""
    return (
        f'<section class="ww-step ww-closing" id="{compiled.id}--afsluiting"><h3>{words("node.closing")}</h3>\n'
        f"{line_list(lines)}\n</section>"
    )


def _defaults(view: NodeView) -> str:
    if not view.defaults:
        return ""
    return f'<p class="ww-defaults">{words("node.defaults", names=", ".join(view.defaults))}</p>'


def _sources(compiled: Compiled, view: NodeView, site: Site) -> str:
    place = words("node.file", file=compiled.file, line=view.line)
    links = {
        "node.improve": site.improve(compiled.file, view.line),
        "node.report": site.report(compiled.tree.title, view.number, plain(view.title), compiled.version),
    }
    offered = "".join(
        f' <a href="{escape(url)}" rel="noreferrer">{words(key)}</a>' for key, url in links.items() if url
    )
    states = "".join(f'<p class="ww-note">{escape(state)}.</p>' for state in states_at_sources(view.contacts))
    return (
        f'<details class="ww-sources" data-search-exclude><summary>{words("node.sources")}</summary>{credit_list(view.sources)}'
        f'{states}<p class="ww-file">{place}{offered}</p></details>'
    )
