"""W507: a link that does not say where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.rule import Rule
from wegwijzer.language import of_language
from wegwijzer.language.prose import Prose
from wegwijzer.locale import say
from wegwijzer.model.text import LINKED
from wegwijzer.problems import Finding


def check_prose(prose: Prose) -> Iterator[Finding]:
    links = of_language("links")
    for passage in prose.passages:
        if "](" not in passage.text and not links.CLICK.search(passage.own):
            continue
        empty = [
            match.group(1) for match in LINKED.finditer(passage.text) if links.EMPTY.fullmatch(match.group(1).strip())
        ]
        for name in empty or [links.SAID] * bool(links.CLICK.search(passage.own)):
            yield Finding(
                passage.where,
                say("W507.says_nothing", name=name),
                say("W507.name_page"),
                find=name,
            )


RULE = Rule(module=__name__, code="W507", level="advice", needs=("links",), prose=check_prose, apart=True)
