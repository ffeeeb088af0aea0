"""Local choices that a walk follows without asking: what counts, what stands in a link, and how a reader chooses after all."""

from __future__ import annotations

import pytest

from helpers import FIXTURES, tree
from wegwijzer.view.opened import opened
from wegwijzer.walk import fragment
from wegwijzer.walk.alternatives import alternatives
from wegwijzer.walk.remaining import questions_left
from wegwijzer.walk.walker import Walker, WalkError, replay, walk_mapping

CHOICES = (FIXTURES / "valid/keuzes.yml").read_text(encoding="utf-8")
STIL = (FIXTURES / "valid/stil.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def stil():
    return tree(STIL, keuzes=CHOICES)


@pytest.mark.parametrize(
    ("kept", "node", "value", "by_default"),
    [
        (None, "wie", "verbergen", True),
        ("nog-niet-beslist", "wie", "verbergen", True),
        ("verbergen", "wie", "verbergen", False),
        ("laten-staan", "norm", "laten-staan", False),
        ("bestaat-niet", "wie", "verbergen", False),
    ],
)
def test_what_was_kept_is_followed_else_the_default(stil, kept, node, value, by_default):
    """What a municipality decided leads the way, and where it decided nothing (or nothing that fits) the default does."""
    given = {} if kept is None else {"keuzes.zicht": kept}
    walker = replay(stil, [("toon", "boos")], given=given)
    assert (node, value) == (walker.node, walker.policies["keuzes.zicht"])
    assert kept == "bestaat-niet" or by_default == walker.by_default("keuzes.zicht")


def test_the_default_holds_for_later_routes(stil):
    """From there on the default is a fact like any other choice; before it, it is not."""
    assert "bel" == replay(stil, [("toon", "boos"), ("wie", "bekend")]).node
    assert Walker(stil).settle().fact("keuzes.zicht.verbergen") is False


def test_a_link_does_not_hold_what_was_followed(stil):
    """Who opens a link elsewhere follows their own choices, so those of the sender are not in it."""
    walker = replay(stil, [("toon", "boos"), ("wie", "bekend")])
    assert f"{stil.id}-bel;toon.boos,wie.bekend;{stil.version}" == fragment.write(walker)
    there = opened(stil, {"fragment": fragment.write(walker), "given": {"keuzes.zicht": "laten-staan"}})
    assert "norm" == there.walker.node


def test_an_answer_in_a_link_goes_before_what_was_kept(stil):
    """Who chose in a walk finds that choice in its link, whatever was kept here."""
    walker = replay(stil, [("toon", "boos"), ("zicht", "laten-staan")], given={"keuzes.zicht": "verbergen"})
    assert "norm" == walker.node
    link = fragment.write(walker)
    assert "zicht.laten-staan" in link
    assert "norm" == opened(stil, {"fragment": link, "given": {"keuzes.zicht": "verbergen"}}).walker.node


@pytest.mark.parametrize("given", [{}, {"keuzes.zicht": "laten-staan"}])
def test_an_address_of_such_a_question_asks_it(stil, given):
    """‘Wijzig’ is the address of the question, with the answers before it: it stands open, also when something was kept."""
    walker = replay(stil, [("toon", "boos")], given=given)
    back = list(fragment.ways_back(walker))[[node for node, _ in walker.path].index("zicht")]
    asked = opened(stil, {"fragment": back, "given": given})
    assert ("zicht", "") == (asked.walker.node, asked.notice)
    assert back == fragment.write(asked.walker)
    other = "laten-staan" if not given else "verbergen"
    chosen = asked.walker.give("zicht", other).settle()
    assert f"zicht.{other}" in fragment.write(chosen)
    assert not chosen.by_default("keuzes.zicht")


def test_such_a_question_at_the_start_has_an_address_too(stil):
    """The first question of a tree can be asked after all; who begins again does not meet it, and knows all facts."""
    walker = Walker(stil).settle()
    assert [f"{stil.id}-tijd"] == list(fragment.ways_back(walker))
    assert "tijd" == opened(stil, {"fragment": f"{stil.id}-tijd"}).walker.node
    assert f"{stil.id}-toon" == fragment.write(walker)
    again = opened(stil, {"fragment": f"{stil.id}-toon"}).walker
    assert ("toon", None, "24") == (again.node, again.start, again.policies["keuzes.termijn"])


def test_two_in_a_row_are_answered_one_by_one():
    """Before a question of which a link has the answer, another one is passed, and not more than that one."""
    boom = tree(
        """
        title: B
        uses: [keuzes]
        start: tijd
        questions:
          tijd: {policy: keuzes.termijn, ask: never, to: zicht}
          zicht: {policy: keuzes.zicht, ask: never, answers: {verbergen: {to: a}, laten-staan: {to: b}}}
        actions: {a: {title: A, steps: [Stap.]}, b: {title: B, steps: [Stap.]}}
        """,
        keuzes=CHOICES,
    )
    assert ["a", "b", "b"] == [
        replay(boom, answers).node
        for answers in ([], [("zicht", "laten-staan")], [("tijd", "8"), ("zicht", "laten-staan")])
    ]


def test_what_was_chosen_here_is_followed_further_on():
    """A choice that the walk asked counts for a later node that follows the same choice without asking."""
    boom = tree(
        """
        title: B
        uses: [keuzes]
        start: eerst
        questions:
          eerst: {policy: keuzes.zicht, ask: always, to: weer}
          weer: {policy: keuzes.zicht, ask: never, answers: {verbergen: {to: a}, laten-staan: {to: b}}}
        actions: {a: {title: A, steps: [Stap.]}, b: {title: B, steps: [Stap.]}}
        """,
        keuzes=CHOICES,
    )
    for answer, node, quiet in (("laten-staan", "b", {}), ("nog-niet-beslist", "a", {})):
        walker = replay(boom, [("eerst", answer)])
        assert (node, quiet) == (walker.node, walker.quiet)


def test_always_asks_what_was_kept(stil):
    """Such a question is asked whatever was kept; without the word it would be passed."""
    walker = replay(stil, [("toon", "vriendelijk")], given={"keuzes.zicht": "verbergen"})
    assert "vraag-na" == walker.node
    usual = tree(STIL.replace("    ask: always\n", ""), keuzes=CHOICES)
    assert "verberg" == replay(usual, [("toon", "vriendelijk")], given={"keuzes.zicht": "verbergen"}).node


def test_cases_may_answer_it(stil):
    """A case says what it wants of such a question, or follows it."""
    assert "norm" == walk_mapping(stil, {"toon": "boos", "zicht": "laten-staan"}).node
    assert "bel" == walk_mapping(stil, {"toon": "boos", "wie": "bekend"}).node
    with pytest.raises(WalkError, match="nooit aan bod"):
        walk_mapping(stil, {"toon": "boos", "zicht": "laten-staan", "wie": "bekend"})


def test_a_quiz_offers_no_other_choice_where_none_was_asked(stil):
    """The other ends of a case are those of questions that its reader answered."""
    case = stil.tree.cases[0]
    assert [("verberg", "wie")] == [(found.action, found.node) for found in alternatives(stil, case, most=9)]


def test_what_nobody_is_asked_is_not_counted(stil):
    """‘Nog hoogstens …’ counts the questions a reader meets; one that stands open after all counts, with any answer."""
    assert [2, 1] == [questions_left(replay(stil, answers)) for answers in ([], [("toon", "boos")])]
    assert 2 == questions_left(opened(stil, {"fragment": f"{stil.id}-zicht;toon.boos;"}).walker)
    kept = {"keuzes.zicht": "laten-staan"}
    assert [2, 0] == [questions_left(replay(stil, answers, given=kept)) for answers in ([], [("toon", "boos")])]
    assert 2 == questions_left(opened(stil, {"fragment": f"{stil.id}-zicht;toon.boos;", "given": kept}).walker)


def test_going_back_keeps_a_choice_that_was_made_here(stil):
    """Who chose after all, and then changes an earlier answer, keeps what was chosen where the way still passes it."""
    now = opened(
        stil,
        {
            "fragment": f"{stil.id}-toon",
            "later": f"{stil.id}-norm;toon.boos,zicht.laten-staan;{stil.version}",
        },
    )
    assert [("toon", "boos"), ("zicht", "laten-staan")] == now.former
