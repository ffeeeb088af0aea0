"""What one step shows: to this reader, and to a form that remembers nothing."""

from __future__ import annotations

import pytest

from helpers import CHOICES, tree
from wegwijzer.view.nodes import closing_lines, live_view, static_view
from wegwijzer.walk.walker import Walker, clone, replay

WAY = [("toon", "twijfel"), ("naam", "An"), ("klachten", ("kosten",))]


def lines(view):
    return [(line.condition, line.text) for line in view.about("tasks")]


def named(view):
    return [use.short for use in view.followed]


def test_question_shows_its_answers_with_number_and_link(sample):
    """A single-choice question shows where each answer leads: step, number and link."""
    view = static_view(sample, "toon")
    assert ("1", "question", "Welke toon heeft het bericht?") == (view.number, view.kind, view.title)
    assert [("boos", "2", "vuilnis-zicht"), ("twijfel", "3", "vuilnis-naam"), ("vriendelijk", "3", "vuilnis-naam")] == [
        (answer.id, answer.arrow.number, answer.arrow.fragment) for answer in view.answers
    ]


def test_arrow_of_a_reader_passes_what_the_municipality_decided(sample):
    """For a reader an arrow points at the step that will really come, past decided questions and known guards."""
    view = live_view(Walker(sample, {"keuzes.zicht": "verbergen"}))
    assert ("verberg", f"vuilnis-verberg;toon.boos;{sample.version}") == (
        view.answers[0].arrow.id,
        view.answers[0].arrow.fragment,
    )


def test_looking_ahead_does_not_move_the_reader(sample):
    """Showing a step leaves the walk as it was."""
    walker = replay(sample, WAY[:1])
    before = {name: repr(value) for name, value in vars(walker).items()}
    live_view(walker)
    assert before == {name: repr(value) for name, value in vars(walker).items()}


def test_copy_of_a_walk_goes_its_own_way(sample):
    """A clone can go on without the first noticing."""
    walker = replay(sample, WAY[:2])
    twin = clone(walker).give(*WAY[2])
    assert ("klachten", "overleg") == (walker.node, twin.node)
    assert (WAY[:2], {}) == (walker.path, {k: v for k, v in walker.answered.items() if k == "klachten"})


def test_static_step_says_when_a_guarded_line_applies(sample):
    """A form without memory shows every guarded line, with its condition in words."""
    assert [
        ("", "Lees het bericht samen."),
        ("Als je bij 4 ‘De kosten: te hoog’ koos", "Vergelijk de kosten met vorig jaar."),
    ] == lines(static_view(sample, "overleg"))


@pytest.mark.parametrize(
    ("complaints", "expected"),
    [
        (("kosten",), ["Lees het bericht samen.", "Vergelijk de kosten met vorig jaar."]),
        (("zakken",), ["Lees het bericht samen."]),
    ],
)
def test_reader_sees_only_the_lines_that_apply(sample, complaints, expected):
    """Who answered, sees the lines whose guards hold, without conditions."""
    view = live_view(replay(sample, [*WAY[:2], ("klachten", complaints)]))
    assert [("", text) for text in expected] == lines(view)


def test_reader_in_the_middle_sees_what_may_apply(sample):
    """A reader who came in the middle sees a guarded line with its condition."""
    assert "Als je bij 4" in lines(live_view(Walker(sample, start="overleg")))[1][0]


def test_placeholders_show_what_was_filled_in(sample):
    """A placeholder shows the reader's own word, or the name of the question when it is not known."""
    way = [("toon", "vriendelijk"), ("naam", "An & Bo"), ("klachten", ("niets",))]
    assert "Bedank An & Bo" == live_view(replay(sample, way)).title
    assert "Bedank [Naam]" == static_view(sample, "bedank").title
    assert "Bedank [Naam]" == live_view(replay(sample, [way[0], ("naam", ""), way[2]])).title


def test_default_of_a_local_choice_is_used_and_said(sample):
    """Content that falls back on a default says for which choice; once decided it says nothing."""
    way = [("toon", "vriendelijk"), ("naam", ""), ("klachten", ("zakken",))]
    view = live_view(replay(sample, way))
    assert ("Antwoord binnen 24 uur.", ["Termijn"]) == (view.about("tasks")[0].text, named(view))
    view = live_view(replay(sample, way, given={"keuzes.termijn": "8"}))
    assert ("Antwoord binnen 8 uur.", []) == (view.about("tasks")[0].text, named(view))
    assert () == static_view(sample, "bedank").followed


def test_undecided_choice_falls_back_in_guards_and_says_so():
    """‘Nog niet beslist’ shows what the default would show, and says which choice is open."""
    boom = tree(
        """
        title: B
        uses: [keuzes]
        start: klaar
        actions:
          klaar:
            title: Klaar
            steps:
              - {text: Verberg het., when: {all: [keuzes.zicht.verbergen]}}
              - {text: Laat het staan., when: {none: [keuzes.zicht.verbergen]}}
    """,
        keuzes=CHOICES,
    )
    for given, text, defaults in (
        ({}, "Verberg het.", ["Verbergen"]),
        ({"keuzes.zicht": "nog-niet-beslist"}, "Verberg het.", ["Verbergen"]),
        ({"keuzes.zicht": "laten-staan"}, "Laat het staan.", []),
    ):
        view = live_view(Walker(boom, given))
        assert ([("", text)], defaults) == (lines(view), named(view))


def test_several_answers_are_joined_in_words():
    """A placeholder for several options lists them, the last with ‘en’."""
    boom = tree("""
        title: B
        start: w
        questions:
          w: {text: 'W?', choose: many, answers: {a: {text: een}, b: {text: twee}, c: {text: drie}}, to: k}
        actions: {k: {title: Kies $w, steps: [Stap.]}}
    """)
    assert ["Kies een", "Kies een en twee", "Kies een, twee en drie"] == [
        live_view(replay(boom, [("w", keys)])).title for keys in (("a",), ("a", "b"), ("a", "b", "c"))
    ]


def test_interim_action_leads_on_and_a_final_one_hands_over(sample):
    """An interim action has an arrow; a final one may offer another tree, and shows the closing."""
    interim = static_view(sample, "verberg")
    assert (False, "naam", ()) == (interim.final, interim.onward.id, interim.about("handover"))
    final = live_view(replay(sample, WAY))
    assert (True, None) == (final.final, final.onward)
    assert [("Keuzes van onze gemeente", "keuzes", "termijn")] == [
        (r.title, r.tree, r.node) for r in final.about("handover")
    ]
    assert ["Zorg ook voor jezelf."] == [line.text for line in final.about("closing")]
    assert final.about("closing") == closing_lines(sample)


def test_fork_shows_the_routes_that_are_open(sample):
    """A fork offers each route that may still hold, with where it leads."""
    view = static_view(sample, "klachten--")
    assert ("4a", "fork") == (view.number, view.kind)
    assert [("0", "Ja", "overleg"), ("1", "Nee", "bedank")] == [(c.id, c.text, c.arrow.id) for c in view.answers]


def test_sources_are_joined_and_our_own_come_last(sample):
    """A step lists each source once with the places in it; what is our own addition stands last and is marked."""
    credits_ = static_view(sample, "overleg").about("sources")
    assert [("Redactie", True)] == [(credit.title, credit.editorial) for credit in credits_]
    assert static_view(sample, "overleg").about("tasks")[0].editorial
    ((title, places),) = [(credit.title, credit.places) for credit in static_view(sample, "toon").about("sources")]
    assert ("Gids voor gesprekken (Een uitgever, 2024)", ("Deel 1: luisteren",)) == (title, places)


def test_page_and_tree_to_see_are_told_apart():
    """`see` names a tree, or with a slash a page of the site."""
    boom = tree("title: B\nstart: k\nactions: {k: {title: K, steps: [Stap.], see: [/hulp/eerste-dagen/]}}\n")
    ((title, path),) = [(ref.title, ref.path) for ref in static_view(boom, "k").about("see")]
    assert ("Eerste dagen", "/hulp/eerste-dagen/") == (title, path)


def test_placeholder_shows_the_answer_to_a_local_choice_asked_here():
    """`$vraag` shows the answer that was chosen, also when that question asks a local answer."""
    boom = tree(
        "title: B\nuses: [keuzes]\nstart: zicht\nquestions: {zicht: {policy: keuzes.zicht, to: k}}\n"
        "actions: {k: {title: Kies $zicht, steps: [Stap.]}}\n",
        keuzes=CHOICES,
    )
    assert "Kies Laten staan" == live_view(replay(boom, [("zicht", "laten-staan")])).title
