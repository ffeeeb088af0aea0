"""A step on a phone: the question alone, its first answer on the first screen, in a place that does not move."""

from __future__ import annotations

from itertools import islice

import pytest
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard, opened, settled

from helpers import each_tree, mostly_slow, tree_files
from landmarks import first_question, interim_action, most_outcomes, several_answers, text_field
from walks import reader_walks
from wegwijzer.locale import say
from wegwijzer.render.html_walk import FEW
from wegwijzer.walk import fragment

PHONE = {"width": 390, "height": 844}
HIGHEST = 300
"""Above this the first answer stands, on a phone of a common size."""
HIGHEST_FIRST = 380
"""On the first step a title and a summary stand above it too."""
AT = """(step) => {
  const first = step.querySelector(".ww-answers > li, input[data-fill]");
  return [step.dataset.node, step.querySelector(".ww-heading").getBoundingClientRect().top, first.getBoundingClientRect().top];
}"""
EACH = """async ([tree, nodes]) => {
  const at = MEASURE, found = [];
  for (const node of nodes) {
    location.hash = `${tree}-${node}`;
    while (document.querySelector("wegwijzer-wizard").dataset.node !== node) await new Promise((on) => setTimeout(on));
    found.push(at([...document.querySelectorAll(".ww-steps > section")].find((step) => !step.hidden)));
  }
  return found;
}""".replace("MEASURE", AT)
SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (!shift.hadRecentInput) shifts.push([shift.value, shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 90))]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
TREES = [file.stem for file in tree_files()]


@pytest.fixture
def phone(chromium, base_url):
    """A phone, touched with a thumb."""
    context = chromium.new_context(base_url=base_url, viewport=PHONE, has_touch=True, is_mobile=True)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tree", each_tree(one=True))
def test_the_first_answer_is_on_the_first_screen(phone, own_trees, tree):
    """On every question after the first its heading stands in one place, and its first answer above 300 pixels."""
    hold(phone)
    wizard = Wizard.open(phone, tree)
    start = wizard.node
    compiled = own_trees[tree]
    asked = [name for name in (*compiled.tree.questions, *compiled.forks) if name not in (start, *compiled.quiet)]
    found = phone.evaluate(EACH, [tree, [name for name in asked if phone.locator(f"[data-node='{name}']").count()]])
    assert found
    assert len({heading for _, heading, _ in found}) == 1
    assert [(node, top) for node, _, top in found if top >= HIGHEST] == []


@pytest.mark.parametrize("tree", each_tree())
def test_the_first_answer_of_a_first_step_is_half_way_at_most(phone, tree):
    """Whoever comes to a tree sees what to choose: a summary of a few lines leaves room for it."""
    hold(phone)
    wizard = Wizard.open(phone, tree)
    phone.evaluate("document.fonts.ready")
    _, _, top = wizard.step.evaluate(AT)
    assert top < HIGHEST_FIRST


def test_nothing_moves_when_python_comes(phone, row):
    """A step stands where it stood, on the first step and after an answer; the browser saw nothing shift."""
    release = hold(phone)
    phone.add_init_script(SHIFTS)
    wizard = Wizard.open(phone, row.tree)
    for answer in (None, row.answers[0]):
        if answer:
            wizard.answer(answer)
            phone.wait_for_timeout(700)  # a shift counts from half a second after a key
        before = wizard.step.evaluate(AT)
        if answer:
            release()
            wizard.leading()
            phone.wait_for_timeout(300)
        assert wizard.step.evaluate(AT) == before
    assert [shift for shift in phone.evaluate("shifts") if shift[0] > 0.001] == []


def test_nothing_moves_when_python_comes_to_the_first_step(phone, row):
    """Who did not answer yet sees nothing move either."""
    release = hold(phone)
    phone.add_init_script(SHIFTS)
    wizard = Wizard.open(phone, row.tree)
    before = wizard.step.evaluate(AT)
    release()
    wizard.leading()
    phone.wait_for_timeout(300)
    assert wizard.step.evaluate(AT) == before
    assert [shift for shift in phone.evaluate("shifts") if shift[0] > 0.001] == []


@pytest.mark.parametrize("way", ["data-back", "data-restart"])
def test_the_line_above_a_step_is_one_line_on_the_smallest_phone(phone, row, way):
    """Back or to the start, which step, and how many more at most: beside each other at 320 pixels."""
    phone.set_viewport_size({"width": 320, "height": 568})
    wizard = Wizard.open(phone, row.tree)
    wizard.answer(row.answers[0])
    long = " · ".join([say("node.step", number=12), say("node.left", count=FEW)])
    line = wizard.root.locator(".ww-where")
    high = line.evaluate(
        """(line, [way, told]) => {
          for (const link of line.querySelectorAll("a")) link.hidden = !link.hasAttribute(way);
          const progress = line.querySelector("p"), heights = [];
          for (const words of ["1", told]) heights.push((progress.textContent = words, progress.offsetHeight));
          return heights;
        }""",
        [way, long],
    )
    assert high[0] == high[1], long


def test_after_the_first_answer_the_question_stands_alone(phone, row):
    """Title, summary, disclaimer and version are of the first step; back, the count and the danger line stay."""
    wizard = Wizard.open(phone, row.tree).leading()
    once = [phone.locator(".ww-summary"), wizard.root.locator(".ww-disclaimer"), wizard.root.locator(".ww-version")]
    for part in once:
        expect(part).to_be_visible()
    expect(wizard.root.locator(".ww-where")).to_be_hidden()
    wizard.answer(row.answers[0])
    for part in once:
        expect(part).to_be_hidden()
    title = phone.get_by_role("heading", level=1)
    expect(title).to_have_count(1)  # for who listens
    assert title.bounding_box()["height"] <= 1
    expect(wizard.root.locator(".ww-progress")).to_contain_text("stap 2")
    danger, back = (
        wizard.root.locator(".ww-danger").bounding_box(),
        wizard.root.locator(".ww-prev:visible").bounding_box(),
    )
    assert danger["height"] < 40
    assert back["height"] >= 44
    wizard.root.locator(".ww-prev:visible").tap()
    wizard.expect_node(row.nodes[0])
    expect(once[0]).to_be_visible()


def test_back_before_python_leads_where_python_leads(page, own_trees):
    """The line above a step leads back along every walk as the engine on the host says."""
    compiled = most_outcomes(own_trees)
    Wizard.open(page, compiled.id)
    pairs = []
    for walker in islice(reader_walks(compiled), 200):
        ways = [way for index, way in enumerate(fragment.ways_back(walker)) if index not in walker.decided]
        if len(ways) > 1:
            pairs.append((fragment.write(walker), ways[-1]))
    assert len(pairs) > 5
    told = page.evaluate(
        """async ([tree, links]) => {
          const { fragmentBefore } = await import("/assets/fragment.js");
          return links.map((link) => fragmentBefore(link, tree));
        }""",
        [compiled.id, [link for link, _ in pairs]],
    )
    assert told == [back for _, back in pairs]


def test_back_and_the_count_before_python(page, row):
    """Until Python leads the line says which step this is, and leads back."""
    hold(page)
    wizard = Wizard.open(page, row.tree).follow(row.answers[:2])
    expect(wizard.root.locator(".ww-progress")).to_have_text("stap 3")
    wizard.root.locator(".ww-prev:visible").press("Enter")
    wizard.expect_node(row.nodes[1])
    expect(wizard.root.locator(".ww-progress")).to_have_text("stap 2")


def test_numbers_are_for_who_asks_for_them(page, chromium, base_url, row):
    """No number of a node until the switch is on; this browser remembers it. On paper and without scripts they are there."""
    wizard = Wizard.open(page, row.tree).leading()
    numbers = wizard.step.locator(".ww-heading .ww-number, .ww-answer .ww-number")
    assert [each.is_visible() for each in numbers.all()] == [False] * numbers.count()
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in numbers.all())
    page.emulate_media(media="screen")
    wizard.root.get_by_role("switch", name="Toon nummers").check()
    expect(numbers.first).to_be_visible()
    page.reload()
    wizard.leading()
    expect(numbers.first).to_be_visible()
    wizard.root.get_by_role("switch", name="Toon nummers").uncheck()
    expect(numbers.first).to_be_hidden()
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    without = context.new_page()
    without.goto(f"/keuzehulp/{row.tree}/")
    assert without.locator(".ww-steps > section > h3 > b:first-child").count() > 3
    assert all(each.is_visible() for each in without.locator(".ww-steps > section > h3 > b:first-child").all())
    context.close()


def test_a_row_is_an_answer_from_edge_to_edge(phone, row):
    """A thumb hits the whole row, 48 pixels high at least, and leaves no row behind that looks chosen."""
    wizard = Wizard.open(phone, row.tree).leading()
    rows = wizard.step.locator(".ww-answers > li")
    boxes = [each.bounding_box() for each in rows.all()]
    assert min(box["height"] for box in boxes) >= 48
    last = boxes[-1]
    settled(phone)
    phone.touchscreen.tap(last["x"] + 3, last["y"] + last["height"] - 4)
    expect(wizard.root).not_to_have_attribute("data-node", row.nodes[0])
    grounds = wizard.step.locator(".ww-answers > li").evaluate_all(
        "rows => rows.map((row) => getComputedStyle(row).backgroundColor)"
    )
    assert len(set(grounds)) <= 1


@pytest.mark.parametrize("place", mostly_slow(["question", "boxes", "gap", "interim"], quick=["boxes", "interim"]))
def test_one_filled_button(phone, own_trees, place):
    """At most one button of a step is filled; a question has none, its answers are the way on."""
    find = {"question": first_question, "boxes": several_answers, "gap": text_field, "interim": interim_action}[place]
    wizard = opened(phone, find(own_trees))
    accent = wizard.root.evaluate(
        """root => {
          const probe = root.appendChild(document.createElement("i"));
          probe.style.background = "var(--ww-accent)"; // CSSOM: the policy allows it
          const colour = getComputedStyle(probe).backgroundColor;
          probe.remove();
          return [...root.querySelectorAll("a, button")].filter((each) => each.checkVisibility()
            && getComputedStyle(each).backgroundColor === colour).length;
        }"""
    )
    assert accent == (0 if place == "question" else 1)
