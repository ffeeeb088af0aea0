"""A tree and its steps as HTML. All text is escaped; the only markup in a text is a checked link.

The static version stands in the page: complete without JavaScript, and what the small script shows until Python
leads. `live_html` draws the one step where a walker stands, with the same building blocks.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from wegwijzer import fragment
from wegwijzer.compiled import Compiled
from wegwijzer.inline import plain
from wegwijzer.locale import say
from wegwijzer.render.html_action import action_body, line_list
from wegwijzer.render.markup import arrow_mark, inline, number_node, onward_link, words
from wegwijzer.render.parts import answer_words, first_number, first_step
from wegwijzer.stepview import Choice, StepView
from wegwijzer.view import closing_lines, live_view, static_view, step_ids
from wegwijzer.walk import Walker

INPUT_TYPES = {
    "number": ("text", ' inputmode="decimal"'),
    "url": ("url", ""),
    "email": ("email", ""),
    "date": ("date", ""),
    "text": ("text", ""),
}


def tree_html(compiled: Compiled, *, data_url: str = "") -> str:
    """The whole element of a wizard with its static version; `data_url` is where the compiled tree can be fetched."""
    node = first_step(compiled)
    view = static_view(compiled, node)
    source = f' data-src="{escape(data_url)}"' if data_url else ""
    return "\n".join(
        [
            (
                f'<wegwijzer-wizard tree="{compiled.id}" data-version="{compiled.version}" data-start="{node}" data-node="{node}"'
                f' data-kind="{view.kind}" data-engine="static" data-failed="{words("tree.failed")}"{source}>'
            ),
            f'<p class="ww-danger">{words("tree.danger")} <a href="tel:112">{words("tree.call")}</a></p>',
            f'<p class="ww-disclaimer">{words("tree.disclaimer")} <span class="ww-editorial">{words("step.editorial")}</span></p>',
            '<p class="ww-live" role="status" aria-live="polite"></p>',
            '<p class="ww-notice" role="status" hidden></p>',
            f'<p hidden data-load><button type="button" class="ww-plain-button">{words("tree.load")}</button></p>',
            '<div class="ww-steps">',
            f'<p class="ww-how">{words("tree.how", number=first_number(compiled))}</p>',
            *(_section(compiled, static_view(compiled, name)) for name in step_ids(compiled)),
            _closing(compiled),
            "</div>",
            f'<p class="ww-version">{words("tree.version", version=compiled.version)}</p>',
            "</wegwijzer-wizard>",
            "",
        ]
    )


def live_html(walker: Walker) -> str:
    """The step where a walker stands, with the answers that led there."""
    view = live_view(walker)
    return "\n".join([_section(walker.compiled, view, live=True), _path(walker)])


def _section(compiled: Compiled, view: StepView, *, live: bool = False) -> str:
    final = ' data-final="true"' if view.final else ""
    body = action_body(view, live=live) if view.kind == "action" else _asking(view)
    return "\n".join(
        filter(
            None,
            [
                (
                    f'<section class="ww-step ww-{view.kind}" id="{compiled.id}-{view.id}" data-step="{view.id}"'
                    f' data-step-kind="{view.kind}"{final} data-source="{escape(compiled.file)}:{view.line}">'
                ),
                f'<h3 class="ww-heading" tabindex="-1">{number_node(view.number)} {inline(view.title)}</h3>',
                f'<p class="ww-urgency ww-urgency-{view.urgency}">{words("urgency." + view.urgency)}</p>'
                if view.urgency
                else "",
                f'<p class="ww-help">{inline(view.help)}</p>' if view.help else "",
                f'<p class="ww-policy">{words("step.policy")}</p>' if view.policy else "",
                body,
                _defaults(view),
                _sources(compiled, view),
                "</section>",
            ],
        )
    )


# -- questions and forks -----------------------------------------------------------------------------------


def _asking(view: StepView) -> str:
    if view.fill:
        return _fill(view)
    if view.many:
        return _many(view)
    items = "\n".join(f"<li>{_single(choice)}{_choice_notes(choice)}</li>" for choice in view.choices)
    return f'<ol class="ww-answers">\n{items}\n</ol>'


def _single(choice: Choice) -> str:
    if choice.arrow is None:
        return f'<span class="ww-answer">{inline(choice.text)}</span>'
    return (
        f'<a class="ww-answer" data-answer="{choice.id}" data-to="{choice.arrow.id}" href="#{escape(choice.arrow.fragment)}">'
        f'<span class="ww-answer-text">{escape(plain(choice.text))}</span> {arrow_mark(choice.arrow)}</a>'
    )


def _choice_notes(choice: Choice) -> str:
    notes = []
    if choice.default:
        notes.append(f'<span class="ww-default">{words("step.default")}</span>')
    if choice.help:
        notes.append(inline(choice.help))
    if choice.argument:
        notes.append(inline(say("step.argument", argument=choice.argument)))
    return f'<p class="ww-note">{" ".join(notes)}</p>' if notes else ""


def _many(view: StepView) -> str:
    name = f"ww-{view.id}"
    items = "\n".join(
        f'<li><label class="ww-option"><input type="checkbox" name="{name}" data-answer="{choice.id}"'
        + (' data-exclusive="true"' if choice.exclusive else "")
        + f'> <span class="ww-answer-text">{escape(plain(choice.text))}</span></label>{_choice_notes(choice)}</li>'
        for choice in view.choices
    )
    return (
        f'<fieldset class="ww-many"><legend>{words("step.choose_many")}</legend>\n'
        f'<ul class="ww-answers">\n{items}\n</ul></fieldset>\n{_error(view)}{onward_link(view, say("step.next"))}'
    )


def _fill(view: StepView) -> str:
    fill = view.fill
    kind, extra = INPUT_TYPES[fill.kind]
    unit = f' <span class="ww-unit">{escape(fill.unit)}</span>' if fill.unit else ""
    note = f' <span class="ww-note">{words("step.optional")}</span>' if fill.optional else ""
    return (
        f'<p class="ww-fill"><label>{words("step.fill_label")}{note} <input type="{kind}" data-fill="{view.id}"'
        f' maxlength="{fill.max}" autocomplete="off"{extra}></label>{unit}</p>\n{_error(view)}{onward_link(view, say("step.next"))}'
    )


def _error(view: StepView) -> str:
    """Where a wrong answer is told; until Python leads, the page itself can only tell that something is missing."""
    missing = words("walk.fill_empty") if view.fill else words("walk.choose_min", count=view.least)
    return f'<p class="ww-error" role="alert" hidden data-least="{view.least}" data-missing="{missing}"></p>\n'


# -- around ------------------------------------------------------------------------------------------------


def _path(walker: Walker) -> str:
    """The answers so far, each with a way back to its step, and ways to start again or to share."""
    items = []
    before = [f"@{walker.start}"] if walker.start else []
    for index, (step, answer) in enumerate(walker.path):
        question, given = answer_words(walker.compiled, step, answer)
        spoken = f"{number_node(walker.compiled.numbers[step])} {escape(question)} <strong>{escape(given)}</strong>"
        if index in walker.decided:
            items.append(
                f'<li>{spoken} <span class="ww-note">({words("step.decided")})</span>{_keep(walker, step, None)}</li>'
            )
            continue
        items.append(
            f'<li>{spoken} <a data-back href="#{escape(fragment.write_earlier(walker, step, before))}">{words("step.change")}'
            f'<span class="ww-hidden">: {escape(question)}</span></a>{_keep(walker, step, answer)}</li>'
        )
        before.append(fragment.entry(walker, step, answer))
    share = f'<a data-share href="#{escape(fragment.write(walker))}">{words("step.share")}</a>'
    if not items:
        return f'<p class="ww-tools">{share}</p>'
    return (
        f'<details class="ww-path"><summary>{words("step.path")} ({len(items)})</summary>\n<ol>\n'
        + "\n".join(items)
        + f'\n</ol></details>\n<p class="ww-tools"><a data-restart href="#{escape(fragment.write(Walker(walker.compiled, walker.given)))}">'
        f"{words('step.restart')}</a> {share}</p>"
    )


def _keep(walker: Walker, step: str, answer: Any) -> str:
    """A button that keeps a local choice as the municipality's policy, or (without an answer) forgets it."""
    question = walker.compiled.tree.questions.get(step)
    if question is None or not question.policy:
        return ""
    value = "" if answer is None else f' data-value="{escape(json.dumps(answer))}"'
    label = words("step.forget" if answer is None else "step.remember")
    return f' <button type="button" class="ww-plain-button" data-remember="{escape(question.policy)}"{value}>{label}</button>'


def _closing(compiled: Compiled) -> str:
    lines = closing_lines(compiled)
    if not lines:
        return ""
    return (
        f'<section class="ww-step ww-closing" id="{compiled.id}--afsluiting"><h3>{words("step.closing")}</h3>\n'
        f"{line_list(lines)}\n</section>"
    )


def _defaults(view: StepView) -> str:
    if not view.defaults:
        return ""
    return f'<p class="ww-defaults">{words("step.defaults", names=", ".join(view.defaults))}</p>'


def _sources(compiled: Compiled, view: StepView) -> str:
    place = words("step.file", file=compiled.file, line=view.line)
    items = "".join(
        f"<li>{escape(credit.title)}"
        + (f": {escape('; '.join(credit.places))}" if credit.places else "")
        + (f' <span class="ww-editorial">{words("step.editorial")}</span>' if credit.editorial else "")
        + "</li>"
        for credit in view.sources
    )
    listing = f"<ul>{items}</ul>" if items else ""
    return (
        f'<details class="ww-sources"><summary>{words("step.sources")}</summary>{listing}'
        f'<p class="ww-file">{place}</p></details>'
    )
