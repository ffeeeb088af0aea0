"""From a frame to what can be set against it: the cards of frames and the tree on frames say the same."""

from __future__ import annotations

import pytest

from helpers import own_project
from municipal.pages import frames
from municipal.records import Frame
from wegwijzer.graph import reached
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.walk.entries import enter

LIBRARY = own_project().library
PROBLEMS = sorted(name for name, frame in LIBRARY.of(Frame).items() if frame.problematising)
PROBLEM = pytest.mark.parametrize("name", PROBLEMS)


@pytest.fixture(scope="module")
def tree(own_trees):
    """The tree on frames."""
    return own_trees["frame-herkennen"]


def next_to(tree, node):
    """The nodes to which a node leads at once."""
    return [route.to for _, target in tree.exits(node) for route in target.routes]


def offered(tree, question):
    """The frames that a question offers as another story, by the cards on the actions to which it leads at once."""
    actions = [tree.tree.actions[name] for name in next_to(tree, question) if name in tree.tree.actions]
    return {frame for action in actions for frame in action.related.get("frames", ())}


@PROBLEM
def test_card_opens_the_tree_after_the_frame_was_recognised(name, tree):
    """The button on the card of a problem frame opens an entry whose walk passed the result with that card."""
    entry = f"counterframe-bij-{name}"
    assert f'href="../keuzehulp/frame-herkennen/#frame-herkennen-{entry}"' in frames.card(
        PlaceOnSite(LIBRARY, "../"), name
    )
    passed = [node for node, _ in enter(tree, entry).path]
    assert (name,) == tree.tree.actions[passed[-1]].related["frames"]


@PROBLEM
def test_question_after_a_frame_offers_the_counterframes_of_its_card(name, tree):
    """What the tree sets against a frame is what its card names; of the concern itself the frame may stand there too."""
    card = {counter.frame for counter in LIBRARY.of(Frame)[name].counterframes}
    assert card == offered(tree, enter(tree, f"counterframe-bij-{name}").node) - {name}


def test_no_reply_stands_on_a_way_to_a_threat(tree):
    """From an action with a reply nobody comes to the result that forbids contact any more."""
    actions = tree.tree.actions
    forbidden = {name for name, action in actions.items() if action.contact == "none"}
    replies = [name for name, action in actions.items() if action.reply]
    assert forbidden
    assert replies
    assert set() == forbidden & reached(replies, lambda node: next_to(tree, node))
