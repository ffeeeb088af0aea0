"""W610: a place in a text where nothing would stand."""

from __future__ import annotations

from collections.abc import Iterator

from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import Compiled
from wegwijzer.compile.decided import decision, settle
from wegwijzer.graph import reached
from wegwijzer.locale import say
from wegwijzer.model import Action, Paragraph, Where
from wegwijzer.model.text import placeholders, texts
from wegwijzer.problems import Finding
from wegwijzer.proof.situations import TooManySituations


def check(own: Own) -> Iterator[Finding]:
    told: set[str] = set()
    for tree_id, compiled in own.trees.items():
        try:
            left = own.left(compiled)
        except TooManySituations:  # the check of the tree tells of it
            continue
        before, after = _Ahead(compiled), _Ahead(left)
        for action, where, name in _places(compiled, left):
            place = own.place_in(tree_id, where)
            if name in compiled.policies:
                if name not in told:
                    yield Finding(
                        ("choices", name), say("W610.choice", name=name, place=place), say("W610.fill"), at_key=True
                    )
                told.add(name)
            elif before.leads(name, action) and not after.leads(name, action):
                message = say("W610.question", name=name, place=place)
                choice = next(iter(_settling(compiled, left)), "")
                yield Finding(own.where(choice), message, say("W610.decide"))


def _places(compiled: Compiled, left: Compiled) -> Iterator[tuple[str, Where, str]]:
    """The places of the texts of what is left that may have no value: the action, the place in the file, the name."""
    tree = compiled.tree
    for action_id in left.tree.actions:
        for where, text in _shown(tree.actions[action_id], left):
            for name in placeholders(text, tree.uses) if "$" in text else ():
                question = tree.questions.get(name)
                policy = compiled.policies.get((question and question.policy) or name)
                asked = (question and question.policy) or name
                if policy is not None:
                    if asked not in left.decided and not policy.default:
                        yield action_id, ("actions", action_id, *where), asked
                elif question and not compiled.kept_as(name):
                    yield action_id, ("actions", action_id, *where), name


def _shown(action: Action, left: Compiled) -> Iterator[tuple[Where, str]]:
    """The texts of an action that can show, without those that say themselves what is not decided."""
    fact = decision(left.decided)
    for where, text in texts(action):
        part = getattr(action, str(where[0]))[where[1]] if where[0] in {"steps", "document"} else None
        if part and part.when and settle(part.when, fact) is False:
            continue
        if not (isinstance(part, Paragraph) and (part.undecided or action.undecided) != "default"):
            yield where, text


class _Ahead:
    """What can be reached in a tree after a question, worked out once."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.found: dict[str, set[str]] = {}

    def leads(self, question: str, action: str) -> bool:
        """Whether somebody who answered a question can come to an action."""
        if question not in self.found:
            there = question in self.compiled.tree.questions
            self.found[question] = reached([question], self._on) if there else set()
        return action in self.found[question]

    def _on(self, name: str) -> list[str]:
        if name not in self.compiled.lines:
            return []
        return [route.to for _, target in self.compiled.exits(name) for route in target.routes]


def _settling(compiled: Compiled, left: Compiled) -> list[str]:
    """The choices that may have taken a question away: those that are asked or that a route looks at."""
    asked = [question.policy for question in compiled.tree.questions.values() if question.policy]
    return [name for name in dict.fromkeys([*asked, *left.decided]) if name in left.decided]


RULE = Rule(module=__name__, code="W610", level="error", own=check)
