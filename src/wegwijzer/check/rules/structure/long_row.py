"""Een rij van meer dan twaalf vragen laat de lezer niets kiezen.

Welk antwoord de lezer ook geeft, de volgende vraag is telkens dezelfde. Dan is het een vragenlijst, geen keuzehulp: veel
werk voor één uitkomst. Een tussenactie onderbreekt de rij.

Een checklist mag zo lang zijn als nodig. Dat is een rij waarvan de antwoorden later tellen: een boom met lokale keuzes, een
rij die uitkomt bij een actie met een `document`, of een rij waarvan minstens de helft van de vragen in een `when:` of een
invulplaats terugkomt.

Fout:

`wegwijzer.toml`:

```toml
[rules.W211]
most = 2
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: wie
questions:
  wie: {text: Wie schreef het?, answers: {burger: {text: Een burger}, groep: {text: Een groep}}, to: waar}
  waar: {text: Waar staat het?, answers: {hier: {text: Op onze pagina}, elders: {text: Elders}}, to: toon}
  toon: {text: Welke toon?, answers: {boos: {text: Boos}, blij: {text: Blij}}, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

`wegwijzer.toml`:

```toml
[rules.W211]
most = 2
```

`trees/boom.yml`:

```yaml
title: Voorbeeld
start: toon
questions:
  toon: {text: Welke toon?, answers: {boos: {text: Boos}, blij: {text: Blij}}, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.bounds import Bound
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import conditions_of
from wegwijzer.model.text import placeholders, texts
from wegwijzer.problems import Finding

MOST = Bound(name="most", value=12, unit="vragen", says="zoveel vragen volgen elkaar hoogstens op zonder keuze")


def check(context: Context) -> Iterator[Finding]:
    if context.tree_id in context.library.policy_trees():
        return
    follows = {name: after for name in context.tree.questions if (after := _only_step_after(context, name))}
    inner = set(follows.values()) & set(follows)
    walked: set[str] = set()
    for first in follows:
        if first in inner:
            continue
        row, node = [], first
        while node in follows and node not in walked:
            walked.add(node)
            row.append(node)
            node = follows[node]
        if node in context.tree.questions:
            row.append(node)
        if len(row) > context.bounds[MOST] and not _is_checklist(context, row, node):
            yield Finding(
                ("questions", first),
                f"Vanaf ‘{first}’ komen {len(row)} vragen na elkaar zonder dat een antwoord de weg bepaalt",
                "Schrap vragen die niets veranderen, of laat een antwoord eerder naar een actie leiden.",
                at_key=True,
            )


def _only_step_after(context: Context, name: str) -> str | None:
    """The one step that every answer of a question leads to."""
    exits = list(context.compiled.exits(name))
    goals = {route.to for _, target in exits for route in target.routes}
    return goals.pop() if len(goals) == 1 else None


def _is_checklist(context: Context, row: list[str], end: str) -> bool:
    tree = context.tree
    if end in tree.actions and tree.actions[end].document:
        return True
    marks = {mark: name for name in row for answer in tree.questions[name].answers.values() for mark in answer.marks}
    used = {marks.get(fact, fact.partition(".")[0]) for guard in conditions_of(tree) for fact in guard.facts()}
    used |= {name for _, text in texts(tree) if "$" in text for name in placeholders(text, tree.uses)}
    return len(used.intersection(row)) * 2 >= len(row)


RULE = Rule(
    module=__name__,
    page=__doc__,
    code="W211",
    level="advice",
    bounds=(MOST,),
    requires=("unknown_node", "missing_route"),
    tree=check,
)
