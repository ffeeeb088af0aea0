"""Niemand verwijst naar dit begrip of deze organisatie.

Een lezer vindt een begrip of een organisatie via een link in een tekst. Staat er nergens zo'n link, dan hoort de uitleg er
niet bij of ontbreekt er een link. De controle zegt dit alleen als ze alle bestanden van het project samen nakijkt.

Zet op een pagina `{{ begrip("framing") }}` of `{{ org("unia") }}`, of in een tekst van een boom `[framing](begrip:framing)`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.guide import GlossaryFile, OrganisationId, OrganisationsFile, TermId
from wegwijzer.kinds.library import Library
from wegwijzer.problems import Finding


def check_data(record: object, library: Library) -> Iterator[Finding]:
    """The terms or organisations of one file that no other file refers to."""
    if not library.whole:
        return
    if isinstance(record, GlossaryFile):
        yield from _unused("terms", record.terms, library.referred.get(TermId, set()), "Het begrip")
    elif isinstance(record, OrganisationsFile):
        used = library.referred.get(OrganisationId, set())
        yield from _unused("organisations", record.organisations, used, "De organisatie")


def _unused(group: str, names: dict[str, object], used: set[str], word: str) -> Iterator[Finding]:
    for name in names:
        if name not in used:
            yield Finding(
                (group, name),
                f"{word} ‘{name}’ komt in geen enkele tekst voor",
                "Zet er een link naartoe waar een lezer het woord tegenkomt, of haal het hier weg.",
                at_key=True,
            )


RULE = Rule(module=__name__, page=__doc__, code="W118", level="error", data=check_data)
