"""What pages can ask for of who publishes the site as its own: whom to turn to there."""

from __future__ import annotations

from wegwijzer.locale import say
from wegwijzer.model.local import Address, Service
from wegwijzer.model.registers import OWN
from wegwijzer.pages.project import ours
from wegwijzer.render.contact import ways_of
from wegwijzer.render.element import NOTHING, Markup, element, join, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, paragraph


def own_services(page: PlaceOnSite) -> Markup:
    """Its services and its addresses under a heading with its name; nothing on the site of the project itself."""
    record = ours()
    if record is None or not (record.services or record.addresses):
        return NOTHING
    return block(
        element("h2", {"id": "own-services"}, record.name),
        *(_service(page, each) for each in record.services.values()),
        *(_address(page, each) for each in record.addresses.values()),
    )


def _service(page: PlaceOnSite, service: Service) -> Markup:
    ways = ways_of(phone=service.phone, email=service.email, url=service.url, date=OWN)
    return _entry(service.name, paragraph(page.text(service.for_)), paragraph(ways.html) if ways.ways else NOTHING)


def _address(page: PlaceOnSite, address: Address) -> Markup:
    hours = paragraph(page.text(say("local.hours", hours=address.hours))) if address.hours else NOTHING
    return _entry(address.name, paragraph(address.street, ", ", address.place, "."), hours)


def _entry(name: str, *body: Markup) -> Markup:
    return element("section", {"class": "ww-entry"}, lines(element("h3", name), join("", body)))


BLOCKS = {"own_services": own_services}
