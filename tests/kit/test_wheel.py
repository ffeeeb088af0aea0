"""The kit as somebody installs it: from an empty folder to a site with a wizard that works, in both languages."""

from __future__ import annotations

import zipfile

import pytest
from playwright.sync_api import expect

from chromium import launch
from wegwijzer.icons import OWN

pytestmark = pytest.mark.slow
MOST = 14 * 2**20
"""Bytes of the wheel."""
TREES = {"nl": "keuzehulp/eerste-hulp", "en": "guide/first-help"}
ANSWERS = {"nl": ("Boos", "Luister eerst"), "en": ("Angry", "Listen first")}


@pytest.fixture(scope="module", params=TREES)
def made(request, environment, tmp_path_factory):
    """A project that `init` began in a language, built."""
    home = tmp_path_factory.mktemp("leeg")
    environment.wegwijzer("init", "demo", "--language", request.param, cwd=home)
    project = home / "demo"
    environment.wegwijzer("check", ".", cwd=project)
    environment.wegwijzer("build", cwd=project)
    return request.param, project


def test_wheel_is_small_and_has_what_a_page_needs(wheel):
    """Python for the browser in every language, letters, icons and licences travel along; nothing of this site does."""
    assert wheel.stat().st_size <= MOST
    names = zipfile.ZipFile(wheel).namelist()
    supplies = "wegwijzer/supplies/made"
    assert {f"{supplies}/{code}/runtime/python.zip" for code in TREES} <= {*names}
    assert {f"{supplies}/all/runtime/pyodide.asm.wasm", f"{supplies}/all/fonts/web/OFL.txt"} <= {*names}
    assert {f"{supplies}/all/icons/outline.json", f"{supplies}/all/icons/LICENSE"} <= {*names}
    assert {f"{supplies}/{code}/notices/licenties.txt" for code in TREES} <= {*names}
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"wegwijzer"}


def test_a_wizard_in_the_page_leads_to_an_action(made, shown, playwright):
    """Python answers in Chromium; nothing is asked of another host, and nothing fails."""
    language, project = made
    answer, action = ANSWERS[language]
    asked, failed = [], []
    with shown(project / "site") as base, launch(playwright) as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
        page.goto(f"{base}{TREES[language]}/")
        wizard = page.locator("wegwijzer-wizard")
        expect(wizard).to_have_attribute("data-engine", "python", timeout=30_000)
        page.wait_for_timeout(400)  # a new step takes no press at first
        page.locator(".ww-answer", has_text=answer).locator("visible=true").first.click()
        expect(page.locator(".ww-heading:visible")).to_contain_text(action)
        assert failed == []
        assert {url for url in asked if not url.startswith((base, "data:", "blob:"))} == set()


def test_icons_are_drawn_without_node(made):
    """What a project shows has its drawings from the wheel, and nobody needs the packages of Node for it."""
    _, project = made
    css = " ".join((project / "site/assets/wegwijzer.css").read_text(encoding="utf-8").split())
    assert not (project / "node_modules").exists()
    assert all(f".ww-icon-{name} {{ --ww-drawn: url(" in css for name in OWN)


def test_a_wizard_works_without_javascript_and_from_a_disk(made, shown, playwright):
    """The text leads all the way where scripts are off; the single file does by a double click."""
    language, project = made
    answer, action = ANSWERS[language]
    tree = TREES[language].rpartition("/")[2]
    with shown(project / "site") as base, launch(playwright) as browser:
        still = browser.new_context(java_script_enabled=False).new_page()
        still.goto(f"{base}{TREES[language]}/")
        still.locator("a.ww-answer", has_text=answer).first.click()
        expect(still.locator(f":target:has-text('{action}')")).to_be_visible()
        disk = browser.new_page()
        disk.goto((project / f"site/assets/offline/{tree}.html").as_uri())
        disk.wait_for_timeout(500)
        disk.locator(".ww-answer", has_text=answer).locator("visible=true").first.click()
        expect(disk.locator(".ww-heading:visible")).to_contain_text(action)


def test_a_site_has_every_form(made):
    """Diagram, text version, embed page, slides, sheets, single file, licences."""
    language, project = made
    tree = TREES[language].rpartition("/")[2]
    site = project / "site"
    page = (site / TREES[language] / "index.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in page
    assert "<svg" in page
    cards = {"nl": "kaarten", "en": "cards"}[language]
    for name in (
        f"assets/trees/{tree}.txt",
        f"embed/{tree}/index.html",
        f"assets/slides/{tree}.pptx",
        f"assets/paper/{tree}-poster.pdf",
        f"assets/paper/{tree}-{cards}.pdf",
        f"assets/offline/{tree}.html",
        "licenties.txt",
        "schema/tree.schema.json",
    ):
        assert (site / name).stat().st_size, name


def test_commands_work_there(made, environment):
    """New, explain, stats and diff; a mistake gets one message with its place, and no traceback."""
    language, project = made
    tree = TREES[language].rpartition("/")[2]
    environment.wegwijzer("new", "tweede", cwd=project)
    try:
        assert "tweede" in environment.wegwijzer("stats", "trees", cwd=project)
        assert environment.wegwijzer("explain", "W201", cwd=project)
        place = project / "trees/tweede.yml"
        place.write_text(place.read_text(encoding="utf-8").replace("  start", "  strat").replace("start:", "strat:"))
        done = environment.run(str(environment.place / "bin/wegwijzer"), "check", ".", cwd=project)
        assert done.returncode == 1
        assert "trees/tweede.yml:" in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
    finally:
        (project / "trees/tweede.yml").unlink()
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@voorbeeld.be")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        assert environment.run(*git, *command, cwd=project).returncode == 0
    assert environment.wegwijzer("diff", "HEAD", f"trees/{tree}.yml", cwd=project) is not None


def test_without_graphviz_all_but_drawings_is_there(environment, tmp_path):
    """One message, and a site whose wizard and slides work."""
    environment.wegwijzer("init", "kaal", cwd=tmp_path, without_dot=True)
    said = environment.wegwijzer("build", cwd=tmp_path / "kaal", without_dot=True)
    assert said.count("Graphviz") == 1
    site = tmp_path / "kaal/site"
    assert (site / "assets/slides/eerste-hulp.pptx").is_file()
    assert "wegwijzer-wizard" in (site / "keuzehulp/eerste-hulp/index.html").read_text(encoding="utf-8")
    assert not (site / "assets/paper/eerste-hulp-poster.pdf").exists()


def test_nothing_is_built_where_no_project_is(environment, tmp_path):
    """One sentence, and a status that says so."""
    done = environment.run(str(environment.place / "bin/wegwijzer"), "build", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "wegwijzer init" in done.stderr
