"""`make serve` on a small project, in a real browser: what somebody saves is soon on the page, and so is what is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect
from test_site import Project

from chromium import launch

pytestmark = pytest.mark.slow
TREE = "vuilnis"


@pytest.fixture(scope="module")
def followed(tmp_path_factory, playwright: Playwright) -> Iterator[tuple[Project, Page]]:
    """The project, and the page of its tree, open while the server runs."""
    project = Project.new(tmp_path_factory.mktemp("volgen") / "klein")
    serving = subprocess.Popen(
        [sys.executable, "-m", "wegwijzer.cli", "serve", "--port", "0"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(project.root / "src"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = next(
            found[1] for line in serving.stdout if (found := re.search(r"(http://127\.0\.0\.1:\d+/) ", line))
        )
        with launch(playwright) as browser:
            page = browser.new_page()
            page.goto(f"{address}keuzehulp/{TREE}/")
            yield project, page
    finally:
        serving.terminate()
        serving.communicate()


def test_a_free_port_is_found(followed):
    """Two of them can run at once, each where it says."""
    assert not followed[1].url.startswith("http://127.0.0.1:8000/")


def save(project: Project, old: str, new: str, file: str = f"trees/{TREE}.yml") -> None:
    """Change a piece of a file, which must be there."""
    place = project.root / file
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


def texts_of(project: Project) -> list[str]:
    """The lines with the texts of the questions."""
    return re.findall(r"^    text: .+$", (project.root / f"trees/{TREE}.yml").read_text(encoding="utf-8"), re.MULTILINE)


def test_what_is_saved_is_shown(followed):
    """A changed text of a tree and of a page stand on the open page; a mistake shows with its line, and goes when mended."""
    project, page = followed
    wizard = page.locator("wegwijzer-wizard")
    question = texts_of(project)[0]
    save(project, question, f"{question} Een andere naam")
    expect(wizard).to_contain_text("Een andere naam", timeout=60_000)

    save(project, "\nstart: ", "\nstart: nergens-")
    panel = page.locator("#__fouten")
    expect(panel).to_contain_text(f"trees/{TREE}.yml:", timeout=60_000)
    expect(panel).to_contain_text("W101")
    expect(wizard).to_contain_text("Een andere naam")  # the last good version stays
    save(project, "\nstart: nergens-", "\nstart: ")
    expect(panel).to_have_count(0, timeout=60_000)

    save(project, f"# Hulp {TREE}", "# Hulp met een kop", f"docs/keuzehulp/{TREE}.md")
    expect(page.locator("h1")).to_contain_text("met een kop", timeout=60_000)


def test_a_new_page_counts_too(followed):
    """A page that was not there before can be opened after the build that follows it."""
    project, page = followed
    (project.root / "docs/nieuw.md").write_text("# Een nieuwe pagina\n\nHallo.\n", encoding="utf-8")
    expect(page.locator("nav a", has_text="Een nieuwe pagina").first).to_be_attached(timeout=120_000)
