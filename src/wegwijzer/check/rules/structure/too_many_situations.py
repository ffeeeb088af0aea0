"""De boom is te ingewikkeld om helemaal na te gaan.

De controle loopt elke situatie af. Kijken routes laat in de boom nog naar antwoorden van helemaal in het begin,
dan groeit dat aantal zeer snel. De controle gokt niet: boven twee miljoen situaties stopt ze en noemt ze de feiten
die het langst blijven meespelen. Laat routes dichter bij de vraag kijken, of splits de boom.
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import SITUATIONS, Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.proof.situations import TooManySituations


def check(context: Context) -> Iterator[Finding]:
    if isinstance(context.proof, TooManySituations):
        facts = ", ".join(f"‘{fact}’" for fact in context.proof.facts)
        limit = f"{context.bounds[SITUATIONS]:,}".replace(",", ".")
        yield Finding(
            ("questions",),
            f"Deze boom telt meer dan {limit} situaties",
            f"Deze feiten blijven het langst meespelen: {facts}. Gebruik ze vroeger, of splits de boom.",
        )


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W200",
    level="error",
    bounds=(SITUATIONS,),
    requires=("unknown_node", "double_node", "unknown_fact", "missing_route"),
    tree=check,
)
