"""A reader without a network, for real: the server is gone. A small project, built once, in a folder below the root of a host."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect

from chromium import launch
from helpers import ROOT
from wegwijzer.publish.offline import Offline, write_worker
from wegwijzer.serve.server import Handler, Server

PATH = "onder/pad/"
"""Where the site stands on its host."""
CARD, WIZARD, BUTTON = "kaart/", "keuzehulp/eerste-hulp/", "bewaar/"
TOLD = Offline("Demo", "0b5563", (CARD,), "2026-01-15")
FRAME = '<!doctype html><html lang="nl"><title>Elders</title><iframe src="{}embed/eerste-hulp/" width="600" height="600"></iframe></html>'
READY = "(await navigator.serviceWorker.getRegistration())?.active?.state === 'activated'"
SETTLED = "((one) => one.active?.state === 'activated' && !one.installing && !one.waiting)(await navigator.serviceWorker.getRegistration())"
UNTIL = """async () => {
  const end = performance.now() + 60_000;
  while (!(%s)) {
    if (performance.now() > end) throw new Error("never");
    await new Promise((on) => setTimeout(on, 50));
  }
}"""
NAMES = "(await caches.keys()).length"
KEPT = "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((one) => one.keys())))).then((all) => all.flat().length)"
SAVES = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
REFUSES = "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('', 'SecurityError'); } });"
MADE = ("app", "assets", "fonts", "notices", "runtime", "vendor", "wheel")
"""What is the same in any project: the build of this site made it already."""


class Plain(Handler):
    """One request a connection, so that a server that stopped is really gone."""

    protocol_version = "HTTP/1.0"
    fails = False

    def do_GET(self):  # noqa: N802 - the name that http.server calls
        if self.fails:
            self.send_error(503)
        else:
            super().do_GET()


class Host:
    """A host with a folder on it that can be another one a moment later; and that can be gone."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, 0
        (folder / "onder").mkdir(parents=True)
        self.start()
        self.url = f"http://127.0.0.1:{self.port}/"
        self.home = self.url + PATH
        self.elsewhere = f"http://localhost:{self.port}/"

    def start(self) -> None:
        self.server = Server(("127.0.0.1", self.port), partial(Plain, directory=str(self.folder)))
        self.port = self.server.server_address[1]
        threading.Thread(target=partial(self.server.serve_forever, 0.05), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def publish(self, site: Path) -> None:
        (self.folder / PATH).with_name("next").symlink_to(site)
        (self.folder / PATH).with_name("next").rename(self.folder / PATH.rstrip("/"))


def wegwijzer(*arguments, cwd):
    """The command line, as somebody else would use it."""
    done = subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", *arguments],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "LANG": "nl_BE.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def first(tmp_path_factory) -> Path:
    """The site of a small project, that keeps a card."""
    project = tmp_path_factory.mktemp("project") / "demo"
    wegwijzer("init", "demo", "--language", "nl", cwd=project.parent)
    for name in MADE:
        if (ROOT / "build" / name).is_dir():
            shutil.copytree(ROOT / "build" / name, project / "build" / name)
    shutil.copy(ROOT / "build/.made.json", project / "build/.made.json")
    settings = (project / "wegwijzer.toml").read_text(encoding="utf-8")
    (project / "wegwijzer.toml").write_text(
        settings.replace("[site]", f'[site]\nkeep = ["{CARD}"]', 1), encoding="utf-8"
    )
    (project / "data/contacts.yml").write_text(
        'contacts:\n  nood:\n    name: Nood\n    for: Bel bij nood.\n    phone: "112"\n    checked: 2026-01-15\n    sources: [redactie]\n',
        encoding="utf-8",
    )
    for page, text in {
        CARD: "# Kaart\n\nBel 112.\n",
        BUTTON: "# Bewaar\n\n{{ offline() }}\n",
        "ander/": "# Ander\n\nEen fazant.\n",
    }.items():
        (project / f"docs/{page.rstrip('/')}.md").write_text(text, encoding="utf-8")
    wegwijzer("build", cwd=project)
    return project / "site"


@pytest.fixture(scope="session")
def second(first, tmp_path_factory) -> Path:
    """A later version: another text, another script, and a page more."""
    site = tmp_path_factory.mktemp("second") / "site"
    shutil.copytree(first, site, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    for page in (CARD, WIZARD, "ander/", BUTTON, ""):
        file = site / page / "index.html"
        file.write_text(file.read_text(encoding="utf-8").replace("</h1>", " twee</h1>"), encoding="utf-8")
    for name in ("wizard", "map"):
        with (site / f"assets/{name}.js").open("a", encoding="utf-8") as script:
            script.write(f'\ndocument.documentElement.dataset.{name} = "twee";\n')
    (site / "nieuw").mkdir()
    shutil.copy(site / "ander/index.html", site / "nieuw/index.html")
    write_worker(site, TOLD)
    return site


@pytest.fixture
def host(first, tmp_path):
    """The first version on a host."""
    serving = Host(tmp_path / "host")
    serving.publish(first)
    yield serving
    serving.stop()


@pytest.fixture
def reader(browser, host):
    """Opens a page of the site as a reader who was never there before; nobody asks another host for anything, or keeps a cookie."""
    contexts = []

    def visit(script=""):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        context.set_default_timeout(30_000)
        if script:
            context.add_init_script(script)
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        contexts.append((context, asked))
        return context.new_page()

    yield visit
    for context, asked in contexts:
        assert [] == context.cookies()
        assert [] == [url for url in asked if not url.startswith((host.url, host.elsewhere, "blob:", "data:"))]
        context.close()


@pytest.fixture(scope="module")
def browser(playwright):
    """A browser with workers, unlike that of other tests."""
    with launch(playwright, "--js-flags=--liftoff-only") as started:
        yield started


def until(page, condition):
    """Wait until something holds in the page."""
    page.evaluate(UNTIL % condition)


def visited(page, host, path=""):
    """Open a page and wait until the worker is there."""
    page.goto(host.home + path)
    until(page, READY)
    return page


def keep_all(page, host):
    """Keep the whole site by its button."""
    visited(page, host, BUTTON)
    page.get_by_role("button", name="Bewaar voor zonder netwerk").click()
    expect(page.locator("wegwijzer-keep")).to_contain_text("is bewaard op dit toestel", timeout=60_000)


def heading(page):
    return page.locator("h1").first.evaluate(
        "one => one.firstChild.textContent.trim() + (one.textContent.includes('twee') ? ' twee' : '')"
    )


def asked(page, path):
    """What a page gets when it asks for a file: its text, or that it gets nothing."""
    return page.evaluate("(url) => fetch(url).then((reply) => reply.text(), () => 'niets')", path)


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
    page.keyboard.press("/")
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


def update(page):
    """Let the browser look for a newer worker, and wait until it answers."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    until(page, SETTLED)


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
