"""Niemand kan dit antwoord ooit geven.

Dat gebeurt als `min` meer antwoorden vraagt dan een lezer samen kan kiezen, of als de lokale keuze waarover de vraag
gaat hier altijd al anders gemaakt is.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.problems import Finding
from wegwijzer.reach import unreachable
from wegwijzer.rules.context import Context

CODE, LEVEL, REQUIRES = "W203", "error", ("too_many_situations",)


def check(context: Context) -> Iterator[Finding]:
    found = unreachable(context.compiled, context.proven())
    for name, key in found.answers:
        if name not in found.questions:
            yield Finding(
                ("questions", name, "answers", key),
                f"Niemand kan ‘{key}’ hier ooit antwoorden",
                "Verlaag ‘min:’, of kijk welke lokale keuze al eerder gemaakt is.",
                at_key=True,
            )
