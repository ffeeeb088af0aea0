"""Guards and terms in words: what a form without memory asks, and what stands before a guarded step."""

from __future__ import annotations

import re

from wegwijzer.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Condition, Target

UNITS = {"m": ("unit.minute", "unit.minutes"), "h": ("unit.hour", "unit.hours"), "d": ("unit.day", "unit.days")}


def clause(compiled: Compiled, condition: Condition) -> str:
    """A guard as a subordinate clause: ‘je bij 4 ‘Ik twijfel’ koos’."""
    parts = [_member(compiled, member) for member in condition.all]
    if condition.any:
        choice = say("words.or").join(_member(compiled, member) for member in condition.any)
        alone = len(condition.any) == 1 or not (condition.all or condition.none)
        parts.append(choice if alone else f"({choice})")
    parts += [_negated(compiled, member) for member in condition.none]
    return say("words.and").join(parts)


def question(compiled: Compiled, condition: Condition) -> str:
    """A guard as a yes/no question."""
    facts = list(condition.facts())
    if len(facts) == 1 and condition.any + condition.all == (facts[0],) and facts[0].count(".") == 1:
        number, answer = _answer_words(compiled, facts[0])
        return say("words.did_you_choose", number=number, answer=answer)
    return say("words.is_it_so", clause=clause(compiled, condition))


def fork_question(compiled: Compiled, target: Target, routes: list[int]) -> str:
    """What a fork asks: a yes/no question when two routes are open, otherwise which of them fits."""
    first = target.routes[routes[0]].when
    return question(compiled, first) if is_yes_no(target, routes) and first else say("words.which_fits")


def fork_answer(compiled: Compiled, target: Target, routes: list[int], index: int) -> str:
    """The answer of a fork that takes the route with this index."""
    if is_yes_no(target, routes):
        return say("words.yes") if index == routes[0] else say("words.no")
    condition = target.routes[index].when
    return say("words.if", clause=clause(compiled, condition)) if condition else say("words.otherwise")


def is_yes_no(target: Target, routes: list[int]) -> bool:
    """Whether two routes are left of which the second holds always."""
    return len(routes) == 2 and target.routes[routes[1]].when is None  # noqa: PLR2004 - yes and no


def term(within: str) -> str:
    """A term in words: `24h` → 24 uur."""
    count, unit = re.fullmatch(r"(\d+)([mhd])", within).groups()  # type: ignore[union-attr]
    return say(UNITS[unit][count != "1"], count=count)


def _member(compiled: Compiled, member: str | Condition) -> str:
    if isinstance(member, Condition):
        inner = clause(compiled, member)
        return inner if len(member.all + member.any + member.none) == 1 else f"({inner})"
    owner, _, answer = member.rpartition(".")
    if owner in compiled.policies:
        question_, option = compiled.policies[owner], compiled.policies[owner].answers.get(answer)
        return say("words.policy", choice=question_.short or question_.text, option=option.text if option else answer)
    if owner:
        number, text = _answer_words(compiled, member)
        return say("words.chose", number=number, answer=text)
    return compiled.tree.marks[member].text if member in compiled.tree.marks else say("words.mark", mark=member)


def _negated(compiled: Compiled, member: str | Condition) -> str:
    if isinstance(member, str) and member.count(".") == 1:
        number, text = _answer_words(compiled, member)
        return say("words.chose_not", number=number, answer=text)
    return say("words.not", clause=_member(compiled, member))


def _answer_words(compiled: Compiled, fact: str) -> tuple[str, str]:
    owner, _, key = fact.rpartition(".")
    question_ = compiled.tree.questions.get(owner)
    answer = question_.answers.get(key) if question_ else None
    return compiled.numbers.get(owner, owner), (answer.text if answer and answer.text else key)
