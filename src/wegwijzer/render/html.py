"""A tree and its steps as HTML. All text is escaped; the only markup in a text is a checked link.

The static version stands in the page: complete without JavaScript, and what the small script shows until Python
leads. `live_html` draws the one step where a walker stands, with the same building blocks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from wegwijzer import fragment
from wegwijzer.compiled import Compiled
from wegwijzer.inline import spans
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.render.parts import answer_words, first_number, first_step
from wegwijzer.view import Arrow, Choice, Line, Reference, StepView, closing_lines, live_view, static_view, step_ids
from wegwijzer.walk import Walker

INPUT_TYPES = {"number": ("text", ' inputmode="decimal"'), "url": ("url", ""), "email": ("email", ""),
               "date": ("date", ""), "text": ("text", "")}


def tree_html(compiled: Compiled, *, data_url: str = "") -> str:
    """The whole element of a wizard with its static version; `data_url` is where the compiled tree can be fetched."""
    node = first_step(compiled)
    view = static_view(compiled, node)
    source = f' data-src="{escape(data_url)}"' if data_url else ""
    return "\n".join([
        f'<wegwijzer-wizard tree="{compiled.id}" data-version="{compiled.version}" data-start="{node}" data-node="{node}"'
        f' data-kind="{view.kind}" data-engine="static" data-failed="{_say("tree.failed")}"{source}>',
        f'<p class="ww-danger">{_say("tree.danger")} <a href="tel:112">{_say("tree.call")}</a></p>',
        f'<p class="ww-disclaimer">{_say("tree.disclaimer")} <span class="ww-editorial">{_say("step.editorial")}</span></p>',
        '<p class="ww-live" role="status" aria-live="polite"></p>',
        '<p class="ww-notice" role="status" hidden></p>',
        f'<p hidden data-load><button type="button" class="ww-plain-button">{_say("tree.load")}</button></p>',
        '<div class="ww-steps">',
        f'<p class="ww-how">{_say("tree.how", number=first_number(compiled))}</p>',
        *(_section(compiled, static_view(compiled, name)) for name in step_ids(compiled)),
        _closing(compiled),
        "</div>",
        f'<p class="ww-version">{_say("tree.version", version=compiled.version)}</p>',
        "</wegwijzer-wizard>",
        "",
    ])


def live_html(walker: Walker) -> str:
    """The step where a walker stands, with the answers that led there."""
    view = live_view(walker)
    return "\n".join([_section(walker.compiled, view, live=True), _path(walker)])


def _section(compiled: Compiled, view: StepView, *, live: bool = False) -> str:
    final = ' data-final="true"' if view.final else ""
    body = _action(view, live=live) if view.kind == "action" else _asking(view)
    return "\n".join(filter(None, [
        f'<section class="ww-step ww-{view.kind}" id="{compiled.id}-{view.id}" data-step="{view.id}"'
        f' data-step-kind="{view.kind}"{final} data-source="{escape(compiled.file)}:{view.line}">',
        f'<h3 class="ww-heading" tabindex="-1">{_number(view.number)} {_inline(view.title)}</h3>',
        f'<p class="ww-urgency ww-urgency-{view.urgency}">{_say("urgency." + view.urgency)}</p>' if view.urgency else "",
        f'<p class="ww-help">{_inline(view.help)}</p>' if view.help else "",
        f'<p class="ww-policy">{_say("step.policy")}</p>' if view.policy else "",
        body,
        _defaults(view),
        _sources(compiled, view),
        "</section>",
    ]))


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
        return f'<span class="ww-answer">{_inline(choice.text)}</span>'
    return (
        f'<a class="ww-answer" data-answer="{choice.id}" data-to="{choice.arrow.id}" href="#{escape(choice.arrow.fragment)}">'
        f'<span class="ww-answer-text">{escape(choice.text)}</span> {_arrow(choice.arrow)}</a>'
    )


def _choice_notes(choice: Choice) -> str:
    notes = []
    if choice.default:
        notes.append(f'<span class="ww-default">{_say("step.default")}</span>')
    if choice.help:
        notes.append(_inline(choice.help))
    if choice.argument:
        notes.append(_inline(say("step.argument", argument=choice.argument)))
    return f'<p class="ww-note">{" ".join(notes)}</p>' if notes else ""


def _many(view: StepView) -> str:
    name = f"ww-{view.id}"
    items = "\n".join(
        f'<li><label class="ww-option"><input type="checkbox" name="{name}" data-answer="{choice.id}"'
        + (' data-exclusive="true"' if choice.exclusive else "")
        + f'> <span class="ww-answer-text">{escape(choice.text)}</span></label>{_choice_notes(choice)}</li>'
        for choice in view.choices
    )
    return (
        f'<fieldset class="ww-many"><legend>{_say("step.choose_many")}</legend>\n'
        f'<ul class="ww-answers">\n{items}\n</ul></fieldset>\n{_error()}{_onward(view, say("step.next"))}'
    )


def _fill(view: StepView) -> str:
    fill = view.fill
    kind, extra = INPUT_TYPES[fill.kind]
    unit = f' <span class="ww-unit">{escape(fill.unit)}</span>' if fill.unit else ""
    note = f' <span class="ww-note">{_say("step.optional")}</span>' if fill.optional else ""
    return (
        f'<p class="ww-fill"><label>{_say("step.fill_label")}{note} <input type="{kind}" data-fill="{view.id}"'
        f' maxlength="{fill.max}" autocomplete="off"{extra}></label>{unit}</p>\n{_error()}{_onward(view, say("step.next"))}'
    )


def _error() -> str:
    return '<p class="ww-error" role="alert" hidden></p>\n'


def _onward(view: StepView, label: str) -> str:
    if view.onward is None:
        return ""
    return (
        f'<p class="ww-onward"><a class="ww-button" data-continue="{view.id}" data-to="{view.onward.id}"'
        f' href="#{escape(view.onward.fragment)}">{escape(label)} {_arrow(view.onward)}</a></p>'
    )


# -- actions -----------------------------------------------------------------------------------------------


def _action(view: StepView, *, live: bool) -> str:
    parts = [] if view.final else [f'<p class="ww-interim">{_say("step.interim")}</p>']
    if view.lines:
        parts.append('<ol class="ww-todo">\n' + "\n".join(f"<li>{_line(line)}</li>" for line in view.lines) + "\n</ol>")
    if view.document:
        parts.append(f'<div class="ww-document"><h4>{_say("step.document")}</h4>\n{_document(view.document)}\n</div>')
    if view.reply:
        paragraphs = "".join(f"<p>{_inline(text)}</p>" for text in view.reply.split("\n") if text.strip())
        parts.append(f'<figure class="ww-reply"><figcaption>{_say("step.reply")}</figcaption>\n'
                     f"<blockquote>{paragraphs}</blockquote>{_copy() if live else ''}</figure>")
    if view.contacts:
        parts.append(f'<h4>{_say("step.contacts")}</h4>\n<ul class="ww-contacts">\n'
                     + "\n".join(map(_contact, view.contacts)) + "\n</ul>")
    parts += [f'<p class="ww-onward"><a class="ww-button" data-handover="{ref.tree}" href="{_reference(ref)}">'
              f'{_say("step.handover")} ‘{escape(ref.title)}’</a></p>' for ref in view.handover]
    if view.see:
        links = "\n".join(f'<li><a href="{_reference(ref)}">{escape(ref.title)}</a></li>' for ref in view.see)
        parts.append(f'<h4>{_say("step.see")}</h4>\n<ul class="ww-see">\n{links}\n</ul>')
    if view.final and live and view.closing:
        parts.append(f'<h4>{_say("step.closing")}</h4>\n{_lines(view.closing)}')
    elif view.final and not live:
        parts.append(f'<p class="ww-closing-see">{_say("step.closing_see")}</p>')
    parts.append(_onward(view, say("step.continue")))
    return "\n".join(filter(None, parts))


def _copy() -> str:
    return (f'<button type="button" class="ww-plain-button" data-copy data-copied="{_say("step.copied")}">'
            f'{_say("step.copy")}</button>')


def _line(line: Line) -> str:
    text = f"<em>{escape(line.condition)}:</em> {_inline(line.text)}" if line.condition else _inline(line.text)
    notes = []
    if line.who:
        notes.append(_say("step.who", who=line.who))
    if line.within:
        notes.append(_say("step.within", term=line.within))
    note = f' <span class="ww-note">({", ".join(notes)})</span>' if notes else ""
    tag = (f' <span class="ww-editorial" title="{_say("step.editorial_help")}">{_say("step.editorial")}</span>'
           if line.editorial else "")
    points = "".join(f"<li>{_inline(point)}</li>" for point in line.points)
    return f"{text}{note}{tag}" + (f"<ul>{points}</ul>" if points else "")


def _lines(lines: Iterable[Line]) -> str:
    return '<ul class="ww-lines">\n' + "\n".join(f"<li>{_line(line)}</li>" for line in lines) + "\n</ul>"


def _document(lines: tuple[Line, ...]) -> str:
    parts, items = [], []
    for line in (*lines, None):
        if line and line.style == "item":
            items.append(f"<li>{_line(line)}</li>")
            continue
        if items:
            parts.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if line:
            parts.append(f"<h5>{_line(line)}</h5>" if line.style == "heading" else f"<p>{_line(line)}</p>")
    return "\n".join(parts)


def _contact(contact: Contact) -> str:
    ways = []
    if contact.phone:
        ways.append(f'<a href="tel:{escape(contact.phone.replace(" ", ""))}">{escape(contact.phone)}</a>')
    if contact.email:
        ways.append(f'<a href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact.url:
        ways.append(f'<a href="{escape(contact.url)}" rel="noreferrer">{escape(contact.url)}</a>')
    checked = _say("step.checked", date=contact.checked) if contact.checked else _say("step.unchecked")
    return (f"<li><strong>{escape(contact.name)}</strong>: {_inline(contact.for_)} {' · '.join(ways)}"
            + (f' <span class="ww-note">({checked})</span>' if ways else "") + "</li>")


def _reference(ref: Reference) -> str:
    if ref.path:
        return escape("../.." + ref.path)
    return escape(f"../{ref.tree}/" + (f"#{ref.tree}-{ref.step}" if ref.step else ""))


# -- around ------------------------------------------------------------------------------------------------


def _path(walker: Walker) -> str:
    """The answers so far, each with a way back to its step, and ways to start again or to share."""
    items = []
    back = Walker(walker.compiled, walker.given, walker.start)
    for index, (step, answer) in enumerate(walker.path):
        question, given = answer_words(walker.compiled, step, answer)
        words = f"{_number(walker.compiled.numbers[step])} {escape(question)} <strong>{escape(given)}</strong>"
        if index in walker.decided:
            items.append(f'<li>{words} <span class="ww-note">({_say("step.decided")})</span>'
                         f"{_keep(walker, step, None)}</li>")
            continue
        if back.node != step:
            back.settle()
        items.append(f'<li>{words} <a data-back href="#{escape(fragment.write(back))}">{_say("step.change")}'
                     f'<span class="ww-hidden">: {escape(question)}</span></a>{_keep(walker, step, answer)}</li>')
        back.give(step, answer)
    share = f'<a data-share href="#{escape(fragment.write(walker))}">{_say("step.share")}</a>'
    if not items:
        return f'<p class="ww-tools">{share}</p>'
    return (
        f'<details class="ww-path"><summary>{_say("step.path")} ({len(items)})</summary>\n<ol>\n'
        + "\n".join(items)
        + f'\n</ol></details>\n<p class="ww-tools"><a data-restart href="#{escape(fragment.write(Walker(walker.compiled, walker.given)))}">'
        f'{_say("step.restart")}</a> {share}</p>'
    )


def _keep(walker: Walker, step: str, answer: Any) -> str:
    """A button that keeps a local choice as the municipality's policy, or (without an answer) forgets it."""
    question = walker.compiled.tree.questions.get(step)
    if question is None or not question.policy:
        return ""
    value = "" if answer is None else f' data-value="{escape(json.dumps(answer))}"'
    label = _say("step.forget" if answer is None else "step.remember")
    return f' <button type="button" class="ww-plain-button" data-remember="{escape(question.policy)}"{value}>{label}</button>'


def _closing(compiled: Compiled) -> str:
    lines = closing_lines(compiled)
    if not lines:
        return ""
    return (f'<section class="ww-step ww-closing" id="{compiled.id}--afsluiting"><h3>{_say("step.closing")}</h3>\n'
            f"{_lines(lines)}\n</section>")


def _defaults(view: StepView) -> str:
    if not view.defaults:
        return ""
    return f'<p class="ww-defaults">{_say("step.defaults", names=", ".join(view.defaults))}</p>'


def _sources(compiled: Compiled, view: StepView) -> str:
    place = _say("step.file", file=compiled.file, line=view.line)
    items = "".join(
        f"<li>{escape(credit.title)}"
        + (f": {escape('; '.join(credit.places))}" if credit.places else "")
        + (f' <span class="ww-editorial">{_say("step.editorial")}</span>' if credit.editorial else "")
        + "</li>"
        for credit in view.sources
    )
    listing = f"<ul>{items}</ul>" if items else ""
    return (f'<details class="ww-sources"><summary>{_say("step.sources")}</summary>{listing}'
            f'<p class="ww-file">{place}</p></details>')


def _number(number: str) -> str:
    return f'<span class="ww-number"><span class="ww-hidden">{_say("step.number", number="")}</span>{escape(number)}</span>'


def _arrow(arrow: Arrow) -> str:
    return (f'<span class="ww-arrow"><span class="ww-hidden">, {_say("step.goto", number=arrow.number)}</span>'
            f'<span class="ww-number" aria-hidden="true">{escape(arrow.number)}</span></span>')


def _inline(text: str) -> str:
    return "".join(
        f'<a href="{escape(span.href)}" rel="noreferrer">{escape(span.text)}</a>' if span.href else escape(span.text)
        for span in spans(text)
    )


def _say(key: str, **values: object) -> str:
    return escape(say(key, **values))
