"""What a reader typed and ticked stays, whichever way back: in memory, for this visit and this tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard

from helpers import mostly_slow
from landmarks import several_answers
from wegwijzer.walk.walker import Walker

KEEPS = "JSON.stringify([location.href, history.state, {...localStorage}, {...sessionStorage}])"


def field(wizard):
    return wizard.step.locator("input[data-fill]")


def ticked(wizard):
    return wizard.step.locator("input[data-answer]:checked").evaluate_all(
        "boxes => boxes.map((box) => box.dataset.answer)"
    )


def back(wizard):
    wizard.page.evaluate("history.back()")


def forward(wizard):
    wizard.page.evaluate("history.forward()")


def to_the_start(page):
    """To another page of the site and not by back: the theme puts it in place of this one."""
    page.evaluate("window.same = true")
    page.locator(".md-header a.md-logo").click()
    expect(page.locator("wegwijzer-wizard")).to_have_count(0)
    assert page.evaluate("window.same") is True


@pytest.fixture(params=mostly_slow(["python", "static"], quick=["python"]))
def open_at(request, context):
    """Opens a step, led by Python or (the runtime does not come) by the static version."""

    def opened(place):
        page = context.new_page()
        if request.param == "static":
            page.route("**/runtime/**", lambda route: route.abort())
        wizard = Wizard.open(page, place.tree, place.link)
        if request.param == "python":
            return wizard.leading()
        expect(wizard.root.locator(".ww-notice")).to_be_visible()
        return wizard

    return opened


def test_text_stays_both_ways(open_at, gap):
    """Fill in, go on, back: the text stands there; changed and not given it stays too; forward and back again keep it."""
    wizard = open_at(gap)
    wizard.answer("Facebook en ‘WhatsApp’")
    wizard.expect_node(gap.after)
    back(wizard)
    wizard.expect_node(gap.node)
    expect(field(wizard)).to_have_value("Facebook en ‘WhatsApp’")
    field(wizard).fill("Nog niet gegeven")
    forward(wizard)
    wizard.expect_node(gap.after)
    back(wizard)
    wizard.expect_node(gap.node)
    expect(field(wizard)).to_have_value("Nog niet gegeven")
    wizard.step.locator("[data-continue]").click()
    wizard.expect_node(gap.after)
    assert "gegeven" not in wizard.page.evaluate(KEEPS)


def test_ticks_of_several_answers_stay_both_ways(open_at, own_trees):
    """Tick, go on, back: the same boxes are ticked; a box that was taken out stays out."""
    place = several_answers(own_trees, alone=True)
    one, other, alone = place.answers
    wizard = open_at(place)
    wizard.answer([one, other])
    after = wizard.node
    back(wizard)
    wizard.expect_node(place.node)
    assert ticked(wizard) == [one, other]
    wizard.step.locator(f'input[data-answer="{other}"]').uncheck()
    forward(wizard)
    wizard.expect_node(after)
    back(wizard)
    wizard.expect_node(place.node)
    assert ticked(wizard) == [one]
    wizard.step.locator(f'input[data-answer="{alone}"]').check()
    forward(wizard)
    wizard.expect_node(after)
    back(wizard)
    wizard.expect_node(place.node)
    assert ticked(wizard) == [alone]


def test_typed_before_python_stays_after_it(page, gap):
    """What was typed in the static version stands there when Python leads and the reader goes back."""
    release = hold(page)
    wizard = Wizard.open(page, gap.tree, gap.link)
    wizard.answer("Onze kanalen")
    wizard.expect_node(gap.after)
    release()
    wizard.leading()
    back(wizard)
    wizard.expect_node(gap.node)
    expect(field(wizard)).to_have_value("Onze kanalen")
    wizard.step.locator("[data-continue]").click()
    wizard.expect_node(gap.after)
    wizard.path()
    wizard.root.locator("[data-back]").first.click()
    wizard.expect_node(gap.node)
    expect(field(wizard)).to_have_value("Onze kanalen")


def test_a_result_keeps_its_ticks_and_reply(page, result):
    """Ticked steps and a changed model reply stand there after back and forward, and after another page and back."""
    wizard = Wizard.open(page, result.tree).leading().follow(result.answers)
    wizard.expect_node(result.end)

    def stands():
        wizard.expect_node(result.end)
        expect(wizard.step.locator("[data-tick]").first).to_be_checked()
        expect(wizard.step.locator("[data-reply]")).to_have_value("Onze eigen tekst")

    wizard.step.locator("[data-tick]").first.check()
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    back(wizard)
    wizard.expect_node(result.nodes[-2])
    forward(wizard)
    stands()
    to_the_start(page)
    page.go_back()
    wizard.leading()
    stands()


def test_a_new_visit_or_a_restart_begins_empty(page, gap):
    """A restart, the page opened anew from a link, and a reload forget what was typed: it was never kept anywhere."""
    wizard = Wizard.open(page, gap.tree, gap.link).leading()
    wizard.answer("Geheim")
    wizard.root.locator("[data-restart]").click()
    wizard.expect_node(Walker(gap.compiled).node)
    page.evaluate(f"location.hash = '{gap.link}'")
    wizard.expect_node(gap.node)
    expect(field(wizard)).to_have_value("")
    field(wizard).fill("Geheim")
    to_the_start(page)
    page.evaluate(f"""() => {{
      const link = Object.assign(document.createElement("a"), {{ href: "keuzehulp/{gap.tree}/#{gap.link}", id: "proef", textContent: "x" }});
      document.querySelector("article").prepend(link);
    }}""")
    page.locator("#proef").click()
    wizard.leading().expect_node(gap.node)
    expect(field(wizard)).to_have_value("")
    field(wizard).fill("Geheim")
    assert "Geheim" not in page.evaluate(KEEPS)
    page.reload()
    wizard.leading().expect_node(gap.node)
    expect(field(wizard)).to_have_value("")
