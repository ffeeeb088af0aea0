"""The buttons of what a reader can take along from an action: what stands in sight, and what stands in the fold."""

from __future__ import annotations

from wegwijzer.formats import DOCUMENTS, Format, formats
from wegwijzer.locale import say
from wegwijzer.render.element import NOTHING, Attributes, Markup, element, lines
from wegwijzer.render.markup import copy_words, icon, plain_button
from wegwijzer.view.records import NodeView


def take_first(view: NodeView, *, live: bool) -> Markup:
    """The two buttons in sight: of a text that a reader made, the text and the sheet beside it; of any other result,
    to print it, and a reminder where something has a term.
    """
    if not live:
        return NOTHING
    if _has_text(view):
        buttons = [
            _button(form, text=True, filled=index == 0)
            for index, form in enumerate(form for form in offered(view) if form.first)
        ]
    else:
        buttons = [print_button()] if view.final else []
        buttons += [_button(form) for form in offered(view) if form.offered == "term"]
    return _group(buttons) if buttons else NOTHING


def take_aside(view: NodeView) -> Markup:
    """The other ways to take it along, for the fold. Made in the browser when asked; of an extension, more is loaded for it."""
    text = _has_text(view)
    forms = [form for form in offered(view) if not (form.first if text else form.offered == "term")]
    if not forms:
        return NOTHING
    return lines(element("h4", say("take.heading")), _group([_button(form, text=text) for form in forms]))


def print_button() -> Markup:
    """A button that prints the step at hand, as the browser's own does."""
    return plain_button((icon("printer"), " ", say("take.print")), {"data-print": True})


def _has_text(view: NodeView) -> bool:
    return view.final and bool(view.about("document"))


def _group(buttons: list[Markup]) -> Markup:
    told: Attributes = {
        "class": "ww-take",
        "data-done": say("take.done"),
        **copy_words(),
        "data-failed": say("take.failed"),
    }
    return element("div", told, lines(*buttons))


def _button(form: Format, *, text: bool = False, filled: bool = False) -> Markup:
    own_text = text and form.of == "text" and form.home == DOCUMENTS
    word = say(f"take.text.{form.id}") if own_text else say(f"take.{form.id}")
    more: Attributes = {"data-take": form.id, "data-more": form.home != DOCUMENTS}
    return plain_button(word, {"class": "ww-plain-button ww-button", **more} if filled else more)


def offered(view: NodeView) -> list[Format]:
    """The formats with a button under a node, in order."""
    here = {
        "final": view.final,
        "document": _has_text(view),
        "term": any(task.due for task in view.about("tasks")),
    }
    return [form for form in formats() if form.offered and here[form.offered]]
