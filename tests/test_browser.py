"""The one function that the page calls: JSON in, JSON out."""

from __future__ import annotations

import json
import re

import pytest

from helpers import CHOICES, load, tree
from wegwijzer import browser
from wegwijzer.check.checker import check
from wegwijzer.compile.codec import encode
from wegwijzer.compile.compiled import compile_tree

BOOM = """
title: Boom
start: toon
questions:
  toon: {text: 'Toon?', answers: {boos: {text: Boos, to: naam}, blij: {text: Blij, to: danken}}}
  naam: {text: 'Naam?', fill: {kind: text}, to: luister}
actions:
  luister: {title: Luister naar $naam, steps: [Stap.]}
  danken: {title: Dank, steps: [Stap.]}
"""


def ask(**request):
    return json.loads(browser.handle(json.dumps(request)))


@pytest.fixture(autouse=True)
def loaded(sample):
    """The sample tree and a small one, loaded as the page would."""
    ask(do="load", tree=encode(sample))
    ask(do="load", tree=encode(tree(BOOM)))


def opened(fragment="", tree="vuilnis", **more):
    return ask(do="open", tree=tree, fragment=fragment, **more)


def test_tree_is_loaded_once_and_named(sample):
    """Loading a tree says which one it was."""
    assert {"loaded": "vuilnis"} == ask(do="load", tree=encode(sample))


def test_walk_in_the_page(golden):
    """What the page hears from the first step to the last, but for the HTML. Made anew with `--update-golden`."""
    replies = [opened(given={"keuzes.termijn": "8"})]
    for node, answer in (
        ("toon", "boos"),
        ("zicht", "verbergen"),
        ("verberg", "verder"),
        ("naam", "An"),
        ("klachten", ["zakken", "kosten"]),
    ):
        before = replies[-1]
        replies.append(
            ask(
                do="answer",
                tree="vuilnis",
                fragment=before["fragment"],
                typed=before["typed"],
                given={"keuzes.termijn": "8"},
                node=node,
                answer=answer,
            )
        )
    told = [{key: value for key, value in reply.items() if key != "html"} for reply in replies]
    golden("walk.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def test_page_opens_at_the_start():
    """Without an address the page shows the first step, with all that the page needs to know about it."""
    reply = opened()
    assert ("toon", "question", False, "vuilnis-toon", "") == tuple(
        reply[key] for key in ("node", "kind", "final", "fragment", "notice")
    )
    assert "Stap 1: Welke toon heeft het bericht?" == reply["title"]
    assert {"html", "node", "kind", "final", "fragment", "title", "typed", "notice", "later", "route"} == set(reply)


def test_answer_leads_on_and_gives_the_address_of_the_next_step():
    """An answer brings the next step and its address, from which the page can be opened again."""
    reply = ask(do="answer", tree="vuilnis", fragment="vuilnis-toon", node="toon", answer="twijfel")
    assert "naam" == reply["node"]
    again = opened(reply["fragment"])
    assert (reply["html"], reply["node"]) == (again["html"], again["node"])


def test_several_answers_come_as_a_list():
    """A question with several answers takes a list; the walk ends in its action."""
    reply = ask(
        do="answer",
        tree="vuilnis",
        fragment="vuilnis-klachten;toon.twijfel,naam.~",
        typed={"naam": "An"},
        node="klachten",
        answer=["zakken", "kosten"],
    )
    assert ("overleg", "action", True) == (reply["node"], reply["kind"], reply["final"])


def test_answer_that_does_not_fit_is_told_to_the_reader():
    """An impossible answer gives words for the reader and nothing else."""
    assert {"error": "Kies minstens 1 antwoord(en)."} == ask(
        do="answer",
        tree="vuilnis",
        fragment="vuilnis-klachten;toon.twijfel,naam.~",
        typed={"naam": ""},
        node="klachten",
        answer=[],
    )


def test_typed_text_stays_on_the_page():
    """What a reader types shows in the page and is handed back to it, but never stands in the address."""
    reply = ask(do="answer", tree="boom", fragment="boom-naam;toon.boos", node="naam", answer="Jan <b>Geheim</b>")
    assert {"naam": "Jan <b>Geheim</b>"} == reply["typed"]
    assert "Geheim" not in reply["fragment"]
    assert "Jan &lt;b&gt;Geheim&lt;/b&gt;" in reply["html"]
    assert "<b>Geheim" not in reply["html"]
    assert "Luister naar Jan" in opened(reply["fragment"], "boom", typed=reply["typed"])["title"]


def test_choices_kept_by_the_municipality_pass_their_questions():
    """A local choice that this browser keeps is not asked again."""
    reply = ask(
        do="answer",
        tree="vuilnis",
        fragment="vuilnis-toon",
        given={"keuzes.zicht": "verbergen"},
        node="toon",
        answer="boos",
    )
    assert "verberg" == reply["node"]


def test_link_into_the_middle_opens_there():
    """A plain link to a later step opens that step, without making up what came before."""
    reply = opened("vuilnis-klachten")
    assert ("klachten", "") == (reply["node"], reply["notice"])
    on = ask(do="answer", tree="vuilnis", fragment=reply["fragment"], node="klachten", answer=["zakken"])
    assert ("klachten--", "fork") == (on["node"], on["kind"])


@pytest.mark.parametrize("fragment", ["vuilnis-bestaat-niet", "vuilnis-naam;@bestaat-niet,naam.~;x", "vuilnis-x;y.z;w"])
def test_link_that_no_longer_fits_says_so_and_shows_what_it_can(fragment):
    """A link to something that is gone shows the start, with a notice."""
    reply = opened(fragment)
    assert "toon" == reply["node"]
    assert reply["notice"]


def test_older_link_keeps_what_still_holds(sample):
    """Of a link made for an older tree, the answers that hold are kept; the notice says the tree changed."""
    reply = opened("vuilnis-weg;toon.twijfel,weg.ja;00000000")
    assert ("naam", "Deze link komt uit een oudere versie") == (reply["node"], reply["notice"][:36])
    assert "Deze link past niet meer" in opened(f"vuilnis-weg;toon.twijfel,weg.ja;{sample.version}")["notice"]


@pytest.mark.parametrize(
    "entry",
    [
        "bel-0900-12345.ja",
        "toon.bel-0900-12345",
        "verberg.bel-0900-12345",
        "klachten--.bel-0900-12345",
        "@bel-0900-12345",
    ],
)
def test_nothing_of_an_address_is_repeated(entry):
    """Anyone can write an address: what the tree does not know of it is told in other words."""
    reply = opened(f"vuilnis-naam;toon.twijfel,{entry},bel-0900-12345.x")
    assert reply["notice"]
    assert "0900" not in json.dumps(reply)


@pytest.mark.parametrize("fragment", ["", "inhoud", "trol-begin", "__tabbed_1_2", "100%", "vuilnis-%", "%E0%A4%A"])
def test_address_that_is_not_ours_opens_the_start(fragment):
    """Another anchor of the page does not move the wizard."""
    reply = opened(fragment)
    assert ("toon", "") == (reply["node"], reply["notice"])


@pytest.mark.parametrize("tail", [".", ")", ",", "&utm_source=x", "?fbclid=a.b", "%22", ").", "%E2%80%9D"])
def test_signs_behind_a_link_change_nothing(sample, tail):
    """What a mail program or a tracker puts behind a link is no other version."""
    reply = opened(f"vuilnis-naam;toon.twijfel;{sample.version}{tail}")
    assert ("naam", "") == (reply["node"], reply["notice"])


def test_older_link_whose_answers_now_lead_elsewhere_says_so():
    """A link made for an older tree says so, also when all its answers still exist but lead to another step."""
    older = BOOM.replace("text: Boos, to: naam", "text: Boos, to: danken")
    link = f"boom-danken;toon.boos;{tree(older).version}"
    reply = opened(link, "boom")
    assert "naam" == reply["node"]
    assert "oudere versie" in reply["notice"]


def test_shared_link_past_a_fill_in_opens_the_same_step():
    """A shared link holds nothing typed, and still opens the step it was made for."""
    link = f"boom-luister;toon.boos,naam.~;{tree(BOOM).version}"
    reply = opened(link, "boom")
    assert ("luister", "") == (reply["node"], reply["notice"])


@pytest.mark.parametrize("fragment", ["keuze-vraag--ja", "keuze-vraag"])
def test_link_past_a_local_choice_that_was_never_made_still_leads_on(fragment):
    """Who opens a step that only others reach, because they made a local choice, is asked about that choice."""
    text = """
        title: Keuze
        uses: [keuzes]
        start: [{when: {all: [keuzes.zicht.verbergen]}, to: vraag}, {to: klaar}]
        questions:
          vraag: {text: 'V?', answers: {ja: {text: Jawel, to: [{when: {all: [keuzes.zicht.verbergen]}, to: klaar}]}}}
        actions: {klaar: {title: Klaar, steps: [Stap.]}}
    """
    loaded = load(keuzes=CHOICES, keuze=text)
    assert [] == [problem for problem in check(loaded) if problem.level == "error"]
    ask(do="load", tree=encode(compile_tree("keuze", loaded.library)))
    assert re.search(r'data-answer="[^"]+" href=', opened(fragment, "keuze")["html"])


def test_typed_text_is_no_link():
    """What a reader types is text only: the marks of a link in it have no meaning."""
    reply = opened("boom-luister;toon.boos,naam.~", "boom", typed={"naam": "[klik](https://elders.example)"})
    assert '<a href="https://elders.example"' not in reply["html"]


def test_going_on_from_the_last_reply_is_the_same_as_walking_again():
    """The engine goes on from its last reply; that gives what a walk from the start gives, also after a wrong answer."""
    first = opened()
    request = {"do": "answer", "tree": "vuilnis", "fragment": first["fragment"], "node": "toon", "answer": "twijfel"}
    assert "error" in ask(**{**request, "answer": "bestaat-niet"})
    resumed = ask(**request)
    opened(tree="boom")  # forgets where the walk was
    assert ask(**request) == resumed
    assert "error" in ask(
        **{**request, "typed": {"naam": "An"}, "given": {"keuzes.zicht": "verbergen"}, "node": "zicht"}
    )
