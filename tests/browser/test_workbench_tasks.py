"""The tasks of a newcomer in the workbench, on the largest tree of the site: by keyboard alone, with what a screen reader calls
each thing, and without a page of help. A task is done when the project has no error that it did not have.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from at_desk import DESK, AtDesk
from playwright.sync_api import expect
from trouble import WATCH
from wizard import STARTS, until

import landmarks
from wegwijzer.model import Answer, Case, Tree

pytestmark = pytest.mark.slow
NAME = """() => {
  let there = document.activeElement;
  while (there.shadowRoot?.activeElement) there = there.shadowRoot.activeElement;
  const label = there.ariaLabel ?? [...there.labels ?? []].map(({ textContent }) => textContent).join(" ");
  return (label || there.textContent).replace(/\\s+/gu, " ").trim();
}"""
FAR = 150
"""So many times somebody presses Tab before giving up."""


class Keys:
    """What somebody does who has a keyboard, and hears what things are called."""

    def __init__(self, desk: AtDesk) -> None:
        self.desk, self.page = desk, desk.page
        self.dialog = desk.page.locator("dialog.ww-pick")
        self.press, self.type = desk.page.keyboard.press, desk.page.keyboard.type

    @property
    def name(self) -> str:
        found: str = self.page.evaluate(NAME)
        return found

    def to(self, name: str, *, back: bool = False, whole: bool = False) -> None:
        """Go on, or back, until something has a name that begins so, or is so."""
        heard = []
        for _ in range(FAR):
            self.press("Shift+Tab" if back else "Tab")
            heard.append(self.name[:60])
            if heard[-1] == name[:60] if whole else heard[-1].startswith(name[:60]):
                return
        raise AssertionError(f"{name}: not among {heard}")

    def use(self, name: str, *, back: bool = False) -> None:
        """Go there, and press it."""
        self.to(name, back=back)
        self.press("Enter")

    def write(self, name: str, text: str) -> None:
        """Write something else in a field."""
        self.to(name, whole=True)
        self.press("Control+a")
        self.type(text)

    def add(self, name: str, text: str) -> None:
        """Write something new in the field for one more, and wait until it is there and has the focus."""
        self.to(name)
        self.type(text)
        self.press("Enter")
        self.hears(text)

    def pick(self, search: str, name: str) -> None:
        """Find something in the list that opened, by typing, and take it."""
        expect(self.dialog.get_by_role("searchbox")).to_be_focused()
        self.type(search)
        expect(self.dialog.get_by_role("button", name=name).first).to_be_visible()
        self.use(name)
        expect(self.dialog).to_have_count(0)

    def hears(self, name: str) -> None:
        """Wait until what has the focus has a name that begins so."""
        until(self.page, f"({NAME})().startsWith({json.dumps(name)})")

    def opens(self, title: str) -> None:
        """Wait until the form of something has the focus."""
        expect(self.page.locator(".ww-form h3")).to_contain_text(title)
        expect(self.page.locator(".ww-form h3")).to_be_focused()

    def errors(self) -> list[str]:
        """What is wrong, once all was looked at."""
        self.desk.ask("desk.heard()")
        until(self.page, f"!{DESK}.looking")
        found: list[str] = self.desk.ask(
            "desk.problems.filter(({level}) => level === 'error').map(({message}) => message)"
        )
        return found


@dataclass(frozen=True)
class Spot:
    """A question of a tree to work on: an answer to the question before leads to it, and one of its answers to another."""

    tree: Tree
    id: str
    before: str
    given: str
    node: str
    name: str
    after: str

    @property
    def answer(self) -> Answer:
        return self.tree.questions[self.node].answers[self.name]

    def comes_past(self, case: Case, *, given: bool) -> bool:
        """Whether an example gives this answer, and the one before."""
        gave = case.answers.get(self.before) == self.given or not given
        return gave and case.answers.get(self.node) == self.name

    @property
    def title(self) -> str:
        return self.tree.questions[self.node].text

    @property
    def leads_to(self) -> str:
        return self.tree.questions[self.after].text


def onward(tree, node):
    """The answers of a plain question that lead to another one, each with that question."""
    question = tree.questions[node]
    if question.choose == "one" and not question.policy and not question.fill:
        texts = [answer.text for answer in question.answers.values()]
        for name, answer in question.answers.items():
            to = answer.to.routes[0].to if answer.to and not answer.to.guarded else ""
            if texts.count(answer.text) == 1 and not answer.marks and to in tree.questions:
                yield name, to


@pytest.fixture(scope="module")
def spots(own_trees):
    """All of the largest tree."""
    compiled = landmarks.largest(own_trees)
    tree = compiled.tree
    return [
        Spot(tree, compiled.id, before, given, node, name, after)
        for before in tree.questions
        for given, node in onward(tree, before)
        for name, after in onward(tree, node)
    ]


@pytest.fixture(scope="module")
def spot(spots):
    """The one with the fewest examples that come past it, but with some."""
    passing = {
        index: sum(one.comes_past(case, given=False) for case in one.tree.cases) for index, one in enumerate(spots)
    }
    return spots[min(filter(passing.get, passing), key=passing.get)]


@pytest.fixture(scope="module")
def fork(spots):
    """One where two answers come together that no example gives both, and where another answer of the same question leads elsewhere."""
    for one in spots:
        ways = {(other.before, other.given) for other in spots if other.node == one.node}
        others = [to for _, to in onward(one.tree, one.node) if to != one.after]
        if len(ways) > 1 and others and not any(one.comes_past(case, given=True) for case in one.tree.cases):
            return one, one.tree.questions[others[0]].text
    raise landmarks.MissingPlaceError("a question where answers come together")


@pytest.fixture(scope="module")
def opened(working, base_url, spot):
    context = working.new_context(viewport={"width": 1280, "height": 900}, base_url=base_url)
    context.set_default_timeout(STARTS)
    context.add_init_script(WATCH)
    desk = AtDesk(context.new_page(), base_url, spot.id, spot.node)
    yield desk
    context.close()
    assert desk.problems == []


@pytest.fixture
def keys(opened, spot):
    """Somebody who came by the link under a question."""
    opened.ask("(document.querySelector('wegwijzer-workbench').open(''), desk.heard())")
    opened.ask("desk.changed.map((path) => desk.put(desk.published(path), { path, by: 'test' }))")
    opened.page.evaluate("(document.querySelector('dialog[open]')?.close(), document.activeElement.blur())")
    opened.go()
    opened.ask("desk.go(it[0], it[1], { by: 'address' })", [opened.path, ["questions", spot.node]])
    found = Keys(opened)
    found.opens(spot.title)
    assert found.errors() == []
    return found


def open_step(keys, kind, name, title):
    """Come by the link under a step."""
    keys.desk.ask("desk.go(it[0], it[1], { by: 'address' })", [keys.desk.path, [kind, name]])
    keys.opens(title)


def test_a_reply_is_changed(keys, spot):
    """And the page says in words what changes for a reader."""
    actions = spot.tree.actions.items()
    name, action = next((name, action) for name, action in actions if action.reply)
    open_step(keys, "actions", name, action.title)
    keys.write("Antwoord", "Dag, we lezen dit morgen rustig na.")
    assert "\n".join(keys.errors()) == ""
    keys.use("Wat verandert er?", back=True)
    panel = keys.page.get_by_role("region", name="Wat verandert er?")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("we lezen dit morgen rustig na.")


def test_an_answer_gets_a_new_action(keys):
    keys.add("Nog een antwoord", "Het hangt aan een paal")
    keys.use("Gaat naar: Kies")
    keys.pick("Haal het papier weg", "Maak een nieuwe actie")
    keys.hears("Gaat naar: Haal het papier weg")
    keys.use("Open: Haal het papier weg")
    keys.opens("Haal het papier weg")
    finish_action(keys)
    assert "\n".join(keys.errors()) == ""


def finish_action(keys):
    """Give a new action what it lacks: the form says what, at the field, and has a button for who adds something of their own."""
    keys.use("Uitkomst: Kies")
    expect(keys.dialog.get_by_role("searchbox")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Enter")
    keys.hears("Uitkomst: ")
    keys.add("Nog een stap", "Bel de dienst die ervoor zorgt.")
    assert len(keys.errors()) == 1
    keys.use("Zet als bron: ")
    until(keys.page, "!document.querySelector('.ww-form').textContent.includes('niet waarop')")


def test_a_kind_of_message_is_added(keys, spot):
    """An answer with an example that leads to a question of its own, and that to what was there."""
    keys.add("Nog een antwoord", "Een affiche in de straat")
    keys.use("Gaat naar: Kies")
    keys.pick("Staat er een naam op?", "Maak een nieuwe vraag")
    keys.hears("Gaat naar: Staat er een naam op?")
    keys.use("Meer")
    keys.write("Voorbeeld", "‘Wie dit leest, weet genoeg.’")
    keys.use("Open: Staat er een naam op?", back=True)
    keys.opens("Staat er een naam op?")
    fill_question(keys, spot)
    assert "\n".join(keys.errors()) == ""


def fill_question(keys, spot):
    """Two answers that lead to a step that is there."""
    for answer in ("Ja, er staat een naam", "Nee, geen naam"):
        keys.add("Nog een antwoord", answer)
        keys.use("Gaat naar: Kies")
        keys.pick(spot.leads_to, spot.leads_to)
        keys.hears(f"Gaat naar: {spot.leads_to}")
    keys.errors()
    keys.write("Korte naam", "Naam erbij?")


def test_a_question_is_split(keys, spot):
    """A new question comes between an answer and what followed it."""
    keys.use(spot.answer.text)
    keys.use(f"Gaat naar: {spot.leads_to}")
    keys.pick("Staat er een naam bij?", "Maak een nieuwe vraag")
    keys.hears("Gaat naar: Staat er een naam bij?")
    keys.use("Open: Staat er een naam bij?")
    keys.opens("Staat er een naam bij?")
    fill_question(keys, spot)
    answer_examples(keys)
    assert "\n".join(keys.errors()) == ""


def answer_examples(keys):
    """Examples stop at a question that came between: the list of what is wrong has a button for all of them."""
    wrong = len(keys.errors())
    keys.use(f"{wrong} fout", back=True)
    expect(keys.page.locator("#ww-bench-problems")).to_be_focused()
    for _ in range(FAR):
        keys.use("Antwoord ‘")
        until(
            keys.page, f"!{DESK}.looking && {DESK}.problems.filter(({{level}}) => level === 'error').length < {wrong}"
        )
        wrong = len(keys.errors())
        if not wrong:
            return


def test_a_guard_is_made(keys, fork):
    """Only who gave a certain answer before goes elsewhere; the form says so as a sentence."""
    at, elsewhere = fork
    given = at.tree.questions[at.before].answers[at.given].text
    open_step(keys, "questions", at.node, at.title)
    keys.use(at.answer.text)
    keys.use("Ergens anders heen, onder een voorwaarde")
    keys.pick(given, given)
    rule = keys.page.locator(".ww-form-card[open] .ww-guard summary").first
    expect(rule).to_contain_text(f"is het antwoord ‘{given}’")
    keys.use("Gaat naar 1: ")
    keys.pick(elsewhere, elsewhere)
    assert "\n".join(keys.errors()) == ""


BROKEN = {
    "a colon in a text": ("    text: ", "    text: Let op: ", "Zet aanhalingstekens rond de tekst"),
    "a key in Dutch": ("    text: ", "    tekst: ", "Maak er ‘text’ van"),
    "a tab": ("    text: ", "\ttext: ", "Zet spaties in de plaats van de tab"),
    "a quotation mark that stays open": ("    text: ", '    text: "', "Zet aanhalingstekens rond de tekst"),
    "a step that is not there": ("to: ", "to: x", "Maak er ‘"),
}


@pytest.mark.parametrize(("right", "wrong", "button"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_mended(keys, spot, right, wrong, button):
    """Somebody pasted a text in which something is wrong: the list of what is wrong has a button that mends it."""
    text = keys.desk.text()
    at = text.index(right, text.index(f"\n  {spot.node}:\n"))
    keys.desk.ask("desk.put(it, { by: 'test' })", text[:at] + wrong + text[at + len(right) :])
    found = keys.errors()
    assert found
    keys.page.locator("[data-pick=step]").focus()
    keys.use(f"{len(found)} fout")
    keys.use(button)
    until(keys.page, f"!{DESK}.looking && !{DESK}.problems.some(({{level}}) => level === 'error')")
