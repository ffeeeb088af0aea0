"""Addresses come from outside: what is not ours is ignored, what holds is kept, and no text of them stands in the page."""

from __future__ import annotations

import json

import pytest
from places import ROOT, SITE, cases_of_deck
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard, quiet, settled

from helpers import mostly_slow
from landmarks import asked_beside_a_number, number_choices

VECTORS = json.loads((ROOT / "tests/vectors/fragments.json").read_text(encoding="utf-8"))
WALKS = json.loads((ROOT / "tests/vectors/walks.json").read_text(encoding="utf-8"))
NOT_OURS = [
    "100%",
    "%E0%A4%A",
    "{tree}-%",
    "{tree}-",
    "%",
    "{tree}--afsluiting",
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
SOME_NOT_OURS = mostly_slow(NOT_OURS, quick=["{tree}-%"])
SOME_TAILS = mostly_slow(TAILS, quick=["&utm_source=x"])
SOME_FORMS = mostly_slow([*FORMS], quick=["plain", "twice"])
EMBEDDED = [
    "{text}=Bel+0900+12345",
    "{number}=0900112345",
    "{number}=-900112345",
    "{choice}=Bel+0900",
    "{choice}={option})",
    "start=bel-0900",
    "thema=0900",
    "typed.naam=0900",
    "{choice}=constructor",
]
PLACES = ["/keuzehulp/", "/embed/"]
STRANGE = [
    "bel-0900-12345.ja",
    "{one}.bel-0900-12345",
    "{one}.{answer},{two}.bel-0900-12345",
    "@bel-0900-12345,{one}.x",
]
"""Answers of a link that no tree has."""


def not_ours(tree):
    """The addresses that are none of a tree."""
    return [text.replace("{tree}", tree) for text in NOT_OURS]


def test_javascript_reads_as_python_does(page, small):
    """The page's own reader and Python's agree on every vector."""
    page.goto(f"/keuzehulp/{small}/")
    read = page.evaluate(
        """async (texts) => {
          const { readFragment } = await import("/assets/fragment.js");
          return texts.map((text) => readFragment(text, "reactie"));
        }""",
        [text for text, _ in VECTORS],
    )
    assert read == [expected for _, expected in VECTORS]


def test_javascript_writes_as_python_does(page, small):
    """Of every walk in the vectors, the page's own writer makes the link that Python makes, answer after answer."""
    page.goto(f"/keuzehulp/{small}/")
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
def test_what_is_not_ours_opens_the_start(page, place, fragment, row):
    """With an address that is none of ours the first question stands there, alone and without a word, also with Python."""
    release = hold(page)
    page.goto(f"{place}{row.tree}/#{fragment.replace('{tree}', row.tree)}")
    wizard = Wizard(page, row.tree)
    wizard.expect_node(row.nodes[0])
    expect(wizard.root.locator("section:visible")).to_have_count(1)
    release()
    wizard.leading().expect_node(row.nodes[0])
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])


@pytest.mark.parametrize("form", SOME_FORMS)
@pytest.mark.parametrize("tail", SOME_TAILS)
def test_link_with_a_tail_keeps_all_its_answers(page, row, form, tail):
    """Signs behind a link, or a link that was encoded once more, lose no answer and are no older version."""
    wizard = Wizard.open(page, row.tree, FORMS[form](row.link) + tail)
    wizard.expect_node(row.end)
    wizard.leading().expect_node(row.end)
    expect(wizard.root.locator(".ww-path li")).to_have_count(3)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


def test_half_a_link_keeps_what_it_has(page, row):
    """A link that was cut off in its version, or in its last answer, keeps the answers before."""
    wizard = Wizard.open(page, row.tree, row.link[:-3]).leading()
    expect(wizard.root.locator(".ww-path li")).to_have_count(3)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


@pytest.mark.parametrize("leader", ["static", "python"])
def test_editing_the_address_to_nonsense_moves_nothing(page, leader, row):
    """Nonsense behind the # during a walk leaves the reader where he is, and the next answer counts."""
    release = hold(page)
    wizard = Wizard.open(page, row.tree)
    if leader == "python":
        release()
        wizard.leading()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    for nonsense in not_ours(row.tree):
        page.evaluate("text => { location.hash = text; }", nonsense)
    quiet(page)
    wizard.expect_node(row.nodes[1])
    wizard.answer(row.answers[1])
    wizard.expect_node(row.nodes[2])


@pytest.mark.parametrize("fragment", SOME_NOT_OURS)
def test_single_file_survives_any_address(chromium, fragment, row):
    """The file on a disk shows its first question whatever stands behind its name, and goes on."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((SITE / f"assets/offline/{row.tree}.html").as_uri() + f"#{fragment.replace('{tree}', row.tree)}")
    wizard = Wizard(page, row.tree)
    expect(wizard.root.locator("section:visible")).to_have_count(1)
    wizard.expect_node(row.nodes[0])
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    assert problems == []
    context.close()


def test_single_file_reads_a_link_with_a_tail(chromium, row):
    """The file on a disk opens the step of a link too."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto((SITE / f"assets/offline/{row.tree}.html").as_uri() + f"#{row.link}).")
    Wizard(page, row.tree).expect_node(row.end)
    context.close()


@pytest.mark.parametrize("fragment", mostly_slow(["%", "%E0%A4%A", "geval-bestaat-niet", "100%"], quick=["100%"]))
def test_quiz_survives_any_address(page, fragment):
    """The quiz shows its first case."""
    page.goto(f"/trainers/wat-zou-je-doen/#{fragment}")
    expect(page.locator(".ww-place")).to_have_text(f"Geval 1 van {cases_of_deck(page)}")


@pytest.mark.parametrize("tail", mostly_slow(["", ".", ")", "&utm_source=x", "%22"], quick=["&utm_source=x"]))
def test_quiz_opens_the_case_of_a_link(page, tail):
    """A link to a case leads there, with what a mail program puts behind it."""
    page.goto("/trainers/wat-zou-je-doen/")
    cases_of_deck(page)
    name = page.locator("article.ww-case").nth(3).get_attribute("id")
    page.goto("about:blank")
    page.goto(f"/trainers/wat-zou-je-doen/#{name}{tail}")
    cases_of_deck(page)
    expect(page.locator("article.ww-case:visible")).to_have_attribute("id", name)


def test_what_is_taken_along_holds_nothing_of_a_tail(page, row):
    """The link to share, and with it the QR code and the case file, is as we write it."""
    wizard = Wizard.open(page, row.tree, row.link + "&utm_source=bel-0900").leading()
    assert wizard.root.locator("[data-share]").get_attribute("href") == f"#{row.link}"
    wizard.root.locator("[data-dossier]").first.click()
    expect(wizard.root.locator(".ww-dossier h3").first).to_be_visible()
    assert "0900" not in wizard.root.inner_text()


@pytest.mark.parametrize("answers", mostly_slow(STRANGE, quick=STRANGE[2:3]))
def test_no_text_of_a_link_stands_in_the_page(page, row, answers):
    """Whoever makes a link cannot make the page say something."""
    told = answers.format(one=row.nodes[0], answer=row.answers[0], two=row.nodes[1])
    wizard = Wizard.open(page, row.tree, f"{row.tree}-bel-0900-12345;{told};{row.compiled.version}").leading()
    expect(wizard.root.locator(".ww-notice")).to_be_visible()
    assert "0900" not in page.locator("body").inner_text()


@pytest.mark.parametrize("query", mostly_slow(EMBEDDED, quick=["{text}=Bel+0900+12345"]))
def test_no_text_of_an_embed_stands_in_advice(page, own_trees, query):
    """The address of an embed chooses among what exists; it never writes."""
    asked = asked_beside_a_number(own_trees)
    compiled, decides = asked.way.compiled, asked.policy.partition(".")[0]
    texts = [f"{decides}.{name}" for name, one in own_trees[decides].tree.questions.items() if one.fill]
    names = {
        "text": next((name for name in texts if name not in number_choices(compiled)), f"{decides}.naam"),
        "number": next(iter(number_choices(compiled)), f"{decides}.aantal"),
        "choice": asked.policy,
        "option": asked.option,
    }
    told = []
    page.on("console", lambda message: told.append(message.text) if message.type == "warning" else None)
    page.goto(f"/embed/{asked.tree}/?{query.format_map(names)}")
    wizard = Wizard(page, asked.tree).leading().follow(asked.answers)
    wizard.expect_node(asked.question)
    settled(page)
    assert "900" not in page.locator("body").inner_text()
    assert len([text for text in told if "Uit het adres telt niet" in text]) == (
        1 if query.startswith(("{", "typed")) else 0
    )
