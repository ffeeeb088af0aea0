"""A reader without a network, for real: the server is gone. A small project, built once, in a folder below the root of a host."""

from __future__ import annotations

import re
import shutil

import pytest
from host import (
    BUTTON,
    CARD,
    FRAME,
    KEPT,
    NAMES,
    PATH,
    REFUSES,
    SAVES,
    WIZARD,
    Plain,
    asked,
    heading,
    keep_all,
    until,
    update,
    visited,
)
from playwright.sync_api import Error, expect

from wegwijzer.publish.offline import write_worker


def test_card_after_one_visit(reader, host):
    """Whoever was on the site once opens the card without a network, with its looks, and hears how old the numbers are."""
    page = visited(reader(), host)
    host.stop()
    page.goto(host.home + CARD)
    assert heading(page) == "Kaart"
    assert "Public Sans" in page.evaluate("getComputedStyle(document.body).fontFamily")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Public Sans\"'))")
    line = page.get_by_role("status").filter(has_text="geen netwerk")
    expect(line).to_contain_text(re.compile(r"nagekeken op 15 januari 2026: .*(geleden|vandaag)"))
    line.get_by_role("button").click()
    expect(line).to_have_count(0)
    host.start()


def test_ages_follow_the_clock_of_the_reader(browser, host):
    """The build knows no clock: what it wrote down is a day, and the browser counts from there."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = visited(context.new_page(), host)
    told = page.evaluate(
        """async () => {
          const { ago } = await import("/onder/pad/assets/offline.js");
          const at = (text) => ago("2026-01-15", new Date(text));
          return ["2026-01-15T23:30", "2026-01-16T00:30", "2026-02-14", "2026-07-15", "2029-01-14", "2025-12-31"].map(at);
        }"""
    )
    assert told == ["vandaag", "gisteren", "30 dagen geleden", "6 maanden geleden", "3 jaar geleden", "vandaag"]
    context.close()


def test_page_that_was_not_kept(reader, host):
    """It says so, wherever it stands, and leads to what is kept."""
    page = visited(reader(), host)
    host.stop()
    page.goto(f"{host.home}keuzehulp/ergens/diep/")
    expect(page.get_by_role("heading", name="Geen netwerk")).to_be_visible()
    page.get_by_role("link", name="Kaart").click()
    page.wait_for_url(host.home + CARD)
    assert heading(page) == "Kaart"
    page.goto(host.home + CARD.rstrip("/"))
    assert page.url == host.home + CARD
    host.start()


def test_nothing_is_kept_unasked(reader, host):
    """Only the card and what it needs come in; what all of it costs is told before, and more clearly to who saves data."""
    for script, words in (("", "De hele site bewaren"), (SAVES, "data spaart")):
        page = visited(reader(script), host, BUTTON)
        expect(page.locator("wegwijzer-keep")).to_contain_text(
            re.compile(rf"{words}.* ongeveer \d+ MB op en neemt \d+ MB")
        )
        paths = page.evaluate(
            "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys())))).then((all) => all.flat().map(({ url }) => url))"
        )
        assert host.home + CARD in paths
        assert not any("runtime/" in path or WIZARD in path for path in paths)


def test_everything_after_the_button(reader, host):
    """Without a network: a wizard with Python, an embedded one, any page, and what is searched in. And it can be undone."""
    page = reader()
    keep_all(page, host)
    host.stop()
    page.goto(host.home + WIZARD)
    wizard = page.locator("wegwijzer-wizard")
    expect(wizard).to_have_attribute("data-engine", "python", timeout=60_000)
    page.wait_for_timeout(400)  # a new step takes no press at first
    node = wizard.get_attribute("data-node")
    wizard.locator(".ww-answer:visible").first.click()
    expect(wizard).not_to_have_attribute("data-node", node)
    wizard.locator(".ww-more:visible > summary").click()
    with page.expect_download() as taken:
        wizard.get_by_role("button", name="Word").first.click()
    assert taken.value.suggested_filename.endswith(".docx")
    page.goto(f"{host.home}ander/")
    assert heading(page) == "Ander"
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type("fazant")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", f"{host.home}ander/")
    page.goto(f"{host.home}embed/eerste-hulp/")
    expect(page.locator("wegwijzer-wizard")).to_have_attribute("data-engine", "python", timeout=60_000)
    page.goto(host.home + BUTTON)
    page.get_by_role("button", name="Wis wat bewaard is").click()
    expect(page.get_by_role("button", name="Bewaar voor zonder netwerk")).to_be_visible()
    page.goto(f"{host.home}ander/")
    expect(page.get_by_role("heading", name="Geen netwerk")).to_be_visible()
    page.goto(host.home + CARD)
    assert heading(page) == "Kaart"
    host.start()


@pytest.mark.slow
def test_keeping_stops_when_asked(reader, host):
    """Halfway it can be stopped, and goes on from there."""
    page = visited(reader(), host, BUTTON)
    page.evaluate("""() => {
      const button = document.querySelector("[data-do=keep]"), bar = document.querySelector("wegwijzer-keep progress");
      new MutationObserver((_, watch) => { if (bar.value > 0) { watch.disconnect(); button.click(); } }).observe(bar, { attributes: true });
    }""")
    page.get_by_role("button", name="Bewaar voor zonder netwerk").click()
    expect(page.get_by_role("button", name="Bewaar voor zonder netwerk")).to_be_visible()
    expect(page.locator("wegwijzer-keep")).to_contain_text("De hele site bewaren")
    there = page.evaluate(KEPT)
    page.get_by_role("button", name="Bewaar voor zonder netwerk").click()
    expect(page.locator("wegwijzer-keep")).to_contain_text("is bewaard", timeout=60_000)
    assert page.evaluate(KEPT) > there


@pytest.mark.slow
def test_full_and_refused_are_told(reader, host):
    """A browser that gives no more space, one that lets nothing be kept, and a network that goes: each in words of its own."""
    page = visited(reader(), host, BUTTON)
    session = page.context.new_cdp_session(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.url.rstrip("/"), "quotaSize": 3_000_000})
    page.get_by_role("button", name="Bewaar voor zonder netwerk").click()
    expect(page.locator("wegwijzer-keep")).to_contain_text("te weinig plaats", timeout=60_000)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.url.rstrip("/")})
    host.stop()
    page.get_by_role("button", name="Bewaar voor zonder netwerk").click()
    expect(page.locator("wegwijzer-keep")).to_contain_text("Het bewaren hield op", timeout=60_000)
    host.start()
    page = reader(REFUSES)
    page.goto(host.home + BUTTON)
    expect(page.locator("wegwijzer-keep")).to_contain_text("laat niet toe")
    expect(page.get_by_role("button", name="Bewaar")).to_have_count(0)


def test_two_versions_never_mix(reader, host, second):
    """A tab of before gets what is of before or nothing, also when a newer worker answers; a new tab is wholly new."""
    old = reader()
    visited(old, host)
    old.goto(host.home + WIZARD)  # from here on the worker answers
    host.publish(second)
    script = "../../assets/map.js"
    assert asked(old, script) == "niets"  # what was not kept is another one by now
    assert "twee" not in asked(old, "../../assets/wizard.js")
    update(old)
    assert "twee" not in asked(old, "../../assets/wizard.js")
    assert asked(old, script) == "niets"
    expect(old.get_by_role("status").filter(has_text="nieuwere versie")).to_be_visible()
    new = old.context.new_page()
    new.goto(host.home + WIZARD)
    assert new.evaluate("document.documentElement.dataset.wizard") == "twee"
    assert heading(new).endswith("twee")
    assert "twee" in asked(new, script)
    assert "twee" not in asked(old, "../../assets/wizard.js")
    old.get_by_role("button", name="Toon ze").click()
    expect(old.locator("h1").first).to_contain_text("twee")
    assert "twee" in asked(old, script)
    expect(old.get_by_role("status").filter(has_text="nieuwere versie")).to_have_count(0)


def test_page_that_is_newer_than_the_worker(reader, host, second):
    """Before the browser knows of the new worker: a page that comes newer from the network gets all of it from there."""
    page = visited(reader(), host)
    page.goto(host.home + CARD)
    script = (second / "sw.js").read_text(encoding="utf-8")
    held = host.folder / "held"
    shutil.copytree(second, held)
    shutil.copy(
        (host.folder / PATH.rstrip("/")).resolve() / "sw.js", held / "sw.js"
    )  # a host that is late with this one file
    host.publish(held)
    page.goto(host.home + WIZARD)
    assert heading(page).endswith("twee")
    assert page.evaluate("document.documentElement.dataset.wizard") == "twee"
    assert "twee" in asked(page, "../../assets/map.js")
    page.goto(f"{host.home}nieuw/")
    assert heading(page).endswith("twee")
    (held / "sw.js").write_text(script, encoding="utf-8")


@pytest.mark.slow
def test_old_tab_without_a_network(reader, host, second):
    """All was kept, a new version came, the network went: the old tab goes on as it was, and a new one is new."""
    old = reader()
    keep_all(old, host)
    old.goto(host.home + WIZARD)
    expect(old.locator("wegwijzer-wizard")).to_have_attribute("data-engine", "python", timeout=60_000)
    host.publish(second)
    update(old)
    host.stop()
    assert "twee" not in asked(old, "../../assets/map.js") != "niets"
    new = old.context.new_page()
    new.goto(host.home + WIZARD)
    assert heading(new).endswith("twee")
    assert "twee" in asked(new, "../../assets/map.js")
    assert 3 == old.evaluate("caches.keys().then((names) => names.length)")  # two versions, and the notes
    old.close()
    for _ in range(10):  # a browser takes a moment to forget a tab; what belongs to it goes when another page is opened
        new.goto(host.home + CARD)
        new.wait_for_timeout(300)
        if new.evaluate("caches.keys().then((names) => names.length)") == 2:
            break
    assert 2 == new.evaluate("caches.keys().then((names) => names.length)")
    assert "twee" in asked(new, "../nieuw/")  # what is new came along unasked: all was asked for
    host.start()


def test_theme_moves_on_to_the_new_version(reader, host, second):
    """The theme puts one page in the place of another; from an old page to a new one, it opens the new one as a whole."""
    page = visited(reader(), host)
    page.goto(host.home)
    page.evaluate("window.stays = true")
    host.publish(second)
    page.get_by_role("link", name="Ander").first.evaluate("one => one.click()")
    page.wait_for_url(f"{host.home}ander/")
    expect(page.locator("h1").first).to_contain_text("twee")
    assert not page.evaluate("window.stays ?? false")


@pytest.mark.slow
def test_switch_that_removes_it(reader, host, first, tmp_path):
    """A version that keeps nothing: what was kept goes, and so does the worker; the site works as any other."""
    page = reader()
    keep_all(page, host)
    gone = tmp_path / "gone"
    shutil.copytree(first, gone)
    write_worker(gone, None)
    host.publish(gone)
    page.goto(host.home + WIZARD)
    until(page, f"{NAMES} === 0")
    until(page, "(await navigator.serviceWorker.getRegistrations()).length === 0")
    page.goto(host.home + WIZARD)
    expect(page.locator("wegwijzer-wizard")).to_have_attribute("data-engine", "python", timeout=60_000)


@pytest.mark.slow
def test_embedded_elsewhere(browser, reader, host, tmp_path):
    """In a frame on another host a wizard works, and keeps nothing; also for who kept the site."""
    page = reader()
    keep_all(page, host)
    (tmp_path / "host/elders.html").write_text(FRAME.format(host.home), encoding="utf-8")
    other = page.context.new_page()
    other.goto(host.elsewhere + "elders.html")
    wizard = other.frame_locator("iframe").locator("wegwijzer-wizard")
    expect(wizard).to_have_attribute("data-engine", "python", timeout=60_000)
    other.close()
    context = browser.new_context()
    fresh = context.new_page()
    fresh.goto(host.elsewhere + "elders.html")
    expect(fresh.frame_locator("iframe").locator("wegwijzer-wizard")).to_have_attribute(
        "data-engine", "python", timeout=60_000
    )
    assert [] == context.service_workers
    context.close()


def test_site_can_be_installed(reader, host):
    """Chromium finds nothing wrong with the manifest, and each icon has the size that it says."""
    page = visited(reader(), host, CARD)
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{host.home}manifest.json"
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []
    for icon in ("icon-192", "icon-512", "icon-mask-512"):
        size = page.evaluate(
            "(src) => new Promise((go) => { const image = new Image(); image.onload = () => go(image.naturalWidth); image.src = src; })",
            f"../assets/icons/{icon}.png",
        )
        assert size == int(icon.rpartition("-")[2])


def test_server_that_fails_shows_what_was_kept(reader, host):
    """A host that answers with an error of its own is no network either; and a host that is gone is really gone."""
    page = visited(reader(), host)
    Plain.fails = True
    page.goto(host.home + CARD)
    assert heading(page) == "Kaart"
    Plain.fails = False
    host.stop()
    with pytest.raises(Error, match="ECONNREFUSED"):
        page.context.request.get(host.home)
    page.reload()
    assert heading(page) == "Kaart"
    host.start()
