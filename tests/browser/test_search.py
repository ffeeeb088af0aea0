"""Search understands what people type: signs, accents, capitals and other forms of a word change nothing that matters."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import brotli
import pytest
from finding import whole
from places import SITE
from playwright.sync_api import expect

from helpers import mostly_slow
from named import BEFORE, EXACT, FIRST, FORMS, TYPED

STEPS = [each for each in FIRST if "#reactie-" in each[1]][:3]
ZENSICAL = (SITE / "search.json").exists()
of_material = pytest.mark.skipif(ZENSICAL, reason="in the window of Material")

SAME = [
    ("prive", "privé"),
    ("PRIVÉ", "privé"),
    ("prive\u0301", "privé"),
    ("belgie", "België"),
    ("BELGIË", "belgië"),
    ("ideeen", "ideeën"),
    ("criteria", "critéria"),
    ("haatspraak?", "haatspraak"),
    ("haatspraak!!", "haatspraak"),
    ("«haatspraak»", "haatspraak"),
    ("“haatspraak”", "haatspraak"),
    ("'haatspraak'", "haatspraak"),
    ("(haatspraak)", "haatspraak"),
    ("haatspraak…", "haatspraak"),
    ("HAATSPRAAK", "haatspraak"),
    ("haatspraak 😡", "haatspraak"),
    ("😡haatspraak😡", "haatspraak"),
    ("#haatspraak", "haatspraak"),
    ("@moderator", "moderator"),
    ("doxing/doxxing", "doxing doxxing"),
    ("boze-burger", "boze burger"),
    ('"boze burger"', "boze burger"),
    ('"boze burger', "boze burger"),
    ("wat is haatspraak", "haatspraak"),
    ("wij–zij", "wij zij"),
    ("foto's", "foto"),
    ("foto’s", "foto"),
    ("collega's", "collega"),
    ("C#", "c"),
    ("haat & neem", "haat neem"),
    ("<b>haat</b>", "b haat b"),
]
"""What people type, and what finds the very same."""
SIGNS = [
    "+",
    "-",
    "*",
    ":",
    "~",
    "^",
    "?",
    "!",
    ".",
    ",",
    ";",
    "'",
    '"',
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "/",
    "\\",
    "|",
    "&",
]
SIGNS += ["<", ">", "=", "%", "€", "…", "–", "“", "«", "😡", "+-*"]


ASK = """
async () => {
    const { base, search } = JSON.parse(document.getElementById("__config").textContent);
    const root = new URL(`${base}/`, location);
    const worker = new Worker(new URL(search, location));
    const index = await (await fetch(new URL("INDEX", root))).json();
    window.ask = (type, data) => new Promise((answer, refuse) => {
        worker.onmessage = (message) => answer(message.data.data);
        worker.onerror = refuse;
        worker.postMessage({ type, data });
    });
    await window.ask(0, index);
}
""".replace("INDEX", "search.json" if ZENSICAL else "search/search_index.json")
"""Starts the search of the page as the theme does, to ask it without waiting for what is drawn."""


@pytest.fixture(scope="module")
def asking(chromium, base_url):
    """Ask the search of a real page something; what it answers the theme. A warning of the theme is a failure."""
    context = chromium.new_context(base_url=base_url)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda line: line.type in {"error", "warning"} and trouble.append(line.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto("/")
    page.set_default_timeout(120_000)
    page.evaluate(ASK)
    asked: dict[str, dict[str, Any]] = {}

    def ask(words: Any) -> dict[str, Any]:
        if (key := str(words)) not in asked:
            asked[key] = page.evaluate("(words) => window.ask(2, words)", words)
        assert trouble == []
        return asked[key]

    yield ask
    context.close()


@pytest.fixture
def answers(asking):
    """The same, as the window of Material reads it."""
    if ZENSICAL:
        pytest.skip("in the words of Material")
    return asking


@pytest.fixture
def finds(asking):
    """The addresses of what is found, page by page, best first."""
    if not ZENSICAL:
        return lambda words: [found["location"] for group in asking(words)["items"] for found in group[:1]]
    shown = json.loads((SITE / "search.json").read_text(encoding="utf-8"))["items"]

    def found(words: str) -> list[str]:
        best: dict[str, str] = {}
        for item in asking({"input": words})["items"]:
            place = shown[item["id"]]["location"]
            best.setdefault(place.partition("#")[0], place)
        return list(best.values())

    return found


def pages(found: list[str]) -> set[str]:
    """The pages of addresses, whatever part of them is best."""
    return {place.partition("#")[0] for place in found}


@pytest.mark.parametrize(("typed", "meant"), SAME)
def test_signs_accents_and_capitals_change_nothing(finds, typed, meant):
    """What is typed finds the same as the plain words, in the same order."""
    found = finds(typed)
    assert found == finds(meant)
    assert found


@pytest.mark.parametrize(("typed", "other", "page"), FORMS)
def test_a_word_finds_its_other_forms(finds, typed, other, page):
    """A plural finds first what the singular finds first, and the page about it is near the top for both."""
    assert finds(typed)[0] == finds(other)[0]
    for words in (typed, other):
        assert any(page in link for link in finds(words)[:10]), (words, finds(words)[:10])


@pytest.mark.parametrize(("typed", "page"), EXACT)
def test_the_very_word_comes_first(finds, typed, page):
    """Words of the same stem do not take the place of the word itself."""
    assert page in finds(typed)[0]


@pytest.mark.parametrize(("typed", "page"), TYPED)
def test_words_that_people_type_find_the_page_about_it(finds, typed, page):
    """Also a word that is on no page, as long as the page names it for the search."""
    first = finds(typed)[:5]
    assert page in {link.partition("#")[0] for link in first}, (typed, first)


@pytest.mark.parametrize(("typed", "page", "later"), BEFORE)
def test_a_page_for_readers_comes_before_one_about_the_site(finds, typed, page, later):
    """What a reader looks for stands above what only has the same word."""
    found = [link.partition("#")[0] for link in finds(typed)]
    assert page in found
    assert not any(link.startswith(later) for link in found[: found.index(page)]), found


@pytest.mark.parametrize(
    ("one", "other"), [("wetten", "weten"), ("lessen", "lezen"), ("bommen", "bomen"), ("rollen", "rolen")]
)
def test_a_long_vowel_makes_another_word(finds, one, other):
    """Words that the stemmer takes for one, and a reader does not, find something else."""
    assert finds(one) != finds(other)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_no_order(finds, sign):
    """Before, after, inside and alone, a sign gives no error; beside a word it changes no answer."""
    finds(sign)
    assert finds(f"{sign}haatspraak") == finds(f"haatspraak {sign}") != []
    assert finds(f"{sign}haatspraak") == finds("haatspraak")
    assert pages(finds("haatspraak")) <= pages(finds(f"haat{sign}spraak haatspraak"))


@pytest.mark.parametrize(
    "typed", ["haatspraak^2", "haatspraak~1", "title:haatspraak", "+haatspraak -moderator", "haat*"]
)
def test_no_order_of_the_theme_remains(finds, typed):
    """What the theme reads as an order finds at least what the word finds."""
    assert pages(finds("haatspraak")) <= pages(finds(typed))


@pytest.mark.parametrize(("typed", "place"), FIRST)
def test_a_question_has_its_right_first_answer(finds, typed, place):
    """The place where somebody who types this must be stands first: a step, a section, or a page as a whole."""
    assert finds(typed)[0] == place, finds(typed)[:4]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("haatsprak", "haatspraak"),
        ("dreigng", "dreiging"),
        ("naakttfoto", "naaktfoto"),
        ("driegement", "dreigement"),
        ("zelfmoort", "zelfmoord"),
        ("naaktfotto", "naaktfoto"),
        ("moderatur", "moderator"),
    ],
)
def test_one_wrong_letter_finds_what_was_meant(finds, wrong, right):
    """Another letter, one too many, one too few, or two that changed places."""
    assert pages(finds(wrong)[:1]) == pages(finds(right)[:1]) != set()


def test_a_compound_finds_its_parts(answers):
    """A compound that stands on no page finds where both its words are; a word finds compounds with it."""
    parts = answers("campagnegesprek")["items"][0][0]
    assert parts["terms"] == {"campagnegesprek": True}
    assert re.search("<mark>.*campagne.*</mark>", parts["title"] + parts["text"], re.IGNORECASE)
    whole = {found["location"] for group in answers("gegevens")["items"] for found in group if found["score"]}
    assert "keuzehulp/reactie/#reactie-van-wie" in whole  # privégegevens


def test_a_word_is_not_what_begins_like_it(answers):
    """Police is not politics."""
    marks = re.findall("<mark>(.*?)</mark>", json.dumps(answers("politie"), ensure_ascii=False), re.IGNORECASE)
    assert "politie" in {mark.lower() for mark in marks}
    assert not [mark for mark in marks if mark.lower().startswith("politiek")]


def test_what_is_as_near_has_a_fixed_order(answers):
    """Of two with the same score, the one that stands first in the index comes first, in every browser."""
    index = json.loads((SITE / "search/index.json").read_text(encoding="utf-8"))
    order = [
        f"{place}#{entry[0]}" if entry[0] else place for place, _, _, entries in index["pages"] for entry in entries
    ]
    ties = 0
    for typed in ("gemeente", "melden", "frame", "bericht"):
        best = [group[0] for group in answers(typed)["items"]]
        for one, other in pairwise(best):
            assert one["score"] >= other["score"]
            if one["score"] == other["score"]:
                ties += 1
                assert order.index(one["location"]) < order.index(other["location"])
    assert ties


def test_words_are_told_and_shown_as_typed(answers):
    """A page that has another form of a word lacks nothing; it is marked once; what is missing is named as typed."""
    best = answers("Moderators?")["items"][0][0]
    assert best["terms"] == {"Moderators": True}
    assert "<mark>moderator</mark>" in best["title"]
    assert {"privé": True, "zzzz": False} == answers("privé zzzz")["items"][0][0]["terms"]
    shown = " ".join(found["title"] + found["text"] for group in answers("privé")["items"] for found in group)
    assert not re.search(r"<mark><mark>|<ma?r?<", shown)
    assert re.search(r"<mark>Privé", shown)


@pytest.mark.parametrize("typed", ["dreiging", "spam", "melden", "<b>haat</b>", "gemeente"])
def test_an_excerpt_is_words_alone(answers, typed):
    """No number of a step, no ‘ga naar 66’, and no element but marks and paragraphs."""
    for group in answers(typed)["items"]:
        for found in group:
            shown = found["title"] + found["text"]
            assert not re.search(r"ga naar \d|→", shown, re.IGNORECASE)
            assert not re.sub(r"</?(?:mark|p)>", "", shown).count("<")


def test_what_is_being_typed_is_completed_as_written(answers):
    """The word that the field offers to complete carries its accents and no signs."""
    assert "privégegevens" in answers("privege")["suggest"]


@of_material
def test_the_index_is_small_and_waits(page):
    """A page loads nothing of the search but an empty list for the theme; the index comes when somebody types."""
    index = (SITE / "search/index.json").read_bytes()
    assert len(brotli.compress(index, quality=11)) <= 120_000
    assert json.loads((SITE / "search/search_index.json").read_text(encoding="utf-8"))["docs"] == []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    with page.expect_request("**/search_index.json"):
        page.goto("/")
    page.wait_for_load_state("networkidle")
    assert not {"index.json", "minisearch.js", "finder.js"} & set(asked)
    page.get_by_role("textbox", name="Zoeken").press_sequentially("naaktfoto")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert {"minisearch.js", "finder.js", "stemmer.js"} <= set(asked)
    assert "index.json" in asked


def test_the_window_of_zensical_marks_what_was_found(page):
    """It shows our entries with their page, and marks the words in them where they stand, signs before them or not."""
    if not ZENSICAL:
        pytest.skip("of the site that Zensical makes")
    page.goto("/")
    page.get_by_role("button", name="Zoeken").first.click()
    page.get_by_role("combobox", name="Search").fill("dreigement")
    found = page.get_by_role("option")
    expect(found.first).to_be_visible()
    marks = found.locator("mark").all_inner_texts()
    assert marks
    assert [mark for mark in marks if not re.search("dreig", mark, re.IGNORECASE)] == []


@of_material
@pytest.mark.parametrize(("typed", "place"), mostly_slow(STEPS, quick=STEPS[:1], several=True))
def test_enter_opens_the_wizard_at_the_step(page, typed, place):
    """Who types and presses Enter stands at the step, with the wizard on it."""
    page.goto("/")
    whole(page, typed)
    best = page.locator(".md-search-result__item").first.locator(f'[href$="{place}"]')
    expect(best.first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/keuzehulp/reactie/" in url)
    tree = page.locator("wegwijzer-wizard[tree=reactie]")
    expect(tree).to_be_visible()
    index = json.loads((SITE / "search/index.json").read_text(encoding="utf-8"))["pages"]
    anchor = place.partition("#")[2]
    title = next(entry[1] for _, _, _, entries in index for entry in entries if entry[0] == anchor)
    expect(tree.get_by_role("heading", name=title).first).to_be_visible()
