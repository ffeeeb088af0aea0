"""Which local choices there are, what each means, and on which of them a text rests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wegwijzer.compile.compiled import Compiled
from wegwijzer.model import UNDECIDED, Paragraph, Question
from wegwijzer.model.text import placeholders

if TYPE_CHECKING:  # a page compiles nothing: it need not load what a library may hold
    from wegwijzer.kinds.library import Library


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


def local_choices(library: Library) -> dict[str, Question]:
    """Every policy of a library, `beleid.vraag` → its question with its answers, in reading order."""
    return {
        f"{tree_id}.{name}": replace(question, answers=library.answers(question))
        for tree_id in sorted(library.policy_trees() & library.trees.keys())
        for name, question in library.trees[tree_id].questions.items()
        if _is_kept(question)
    }


def choices_in(compiled: Compiled) -> dict[str, Question]:
    """The same of one tree that was compiled."""
    questions = compiled.tree.questions.items()
    return {f"{compiled.id}.{name}": question for name, question in questions if _is_kept(question)}


def _is_kept(question: Question) -> bool:
    """Whether a municipality keeps the answer: not that of a crossing, nor of a policy that another tree has."""
    open_fill = question.fill is not None and question.fill.optional
    return (question.default is not None or open_fill) and not question.policy and not question.only_leads_on


def meaning(question: Question) -> str:
    """What a policy asks, in eight hexadecimal digits and a hyphen: its answers and its kind, then its words.

    A capital, a comma or another order changes nothing, nor do help, arguments, sources and the default.
    """
    keys = sorted(key for key in question.answers if key != UNDECIDED)
    kind = [question.choose, question.min, question.fill.kind if question.fill else ""]
    unit = question.fill.unit if question.fill else None
    texts = [question.text, unit, *((question.answers[key].text or key) for key in keys)]
    words = ["".join(letter for letter in (text or "").casefold() if letter.isalnum()) for text in texts]
    return f"{_digits([*kind, keys])}-{_digits(words)}"


def version_of(compiled: Compiled, decided: Mapping[str, Any]) -> str:
    """The version of what was decided of a tree, in eight hexadecimal digits: the same decisions give the same one, in
    whatever order they come. What the tree does not look at makes no difference.
    """
    looked = {
        name: value
        for name, value in decided.items()
        if name in compiled.policies or name.startswith(f"{compiled.id}.")
    }
    return _digits(
        sorted([name, sorted([value] if isinstance(value, str) else value)] for name, value in looked.items()), 8
    )


def _digits(value: object, count: int = 4) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:count]
