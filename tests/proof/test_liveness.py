"""Where a fact matters: between where it is set and where a guard can still look at it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wegwijzer.proof.liveness import ROOT, Edge, Graph


def chain(*names):
    """Edges from the root through these steps, one after the other."""
    return [Edge(a, (b,)) for a, b in pairwise((ROOT, *names))]


def test_fact_matters_from_its_setter_to_its_last_user():
    """Before it is set and after the last guard that looks at it, a fact does not matter."""
    graph = Graph([*chain("a", "b"), Edge("b", ("c",), sets=frozenset({"feit"})), *chain("c", "d", "e", "f")[1:]])
    assert {"c", "d", "e"} == graph.region("feit", ["c"], {"e"})


def test_fact_that_nobody_looks_at_matters_nowhere():
    """Without a guard that looks at it, and with one that it cannot reach, a fact has no region."""
    graph = Graph(chain("a", "b", "c"))
    assert set() == graph.region("feit", ["b"], set())
    assert set() == graph.region("feit", ["c"], {"a"})


def test_fact_stops_where_it_is_replaced():
    """A fact does not pass an edge that sets or clears it."""
    clearing = Edge("b", ("c",), clears=frozenset({"feit"}))
    assert set() == Graph([*chain("a", "b"), clearing]).region("feit", ["a"], {"c"})
    assert set() == Graph([*chain("a", "b"), Edge("b", ("c",), sets=frozenset({"feit"}))]).region("feit", ["a"], {"c"})


def test_fact_goes_round_a_loop():
    """In a loop a fact may matter at steps that stand before the one where it is set."""
    graph = Graph([*chain("a", "b", "c"), Edge("c", ("a",))])
    assert {"a", "b", "c"} == graph.region("feit", ["c"], {"b"})


@pytest.mark.parametrize(("through", "expected"), [("b", True), ("c", False), ("d", False), ("e", False)])
def test_step_passes_what_lies_on_every_way(through, expected):
    """Every way to ‘e’ passes ‘b’; ‘c’ and ‘d’ each lie on only one of two ways; a step is not on its own way."""
    graph = Graph([*chain("a", "b"), Edge("b", ("c", "d")), Edge("c", ("e",)), Edge("d", ("e",))])
    assert expected is graph.passes("e", through)


def test_edges_never_lead_to_a_lower_rank():
    """Steps are ranked along their edges; the steps of one loop share their rank."""
    graph = Graph([*chain("a", "b", "c", "d"), Edge("c", ("b",))])
    assert graph.rank[ROOT] < graph.rank["a"] < graph.rank["b"] == graph.rank["c"] < graph.rank["d"]


def test_ranks_need_no_deep_stack():
    """A chain of 50,000 steps is ranked without recursion."""
    assert Graph(chain(*map(str, range(50_000)))).rank["49999"] == 50_000


class Counted(dict):
    """A dictionary that counts how often something is looked up in it."""

    looked_up = 0

    def get(self, key, default=None):
        self.looked_up += 1
        return super().get(key, default)


def test_loop_around_the_whole_tree_does_not_make_a_recent_fact_dear():
    """In a tree that can be begun again, a guard on the answer before it costs a few steps, not the whole tree."""
    steps = [f"q{i}" for i in range(1000)]
    edges = [Edge(a, (b,), clears=frozenset({f"{a}.ja"})) for a, b in pairwise([*steps, "q0"])]
    graph = Graph([Edge(ROOT, ("q0",)), *edges])
    graph.out, graph.into = Counted(graph.out), Counted(graph.into)
    assert {"q501"} == graph.region("q500.ja", ["q501"], {"q501"})
    assert graph.out.looked_up + graph.into.looked_up < 20
