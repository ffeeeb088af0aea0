"""What makes the wizard a product: keys, changing an answer, results to take along, a case file, sharing, the map."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from places import ROOT
from playwright.sync_api import expect
from wizard import Wizard, settled

from wegwijzer.render.formats import FORMATS

JSQR = (ROOT / "node_modules/jsqr/dist/jsQR.js").read_text(encoding="utf-8")
READ_QR = """async () => {
  const svg = document.querySelector(".ww-qr svg").cloneNode(true);
  svg.setAttribute("width", 600); svg.setAttribute("height", 600);
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(svg));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 600 });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 600, 600);
  return jsQR(context.getImageData(0, 0, 600, 600).data, 600, 600).data;
}"""
TOP_IS_FREE = """heading => {
  const { x, y, width, height } = heading.getBoundingClientRect();
  return heading.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}"""
RESULT = "aangevallen-haal-gegevens-weg;begin.prive-gegevens"


def printing(page):
    """Keep the printer out: what would be printed stays in the page."""
    page.add_init_script("window.print = () => {}")


def opened(page, fragment=RESULT):
    return Wizard.open(page, fragment.partition("-")[0], fragment).leading()


# -- flow ------------------------------------------------------------------------------------------------------


def test_number_keys_choose_an_answer(page):
    """With the focus in the wizard, 1 to 9 choose that answer; elsewhere and while typing they do not."""
    wizard = Wizard.open(page, "reactie").leading()
    page.keyboard.press("1")
    page.wait_for_timeout(200)
    wizard.expect_node("waar")
    first = wizard.step.locator("a[data-answer]").first.get_attribute("data-to")
    wizard.step.locator(".ww-heading").focus()
    page.keyboard.press("1")
    wizard.expect_node(first)
    typing = opened(page, "afspraken-kanalen")
    typing.step.locator("input[data-fill]").press("1")
    expect(typing.step.locator("input[data-fill]")).to_have_value("1")
    typing.expect_node("kanalen")


def test_number_keys_tick_several_answers(page, own_trees):
    """In a question with several answers a number ticks that box, and again unticks it."""
    tree, step = next(
        (name, step)
        for name, compiled in own_trees.items()
        for step, question in compiled.tree.questions.items()
        if question.choose == "many"
    )
    wizard = opened(page, f"{tree}-{step}")
    wizard.step.locator(".ww-heading").focus()
    page.keyboard.press("2")
    expect(wizard.step.locator("input[data-answer]").nth(1)).to_be_checked()
    page.keyboard.press("2")
    expect(wizard.step.locator("input[data-answer]").nth(1)).not_to_be_checked()


def test_several_answers_missing_are_told(page, own_trees):
    """Going on without an answer names the problem on top, with the focus, and beside the boxes."""
    tree, step = next(
        (name, step)
        for name, compiled in own_trees.items()
        for step, question in compiled.tree.questions.items()
        if question.choose == "many" and question.min
    )
    wizard = opened(page, f"{tree}-{step}")
    wizard.step.locator("[data-continue]").click()
    expect(wizard.step.locator(".ww-problem")).to_be_focused()
    expect(wizard.step.locator("fieldset")).to_have_accessible_description(re.compile("Kies minstens"))
    wizard.step.locator(".ww-problem a").click()
    expect(wizard.step.locator("input[data-answer]").first).to_be_focused()


def test_progress_never_promises_too_little(page):
    """The number of questions left only goes down, and the last question says so."""
    wizard = Wizard.open(page, "reactie").leading()
    left = []
    for answer in ("openbaar", "ja", "ja"):
        wizard.answer(answer)
        left.append(int(re.search(r"hoogstens (\d+)", wizard.root.locator(".ww-progress").inner_text())[1]))
    assert left == sorted(set(left), reverse=True)
    expect(wizard.root.locator(".ww-progress")).to_contain_text("3 stappen gedaan")
    Wizard.open(page, "melden").leading()


def test_changing_an_answer_keeps_the_later_ones(page):
    """Another answer in the middle of a walk keeps what was answered after it, as far as it still holds."""
    wizard = Wizard.open(page, "reactie").leading()
    for answer in ("openbaar", "ja", "ja", "negatief"):
        wizard.answer(answer)
    here = wizard.node
    wizard.root.locator(".ww-path summary").click()
    wizard.root.locator(".ww-path [data-back]").nth(2).click()
    wizard.expect_node("rustig")
    expect(wizard.step.locator(".ww-answer", has_text="dit koos je eerder")).to_have_count(1)
    other = wizard.step.locator("a[data-answer]:not(:has(.ww-former))").first.get_attribute("data-answer")
    wizard.answer(other)
    while wizard.root.get_attribute("data-kind") == "action":
        wizard.answer("verder")
    wizard.expect_node(here)
    expect(wizard.root.locator(".ww-notice")).to_contain_text("latere antwoorden")
    assert "toon.negatief" in page.url
    page.go_back()
    expect(wizard.root).not_to_have_attribute("data-node", here)


def test_an_interim_action_is_a_tick_list(page, own_trees):
    """The steps of an interim action can be ticked off; the ticks are still there after going on and back."""
    compiled = own_trees["aangevallen"]
    step = next(name for name, action in compiled.tree.actions.items() if action.to and "/" not in str(action.to))
    wizard = opened(page, f"aangevallen-{step}")
    wizard.step.locator("[data-tick]").first.check()
    wizard.answer("verder")
    page.go_back()
    wizard.expect_node(step)
    expect(wizard.step.locator("[data-tick]").first).to_be_checked()
    expect(wizard.step.locator("[data-tick]").last).not_to_be_checked()
    page.reload()
    wizard.leading()
    expect(wizard.step.locator("[data-tick]").first).not_to_be_checked()


def test_a_walk_by_keyboard_alone_in_the_accessibility_tree(page):
    """From question to result with keys only; each step is a heading with its answers as links that say where they go."""
    wizard = Wizard.open(page, "aangevallen").leading()
    for _ in range(12):
        snapshot = wizard.step.aria_snapshot()
        assert re.search(r"heading \"Stap \S+ .+\" \[level=3\]", snapshot), snapshot
        if wizard.root.get_attribute("data-final"):
            break
        wizard.step.locator(".ww-heading").focus()
        before = wizard.node
        if wizard.root.get_attribute("data-kind") == "action":
            assert "checkbox" in snapshot
            while not page.evaluate("'continue' in document.activeElement.dataset"):
                page.keyboard.press("Tab")
        else:
            assert re.search(r"link \".+ga naar \d+.*\"", snapshot), snapshot
            while page.evaluate("document.activeElement.dataset.answer") not in ("andere-aanval", "nee", "ja", "beide"):
                page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(wizard.root).not_to_have_attribute("data-node", before)
        expect(wizard.step.locator(".ww-heading")).to_be_focused()
    assert wizard.root.get_attribute("data-final") == "true"
    assert "Neem dit mee" in wizard.step.aria_snapshot()


@pytest.mark.parametrize(
    ("link", "tree", "answers"),
    [
        ("Iemand dreigt, of valt mij of een collega aan", "aangevallen", ["prive-gegevens"]),
        ("Iemand zet privégegevens online", "reactie", ["gegevens"]),
    ],
)
def test_the_first_thing_to_do_in_a_doxing_case_is_near(chromium, base_url, link, tree, answers):
    """On a small phone, at most five taps from the start page bring the first thing to do on the screen."""
    context = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name=link).tap()
    taps = 1
    wizard = Wizard(page, tree).leading()
    while wizard.root.get_attribute("data-kind") != "action":
        before = wizard.node
        wanted = f'[data-answer="{answers.pop(0)}"]' if answers else "[data-answer]"
        wizard.step.locator(wanted).first.tap()
        expect(wizard.root).not_to_have_attribute("data-node", before)
        taps += 1
    assert taps <= 5
    expect(wizard.step.locator(".ww-todo li").first).to_be_in_viewport(ratio=0.6)
    expect(wizard.step.locator(".ww-heading")).to_be_focused()
    settled(page)
    assert wizard.step.locator(".ww-heading").evaluate(TOP_IS_FREE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


# -- the result and what to take along -------------------------------------------------------------------------


def test_result_says_what_the_own_choices_decide(page):
    """A result lists the local choices it looked at, and whether they were made or a default counts."""
    wizard = opened(page)
    wizard.step.locator(".ww-policies summary").click()
    expect(wizard.step.locator(".ww-policies")).to_contain_text("standaardkeuze")
    wizard.decide({"beleid-team.steunpunt": "integriteitsmeldpunt"})
    page.reload()
    wizard.leading()
    wizard.step.locator(".ww-policies summary").click()
    expect(wizard.step.locator(".ww-policies")).to_contain_text("jullie beleid")
    expect(wizard.step.locator(".ww-todo")).to_contain_text("integriteitsmeldpunt")


def test_copy_the_reply_as_the_reader_made_it(page, context):
    """The model reply can be changed before it is copied; another tick or choice on the page does not lose it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wizard = opened(page)
    field = wizard.step.locator("[data-reply]")
    assert field.input_value().startswith("Je bericht van")
    field.fill("Onze eigen tekst")
    wizard.step.locator("[data-copy=text]").click()
    expect(wizard.step.locator("[data-copy=text]")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == "Onze eigen tekst"


@pytest.mark.parametrize("kind", [form.id for form in FORMATS if form.to == "file"])
def test_files_are_made_in_the_browser(page, kind, tmp_path):
    """Word, Markdown and a reminder come from the page itself, and hold the result with the changed reply."""
    wizard = opened(page)
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    with page.expect_download() as waiting:
        wizard.step.locator(f"[data-take={kind}]").click()
    name = waiting.value.suggested_filename
    assert re.fullmatch(rf"wegwijzer-aangevallen-\d+\.{kind}", name)
    file = tmp_path / name
    waiting.value.save_as(file)
    if kind == "ics":
        starts = re.findall(r"DTSTART:(\d{8}T\d{6})Z", file.read_text())
        first = datetime.strptime(starts[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        assert timedelta(minutes=50) < first - datetime.now(UTC) < timedelta(minutes=70)
        return
    text = (
        zipfile.ZipFile(file).read("word/document.xml").decode()
        if kind == "docx"
        else file.read_text(encoding="utf-8").replace("\\", "")
    )
    for part in (
        "Verberg het bericht meteen",
        "Onze eigen tekst",
        "Waarom dit advies?",
        "/keuzehulp/aangevallen/#",
    ):
        assert part in text


def test_copy_everything_with_layout(page, context):
    """The clipboard gets the result as HTML, and as plain text for who cannot take it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    wizard = opened(page)
    wizard.step.locator("[data-take=rich]").click()
    expect(wizard.step.locator("[data-take=rich]")).to_have_text("Gekopieerd")
    html, text = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(["text/html", "text/plain"].map(async (type) => (await item.getType(type)).text()));
    }""")
    assert "<li>Verberg het bericht meteen" in html
    assert "1. Verberg het bericht meteen" in text


def test_print_only_the_result(page):
    """On paper stands the result with path, sources and version, and nothing of the page around it."""
    printing(page)
    wizard = opened(page)
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


def test_where_to_improve_and_to_report(page):
    """With addresses set, each step links to its line in the repository, and to a mail with its number and version."""
    wizard = Wizard.open(page, "reactie").leading()
    expect(wizard.step.get_by_text("Verbeter deze tekst")).to_have_count(0)
    wizard.root.evaluate("""root => Object.assign(root.dataset,
      { sourceUrl: "https://git.voorbeeld.be/edit/{file}#L{line}", contact: "hulp@voorbeeld.be" })""")
    wizard.answer("openbaar")
    link = wizard.step.get_by_text("Verbeter deze tekst")
    assert re.fullmatch(r"https://git\.voorbeeld\.be/edit/trees/reactie\.yml#L\d+", link.get_attribute("href"))
    mail = wizard.step.get_by_text("Meld een fout").get_attribute("href")
    assert mail.startswith("mailto:hulp@voorbeeld.be?subject=")
    assert wizard.root.get_attribute("data-version") in mail


# -- the case file -----------------------------------------------------------------------------------------------


def test_case_file_stays_until_it_is_erased(page, context):
    """Notes, route and ticked steps survive a reload; nothing goes in the address; erasing leaves nothing behind."""
    wizard = Wizard.open(page, "aangevallen").leading()
    wizard.root.locator("[data-dossier]").click()
    place = page.locator(".ww-dossier")
    expect(place).to_contain_text("alleen in deze browser")
    expect(place.locator("h3")).to_be_focused()
    place.get_by_label("Het bericht").fill("Geheim bericht")
    place.get_by_label("Notities").fill("Gebeld met An")
    wizard.answer("prive-gegevens")
    expect(place).to_contain_text("Haal de privégegevens uit beeld en hou bewijs")
    wizard.step.locator("[data-tick]").first.check()
    expect(place.locator("[data-case-log]")).to_contain_text("Verberg het bericht meteen")
    assert "Geheim" not in page.url
    page.reload()
    expect(place.get_by_label("Het bericht")).to_have_value("Geheim bericht")
    expect(place.locator("[data-case-log]")).to_contain_text("Verberg het bericht meteen")
    page.once("dialog", lambda dialog: dialog.accept())
    place.get_by_role("button", name="Wis het dossier").click()
    expect(place).to_be_hidden()
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None
    page.reload()
    wizard.leading()
    page.wait_for_timeout(300)
    expect(place).to_be_hidden()
    assert context.cookies() == []


def test_case_file_can_be_printed(page):
    """On paper the case file holds what was noted and done."""
    printing(page)
    wizard = opened(page)
    wizard.root.locator("[data-dossier]").click()
    place = page.locator(".ww-dossier")
    place.get_by_label("Notities").fill("Gebeld met An")
    place.get_by_role("button", name="Druk het dossier af").click()
    page.emulate_media(media="print")
    expect(page.locator(".ww-paper")).to_contain_text("Gebeld met An")
    expect(page.locator(".ww-paper")).to_contain_text("Haal de privégegevens uit beeld en hou bewijs")


# -- sharing and the map -----------------------------------------------------------------------------------------


def test_qr_code_holds_the_link(page, base_url):
    """The QR code, read by another program than the one that wrote it, is the link to this step."""
    wizard = opened(page)
    wizard.root.locator(".ww-share summary").click()
    wizard.root.locator("[data-qr]").click()
    expect(wizard.root.get_by_role("img", name="QR-code")).to_be_visible()
    page.evaluate(JSQR)
    link = wizard.root.locator("[data-share]").evaluate("link => link.href")
    assert page.evaluate(READ_QR) == link
    assert link.startswith(f"{base_url}/keuzehulp/aangevallen/#aangevallen-haal-gegevens-weg;")


def test_a_link_of_an_older_tree_says_what_no_longer_holds(page):
    """A link of an older version names the answers that are gone; one that still holds says that too."""
    wizard = Wizard.open(page, "reactie", "reactie-weg;waar.openbaar,mag-jij.bestaat-niet;00000000").leading()
    expect(wizard.root.locator(".ww-notice")).to_contain_text("een antwoord dat niet meer bestaat")
    expect(wizard.root.locator(".ww-notice")).to_contain_text("Mag jij")
    wizard = Wizard.open(page, "trol")
    wizard = Wizard.open(page, "reactie", "reactie-mag-jij;waar.openbaar;00000000").leading()
    expect(wizard.root.locator(".ww-notice")).to_contain_text("Je antwoorden passen nog")


def shown(page):
    return page.locator(".ww-diagram[open] .ww-map svg").first


def test_map_shows_the_route_and_where_the_reader_is(page):
    """The diagram marks the steps passed and the current one, in words and for assistive technology too."""
    wizard = Wizard.open(page, "reactie").leading()
    page.locator("#diagram").scroll_into_view_if_needed()
    here = page.locator(".ww-diagram[open] .ww-node a[aria-current=step]")
    expect(here).to_have_count(1)
    for answer in ("openbaar", "ja"):
        wizard.answer(answer)
    expect(page.locator(".ww-diagram[open] .ww-node.ww-passed")).to_have_count(2)
    expect(page.locator(".ww-diagram[open] .ww-here .ww-you")).to_have_text("Je bent hier")
    expect(page.locator(".ww-diagram[open] .ww-edge.ww-passed")).not_to_have_count(0)


def test_map_follows_to_the_chapter_of_the_step(page):
    """In a large tree the drawing of the chapter with the current step opens, with that step in sight."""
    wizard = Wizard.open(page, "reactie").leading()
    page.locator("#diagram").scroll_into_view_if_needed()
    for answer in ("openbaar", "ja", "ja", "negatief"):
        wizard.answer(answer)
    expect(page.locator(".ww-diagram[open] .ww-here")).to_have_count(1)
    page.locator(".ww-diagram[open] .ww-map").first.scroll_into_view_if_needed()
    expect(page.locator(".ww-diagram[open] .ww-here")).to_be_in_viewport()


def test_map_zooms_and_pans_by_buttons_keys_and_mouse(page):
    """The drawing gets larger, smaller and moves: by buttons, by keys, by dragging; ‘Toon alles’ brings it back."""
    Wizard.open(page, "reactie").leading()
    page.locator("#diagram").scroll_into_view_if_needed()
    page.locator(".ww-diagram[open] [data-map=all]").click()
    whole = shown(page).get_attribute("viewBox")
    seen = [whole]

    def changed():
        expect(shown(page)).not_to_have_attribute("viewBox", seen[-1])
        seen.append(shown(page).get_attribute("viewBox"))

    page.locator(".ww-diagram[open] [data-map=in]").click()
    changed()
    page.locator(".ww-diagram[open] [data-map=right]").click()
    changed()
    frame = page.locator(".ww-diagram[open] .ww-map").first
    frame.focus()
    page.keyboard.press("ArrowDown")
    changed()
    page.keyboard.press("+")
    changed()
    box = frame.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 90, steps=4)
    page.mouse.up()
    changed()
    page.keyboard.press("0")
    expect(shown(page)).to_have_attribute("viewBox", whole)


def test_a_passed_node_of_the_map_keeps_the_answers_before_it(page):
    """Clicking a node on the route goes back there with the earlier answers; the later ones are kept for a change."""
    wizard = Wizard.open(page, "reactie").leading()
    for answer in ("openbaar", "ja"):
        wizard.answer(answer)
    page.locator("#diagram").scroll_into_view_if_needed()
    page.locator(".ww-diagram[open] [data-map=all]").click()
    page.locator(".ww-diagram[open] .ww-passed a").nth(1).click()
    wizard.expect_node("mag-jij")
    assert "waar.openbaar" in page.url


# -- what it weighs ------------------------------------------------------------------------------------------------


def test_nothing_more_is_loaded_than_needed(page):
    """Before a reader asks for a document, a QR code or a case file, none of their files is fetched."""
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    wizard = opened(page)
    assert [url for url in fetched if re.search(r"take|dossier\.js|qr|vendor", url)] == []
    wizard.root.locator(".ww-share summary").click()
    wizard.root.locator("[data-qr]").click()
    expect(wizard.root.locator(".ww-qr svg")).to_be_visible()
    assert [url for url in fetched if "qrcode" in url]
