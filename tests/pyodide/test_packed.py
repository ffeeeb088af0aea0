"""The runtime as the site has it (bytecode, stand-ins for what is not needed) answers as the engine here does."""

from __future__ import annotations

import json
from base64 import b64encode

import pytest
from packed import extending, packed

from landmarks import decisive_choice, walkable
from walks import all_walks, covering
from wegwijzer import browser
from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import is_final
from wegwijzer.walk.fragment import write
from wegwijzer.walk.walker import walk_mapping

SIZES = [(50, 2000), pytest.param(2000, 200_000, marks=pytest.mark.slow)]
"""How many walks a tree has that is walked whole, at least and at most."""


def test_packed_runtime_answers_as_the_engine_does(own_trees, tmp_path):
    """Every tree opens at its start and at the end of each of its cases, with the same HTML as here."""
    requests = []
    for compiled in own_trees.values():
        requests += [
            json.dumps({"do": "load", "tree": encode(compiled)}),
            json.dumps({"do": "open", "tree": compiled.id}),
            json.dumps({"do": "answer", "tree": compiled.id, "fragment": "", "node": "x", "answer": "y"}),
        ]
        for case in compiled.tree.cases:
            walker = walk_mapping(compiled, case.answers, given=case.given)
            there = {"fragment": write(walker), "given": dict(case.given), "typed": dict(walker.filled)}
            requests.append(json.dumps({"do": "open", "tree": compiled.id, **there}))
    assert len(requests) > 3 * len(own_trees)
    assert [json.loads(browser.handle(request)) for request in requests] == list(
        map(json.loads, packed(requests, tmp_path))
    )


@pytest.mark.parametrize(("least", "most"), SIZES)
def test_packed_runtime_leads_along_every_route(own_trees, tmp_path, least, most):
    """Every answer, route and final action of a tree, node by node: each is what the engine here gives."""
    compiled = walkable(own_trees, least, most)
    requests = [json.dumps({"do": "load", "tree": encode(compiled)})]
    replies = [browser.handle(requests[0])]
    walks = covering(list(all_walks(compiled)))
    for walker in walks:
        requests.append(json.dumps({"do": "open", "tree": compiled.id}))
        replies.append(browser.handle(requests[-1]))
        for node, answer in walker.path:
            here = json.loads(replies[-1])
            going = {"fragment": here["fragment"], "typed": here["typed"], "node": node, "answer": answer}
            requests.append(json.dumps({"do": "answer", "tree": compiled.id, **going}))
            replies.append(browser.handle(requests[-1]))
        assert json.loads(replies[-1])["node"] == walker.node
    finals = {name for name, action in compiled.tree.actions.items() if is_final(action)}
    assert {walker.node for walker in walks} == finals
    assert list(map(json.loads, replies)) == list(map(json.loads, packed(requests, tmp_path)))


def test_packed_runtime_draws_as_the_engine_does(own_trees, tmp_path):
    """What draws is packed apart and complete in itself: the same DOT, the same sheets, the same picture as here."""
    boom, given, _ = decisive_choice(own_trees)
    svg = (
        '<svg viewBox="0 0 90 40" xmlns="http://www.w3.org/2000/svg"><g id="x" class="graph"><title>x</title>'
        '<g id="k" class="node ww-node ww-says ww-draws-x"><a><path d="M0,0 90,40"/>'
        '<text x="7" y="15" font-size="12.00">1\u00a0Stop</text></a></g></g></svg>'
    )
    asked = [
        {"do": "load", "tree": encode(boom)},
        extending("draw"),
        {"do": "draw", "tree": boom.id, "given": given},
        {"do": "draw", "tree": boom.id, "sheets": [{"title": "Blad", "place": "blad-1", "svgs": [svg]}]},
        {"do": "draw", "tree": boom.id, "picture": svg, "style": "text{}", "shapes": {"x": "<symbol><path/></symbol>"}},
    ]
    requests = list(map(json.dumps, asked))
    replies = list(map(json.loads, packed(requests, tmp_path)))
    assert replies[1] == {"extended": True}
    assert replies[2:] == [json.loads(browser.handle(request)) for request in [requests[0], *requests[2:]]][1:]


@pytest.mark.parametrize("request_", ['{"do":"open","tree":"bestaat-niet"}', "geen JSON"])
def test_error_of_the_packed_runtime_tells_where(request_, tmp_path):
    """What goes wrong in the packed runtime still says what and where, without source lines."""
    (told,) = packed([request_], tmp_path)
    assert "wegwijzer/browser.py" in told
    assert "Error" in told.splitlines()[-1]


def test_packed_runtime_reads_and_writes_a_file(own_trees, tmp_path):
    """With the parser that comes for it the runtime reads a file, says what is wrong with one, and writes one, as here; what is
    made to break a reader ends soon.
    """
    tree = own_trees[next(iter(name for each in own_trees.values() for name in each.tree.uses))]
    name, question = next((name, each) for name, each in tree.own_choices.items() if not each.fill)
    good = f"name: Voorbeeldegem\nchoices:\n  {name}: {question.default}\n"
    texts = [
        good,
        "",
        "name: &a X\n",
        good.replace(f": {question.default}", ": weg"),
        good + "    as: [\n",
        "[" * 50_000,
    ]
    texts.append(
        good.replace(f"  {name}: {question.default}", f"  {name}:\n    answer: {question.default}\n    as: 0000-0000")
    )
    writing = {
        "choices": {name: {"value": question.default, "who": 'de "ploeg"', "when": "", "as": ""}},
        "rest": "",
        "name": "X",
    }
    requests = [
        *({"do": "read", "file": b64encode(text.encode()).decode()} for text in texts),
        {"do": "write", **writing},
    ]
    load = json.dumps({"do": "load", "tree": encode(tree)})
    browser.handle(load)
    asked = [load, json.dumps(extending("yaml")), *map(json.dumps, requests)]
    here = [json.loads(browser.handle(json.dumps(request))) for request in requests]
    there = list(map(json.loads, packed(asked, tmp_path)))[2:]
    assert [len(reply["problems"]) for reply in here] == [0, 1, 1, 1, 1, 1, 1, 0]
    assert here == there
