"""The proof: situations instead of edges, bounded work, and examples that show the way."""

from __future__ import annotations

import pytest

from helpers import CHOICES, codes, load, mostly_slow, tree
from wegwijzer.check.checker import check
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.proof.situations import TooManySituations, prove
from wegwijzer.proof.unreached import unreachable


def lost_in(compiled):
    return unreachable(compiled, prove(compiled))


HEAD = "title: Lang\nstart: q0\n"
LAST = "actions:\n  klaar: {title: Klaar, steps: [Klaar.]}\n  anders: {title: Anders, steps: [Anders.]}\n"


def long_tree(answers, size, marks=""):
    """A chain of questions; `answers` gives the lines of the answers of each, by its place and the next step."""
    lines = [HEAD, marks, "questions:\n"]
    for i in range(size):
        after = f"q{i + 1}" if i + 1 < size else "klaar"
        lines.append(f"  q{i}:\n    text: Vraag {i}?\n    answers:\n{answers(i, after)}")
    return "".join(lines) + LAST


def plainly(_, after):
    return f"      ja: {{text: Jawel, to: {after}}}\n      nee: {{text: Anders, to: anders}}\n"


def looking_back(i, after):
    """Each question looks at the answer to the one before it."""
    if i == 0:
        return f"      ja: {{text: Jawel, to: {after}}}\n      nee: {{text: Anders, to: {after}}}\n"
    return (
        f"      ja:\n        text: Jawel\n        to:\n          - when: {{all: [q{i - 1}.ja]}}\n"
        f"            to: {after}\n          - to: anders\n      nee: {{text: Anders, to: {after}}}\n"
    )


def joining(i, after):
    """Two answers that lead to the same next question: edges double at each step, situations do not."""
    extra = f"      soms: {{text: Soms, to: q{i // 2}}}\n" if i % 100 == 99 else ""
    other = "anders" if i == 0 else after
    return f"      ja: {{text: Jawel, to: {after}}}\n      nee: {{text: Anders, to: {other}}}\n{extra}"


@pytest.mark.parametrize("size", mostly_slow([500, 10_000], quick=[500]))
@pytest.mark.parametrize(("answers", "each"), [(plainly, 1), (looking_back, 2), (joining, 1)])
def test_long_tree_is_checked_with_work_in_proportion(answers, each, size):
    """A tree of 10,000 questions with ordinary guards has at most a few situations a question, and no problem."""
    loaded = load(long_tree(answers, size))
    proof = prove(compile_tree("boom", loaded.library), limit=each * size + 2)
    assert each * (size - 1) + 1 <= len(proof.situations) <= each * size + 2
    assert [] == [problem for problem in check(loaded) if problem.level != "advice"]


def test_forgotten_facts_do_not_split_situations():
    """A fact is forgotten once no later guard looks at it: ten marks do not make 1,024 situations."""
    text = HEAD + "marks:\n" + "".join(f"  m{i}: {{text: het {i} is}}\n" for i in range(10)) + "questions:\n"
    for i in range(10):
        text += (
            f"  q{i}:\n    text: V{i}?\n    answers:\n      ja: {{text: Jawel, marks: [m{i}], to: g{i}}}\n"
            f"      nee: {{text: Neen, to: g{i}}}\n"
            f"  g{i}:\n    text: G{i}?\n    answers:\n      ok:\n        text: Goed\n        to:\n"
            f"          - when: {{all: [m{i}]}}\n            to: {f'q{i + 1}' if i < 9 else 'klaar'}\n"
            f"          - to: {f'q{i + 1}' if i < 9 else 'anders'}\n"
        )
    proof = prove(tree(text + LAST))
    assert 10 * 3 + 2 == len(proof.situations)


def test_work_is_bounded_and_names_what_lives_too_long():
    """Past its limit the proof stops and names the facts that are looked at last."""
    text = HEAD + "questions:\n"
    for i in range(12):
        to = f"q{i + 1}" if i < 11 else "eind"
        text += f"  q{i}: {{text: 'V?', answers: {{ja: {{text: Jawel, to: {to}}}, nee: {{text: Neen, to: {to}}}}}}}\n"
    facts = ", ".join(f"q{i}.ja" for i in range(12))
    text += (
        f"  eind:\n    text: En?\n    answers:\n      ok:\n        text: Goed\n        to:\n"
        f"          - when: {{any: [{{all: [{facts}]}}, {{none: [{facts}]}}]}}\n            to: klaar\n"
        f"          - to: anders\n"
    )
    with pytest.raises(TooManySituations) as stopped:
        prove(tree(text + LAST), limit=1000)
    assert "q0.ja" in stopped.value.facts
    assert len(prove(tree(text + LAST)).situations) == 2**13 + 1


def test_many_options_that_later_guards_look_at_are_refused():
    """More than sixteen options of one question that guards look at cannot all be combined: W200, not a guess."""
    options = "".join(f"      o{i}: {{text: Optie {i}}}\n" for i in range(17))
    facts = ", ".join(f"q0.o{i}" for i in range(17))
    text = (
        f"{HEAD}questions:\n  q0:\n    text: Wat?\n    choose: many\n    answers:\n{options}    to:\n"
        f"      - when: {{all: [{facts}]}}\n        to: klaar\n      - to: anders\n{LAST}"
    )
    assert codes(text) == ["W200"]


LOOP = """
title: Lus
start: lees
questions:
  lees:
    text: Las je het?
    answers:
      ja:
        text: Jawel
        to:
          - when: {all: [nagekeken]}
            to: klaar
          - to: kijk
  kijk:
    text: Kijk je het na?
    answers:
      gedaan: {text: Gedaan, marks: [nagekeken], to: lees}
marks: {nagekeken: {text: je het al nakeek}}
actions:
  klaar: {title: Klaar, steps: [Klaar.]}
"""


def test_loop_that_guards_make_impossible_is_no_alarm():
    """Edges alone show a loop here; nobody can go round it, because coming back sets the mark that ends it."""
    assert {"W209"} == set(codes(LOOP))
    assert prove(tree(LOOP), undecided=True).count_walks() == 1


def test_the_same_loop_without_the_mark_never_ends():
    """With the same edges, and nobody to set the mark, every situation is trapped."""
    boom = tree(LOOP.replace("marks: [nagekeken], ", ""))
    proof = prove(boom)
    assert ["lees", "kijk"] == [proof.situations[index][0] for index in proof.trapped()]


def test_answer_that_is_given_again_replaces_the_first():
    """A question asked again has one answer, the last; marks of the first time stay."""
    text = """
    title: Nog eens
    start: hoe
    questions:
      hoe:
        text: Hoe gaat het?
        answers:
          goed: {text: Goed, to: door}
          slecht: {text: Slecht, marks: [zorg], to: wacht}
      door:
        text: Ga je door?
        answers:
          ja:
            text: Jawel
            to:
              - when: {all: [hoe.goed, hoe.slecht]}
                to: onmogelijk
              - when: {all: [hoe.goed, zorg]}
                to: bel
              - to: klaar
    marks: {zorg: {text: het eerst niet ging}}
    actions:
      wacht: {title: Wacht, steps: [Wacht.], to: hoe}
      onmogelijk: {title: O, steps: [Stap.]}
      bel: {title: Bel, steps: [Bel.]}
      klaar: {title: Klaar, steps: [Klaar.]}
    """
    lost = lost_in(tree(text))
    assert (("door--ja", 0),) == lost.routes
    assert ("onmogelijk",) == lost.actions


def test_local_choice_decides_only_where_a_guard_looks_at_it():
    """A choice that no guard looks at is not split: the tree has one situation a step."""
    text = """
    title: Boom
    uses: [keuzes]
    start: zicht
    questions:
      zicht: {policy: keuzes.zicht, answers: {verbergen: {to: weg}}, to: hier}
    actions:
      weg: {title: Weg, steps: [Stap.]}
      hier: {title: Hier, steps: [Stap.]}
    """
    assert len(prove(tree(text, keuzes=CHOICES)).situations) == 3


def test_dead_end_names_a_way_that_leads_there():
    """For a dead end the proof gives the answers that lead to it."""
    text = """
    title: Boom
    start: een
    questions:
      een: {text: 'Eén?', answers: {a: {text: Aa, to: twee}, b: {text: Bee, to: klaar}}}
      twee: {text: 'Twee?', answers: {c: {text: Cee, to: [{when: {all: [een.b]}, to: klaar}]}}}
    actions:
      klaar: {title: Klaar, steps: [Klaar.]}
    """
    proof = prove(tree(text))
    ((origin, answer, fork),) = proof.dead_ends
    assert ([("een", "a")], "c", "twee--c") == (proof.way_to(origin), answer, fork)


def test_choice_that_was_filled_in_is_not_asked_again():
    """A local choice that is filled in early in a tree is not asked later on: that question is never asked."""
    text = """
    title: Boom
    uses: [keuzes]
    start: eerst
    questions:
      eerst: {policy: keuzes.termijn, to: later}
      later: {policy: keuzes.termijn, to: klaar}
    actions:
      klaar: {title: Klaar, steps: [Klaar.]}
    """
    assert ("later",) == lost_in(tree(text, keuzes=CHOICES)).questions


def test_start_that_never_holds_is_a_dead_end():
    """A start of which no route ever holds gives W201 for the start; the checker does not fall over it."""
    assert "W201" in codes("""
    title: Boom
    start: [{when: {all: [een.a]}, to: een}]
    questions: {een: {text: 'Eén?', answers: {a: {text: Aa, to: klaar}}}}
    actions: {klaar: {title: Klaar, steps: [Klaar.]}}
    """)


def test_option_that_the_minimum_excludes_is_unreachable():
    """With `min: 2` and one option that goes with others, only ‘none of these’ can be given; the option gets W203."""
    text = """
    title: Boom
    start: wat
    questions:
      wat:
        text: Wat?
        choose: many
        min: 2
        answers: {een: {text: Eén}, geen: {text: Geen, exclusive: true}}
        to: klaar
    actions: {klaar: {title: Klaar, steps: [Klaar.]}}
    """
    assert codes(text) == ["W203"]
