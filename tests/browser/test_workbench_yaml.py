"""The editor of YAML in the workbench, in a real browser: one text with the other views, and nothing that only a mouse can do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from at_desk import DESK, serve
from looks import LOOKS
from places import FITS
from playwright.sync_api import Browser, Page, expect
from test_accessibility import violations
from wizard import until

from desks import small_texts
from helpers import mostly_slow

PATH = "trees/proef.yml"
TEXT = (
    "# Een opmerking die blijft 😀\r\n"
    "title: 'Wat nu?'\r\n"
    "summary: Een proef.\r\n"
    "sources: [redactie]\r\n"
    "review: {owner: redactie, by: 2099-01-01}\r\n"
    "start: begin\r\n"
    "questions:\r\n"
    "  begin:\r\n"
    "    text: Ben je boos?\r\n"
    "    short: Kwaad?\r\n"
    "    answers:\r\n"
    "      ja: {text: Ja, to: klaar}\r\n"
    "      nee: {text: Nee, to: klaar}\r\n"
    "\r\n"
    "actions:\r\n"
    "  klaar:\r\n"
    "    title: Je bent klaar\r\n"
    "    steps: [{text: Adem uit., sources: [redactie]}]\r\n"
    "    sources: [redactie]"
)
"""Written as no editor would: with the ends of lines of Windows, quotes, a remark, and no end on the last line."""
SETTLED = 180_000
"""Milliseconds in which a busy machine has judged the whole project."""


class Editing:
    """The workbench with its editor."""

    def __init__(self, page: Page) -> None:
        self.page, self.root = page, page.locator("wegwijzer-workbench")
        self.view = page.locator("#ww-bench-yaml")
        self.content = self.view.locator(".cm-content")
        self.told = self.view.locator("> [role=status]")
        self.options = self.view.locator(".cm-tooltip-autocomplete li")

    def desk(self, what: str, *given: object) -> object:
        """What a piece of script makes of the desk and of what is given."""
        return self.root.evaluate(f"({{desk}}, given) => {{ {what} }}", list(given))

    @property
    def text(self) -> str:
        return str(self.desk("return desk.text()"))

    def begin(self, text: str = TEXT) -> None:
        """A file with this text, and nothing else that changed, in the editor."""
        self.desk(
            "return (async () => { while (desk.canUndo) await desk.undo(); "
            "desk.put(given[1], {path: given[0], by: 'test'}); desk.go(given[0], []); })()",
            PATH,
            text,
        )
        expect(self.content).to_contain_text(text.splitlines()[-1].strip() if text else "")

    def judged(self) -> None:
        """Wait until all is judged as it stands: until then the messages are those of an older text."""
        until(self.page, f"!{DESK}.looking")

    def caret(self, before: str) -> None:
        """Put the caret before a piece of the text, by searching for it as who has no mouse does, and look whether it is there."""
        self.content.press("Control+f")
        field = self.view.locator(".cm-search [name=search]")
        field.fill("")
        field.press_sequentially(before)
        field.press("Enter")
        field.press("Escape")
        self.content.press("ArrowLeft")

    def where(self) -> object:
        return self.desk("return desk.where")


@pytest.fixture(scope="module")
def opened(working: Browser, base_url: str) -> Iterator[tuple[Page, list[str], list[str]]]:
    """The page, once for all: Python takes its time. With what it fetched before anybody asked for the editor, and what went wrong."""
    context = working.new_context(base_url=base_url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(SETTLED)
    serve(context, small_texts())  # the whole project would be checked after each letter
    page, problems, fetched = context.new_page(), [], []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("/werkplaats/")
    expect(page.locator(".ww-bench")).to_be_visible(timeout=SETTLED)
    before = list(fetched)
    page.get_by_role("tab", name="YAML").click()
    yield page, before, problems
    context.close()


@pytest.fixture
def editing(opened) -> Iterator[Editing]:
    page, _, problems = opened
    made = Editing(page)
    expect(made.content).to_be_visible(timeout=SETTLED)
    made.begin()
    yield made
    assert problems == []


def test_it_comes_when_somebody_asks_for_it(opened, editing):
    """The library of the editor is fetched with the tab, not with the page."""
    _, before, _ = opened
    assert before
    assert not [url for url in before if "codemirror" in url or "workbench-yaml" in url]
    expect(editing.content).to_have_attribute("aria-label", re.compile("YAML"))
    expect(editing.content).to_have_attribute("role", "textbox")


def test_the_policy_leaves_its_style_alone(editing):
    """Its sheets are adopted by a root of its own: no style stands in the page, and the colours are ours."""
    root = editing.view.locator(".ww-bench-editor")
    assert root.evaluate("({shadowRoot}) => shadowRoot.adoptedStyleSheets.length") > 0
    assert root.evaluate("({shadowRoot}) => shadowRoot.querySelectorAll('style').length") == 0
    paper = editing.page.evaluate("getComputedStyle(document.body).getPropertyValue('--ww-ink')")
    ink = root.evaluate(
        "({shadowRoot}, ink) => { const p = document.createElement('p'); p.style.color = ink; document.body.append(p);"
        " const both = [p, shadowRoot.querySelector('.cm-editor')].map((each) => getComputedStyle(each).color); p.remove(); return both }",
        paper,
    )
    assert ink[0] == ink[1]


def test_only_what_was_typed_changes(editing):
    """Ends of lines, quotes and remarks of the rest stay; each key is known to the desk at once, and can be undone."""
    editing.caret("boos?")
    editing.content.press_sequentially("heel ")
    assert editing.text == TEXT.replace("Ben je boos", "Ben je heel boos")
    editing.content.press("End")
    editing.content.press("Enter")
    editing.content.press_sequentially("help: Denk even na.")
    assert editing.text == TEXT.replace("Ben je boos?\r\n", "Ben je heel boos?\r\n    help: Denk even na.\r\n")
    for _ in range(9):
        if editing.text == TEXT:
            break
        editing.content.press("Control+z")
    assert editing.text == TEXT
    expect(editing.content).not_to_contain_text("heel")
    editing.content.press("Control+Shift+Z")
    expect(editing.content).to_contain_text("heel")


def test_what_others_change_shows_here(editing):
    """And the caret stays where it is in the rest of the text."""
    editing.caret("klaar}")
    editing.desk("desk.put(given[0].replace('Ben je boos?', 'Ben je echt heel boos?'), {by: 'form'})", TEXT)
    expect(editing.content).to_contain_text("echt heel boos?")
    editing.content.press_sequentially("x")
    assert "to: xklaar}" in editing.text


def test_a_picker_offers_what_can_stand_there(editing):
    """Names with what they mean, keys with what they are for; chosen with the keyboard."""
    editing.caret("klaar}")
    for _ in "klaar":
        editing.content.press("Delete")
    editing.content.press("Control+Space")
    option = editing.options.filter(has_text="klaar").first
    expect(option).to_be_visible(timeout=SETTLED)
    expect(option).to_contain_text("Je bent klaar")
    editing.content.press_sequentially("kl")
    expect(editing.options).to_have_count(1)
    editing.page.wait_for_timeout(100)  # an editor takes no Enter for a list that came only now
    editing.content.press("Enter")
    assert editing.text == TEXT
    editing.caret("text: Ben")
    editing.content.press_sequentially("hel")
    expect(editing.options.filter(has_text="help").first).to_be_visible(timeout=SETTLED)
    expect(editing.view.locator(".cm-completionInfo")).not_to_be_empty()
    editing.page.wait_for_timeout(100)
    editing.content.press("Enter")
    assert "    help: text: Ben" in editing.text


def test_the_caret_and_the_other_views_are_in_one_place(editing):
    """Who moves the caret moves the others; who picks a step finds the caret there, and keeps their own focus."""
    editing.caret("Ja, to")
    until(
        editing.page,
        "JSON.stringify(document.querySelector('wegwijzer-workbench').desk.where) === "
        """'["questions","begin","answers","ja","text"]'""",
    )
    step = editing.root.locator("[data-pick=step]")
    expect(step).to_have_value('["questions","begin"]')
    step.focus()
    editing.desk("desk.go(given[0], ['actions', 'klaar', 'title'], {by: 'form'})", PATH)
    expect(editing.view.locator(".cm-activeLine")).to_have_text("    title: Je bent klaar", timeout=SETTLED)
    expect(step).to_be_focused()


def test_what_is_wrong_is_marked_and_said(editing):
    """With a sign beside the line, and in words by the keyboard."""
    editing.caret("klaar}")
    editing.content.press_sequentially("on")
    editing.judged()
    expect(editing.view.locator(".cm-lint-marker-error")).to_have_count(1)
    editing.content.press("F8")
    said = editing.view.locator(".cm-diagnostic-error")
    expect(said).to_contain_text("onklaar")
    said.get_by_role("button", name="klaar").click()
    expect(editing.content).not_to_contain_text("onklaar", timeout=SETTLED)
    assert editing.text == TEXT
    expect(editing.view.locator(".cm-lint-marker-error")).to_have_count(0, timeout=SETTLED)


def test_a_mark_goes_with_its_words(editing):
    """Also when others change the text while nobody looks here."""
    marked = editing.view.locator(".cm-lintRange-error")
    editing.caret("klaar}")
    editing.content.press_sequentially("on")
    expect(marked).to_have_text("onklaar}", timeout=SETTLED)
    editing.page.get_by_role("tab", name="Formulier").click()
    editing.desk("desk.put(given[0] + desk.text(), {by: 'form'})", "# Eerst dit\r\n" * 3)
    editing.page.get_by_role("tab", name="YAML").click()
    expect(marked).to_have_text("onklaar}", timeout=SETTLED)
    expect(editing.view.locator(".cm-line").nth(2)).to_have_text("# Eerst dit")


def test_tab_leaves_the_editor(editing):
    """In both directions: nobody is caught."""
    editing.content.focus()
    editing.page.keyboard.press("Tab")
    expect(editing.content).not_to_be_focused()
    editing.content.focus()
    editing.page.keyboard.press("Shift+Tab")
    expect(editing.content).not_to_be_focused()
    assert editing.text == TEXT


def test_ten_megabytes_are_refused_at_once(editing):
    """With a word why; the text stays, and the page answers within a second."""
    took = editing.content.evaluate(
        """(content) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "een regel\\n".repeat(1_000_000));
          const before = performance.now();
          content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
          return performance.now() - before;
        }"""
    )
    assert took < 1000
    expect(editing.told).to_contain_text("te lang")
    assert editing.text == TEXT


def test_a_text_that_is_too_long_is_not_shown(editing):
    """A draft can hold one all the same."""
    editing.desk("desk.put('# x\\n'.repeat(300_000), {by: 'test'})")
    expect(editing.content).to_be_hidden()
    expect(editing.told).to_contain_text("te lang")
    editing.desk("desk.put(given[0], {by: 'test'})", TEXT)
    expect(editing.content).to_be_visible()
    expect(editing.told).to_be_empty()


def test_what_looks_like_markup_is_text(editing):
    """In the editor, in what is offered, and in what is said."""
    hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    editing.begin(TEXT.replace("Je bent klaar", hostile).replace("to: klaar}", "to: <b>x}", 1))
    editing.judged()
    expect(editing.view.locator(".cm-lint-marker-error").first).to_be_visible()
    editing.content.focus()
    editing.content.press("F8")
    expect(editing.view.locator(".cm-diagnostic").first).to_be_visible()
    assert editing.view.locator("img[onerror], script, .cm-content b, .cm-diagnostic b").count() == 0
    assert editing.page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    "wrong", [("to: klaar}", "to: kaar}"), ("title: 'Wat nu?'", "title: 'Wat nu?")], ids=["word", "quote"]
)
@pytest.mark.parametrize("where", [[], ["title"], ["questions", "begin"]], ids=["file", "head", "step"])
def test_each_problem_is_told_once_and_until_it_is_gone(editing, wrong, where):
    """What was found before, what the step at hand shows and what the whole project shows are one list at every moment."""
    text = TEXT.replace(*wrong, 1)
    assert text != TEXT
    editing.begin(text)
    editing.desk("desk.go(desk.path, given[0], {by: 'test'})", where)
    editing.judged()
    lists = editing.desk(
        """return (async () => {
          const still = (ms) => new Promise((done) => setTimeout(done, ms));
          const lists = [], seen = () => lists.push(desk.problems.map(({path, line, column, message}) => `${path}:${line}:${column} ${message}`));
          desk.addEventListener("problems", seen);
          for (const end of ["\\n# een", "\\n# een twee", "\\n# een twee drie"]) {
            desk.put(given[0] + end, {by: "test"});
            await still(600); // long enough for a look at the step, too short for one at everything
          }
          while (desk.looking) await still(100);
          desk.removeEventListener("problems", seen);
          return lists;
        })()""",
        text,
    )
    assert len(lists) > 4
    assert lists[-1]
    assert len(set(lists[-1])) == len(lists[-1])
    assert all(each == lists[-1] for each in lists)


def test_what_somebody_reads_stays(editing):
    """A message is open while the project is judged again; it closes with the caret elsewhere, and when it holds no more."""
    message = editing.view.locator(".cm-diagnostic")
    wrong = TEXT.replace("to: klaar}", "to: kaar}", 1)
    editing.begin(wrong)
    editing.judged()

    def judge(path: str, text: str) -> None:
        """Put a text, and wait until all is judged."""
        editing.desk("desk.put(given[1], {path: given[0], by: 'test'})", path, text)
        editing.judged()

    for again in range(2):
        editing.content.press("F8")
        expect(message).to_contain_text("kaar")
        judge("trees/ander.yml", TEXT + "\n" * again)
        expect(message).to_contain_text("kaar")
        editing.content.press("ArrowRight")
        editing.content.press("ArrowRight")
        expect(message).to_have_count(0)
    editing.content.press("F8")
    expect(message).to_be_visible()
    judge(PATH, TEXT)
    expect(message).to_have_count(0)


def test_a_text_that_is_composed_arrives_whole(editing):
    """As by who types with a method of input: letters that become another one."""
    session = editing.page.context.new_cdp_session(editing.page)
    editing.caret("boos?")
    for piece in ("n", "ni", "你"):
        session.send(
            "Input.imeSetComposition", {"text": piece, "selectionStart": len(piece), "selectionEnd": len(piece)}
        )
    session.send("Input.insertText", {"text": "你 "})
    expect(editing.content).to_contain_text("你 boos")
    assert editing.text == TEXT.replace("boos?", "你 boos?")


@pytest.mark.slow
@pytest.mark.parametrize("look", mostly_slow(LOOKS, quick=LOOKS[:1]), ids=str)
def test_axe_finds_nothing(editing, look):
    """In light and dark, on a phone and on a desktop, with a picker open; and nothing scrolls sideways."""
    page, (scheme, width) = editing.page, look
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    try:
        assert violations(page, "#ww-bench-yaml") == []
        assert page.evaluate(FITS)
        editing.caret("text: Ben")
        editing.content.press("Control+Space")
        expect(editing.options.first).to_be_visible(timeout=SETTLED)
        assert violations(page, "#ww-bench-yaml") == []
        assert page.evaluate(FITS)
        editing.content.press("Escape")
        editing.content.press("Control+f")
        assert violations(page, "#ww-bench-yaml") == []
        assert page.evaluate(FITS)
        editing.page.keyboard.press("Escape")
    finally:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
