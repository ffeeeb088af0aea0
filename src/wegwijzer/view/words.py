"""Guards and terms in words: what a form without memory asks, and what stands before a guarded step."""

from __future__ import annotations

import re

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model import Condition, Target

UNITS = {"m": ("unit.minute", "unit.minutes"), "h": ("unit.hour", "unit.hours"), "d": ("unit.day", "unit.days")}


def clause(compiled: Compiled, condition: Condition) -> str:
    """A guard as a subordinate clause: ‘je bij 4 ‘Ik twijfel’ koos’. Answers to one question are told together."""
    parts = [_member(compiled, member, "and") for member in _together(condition.all)]
    if condition.any:
        choice = say("words.or").join(_member(compiled, member, "or") for member in _together(condition.any))
        alone = len(condition.any) == 1 or not (condition.all or condition.none)
        parts.append(choice if alone else f"({choice})")
    parts += [_negated(compiled, member) for member in _together(condition.none)]
    return say("words.and").join(parts)


def question(compiled: Compiled, condition: Condition) -> str:
    """A guard as a yes/no question."""
    members = condition.any or condition.all
    owner = _asked(compiled, condition)
    if owner and (condition.any or len(condition.all) == 1):
        return say(
            "words.did_you_choose", number=compiled.numbers.get(owner, owner), answer=_answers(compiled, members)
        )
    return say("words.is_it_so", clause=clause(compiled, condition))


def fork_question(compiled: Compiled, target: Target, routes: list[int]) -> str:
    """What a fork asks: a yes/no question when two routes are open, otherwise which of them fits.

    When more than one of them may fit, it says that the first one counts.
    """
    first = target.routes[routes[0]].when
    if is_yes_no(target, routes) and first:
        return question(compiled, first)
    guards = [guard for index in routes if (guard := target.routes[index].when)]
    owner = _common(compiled, target, routes)
    asked = say("words.what_chose", number=compiled.numbers.get(owner, owner)) if owner else say("words.which_fits")
    return asked if exclude_each_other(compiled, guards) else f"{asked} {say('words.first_fits')}"


def fork_answer(compiled: Compiled, target: Target, routes: list[int], index: int) -> str:
    """The answer of a fork that takes the route with this index."""
    if is_yes_no(target, routes):
        return say("words.yes") if index == routes[0] else say("words.no")
    condition = target.routes[index].when
    if condition is None:
        return say("words.otherwise")
    if _common(compiled, target, routes):
        return f"‘{_answers(compiled, condition.any or condition.all)}’"
    return say("words.if", clause=clause(compiled, condition))


def is_yes_no(target: Target, routes: list[int]) -> bool:
    """Whether two routes are left of which the second holds always."""
    return len(routes) == 2 and target.routes[routes[1]].when is None  # noqa: PLR2004 - yes and no


def term(within: str) -> str:
    """A term in words: `24h` → 24 uur."""
    count, unit = re.fullmatch(r"(\d+)([mhd])", within).groups()  # type: ignore[union-attr]  # the loader takes no other
    return say(UNITS[unit][count != "1"], count=count)


Members = tuple[str | Condition, ...]


def _together(members: Members) -> list[list[str] | Condition]:
    """Members of a guard with the answers to one question side by side; every mark and inner guard on its own."""
    found: list[list[str] | Condition] = []
    places: dict[str, list[str]] = {}
    for member in members:
        if isinstance(member, Condition):
            found.append(member)
            continue
        owner = member.rpartition(".")[0]
        if owner in places:
            places[owner].append(member)
        else:
            alone: list[str] = [member]
            found.append(alone)
            if owner:
                places[owner] = alone
    return found


def _asked(compiled: Compiled, guard: Condition) -> str:
    """The question of this tree that a guard asks about and nothing else; empty when there is no such question."""
    members = guard.any or guard.all
    if guard.none or (guard.any and guard.all):
        return ""
    owners = {member.rpartition(".")[0] if isinstance(member, str) else "" for member in members}
    owner = owners.pop() if len(owners) == 1 else ""
    return owner if owner in compiled.tree.questions else ""


def _common(compiled: Compiled, target: Target, routes: list[int]) -> str:
    """The one question about which every guard asks for one of some answers; looks no further than the first that does not."""
    common = ""
    for guard in (target.routes[at].when for at in routes):
        if guard is None:
            continue
        owner = _asked(compiled, guard) if guard.any or len(guard.all) == 1 else ""
        if not owner or (common and owner != common):
            return ""
        common = owner
    return common


def _member(compiled: Compiled, member: list[str] | Condition, word: str = "or") -> str:
    if isinstance(member, Condition):
        inner = clause(compiled, member)
        return inner if len(member.all + member.any + member.none) == 1 else f"({inner})"
    owner = member[0].rpartition(".")[0]
    answer = _answers(compiled, tuple(member), word)
    if owner in compiled.policies:
        asked = compiled.policies[owner]
        return say("words.policy", choice=asked.short or asked.text, option=answer)
    if owner:
        return say("words.chose", number=compiled.numbers.get(owner, owner), answer=answer)
    mark = member[0]
    return compiled.tree.marks[mark].text if mark in compiled.tree.marks else say("words.mark", mark=mark)


def _negated(compiled: Compiled, member: list[str] | Condition) -> str:
    if not isinstance(member, Condition) and member[0].count(".") == 1:
        owner = member[0].rpartition(".")[0]
        answer = _answers(compiled, tuple(member))
        return say("words.chose_not", number=compiled.numbers.get(owner, owner), answer=answer)
    return say("words.not", clause=_member(compiled, member))


def _answers(compiled: Compiled, facts: Members, word: str = "or") -> str:
    """The words of some answers to one question, to stand between single quotation marks."""
    texts = []
    for fact in facts:
        owner, _, key = str(fact).rpartition(".")
        asked = compiled.policies.get(owner) or compiled.tree.questions.get(owner)
        answer = asked.answers.get(key) if asked else None
        texts.append(answer.text if answer and answer.text else key)
    return f"’{say(f'words.{word}')}‘".join(filter(None, ["’, ‘".join(texts[:-1]), texts[-1]]))


MOST_COMPARED = 100
"""Of more guards than this we do not look whether they exclude each other: the first one that fits counts."""


def exclude_each_other(compiled: Compiled, guards: list[Condition]) -> bool:
    """Whether surely no two of these guards hold together, whatever was answered."""
    if len(guards) > MOST_COMPARED:
        return False
    asks = [_Asks(compiled, guard) for guard in guards]
    return all(one.excludes(other) for at, one in enumerate(asks) for other in asks[:at])


class _Asks:
    """What a guard surely asks: per question with one answer those of which one must be given, and what may not hold."""

    def __init__(self, compiled: Compiled, guard: Condition) -> None:
        self.needs: set[str] = {member for member in guard.all if isinstance(member, str)}
        self.bars: set[str] = {member for member in guard.none if isinstance(member, str)}
        self.one_of: dict[str, set[str]] = {}
        if len(guard.any) == 1 and isinstance(guard.any[0], str):
            self.needs.add(guard.any[0])
        groups: list[set[str]] = [{fact} for fact in self.needs]
        if guard.any and all(isinstance(member, str) for member in guard.any):
            groups.append({str(member) for member in guard.any})
            self.any = groups[-1]
        else:
            self.any = set()
        for group in groups:
            owners = {fact.rpartition(".")[0] for fact in group}
            owner = owners.pop()
            asked = compiled.policies.get(owner) or compiled.tree.questions.get(owner)
            if not owners and asked and asked.choose == "one" and not asked.fill:
                self.one_of[owner] = self.one_of.get(owner, group) & group

    def excludes(self, other: _Asks) -> bool:
        return bool(
            self.needs & other.bars
            or self.bars & other.needs
            or (self.any and self.any <= other.bars)
            or (other.any and other.any <= self.bars)
            or any(not (facts & other.one_of[owner]) for owner, facts in self.one_of.items() if owner in other.one_of)
        )
