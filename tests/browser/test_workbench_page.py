"""The page of the workbench: it opens at any text, keeps every key, and costs nobody who only reads."""

from __future__ import annotations

import json
import re

import pytest
from at_desk import DESK, AtDesk
from looks import LOOKS
from places import FITS, SITE
from playwright.sync_api import BrowserContext, Page, expect
from test_accessibility import violations
from trouble import KILL, WATCH
from wizard import STARTS, until

import landmarks
from helpers import ROOT, mostly_slow
from wegwijzer.kinds.settings import project_settings, read_settings_file
from wegwijzer.render.addresses import WORKBENCH, text_page, tree_page

PAGE = f"/{project_settings(read_settings_file(ROOT)).workbench}"
NEWER = "Dit staat intussen online."


@pytest.fixture(scope="module")
def way(own_trees):
    """Four plain questions after one another."""
    return landmarks.questions_in_a_row(own_trees)


@pytest.fixture(scope="module")
def browser_profile(working, base_url):
    """What every test here opens the page in: Python takes its time, and most of it is kept by a browser."""
    context = working.new_context(viewport={"width": 1280, "height": 900}, base_url=base_url, accept_downloads=True)
    context.set_default_timeout(STARTS)
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.fixture(scope="module")
def opened(browser_profile, base_url, way):
    desk = AtDesk(browser_profile.new_page(), base_url, way.tree, way.nodes[1])
    yield desk
    assert desk.problems == []


@pytest.fixture
def desk(opened, way):
    opened.begin_again(way.nodes[1])
    opened.page.set_viewport_size({"width": 1280, "height": 900})
    opened.ask("document.querySelector('wegwijzer-workbench').open('')")
    return opened


def panel(desk, name):
    """A panel that stands open."""
    place, button = desk.page.locator(f"#ww-bench-{name}"), desk.page.locator(f"[data-panel={name}]")
    if place.is_hidden():
        button.click()
    expect(place).to_be_visible()
    return place


def drafts(desk) -> list[dict]:
    return desk.ask("document.querySelector('wegwijzer-workbench').drafts.list()")


def kept(desk) -> dict:
    """The texts that the browser keeps of the draft that is open."""
    return desk.ask(
        "((bench) => bench.drafts.read(bench.drafts.head.id).then(({texts}) => texts))(document.querySelector('wegwijzer-workbench'))"
    )


def again(page: Page, context: BrowserContext, fragment: str = "") -> Page:
    """The page, opened anew in another tab; the first one is closed."""
    page.close()
    new = context.new_page()
    new.goto(PAGE + fragment)
    expect(new.locator(".ww-bench")).to_be_visible(timeout=STARTS)
    return new


# -- opening ------------------------------------------------------------------------------------------------------


def test_reading_pages_load_no_byte_of_it(page, way):
    """Neither the page of a tree nor its text asks for a script, a sheet or an archive of the workbench."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in (tree_page(way.tree), text_page(way.tree), ""):
        page.goto(f"/{path}")
        page.wait_for_load_state("networkidle")
    assert asked
    assert not [url for url in asked if "workbench" in url or url.endswith(("work.zip", "kinds.zip", "yaml.zip"))]


def test_what_is_to_be_improved_opens(page, opened, way):
    """The link under a step, and the pencil of a page, name the file and the place in it."""
    page.goto(f"/{text_page(way.tree)}")
    link = page.locator(f"#{way.tree}-{way.nodes[0]} a[href*='{PAGE.strip('/')}/#open']").first
    assert link.get_attribute("href").endswith(f"#open;trees/{way.tree}.yml;questions.{way.nodes[0]}")
    address = link.evaluate("link => link.hash")
    opened.page.evaluate("hash => { location.hash = hash }", address)
    expect(opened.page.locator("[data-pick=step]")).to_have_value(
        json.dumps(["questions", way.nodes[0]], separators=(",", ":"))
    )
    assert opened.place == [f"trees/{way.tree}.yml", "questions", way.nodes[0]]
    page.goto("/")
    assert page.locator("a.md-content__button").get_attribute("href").endswith("#open;docs/index.md;")


def test_a_link_to_what_went_says_so(desk, way):
    """A link that somebody kept: of a file, of a step, and one that a mail broke in two. It says so until one goes elsewhere."""
    told, page = desk.page.locator("wegwijzer-workbench > [role=status]"), desk.page
    go = "hash => { location.hash = hash }"
    page.evaluate(go, "#open;trees/lang-geleden.yml;questions.begin")
    expect(told).to_contain_text("bestand van deze link is er niet meer")
    assert desk.place == [desk.path, "questions", way.nodes[1]]
    page.evaluate(go, f"#open;{desk.path};questions.lang-geleden")
    expect(told).to_contain_text("stap van deze link staat niet meer")
    assert desk.place == [desk.path]
    page.evaluate(go, "#open;trees/%E0%A4%A")
    expect(told).to_be_empty()
    page.evaluate(go, f"#open;{desk.path};questions.lang-geleden")
    expect(told).to_contain_text("stap van deze link staat niet meer")
    desk.go("questions", way.nodes[0])
    expect(told).to_be_empty()


def test_any_icon_can_be_picked_and_is_seen(desk, way):
    """Also one that no page of the site shows; one that does not exist is told, as on the command line."""
    name = "fish-bone"
    page, row = desk.page, f".ww-icon-{name}"
    desk.write(way.compiled.tree.questions[way.nodes[1]].answers[way.answers[1]].text, "Een vis")
    desk.go("questions", way.nodes[1], "answers", way.answers[1], "icon")
    page.get_by_role("button", name="Icoon: ").click()
    page.locator("dialog.ww-pick").get_by_role("searchbox").fill(name)
    drawn = "icon => getComputedStyle(icon).getPropertyValue('--ww-drawn').includes('svg')"
    picked = page.locator(f"dialog.ww-pick {row}").first
    expect(picked).to_be_visible()
    until(page, f"({drawn})(document.querySelector('dialog.ww-pick {row}'))")
    picked.click()
    expect(desk.wizard.locator(row)).to_be_visible()
    assert desk.wizard.locator(row).evaluate(drawn)
    assert f"icon: {name}" in desk.text()
    desk.write(f"icon: {name}", "icon: fish-bonne")
    until(page, f"{DESK}.problems.some(({{ code, hint }}) => code === 'W126' && hint.includes('{name}'))")
    desk.ask("document.querySelector('wegwijzer-workbench').drafts.use(null)")  # no other test finds these steps


def test_without_a_script_it_says_so(working, base_url):
    """And shows nothing that does nothing."""
    context = working.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAGE)
    expect(page.locator("wegwijzer-workbench")).to_contain_text("JavaScript")
    assert page.locator("wegwijzer-workbench button:visible, wegwijzer-workbench select:visible").count() == 0
    context.close()


# -- the frame ----------------------------------------------------------------------------------------------------


def test_pickers_tabs_and_panels_go_by_keyboard(desk, way):
    """Arrows go along the tabs, a panel takes the focus, and only one is open."""
    page = desk.page
    page.get_by_role("tab", name="Formulier").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Kaart")).to_be_focused()
    expect(page.get_by_role("tab", name="Kaart")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#ww-bench-map")).to_be_visible()
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="YAML")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Formulier")).to_be_focused()
    page.locator("[data-panel=open]").press("Enter")
    expect(page.locator("#ww-bench-open")).to_be_focused()
    page.locator("[data-panel=send]").press("Enter")
    expect(page.locator("#ww-bench-open")).to_be_hidden()
    expect(page.locator("#ww-bench-send")).to_be_focused()
    page.locator("[data-panel=send]").press("Enter")
    expect(page.locator("#ww-bench-send")).to_be_hidden()
    page.locator("[data-pick=step]").select_option(json.dumps(["questions", way.nodes[2]], separators=(",", ":")))
    assert desk.place[1:] == ["questions", way.nodes[2]]


@pytest.mark.slow
@pytest.mark.parametrize("look", mostly_slow(LOOKS, quick=LOOKS[:1]), ids=lambda look: f"{look[0]}-{look[1]}")
def test_axe_finds_nothing(desk, look):
    """In each view and each panel, in light and dark, on a phone and on a desktop; and nothing scrolls sideways."""
    page = desk.page
    colours, width = look
    page.evaluate(
        "scheme => { document.body.dataset.mdColorScheme = scheme }", {"dark": "slate", "light": "default"}[colours]
    )
    page.set_viewport_size({"width": width, "height": 900})
    for tab in page.get_by_role("tab").all():
        if not tab.is_visible():
            continue
        tab.click()
        assert violations(page, "wegwijzer-workbench") == [], tab.inner_text()
        assert page.evaluate(FITS), tab.inner_text()
    page.get_by_role("tab", name="Formulier").click()
    for name in ("problems", "compare", "send", "open"):
        panel(desk, name)
        assert violations(page, "wegwijzer-workbench") == [], name
        assert page.evaluate(FITS), name


def test_on_a_phone_the_wizard_is_one_more_tab(desk):
    """And back beside the others where there is room again."""
    page, tab = desk.page, desk.page.get_by_role("tab", name="Voorbeeld")
    expect(tab).to_be_hidden()
    expect(page.locator("#ww-bench-live")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(tab).to_be_visible()
    expect(page.locator("#ww-bench-live")).to_be_hidden()
    tab.click()
    expect(page.locator("#ww-bench-live")).to_be_visible()
    expect(page.locator("#ww-bench-form")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("#ww-bench-form")).to_be_visible()
    expect(page.locator("#ww-bench-live")).to_be_visible()


# -- nothing is lost ----------------------------------------------------------------------------------------------


def test_every_key_is_kept_and_can_be_undone_later(desk, browser_profile):
    """In another tab, after the first is gone: the draft, its text, and each step back to what was published."""
    published = desk.text()
    desk.write("title:", "# eerst\ntitle:")
    desk.ask("desk.put('# dan\\n' + desk.text(), { by: 'other' })")
    expect(desk.page.locator("[data-draft]")).to_contain_text("Ontwerp")
    assert kept(desk) == {desk.path: desk.text()}
    text = desk.text()
    page = again(browser_profile.new_page(), browser_profile, f"#open;{desk.path};")
    assert page.evaluate(f"{DESK}.text()") == text
    page.locator("[data-do=undo]").click()
    page.locator("[data-do=undo]").click()
    assert page.evaluate(f"{DESK}.text()") == published
    expect(page.locator("[data-do=undo]")).to_be_disabled()
    until(desk.page, f"{DESK}.text() === {json.dumps(published)}")  # the other tab heard of it
    page.locator("[data-do=redo]").click()
    assert "# eerst" in page.evaluate(f"{DESK}.text()")
    until(desk.page, f"{DESK}.text().includes('# eerst')")
    expect(desk.page.locator("[data-draft]")).to_contain_text("ander tabblad")
    page.close()


def test_drafts_have_names_and_stand_apart(desk):
    """One is named, another begins, the first is opened again; one that is thrown away is gone."""
    desk.write("title:", "# een\ntitle:")
    place = panel(desk, "open")
    name = place.locator("[data-name]")
    name.fill("Mijn eerste")
    name.press("Enter")
    expect(desk.page.locator("[data-draft]")).to_contain_text("Mijn eerste")
    place.locator("[data-open=fresh]").click()
    until(desk.page, f"!{DESK}.changed.length")
    desk.write("title:", "# twee\ntitle:")
    place.get_by_role("button", name="Mijn eerste").click()
    until(desk.page, f"{DESK}.text().includes('# een')")
    desk.page.on("dialog", lambda dialog: dialog.accept())
    place.locator("[data-open=erase]").click()
    until(desk.page, f"!{DESK}.changed.length")
    assert "Mijn eerste" not in [draft["name"] for draft in drafts(desk)]


def test_a_draft_goes_along_as_a_file(desk):
    """What is saved can be opened again, here or elsewhere; what is no draft of ours is refused in words."""
    desk.write("title:", "# bewaard 😀\ntitle:")
    text = desk.text()
    place = panel(desk, "open")
    with desk.page.expect_download() as download:
        place.locator("[data-open=save]").click()
    place.locator("[data-open=fresh]").click()
    until(desk.page, f"!{DESK}.changed.length")
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert saved["texts"] == {desk.path: text}
    place.locator("input[data-file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(saved).encode()}
    )
    until(desk.page, f"{DESK}.text() === {json.dumps(text)}")
    for bad in (b"{", b'{"kind": "iets"}', json.dumps({**saved, "texts": {"trees/x.yml": 7}}).encode()):
        place.locator("input[data-file]").set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": bad}
        )
        expect(place.locator("[data-result]")).to_contain_text("lukte niet")
        assert desk.text() == text


@pytest.mark.slow
def test_a_newer_text_comes_under_a_draft(desk, way, browser_profile):
    """The step that only the site changed is taken; the one that both changed stays, and says so."""
    mine, theirs = way.nodes[1], way.nodes[2]
    desk.write(f"  {mine}:\n", f"  {mine}: # mijn nota\n")
    text = desk.text()
    whole = json.loads((SITE / WORKBENCH["project"]).read_text(encoding="utf-8"))
    whole["files"][desk.path] = whole["files"][desk.path].replace(f"  {theirs}:\n", f"  {theirs}: # {NEWER}\n")
    browser_profile.route(f"**/{WORKBENCH['project']}", lambda route: route.fulfill(json=whole))
    page = again(browser_profile.new_page(), browser_profile, f"#open;{desk.path};")
    now = page.evaluate(f"{DESK}.text()")
    assert NEWER in now
    assert "# mijn nota" in now
    box = page.locator(".ww-bench-renewed")
    expect(box).to_contain_text("Vernieuwd")
    page.locator("[data-do=undo]").click()
    assert page.evaluate(f"{DESK}.text()") == text
    page.locator("[data-do=redo]").click()
    box.locator("[data-close]").click()
    expect(box).to_be_hidden()
    whole["files"][desk.path] = whole["files"][desk.path].replace(f"  {mine}:\n", f"  {mine}: # hun nota\n")
    page = again(page, browser_profile, f"#open;{desk.path};")
    expect(page.locator(".ww-bench-renewed")).to_contain_text("Ook door jou veranderd")
    expect(page.locator(".ww-bench-renewed pre")).to_contain_text("hun nota")
    assert "# mijn nota" in page.evaluate(f"{DESK}.text()")
    page.close()
    browser_profile.unroute(f"**/{WORKBENCH['project']}")


def test_a_browser_that_keeps_nothing_is_told_of(working, base_url, way):
    """The draft lives as long as the page, and can still be saved as a file."""
    context = working.new_context(base_url=base_url, viewport={"width": 1280, "height": 900})
    context.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }")
    desk = AtDesk(context.new_page(), base_url, way.tree, way.nodes[1])
    expect(desk.page.locator("[data-draft]")).to_contain_text("kan niets bewaren")
    desk.write("title:", "# alleen nu\ntitle:")
    until(desk.page, "document.querySelector('wegwijzer-workbench').drafts.head")
    assert list(kept(desk)) == [desk.path]
    expect(panel(desk, "open").locator("[data-open=save]")).to_be_enabled()
    context.close()


def test_a_full_browser_is_told_of_and_nothing_is_left_out(desk):
    """What could not be written, is written as soon as there is room."""
    desk.page.evaluate(
        "() => { window.put = IDBObjectStore.prototype.put;"
        " IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    desk.write("title:", "# toen het vol was\ntitle:")
    expect(desk.page.locator("[data-draft]")).to_contain_text("opslag van deze browser is vol")
    desk.page.evaluate("() => { IDBObjectStore.prototype.put = window.put; }")
    desk.ask("desk.put('# daarna\\n' + desk.text(), { by: 'other' })")
    expect(desk.page.locator("[data-draft]")).not_to_contain_text("vol")
    assert kept(desk) == {desk.path: desk.text()}


@pytest.mark.slow
def test_a_worker_that_dies_hears_everything_again(desk):
    """What was typed, and what was published."""
    desk.write("title:", "# nog hier\ntitle:")
    desk.page.evaluate(KILL["broken"])
    outline = desk.ask("desk.ask('outline', { path: desk.path })")
    assert outline["groups"]
    desk.quiet()
    assert desk.ask("desk.problems.length") >= 0
    expect(desk.page.locator("[data-draft]")).to_contain_text("Ontwerp")


# -- something new ------------------------------------------------------------------------------------------------


def test_something_new_begins(desk):
    """A tree from the template, and a text that was pasted; both are part of the draft, and the form shows them."""
    place = panel(desk, "open")
    place.locator("[data-title]").fill("Een buur is boos")
    place.locator("[data-open=new]").click()
    until(desk.page, f"{DESK}.path === 'trees/een-buur-is-boos.yml'")
    expect(desk.page.locator("[data-pick=file] option:checked")).to_have_text("Een buur is boos")
    expect(desk.page.locator("#ww-bench-form")).to_contain_text("Een buur is boos")
    desk.quiet()
    assert [problem for problem in desk.ask("desk.problems") if problem["path"] == "trees/een-buur-is-boos.yml"] == []
    place = panel(desk, "open")
    place.locator("[data-paste]").fill("wat tekst")
    place.locator("[data-open=paste]").click()
    expect(place.locator("[data-result]")).to_contain_text("geen keuzehulp")
    place.locator("[data-paste]").fill('title: "<b>x</b>"\nstart: a\n')
    place.locator("[data-open=paste]").click()
    until(desk.page, f"{DESK}.path === 'trees/b-x-b.yml'")
    expect(desk.page.locator("[data-pick=file] option:checked")).to_have_text("<b>x</b>")


def test_an_example_is_a_project_of_its_own(desk):
    """With its own files, nothing wrong with it, and its own drafts; and back."""
    examples = json.loads((SITE / WORKBENCH["begin"]).read_text(encoding="utf-8"))["examples"]
    place = panel(desk, "open")
    place.locator("[data-examples] select").select_option(label=examples[0]["title"])
    place.locator("[data-open=example]").click()
    until(desk.page, f"{DESK}.files.length && !{DESK}.text('{desk.path}')")
    desk.quiet()
    assert [problem for problem in desk.ask("desk.problems") if problem["level"] == "error"] == []
    expect(desk.page.locator("[data-draft]")).to_contain_text(examples[0]["title"])
    place.locator("[data-examples] select").select_option(value="")
    place.locator("[data-open=example]").click()
    until(desk.page, f"{DESK}.text('{desk.path}')")
    expect(desk.page.locator("[data-draft]")).not_to_contain_text(examples[0]["title"])
    assert re.search(r"trees/", desk.ask("desk.path"))
