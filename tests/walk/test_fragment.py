"""Links into a tree: what they hold, what they never hold, and that they lead back."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import TESTS
from wegwijzer.walk import fragment
from wegwijzer.walk.fragment import Fragment
from wegwijzer.walk.walker import Walker, replay

VECTORS = json.loads((TESTS / "vectors" / "fragments.json").read_text(encoding="utf-8"))
WALKS = json.loads((TESTS / "vectors" / "walks.json").read_text(encoding="utf-8"))
"""Walks through the sample tree: where each begins; then a node, the answer to it, where that leads, and the link there."""
ANY_VERSION = "1a2b3c4d"
"""What stands for the version of the tree in those links."""


def test_first_step_has_a_short_link(sample):
    """A walk without answers has the plain link of its step, the same as in the static version."""
    assert "vuilnis-toon" == fragment.write(Walker(sample))


def test_link_holds_answers_and_version_but_nothing_typed(sample):
    """A shared link names step, answers and version; what somebody typed shows as ~."""
    walker = replay(sample, [("toon", "twijfel"), ("naam", "Jan Geheim"), ("klachten", ("zakken", "kosten"))])
    link = fragment.write(walker)
    assert f"vuilnis-overleg;toon.twijfel,naam.~,klachten.zakken+kosten;{sample.version}" == link
    assert "Geheim" not in link


def test_link_leaves_out_what_the_municipality_chose(sample):
    """Decisions of local policy are not shared: who opens the link has choices of their own."""
    walker = replay(sample, [("toon", "boos")], given={"keuzes.zicht": "verbergen"})
    assert f"vuilnis-verberg;toon.boos;{sample.version}" == fragment.write(walker)


def test_link_from_the_middle_says_where_it_began(sample):
    """A walk that was opened in the middle keeps that in its link."""
    walker = Walker(sample, start="klachten").give("klachten", ("niets",))
    link = fragment.write(walker)
    assert f"vuilnis-klachten--;@klachten,klachten.niets;{sample.version}" == link
    answers = (("klachten", ("niets",)),)
    assert Fragment("klachten--", "klachten", answers, sample.version) == fragment.read(link, sample)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vuilnis-naam", Fragment("naam")),
        ("#vuilnis-naam", Fragment("naam")),
        ("vuilnis-naam;;", Fragment("naam")),
        ("vuilnis-naam;toon.twijfel", Fragment("naam", None, (("toon", "twijfel"),))),
        ("vuilnis-verberg;verberg.verder;0000abcd", Fragment("verberg", None, (("verberg", "verder"),), "0000abcd")),
        ("vuilnis-x;klachten.;0000abcd", Fragment("x", None, (("klachten", ()),), "0000abcd")),
        ("vuilnis-x;klachten.a+b;0000abcd", Fragment("x", None, (("klachten", ("a", "b")),), "0000abcd")),
        ("vuilnis-naam;toon.twijfel;abc", Fragment("naam", None, (("toon", "twijfel"),))),
        ("trol-naam", None),
        ("", None),
        ("vuilnis", None),
        ("inhoud", None),
    ],
)
def test_link_is_read_as_written(sample, text, expected):
    """A link is read piece by piece; the link of another tree, or a heading of the page, is none of this tree."""
    assert expected == fragment.read(text, sample)


def test_typed_text_comes_from_the_page(sample):
    """What was filled in on this page is put back; on another page the fill-in has no answer."""
    link = "vuilnis-klachten;toon.twijfel,naam.~;x"
    assert fragment.read(link, sample, {"naam": "An"}).answers[1] == ("naam", "An")
    assert fragment.read(link, sample).answers[1] == ("naam", None)


@pytest.mark.parametrize(("text", "expected"), VECTORS)
def test_what_is_not_ours_falls_away(text, expected):
    """Of an address only what we could have written is read, and reading that again changes nothing."""
    assert expected == fragment.cleaned(text, "reactie")
    assert expected == fragment.cleaned(expected, "reactie")


@pytest.mark.parametrize("told", WALKS)
def test_a_link_grows_with_each_answer(sample, told):
    """Of a walk each answer writes a link, the same here and in the page before Python leads; it reads back as itself."""
    walker = Walker(sample, start=told["from"] if told["from"] != "toon" else None)
    for node, answer, to, link in told["walk"]:
        typed = answer == fragment.TYPED
        walker.give(node, "Jan" if typed else tuple(answer) if isinstance(answer, list) else answer)
        assert (to, link.replace(ANY_VERSION, sample.version)) == (walker.node, fragment.write(walker))
        assert link == fragment.cleaned(link, "vuilnis")


@given(st.text(alphabet="vuilnis-to;.,@~+#xab%25CE3B\x00 é", max_size=60))
def test_any_text_can_be_read(sample, text):
    """Whatever stands in an address, reading it never fails, and what is kept is what we could have written."""
    kept = fragment.cleaned("vuilnis-" + text, "vuilnis")
    assert kept == fragment.cleaned(kept, "vuilnis")
    assert re.fullmatch(r"(?:vuilnis-[a-z0-9-]+(?:;[a-z0-9@.,~+-]*(?:;[0-9a-f]{8})?)?)?", kept)
    assert (fragment.read(kept, sample) is None) == (not kept)
