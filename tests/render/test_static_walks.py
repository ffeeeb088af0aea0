"""All walks of a large tree, along the links of its static version."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from landmarks import walkable
from walks import all_walks
from wegwijzer.compile.compiled import exit_after, fork_id
from wegwijzer.render.html import tree_html
from wegwijzer.walk.walker import Walker, chosen_keys


class Links(HTMLParser):
    """Where the links of each step lead, by answer ("" for going on)."""

    def __init__(self, tree, html):
        super().__init__()
        self.tree = f"{tree}-"
        self.step, self.links = "", {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "section":
            self.step = found["id"].removeprefix(self.tree)
        elif tag == "a" and ("data-answer" in found or "data-continue" in found):
            self.links[self.step, found.get("data-answer", "")] = found["href"]


def follow(compiled, links, reader, step, answer):
    """Follow one answer along the static links; where a fork asks, say what the reader knows."""
    question = compiled.tree.questions.get(step)
    single = question is not None and question.choose == "one" and not question.fill
    place = links[step, answer if single else ""].removeprefix(f"#{compiled.id}-")
    reader.give(step, answer)
    fork = fork_id(step, exit_after(question, chosen_keys(answer))[0] if question else None)
    if fork in compiled.forks:
        assert place == fork
        goals = [route.to for route in compiled.forks[fork].target.routes]
        place = links[fork, str(goals.index(reader.node))].removeprefix(f"#{compiled.id}-")
    return place


@pytest.mark.parametrize(("least", "most"), [(50, 2000), pytest.param(2000, 200_000, marks=pytest.mark.slow)])
def test_every_walk_follows_the_static_links(own_trees, least, most):
    """Each of the walks of a tree, thousands in a large one, leads along the static links to the same action."""
    compiled = walkable(own_trees, least, most)
    links = Links(compiled.id, tree_html(compiled)).links
    count = 0
    for walker in all_walks(compiled):
        reader = Walker(compiled)
        for step, answer in walker.path:
            assert follow(compiled, links, reader, step, answer) == reader.node
        assert reader.node == walker.node
        count += 1
    assert count > least
