"""Every route and every final action of the reaction tree, walked in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from wizard import Wizard

from walks import all_walks, covering
from wegwijzer import fragment
from wegwijzer.compiled import fork_id
from wegwijzer.walk import Walker


@pytest.fixture(scope="module")
def walks(own_trees):
    """Walks of the reaction tree that together take every answer, every route and every final action."""
    return covering(list(all_walks(own_trees["reactie"])))


def test_the_walks_reach_every_final_action(own_trees, walks):
    """The walks that the browser takes end in every action in which a walk can end."""
    tree = own_trees["reactie"].tree
    assert {walker.node for walker in walks} == {
        name for name, action in tree.actions.items() if not action.to or "/" in action.to.routes[0].to
    }


def test_python_leads_along_every_route(page, walks):
    """With Python leading, every walk ends in the browser where the engine on the host says it ends."""
    wizard = Wizard.open(page, "reactie").leading()
    for walker in walks:
        for step, answer in walker.path:
            wizard.expect_node(step)
            wizard.answer(answer)
        wizard.expect_node(walker.node)
        expect(wizard.root).to_have_attribute("data-final", "true")
        assert page.url.endswith("#" + fragment.write(walker))
        wizard.root.locator("[data-restart]").click()
        wizard.expect_node("waar")


def test_every_case_ends_in_the_browser_where_it_says(page, project):
    """With its local choices kept in the browser, every case of the reaction tree ends where it says."""
    wizard = Wizard.open(page, "reactie").leading()
    wizard.answer("openbaar")
    for case in [case for case in project.library.trees["reactie"].cases if case.given]:
        wizard.decide(case.given)
        wizard.root.locator("[data-restart]").click()
        wizard.expect_node("waar")
        while wizard.root.get_attribute("data-final") is None:
            wizard.answer(case.answers.get(wizard.node, "verder"))
        assert (case.title, wizard.node) == (case.title, case.ends_in)


def test_static_links_lead_along_every_route(chromium, base_url, own_trees, walks):
    """With JavaScript off, the links lead along every walk; a fork asks what a form without memory cannot know."""
    compiled = own_trees["reactie"]
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/keuzehulp/reactie/")
    for walker in walks:
        reader = Walker(compiled)
        for step, answer in walker.path:
            section = page.locator(f"#reactie-{step}")
            question = compiled.tree.questions.get(step)
            link = section.locator(f'a[data-answer="{answer}"]' if question else "a[data-continue]")
            link.click()
            reader.give(step, answer)
            own = question.answers[answer].to if question else None
            fork = fork_id(step, answer if own else None)
            place = page.url.partition("#")[2]
            if fork in compiled.forks:
                assert place == f"reactie-{fork}"
                taken = [route.to for route in compiled.forks[fork].target.routes].index(reader.node)
                page.locator(f'#reactie-{fork} a[data-answer="{taken}"]').click()
                place = page.url.partition("#")[2]
            assert place == f"reactie-{reader.node}"
        assert page.locator(f"#reactie-{walker.node}[data-final=true]").count() == 1
    context.close()
