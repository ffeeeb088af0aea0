"""Een vraag kan niet verder: een antwoord heeft geen ‘to’, of er zijn geen antwoorden.

Elk antwoord leidt ergens heen. Heeft een antwoord geen eigen ‘to’, dan geldt de ‘to’ van de vraag.

Fout:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos}
      blij: {text: Blij, to: luisteren}
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```

Goed:

```yaml
title: Voorbeeld
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos}
      blij: {text: Blij}
    to: luisteren
actions:
  luisteren: {title: Luister, steps: [{text: Luister goed.}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.rule import Rule
from wegwijzer.problems import Finding


def check(context: Context) -> Iterator[Finding]:
    for name, question in context.compiled.tree.questions.items():
        where = ("questions", name)
        if not question.text:
            yield Finding(where, f"De vraag ‘{name}’ heeft geen tekst", "Voeg een regel ‘text: …?’ toe.", at_key=True)
        if not question.answers and not question.fill:
            yield Finding(
                where,
                f"De vraag ‘{name}’ heeft geen antwoorden",
                "Zet er ‘answers:’ onder, of ‘fill:’ als de lezer zelf iets invult.",
                at_key=True,
            )
        if (question.fill or question.choose == "many") and not question.to:
            yield Finding(
                where, f"De vraag ‘{name}’ zegt niet waar het verdergaat", "Voeg een regel ‘to:’ toe.", at_key=True
            )
        for key, answer in question.answers.items():
            if not answer.text:
                yield Finding(
                    (*where, "answers", key),
                    f"Het antwoord ‘{key}’ heeft geen tekst",
                    "Voeg een regel ‘text:’ toe.",
                    at_key=True,
                )
            if question.choose == "one" and not question.fill and not answer.to and not question.to:
                missing = "answers" if key not in context.tree.questions[name].answers else key
                yield Finding(
                    (*where, "answers", *([key] if missing == key else [])),
                    f"Het antwoord ‘{key}’ leidt nergens heen",
                    "Voeg ‘to:’ toe met de stap die volgt.",
                    at_key=True,
                )
            elif question.choose == "many" and answer.to:
                yield Finding(
                    (*where, "answers", key, "to"),
                    "Bij ‘choose: many’ leiden alle antwoorden naar dezelfde stap",
                    "Zet één ‘to:’ bij de vraag zelf.",
                )


RULE = Rule(module=__name__, page=__doc__, code="W109", level="error", requires=("unknown_tree",), tree=check)
