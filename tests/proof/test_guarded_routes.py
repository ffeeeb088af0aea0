"""A guarded list made ready gives the same route as its guards one by one; tables cost what their rows cost, no more."""

from __future__ import annotations

from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import load
from tables import chain
from wegwijzer.compile import routes
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.compile.conditions import first_open
from wegwijzer.compile.routes import Routes
from wegwijzer.model import Condition, Route, Target
from wegwijzer.proof.situations import prove
from wegwijzer.proof.unreached import figures

FACTS = st.sampled_from(["a.een", "a.twee", "b.een", "b.twee", "merk"])
GUARD = st.deferred(lambda: st.builds(Condition, all=MEMBERS, any=MEMBERS, none=MEMBERS))
MEMBERS = st.lists(FACTS | GUARD, max_size=3).map(tuple)


@given(st.lists(st.none() | GUARD, min_size=1, max_size=6), st.frozensets(FACTS))
def test_ready_list_opens_the_same_route(guards, facts):
    """Whatever the guards and the facts, the first route that holds is the same one."""
    target = Target(tuple(Route(f"stap-{at}", guard) for at, guard in enumerate(guards)), guarded=True)
    assert first_open(target, facts.__contains__) == Routes(target).first_open(facts)


def test_list_without_guards_leads_on():
    """A plain target is always open."""
    assert Routes(Target((Route("a"),))).first_open(frozenset()) == 0


@pytest.fixture
def judged(monkeypatch):
    """How many guards are judged one by one during a proof."""
    seen = []
    monkeypatch.setattr(routes, "holds", lambda *guard: seen.append(guard) or False)
    return seen


@pytest.mark.parametrize("tables", [((3, 3, 2), (2, 2)), ((3, 3, 3, 2, 2),) * 3, ((2,) * 8,) * 2])
def test_chain_of_tables_visits_each_row_once(tables, judged):
    """Situations are the rows begun so far, added up over the tables; no guard is judged by itself."""
    proof = prove(compile_tree("boom", load(chain(*tables)).library))
    begun = sum(prod(sizes[:place]) for sizes in tables for place in range(len(sizes)))
    outcomes = sum(sum(size - 1 for size in sizes) + 1 for sizes in tables)
    assert begun + outcomes + 1 == len(proof.situations)
    assert prod(prod(sizes) for sizes in tables) == proof.count_walks()
    assert [] == judged


def test_chain_of_fifteen_million_walks_is_counted():
    """Two tables of 3,888 rows: 15,116,544 walks in 7,563 situations, and everything is reached."""
    found = figures(compile_tree("boom", load(chain(*((3, 3, 3, 3, 3, 2, 2, 2, 2),) * 2)).library))
    assert (15_116_544, 7_563, 7_776) == (found["walks"], found["situations"], found["routes"])
    assert {"questions": 0, "answers": 0, "routes": 0, "actions": 0} == found["unreachable"]


def test_targets_are_looked_at_once(monkeypatch):
    """A list of routes is made ready once, however many situations come by."""
    made = []
    ready = Routes.__init__
    monkeypatch.setattr(Routes, "__init__", lambda self, target: made.append(target) or ready(self, target))
    compiled = compile_tree("boom", load(chain((3, 3, 3), (3, 3, 3))).library)
    prove(compiled)
    assert len({id(target) for target in made}) == len(made)
