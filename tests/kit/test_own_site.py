"""A wizard inside a site that somebody else has already, with MkDocs and with Zensical: it works, and the rest stays theirs."""

from __future__ import annotations

import subprocess
import zipfile

import pytest
from own_site import ZENSICAL, OwnSite, dead_links, documented_policy, eventually, hosted
from playwright.sync_api import expect

from chromium import launch
from helpers import ROOT

pytestmark = pytest.mark.slow
GENERATORS = ("mkdocs", "zensical")
STARTS = 90_000
"""Milliseconds in which Python leads, on a busy machine."""
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
CONTRAST = """async () => (await axe.run(".ww-page", { runOnly: ["color-contrast", "link-in-text-block"] })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target, failureSummary].join(" ")))"""
CHANGED = """() => {
  const block = "div:has(> .ww-page)", changed = new Set();
  for (const one of document.querySelectorAll(block)) one.style.display = "none";
  const others = [...document.querySelectorAll(`body, body *:not(${block}, ${block} *)`)];
  const looks = () => others.map((one) => {
    const style = getComputedStyle(one);
    return [...style].filter((name) => !name.startsWith("--")).map((name) => `${name}: ${style.getPropertyValue(name)}`);
  });
  const ours = looks();
  for (const sheet of document.styleSheets) if (sheet.ownerNode.matches(`${block} > *`)) sheet.disabled = true;
  looks().forEach((look, at) => look.forEach((line, which) => {
    if (line !== ours[at][which]) changed.add(`${others[at].tagName} ${others[at].className} ${ours[at][which]}, not ${line}`);
  }));
  return [others.length > 50, ...changed];
}"""
"""What our style sheets change outside our blocks: each property of each element, after whether there is enough to look at."""


@pytest.fixture(scope="module")
def equipped(environment):
    """The environment of somebody who has both generators in it."""
    if not ZENSICAL.is_dir():
        pytest.fail("Zensical ontbreekt: voer ‘scripts/setup.sh zensical’ uit")
    theirs = next(ZENSICAL.glob("lib/python*/site-packages")).resolve()
    libraries = next(environment.place.glob("lib/python*/site-packages"))
    for entry in theirs.iterdir():
        if not (libraries / entry.name).exists():
            (libraries / entry.name).symlink_to(entry)
    return environment


@pytest.fixture(scope="module", params=GENERATORS)
def built(request, equipped, tmp_path_factory):
    """The site as each generator makes it, on a host that asks for the policy on our page; with its address."""
    place = tmp_path_factory.mktemp("theirs") / "home"
    with hosted(place / "site", documented_policy()) as address:
        own = OwnSite.copied(place, equipped, request.param, address=address)
        own.build()
        yield own


@pytest.fixture(scope="module")
def chromium(playwright):
    with launch(playwright) as browser:
        yield browser


@pytest.fixture
def page(chromium):
    """A page; whatever goes wrong in it fails the test."""
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    opened, wrong = context.new_page(), []
    opened.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("response", lambda reply: wrong.append(reply.url) if reply.status >= 400 else None)
    yield opened
    context.close()
    assert [] == wrong


def leads(page, tree):
    """Wait until Python leads the wizard of a tree."""
    wizard = page.locator(f"wegwijzer-wizard[tree={tree}]")
    expect(wizard).to_have_attribute("data-engine", "python", timeout=STARTS)
    return wizard


def choose(page, wizard, answer, node):
    """Choose an answer, and arrive."""
    expect(page.locator(".ww-fresh")).to_have_count(0)
    wizard.locator(".ww-answer:visible", has_text=answer).click()
    expect(wizard).to_have_attribute("data-node", node)


def links_on(wizard):
    """The links to other trees under an action, in sight."""
    wizard.locator(".ww-more:visible > summary").click()
    return wizard.locator(".ww-see a:visible")


def test_environment_sees_the_wheel_alone(environment, tmp_path):
    """What runs there is what was installed, not this repository."""
    done = environment.run("python", "-c", "import wegwijzer; print(wegwijzer.__file__)", cwd=tmp_path)
    assert done.stdout.startswith(str(environment.place))


def test_wizard_lives_in_their_site(built, page):
    """A reader goes from page to page, and from tree to tree, without a page being loaded anew; back is a step back."""
    page.goto(built.address)
    page.evaluate("window.stays = true")
    page.get_by_role("article").get_by_role("link", name="late books").click()
    wizard = leads(page, "late-book")
    choose(page, wizard, "Longer", "angry")
    choose(page, wizard, "Yes", "hush")
    page.go_back()
    expect(wizard).to_have_attribute("data-node", "angry")
    page.go_forward()
    expect(wizard).to_have_attribute("data-node", "hush")
    expect(links_on(wizard)).to_have_count(1)
    with page.expect_download() as taken:
        wizard.get_by_role("button", name="Word document").click()
    assert taken.value.suggested_filename.endswith(".docx")
    for name in ("noise in the reading room", "Noise in the reading room"):
        link = wizard.locator(".ww-step a:visible").get_by_text(name, exact=True)
        assert link.evaluate("one => one.href") == f"{built.address}help/deep/noise/"
    wizard.locator(".ww-step").get_by_role("link", name="noise in the reading room", exact=True).click()
    other = leads(page, "noise")
    choose(page, other, "A group", "room")
    other.get_by_role("link", name="late books").click()
    expect(page.locator("wegwijzer-wizard[tree=late-book]")).to_have_attribute("data-node", "fine")
    assert page.evaluate("window.stays")


def test_every_link_leads_somewhere(built):
    """On every page, in what is embedded, and in what stands on a disk beside each other."""
    assert [] == dead_links(built.site)


def test_other_forms_lead_to_the_page_that_is_there(built):
    """Slides, the embedded page and the single file name the page of the wizard, wherever its makers put it."""
    with zipfile.ZipFile(built.site / "assets/slides/late-book.pptx") as slides:
        told = "".join(slides.read(name).decode() for name in slides.namelist() if name.endswith(".rels"))
    assert f'"{built.address}help/late/' in told
    assert 'href="../../help/late/"' in (built.site / "embed/late-book/index.html").read_text(encoding="utf-8")
    alone = (built.site / "assets/offline/late-book.html").read_text(encoding="utf-8")
    assert f'href="{built.address}help/deep/noise/' in alone
    assert "Elm Town Library" in alone


def test_without_javascript(built, chromium):
    """Every step stands there; links lead on, to the whole text of an action, and from there to another tree."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built.address}help/late/")
    expect(page.locator(".ww-step:visible")).to_have_count(5)
    page.locator(".ww-answer", has_text="Longer").click()
    assert page.url.endswith("#late-book-angry")
    page.locator("#late-book-hush .ww-rest a").click()
    assert page.url == f"{built.address}text/late-book/#late-book-hush"
    page.locator("#late-book-hush").get_by_role("link", name="Noise in the reading room", exact=True).click()
    assert page.url == f"{built.address}help/deep/noise/"
    context.close()


def test_embedded_page_and_single_file(built, page):
    """In a frame other trees open there too; the file works by double click, without a server."""
    page.goto(f"{built.address}embed/late-book/#late-book-hush")
    wizard = leads(page, "late-book")
    assert links_on(wizard).evaluate("one => one.href") == f"{built.address}embed/noise/"
    page.goto((built.site / "assets/offline/late-book.html").as_uri())
    alone = page.locator("wegwijzer-wizard")
    choose(page, alone, "Longer", "angry")
    choose(page, alone, "No", "fine")


def test_pages_without_a_wizard_have_nothing_of_ours(built):
    """What is theirs stays as it was, also in its address to change it."""
    for name in ("", "about/"):
        html = (built.site / name / "index.html").read_text(encoding="utf-8")
        assert "ww-" not in html
        assert "wegwijzer" not in html.lower()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_styles_change_nothing_of_theirs(built, chromium, scheme):
    """With and without our style sheets, everything outside the wizard looks the same, on a phone and on a desktop."""
    for width in (390, 1280):
        context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{built.address}help/late/")
        leads(page, "late-book")
        assert page.evaluate("getComputedStyle(document.querySelector('.ww-heading')).display") == "flex"
        assert [True] == page.evaluate(CHANGED)[:9]
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wizard_is_readable_in_their_colours(built, chromium, scheme):
    """Enough contrast in each scheme of theirs, whatever their accent is."""
    assert_readable(chromium, built.address, scheme)


def assert_readable(chromium, address, scheme):
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}help/late/#late-book-hush")
    leads(page, "late-book")
    page.locator("#diagram").scroll_into_view_if_needed()
    page.evaluate(AXE)
    assert [] == page.evaluate(CONTRAST)
    context.close()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes(theme, environment, chromium, tmp_path):
    """Themes that know nothing of Material show a wizard that works and can be read."""
    with hosted(tmp_path / "home/site") as address:
        own = OwnSite.copied(tmp_path / "home", environment, address=address)
        text = (own.place / "mkdocs.yml").read_text(encoding="utf-8")
        before, after = text.partition("theme:")[0], text[text.index("extra_css") :]
        look = f"theme:\n  name: {theme}\n  highlightjs: false\n" + "  color_mode: auto\n" * (theme == "mkdocs")
        (own.place / "mkdocs.yml").write_text(before + look + after, encoding="utf-8")
        own.build()
        for scheme in ("light", "dark"):
            assert_readable(chromium, address, scheme)


def test_pages_that_are_files(environment, page, tmp_path):
    """Without addresses that are folders, and with settings of ours: language, colours and name."""
    with hosted(tmp_path / "home/site") as address:
        own = OwnSite.copied(tmp_path / "home", environment, address=address)
        own.change("mkdocs.yml", "theme:", "use_directory_urls: false\ntheme:")
        toml = 'language = "nl"\nname = "De bib"\n[colours]\nmain = "#123456"\n'
        (own.place / "wegwijzer.toml").write_text(toml, encoding="utf-8")
        own.build()
        assert [] == dead_links(own.site)
        page.goto(f"{address}help/late.html#late-book-hush")
        wizard = leads(page, "late-book")
        expect(wizard).to_contain_text("Neem dit mee")
        assert links_on(wizard).evaluate("one => one.href") == f"{address}help/deep/noise.html"
        colour = "getComputedStyle(document.documentElement).getPropertyValue('--ww-accent')"
        assert page.evaluate(colour) == "#123456"
        assert "De bib" in (own.site / "assets/offline/noise.html").read_text(encoding="utf-8")


# -- building ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("generator", GENERATORS)
def test_errors_say_where(generator, equipped, tmp_path):
    """A wrong name in a page or a tree stops the build: file, line, advice, and no traceback. Their pages are theirs."""
    own = OwnSite.copied(tmp_path / "home", equipped, generator)
    own.change("docs/help/late.md", '"late-book"', '"lat-book"')
    own.change("trees/noise.yml", "to: ask", "to: askk")
    done = own.generate()
    said = done.stdout + done.stderr
    assert done.returncode
    assert "docs/help/late.md:5:12: error W119" in said
    assert "trees/noise.yml:11:38: error W101" in said
    assert "‘late-book’" in said
    assert "Traceback" not in said
    assert "about.md" not in said


def test_without_graphviz(environment, tmp_path):
    """All but drawings is there, and it is said once."""
    own = OwnSite.copied(tmp_path / "home", environment)
    assert own.build(without_dot=True).count("Graphviz") == 1
    assert (own.site / "assets/slides/noise.pptx").is_file()
    assert [] == dead_links(own.site)


def test_tree_without_a_page_is_told_of(environment, tmp_path):
    """Other forms lead to the page of a tree: without one the build says so."""
    own = OwnSite.copied(tmp_path / "home", environment)
    own.change("docs/help/deep/noise.md", '{{ wizard("noise") }}', "Hush.")
    assert "‘noise’" in own.build()


@pytest.mark.parametrize("generator", GENERATORS)
def test_files_of_theirs_stay(generator, equipped, tmp_path):
    """A name that they use is refused; what a tree left behind goes with it, and nothing else does."""
    own = OwnSite.copied(tmp_path / "home", equipped, generator)
    (own.place / "docs/assets/copy.js").write_text("mine", encoding="utf-8")
    done = own.generate()
    if generator == "zensical":
        done = equipped.run("wegwijzer", "add", "site", cwd=own.place)
    assert done.returncode
    assert "assets/copy.js" in done.stdout + done.stderr
    assert (own.site / "assets/copy.js").read_text(encoding="utf-8") == "mine"
    assert not (own.site / "assets/wizard.js").exists()
    (own.place / "docs/assets/copy.js").unlink()
    (own.site / "assets/copy.js").unlink()
    own.build()
    (own.place / "trees/noise.yml").unlink()
    (own.place / "docs/help/deep/noise.md").unlink()
    own.change("docs/index.md", ", and with [noise](help/deep/noise.md)", "")
    own.change("trees/late-book.yml", "[noise in the reading room](boom:noise)", "a sign")
    own.change("trees/late-book.yml", "    see: [noise]\n", "")
    own.build()
    assert not (own.site / "assets/trees/noise.json").exists()
    assert not (own.site / "embed/noise/index.html").exists()
    assert not (own.site / "assets/wegwijzer.json").exists()


def test_only_what_changed_is_made_again(environment, tmp_path):
    """A second build makes nothing; one that changes a tree leaves what is of the other."""
    own = OwnSite.copied(tmp_path / "home", environment)

    def made():
        files = (own.place / ".wegwijzer").rglob("*")
        return {file: file.stat().st_mtime_ns for file in files if file.is_file() and not file.name.startswith(".")}

    own.build()
    first = made()
    own.build()
    assert first == made()
    own.change("trees/noise.yml", "One reader", "A single reader")
    own.build()
    changed = {file.stem.partition("-")[0] for file, at in made().items() if first.get(file) != at}
    assert "noise" in changed
    assert "late" not in changed
    assert not any(file.name == "build" for file in own.place.iterdir())


def test_serve_follows_a_tree(environment, tmp_path):
    """`mkdocs serve` shows a changed tree, tells of a mistake, and goes on once that is repaired."""
    own = OwnSite.copied(tmp_path / "home", environment)
    log = tmp_path / "log"
    told = {"PATH": f"{environment.place}/bin:/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", "LANG": "C.UTF-8"}
    command = [environment.place / "bin/python", "-m", "mkdocs", "serve", "-a", "127.0.0.1:0"]
    with log.open("w") as out, subprocess.Popen(command, cwd=own.place, env=told, stdout=out, stderr=out) as serving:
        try:
            said = lambda words: eventually(lambda: words in log.read_text(encoding="utf-8"))  # noqa: E731
            assert said("Serving on")
            assert "'trees'" in log.read_text(encoding="utf-8")
            own.change("trees/noise.yml", "to: ask", "to: askk")
            assert said("trees/noise.yml:11:38: error W101")
            own.change("trees/noise.yml", "to: askk", "to: ask")
            own.change("trees/noise.yml", "Walk over", "Stroll over")
            assert said("Reloading browsers")
            text = own.place / ".wegwijzer/trees/noise.txt"
            assert eventually(lambda: "Stroll over" in text.read_text(encoding="utf-8"))
        finally:
            serving.terminate()
