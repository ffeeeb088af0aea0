"""The form of the workbench in a real browser, used as somebody would who never saw YAML: by labels and buttons alone."""

from __future__ import annotations

import difflib
import json
from typing import Any

import pytest
from at_desk import DESK, serve
from looks import LOOKS
from playwright.sync_api import Locator, Page, expect
from test_accessibility import violations
from wizard import STARTS, until

from helpers import mostly_slow

PATH = "trees/voorbeeld.yml"
TREE = """\
# Hoe je antwoordt
title: Wat doe je met dit bericht?
start: toon
marks:
  fel: {text: het bericht fel is}
questions:
  # De eerste vraag
  toon:
    text: Welke toon heeft het bericht?
    sources: [nota]
    answers:
      boos:
        text: Boos   # een opmerking die blijft
        to: reden
      blij: {text: Blij, to: dank}
  reden:
    text: Waarom is iemand boos?
    answers:
      beleid: {text: Om het beleid, to: luister}
      persoon: {text: Om een persoon, to: luister, marks: [fel]}
actions:
  luister:
    title: Luister naar de zorg
    steps:
      - Lees het bericht twee keer.
      - {text: Vraag door., when: {none: [fel]}}
    reply: >-
      Bedankt voor je bericht.
      We kijken het na.
    sources: [nota]
  dank:
    title: Dank de schrijver
    steps:
      - use: hou-in-het-oog
    contacts: [pers]
    sources: [nota]
cases:
  - title: Een boze buur
    answers: {toon: boos, reden: beleid}
    ends_in: luister
"""
FILES = {
    "wegwijzer.toml": 'name = "Voorbeeld"\n',
    PATH: TREE,
    "data/sources.yml": "sources:\n  nota: {title: De nota}\n  redactie: {title: Van onszelf, kind: redactie}\n",
    "data/contacts.yml": (
        "contacts:\n  pers: {name: De persdienst, for: Vragen van de pers, sources: [nota]}\n"
        "  jurist: {name: De jurist, for: Vragen over de wet, sources: [nota]}\n"
    ),
    "data/steps.yml": "steps:\n  hou-in-het-oog: {text: Kijk morgen opnieuw., sources: [nota]}\n",
}


class Form:
    """What somebody does in the form."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator(".ww-form")
        self.dialog = page.locator("dialog.ww-pick")

    def ask(self, expression: str, it: Any = None) -> Any:
        return self.page.evaluate(f"async (it) => {{ const desk = {DESK}; return {expression}; }}", it)

    def go(self, *where: str | int) -> None:
        self.ask("desk.go(it[0], it[1], { by: 'test' })", [PATH, [*where]])

    def open(self, title: str, *where: str | int) -> None:
        self.go(*where)
        expect(self.root.locator("h3")).to_contain_text(title)

    def begin_again(self) -> None:
        self.ask("desk.changed.map((path) => desk.put(desk.published(path), { path, by: 'test' }))")
        self.page.keyboard.press("Escape")
        self.open("Wat doe je met dit bericht?")

    def text(self, path: str = PATH) -> str:
        found: str = self.ask("desk.text(it)", path)
        return found

    def expect_changed(self, gone: list[str], new: list[str]) -> None:
        """Wait until these lines of the file were replaced by these, and no other line is another one."""
        if gone or new:
            until(self.page, f"{DESK}.text({json.dumps(PATH)}) !== {DESK}.published({json.dumps(PATH)})")
        last: tuple[list[str], list[str]] = ([], [])
        for _ in range(100):
            lines = [*difflib.ndiff(TREE.splitlines(), self.text().splitlines())]
            last = [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]
            if last == (gone, new):
                return
            self.page.wait_for_timeout(100)
        assert last == (gone, new)

    def card(self, title: str) -> Locator:
        """A card by what its line says, opened."""
        card = self.root.locator("details.ww-form-card").filter(has=self.page.locator("summary", has_text=title)).first
        if card.get_attribute("open") is None:
            card.locator("summary").first.click()
        return card

    def pick(self, search: str, name: str) -> None:
        self.dialog.get_by_role("searchbox").fill(search)
        self.dialog.get_by_role("button", name=name).first.click()
        expect(self.dialog).to_have_count(0)

    def judged(self) -> None:
        until(self.page, f"!{DESK}.looking")


@pytest.fixture(scope="module")
def opened(working, base_url):
    """One workbench for all tests here: Python starts once."""
    context = working.new_context(base_url=base_url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    serve(context, FILES)
    page, problems = context.new_page(), []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if "Security Policy" in said.text else None)
    page.goto("/werkplaats/")
    expect(page.locator(".ww-form h3")).to_be_visible(timeout=STARTS)
    yield Form(page)
    context.close()
    assert problems == []


@pytest.fixture
def form(opened):
    opened.begin_again()
    return opened


def test_a_reply_is_changed_and_nothing_else(form):
    form.open("Luister naar de zorg", "actions", "luister")
    reply = form.root.get_by_label("Antwoord", exact=True)
    expect(reply).to_have_value("Bedankt voor je bericht. We kijken het na.")
    reply.fill("Bedankt voor je bericht. We bellen je morgen.")
    form.expect_changed(["      We kijken het na."], ["      We bellen je morgen."])


def test_what_is_typed_is_one_step_to_undo(form):
    form.open("Welke toon", "questions", "toon")
    before = form.ask("desk.done.length")
    question = form.root.get_by_label("Vraag", exact=True)
    question.press_sequentially(" Echt waar, denk je?", delay=60)
    form.expect_changed(
        ["    text: Welke toon heeft het bericht?"], ["    text: Welke toon heeft het bericht? Echt waar, denk je?"]
    )
    assert form.ask("desk.done.length") == before + 1
    expect(question).to_be_focused()
    form.page.get_by_role("button", name="Ongedaan maken").click()
    expect(form.root.get_by_label("Vraag", exact=True)).to_have_value("Welke toon heeft het bericht?")
    assert form.text() == TREE


def test_who_undoes_at_once_undoes_the_last_keys(form):
    """What was typed a moment ago and not told yet comes first, and does not come back after it."""
    form.open("Welke toon", "questions", "toon")
    form.ask("desk.put(desk.text().replace('Om een persoon', 'Om iemand'), { by: 'test' })")
    form.root.get_by_label("Vraag", exact=True).fill("Welke toon is dit?")
    form.page.get_by_role("button", name="Ongedaan maken").click()
    expect(form.root.get_by_label("Vraag", exact=True)).to_have_value("Welke toon heeft het bericht?")
    form.ask("desk.heard()")
    assert form.text() == TREE.replace("Om een persoon", "Om iemand")


def test_an_answer_with_a_new_action_needs_no_name_and_no_key(form):
    """The answer is typed, the action that it leads to is made where one picks; both are found by who reads on."""
    form.open("Welke toon", "questions", "toon")
    form.root.get_by_label("Nog een antwoord", exact=True).fill("Bezorgd, of bang")
    form.page.keyboard.press("Enter")
    card = form.card("Bezorgd, of bang")
    card.get_by_role("button", name="Gaat naar", exact=False).first.click()
    form.dialog.get_by_role("searchbox").fill("Stel gerust")
    form.dialog.get_by_role("button", name="nieuwe actie").click()
    expect(form.card("Bezorgd, of bang").locator("summary").first).to_contain_text("Stel gerust")
    text = form.text()
    assert 'bezorgd-of-bang: {text: "Bezorgd, of bang", to: stel-gerust}' in text or "to: stel-gerust" in text
    assert "  stel-gerust:" in text
    form.card("Bezorgd, of bang").get_by_role("button", name="Open: Stel gerust").click()
    expect(form.root.locator("h3")).to_contain_text("Stel gerust")
    form.root.get_by_label("Nog een stap van een actie", exact=True).fill("Zeg dat je luistert.")
    form.page.keyboard.press("Enter")
    expect(form.card("Zeg dat je luistert.")).to_be_visible()
    form.judged()
    errors = form.ask("desk.problems.filter(({ level }) => level === 'error').map(({ message }) => message)")
    assert errors == []


def test_answers_move_and_go_with_what_belongs_to_them(form):
    form.open("Welke toon", "questions", "toon")
    down = form.card("Boos").get_by_role("button", name="Omlaag: Boos")
    down.click()
    expect(form.root.locator(".ww-form-card > summary").first).to_contain_text("Blij")
    assert "text: Boos   # een opmerking die blijft" in form.text()
    expect(form.card("Boos").get_by_role("button", name="Omhoog: Boos")).to_be_visible()
    form.card("Blij").get_by_role("button", name="Verwijder: Blij").click()
    expect(form.root.locator(".ww-form-card")).to_have_count(1)
    form.expect_changed(["      blij: {text: Blij, to: dank}"], [])
    assert form.page.evaluate("document.activeElement !== document.body")


def test_a_condition_reads_as_a_sentence_and_is_made_by_picking(form):
    form.open("Waarom is iemand boos?", "questions", "reden")
    form.card("Om het beleid").get_by_role("button", name="Ergens anders heen").click()
    form.pick("boos", "Boos")
    card = form.card("Om het beleid")
    rule = card.locator(".ww-guard")
    expect(rule.locator("summary")).to_have_text(
        "Alleen als op ‘Welke toon heeft het bericht?’ is het antwoord ‘Boos’."
    )
    expect(card).to_contain_text("In alle andere gevallen:")
    assert "{any: [toon.boos]}" in form.text()
    rule.locator("summary").click()
    rule.get_by_label("Wat er moet gelden").select_option("none")
    expect(form.card("Om het beleid").locator(".ww-guard summary")).to_contain_text("niets hiervan geldt")
    rule = form.card("Om het beleid").locator(".ww-guard")
    rule.get_by_role("button", name="Voeg een antwoord toe waarnaar je kijkt").click()
    form.pick("fel", "het bericht fel is")
    expect(rule.locator("li")).to_have_count(2)
    form.card("Om het beleid").get_by_role("button", name="Verwijder: Gaat naar 1").click()
    form.expect_changed([], [])


def test_a_name_changes_wherever_it_stands(form):
    form.open("Luister naar de zorg", "actions", "luister")
    form.root.locator(".ww-form-more > summary").last.click()
    name = form.root.get_by_label("Naam in het bestand")
    name.fill("hoor-de-zorg")
    name.press("Tab")
    until(form.page, f"{DESK}.text().includes('ends_in: hoor-de-zorg')")
    assert "luister" not in form.text().replace("Luister", "")
    expect(form.root.locator("h3")).to_contain_text("Luister naar de zorg")
    name = form.root.get_by_label("Naam in het bestand")
    expect(name).to_be_focused()
    name.fill("Dit kan niet!")
    name.press("Tab")
    expect(form.root.locator(".ww-wrong:visible").last).to_be_visible()


def test_contacts_and_tasks_are_picked_by_what_they_are_called(form):
    form.open("Dank de schrijver", "actions", "dank")
    expect(form.card("Kijk morgen opnieuw.")).to_be_visible()
    form.root.get_by_role("button", name="Voeg er een toe: Contacten").click()
    form.pick("jurist", "De jurist")
    form.expect_changed(["    contacts: [pers]"], ["    contacts: [pers, jurist]"])
    form.root.get_by_role("button", name="Verwijder: De persdienst").click()
    form.expect_changed(["    contacts: [pers]"], ["    contacts: [jurist]"])


def test_what_is_wrong_stands_at_its_field_with_a_button(form):
    form.ask("desk.put(desk.text().replace('to: dank', 'to: dnak'), { by: 'test' })")
    form.open("Welke toon", "questions", "toon")
    form.judged()
    card = form.card("Blij")
    expect(card).to_have_attribute("data-wrong", "")
    wrong = card.locator(".ww-wrong:visible")
    expect(wrong).to_contain_text("dnak")
    group = card.get_by_role("group", name="Gaat naar")
    assert wrong.get_attribute("id") in (group.get_attribute("aria-describedby") or "")
    wrong.get_by_role("button", name="Maak er ‘dank’ van").click()
    expect(form.card("Blij").locator(".ww-wrong:visible")).to_have_count(0)
    assert form.text() == TREE


def test_what_a_step_lacks_stands_at_the_field_of_it(form):
    """In the words of the form: who never saw the file knows no key."""
    form.open("Welke toon", "questions", "toon")
    form.root.get_by_label("Nog een antwoord", exact=True).fill("Bang")
    form.page.keyboard.press("Enter")
    form.judged()
    where = form.card("Bang").get_by_role("group", name="Gaat naar")
    expect(where.locator(".ww-wrong:visible")).to_contain_text("leidt nergens heen. Voeg ‘Gaat naar’ toe")
    where.get_by_role("button", name="Gaat naar").first.click()
    form.dialog.get_by_role("searchbox").fill("Stel gerust")
    form.dialog.get_by_role("button", name="nieuwe actie").click()
    form.card("Bang").get_by_role("button", name="Open: Stel gerust").click()
    form.judged()
    steps = form.root.get_by_role("group", name="Stappen")
    expect(steps.locator(".ww-wrong:visible")).to_contain_text("heeft geen stappen. Zet er ‘Stappen’ onder")


def test_a_file_that_cannot_be_read_is_repaired_from_the_list(form):
    form.ask("desk.put(desk.text().replace('text: Welke', 'text: Let op: welke'), { by: 'test' })")
    expect(form.root).to_contain_text("kan nu niet als formulier")
    form.judged()
    form.page.locator("[data-panel=problems]").click()
    form.page.get_by_role("button", name="Zet aanhalingstekens rond de tekst").click()
    expect(form.root.locator("h3")).to_contain_text("Wat doe je met dit bericht?")
    form.expect_changed(
        ["    text: Welke toon heeft het bericht?"], ['    text: "Let op: welke toon heeft het bericht?"']
    )
    form.page.locator("[data-panel=problems]").click()


def test_a_place_deep_in_a_step_is_opened_and_shown(form):
    form.go("questions", "reden", "answers", "persoon", "marks")
    expect(form.root.locator("h3")).to_contain_text("Waarom is iemand boos?")
    expect(form.root.get_by_role("group", name="Merktekens")).to_be_visible()
    form.go("cases", 0, "ends_in")
    expect(form.root.get_by_label("Komt uit bij")).to_have_text("Luister naar de zorg")


def test_what_is_pressed_during_a_change_counts_after_it(form):
    """Nobody waits for Python: a second press finds the list as the first one left it."""
    form.open("Welke toon", "questions", "toon")
    form.card("Boos")
    presses = """[...document.querySelectorAll('.ww-form-card[open] .ww-form-tools button')]
      .filter(({ ariaLabel }) => ariaLabel.startsWith(it))[0].click()"""
    form.ask(presses, "Omlaag")
    form.ask(presses, "Verwijder: Boos")
    expect(form.root.locator(".ww-form-card")).to_have_count(1)
    expect(form.root.locator(".ww-form-card")).to_contain_text("Blij")


def test_known_answers_of_a_case_are_sentences(form):
    form.open("Een boze buur", "cases", 0)
    known = form.root.get_by_role("group", name="Antwoorden", exact=True)
    expect(known).to_contain_text("Waarom is iemand boos?")
    known.get_by_role("button", name="Verwijder: Waarom is iemand boos?").click()
    form.expect_changed(["    answers: {toon: boos, reden: beleid}"], ["    answers: {toon: boos}"])
    form.root.get_by_role("group", name="Antwoorden", exact=True).get_by_role(
        "button", name="Voeg een antwoord toe"
    ).click()
    form.pick("persoon", "Om een persoon")
    form.expect_changed(["    answers: {toon: boos, reden: beleid}"], ["    answers: {toon: boos, reden: persoon}"])


def test_how_a_text_reads_stands_below_it(form):
    form.open("Luister naar de zorg", "actions", "luister")
    reply = form.root.get_by_label("Antwoord", exact=True)
    reply.fill("Je bericht is goed bij ons terechtgekomen. We lezen het rustig na. Daarna bellen we jou zelf op.")
    expect(form.root.locator(".ww-field-reading").filter(has_text="zinnen")).to_contain_text("de langste telt er")


def test_what_people_type_is_text(form):
    """No markup of who types becomes part of the page, wherever the form shows it."""
    text = "<img src=x onerror=document.title='x'>"
    form.open("Welke toon", "questions", "toon")
    form.root.get_by_label("Nog een antwoord", exact=True).fill(text)
    form.page.keyboard.press("Enter")
    form.card(text).get_by_role("button", name="Gaat naar").first.click()
    form.dialog.get_by_role("searchbox").fill(text)
    form.dialog.get_by_role("button", name="nieuwe vraag").click()
    expect(form.card(text).locator("summary").first).to_contain_text("→ <img")
    form.judged()
    assert form.page.locator(".ww-form img, dialog img").count() == 0
    assert form.page.title() != "x"


def test_by_keyboard_alone(form):
    """From the question on: open a card, pick where it leads, and the focus is never lost."""
    form.open("Welke toon", "questions", "toon")
    keyboard = form.page.keyboard
    form.root.get_by_label("Vraag", exact=True).focus()
    for _ in range(30):
        keyboard.press("Tab")
        if form.page.evaluate("document.activeElement.matches('.ww-form-card > summary')"):
            break
    keyboard.press("Enter")
    for _ in range(10):
        keyboard.press("Tab")
        if form.page.evaluate("document.activeElement.matches('.ww-field-pick')"):
            break
    keyboard.press("Enter")
    expect(form.dialog.get_by_role("searchbox")).to_be_focused()
    keyboard.type("dank")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    form.expect_changed(["        to: reden"], ["        to: dank"])
    expect(form.dialog).to_have_count(0)
    focused = "document.activeElement.closest('.ww-form') !== null"
    until(form.page, focused)
    form.page.locator(".ww-field-pick:visible").first.focus()
    keyboard.press("Enter")
    expect(form.dialog.get_by_role("searchbox")).to_be_focused()
    keyboard.press("Escape")
    expect(form.dialog).to_have_count(0)
    until(form.page, focused)


@pytest.mark.parametrize(("scheme", "width"), mostly_slow(LOOKS[:2], quick=LOOKS[:1], several=True))
def test_any_eyes_and_any_screen(form, scheme, width):
    form.page.emulate_media(color_scheme=scheme)
    form.page.set_viewport_size({"width": width, "height": 800})
    for title, where in (
        ("Wat doe je", []),
        ("Welke toon", ["questions", "toon"]),
        ("Luister naar", ["actions", "luister"]),
        ("Een boze buur", ["cases", 0]),
    ):
        form.open(title, *where)
        form.page.evaluate("document.querySelectorAll('.ww-form details').forEach((each) => { each.open = true; })")
        assert violations(form.page, "#ww-bench-form") == []
        wide = "document.querySelector('.ww-form').scrollWidth <= document.querySelector('.ww-form').clientWidth + 1"
        assert form.page.evaluate(wide)
        assert form.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    form.open("Welke toon", "questions", "toon")
    form.card("Boos").get_by_role("button", name="Gaat naar").first.click()
    expect(form.dialog.get_by_role("searchbox")).to_be_focused()
    assert violations(form.page, "dialog.ww-pick") == []
    form.page.keyboard.press("Escape")
    form.page.set_viewport_size({"width": 1280, "height": 900})
    form.page.emulate_media(color_scheme="light")
