"""An accessibility statement with the parts that the model of the European Union has, in its order.

The model is the annex to Commission Implementing Decision (EU) 2018/1523. It asks for a form that programs can read too, and
names none; neither does W3C. So there is a JSON file with the parts of the model under plain names.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.kinds.statement import CONTACT, HEADINGS, Statement
from wegwijzer.locale import date, language, say
from wegwijzer.render.addresses import ASSETS
from wegwijzer.render.contact import dialled
from wegwijzer.render.element import NOTHING, Child, Markup, element, join, lines, stacked
from wegwijzer.render.until import until

MODEL = "http://data.europa.eu/eli/dec_impl/2018/1523/oj"
"""The address of the decision, as the European Union gives it."""
DATA = "accessibility.json"
"""Where the statement for programs stands, from the root of the site."""


def statement_html(found: Statement, root: str, address: str = "") -> Markup:
    """The statement for readers. `root` leads to the root of the site, which stands at `address` if it is known.

    When nobody publishes it, or not yet with all that it needs, it says so, claims nothing, and lists what is known, with who
    hears of barriers.
    """
    if not found.complete:
        said = say("statement.not_yet", publisher=found.publisher) if found.publisher else say("statement.unpublished")
        told = element("p", {"class": "ww-statement-none"}, said)
        heard = _feedback(found) if found.publisher and any(getattr(found, way) for way in CONTACT) else ()
        return stacked("div", {"class": "ww-statement"}, told, _barriers(found, say("statement.known")), *heard)
    parts = (
        *_about(found, address),
        *_status(found),
        _barriers(found, say("statement.barriers")),
        *_preparation(found, root),
        *_feedback(found),
        *_enforcement(found),
        _paragraph(element("a", {"href": root + DATA, "type": "application/json"}, say("statement.data"))),
    )
    return stacked("div", {"class": "ww-statement"}, *parts)


def _about(found: Statement, address: str) -> Iterator[Markup]:
    yield _heading(say("statement.title"))
    name = say("site.name")
    yield _paragraph(say("statement.aim", publisher=found.publisher, site=name, law=found.law))
    place = element("a", {"href": address}, address) if address else name
    yield _paragraph(say("statement.for"), " ", place, ".")


def _status(found: Statement) -> Iterator[Markup]:
    yield _heading(say("statement.status"))
    standard = found.standard or say("statement.standard")
    yield _paragraph(element("strong", say(f"statement.{found.status}", standard=standard)))
    yield _paragraph(say("statement.confirmed", publisher=found.publisher, date=date(found.confirmed)))


def _barriers(found: Statement, heading: str) -> Markup:
    """What is not accessible, under those of the three headings that hold something."""
    parts: list[Markup] = []
    for reason in HEADINGS:
        listed = [barrier for barrier in found.barriers if barrier.heading == reason]
        if listed:
            items = (element("li", one.what, _instead(one.alternative)) for one in listed)
            parts += [element("h3", say(f"statement.{reason}")), stacked("ul", *items)]
    return lines(_heading(heading), *parts) if parts else NOTHING


def _instead(alternative: str) -> Child:
    return (" ", say("statement.instead"), " ", alternative) if alternative else None


def _preparation(found: Statement, root: str) -> Iterator[Markup]:
    yield _heading(say("statement.preparation"))
    yield _paragraph(say("statement.prepared", date=date(found.prepared)), " ", say(f"statement.{found.method}"))
    if found.reviewed:
        yield _paragraph(say("statement.reviewed", date=date(found.reviewed)))
    yield until(found.again, _paragraph(say("statement.old")))
    yield element("script", {"type": "module", "src": f"{root}{ASSETS}until.js"})


def _feedback(found: Statement) -> Iterator[Markup]:
    yield _heading(say("statement.feedback"))
    yield _paragraph(say("statement.tell", publisher=found.publisher))
    ways = (
        found.mail and element("a", {"href": f"mailto:{found.mail}"}, found.mail),
        found.phone and element("a", {"href": f"tel:{dialled(found.phone)}"}, found.phone),
        found.form and element("a", {"href": found.form}, say("statement.form")),
    )
    yield stacked("ul", *(element("li", way) for way in ways if way))


def _enforcement(found: Statement) -> Iterator[Markup]:
    yield _heading(say("statement.enforcement"))
    link = found.enforcement_link
    body = element("a", {"href": link}, found.enforcement) if link else found.enforcement
    yield _paragraph(say("statement.complain"), " ", body, ".")


def _heading(text: str) -> Markup:
    return element("h2", text)


def _paragraph(*inside: Child) -> Markup:
    return element("p", join("", inside))


def statement_record(found: Statement, name: str, address: str) -> dict[str, object]:
    """The statement for programs: the keys of `[accessibility]`, with what it is about. What nobody said is left out."""
    own = {key: value for key, value in vars(found).items() if value and key != "barriers"}
    listed = [{key: value for key, value in vars(barrier).items() if value} for barrier in found.barriers]
    about = {"name": name, **({"address": address} if address else {})}
    standard = {"standard": found.standard or say("statement.standard")}
    return {"model": MODEL, "language": language(), "site": about, **own, **standard, "exceptions": listed}
