"""Lists that a reader looks things up in: terms, organisations, publications, contacts, values, differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any
from unicodedata import normalize

from municipal.records import Contradiction, Frame, Organisation, Publication, Term
from wegwijzer.locale import say
from wegwijzer.render.contact import Ways, ways_of, ways_to
from wegwijzer.render.guide.parts import PlaceOnSite, block, bullets


def blocks() -> dict[str, Callable[[PlaceOnSite], str]]:
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


def sources(page: PlaceOnSite) -> str:
    """The documents behind the site, with what a reader must know of each."""
    return block(
        *(
            _entry(
                name,
                source.title,
                f"<p>{escape(', '.join(filter(None, (source.publisher, source.year))))}.</p>",
                _ways(ways_of(url=source.url, date=source.checked)),
                _note(page, source.note),
            )
            for name, source in page.library.sources.items()
        )
    )


def glossary(page: PlaceOnSite) -> str:
    """Every term in alphabetical order."""
    return block(*_lettered(page.library.of(Term), lambda term: term.term, lambda name, term: _term(page, name, term)))


def _lettered(
    records: Mapping[str, Any], title: Callable[[Any], str], entry: Callable[[str, Any], str]
) -> Iterator[str]:
    """Entries in alphabetical order, with a heading for every letter."""

    def sorting(item: tuple[str, Any]) -> str:
        return "".join(filter(str.isalnum, normalize("NFD", title(item[1]).lower())))

    for letter, group in groupby(sorted(records.items(), key=sorting), key=lambda item: sorting(item)[0].upper()):
        yield f'<h2 id="letter-{letter.lower()}">{letter}</h2>'
        yield from (entry(name, record) for name, record in group)


def _term(page: PlaceOnSite, name: str, term: Term) -> str:
    terms = page.library.of(Term)
    see = ", ".join(page.named(Term, other) for other in term.see if other in terms)
    return _entry(
        name,
        term.term,
        f"<p>{page.text(term.text)}</p>",
        f"<p>{escape(say('guide.also'))}: {escape(', '.join(term.aliases))}.</p>" if term.aliases else "",
        _note(page, term.note),
        f"<p>{escape(say('guide.see'))}: {see}.</p>" if see else "",
        page.sources(term),
    )


def organisations(page: PlaceOnSite) -> str:
    """Every organisation in alphabetical order."""
    return block(
        *(
            _organisation(page, name, item)
            for name, item in sorted(
                page.library.of(Organisation).items(), key=lambda item: item[1].name.lower().lstrip("#")
            )
        )
    )


def _organisation(page: PlaceOnSite, name: str, item: Organisation) -> str:
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
        f"<p>{page.text(item.text)}</p>",
        _ways(found),
        _note(page, item.note),
        page.sources(item),
        _state(found),
    )


def publications(page: PlaceOnSite) -> str:
    """Every publication, by kind."""
    kinds = dict.fromkeys(item.kind for item in page.library.of(Publication).values())
    return block(
        *(
            f'<h2 id="{kind}">{escape(say(f"kind.{kind}"))}</h2>\n'
            + "\n".join(
                _publication(page, name, item)
                for name, item in page.library.of(Publication).items()
                if item.kind == kind
            )
            for kind in sorted(kinds)
        )
    )


def _publication(page: PlaceOnSite, name: str, item: Publication) -> str:
    credit = ", ".join(filter(None, (item.by, item.year)))
    return _entry(
        name,
        item.title,
        f"<p>{page.text(item.text)}</p>",
        f"<p>{escape(credit)}.</p>" if credit else "",
        _ways(ways_of(url=item.url, date=item.checked)),
        _note(page, item.note),
        page.sources(item),
    )


def contacts(page: PlaceOnSite) -> str:
    """Every contact in the order of the file."""
    return block(
        *(
            _entry(
                f"contact-{name}",
                item.name,
                f"<p>{page.text(item.for_)}</p>",
                _ways(ways_to(item)),
                page.sources(item),
                _state(ways_to(item)),
            )
            for name, item in page.library.contacts.items()
        )
    )


def values(page: PlaceOnSite) -> str:
    """The values, with the frames that appeal to them."""
    return block(
        bullets(
            (
                f'<strong id="{name}">{escape(value.text or name)}</strong><p>{page.text(value.help or "")}</p>'
                f"{_appealing(page, name)}{page.sources(value)}"
                for name, value in page.library.values.items()
            ),
            "ww-cards",
        )
    )


def _appealing(page: PlaceOnSite, value: str) -> str:
    frames = ", ".join(
        page.named(Frame, name) for name, frame in page.library.of(Frame).items() if value in frame.values
    )
    return f"<p>{escape(say('guide.appeal'))}: {frames}.</p>" if frames else ""


def contradictions(page: PlaceOnSite) -> str:
    """Where the sources differ, in the three kinds."""
    return block(
        *(
            f'<h2 id="{kind}">{escape(say(f"difference.{kind}"))}</h2>\n'
            + "\n".join(
                difference(page, name) for name, item in page.library.of(Contradiction).items() if item.kind == kind
            )
            for kind in ("praktijk", "feit", "tekst")
        )
    )


def difference(page: PlaceOnSite, name: str) -> str:
    """One point on which the sources differ."""
    item: Contradiction = page.library.of(Contradiction)[name]
    return _entry(
        name,
        item.title,
        bullets(f"{page.text(side.text)}{page.sources(side)}" for side in item.sides),
        f"<p><strong>{escape(say('guide.reading'))}</strong> {page.text(item.reading)}</p>",
        f"<p>{escape(say('guide.choice'))}: {page.choice(item.choice)}</p>" if item.choice else "",
    )


def _entry(name: str, title: str, *body: str) -> str:
    return f'<section class="ww-entry" id="{escape(name)}"><h3>{escape(title)}</h3>\n{"".join(filter(None, body))}</section>'


def _note(page: PlaceOnSite, note: str | None) -> str:
    return f'<p class="ww-note-box">{page.text(note)}</p>' if note else ""


def _ways(found: Ways) -> str:
    return f"<p>{found.html}</p>" if found.ways else ""


def _state(found: Ways) -> str:
    """Whether somebody looked up a number to call: it stands with the sources, never beside the number."""
    return f'<p class="ww-note">{escape(say("guide.contact", state=found.at_sources))}</p>' if found.at_sources else ""
