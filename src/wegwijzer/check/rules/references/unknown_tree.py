"""Een boom waarnaar verwezen wordt, bestaat niet of heeft die stap niet.

Dat geldt voor ‘uses’, ‘policy’, ‘see’ en voor een actie die de lezer doorgeeft (‘to: boom/stap’).

Fout:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren:
    title: Luister
    steps: [{text: Luister goed.}]
    to: bestaat-niet/begin
```

Goed:

```yaml
title: Voorbeeld
start: luisteren
actions:
  luisteren:
    title: Luister
    steps: [{text: Luister goed.}]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.references import page_exists
from wegwijzer.model import Target
from wegwijzer.problems import Finding, nearest

PAGE = re.compile(r"/(?:[a-z0-9_-]+/)*(?:#[A-Za-z0-9_.-]+)?")


def check(context: Context) -> Iterator[Finding]:
    trees, broken = context.library.trees, context.library.broken
    for index, used in enumerate(context.tree.uses):
        if used not in trees and f"trees/{used}" not in broken:
            yield Finding(("uses", index), f"De boom ‘{used}’ bestaat niet", nearest(used, trees))
    yield from _policies(context)
    for name, action in context.tree.actions.items():
        for index, see in enumerate(action.see):
            where = ("actions", name, "see", index)
            if "/" in see and not PAGE.fullmatch(see):
                yield Finding(
                    where,
                    f"‘{see}’ is geen boom en geen pagina van deze site",
                    "Een pagina schrijf je met een schuine streep vooraan en achteraan: ‘/gids/modereren/’.",
                )
            elif "/" in see and not page_exists(context.library, see):
                yield Finding(where, f"De pagina ‘{see}’ bestaat niet", "Kijk na hoe het bestand in docs/ heet.")
            elif "/" not in see and see not in trees and f"trees/{see}" not in broken:
                yield Finding(
                    where,
                    f"De boom ‘{see}’ bestaat niet",
                    nearest(see, trees) or "Een pagina schrijf je met een schuine streep vooraan: ‘/pagina/’.",
                )
        if action.to:
            yield from _handover(context, name, action.to)


def _policies(context: Context) -> Iterator[Finding]:
    for name, question in context.tree.questions.items():
        if not question.policy:
            continue
        where = ("questions", name, "policy")
        tree_id, _, choice = question.policy.partition(".")
        tree = context.library.trees.get(tree_id)
        if tree_id not in context.tree.uses:
            yield Finding(where, f"Deze boom gebruikt ‘{tree_id}’ niet", f"Voeg ‘{tree_id}’ toe aan ‘uses:’.")
        elif tree and choice not in tree.questions:
            yield Finding(
                where, f"De lokale keuze ‘{choice}’ bestaat niet in ‘{tree_id}’", nearest(choice, tree.questions)
            )
        elif tree:
            options = context.library.answers(tree.questions[choice])
            for key in question.answers:
                if key not in options:
                    yield Finding(
                        ("questions", name, "answers", key),
                        f"‘{key}’ is geen optie van ‘{question.policy}’",
                        nearest(key, options),
                        at_key=True,
                    )


def _handover(context: Context, name: str, target: Target) -> Iterator[Finding]:
    away = [route for route in target.routes if "/" in route.to]
    if away and len(away) < len(target.routes):
        yield Finding(
            ("actions", name, "to"),
            "Deze actie gaat soms verder in deze boom en soms in een andere",
            "Splits haar in twee acties.",
        )
    for index, route in enumerate(target.routes):
        if "/" not in route.to:
            continue
        where = ("actions", name, "to", index, "to") if target.guarded else ("actions", name, "to")
        tree_id, _, node = route.to.partition("/")
        tree = context.library.trees.get(tree_id)
        if tree is None and f"trees/{tree_id}" not in context.library.broken:
            yield Finding(where, f"De boom ‘{tree_id}’ bestaat niet", nearest(tree_id, context.library.trees))
        elif tree and node not in tree.questions and node not in tree.actions:
            yield Finding(
                where,
                f"De stap ‘{node}’ bestaat niet in de boom ‘{tree_id}’",
                nearest(node, [*tree.questions, *tree.actions]),
            )


RULE = Rule(module=__name__, page=__doc__, code="W107", level="error", tree=check)
