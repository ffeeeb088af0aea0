"""Every route and every final action of a large tree, walked in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from wizard import Wizard

from helpers import mostly_slow
from landmarks import most_cases, most_outcomes
from walks import covering, given, options, reader_walks
from wegwijzer.compile.compiled import fork_id
from wegwijzer.walk import fragment
from wegwijzer.walk.walker import Walker

FEW = 8


@pytest.fixture(scope="module")
def walks(own_trees):
    """Walks of the tree with most outcomes that together take every answer, every route and every outcome that a reader can
    reach who comes nowhere twice.
    """
    return covering(list(reader_walks(most_outcomes(own_trees))))


@pytest.fixture(params=mostly_slow(["few", "others"], quick=["few"]))
def some(request, walks):
    """The walks that cover most, and the others.

    That every route leads where it should is known without a browser: tests/pyodide/test_packed.py puts all of these
    walks to the runtime, tests/site/test_built.py reads all links of the page. What is left is the page: each kind of
    step and answer, which the few have.
    """
    return walks[:FEW] if request.param == "few" else walks[FEW:]


def test_the_few_walks_meet_everything_that_a_page_can_show(walks):
    """The few take questions, interim actions and forks, and end in different actions in different chapters."""
    compiled = walks[0].compiled
    steps = {step for walker in walks[:FEW] for step, _ in walker.path}
    assert steps & set(compiled.tree.questions)
    assert steps & set(compiled.tree.actions)
    assert any(fork.owner in steps for fork in compiled.forks.values())
    assert len({walker.node for walker in walks[:FEW]}) == FEW


def test_python_leads_along_every_route(page, some):
    """With Python leading, a walk ends in the browser where the engine on the host says it ends."""
    wizard = Wizard.open(page, some[0].compiled.id).leading()
    for walker in some:
        for step, answer in given(walker):
            wizard.expect_node(step)
            wizard.answer(answer)
        wizard.expect_node(walker.node)
        expect(wizard.root).to_have_attribute("data-final", "true")
        assert page.url.endswith("#" + fragment.write(walker))
        wizard.root.locator("[data-restart]").click()
        wizard.expect_node(given(walker)[0][0])


@pytest.mark.parametrize("part", mostly_slow(["few", "others"], quick=["few"]))
def test_every_case_ends_in_the_browser_where_it_says(page, own_trees, part):
    """With its local choices kept in the browser, every case of a tree ends where it says."""
    compiled = most_cases(own_trees, given=True)
    cases = [case for case in compiled.tree.cases if case.given]
    assert len(cases) > FEW
    wizard = Wizard.open(page, compiled.id).leading()
    start = wizard.node
    wizard.answer(options(Walker(compiled))[0])
    for case in cases[: FEW // 2] if part == "few" else cases[FEW // 2 :]:
        wizard.decide(case.given)
        wizard.root.locator("[data-restart]").click()
        wizard.expect_node(start)
        while wizard.root.get_attribute("data-final") is None:
            wizard.answer(case.answers.get(wizard.node, "verder"))
        assert (case.title, wizard.node) == (case.title, case.ends_in)


@pytest.mark.slow
def test_static_links_lead_along_every_route(chromium, base_url, some):
    """With JavaScript off, the links lead along every walk; a fork asks what a form without memory cannot know."""
    compiled = some[0].compiled
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/keuzehulp/{compiled.id}/")
    for walker in some:
        reader = Walker(compiled)
        for step, answer in walker.path:
            section = page.locator(f"#{compiled.id}-{step}")
            question = compiled.tree.questions.get(step)
            link = section.locator(f'a[data-answer="{answer}"]' if question else "a[data-continue]")
            link.click()
            reader.give(step, answer)
            own = question.answers[answer].to if question else None
            fork = fork_id(step, answer if own else None)
            place = page.url.partition("#")[2]
            if fork in compiled.forks:
                assert place == f"{compiled.id}-{fork}"
                taken = [route.to for route in compiled.forks[fork].target.routes].index(reader.node)
                page.locator(f'#{compiled.id}-{fork} a[data-answer="{taken}"]').click()
                place = page.url.partition("#")[2]
            assert place == f"{compiled.id}-{reader.node}"
        assert page.locator(f"#{compiled.id}-{walker.node}[data-final=true]").count() == 1
    context.close()


COVERED = """() => [...document.querySelectorAll("article a[href]")].filter((link) => {
  if (!link.checkVisibility()) return false; // in a fold
  link.scrollIntoView({ block: "center", behavior: "instant" });
  const [box] = link.getClientRects();
  const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top && !link.contains(top) && !top.contains(link);
}).map((link) => link.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("place", ["keuzehulp", "tekst"])
def test_no_link_lies_over_another(chromium, base_url, large, place):
    """Without JavaScript, where all stands below each other, a press on a link reaches that link."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{place}/{large}/")
    assert page.evaluate(COVERED) == []
    context.close()
