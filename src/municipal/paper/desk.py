"""One sheet for the front desk: danger first, the first questions, and who can help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.qr import step_url
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.model.registers import OWN
from wegwijzer.model.text import plain
from wegwijzer.pages.project import ours
from wegwijzer.paper.typeset import breakable, typeset, unit
from wegwijzer.render.contact import Ways, ways_of, ways_to
from wegwijzer.view.nodes import static_view
from wegwijzer.view.phrases import danger

TREE = "reactie"
QUESTIONS = 4


def desk(compiled: Compiled, library: Library) -> bytes:
    """One A4, as PDF. Type shrinks to what fits, never below 9 points; contacts that do not fit are left out."""
    version = say("tree.version", version=compiled.version)
    url = step_url(compiled.id)
    content = {
        "under": compiled.tree.title,
        "url": url,
        "danger": danger(),
        "questions": [_question(compiled, name) for name in list(compiled.tree.questions)[:QUESTIONS]],
        "own": [f"{say(key)}:" for key in ("paper.own_editor", "paper.own_leader", "paper.own_trust")],
        "contacts": [*_services(), *(_contact(contact) for contact in library.contacts.values())],
        "foot": f"{say('site.name')} · {version} · {say('tree.disclaimer')} ({say('node.editorial')})",
        "words": {"first": say("paper.first"), "own": say("paper.own"), "contacts": say("node.contacts")},
    }
    return typeset([("municipal", "desk")], say("paper.desk"), content, [url], version=version)


def _question(compiled: Compiled, name: str) -> dict[str, Any]:
    """A question, and the numbers to which its answers lead."""
    view = static_view(compiled, name)
    answers = [
        unit("answer", plain(answer.text), goal=answer.arrow.number if answer.arrow else "") for answer in view.answers
    ]
    return {"number": view.number, "text": breakable(plain(view.title)), "answers": answers}


def _services() -> Iterator[dict[str, str]]:
    """The services of who publishes the site as its own, which go first at its desk."""
    record = ours()
    for each in record.services.values() if record else ():
        yield _told(each.name, each.for_, ways_of(phone=each.phone, email=each.email, url=each.url, date=OWN))


def _contact(contact: Contact) -> dict[str, str]:
    return _told(contact.name, contact.for_, ways_to(contact))


def _told(name: str, what_for: str, found: Ways) -> dict[str, str]:
    told = {"name": name, "for": plain(what_for), "ways": found.text if found.ways else ""}
    return {key: breakable(text) for key, text in told.items()}
