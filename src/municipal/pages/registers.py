"""Lists that a reader looks things up in: terms, organisations, publications, contacts, values, differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any
from unicodedata import normalize

from municipal.records import Contradiction, Frame, Organisation, Publication, Term
from wegwijzer.locale import say
from wegwijzer.render.contact import Ways, ways_of, ways_to
from wegwijzer.render.element import NOTHING, Markup, element, join, lines
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets, paragraph
from wegwijzer.render.until import late


def blocks() -> dict[str, Callable[[PlaceOnSite], Markup]]:
    """The registers that a page can ask for, by name."""
    return {
        "bronnen": sources,
        "begrippen": glossary,
        "organisaties": organisations,
        "publicaties": publications,
        "contacten": contacts,
        "waarden": values,
        "verschillen": contradictions,
    }


def sources(page: PlaceOnSite) -> Markup:
    """The documents behind the site, with what a reader must know of each."""
    return block(
        *(
            _entry(
                name,
                source.title,
                paragraph(", ".join(filter(None, (source.publisher, source.year))), "."),
                paragraph(say("guide.ground"), ": ", say(f"ground.{source.kind}"), "."),
                _ways(ways_of(url=source.url, date=source.checked)),
                _note(page, source.note),
            )
            for name, source in page.library.sources.items()
        )
    )


def glossary(page: PlaceOnSite) -> Markup:
    """Every term in alphabetical order."""
    return block(*_lettered(page.library.of(Term), lambda term: term.term, lambda name, term: _term(page, name, term)))


def _lettered(
    records: Mapping[str, Any], title: Callable[[Any], str], entry: Callable[[str, Any], Markup]
) -> Iterator[Markup]:
    """Entries in alphabetical order, with a heading for every letter."""

    def sorting(item: tuple[str, Any]) -> str:
        return "".join(filter(str.isalnum, normalize("NFD", title(item[1]).lower())))

    for letter, group in groupby(sorted(records.items(), key=sorting), key=lambda item: sorting(item)[0].upper()):
        yield element("h2", {"id": f"letter-{letter.lower()}"}, letter)
        yield from (entry(name, record) for name, record in group)


def _term(page: PlaceOnSite, name: str, term: Term) -> Markup:
    terms = page.library.of(Term)
    see = [page.named(Term, other) for other in term.see if other in terms]
    return _entry(
        name,
        term.term,
        paragraph(page.text(term.text)),
        paragraph(say("guide.also"), ": ", ", ".join(term.aliases), ".") if term.aliases else NOTHING,
        _note(page, term.note),
        paragraph(say("guide.see"), ": ", join(", ", see), ".") if see else NOTHING,
        page.sources(term),
    )


def organisations(page: PlaceOnSite) -> Markup:
    """Every organisation in alphabetical order."""
    return block(
        *(
            _organisation(page, name, item)
            for name, item in sorted(
                page.library.of(Organisation).items(), key=lambda item: item[1].name.lower().lstrip("#")
            )
        )
    )


def _organisation(page: PlaceOnSite, name: str, item: Organisation) -> Markup:
    contact = page.library.contacts.get(item.contact or "")
    found = ways_of(
        phone=contact.phone if contact else None,
        email=item.email or (contact.email if contact else None),
        url=item.url,
        date=item.checked,
    )
    return _entry(
        name,
        item.name,
        paragraph(page.text(item.text)),
        _ways(found),
        _note(page, item.note),
        page.sources(item),
        _state(found),
    )


def publications(page: PlaceOnSite) -> Markup:
    """Every publication, by kind."""
    kinds = dict.fromkeys(item.kind for item in page.library.of(Publication).values())
    return block(
        *(
            lines(
                element("h2", {"id": kind}, say(f"kind.{kind}")),
                *(
                    _publication(page, name, item)
                    for name, item in page.library.of(Publication).items()
                    if item.kind == kind
                ),
            )
            for kind in sorted(kinds)
        )
    )


def _publication(page: PlaceOnSite, name: str, item: Publication) -> Markup:
    credit = ", ".join(filter(None, (item.by, item.year)))
    return _entry(
        name,
        item.title,
        paragraph(page.text(item.text)),
        paragraph(credit, ".") if credit else NOTHING,
        _ways(ways_of(url=item.url, date=item.checked)),
        _note(page, item.note),
        page.sources(item),
    )


def contacts(page: PlaceOnSite) -> Markup:
    """Every contact in the order of the file."""
    return block(
        *(
            _entry(
                f"contact-{name}",
                item.name,
                paragraph(page.text(item.for_)),
                _ways(ways_to(item)),
                page.sources(item),
                _state(ways_to(item)),
            )
            for name, item in page.library.contacts.items()
        )
    )


def values(page: PlaceOnSite) -> Markup:
    """The values, with the frames that appeal to them."""
    return block(
        bullets(
            (
                (
                    element("strong", {"id": name}, value.text or name),
                    paragraph(page.text(value.help or "")),
                    _appealing(page, name),
                    page.sources(value),
                )
                for name, value in page.library.values.items()
            ),
            "ww-cards",
        )
    )


def _appealing(page: PlaceOnSite, value: str) -> Markup:
    frames = [page.named(Frame, name) for name, frame in page.library.of(Frame).items() if value in frame.values]
    return paragraph(say("guide.appeal"), ": ", join(", ", frames), ".") if frames else NOTHING


def contradictions(page: PlaceOnSite) -> Markup:
    """Where the sources differ, in the three kinds."""
    return block(
        *(
            lines(
                element("h2", {"id": kind}, say(f"difference.{kind}")),
                *(difference(page, name) for name, item in page.library.of(Contradiction).items() if item.kind == kind),
            )
            for kind in ("praktijk", "feit", "tekst")
        )
    )


def difference(page: PlaceOnSite, name: str) -> Markup:
    """One point on which the sources differ."""
    item: Contradiction = page.library.of(Contradiction)[name]
    return _entry(
        name,
        item.title,
        bullets((page.text(side.text), page.sources(side)) for side in item.sides),
        paragraph(element("strong", say("guide.reading")), " ", page.text(item.reading)),
        paragraph(say("guide.choice"), ": ", page.choice(item.choice)) if item.choice else NOTHING,
    )


def _entry(name: str, title: str, *body: Markup) -> Markup:
    return element("section", {"class": "ww-entry", "id": name}, lines(element("h3", title), join("", body)))


def _note(page: PlaceOnSite, note: str | None) -> Markup:
    return paragraph(page.text(note), css="ww-note-box") if note else NOTHING


def _ways(found: Ways) -> Markup:
    return paragraph(found.html) if found.ways else NOTHING


def _state(found: Ways) -> Markup:
    """Whether somebody looked up a number to call: it stands with the sources, never beside the number."""
    return (
        paragraph(say("guide.contact", state=found.at_sources), late(found.day), css="ww-note")
        if found.at_sources
        else NOTHING
    )
