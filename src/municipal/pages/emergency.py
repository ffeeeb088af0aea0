"""The emergency card on a page: four verbs in a row."""

from __future__ import annotations

from municipal.records import EmergencyCall, EmergencyFile
from wegwijzer.locale import say
from wegwijzer.render.contact import ways_of
from wegwijzer.render.element import Child, Markup, element
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph


def card(page: PlaceOnSite) -> Markup:
    """The card. Raises KeyError when there is none in data/emergency.yml."""
    data = page.library.file(EmergencyFile)
    if data is None:
        raise KeyError("emergency")
    steps = [
        element(
            "li",
            {"id": name},
            element("strong", step.verb),
            paragraph(page.text(step.text)),
            bullets(_call(page, call) for call in step.calls) if step.calls else None,
            element("p", {"class": "ww-never"}, page.text(step.never)) if step.never else None,
        )
        for name, step in data.steps.items()
    ]
    printed = paragraph(page.link("assets/paper/noodkaart.pdf", say("pack.emergency")))
    return block(element("ol", {"class": "ww-emergency"}, steps), printed, page.sources(data))


def _call(page: PlaceOnSite, call: EmergencyCall) -> Child:
    """For what, and the number as a link."""
    contact = page.library.contacts[call.contact]
    return (call.for_, ": ", ways_of(phone=contact.phone, date=contact.checked).html)
