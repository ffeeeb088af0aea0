"""Who doubts gets help in the page, when asked: what holds in any case, which question decides, and why an advice came."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from test_accessibility import violations
from wizard import Wizard, settled

from helpers import mostly_slow, own_tree, tree_files
from wegwijzer.doubt.ahead import ahead, live_of
from wegwijzer.doubt.deciding import deciding
from wegwijzer.locale import say
from wegwijzer.model.text import plain
from wegwijzer.render.doubt import deciding_words
from wegwijzer.render.html_doubt import doubt_button
from wegwijzer.view.nodes import live_view
from wegwijzer.walk.walker import Walker


def doubtful():
    """A tree whose first question has no answer for who does not know, and after which one question decides most."""
    for file in tree_files():
        compiled = own_tree(file.stem)
        walker = Walker(compiled).settle()
        if doubt_button(live_view(walker)) and (found := deciding(ahead(walker, live_of(compiled)), {walker.node})):
            return compiled, walker.node, found
    raise AssertionError("no tree asks what somebody may not know")


def test_who_does_not_know_is_helped_in_place_and_goes_on(page):
    """Asked by keyboard, the help comes below the answers with the focus on it; an answer known after all narrows it, and the
    way back closes it. The address tells nothing of it.
    """
    compiled, node, question = doubtful()
    wizard = Wizard.open(page, compiled.id).leading()
    address = page.url
    asked = wizard.step.get_by_role("button", name=say("doubt.open"))
    expect(asked).to_have_attribute("aria-expanded", "false")
    asked.press("Enter")
    place = wizard.step.locator(".ww-doubt")
    expect(place.locator(".ww-doubt-heading")).to_be_focused()
    expect(wizard.root.locator(".ww-live")).to_have_text(say("doubt.heading"))
    expect(place).to_contain_text(say(deciding_words(question)))
    change = min(question.changes, key=lambda each: len(each.endings))
    place.locator(f'[data-is="{change.answer}"]').press("Enter")
    expect(place).to_contain_text(say("doubt.known"))
    if len(change.endings) == 1:
        expect(place).to_contain_text(compiled.tree.actions[change.endings[0]].title)
    place.get_by_role("button", name=say("doubt.back")).press("Enter")
    expect(place).to_be_hidden()
    expect(asked).to_be_focused()
    assert page.url == address
    wizard.expect_node(node)


def test_who_does_not_know_that_either_is_asked_another(page):
    """The next doubt passes that question too: it is not asked again."""
    compiled, _, question = doubtful()
    wizard = Wizard.open(page, compiled.id).leading()
    wizard.step.get_by_role("button", name=say("doubt.open")).press("Enter")
    place = wizard.step.locator(".ww-doubt")
    place.locator("[data-doubt=unsure]").press("Enter")
    expect(place.locator(f'[data-of="{question.node}"]')).to_have_count(0)
    expect(place.locator(".ww-doubt-heading")).to_be_focused()


def test_what_holds_in_any_case_prints_on_the_sheet_of_the_question(page):
    """Of the help paper keeps what to do and what may be needed, by name: still one sheet, and nothing to press."""
    compiled, node, question = doubtful()
    wizard = Wizard.open(page, compiled.id).leading()
    wizard.step.get_by_role("button", name=say("doubt.open")).press("Enter")
    expect(wizard.step.locator(".ww-doubt-heading")).to_be_visible()
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(" ".join(each.extract_text() for each in pages).split())
    assert len(pages) == 1
    assert plain(compiled.tree.questions[node].text or "") in text
    for heading in ("doubt.heading", "doubt.sure", deciding_words(question)):
        assert say(heading) in text
    for pressed in ("doubt.neither", "doubt.back", "doubt.changes"):
        assert say(pressed) not in text
    assert page.locator(".ww-paper").count() == 0


def test_nothing_of_it_is_loaded_until_somebody_asks(page):
    """A reader who knows every answer loads no byte of it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    compiled, _, _ = doubtful()
    wizard = Wizard.open(page, compiled.id).leading()
    settled(page)
    assert [] == [url for url in asked if url.endswith(("/doubt.js", "/doubt.zip"))]
    wizard.step.get_by_role("button", name=say("doubt.open")).press("Enter")
    expect(wizard.step.locator(".ww-doubt-heading")).to_be_visible()
    assert [1, 1] == [sum(url.endswith(name) for url in asked) for name in ("/doubt.js", "/doubt.zip")]


def test_a_result_says_why_and_on_what_each_task_rests(page, result):
    """In the fold of a result: the answers that decided it, what others would have brought, and grounds in words."""
    wizard = Wizard.open(page, result.tree, result.link).leading()
    wizard.more().get_by_role("button", name=say("why.open")).press("Enter")
    place = wizard.step.locator(".ww-doubt")
    expect(place.locator(".ww-doubt-heading")).to_be_focused()
    expect(place).to_contain_text(say("why.answers"))
    expect(place).to_contain_text(say("why.grounds"))
    words = place.inner_text()
    assert any(say(f"ground.{kind}") in words for kind in ("wet", "onderzoek", "praktijk", "redactie"))


@pytest.mark.parametrize("scheme", mostly_slow(["light", "dark"], quick=["dark"]))
def test_the_help_is_accessible_and_fits_a_narrow_screen(chromium, base_url, scheme):
    """At 320 pixels nothing of it sticks out, and axe finds nothing, also where it asks on."""
    context = chromium.new_context(base_url=base_url, color_scheme=scheme, viewport={"width": 320, "height": 800})
    page = context.new_page()
    compiled, _, _ = doubtful()
    wizard = Wizard.open(page, compiled.id).leading()
    wizard.step.get_by_role("button", name=say("doubt.open")).press("Enter")
    expect(wizard.step.locator(".ww-doubt-heading")).to_be_visible()
    assert violations(page, "wegwijzer-wizard") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_tree_that_asks_everything_itself_offers_no_doubt():
    """Where an answer says that somebody does not know, there is no second way to say it; nor where several can be chosen."""
    for file in tree_files():
        compiled = own_tree(file.stem)
        for name, question in compiled.tree.questions.items():
            own = any(
                "twijfel" in (a.text or "").lower() or "weet het niet" in (a.text or "")
                for a in question.answers.values()
            )
            button = doubt_button(live_view(Walker(compiled, {}, name)))
            if own or question.choose == "many" or question.fill:
                assert not button, (file.stem, name)
