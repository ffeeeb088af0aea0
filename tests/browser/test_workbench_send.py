"""What a draft changes, and how one sends it: in a real browser, with a real git at the other end."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile

import pytest
from at_desk import AtDesk
from places import FITS
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import STARTS

import landmarks
from helpers import ROOT, mostly_slow
from wegwijzer.render.site import Site
from wegwijzer.render.workbench_send import send_view

FORGE = Site(source_url="https://forge.example/edit/main/{file}#L{line}", contact="web@voorbeeld.be")
HOSTILE = '<img src=x onerror="document.title=1">'
KEPT = """async () => {
  const rows = async (name) => {
    const db = await new Promise((on) => { indexedDB.open(name).onsuccess = ({ target }) => on(target.result); });
    const all = [];
    for (const store of db.objectStoreNames) {
      all.push(await new Promise((on) => { db.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => on(target.result); }));
    }
    db.close();
    return all;
  };
  const found = await Promise.all((await indexedDB.databases()).map(({ name }) => rows(name)));
  return JSON.stringify([found, { ...localStorage }, { ...sessionStorage }, location.href]);
}"""
"""All that this browser keeps, and the address."""


@pytest.fixture(scope="module")
def way(own_trees):
    """Four plain questions after one another."""
    return landmarks.questions_in_a_row(own_trees)


@pytest.fixture(scope="module")
def opened(working, base_url, way):
    """A workbench that every test here uses; the panel to send is that of a site whose texts stand on a forge."""
    context = working.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True, base_url=base_url)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page = context.new_page()
    desk = AtDesk(page, base_url, way.tree, way.nodes[1])
    page.locator("#ww-bench-send").evaluate("(place, html) => { place.innerHTML = html; }", str(send_view(FORGE)))
    yield desk
    context.close()
    assert desk.problems == []


@pytest.fixture
def desk(opened, way):
    """The desk with one text changed: the words of a question, and where an answer leads."""
    opened.begin_again(way.nodes[1])
    question = way.compiled.tree.questions[way.nodes[1]]
    opened.write(question.text.split()[0], "Zeldzaam")
    return opened


def panel(desk, name):
    """A panel that stands open."""
    place, button = desk.page.locator(f"#ww-bench-{name}"), desk.page.locator(f"[data-panel={name}]")
    if place.is_hidden():
        button.click()
    expect(place).to_be_visible()
    return place


def brought(desk, name, content):
    """The panel in which files are opened, after somebody chose one."""
    place = panel(desk, "open")
    expect(place.locator("[data-name]")).to_have_attribute("placeholder", re.compile("."))  # the script is there
    place.locator("input[data-file]").set_input_files({"name": name, "mimeType": "", "buffer": content})
    return place


def compared(desk, words):
    """The panel with the comparison, when it says this: other work for the same text may come before it."""
    place = panel(desk, "compare")
    expect(place).to_contain_text(words, timeout=STARTS)
    expect(place.locator("[role=status]")).to_have_text("", timeout=STARTS)
    return place


def saved(desk, how):
    with desk.page.expect_download(timeout=STARTS) as download:
        panel(desk, "send").locator(f"[data-send={how}]").click()
    return download.value


def said(desk, **words):
    for name, text in words.items():
        panel(desk, "send").locator(f"[name={name}]").fill(text)


def test_the_comparison_follows_the_text(desk, way):
    """In words and as a diagram, with nothing of a text as markup; and again after the next change."""
    place = compared(desk, "is nu: ‘Zeldzaam")
    expect(place.locator("h3")).to_contain_text(way.compiled.tree.title)
    expect(place.locator("svg .ww-changed")).to_have_count(1)
    desk.write("Zeldzaam", f"Zeldzaam {HOSTILE}")
    expect(compared(desk, f"Zeldzaam {HOSTILE}").locator("img")).to_have_count(0)


def test_without_a_change_there_is_nothing_to_send(desk, way):
    desk.begin_again(way.nodes[1])
    place = panel(desk, "send")
    expect(place).to_contain_text("Je veranderde nog niets")
    expect(place.locator("[data-send]").first).to_be_hidden()
    compared(desk, "Er verandert niets voor lezers.")


def test_git_takes_what_is_saved(desk, tmp_path):
    """With the title, the reason and the name that somebody gave; and the archive holds the same text."""
    said(desk, title="Één woord", why="Dat leest vlotter.", who="Zoë")
    who = ("-c", "user.name=B", "-c", "user.email=b@voorbeeld.be")
    place = tmp_path / desk.path
    place.parent.mkdir()
    place.write_bytes((ROOT / desk.path).read_bytes())
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "voor")):
        subprocess.run(["git", *who, *command], cwd=tmp_path, check=True)
    subprocess.run(["git", *who, "am", "-q", saved(desk, "patch").path()], cwd=tmp_path, check=True)
    log = subprocess.run(
        ["git", "log", "-1", "--format=%an|%s|%b"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert log.stdout.strip() == "Zoë|Één woord|Dat leest vlotter."
    assert place.read_bytes().decode() == desk.text()
    download = saved(desk, "zip")
    assert download.suggested_filename == "voorstel.zip"
    with zipfile.ZipFile(io.BytesIO(download.path().read_bytes())) as archive:
        assert archive.read(desk.path).decode() == desk.text()


def test_a_mail_is_copied_and_nothing_typed_stands_in_an_address(desk):
    """The link opens an empty mail; the words go by the clipboard. What somebody says of themselves is kept nowhere."""
    said(desk, title="Een titel als geen ander", why="Omdat", who="Zoë Zeldzaam")
    place = panel(desk, "send")
    place.locator("[data-send=mail]").click()
    expect(place.locator("section").first.locator("[role=status]")).to_have_text("Gekopieerd", timeout=STARTS)
    mail = desk.page.evaluate("navigator.clipboard.readText()")
    assert mail.startswith("Een titel als geen ander\n\nOmdat\n\n")
    assert mail.endswith("Zoë Zeldzaam\n")
    assert re.search(r"^\+ .*Zeldzaam", mail, re.MULTILINE)
    links = place.locator("a").evaluate_all("all => all.map(({ href }) => href)")
    assert links[0] == "mailto:web@voorbeeld.be?subject=Voorstel%20voor%20een%20betere%20tekst"
    desk.quiet()
    kept = desk.page.evaluate(KEPT)
    assert "Zoë" not in kept
    assert "als geen ander" not in kept
    assert "Zeldzaam" not in "".join(links)


def test_where_the_clipboard_is_refused_the_text_stands_there(desk):
    desk.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('geweigerd')); }")
    place = panel(desk, "send")
    place.locator("[data-send=mail]").click()
    field = place.locator("textarea.ww-by-hand")
    expect(field).to_be_focused(timeout=STARTS)
    expect(field).to_have_value(re.compile("Wat verandert|Zeldzaam"))
    desk.page.evaluate("() => { delete navigator.clipboard.writeText; }")


def test_the_forge_gets_a_text_at_a_time(desk):
    """A button copies the text as it is now, a link opens the page of the forge; a file that is new has no such page."""
    desk.ask("desk.put('title: Nieuw\\n', {path: 'trees/nieuwe-boom.yml', by: 'test'})")
    items = panel(desk, "send").locator("[data-source] li")
    expect(items).to_have_count(2)
    mine = items.filter(has_text=desk.path)
    expect(mine.locator("a")).to_have_attribute("href", f"https://forge.example/edit/main/{desk.path}")
    expect(items.filter(has_text="nieuwe-boom").locator("a")).to_have_count(0)
    mine.locator("button").click()
    expect(
        panel(desk, "send").locator("section", has=desk.page.locator("[data-source]")).locator("[role=status]")
    ).to_have_text("Gekopieerd", timeout=STARTS)
    assert desk.page.evaluate("navigator.clipboard.readText()") == desk.text()
    desk.ask("desk.put(null, {path: 'trees/nieuwe-boom.yml', by: 'test'})")
    expect(items).to_have_count(1)


@pytest.mark.parametrize("how", mostly_slow(["patch", "zip"], quick=["patch"]))
def test_who_gets_a_proposal_sees_the_same(desk, way, how):
    """It becomes a draft of its own on the published texts, with what was said of it, and the same comparison."""
    said(desk, title=f"Voorstel van {HOSTILE}", why="Een reden.\n\nEn nog een.", who="Zoë")
    there, made = desk.text(), saved(desk, how).path().read_bytes()
    desk.begin_again(way.nodes[1])
    place = brought(desk, f"voorstel.{how}", made)
    told = place.locator(".ww-bench-received")
    expect(told).to_be_focused(timeout=STARTS)
    expect(told).to_have_text(re.compile(f"Voorstel van {re.escape(HOSTILE)}.*Zoë.*Een reden.*En nog een", re.DOTALL))
    expect(place.locator(".ww-bench-receive [role=status]")).to_contain_text("1 bestand verandert")
    assert desk.text() == there
    place.locator("[data-compare]").click()
    compared(desk, "is nu: ‘Zeldzaam")


def test_what_does_not_fit_is_shown_and_a_file_of_nobody_is_refused(desk, way):
    """In words, with the lines that the proposal has there; the texts stay as they are."""
    patch = saved(desk, "patch").path().read_text(encoding="utf-8")
    desk.begin_again(way.nodes[1])
    before = desk.text()
    strange = re.sub(r"^ .*$", " een regel die er niet staat", patch, flags=re.MULTILINE)
    for name, content, words in (
        ("voorstel.patch", strange.encode(), "past niet bij regel"),
        ("foto.zip", b"\x89PNG", "geen voorstel"),
        ("groot.patch", b"x" * 10_000_001, "te groot"),
    ):
        place = brought(desk, name, content)
        expect(place.locator(".ww-bench-receive")).to_contain_text(words, timeout=STARTS)
        if name == "voorstel.patch":
            expect(place.locator(".ww-bench-received pre")).to_contain_text("Zeldzaam")
    assert desk.text() == before


@pytest.mark.slow
@pytest.mark.parametrize("width", mostly_slow([320, 1280], quick=[320]))
@pytest.mark.parametrize("scheme", mostly_slow(["default", "slate"], quick=["slate"]))
def test_axe_finds_nothing(desk, width, scheme):
    """On a phone and a desktop, in light and dark; and nothing scrolls sideways."""
    desk.page.set_viewport_size({"width": width, "height": 900})
    colours = desk.page.locator("body")
    colours.evaluate("(body, scheme) => body.setAttribute('data-md-color-scheme', scheme)", scheme)
    for name in ("compare", "send"):
        if name == "compare":
            compared(desk, "is nu: ‘Zeldzaam")
        panel(desk, name)
        assert violations(desk.page, f"#ww-bench-{name}") == []
        assert desk.page.evaluate(FITS)
    desk.page.set_viewport_size({"width": 1280, "height": 900})
    colours.evaluate("(body) => body.setAttribute('data-md-color-scheme', 'default')")
