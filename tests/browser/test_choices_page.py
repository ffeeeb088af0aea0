"""The page on which a municipality records its choices, in a real browser: nothing is lost, nothing is overwritten unseen."""

from __future__ import annotations

import json
import re

import pytest
from casefile import CHOICES
from places import FITS, ROOT
from playwright.sync_api import Locator, Page, expect
from test_accessibility import violations
from wizard import STARTS

from helpers import mostly_slow

DOCS = ROOT / "docs"
PLACE = next(file for file in sorted(DOCS.rglob("*.md")) if "{{ choices(" in file.read_text(encoding="utf-8"))
PAGE = f"/{PLACE.relative_to(DOCS).with_suffix('').as_posix()}/"
DECISIONS, FILE = "wegwijzer-besluiten", "wegwijzer-gemeente"
TODAY = re.compile(r"20\d\d-\d\d-\d\d")


class Recording:
    """The page, with the first choice of each kind on it that stands in an open chapter."""

    def __init__(self, page: Page) -> None:
        self.page, self.root = page, page.locator("wegwijzer-choices")
        self.state = self.root.locator("> [data-state]")
        self.proposal = self.root.locator("[data-proposal]")
        self.result = self.root.locator("[data-result]")
        self.options = self._first("input[type=radio]")
        self.text = self._first("input[data-fill]:not([inputmode])")
        self.number = self._first("input[inputmode]")

    def _first(self, holds: str) -> Locator:
        return self.root.locator("details[open] > .ww-choice").filter(has=self.page.locator(holds)).first

    @classmethod
    def open(cls, page: Page, fragment: str = "") -> Recording:
        page.goto(PAGE + (f"#{fragment}" if fragment else ""))
        recording = cls(page)
        expect(recording.options).to_have_attribute("data-state", re.compile("."))
        return recording

    def other(self) -> Locator:
        """An answer that is not the default."""
        default = self.options.get_attribute("data-default")
        return self.options.locator(f'input:not([value="{default}"])').first

    def choose(self) -> tuple[str, str]:
        """Choose another answer than the default: the name of the choice, and of the answer."""
        self.other().check()
        return self.options.get_attribute("data-choice"), self.other().get_attribute("value")

    def kept(self, name: str) -> dict:
        return json.loads(self.page.evaluate("name => localStorage.getItem(name) ?? '{}'", name))

    def bring(self, text: str | bytes) -> None:
        raw = text.encode() if isinstance(text, str) else text
        self.root.locator("[data-file]").set_input_files({"name": "local.yml", "mimeType": "text/yaml", "buffer": raw})

    def press(self, name: str) -> None:
        self.root.get_by_role("button", name=name).first.click()


@pytest.fixture
def recording(page: Page) -> Recording:
    return Recording.open(page)


def test_without_a_script_all_is_there_to_read(chromium, base_url):
    """Each choice with its answers and arguments, the default filled in and called that; no button that does nothing."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    places = page.locator(".ww-choice")
    assert places.count() > 50
    for place in (places.first, places.last):
        assert place.locator("legend").text_content()
        assert place.locator("input").first.is_disabled()
    asked = places.filter(has=page.locator("input[type=radio]")).first
    checked = asked.locator("input:checked")
    assert checked.get_attribute("value") == asked.get_attribute("data-default")
    assert "standaardkeuze" in asked.locator("label", has=page.locator("input:checked")).inner_text()
    assert asked.locator("li > .ww-note").count() > 1
    assert page.locator("wegwijzer-choices button:visible").count() == 0
    context.close()


@pytest.mark.slow
def test_closed_at_any_step_nothing_is_lost(recording):
    """An answer, a role, a day, a text, ‘not decided yet’: each is there when the page is opened again."""
    name, value = recording.choose()
    for _ in range(2):
        assert recording.kept(CHOICES)[name] == value
        expect(recording.options).to_have_attribute("data-state", "decided")
        expect(recording.other()).to_be_checked()
        assert TODAY.fullmatch(recording.options.locator("[data-when]").input_value())
        recording = Recording.open(recording.page)
    recording.options.locator("[data-who]").fill("het college")
    recording = Recording.open(recording.page)
    expect(recording.options.locator("[data-who]")).to_have_value("het college")
    recording.options.locator("[data-when]").fill("2026-01-31")
    recording.text.locator("[data-fill]").fill("de ploeg")
    recording.number.locator("[data-open]").check()
    recording = Recording.open(recording.page)
    expect(recording.options.locator("[data-when]")).to_have_value("2026-01-31")
    expect(recording.text.locator("[data-fill]")).to_have_value("de ploeg")
    expect(recording.number.locator("[data-open]")).to_be_checked()
    expect(recording.number).to_have_attribute("data-state", "open")
    assert recording.text.get_attribute("data-choice") in recording.kept(CHOICES)
    assert recording.number.get_attribute("data-choice") not in recording.kept(CHOICES)
    assert " 2 van de " in f" {recording.state.inner_text()}"


def test_the_default_can_be_chosen_and_a_choice_erased(recording):
    """What holds anyway becomes a choice with one press, and with another one nobody chose again."""
    place, name = recording.options, recording.options.get_attribute("data-choice")
    place.get_by_role("button", name="Wij kiezen dit ook").click()
    assert recording.kept(CHOICES)[name] == place.get_attribute("data-default")
    place.get_by_role("button", name="Wis deze keuze").click()
    expect(place).to_have_attribute("data-state", "default")
    assert name not in recording.kept(CHOICES)
    assert name not in recording.kept(DECISIONS)


def test_the_name_of_a_person_and_what_does_not_fit_are_not_kept(recording):
    """The page says so beside the field; what was kept before stays."""
    recording.choose()
    who = recording.options.locator("[data-who]")
    who.fill("Jan Janssens")
    expect(recording.options.get_by_role("alert")).to_contain_text("geen naam")
    assert "Janssens" not in json.dumps(recording.kept(DECISIONS))
    who.fill("het college")
    expect(recording.options.get_by_role("alert")).to_be_hidden()
    assert "het college" in json.dumps(recording.kept(DECISIONS))
    recording.number.locator("[data-fill]").fill("veel")
    expect(recording.number.get_by_role("alert")).to_be_visible()
    assert recording.number.get_attribute("data-choice") not in recording.kept(CHOICES)


def test_two_tabs_show_each_other_what_they_keep(context):
    """What one keeps stands in the other at once, and it says what changed; neither takes away what the other did."""
    one, two = Recording.open(context.new_page()), Recording.open(context.new_page())
    one.text.locator("[data-fill]").fill("de ploeg")
    expect(two.text.locator("[data-fill]")).to_have_value("de ploeg")
    expect(two.state).to_contain_text("ander tabblad")
    expect(two.state).to_contain_text(one.text.locator("legend").inner_text())
    name, value = two.choose()
    expect(one.other()).to_be_checked()
    assert (
        one.kept(CHOICES)
        == two.kept(CHOICES)
        == {
            "version": 1,
            one.text.get_attribute("data-choice"): "de ploeg",
            name: value,
        }
    )


def test_a_link_holds_names_of_answers_alone_and_asks_first(context, page):
    """Who opens it sees what would change; nothing does before they say so. A text never stands in it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    recording = Recording.open(page)
    name, value = recording.choose()
    recording.options.locator("[data-who]").fill("het college")
    recording.text.locator("[data-fill]").fill("geheim")
    recording.press("Kopieer een link")
    expect(recording.result).to_contain_text("Gekopieerd")
    link = page.evaluate("navigator.clipboard.readText()")
    assert f"{name}={value}~" in link
    assert "geheim" not in link
    assert "college" not in link
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    fragment = link.partition("#")[2]
    opened = Recording.open(page, f"{fragment};keuzes.weg=ja~0000-0000")
    expect(opened.proposal).to_be_visible()
    expect(opened.proposal).to_contain_text(opened.options.locator("legend").inner_text())
    expect(opened.proposal).to_contain_text("keuzes.weg")
    page.reload()
    expect(opened.proposal).to_contain_text("keuzes.weg")  # not answered yet
    assert opened.kept(CHOICES) == {}
    opened.press("Neem over")
    assert opened.kept(CHOICES)[name] == value
    expect(opened.proposal).to_be_hidden()
    assert page.evaluate("location.hash") == ""


def test_what_changed_since_stops_taking_over(context):
    """Another tab chose meanwhile: the reader looks again before anything is taken over."""
    one, two = Recording.open(context.new_page()), Recording.open(context.new_page())
    name, value = one.choose()
    meant = one.options.get_attribute("data-as")
    default = one.options.get_attribute("data-default")
    two.page.goto(f"{PAGE}#keuzes;{name}={default}~{meant}")
    expect(two.proposal).to_be_visible()
    one.options.get_by_role("button", name="Wis deze keuze").click()
    expect(two.proposal).to_contain_text("Intussen")
    assert two.kept(CHOICES).get(name) is None
    two.press("Laat alles")
    assert two.kept(CHOICES).get(name) is None
    assert value != default


def test_a_question_that_changed_is_decided_again(recording):
    """What was decided of other words, or an answer that is gone: the page says so, and gives no file until it is looked at."""
    name, value = recording.choose()
    for script in (
        "([name, value]) => localStorage.setItem('wegwijzer-beleid', JSON.stringify({[name]: 'weg'}))",
        """([name, value]) => {
          localStorage.setItem('wegwijzer-beleid', JSON.stringify({[name]: value}));
          localStorage.setItem('wegwijzer-besluiten', JSON.stringify({[name]: {of: JSON.stringify(value), as: '0000-0000'}}));
        }""",
    ):
        recording.page.evaluate(script, [name, value])
        recording = Recording.open(recording.page)
        expect(recording.options).to_have_attribute("data-state", "again")
    recording.press("Bewaar als bestand")
    expect(recording.result).to_contain_text(recording.options.locator("legend").inner_text())
    recording.options.get_by_role("button", name="Wij kiezen dit ook").click()
    expect(recording.options).to_have_attribute("data-state", "decided")


EXAMPLE = min((ROOT / "examples").glob("*/*/local.yml"))


def test_a_file_comes_and_goes_with_all_that_is_in_it(recording, tmp_path):
    """It shows what would change, changes nothing before that, and a file that is saved has its contacts and who decided."""
    recording.page.set_default_timeout(STARTS)
    text = EXAMPLE.read_text(encoding="utf-8")
    recording.bring(text)
    expect(recording.proposal).to_be_visible(timeout=STARTS)
    assert recording.kept(CHOICES) == {}
    assert recording.proposal.locator("li").count() > 3
    expect(recording.proposal).to_contain_text("contacts")
    recording.press("Neem over")
    assert len(recording.kept(CHOICES)) > 3
    with recording.page.expect_download() as download:
        recording.press("Bewaar als bestand")
    saved = tmp_path / "local.yml"
    download.value.save_as(saved)
    again = saved.read_text(encoding="utf-8")
    assert again.startswith(text.partition("choices:")[0].rstrip())
    assert re.findall(r"as: (\S+)", again) == re.findall(r"as: (\S+)", text)
    recording.bring(again)
    expect(recording.proposal).to_contain_text("Er verandert niets", timeout=STARTS)


def test_a_wrong_file_changes_nothing(recording):
    """Too large, damaged, or of a question that changed: a message with its line, and all is as it was."""
    name, value = recording.choose()
    before = [recording.kept(record) for record in (CHOICES, DECISIONS, FILE)]
    recording.bring("x" * 10_000_000)
    expect(recording.result).to_contain_text("te groot")
    recording.bring(f"name: X\nchoices:\n  {name}:\n    answer: {value}\n    as: 0000-0000\n")
    expect(recording.result).to_contain_text("Regel 5, kolom 9", timeout=STARTS)
    recording.bring('name: "<img src=x onerror=alert(1)>\nchoices: [\n')
    expect(recording.result).to_contain_text("Regel 1")
    assert recording.result.locator("img").count() == 0
    expect(recording.proposal).to_be_hidden()
    assert before == [recording.kept(record) for record in (CHOICES, DECISIONS, FILE)]


DEEP = "[" * 50_000 + "]" * 50_000
POISON = [
    "niets",
    "5",
    "null",
    "[]",
    '{"__proto__":{"who":"x"}}',
    DEEP,
    f'{{"NAME":{DEEP},"rest":{DEEP},"name":5}}',
    '{"version":9}',
]


@pytest.mark.parametrize("text", mostly_slow(POISON, quick=POISON[4:5]), ids=range(len(POISON)))
def test_what_we_never_wrote_breaks_nothing(page, text):
    """Records of another program, damaged ones and those of a later version: the page stands there and can be used."""
    recording = Recording.open(page)
    name = recording.options.get_attribute("data-choice")
    for record in (CHOICES, DECISIONS, FILE):
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [record, text.replace("NAME", name)])
    page.reload()
    recording = Recording.open(page)
    recording.choose()
    expect(recording.options).to_have_attribute("data-state", "decided")


def test_nothing_of_yaml_or_python_loads_for_who_chooses(page):
    """The page works without: they come when a file does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    recording = Recording.open(page)
    recording.choose()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "runtime" in url or "choices-file" in url] == []


def test_it_can_be_read_and_used_by_all(reader):
    """Axe finds nothing, with a choice made and with one proposed; nothing scrolls sideways."""
    recording = Recording.open(reader)
    name, _ = recording.choose()
    meant, default = (recording.options.get_attribute(f"data-{key}") for key in ("as", "default"))
    assert violations(reader) == []
    reader.goto(f"{PAGE}#keuzes;{name}={default}~{meant}")
    expect(recording.proposal).to_be_visible()
    assert violations(reader, "wegwijzer-choices") == []
    assert reader.evaluate(FITS)


def test_erase_takes_all_of_it_away(recording):
    """After a question; then nothing of the page is left in the browser."""
    recording.choose()
    recording.root.locator("[data-name]").fill("Voorbeeldegem")
    recording.page.once("dialog", lambda dialog: dialog.accept())
    recording.press("Wis alles")
    expect(recording.result).to_contain_text("gewist")
    assert recording.page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('wegwijzer-'))") == []
