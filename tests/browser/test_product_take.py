"""A result, what to take along from it, and the case file."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from html import escape
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from wizard import Wizard, opened, quiet

import landmarks
from helpers import mostly_slow
from landmarks import other_choice
from wegwijzer.formats import FORMATS
from wegwijzer.model.text import plain
from wegwijzer.view.nodes import live_view
from wegwijzer.walk import fragment
from wegwijzer.walk.alternatives import case_walk

MADE = [form.id for form in FORMATS if form.to == "file" and form.offered != "document"]
"""What a result can be taken along as."""


def printing(page):
    """Keep the printer out: what would be printed stays in the page."""
    page.add_init_script("window.print = () => {}")


def test_result_says_what_the_own_choices_decide(page, result):
    """A result lists the local choices it looked at, and whether they were made or a default counts."""
    wizard = opened(page, result)
    wizard.more()
    expect(wizard.step.locator(".ww-policies")).to_contain_text("standaardkeuze")
    policy, option, task = other_choice(result)
    wizard.decide({policy: option})
    page.reload()
    wizard.leading()
    wizard.more()
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


@pytest.mark.parametrize("kind", mostly_slow(MADE, quick=MADE[:1]))
def test_files_are_made_in_the_browser(page, kind, tmp_path, result):
    """Word, Markdown and a reminder come from the page itself, and hold the result with the changed reply."""
    wizard = opened(page, result)
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    wizard.more()
    with page.expect_download() as waiting:
        wizard.step.locator(f"[data-take={kind}]").click()
    name = waiting.value.suggested_filename
    assert re.fullmatch(rf"wegwijzer-{result.tree}-\d+\.{kind}", name)
    file = tmp_path / name
    waiting.value.save_as(file)
    if kind == "ics":
        starts = re.findall(r"DTSTART:(\d{8})T090000\r\n", file.read_bytes().decode())
        days = [datetime.strptime(start, "%Y%m%d").replace(tzinfo=UTC) for start in starts]
        assert days
        assert all(day > datetime.now(UTC) and day.isoweekday() < 6 for day in days)
        due = next(line for line in result.view().about("tasks") if line.due)
        assert plain(due.text)[:40] in re.sub(r"\\(.)", r"\1", file.read_text().replace("\n ", ""))
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
    wizard.more()
    wizard.step.locator("[data-take=rich]").click()
    expect(wizard.step.locator("[data-take=rich]")).to_have_text("Gekopieerd")
    html, text = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
    }""")
    assert f"<li>{escape(result.tasks()[0])}" in html
    assert f"1. {result.tasks()[0]}" in text


def sheet(page):
    """What comes on paper from the browser's own menu: the number of pages, and the words."""
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return len(pages), " ".join(" ".join(each.extract_text() for each in pages).split())


def test_one_sheet_wherever_a_reader_prints(page, result):
    """From the browser's menu a result comes on one sheet: title with number, tasks, reply as changed, answers, sources and
    version; of the page around it nothing. Afterwards the page is as it was.
    """
    wizard = opened(page, result)
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    wizard.step.locator("[data-tick]").first.check()
    count, text = sheet(page)
    assert 1 == count
    number = result.compiled.numbers[result.end]
    for part in (result.title(), number, result.tasks()[0], "Onze eigen tekst", "Jouw antwoorden", "Bronnen", "Versie"):
        assert part in text
    for around in ("Kopieer", "Meer:", "Diagram van", "Begin opnieuw"):
        assert around not in text
    expect(page.locator(".ww-paper")).to_have_count(0)
    expect(wizard.step.locator("[data-tick]").first).to_be_checked()


def test_a_question_prints_alone(context, row):
    """Of a question its answers come on the sheet, with what was answered before; that holds before Python leads too."""
    page = context.new_page()
    page.route("**/runtime/**", lambda route: route.abort())
    wizard = Wizard.open(page, row.tree).follow(row.answers[:1])
    wizard.expect_node(row.nodes[1])
    count, text = sheet(page)
    assert 1 == count
    assert row.title(1) in text
    assert row.title(0) not in text


def test_druk_af_prints_the_same(page, result):
    """The button does what the menu does: the printer of the browser, which asks the page for its sheet."""
    page.add_init_script("window.print = () => { window.printed = true; dispatchEvent(new Event('beforeprint')); }")
    wizard = opened(page, result)
    wizard.step.get_by_role("button", name="Druk af").click()
    assert page.evaluate("window.printed")
    paper = page.locator(".ww-paper")
    expect(paper).to_be_hidden()
    page.emulate_media(media="print")
    expect(paper).to_be_visible()
    expect(page.locator(".md-header, .md-container").first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)


@pytest.mark.parametrize("most", mostly_slow(["tasks", "contacts", "reply"], quick=["tasks"]))
def test_the_fullest_results_fit_on_one_sheet(page, own_trees, most):
    """The result of the largest tree with the most of each still prints on one page of A4."""
    compiled = landmarks.largest(own_trees)
    walks = [case_walk(compiled, case) for case in compiled.tree.cases if not case.given]

    def size(walker):
        entries = live_view(walker).about(most)
        return sum(len(getattr(entry, "text", "")) for entry in entries) if most == "reply" else len(entries)

    walker = max((walker for walker in walks if walker.final), key=size)
    Wizard.open(page, compiled.id, fragment.write(walker)).leading().expect_node(walker.node)
    assert 1 == sheet(page)[0]


def test_without_a_script_all_of_it_prints(chromium, base_url, small):
    """Who has no JavaScript prints the whole numbered text."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/keuzehulp/{small}/")
    text = sheet(page)[1]
    sections = page.locator(".ww-steps > section > h3").all_inner_texts()
    assert len(sections) > 2
    assert [title for title in sections if " ".join(title.split()[-3:]) not in text] == []
    context.close()


def test_a_result_says_first_what_to_do(chromium, base_url, result):
    """On a phone tasks come before the reply, on a desktop they stand beside it; the reply shows all its text; one button is
    filled, boxes are large enough for a thumb, and whom one can call is one press away.
    """
    for width in (320, 390, 1280):
        context = chromium.new_context(base_url=base_url, viewport={"width": width, "height": 844})
        wizard = opened(context.new_page(), result)
        do, say = (wizard.step.locator(name).bounding_box() for name in (".ww-tasks", ".ww-say"))
        if width < 600:
            assert do["y"] + do["height"] <= say["y"]
        else:
            assert do["x"] + do["width"] <= say["x"]
            assert abs(do["y"] - say["y"]) < 4
        reply = wizard.step.locator("[data-reply]")
        reply.fill("Een regel.\n" * 30)
        assert reply.evaluate("field => field.scrollHeight - field.clientHeight") <= 1
        paper = "element => getComputedStyle(element).backgroundColor"
        seen = [each for each in wizard.step.locator("button, a.ww-button").all() if each.is_visible()]
        filled = [each.inner_text().strip() for each in seen if each.evaluate(paper) != "rgba(0, 0, 0, 0)"]
        assert ["Kopieer"] == filled
        for box in wizard.step.locator(".ww-tick").all():
            assert box.bounding_box()["height"] >= 44
        context.close()


def test_where_to_improve_and_to_report(page, row):
    """Each step leads to its text in the workbench; with addresses set, to its line in the repository, and to a mail with its number
    and version.
    """
    wizard = Wizard.open(page, row.tree).leading()
    opens = f"/werkplaats/#open;trees/{row.tree}.yml;questions.{wizard.node}"
    assert wizard.step.get_by_text("Verbeter deze tekst").evaluate("link => link.href").endswith(opens)
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
    wizard.more()
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
    wizard.more()
    wizard.root.locator("[data-dossier]").click()
    place = page.locator(".ww-dossier")
    place.get_by_label("Notities").fill("Gebeld met An")
    place.get_by_role("button", name="Druk het dossier af").click()
    page.emulate_media(media="print")
    expect(page.locator(".ww-paper")).to_contain_text("Gebeld met An")
    expect(page.locator(".ww-paper")).to_contain_text(result.title())
