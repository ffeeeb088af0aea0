"""The rules that look at replies, in both forms of address, and at tasks that an action forbids."""

from __future__ import annotations

from time import perf_counter

import pytest

from helpers import codes, load, problems
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.safety import forbidden_task
from wegwijzer.language.prose import Prose

REPLY = """
title: Boom
start: klaar
actions:
  klaar:
    title: Rond af
    steps: [Lees het bericht.]
    reply:
      %s
"""
STEPS = "steps:\n  kopie: {text: Maak een afdruk.}\n  noteer: {text: Noteer de link.}\n"


def told(text, code, **others):
    return [(p.line, p.message) for p in problems(text, **others) if p.code == code]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We lazen {je|uw} bericht.", []),
        ("We lazen uw bericht.", []),
        ("We lazen {je|uw} bericht en kijken uw vraag na.", ["‘uw’"]),
        ("We lazen {je|uw} bericht en kijken je vraag na.", ["‘je’"]),
        ("We lazen {uw|je} bericht.", ["‘uw’", "‘je’"]),
    ],
)
def test_each_form_is_judged_apart(text, words):
    """The informal form says no ‘u’ and the formal one no ‘je’; a text of one form may be either, as before."""
    found = told(REPLY % f"text: '{text}'", "W505")
    assert len(words) == len(found)
    assert all(word in message for word, (_, message) in zip(words, found, strict=True))


@pytest.mark.parametrize("key", ["text", "short"])
def test_rules_on_words_see_what_stands_in_either_form(key):
    """A long sentence, a hard word and shouting are found also where only the formal form has them."""
    other = "" if key == "text" else "text: We lazen het.\n      "
    text = REPLY % f"{other}{key}: 'We lezen {{het|het aangaande bericht ALTIJD!!}} na.'"
    assert {"W504", "W506"} <= {p.code for p in problems(text)}


def test_prose_has_both_forms_at_one_place():
    """Two passages with the place of the text as it was written; of a text without pairs there is one."""
    record = load(REPLY % "text: 'We lazen {je|uw} bericht.'\n      never: ['Zeg nooit {dit}.']").library.trees["boom"]
    found = {(p.text, p.address) for p in Prose(record).passages if p.where[:3] == ("actions", "klaar", "reply")}
    assert found == {
        ("We lazen je bericht.", "informal"),
        ("We lazen uw bericht.", "formal"),
        ("Zeg nooit {dit}.", ""),
    }


@pytest.mark.parametrize(
    ("relation", "text", "warm"),
    [
        ("sanction", "Dag, bedankt voor {je|uw} bericht.", True),
        ("limit", "Dag. Fijn dat je schrijft. We halen het weg.", True),
        ("limit", "Dag. We halen het weg. Zo blijft het fijn voor iedereen.", False),
        ("sanction", "We lazen ‘bedankt, sukkels’ en halen het weg.", False),
        ("sanction", "We lazen het. We halen het weg. {Dank je|Dank u}.", True),
        ("answer", "Bedankt voor je vraag.", False),
    ],
)
def test_a_sanction_does_not_thank(relation, text, warm):
    """Words of thanks anywhere, praise in the opening, and only where the reply draws a line."""
    assert warm == bool(told(REPLY % f"relation: {relation}\n      text: '{text}'", "W513"))


def forbidding(first_steps, *, to="kind", closing=""):
    return f"""
    title: Boom
    start: bewaar
    questions:
      kind: {{text: Is er een kind te zien?, answers: {{ja: {{text: Ja, to: bel}}, nee: {{text: Nee, to: klaar}}}}}}
    actions:
      bewaar: {{title: Bewaar het, steps: [{first_steps}], to: {to}}}
      bel: {{title: Bel de politie, steps: [{{use: noteer}}], forbids: [kopie]}}
      klaar: {{title: Rond af, steps: [{{use: kopie}}]}}
    {closing}
    """


def test_no_way_shows_a_forbidden_task():
    """Before the ending that forbids it a task may not show; beside it, behind the same question, it may."""
    (found,) = told(forbidding("{use: kopie}"), "W409", steps=STEPS)
    assert all(name in found[1] for name in ("‘bewaar’", "‘bel’", "‘kopie’"))
    assert [] == told(forbidding("{use: noteer}"), "W409", steps=STEPS)


def test_a_guard_on_the_way_excuses_nothing():
    """Paper does not know what was answered, so a guarded route counts as any other."""
    text = forbidding("{use: kopie}", to="[{when: {all: [kind.nee]}, to: klaar}, {to: kind}]")
    assert 1 == len(told(text, "W409", steps=STEPS))


def test_the_closing_holds_no_forbidden_task():
    """It stands under every ending; with a guard that leaves that ending out, it may."""
    assert 1 == len(told(forbidding("{use: noteer}", closing="closing: [{use: kopie}]"), "W409", steps=STEPS))
    guarded = "closing: [{use: kopie, when: {all: [kind.nee]}}]"
    assert [] == told(forbidding("{use: noteer}", closing=guarded), "W409", steps=STEPS)


def test_a_forbidden_task_must_be_there():
    """A name that data/steps.yml does not have is told of, as with `use`."""
    text = forbidding("{use: noteer}").replace("forbids: [kopie]", "forbids: [kopei]")
    assert "W119" in codes(text, steps=STEPS)


def test_ten_thousand_nodes_take_seconds():
    """One way back for each forbidden task, however many actions forbid it."""
    asked = "".join(
        f"  v{n}: {{text: Vraag {n}?, short: V, answers: {{ja: {{text: Ja, to: a{n}}}, nee: {{text: Nee, to: v{n + 1}}}}}}}\n"
        for n in range(4000)
    )
    done = "".join(f"  a{n}: {{title: Actie {n}, steps: [Doe {n}.], forbids: [kopie, noteer]}}\n" for n in range(4000))
    text = (
        f"title: Groot\nstart: v0\nquestions:\n{asked}"
        "  v4000: {text: Laatste?, short: L, answers: {ja: {text: Ja, to: z}, nee: {text: Nee, to: y}}}\n"
        f"actions:\n{done}  z: {{title: Z, steps: [{{use: kopie}}]}}\n  y: {{title: Y, steps: [Rust.]}}\n"
    )
    library = load(text, steps=STEPS).library
    context = Context("boom", library.trees["boom"], library)
    begin = perf_counter()
    assert [] == list(forbidden_task.check(context))
    assert perf_counter() - begin < 10
