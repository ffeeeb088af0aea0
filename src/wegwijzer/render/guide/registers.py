"""Lists that a reader looks things up in: terms, organisations, publications, contacts, values, differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any
from unicodedata import normalize

from wegwijzer.guide import Contradiction, Organisation, Publication, Term
from wegwijzer.locale import say
from wegwijzer.model import Contact
from wegwijzer.render.guide.parts import Page, block, bullets
from wegwijzer.render.guide.three_r import checked


def blocks() -> dict[str, Callable[[Page], str]]:
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


def sources(page: Page) -> str:
    """The documents behind the site, with what a reader must know of each."""
    return block(
        *(
            _entry(
                name,
                source.title,
                f"<p>{escape(', '.join(filter(None, (source.publisher, source.year))))}.</p>",
                _ways(source.url, None, None, source.checked),
                _note(page, source.note),
            )
            for name, source in page.library.sources.items()
        )
    )


def glossary(page: Page) -> str:
    """Every term in alphabetical order."""
    return block(*_lettered(page.library.terms, lambda term: term.term, lambda name, term: _term(page, name, term)))


def _lettered(
    records: Mapping[str, Any], title: Callable[[Any], str], entry: Callable[[str, Any], str]
) -> Iterator[str]:
    """Entries in alphabetical order, with a heading for every letter."""

    def sorting(item: tuple[str, Any]) -> str:
        return "".join(filter(str.isalnum, normalize("NFD", title(item[1]).lower())))

    for letter, group in groupby(sorted(records.items(), key=sorting), key=lambda item: sorting(item)[0].upper()):
        yield f'<h2 id="letter-{letter.lower()}">{letter}</h2>'
        yield from (entry(name, record) for name, record in group)


def _term(page: Page, name: str, term: Term) -> str:
    terms = page.library.terms
    see = ", ".join(page.link(f"begrippen/#{other}", terms[other].term) for other in term.see if other in terms)
    return _entry(
        name,
        term.term,
        f"<p>{page.text(term.text)}</p>",
        f"<p>{escape(say('guide.also'))}: {escape(', '.join(term.aliases))}.</p>" if term.aliases else "",
        _note(page, term.note),
        f"<p>{escape(say('guide.see'))}: {see}.</p>" if see else "",
        page.sources(term),
    )


def organisations(page: Page) -> str:
    """Every organisation in alphabetical order."""
    return block(
        *(
            _organisation(page, name, item)
            for name, item in sorted(
                page.library.organisations.items(), key=lambda item: item[1].name.lower().lstrip("#")
            )
        )
    )


def _organisation(page: Page, name: str, item: Organisation) -> str:
    contact = page.library.contacts.get(item.contact or "")
    return _entry(
        name,
        item.name,
        f"<p>{page.text(item.text)}</p>",
        _ways(item.url, item.email or (contact.email if contact else None), contact, item.checked),
        _note(page, item.note),
        page.sources(item),
    )


def publications(page: Page) -> str:
    """Every publication, by kind."""
    kinds = dict.fromkeys(item.kind for item in page.library.publications.values())
    return block(
        *(
            f'<h2 id="{kind}">{escape(say(f"kind.{kind}"))}</h2>\n'
            + "\n".join(
                _publication(page, name, item) for name, item in page.library.publications.items() if item.kind == kind
            )
            for kind in sorted(kinds)
        )
    )


def _publication(page: Page, name: str, item: Publication) -> str:
    credit = ", ".join(filter(None, (item.by, item.year)))
    return _entry(
        name,
        item.title,
        f"<p>{page.text(item.text)}</p>",
        f"<p>{escape(credit)}.</p>" if credit else "",
        _ways(item.url, None, None, item.checked),
        _note(page, item.note),
        page.sources(item),
    )


def contacts(page: Page) -> str:
    """Every contact in the order of the file."""
    return block(
        *(
            _entry(
                f"contact-{name}",
                item.name,
                f"<p>{page.text(item.for_)}</p>",
                _ways(item.url, item.email, item, item.checked),
                page.sources(item),
            )
            for name, item in page.library.contacts.items()
        )
    )


def values(page: Page) -> str:
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


def _appealing(page: Page, value: str) -> str:
    frames = ", ".join(page.frame(name) for name, frame in page.library.frames.items() if value in frame.values)
    return f"<p>{escape(say('guide.appeal'))}: {frames}.</p>" if frames else ""


def contradictions(page: Page) -> str:
    """Where the sources differ, in the three kinds."""
    return block(
        *(
            f'<h2 id="{kind}">{escape(say(f"difference.{kind}"))}</h2>\n'
            + "\n".join(
                difference(page, name) for name, item in page.library.contradictions.items() if item.kind == kind
            )
            for kind in ("praktijk", "feit", "tekst")
        )
    )


def difference(page: Page, name: str) -> str:
    """One point on which the sources differ."""
    item: Contradiction = page.library.contradictions[name]
    return _entry(
        name,
        item.title,
        bullets(f"{page.text(side.text)}{page.sources(side)}" for side in item.sides),
        f"<p><strong>{escape(say('guide.reading'))}</strong> {page.text(item.reading)}</p>",
        f"<p>{escape(say('guide.choice'))}: {page.choice(item.choice)}</p>" if item.choice else "",
    )


def _entry(name: str, title: str, *body: str) -> str:
    return f'<section class="ww-entry" id="{escape(name)}"><h3>{escape(title)}</h3>\n{"".join(filter(None, body))}</section>'


def _note(page: Page, note: str | None) -> str:
    return f'<p class="ww-note-box">{page.text(note)}</p>' if note else ""


def _ways(url: str | None, email: str | None, contact: Contact | None, date: str | None) -> str:
    ways = []
    if contact and contact.phone:
        ways.append(f'<a href="tel:{escape(contact.phone.replace(" ", ""))}">{escape(contact.phone)}</a>')
    if email:
        ways.append(f'<a href="mailto:{escape(email)}">{escape(email)}</a>')
    if url:
        ways.append(f'<a href="{escape(url)}" rel="noreferrer">{escape(url)}</a>')
    note = f' <span class="ww-note">({escape(checked(date))})</span>'
    return f"<p>{' · '.join(ways)}{note}</p>" if ways else ""
