"""Een bladzijde bevat HTML of code die er niet mag staan.

Wat op een bladzijde in docs/ als HTML staat, komt zo op de site: een script leest dan mee met de lezer, een kader haalt
iets van elders. Schrijf daarom Markdown. Twee tags mogen: `<div class="…" markdown>` voor een blok kaarten, ook met
`lang="en"` rond een tekst in een andere taal, en `<a href="…">` naar een bestand dat de bouw maakt. Met `{ #naam }` geef je
een titel een anker, met `{ .naam }` een stijl. Andere eigenschappen mogen niet, zoals `onclick` en `style`.

Ook tussen `{{ }}` staat enkel wat de site kent, met teksten erin: `{{ begrip("framing") }}`. Een beeld staat in docs/
zelf. Tussen ``` of ` mag alles staan: dat is voorbeeldcode.

Fout:

```markdown
# Titel

Lees <b>dit</b>.
```

Goed:

```markdown
# Titel

Lees **dit**.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import MADE, Element, Page
from wegwijzer.problems import Finding

TYPED = {"a": {"href"}, "div": {"class", "lang", "markdown"}}
"""The tags that a page may write itself, with what they may say."""
SAID = {"alt", "class", "href", "id", "src", "start", "title"}
"""What other elements may say, whether Markdown says it or a list between braces."""
HINTS = {
    "b": "Schrijf ‘**vet**’.",
    "strong": "Schrijf ‘**vet**’.",
    "i": "Schrijf ‘*cursief*’.",
    "em": "Schrijf ‘*cursief*’.",
    "br": "Begin een nieuwe alinea met een lege regel.",
    "img": "Schrijf ‘![wat je ziet](bestand.svg)’.",
    "code": "Zet de code tussen ` en `.",
    "!--": "Schrijf een opmerking als ‘{# zo #}’: die komt niet op de site.",
}
ELSE = "Schrijf Markdown. Is het een voorbeeld? Zet het tussen ` en `, of tussen regels met ```."


def check_data(record: object, _library: Library) -> Iterator[Finding]:
    for index, element in enumerate(record.elements if isinstance(record, Page) else ()):
        if finding := _judged(("elements", index), element):
            yield finding


def _judged(where: tuple[str | int, ...], element: Element) -> Finding | None:
    tag = element.tag
    if element.code:
        hint = 'Schrijf een woord dat de site kent, met teksten erin: {{ begrip("framing") }}.'
        return Finding(where, f"‘{element.code}’ kent de site niet", hint)
    if tag.startswith("/"):
        message = f"Bij de tag <{tag[1:]}> hoort een andere, en die ontbreekt"
        return Finding(
            where, message, "Zet voor elke <div …> op een eigen regel later ook </div>, of schrijf Markdown."
        )
    if tag not in (TYPED if element.typed else MADE):
        return Finding(where, f"‘<{tag}’ is HTML, en dat mag hier niet", HINTS.get(tag, ELSE))
    names = [name for name, _ in element.attributes]
    odd = next((name for name in names if name not in (TYPED[tag] if element.typed else SAID)), None)
    if odd:
        return Finding(where, f"De eigenschap ‘{odd}’ mag hier niet", _instead(odd))
    if tag == "img":
        address = dict(element.attributes).get("src", "")
        if "//" in address or ":" in address or "\\" in address:
            return Finding(
                where, f"Het beeld ‘{address[:60]}’ komt van elders", "Zet het bestand in docs/, en verwijs daarnaar."
            )
    return None


def _instead(name: str) -> str:
    if name == "style":
        return "Laat hem weg: hoe iets eruitziet, staat in docs/assets/. Een kolom van een tabel staat altijd links."
    return "Laat hem weg. Enkel ‘{ #anker }’ en ‘{ .stijl }’ mogen."


RULE = Rule(module=__name__, page=__doc__, code="W407", level="error", data=check_data)
