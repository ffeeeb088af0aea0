"""Entries: walks with a name, which open a tree further on, with the facts of that walk."""

from __future__ import annotations

import json

import pytest

from helpers import CHOICES, problems, tree
from wegwijzer import testing
from wegwijzer.browser import handle
from wegwijzer.compile.codec import encode
from wegwijzer.render.html import live_html, tree_html
from wegwijzer.walk import fragment
from wegwijzer.walk.entries import enter
from wegwijzer.walk.fragment import Fragment
from wegwijzer.walk.walker import replay

TREE = """
title: Wat doe je?
start: toon
uses: [keuzes]
marks: {haast: {text: je hebt haast}}
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: bewaar, marks: [haast]}
      kalm: {text: Kalm, to: doel}
      vraag: {text: Een vraag, to: soorten}
  doel:
    text: Over wie gaat het?
    answers:
      ons:
        text: Over ons
        to: [{when: {all: [haast]}, to: zicht}, {to: antwoord}]
      ander: {text: Over iemand anders, to: antwoord}
  soorten:
    text: Waarover?
    choose: many
    answers: {afval: {text: Afval}, weg: {text: De weg}}
    to: naam
  naam: {text: Hoe heet je?, fill: {kind: text}, to: antwoord}
  zicht: {policy: keuzes.zicht, answers: {verbergen: {to: antwoord}, laten-staan: {to: antwoord}, nog-niet-beslist: {to: antwoord}}}
actions:
  bewaar: {title: Bewaar het, steps: [Maak een kopie.], to: doel}
  antwoord: {title: Antwoord, steps: [{text: Schrijf kort., when: {all: [haast]}}, Antwoord.]}
entries:
"""
GOOD = """
  schelden: {text: Iemand scheldt, answers: {toon: boos}}
  ons: {text: Iemand scheldt ons uit, answers: {toon: boos, doel: ons}}
  ander: {text: Iemand scheldt een ander uit, answers: {toon: boos, doel: ander}}
  afval: {text: Een vraag over afval en de weg, help: Ook over beide., answers: {toon: vraag, soorten: [afval, weg]}}
  bewaard: {text: Iemand schold, answers: {toon: boos, bewaar: verder}}
"""
WALKS = {
    "schelden": ("bewaar", [("toon", "boos")]),
    "ons": ("zicht", [("toon", "boos"), ("bewaar", "verder"), ("doel", "ons")]),
    "ander": ("antwoord", [("toon", "boos"), ("bewaar", "verder"), ("doel", "ander")]),
    "afval": ("naam", [("toon", "vraag"), ("soorten", ("afval", "weg"))]),
    "bewaard": ("doel", [("toon", "boos"), ("bewaar", "verder")]),
}


@pytest.fixture(scope="module")
def compiled():
    return tree(TREE + GOOD, keuzes=CHOICES)


def told(entry, entries=TREE):
    """What the checker says of one entry, from where to what."""
    found = problems(entries + entry, keuzes=CHOICES)
    first = len(entries.lstrip("\n").split("\n"))
    return [
        (p.line - first, p.column, p.code, p.message)
        for p in found
        if p.path == "trees/boom.yml" and p.level == "error"
    ]


@pytest.mark.parametrize("name", WALKS)
def test_an_entry_is_the_walk_of_its_answers(compiled, name):
    """It passes an action only on the way to an answer, and stops where its answers end: also at an action."""
    walker = enter(compiled, name)
    assert WALKS[name] == (walker.node, walker.path)
    assert vars(walker) == vars(replay(compiled, walker.path)) | {"compiled": compiled}


@pytest.mark.parametrize("name", WALKS)
def test_the_name_of_an_entry_is_read_as_its_walk(compiled, name):
    """A link with the name of an entry opens the walk; what is written from there on is the walk, never that name."""
    node, path = WALKS[name]
    assert Fragment(node, None, tuple(path)) == fragment.read(f"#boom-{name}", compiled)
    written = fragment.write(enter(compiled, name))
    assert written.startswith(f"boom-{node};toon.")
    assert name not in written.replace("toon.", "").split(";")[1].split(",")
    assert fragment.read(written, compiled).answers == tuple(path)


def test_answers_of_a_link_go_before_those_of_the_entry(compiled):
    """Somebody's own answers behind the name of an entry are kept: they lead where they lead."""
    read = fragment.read("boom-ander;toon.vraag;1a2b3c4d", compiled)
    assert Fragment("antwoord", None, (("toon", "vraag"),), "1a2b3c4d") == read


def test_the_page_has_each_entry_where_it_ends(compiled):
    """The static version has an anchor in the node of an entry, with the walk that it stands for; Python draws none."""
    html = str(tree_html(compiled))
    for name, (node, _) in WALKS.items():
        anchor = (
            f'<span class="ww-entry" id="boom-{name}" data-walk="{fragment.of_entry(enter(compiled, name))}"></span>'
        )
        section = html[html.index(f'id="boom-{node}"') :]
        assert anchor in section[: section.index("</section>")]
    assert "ww-entry" not in live_html(enter(compiled, "ander"))


def test_a_page_can_open_at_an_entry(compiled):
    """That node then stands first and is where a reader without JavaScript begins; the tree still knows its own start."""
    html = str(tree_html(compiled, entry="afval"))
    opening = html[: html.index(">")]
    assert 'data-start="toon" data-entry="afval" data-node="naam" data-kind="question"' in opening
    assert html.index('id="boom-naam"') < html.index('id="boom-toon"')
    assert f"Begin bij {compiled.numbers['naam']}." in html
    assert "data-entry" not in str(tree_html(compiled))


def test_the_page_asks_python_for_an_entry(compiled):
    """The one function of the page opens the node with what was answered, a way back and a way to change each answer."""
    handle(json.dumps({"do": "load", "tree": encode(compiled)}))
    reply = json.loads(handle(json.dumps({"do": "open", "tree": "boom", "fragment": "boom-ander"})))
    assert ("antwoord", True, "") == (reply["node"], reply["final"], reply["notice"])
    assert ["toon", "bewaar", "doel"] == reply["route"]
    assert f"boom-antwoord;toon.boos,bewaar.verder,doel.ander;{compiled.version}" == reply["fragment"]
    assert (
        "Schrijf kort." in reply["html"]
    )  # the fact is known: nothing is asked, nothing stands there with a condition
    assert reply["html"].count("data-back") == 4  # one step back, and each of three answers


def test_an_entry_goes_past_what_nobody_asks():
    """It ends where a local choice is followed without asking: each reader comes where their own choice leads, without a word."""
    quiet = TREE.replace("policy: keuzes.zicht, answers", "policy: keuzes.zicht, ask: never, answers")
    quiet = quiet.replace("laten-staan: {to: antwoord}", "laten-staan: {to: bedenk}")
    quiet = quiet.replace("  antwoord: {title", "  bedenk: {title: Bedenk het, steps: [Wacht.]}\n  antwoord: {title")
    handle(json.dumps({"do": "load", "tree": encode(tree(quiet + GOOD, keuzes=CHOICES))}))
    for given, node in (({}, "antwoord"), ({"keuzes.zicht": "laten-staan"}, "bedenk")):
        for link in ("boom-ons", "boom-antwoord;toon.boos,bewaar.verder,doel.ons"):  # as Python reads it, and the page
            asked = {"do": "open", "tree": "boom", "fragment": link, "given": given}
            reply = json.loads(handle(json.dumps(asked)))
            assert (node, "") == (reply["node"], reply["notice"])


@pytest.mark.parametrize(
    ("entry", "place", "why"),
    [
        ("  fout: {text: Fout, answers: {toon: rustig}}", (0, 38, "W216"), "‘rustig’ is geen antwoord"),
        ("  fout: {text: Fout, answers: {toon: boos, soorten: [afval]}}", (0, 44, "W216"), "‘soorten’ komt hier niet"),
        ("  fout: {text: Fout, answers: {toon: boos, deol: ons}}", (0, 44, "W216"), "‘deol’ komt hier niet"),
        ("  fout: {text: Fout, answers: {doel: ons}}", (0, 32, "W216"), "‘doel’ komt hier niet"),
        (
            "  fout: {text: Fout, answers: {toon: boos, doel: ander, antwoord: verder}}",
            (0, 67, "W216"),
            "geen antwoord",
        ),
        ("  fout: {text: Fout, answers: {toon: boos, doel: ons, zicht: verbergen}}", (0, 55, "W216"), "lokale keuze"),
        ("  fout: {text: Fout, answers: {toon: vraag, soorten: [weg], naam: An}}", (0, 61, "W216"), "alleen een lezer"),
        ("  doel: {text: Fout, answers: {toon: boos}}", (0, 3, "W100"), "al de naam van een vraag of een actie"),
        ("  bewaar: {text: Fout, answers: {toon: boos}}", (0, 3, "W100"), "al de naam van een vraag of een actie"),
        ("  fout: {answers: {toon: boos}}", (0, 9, "W008"), "text"),
        ("  fout: {text: Fout}", (0, 9, "W008"), "answers"),
    ],
)
def test_a_wrong_entry_is_told_once_and_where(entry, place, why):
    """Each fault gives one message, at the answer that is wrong or at the question that is never asked."""
    (found,) = told(entry)
    assert place == found[:3]
    assert why in found[3]


def test_an_entry_does_not_depend_on_a_local_choice():
    """A route that looks at a local choice leads some readers elsewhere: an entry stops before it."""
    guarded = TREE.replace(
        "{all: [haast]}, to: zicht}, {to: antwoord}", "{all: [keuzes.zicht.verbergen]}, to: antwoord}, {to: zicht}"
    )
    (found,) = told("  fout: {text: Fout, answers: {toon: boos, doel: ons}}", guarded)
    assert found[:3] == (0, 3, "W216")
    assert "‘keuzes.zicht’" in found[3]
    assert [] == told("  goed: {text: Goed, answers: {toon: boos, doel: ander}}", guarded)


ELSEWHERE = """
title: Een andere boom
start: vraag
questions:
  vraag:
    text: 'Hulp nodig?'
    answers: {ja: {text: Ja, to: weg}, nee: {text: Nee, to: klaar}}
actions:
  weg: {title: Ga verder, steps: [Neem dit mee.], see: [boom/SEE], to: boom/TO}
  klaar: {title: Klaar, steps: ['Lees [dit](boom:boom/LINK).']}
"""


def elsewhere(to="ander", see="schelden", link="ons"):
    return ELSEWHERE.replace("SEE", see).replace("TO", to).replace("LINK", link)


def project(other):
    return {
        "trees/boom.yml": (TREE + GOOD).lstrip(),
        "trees/keuzes.yml": CHOICES.lstrip(),
        "trees/ander.yml": other.lstrip(),
    }


def test_another_tree_leads_to_an_entry():
    """A hand-over, a reference and a link in a text lead to the entry, the first two under its own words."""
    other = testing.compiled(project(elsewhere()), "ander")
    html = str(tree_html(other, whole=True))
    for link in (
        'href="../boom/#boom-ander">Ga verder in ‘Iemand scheldt een ander uit’</a>',
        'href="../boom/#boom-schelden">Iemand scheldt</a>',
        'href="../../keuzehulp/boom/#boom-ons">dit</a>',
    ):
        assert link in html
    assert [] == [p for p in testing.problems(project(elsewhere())) if p.level == "error"]


@pytest.mark.parametrize(
    ("wrong", "code"), [({"to": "anders"}, "W107"), ({"see": "doel"}, "W107"), ({"link": "onz"}, "W119")]
)
def test_an_entry_that_is_not_there_is_told(wrong, code):
    """One message for each reference, of whatever kind; a node is no entry where only an entry can stand."""
    found = [p for p in testing.problems(project(elsewhere(**wrong))) if p.level == "error"]
    assert [("trees/ander.yml", code)] == [(p.path, p.code) for p in found]


def test_a_circle_over_an_entry_is_found():
    """Who is handed over begins where the entry ends: a circle counts when the way back lies after that."""
    back = TREE.replace("Antwoord.]}", "Antwoord.], to: ander/vraag}")
    files = {**project(elsewhere()), "trees/boom.yml": (back + GOOD).lstrip()}
    assert "W212" in {p.code for p in testing.problems(files)}
    early = TREE.replace(
        "      vraag: {text: Een vraag, to: soorten}\n",
        "      vraag: {text: Een vraag, to: soorten}\n      weg: {text: Iets anders, to: elders}\n",
    )
    early = early.replace(
        "  antwoord:", "  elders: {title: Elders, steps: [Ga daarheen.], to: ander/vraag}\n  antwoord:"
    )
    files["trees/boom.yml"] = (early + GOOD).lstrip()
    assert "W212" not in {p.code for p in testing.problems(files)}


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        ('{{ wizard("boom", entry="ander") }}', []),
        ('{{ entries("boom") }}', []),
        ('{{ wizard("boom", entry="anders") }}', ["W119"]),
        ('{{ entries("bom") }}', ["W119"]),
        ('{{ wizards("boom", entry="ander") }}', ["W407"]),
    ],
)
def test_a_page_names_an_entry(call, wrong):
    """What a page asks for is looked up, with the place; only a wizard can open at an entry."""
    found = testing.problems({**project(elsewhere()), "docs/blad.md": f"# Blad\n\n{call}\n"})
    assert wrong == [p.code for p in found if p.path == "docs/blad.md" and p.level == "error"]
