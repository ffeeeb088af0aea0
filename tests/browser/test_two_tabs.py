"""Two tabs of one reader: one case file and one set of local choices, and what was erased stays erased."""

from __future__ import annotations

import json

import pytest
from casefile import CASE
from playwright.sync_api import expect
from wizard import Wizard, quiet, until

from landmarks import to_a_result


class Tab(Wizard):
    """A wizard with the case file beside it."""

    @property
    def place(self):
        return self.root.locator(".ww-dossier")

    def field(self, label):
        return self.place.get_by_label(label)

    def opening(self):
        self.root.locator("[data-dossier]").click()
        expect(self.place.locator("h3")).to_be_focused()
        return self

    def kept(self):
        return json.loads(self.page.evaluate(f"localStorage.getItem('{CASE}')") or "null")


@pytest.fixture(scope="module")
def other(own_trees, asked):
    """The way to a result with tasks in another tree than that of the first tab."""
    return to_a_result({name: boom for name, boom in own_trees.items() if name != asked.tree})


@pytest.fixture
def tabs(context, asked, other):
    """Two tabs with another tree each, the case file open in both."""
    problems = []
    context.on("weberror", lambda error: problems.append(str(error.error)))
    one = Tab.open(context.new_page(), asked.tree).leading().opening()
    two = Tab.open(context.new_page(), other.tree).leading()
    expect(two.place).to_be_visible()  # it was kept, so it opens by itself
    yield one, two
    assert problems == []


@pytest.mark.slow
def test_both_tabs_keep_what_they_type(tabs):
    """Different fields: both stay. The same field: the last letter wins, and the other tab shows it."""
    one, two = tabs
    one.field("Notities").fill("Van een")
    expect(two.field("Notities")).to_have_value("Van een")
    two.field("Het bericht").fill("Van twee")
    expect(one.field("Het bericht")).to_have_value("Van twee")
    two.field("Notities").press("End")
    two.field("Notities").press_sequentially(", en twee")
    expect(one.field("Notities")).to_have_value("Van een, en twee")
    one.field("Notities").fill("Laatste")
    expect(two.field("Notities")).to_have_value("Laatste")
    assert one.kept() == two.kept()
    assert (one.kept()["notes"], one.kept()["post"]) == ("Laatste", "Van twee")


def test_routes_and_ticks_of_both_tabs_are_in_it(tabs, asked, other):
    """Each tab adds its own walk and what it ticked; neither takes away the other's."""
    one, two = tabs
    one.follow(asked.answers)
    two.follow(other.answers)
    two.step.locator("[data-tick]").first.check()
    expect(one.place.locator("[data-case-log]")).to_contain_text(other.tasks()[0])
    expect(two.place.locator("[data-case-log]")).to_contain_text(asked.way.compiled.tree.title)
    one.answer(asked.option)
    expect(one.place.locator("[data-case-log]")).to_contain_text(asked.whole.title())
    expect(two.place.locator("[data-case-log]")).to_contain_text(asked.whole.title())
    assert set(one.kept()["routes"]) == {asked.tree, other.tree}
    assert len(one.kept()["done"]) == 1
    # Nothing goes to and fro between them once both have drawn: the next that each hears is what we write ourselves.
    for tab in tabs:
        quiet(tab.page)
    for tab in tabs:
        tab.page.evaluate("window.heard = []; addEventListener('storage', ({ key }) => { heard.push(key); })")
    for tab in tabs:
        quiet(tab.page)
    for writing, hearing in ((one, two), (two, one)):
        writing.page.evaluate("localStorage.setItem('proef', String(Math.random()))")
        until(hearing.page, "heard.includes('proef')")
        assert hearing.page.evaluate("heard") == ["proef"]


@pytest.mark.slow
def test_erased_in_one_is_erased_in_both(tabs, other):
    """Erasing closes it in the other tab, says so, and no letter or step there brings anything back."""
    one, two = tabs
    two.field("Notities").fill("Geheim")
    two.field("Notities").focus()
    one.page.once("dialog", lambda dialog: dialog.accept())
    one.place.get_by_role("button", name="Wis het dossier").click()
    expect(two.place).to_be_hidden()
    expect(two.root.locator(".ww-notice")).to_contain_text("gewist")
    two.page.keyboard.type("x")
    two.follow(other.answers)
    two.step.locator("[data-tick]").first.check()
    quiet(two.page)
    assert two.kept() is None
    assert one.kept() is None


@pytest.mark.slow
def test_a_letter_typed_before_the_news_brings_nothing_back(tabs):
    """The other tab did not hear yet that it was erased, and that a new case file was begun: it writes in neither."""
    _, two = tabs
    two.page.evaluate("addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })")
    two.page.evaluate("dispatchEvent(new Event('pageshow'))")
    two.field("Notities").fill("Geheim")
    # In one turn, so that no news can come between: erased (and begun anew), then a letter.
    for fresh in (None, '{"version":1,"id":"nieuw"}'):
        two.page.evaluate(
            """(fresh) => {
              localStorage.removeItem("wegwijzer-dossier");
              if (fresh) localStorage.setItem("wegwijzer-dossier", fresh);
              const field = document.querySelector("[data-case-field=notes]");
              field.value += "!";
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            fresh,
        )
        assert "notes" not in (two.kept() or {})
        if fresh is None:
            expect(two.place).to_be_hidden()
            two.opening()
            two.field("Notities").fill("Geheim")
        else:
            expect(two.field("Notities")).to_have_value("")


def test_a_choice_kept_in_one_tab_counts_in_the_other(context, asked):
    """‘Onthoud’ and ‘Vergeet’ in one tab: the other passes or asks the question at once, without a reload."""
    one = Tab.open(context.new_page(), asked.tree).leading()
    two = Tab.open(context.new_page(), asked.tree).leading()
    for tab in (one, two):
        tab.follow(asked.answers)
        tab.expect_node(asked.question)
    one.answer(asked.option)
    one.path()
    one.root.get_by_role("button", name="Onthoud als ons beleid").click()
    two.expect_node(asked.end)
    two.path()
    two.root.get_by_role("button", name="Vergeet deze keuze").click()
    two.expect_node(asked.question)
    assert one.page.evaluate("JSON.parse(localStorage.getItem('wegwijzer-beleid')).version") == 1
