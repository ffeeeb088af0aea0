"""A result, what to take along from it, and the case file."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime, timedelta
from html import escape

import pytest
from playwright.sync_api import expect
from wizard import Wizard, opened, quiet

from landmarks import other_choice
from wegwijzer.formats import FORMATS
from wegwijzer.model.text import plain
from wegwijzer.render.documents.ics import seconds


def printing(page):
    """Keep the printer out: what would be printed stays in the page."""
    page.add_init_script("window.print = () => {}")


def test_result_says_what_the_own_choices_decide(page, result):
    """A result lists the local choices it looked at, and whether they were made or a default counts."""
    wizard = opened(page, result)
    wizard.step.locator(".ww-policies summary").click()
    expect(wizard.step.locator(".ww-policies")).to_contain_text("standaardkeuze")
    policy, option, task = other_choice(result)
    wizard.decide({policy: option})
    page.reload()
    wizard.leading()
    wizard.step.locator(".ww-policies summary").click()
    expect(wizard.step.locator(".ww-policies")).to_contain_text("jullie beleid")
    expect(wizard.step.locator(".ww-todo")).to_contain_text(plain(task))


def test_copy_the_reply_as_the_reader_made_it(page, context, result):
    """The model reply can be changed before it is copied; another tick or choice on the page does not lose it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wizard = opened(page, result)
    field = wizard.step.locator("[data-reply]")
    assert field.input_value() == result.reply()
    field.fill("Onze eigen tekst")
    wizard.step.locator("[data-copy=text]").click()
    expect(wizard.step.locator("[data-copy=text]")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == "Onze eigen tekst"


@pytest.mark.parametrize("kind", [form.id for form in FORMATS if form.to == "file" and form.offered != "document"])
def test_files_are_made_in_the_browser(page, kind, tmp_path, result):
    """Word, Markdown and a reminder come from the page itself, and hold the result with the changed reply."""
    wizard = opened(page, result)
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    with page.expect_download() as waiting:
        wizard.step.locator(f"[data-take={kind}]").click()
    name = waiting.value.suggested_filename
    assert re.fullmatch(rf"wegwijzer-{result.tree}-\d+\.{kind}", name)
    file = tmp_path / name
    waiting.value.save_as(file)
    if kind == "ics":
        starts = re.findall(r"DTSTART:(\d{8}T\d{6})Z", file.read_text())
        first = datetime.strptime(starts[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        due = next(line.due for line in result.view().about("tasks") if line.due)
        assert abs(first - datetime.now(UTC) - timedelta(seconds=seconds(due))) < timedelta(minutes=10)
        return
    text = (
        zipfile.ZipFile(file).read("word/document.xml").decode()
        if kind == "docx"
        else file.read_text(encoding="utf-8").replace("\\", "")
    )
    for part in (
        result.tasks()[0],
        "Onze eigen tekst",
        "Waarom dit advies?",
        f"/keuzehulp/{result.tree}/#",
    ):
        assert part in text


def test_copy_everything_with_layout(page, context, result):
    """The clipboard gets the result as HTML, and as plain text for who cannot take it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wizard = opened(page, result)
    wizard.step.locator("[data-take=rich]").click()
    expect(wizard.step.locator("[data-take=rich]")).to_have_text("Gekopieerd")
    html, text = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
    }""")
    assert f"<li>{escape(result.tasks()[0])}" in html
    assert f"1. {result.tasks()[0]}" in text


def test_print_only_the_result(page, result):
    """On paper stands the result with path, sources and version, and nothing of the page around it."""
    printing(page)
    wizard = opened(page, result)
    wizard.step.locator("[data-take=print]").click()
    paper = page.locator(".ww-paper")
    paper.wait_for(state="attached")
    expect(paper).to_be_hidden()
    page.emulate_media(media="print")
    expect(paper).to_be_visible()
    expect(page.locator(".md-header, .md-container").first).to_be_hidden()
    for part in ("Waarom dit advies?", "Bronnen", "Versie"):
        expect(paper).to_contain_text(part)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)


def test_where_to_improve_and_to_report(page, row):
    """With addresses set, each step links to its line in the repository, and to a mail with its number and version."""
    wizard = Wizard.open(page, row.tree).leading()
    expect(wizard.step.get_by_text("Verbeter deze tekst")).to_have_count(0)
    wizard.root.evaluate("""root => Object.assign(root.dataset,
      { sourceUrl: "https://git.voorbeeld.be/edit/{file}#L{line}", contact: "hulp@voorbeeld.be" })""")
    wizard.answer(row.answers[0])
    link = wizard.step.get_by_text("Verbeter deze tekst")
    assert re.fullmatch(rf"https://git\.voorbeeld\.be/edit/trees/{row.tree}\.yml#L\d+", link.get_attribute("href"))
    mail = wizard.step.get_by_text("Meld een fout").get_attribute("href")
    assert mail.startswith("mailto:hulp@voorbeeld.be?subject=")
    assert wizard.root.get_attribute("data-version") in mail


def test_nothing_more_is_loaded_than_needed(page, result):
    """Before a reader asks for a document, a QR code or a case file, none of their files is fetched."""
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    wizard = opened(page, result)
    assert [url for url in fetched if re.search(r"take|dossier\.js|qr|vendor", url)] == []
    wizard.root.locator(".ww-share summary").click()
    wizard.root.locator("[data-qr]").click()
    expect(wizard.root.locator(".ww-qr svg")).to_be_visible()
    assert [url for url in fetched if "qrcode" in url]


# -- the case file -----------------------------------------------------------------------------------------------


def test_case_file_stays_until_it_is_erased(page, context, result):
    """Notes, route and ticked steps survive a reload; nothing goes in the address; erasing leaves nothing behind."""
    wizard = Wizard.open(page, result.tree).leading()
    wizard.root.locator("[data-dossier]").click()
    place = page.locator(".ww-dossier")
    expect(place).to_contain_text("alleen in deze browser")
    expect(place.locator("h3")).to_be_focused()
    place.get_by_label("Het bericht").fill("Geheim bericht")
    place.get_by_label("Notities").fill("Gebeld met An")
    wizard.follow(result.answers)
    expect(place).to_contain_text(result.title())
    wizard.step.locator("[data-tick]").first.check()
    expect(place.locator("[data-case-log]")).to_contain_text(result.tasks()[0])
    assert "Geheim" not in page.url
    page.reload()
    expect(place.get_by_label("Het bericht")).to_have_value("Geheim bericht")
    expect(place.locator("[data-case-log]")).to_contain_text(result.tasks()[0])
    page.once("dialog", lambda dialog: dialog.accept())
    place.get_by_role("button", name="Wis het dossier").click()
    expect(place).to_be_hidden()
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None
    page.reload()
    wizard.leading()
    quiet(page)
    expect(place).to_be_hidden()
    assert context.cookies() == []


def test_case_file_can_be_printed(page, result):
    """On paper the case file holds what was noted and done."""
    printing(page)
    wizard = opened(page, result)
    wizard.root.locator("[data-dossier]").click()
    place = page.locator(".ww-dossier")
    place.get_by_label("Notities").fill("Gebeld met An")
    place.get_by_role("button", name="Druk het dossier af").click()
    page.emulate_media(media="print")
    expect(page.locator(".ww-paper")).to_contain_text("Gebeld met An")
    expect(page.locator(".ww-paper")).to_contain_text(result.title())
