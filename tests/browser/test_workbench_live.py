"""The wizard beside a text that is being edited: it follows the text and the place, and touches nothing of a reader."""

from __future__ import annotations

import json

import pytest
from at_desk import AtDesk
from playwright.sync_api import expect
from trouble import KILL, WATCH
from wizard import settled

import landmarks

CHOICES = {"beleid.iets": "van-een-lezer"}


@pytest.fixture(scope="module")
def way(own_trees):
    """Four plain questions after one another."""
    return landmarks.questions_in_a_row(own_trees)


@pytest.fixture(scope="module")
def opened(working, base_url, way):
    """A workbench that every test here uses: opening one takes long. The browser keeps choices of a reader."""
    context = working.new_context(viewport={"width": 1280, "height": 900}, base_url=base_url)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto("/noodkaart/")
    page.evaluate("kept => localStorage.setItem('wegwijzer-beleid', kept)", json.dumps(CHOICES))
    desk = AtDesk(page, base_url, way.tree, way.nodes[1])
    yield desk
    context.close()
    assert desk.problems == []


@pytest.fixture
def desk(opened, way):
    opened.begin_again(way.nodes[1])
    return opened


def text_of(way, index):
    return way.compiled.tree.questions[way.nodes[index]].text


def heading(desk):
    return desk.wizard.locator(".ww-heading")


def give(desk, answer):
    settled(desk.page)
    desk.wizard.locator(f'a[data-answer="{answer}"]').click()


def test_it_stands_at_the_step_that_is_edited_and_follows(desk, way):
    """By the shortest walk, without taking the focus from who edits."""
    expect(heading(desk)).to_contain_text(text_of(way, 1))
    expect(desk.wizard.locator(".ww-path li")).to_have_count(1)
    picker = desk.page.locator("[data-pick=file]")
    picker.focus()
    desk.go("questions", way.nodes[3], "text")
    desk.expect_node(way.nodes[3])
    desk.write(text_of(way, 3).split()[0], "Zeldzaam")
    expect(heading(desk)).to_contain_text("Zeldzaam")
    expect(picker).to_be_focused()


def test_a_change_keeps_the_walk_and_what_was_opened(desk, way):
    """Who walked to the step that is edited stays on that walk, and a fold stays open."""
    give(desk, way.answers[1])
    desk.expect_node(way.nodes[2])
    edit = desk.page.get_by_role("button", name="Bewerk deze stap")
    edit.click()
    assert desk.place == [desk.path, "questions", way.nodes[2]]
    expect(edit).to_be_hidden()
    walked = desk.wizard.evaluate("wizard => wizard.controller.at")
    desk.write(text_of(way, 2).split()[0], "Nieuw")
    expect(heading(desk)).to_contain_text("Nieuw")
    assert desk.wizard.evaluate("wizard => wizard.controller.at") == walked
    expect(desk.wizard.locator(".ww-notice")).to_be_hidden()


def test_walking_is_as_for_a_reader_and_leaves_no_trace(desk, way):
    """Answers, keys and the way back work; the address, the history and what this browser keeps stay as they are."""
    with desk.nothing_kept():
        give(desk, way.answers[1])
        desk.expect_node(way.nodes[2])
        expect(heading(desk)).to_be_focused()
        desk.wizard.locator("[data-back]").first.click()
        desk.expect_node(way.nodes[1])
        settled(desk.page)
        desk.page.keyboard.press("1")
        desk.wizard.locator(".ww-numbering input").click()
        desk.wizard.evaluate('wizard => wizard.controller.remember({ remember: \'{"beleid.iets": "anders"}\' })')
        expect(desk.wizard.locator(".ww-notice")).to_be_hidden()
        assert desk.wizard.evaluate("wizard => wizard.controller.asked().given") == {"beleid.iets": "anders"}
        desk.wizard.locator(".ww-numbering input").click()


def test_a_step_of_the_map_or_the_form_brings_it_back(desk, way):
    """Who walked on in it comes back by going to a place, also to the one that was edited."""
    give(desk, way.answers[1])
    desk.expect_node(way.nodes[2])
    desk.go("questions", way.nodes[1], "text")
    desk.expect_node(way.nodes[1])


def test_it_comes_to_the_place_that_was_asked_for_last(desk, way):
    """Also when that is asked for at the moment that Python tells the way to another one."""
    desk.ask(
        """(() => {
          const { ask } = desk, gone = () => desk.go(it[0], ["questions", it[2]]);
          desk.ask = (what, more) => {
            const reply = ask.call(desk, what, more);
            if (what !== "preview") return reply;
            delete desk.ask;
            return reply.finally(gone);
          };
          desk.go(it[0], ["questions", it[1]]);
        })()""",
        [desk.path, way.nodes[3], way.nodes[2]],
    )
    desk.expect_node(way.nodes[2])


def test_a_broken_text_leaves_the_last_good_wizard(desk, way):
    """It says so, can be walked, and follows again once the text can be read."""
    told = desk.page.locator("#ww-bench-live > [role=status]")
    expect(told).to_be_hidden()
    desk.write("questions:", "questions: [")
    expect(told).to_contain_text("laatste versie zonder die fout")
    give(desk, way.answers[1])
    desk.expect_node(way.nodes[2])
    desk.write("questions: [", "questions:")
    expect(told).to_be_hidden()
    desk.expect_node(way.nodes[2])


def test_hostile_text_is_text(desk, way):
    desk.write(text_of(way, 1).split()[0], "<img src=x onerror=alert(1)>")
    expect(heading(desk)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(heading(desk).locator("img")).to_have_count(0)


def test_another_tree_takes_its_place(desk, own_trees):
    """And a file that shows in no step leaves the tree that stands there."""
    other = landmarks.smallest(own_trees)
    desk.ask("desk.go(it, [])", f"trees/{other.id}.yml")
    expect(desk.wizard).to_have_attribute("tree", other.id)
    expect(desk.wizard).to_have_count(1)
    desk.ask("desk.go('wegwijzer.toml', [])")
    desk.quiet()
    expect(desk.wizard).to_have_attribute("tree", other.id)


def test_a_link_to_another_page_opens_beside(desk):
    link = desk.wizard.locator(".ww-danger a[href$='noodkaart/']")
    with desk.page.context.expect_page() as waiting:
        link.click()
    assert "/noodkaart/" in waiting.value.url
    waiting.value.close()


@pytest.mark.slow
def test_a_lost_engine_comes_back_with_the_tree(desk, way):
    """The one that is started again hears the texts and the tree, and gives the answer that was asked."""
    desk.page.evaluate(KILL["broken"])
    give(desk, way.answers[1])
    expect(desk.wizard).to_have_attribute("data-node", way.nodes[2], timeout=90_000)
    expect(desk.wizard.locator(".ww-notice")).to_be_hidden()


def test_who_leaves_is_a_reader_again(desk):
    """The next page, also one that the theme puts in place of this one, has the choices that were kept."""
    stored = "import('/assets/storage.js').then(({ CHOICES, kept }) => kept(CHOICES))"
    assert desk.page.evaluate(stored) != CHOICES
    desk.page.evaluate("document.querySelector('wegwijzer-wizard').remove()")
    assert desk.page.evaluate(stored) == CHOICES
