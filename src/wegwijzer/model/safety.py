"""What a project says about safety, for the checker: numbers for emergencies, evidence that may not be kept, contact.

The engine knows no number and no country: data/safety.yml names them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from wegwijzer.model import Id, doc

TaskName = NewType("TaskName", str)
"""A standard step of data/steps.yml."""


@dataclass(frozen=True, kw_only=True)
class EmergencyNumber:
    number: str = doc("Het nummer, tussen aanhalingstekens.", required=True, example="112", prose=False)
    use: str = doc("Waarvoor het dient, zoals je het achter het nummer schrijft.", required=True, example="ziekenwagen")
    words: tuple[str, ...] = doc(
        "Woorden die zeggen waarvoor het nummer dient. Minstens één staat in elke tekst met het nummer; `*` staat voor "
        "elk einde.",
        required=True,
        prose=False,
    )


@dataclass(frozen=True, kw_only=True)
class Evidence:
    words: tuple[str, ...] = doc(
        "Woorden voor een kopie van wat te zien is, zoals een schermafdruk. `*` staat voor elk einde.",
        required=True,
        prose=False,
    )
    without: tuple[str, ...] = doc(
        "Woorden die zeggen dat je die kopie niet maakt, als ze er vlak voor staan.", default=(), prose=False
    )
    against: tuple[str, ...] = doc(
        "Woorden die in dezelfde zin zeggen dat die kopie niet mag, zoals strafbaar.", default=(), prose=False
    )
    who: tuple[str, ...] = doc(
        "Woorden voor wie beschermd wordt, zoals een minderjarige. `*` staat voor elk einde.",
        required=True,
        prose=False,
    )
    what: tuple[str, ...] = doc(
        "Woorden voor wat niemand mag bewaren. Een stap, vraag of alinea vraagt ernaar als ze een woord uit `who` en "
        "een woord uit `what` heeft.",
        required=True,
        prose=False,
    )
    ask: TaskName = doc("De standaardstap die het vraagt; de controle raadt die aan.", required=True)
    links: tuple[str, ...] = doc(
        "Plaatsen in de site die het vragen: een link ernaartoe telt op een pagina ook.",
        default=(),
        prose=False,
        example=["melden.md#bewijs"],
    )


@dataclass(frozen=True, kw_only=True)
class SafetyFile:
    numbers: dict[Id, EmergencyNumber] = doc("De nummers voor wie in nood is.", required=True)
    calls: tuple[str, ...] = doc(
        "Woorden die tonen dat een getal een nummer is om te bellen. `*` staat voor elk einde.",
        required=True,
        prose=False,
    )
    evidence: Evidence = doc("Wat je vraagt voor je een kopie bewaart.", required=True)
    contact: tuple[TaskName, ...] = doc(
        "Standaardstappen die de schrijver antwoorden, waarschuwen of iets vragen.", default=()
    )
