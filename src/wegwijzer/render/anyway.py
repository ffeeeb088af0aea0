"""One line below a question of the numbered text, for who does not know the answer: what holds in any case."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.compile.compiled import Compiled
from wegwijzer.doubt.anyway import Anyway, AnywayOf
from wegwijzer.locale import say
from wegwijzer.render.html_doubt import can_doubt
from wegwijzer.view.nodes import node_ids, static_view
from wegwijzer.view.texts import Texts

MOST, FEW = 3, 8
"""More tasks than the first are no line any more: the text of the actions has them. More numbers than the second lead nowhere."""


def anyway_lines(compiled: Compiled) -> dict[str, str]:
    """Of each question where there is something to say: that, as a text of YAML with its links."""
    found = AnywayOf(compiled)
    return {
        name: " ".join((say("doubt.heading"), *_sentences(compiled, told)))
        for name in node_ids(compiled)
        if name in compiled.tree.questions
        and can_doubt(static_view(compiled, name))
        and not (told := found.at(name)).empty
    }


def _sentences(compiled: Compiled, told: Anyway) -> Iterator[str]:
    if told.only:
        yield say("anyway.only", number=compiled.numbers[told.only])
        return
    if told.no_contact:
        yield f"{say('doubt.no_contact')} {say('node.no_contact')}"
    if told.tasks:
        tasks = (line.text for line in Texts(compiled, None).lines(told.tasks[:MOST]))
        yield f"{say('doubt.sure')}: {' '.join(tasks)}"
    if contacts := [compiled.contacts[name].name for name in told.contacts if name in compiled.contacts]:
        yield f"{say('doubt.contacts')}: {'; '.join(contacts)}."
    if len(told.urgent) > FEW:
        yield say("anyway.urgent_many", count=len(told.urgent))
    elif told.urgent:
        yield say("anyway.urgent", numbers=", ".join(compiled.numbers[name] for name in told.urgent))
