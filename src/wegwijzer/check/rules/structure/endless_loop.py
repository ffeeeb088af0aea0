"""Een lus zonder uitweg: de lezer draait rond en komt nooit bij een actie die het afrondt.

Fout:

```yaml
title: Voorbeeld
start: wachten
actions:
  wachten: {title: Wacht even, steps: [{text: Tel tot tien.}], to: ademen}
  ademen: {title: Adem, steps: [{text: Adem uit.}], to: wachten}
```

Goed:

```yaml
title: Voorbeeld
start: wachten
actions:
  wachten: {title: Wacht even, steps: [{text: Tel tot tien.}], to: ademen}
  ademen: {title: Adem, steps: [{text: Adem uit.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context, spoken_way
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding
from wegwijzer.proof.proof import Proof


def check(context: Context) -> Iterator[Finding]:
    proof = context.proven()
    trapped = proof.trapped()
    told: set[str] = set()
    for index in trapped:
        name = proof.situations[index][0]
        loop = _together(proof, index)
        if told & loop:
            continue
        told |= loop
        yield Finding(
            context.where(name),
            f"Vanaf ‘{name}’ draait de lezer rond zonder ooit bij een actie te eindigen, "
            f"bijvoorbeeld na {spoken_way(proof.way_to(index))}.",
            "Laat één antwoord in deze lus naar een actie leiden.",
            at_key=True,
        )


def _together(proof: Proof, index: int) -> set[str]:
    """The steps that can be reached from a situation: one message for the whole loop."""
    seen, queue = {index}, [index]
    while queue:
        for follower, _ in proof.followers[queue.pop()]:
            if follower not in seen:
                seen.add(follower)
                queue.append(follower)
    return {proof.situations[i][0] for i in seen}


RULE = Rule(module=__name__, page=__doc__, code="W206", level="error", requires=("too_many_situations",), tree=check)
