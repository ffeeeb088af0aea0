"""Guards: what they mean, also when not every fact is known, and what a reader's answer about one tells."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.compile.conditions import facts_of, first_open, holds, learn
from wegwijzer.model import Condition, Route, Target

FACTS = ("boos", "fel", "toon.grof")
GUARDS = st.recursive(
    st.sampled_from(FACTS),
    lambda members: st.builds(
        lambda groups: Condition(*map(tuple, groups)),
        st.tuples(*[st.lists(members, max_size=2)] * 3).filter(any),
    ),
    max_leaves=5,
).filter(lambda guard: isinstance(guard, Condition))
KNOWLEDGE = st.fixed_dictionaries({fact: st.sampled_from((True, False, None)) for fact in FACTS})


def worlds(known):
    """Every way in which the facts that are not known may turn out."""
    for values in product(*((True, False) if known[fact] is None else (known[fact],) for fact in FACTS)):
        yield dict(zip(FACTS, values, strict=True))


def plain(guard, world):
    """The meaning of a guard where every fact is known, as the design says it in one sentence."""
    values = {
        group: [plain(m, world) if isinstance(m, Condition) else world[m] for m in getattr(guard, group)]
        for group in ("all", "any", "none")
    }
    return all(values["all"]) and (any(values["any"]) or not values["any"]) and not any(values["none"])


def test_no_guard_always_holds():
    """A route without guard holds, whatever is known."""
    assert holds(None, {}.get) is True


@pytest.mark.parametrize(
    ("guard", "expected"),
    [
        (Condition(all=("ja", "ja")), True),
        (Condition(all=("ja", "nee")), False),
        (Condition(all=("ja", "misschien")), None),
        (Condition(all=("nee", "misschien")), False),
        (Condition(any=("nee", "ja")), True),
        (Condition(any=("nee", "nee")), False),
        (Condition(any=("misschien", "nee")), None),
        (Condition(any=("misschien", "ja")), True),
        (Condition(none=("nee", "nee")), True),
        (Condition(none=("ja", "misschien")), False),
        (Condition(none=("nee", "misschien")), None),
        (Condition(all=("ja",), any=("nee", "ja"), none=("nee",)), True),
        (Condition(all=("ja",), any=("misschien",), none=("ja",)), False),
        (Condition(any=(Condition(all=("ja", "misschien")), Condition(none=("nee",)))), True),
        (Condition(none=(Condition(any=("misschien",)),)), None),
    ],
)
def test_unknown_is_not_false(guard, expected):
    """A guard is unknown when a fact that may matter is unknown, member by member (Kleene's strong logic)."""
    assert expected is holds(guard, {"ja": True, "nee": False, "misschien": None}.get)


@given(GUARDS, KNOWLEDGE)
def test_guard_is_true_only_if_it_is_so_in_every_world(guard, known):
    """What a guard says with gaps in knowledge stays true however the gaps are filled."""
    said = holds(guard, known.get)
    outcomes = {plain(guard, world) for world in worlds(known)}
    if said is not None:
        assert {said} == outcomes


@given(GUARDS, st.fixed_dictionaries({fact: st.booleans() for fact in FACTS}))
def test_guard_is_never_unknown_when_every_fact_is_known(guard, world):
    """With every fact known, a guard means what its words say."""
    assert plain(guard, world) is holds(guard, world.get)


def test_facts_are_listed_in_reading_order_also_when_nested():
    """A guard names its facts, those of nested guards in their place."""
    guard = Condition(all=("a", Condition(any=("b",), none=("c",))), none=("d",))
    assert ["a", "b", "c", "d"] == list(guard.facts())
    assert frozenset("abcde") == facts_of((Route("x", guard), Route("y", Condition(any=("e",))), Route("z")))


def test_first_route_that_holds_is_taken():
    """Of a guarded list the first route that holds counts, not a later one."""
    routes = (Route("een", Condition(all=("nee",))), Route("twee", Condition(any=("ja",))), Route("drie"))
    target = Target(routes, guarded=True)
    assert first_open(target, {"ja": True, "nee": False}.get) == 1


def test_unknown_guard_stops_the_search():
    """A route that may hold must be asked about before a later one can be taken."""
    target = Target((Route("een", Condition(all=("misschien",))), Route("twee")), guarded=True)
    assert first_open(target, {"misschien": None}.get) == "unknown"


def test_no_route_may_hold():
    """When no guard holds there is no route."""
    assert first_open(Target((Route("een", Condition(any=("nee",))),), guarded=True), {"nee": False}.get) is None


@pytest.mark.parametrize(
    ("guard", "value", "expected"),
    [
        (None, True, {}),
        (Condition(all=("a", "b")), True, {"a": True, "b": True}),
        (Condition(none=("a", "b")), True, {"a": False, "b": False}),
        (Condition(any=("a", "b")), True, {}),
        (Condition(any=("a", "nee")), True, {"a": True}),
        (Condition(any=("a", "b")), False, {"a": False, "b": False}),
        (Condition(all=("a", "ja")), False, {"a": False}),
        (Condition(none=("a", "nee")), False, {"a": True}),
        (Condition(all=("a", "b")), False, {}),
        (Condition(all=("a",), none=("b",)), False, {}),
        (Condition(any=(Condition(all=("a",)), Condition(none=("b",)))), False, {"a": False, "b": True}),
    ],
)
def test_answer_about_a_guard_teaches_what_follows_from_it(guard, value, expected):
    """From the reader's yes or no about a guard the walk learns the facts that follow, and no more."""
    assert expected == learn(guard, value=value, known={"ja": True, "nee": False}.get)


def _small_guards():
    """Every guard with at most two facts in a group, and every pair of such guards in one more."""
    groups = [(), *((fact,) for fact in FACTS), *combinations(FACTS, 2)]
    flat = [Condition(*chosen) for chosen in product(groups, repeat=3) if any(chosen)]
    simple = [guard for guard in flat if sum(map(bool, (guard.all, guard.any, guard.none))) == 1]
    yield from flat
    for pair in combinations(simple, 2):
        yield from (Condition(all=pair), Condition(any=pair), Condition(none=pair))


def test_nothing_is_learned_that_might_be_otherwise():
    """Every fact that is learned from a guard holds in every world where the guard has that value."""
    knowledge = [dict(zip(FACTS, values, strict=True)) for values in product((True, False, None), repeat=len(FACTS))]
    for guard, known, value in product(_small_guards(), knowledge, (True, False)):
        learned = learn(guard, value=value, known=known.get)
        for world in worlds(known):
            if plain(guard, world) is value:
                assert learned == {fact: world[fact] for fact in learned}
