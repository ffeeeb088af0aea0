"""One sheet for the front desk: danger first, the first questions, and who can help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportlab.lib.pagesizes import A4

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.letters import BOLD
from wegwijzer.draw.qr import step_url
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.text import plain
from wegwijzer.paper.sheet import MARGIN, SMALLEST, Text, draw_foot, draw_head, draw_texts, new_canvas, texts_height
from wegwijzer.render.contact import ways_to
from wegwijzer.view.nodes import static_view
from wegwijzer.view.phrases import danger

TREE = "reactie"
QUESTIONS = 4
GAP = 20


def write_desk(compiled: Compiled, library: Library, file: BinaryIO) -> None:
    """One A4. Type shrinks to what fits, never below 9 points; contacts that do not fit are left out, with a word."""
    version = say("tree.version", version=compiled.version)
    canvas = new_canvas(file, say("paper.desk"), version)
    width, _ = A4
    canvas.setPageSize(A4)
    top = draw_head(canvas, A4, say("paper.desk"), compiled.tree.title, step_url(compiled.id))
    call = [Text(danger(), BOLD, gap=0, size=20 / 11)]
    top = draw_texts(canvas, call, (MARGIN, top), width - 2 * MARGIN, 11) - 6
    column = (width - 2 * MARGIN - GAP) / 2
    left = [Text(say("paper.first"), BOLD, gap=0, size=1.2), *_questions(compiled), *_own()]
    right = [Text(say("node.contacts"), BOLD, gap=0, size=1.2)]
    room = top - MARGIN - 20
    size = next((s for s in (11, 10, SMALLEST) if texts_height(left, column, s) <= room), SMALLEST)
    draw_texts(canvas, left, (MARGIN, top), column, size)
    for contact in library.contacts.values():
        texts = list(_contact(contact))
        if texts_height([*right, *texts], column, SMALLEST) <= room:
            right += texts
    draw_texts(canvas, right, (MARGIN + column + GAP, top), column, SMALLEST)
    draw_foot(canvas, width, f"Wegwijzer · {version} · {say('tree.disclaimer')} ({say('node.editorial')})")
    canvas.showPage()
    canvas.save()


def _questions(compiled: Compiled) -> Iterable[Text]:
    """The first questions, and the numbers to which their answers lead."""
    for name in list(compiled.tree.questions)[:QUESTIONS]:
        view = static_view(compiled, name)
        yield Text(f"{view.number}. {plain(view.title)}", BOLD, gap=0.8)
        for answer in view.answers:
            yield Text(plain(answer.text), goal=answer.arrow.number if answer.arrow else "", indent=8, gap=0.1)


def _own() -> Iterable[Text]:
    """Lines to fill in by hand."""
    yield Text(say("paper.own"), BOLD, gap=1.2, size=1.1)
    for key in ("paper.own_editor", "paper.own_leader", "paper.own_trust"):
        yield Text(f"{say(key)}: ……………………………………", gap=0.8)


def _contact(contact: Contact) -> Iterable[Text]:
    yield Text(contact.name, BOLD, gap=0.7)
    yield Text(plain(contact.for_), gap=0.1)
    found = ways_to(contact)
    if found.ways:
        yield Text(found.text, gap=0.1)
