"""Which sources a step or a walk rests on, as the reader sees them."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.compile.compiled import Compiled, cite_key
from wegwijzer.model import Action, SourceRef
from wegwijzer.view.records import Credit
from wegwijzer.walk.walker import Walker, chosen_keys


def credited(compiled: Compiled, refs: Iterable[SourceRef]) -> tuple[Credit, ...]:
    """The sources, each once, with the places in it; what we added ourselves comes last."""
    found: dict[tuple[bool, str, str], dict[str, None]] = {}
    for ref in refs:
        cited = compiled.cited.get(cite_key(ref))
        if cited:
            places = found.setdefault((cited.editorial, cited.title, cited.checked), {})
            if cited.place:
                places[cited.place] = None
    ordered = sorted(found.items(), key=lambda item: item[0][0])
    return tuple(Credit(title, tuple(places), editorial, day) for (editorial, title, day), places in ordered)


def walk_sources(walker: Walker) -> tuple[Credit, ...]:
    """The sources of every step and answer of a walk, and of the step where it stands."""
    tree = walker.compiled.tree
    refs: list[SourceRef] = []
    for node, answer in walker.path:
        question = tree.questions.get(node)
        if question:
            refs += question.sources
            refs += (
                [] if question.fill else [ref for key in chosen_keys(answer) for ref in question.answers[key].sources]
            )
        elif node in tree.actions:
            refs += action_refs(tree.actions[node])
    if walker.node in tree.actions:
        refs += action_refs(tree.actions[walker.node])
    return credited(walker.compiled, refs)


def action_refs(action: Action) -> list[SourceRef]:
    """What an action refers to: itself, its steps and its paragraphs."""
    return [*action.sources, *(ref for part in action.parts for ref in part.sources)]
