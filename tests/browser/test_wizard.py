"""The wizard on its page: useful at once, taken over by Python without a jump, faithful to the address."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from wizard import Wizard, settled, to_another

from landmarks import asked_fork

ZIP = "**/python.zip"


def hold(page, pattern=ZIP):
    """Keep a file of the runtime back; returns what lets it through."""
    held = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - Playwright inspects it

    def release():
        for route in held:
            route.continue_()
        page.unroute(pattern)

    return release


def test_the_first_question_answers_before_python(page, row):
    """A click before Python is there shows the next step at once, and Python goes on from that step."""
    release = hold(page)
    wizard = Wizard.open(page, row.tree)
    wizard.follow(row.answers[:2])
    assert wizard.node == row.nodes[2]
    expect(wizard.root).to_have_attribute("data-engine", "static")
    release()
    wizard.leading()
    assert wizard.node == row.nodes[2]
    expect(wizard.root.locator(".ww-path li")).to_have_count(2)


def test_taking_over_keeps_focus_ticks_and_text(page, gap):
    """What a reader ticked or typed, and where the focus was, survives the handover."""
    release = hold(page)
    wizard = Wizard.open(page, gap.tree, gap.link)
    field = wizard.step.locator("input[data-fill]")
    field.fill("Onze kanalen")
    release()
    wizard.leading()
    expect(wizard.step.locator("input[data-fill]")).to_have_value("Onze kanalen")
    expect(wizard.step.locator("input[data-fill]")).to_be_focused()


def test_without_python_the_static_version_goes_on(context, row):
    """A blocked runtime leaves the static version working, and says so."""
    page = context.new_page()
    page.route("**/runtime/**", lambda route: route.abort())
    wizard = Wizard.open(page, row.tree)
    expect(wizard.root.locator(".ww-notice")).to_be_visible()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    assert wizard.root.get_attribute("data-engine") == "static"


def test_back_and_forward_of_the_browser(page, row):
    """The browser's own buttons go through the steps, with Python leading."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    wizard.answer(row.answers[1])
    wizard.expect_node(row.nodes[2])
    page.go_back()
    wizard.expect_node(row.nodes[1])
    page.go_back()
    wizard.expect_node(row.nodes[0])
    page.go_forward()
    wizard.expect_node(row.nodes[1])


def test_back_before_python(page, row):
    """The browser's own buttons go through the steps of the static version too."""
    hold(page)
    wizard = Wizard.open(page, row.tree)
    wizard.follow(row.answers[:2])
    page.go_back()
    wizard.expect_node(row.nodes[1])
    page.go_back()
    wizard.expect_node(row.nodes[0])


def test_only_the_current_step_is_there_once_python_leads(page, row):
    """Once Python leads, one step is in the page."""
    wizard = Wizard.open(page, row.tree).leading()
    expect(wizard.root.locator("section")).to_have_count(1)


def test_only_the_current_step_is_in_sight_before_python(page, row):
    """Of the static version one step is in sight, on the first step and after an answer: nothing that many steps share."""
    hold(page)
    wizard = Wizard.open(page, row.tree)
    for answer in (None, row.answers[0]):
        if answer:
            wizard.answer(answer)
        expect(wizard.step).to_have_count(1)
        expect(wizard.step).to_have_attribute("data-node", wizard.node)


def test_two_clicks_on_one_answer_are_one_step(page, row):
    """A nervous double click gives one answer, and one step back undoes it."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.step.locator(f'a[data-answer="{row.answers[0]}"]').dblclick()
    wizard.expect_node(row.nodes[1])
    page.go_back()
    wizard.expect_node(row.nodes[0])


def test_restart_forgets_the_walk(page, row):
    """Starting again leads to the first question, without earlier answers."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    wizard.root.locator("[data-restart]").click()
    wizard.expect_node(row.nodes[0])
    expect(wizard.root.locator(".ww-path")).to_have_count(0)


def test_a_link_opens_the_same_step_elsewhere(page, chromium, base_url, row):
    """A link copied from one browser shows the same step with the same answers in another, before and after Python."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.follow(row.answers)
    wizard.expect_node(row.end)
    other = chromium.new_context(base_url=base_url)
    elsewhere = other.new_page()
    elsewhere.goto(page.url)
    there = Wizard(elsewhere, row.tree)
    there.expect_node(row.end)
    there.leading().expect_node(row.end)
    expect(there.root.locator(".ww-path li")).to_have_count(3)
    other.close()


def test_a_link_of_an_older_tree_keeps_what_holds(page, row):
    """A link with answers that no longer exist keeps the others and says what happened."""
    wizard = Wizard.open(
        page, row.tree, f"{row.tree}-weg;{row.first(1).given},{row.nodes[1]}.bestaat-niet;00000000"
    ).leading()
    wizard.expect_node(row.nodes[1])
    expect(wizard.root.locator(".ww-notice")).to_contain_text("oudere versie")


def test_a_link_into_the_middle_asks_what_it_cannot_know(page, own_trees):
    """Opened in the middle, Python asks the same fork as the paper version, and no fork is asked from the start."""
    compiled, fork = asked_fork(own_trees)
    wizard = Wizard.open(page, compiled.id, f"{compiled.id}-{fork.owner}").leading()
    wizard.expect_node(fork.owner)
    wizard.answer(fork.answer)
    wizard.expect_node(fork.id)
    expect(wizard.root).to_have_attribute("data-kind", "fork")


def test_what_is_typed_never_stands_in_the_address(page, gap):
    """A fill-in leaves only a mark in the address; the text shows where the tree uses it."""
    wizard = Wizard.open(page, gap.tree, gap.link).leading()
    wizard.answer("Geheime naam 123")
    wizard.root.locator(".ww-path").wait_for()
    assert "Geheime" not in page.url
    assert re.search(rf"\b{gap.node}\.~", page.url)


def test_a_wrong_fill_in_is_told_beside_the_field(page, gap):
    """An empty answer to a question that needs one is refused beside the field, and in a summary that leads to it."""
    wizard = Wizard.open(page, gap.tree, gap.link).leading()
    wizard.step.locator("[data-continue]").click()
    field = wizard.step.locator("input[data-fill]")
    expect(wizard.step.locator(".ww-error")).to_have_text("Vul hier iets in.")
    expect(wizard.step.locator(".ww-problem")).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Vul hier iets in.")
    wizard.step.locator(".ww-problem a").click()
    expect(field).to_be_focused()


def test_a_missing_fill_in_is_told_before_python_too(page, gap):
    """Until Python leads, the page does not go on without an answer that is needed."""
    hold(page)
    wizard = Wizard.open(page, gap.tree, gap.link)
    wizard.step.locator("[data-continue]").click()
    expect(wizard.step.locator(".ww-error")).to_be_visible()
    wizard.expect_node(gap.node)
    wizard.answer("Onze kanalen")
    wizard.expect_node(gap.after)


def test_change_an_answer_from_the_list(page, row):
    """‘Wijzig’ beside an answer goes back to that step, with the answers before it kept."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.follow(row.answers)
    wizard.expect_node(row.end)
    wizard.path()
    wizard.root.locator(".ww-path [data-back]").nth(1).click()
    wizard.expect_node(row.nodes[1])
    expect(wizard.root.locator(".ww-path li")).to_have_count(1)


def test_focus_and_live_region_follow_each_step(page, row):
    """After each step the focus is on its heading and the live region names it."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    expect(wizard.step.locator(".ww-heading")).to_be_focused()
    expect(wizard.root.locator(".ww-live")).to_contain_text(row.title(1))


def test_keyboard_alone(page, row):
    """A reader with only a keyboard goes from step to step with Tab and Enter."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.step.locator(".ww-heading").focus()
    links = "step => [...step.querySelectorAll('a[href]')].findIndex((link) => link.matches('[data-answer]'))"
    for _ in range(1 + wizard.step.evaluate(links)):  # what the help links to comes first
        page.keyboard.press("Tab")
    expect(wizard.step.locator("a[data-answer]").first).to_be_focused()
    for answer, node in zip(row.answers[:2], row.nodes[1:], strict=False):
        for _ in range(20):
            if page.evaluate("document.activeElement.dataset.answer") == answer:
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        wizard.expect_node(node)


def test_the_pages_own_anchors_do_not_move_the_wizard(page, row):
    """Following a heading's anchor leaves the wizard where it was."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    page.evaluate("location.hash = 'diagram'")
    page.wait_for_timeout(300)
    wizard.expect_node(row.nodes[1])


def test_python_boots_once_a_visit(page, row):
    """Going to another wizard by a link of the site keeps the same Python running."""
    workers = []
    page.on("worker", lambda worker: workers.append(worker.url))
    to_another(Wizard.open(page, row.tree).leading()).leading()
    assert len([url for url in workers if url.startswith("blob:")]) == 1


def test_save_data_loads_python_on_request_only(chromium, base_url, row):
    """With Save-Data no runtime is fetched until the reader asks; the static version works meanwhile."""
    context = chromium.new_context(base_url=base_url)
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page = context.new_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    wizard = Wizard.open(page, row.tree)
    wizard.answer(row.answers[0])
    wizard.expect_node(row.nodes[1])
    page.wait_for_timeout(500)
    assert [url for url in fetched if "/runtime/" in url] == []
    wizard.root.get_by_role("button", name="Laad de slimme versie").click()
    wizard.leading().expect_node(row.nodes[1])
    context.close()


def test_keep_and_forget_a_local_choice(page, asked):
    """A choice kept as policy is not asked again; ‘Vergeet deze keuze’ brings the question back. Who keeps one stays where
    it was: the fold stays open, and the focus goes to what undoes it.
    """
    wizard = Wizard.open(page, asked.tree).leading().follow(asked.answers)
    wizard.expect_node(asked.question)
    wizard.answer(asked.option)
    wizard.expect_node(asked.end)
    wizard.path()
    wizard.root.get_by_role("button", name="Onthoud als ons beleid").click()
    forget = wizard.root.get_by_role("button", name="Vergeet deze keuze")
    expect(forget).to_be_focused()
    expect(forget).to_be_in_viewport()
    expect(wizard.root.locator(".ww-live")).to_contain_text("Onthouden als jullie beleid")
    settled(page)
    wizard.root.locator("[data-restart]").click()
    wizard.expect_node(asked.way.nodes[0])
    wizard.follow(asked.answers)
    wizard.expect_node(asked.end)
    wizard.path()
    forget.click()
    wizard.expect_node(asked.question)
    expect(wizard.step.locator(".ww-heading")).to_be_focused()
