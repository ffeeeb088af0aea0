"""Addresses come from outside: what is not ours is ignored, what holds is kept, and no text of them stands in the page."""

from __future__ import annotations

import json

import pytest
from places import ROOT, SITE
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard, quiet, settled

from helpers import mostly_slow

VECTORS = json.loads((ROOT / "tests/vectors/fragments.json").read_text(encoding="utf-8"))
WALKS = json.loads((ROOT / "tests/vectors/walks.json").read_text(encoding="utf-8"))
NOT_OURS = [
    "100%",
    "%E0%A4%A",
    "reactie-%",
    "reactie-",
    "%",
    "reactie--afsluiting",
    "%00",
    "<b>",
    "__proto__",
    "%C3%28",
]
TAILS = ["", ".", ")", ",", ").", "&utm_source=x", "?fbclid=a,b;c", "%22", "%E2%80%9D", "%", ";"]
FORMS = {
    "plain": str,
    "encoded": lambda text: text.replace(";", "%3B").replace(",", "%2C"),
    "twice": lambda text: text.replace(";", "%253B").replace(",", "%252C"),
}
# Which text is read how, the vectors settle, in both languages; a page is opened for one of each sort.
SOME_NOT_OURS = mostly_slow(NOT_OURS, quick=["100%", "reactie-%", "%E0%A4%A"])
SOME_TAILS = mostly_slow(TAILS, quick=["", ").", "&utm_source=x"])
SOME_FORMS = mostly_slow([*FORMS], quick=["plain", "twice"])
PLACES = ["/keuzehulp/reactie/", "/embed/reactie/"]


def link_of(compiled, answers="waar.openbaar,eerst.nee,soort.boos", step="boos-soort"):
    return f"{compiled.id}-{step};{answers};{compiled.version}"


def test_javascript_reads_as_python_does(page):
    """The page's own reader and Python's agree on every vector."""
    page.goto("/keuzehulp/reactie/")
    read = page.evaluate(
        """async (texts) => {
          const { readFragment } = await import("/assets/fragment.js");
          return texts.map((text) => readFragment(text, "reactie"));
        }""",
        [text for text, _ in VECTORS],
    )
    assert read == [expected for _, expected in VECTORS]


def test_javascript_writes_as_python_does(page):
    """Of every walk in the vectors, the page's own writer makes the link that Python makes, answer after answer."""
    page.goto("/keuzehulp/reactie/")
    written = page.evaluate(
        """async (walks) => {
          const { nodeOf, passedIn, writeFragment } = await import("/assets/fragment.js");
          return walks.map(({ from, walk }) => {
            let link = `vuilnis-${from}`;
            return walk.map(([node, answer, to]) => {
              const tree = { tree: "vuilnis", start: "toon", version: "1a2b3c4d", from: nodeOf(link, "vuilnis") };
              link = writeFragment(link, tree, node, answer, to);
              return [nodeOf(link, "vuilnis"), link, passedIn(link).at(-1)];
            });
          });
        }""",
        WALKS,
    )
    assert written == [[[to, link, node] for node, _, to, link in told["walk"]] for told in WALKS]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("fragment", SOME_NOT_OURS)
def test_what_is_not_ours_opens_the_start(page, place, fragment):
    """With an address that is none of ours the first question stands there, alone and without a word, also with Python."""
    release = hold(page)
    page.goto(f"{place}#{fragment}")
    wizard = Wizard(page, "reactie")
    wizard.expect_node("waar")
    expect(wizard.root.locator("section:visible")).to_have_count(1)
    release()
    wizard.leading().expect_node("waar")
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    wizard.answer("openbaar")
    wizard.expect_node("eerst")


@pytest.mark.parametrize("form", SOME_FORMS)
@pytest.mark.parametrize("tail", SOME_TAILS)
def test_link_with_a_tail_keeps_all_its_answers(page, own_trees, form, tail):
    """Signs behind a link, or a link that was encoded once more, lose no answer and are no older version."""
    wizard = Wizard.open(page, "reactie", FORMS[form](link_of(own_trees["reactie"])) + tail)
    wizard.expect_node("boos-soort")
    wizard.leading().expect_node("boos-soort")
    expect(wizard.root.locator(".ww-path li")).to_have_count(3)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


def test_half_a_link_keeps_what_it_has(page, own_trees):
    """A link that was cut off in its version, or in its last answer, keeps the answers before."""
    whole = link_of(own_trees["reactie"])
    wizard = Wizard.open(page, "reactie", whole[:-3]).leading()
    expect(wizard.root.locator(".ww-path li")).to_have_count(3)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


@pytest.mark.parametrize("leader", ["static", "python"])
def test_editing_the_address_to_nonsense_moves_nothing(page, leader):
    """Nonsense behind the # during a walk leaves the reader where he is, and the next answer counts."""
    release = hold(page)
    wizard = Wizard.open(page, "reactie")
    if leader == "python":
        release()
        wizard.leading()
    wizard.answer("openbaar")
    wizard.expect_node("eerst")
    for nonsense in NOT_OURS:
        page.evaluate("text => { location.hash = text; }", nonsense)
    quiet(page)
    wizard.expect_node("eerst")
    wizard.answer("nee")
    wizard.expect_node("soort")


@pytest.mark.parametrize("fragment", SOME_NOT_OURS)
def test_single_file_survives_any_address(chromium, fragment):
    """The file on a disk shows its first question whatever stands behind its name, and goes on."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((SITE / "assets/offline/reactie.html").as_uri() + f"#{fragment}")
    wizard = Wizard(page, "reactie")
    expect(wizard.root.locator("section:visible")).to_have_count(1)
    wizard.expect_node("waar")
    wizard.answer("openbaar")
    wizard.expect_node("eerst")
    assert problems == []
    context.close()


def test_single_file_reads_a_link_with_a_tail(chromium, own_trees):
    """The file on a disk opens the step of a link too."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((SITE / "assets/offline/reactie.html").as_uri() + f"#{link_of(own_trees['reactie'])}).")
    Wizard(page, "reactie").expect_node("boos-soort")
    context.close()


@pytest.mark.parametrize(
    "fragment", mostly_slow(["%", "%E0%A4%A", "geval-bestaat-niet", "100%"], quick=["100%", "geval-bestaat-niet"])
)
def test_quiz_survives_any_address(page, fragment):
    """The quiz shows its first case."""
    page.goto(f"/trainers/wat-zou-je-doen/#{fragment}")
    expect(page.locator(".ww-place")).to_have_text("Geval 1 van 10")


@pytest.mark.parametrize("tail", mostly_slow(["", ".", ")", "&utm_source=x", "%22"], quick=["", "&utm_source=x"]))
def test_quiz_opens_the_case_of_a_link(page, tail):
    """A link to a case leads there, with what a mail program puts behind it."""
    page.goto("/trainers/wat-zou-je-doen/")
    name = page.locator("article.ww-case").nth(3).get_attribute("id")
    page.goto("about:blank")
    page.goto(f"/trainers/wat-zou-je-doen/#{name}{tail}")
    expect(page.locator("article.ww-case:visible")).to_have_attribute("id", name)


def test_what_is_taken_along_holds_nothing_of_a_tail(page, own_trees):
    """The link to share, and with it the QR code and the case file, is as we write it."""
    clean = link_of(own_trees["reactie"])
    wizard = Wizard.open(page, "reactie", clean + "&utm_source=bel-0900").leading()
    assert wizard.root.locator("[data-share]").get_attribute("href") == f"#{clean}"
    wizard.root.locator("[data-dossier]").first.click()
    expect(wizard.root.locator(".ww-dossier h3").first).to_be_visible()
    assert "0900" not in wizard.root.inner_text()


@pytest.mark.parametrize(
    "answers",
    ["bel-0900-12345.ja", "waar.bel-0900-12345", "waar.openbaar,eerst.bel-0900-12345", "@bel-0900-12345,waar.x"],
)
def test_no_text_of_a_link_stands_in_the_page(page, own_trees, answers):
    """Whoever makes a link cannot make the page say something."""
    wizard = Wizard.open(page, "reactie", link_of(own_trees["reactie"], answers, "bel-0900-12345")).leading()
    expect(wizard.root.locator(".ww-notice")).to_be_visible()
    assert "0900" not in page.locator("body").inner_text()


@pytest.mark.parametrize(
    "query",
    [
        "beleid.rol-team=Bel+0900+12345",
        "beleid.termijn-antwoord=0900112345",
        "beleid.termijn-antwoord=-900112345",
        "beleid.zichtbaarheid=Bel+0900",
        "beleid.zichtbaarheid=verbergen)",
        "start=bel-0900",
        "thema=0900",
        "typed.naam=0900",
        "beleid.zichtbaarheid=constructor",
    ],
)
def test_no_text_of_an_embed_stands_in_advice(page, own_trees, query):
    """The address of an embed chooses among what exists; it never writes."""
    numbers = [
        name for name, asked in own_trees["reactie"].policies.items() if asked.fill and asked.fill.kind == "number"
    ]
    if numbers:
        query = query.replace("beleid.termijn-antwoord", numbers[0])
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type == "warning" else None)
    page.goto(f"/embed/reactie/?{query}")
    wizard = Wizard(page, "reactie").leading()
    for answer in ("openbaar", "nee", "haat", "oproep"):
        wizard.answer(answer)
    while wizard.root.get_attribute("data-kind") == "action":
        wizard.answer("verder")
    wizard.expect_node("zichtbaarheid")
    settled(page)
    assert "900" not in page.locator("body").inner_text()
    assert len([text for text in told if "Uit het adres telt niet" in text]) == (
        1 if query.startswith(("beleid", "typed")) else 0
    )
