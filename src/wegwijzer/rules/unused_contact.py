"""Een contact dat nergens voorkomt.

Geen enkele actie noemt het in `contacts:`. Een lezer van een keuzehulp ziet het dus nooit. De controle zegt dit alleen als ze
alle bestanden van het project samen nakijkt.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.library import Library
from wegwijzer.model import ContactsFile
from wegwijzer.problems import Finding

CODE, LEVEL, REQUIRES = "W111", "advice", ()


def check_data(record: object, library: Library) -> Iterator[Finding]:
    if not isinstance(record, ContactsFile) or not library.whole:
        return
    used = {name for tree in library.trees.values() for action in tree.actions.values() for name in action.contacts}
    for name in record.contacts:
        if name not in used:
            yield Finding(
                ("contacts", name),
                f"Geen enkele actie noemt het contact ‘{name}’",
                f"Zet ‘contacts: [{name}]’ bij een actie, of haal het contact weg.",
                at_key=True,
            )
