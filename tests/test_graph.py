"""Going round in a graph: the parts in which one can, and the shortest way round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.graph import reached, shortest_round, strongly_connected

NODES = st.integers(0, 7)
GRAPHS = st.dictionaries(NODES, st.lists(NODES, max_size=4, unique=True), max_size=8)


@given(GRAPHS)
def test_parts_hold_what_reaches_each_other(nexts):
    """Two nodes are in one part exactly when each reaches the other; parts come after those they lead to."""

    def goals(name):
        return nexts.get(name, ())

    parts = list(strongly_connected(nexts))
    place = {name: number for number, part in enumerate(parts) for name in part}
    assert set(place) == reached(nexts, goals)
    assert len(place) == sum(map(len, parts))
    for one, number in place.items():
        ahead = reached([one], goals)
        for other in ahead:
            assert place[other] <= number
            assert (number == place[other]) == (one in reached([other], goals))


@given(GRAPHS, NODES)
def test_shortest_round_is_a_way_back_and_none_is_shorter(nexts, start):
    """Each node of the way leads to the next, the last one back to the first; no way round has fewer nodes."""
    way = shortest_round(start, nexts)
    layer, length = set(nexts.get(start, ())), 1
    while start not in layer and length <= 8:
        layer = {goal for name in layer for goal in nexts.get(name, ())}
        length += 1
    assert len(way) == (length if start in layer else 0)
    for here, there in zip(way, [*way[1:], *way[:1]], strict=True):
        assert there in nexts[here]
