"""On which local choices a text rests."""

from __future__ import annotations

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import Paragraph
from wegwijzer.model.text import placeholders


def choices_within(compiled: Compiled, text: str) -> dict[str, None]:
    """The local choices whose value a text holds, named itself or by a question of this tree that asks for it."""
    questions, uses = compiled.tree.questions, compiled.tree.uses
    asked = placeholders(text, uses) if "$" in text else ()
    names = ((name in questions and questions[name].policy) or name for name in asked)
    return dict.fromkeys(name for name in names if name in compiled.policies)


def choices_guarding(compiled: Compiled, part: Paragraph) -> dict[str, None]:
    """The local choices that the guard of a paragraph looks at."""
    owners = (fact.rpartition(".")[0] for fact in part.when.facts()) if part.when else ()
    return dict.fromkeys(owner for owner in owners if owner in compiled.policies)
