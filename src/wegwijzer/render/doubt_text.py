"""What the page shows to who doubts, in short and as plain text: for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.doubt.ahead import ahead, live_of
from wegwijzer.doubt.deciding import deciding
from wegwijzer.doubt.shared import shared
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.proof.situations import TooManySituations
from wegwijzer.render.doubt import deciding_words, question_words, reasons, told_lines
from wegwijzer.walk.walker import Walker


def doubt_text(walker: Walker) -> str:
    """Where a question is asked: what to do in any case, what may be needed at once, and which question decides most."""
    compiled = walker.compiled
    try:
        found = ahead(walker, live_of(compiled))
    except TooManySituations:
        return say("doubt.too_many")
    told, question = shared(found), deciding(found, {walker.node})
    actions = compiled.tree.actions
    contacts = [compiled.contacts[name].name for name in told.contacts if name in compiled.contacts]
    return _blocks(
        (say("doubt.no_contact"), [say("node.no_contact")] if told.no_contact else []),
        (say("doubt.held"), (line.text for line in told_lines(told.held))),
        (say("doubt.sure"), [line.text for line in told_lines(told.tasks)] or [say("doubt.nothing")]),
        (say("doubt.contacts"), contacts),
        (say("doubt.urgent"), (actions[each.walker.node].title for each in told.urgent)),
        (
            say(deciding_words(question)) if question else "",
            [question_words(walker, question.node)] if question else [],
        ),
    )


def why_text(walker: Walker) -> str:
    """Of a result: the answers that mattered, and what others would have brought."""
    told = [
        line
        for question, answer, others in reasons(walker, live_of(walker.compiled))
        for line in (f"{question} {answer}", *others)
    ]
    return _blocks((say("why.answers"), told or [say("why.none")]))


def _blocks(*told: tuple[str, Iterable[str]]) -> str:
    """Each heading with what stands under it, where anything does."""
    found = [(heading, [f"   - {plain(text)}" for text in texts]) for heading, texts in told]
    return "\n".join("\n".join([heading, *texts]) for heading, texts in found if texts)
