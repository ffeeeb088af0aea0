"""Where a reader can change a text: the exact line, once the address of the repository is known, and never before."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import tree_files
from municipal.pages.exercises import exercise
from municipal.pages.registers import glossary
from municipal.records import Exercise, Term
from wegwijzer.compile.travel import packed
from wegwijzer.kinds.settings import ProjectSettings, SettingsFile, project_settings
from wegwijzer.pages import improve
from wegwijzer.pages import project as project_module
from wegwijzer.pages.improve import own_pages, page_url, record_url
from wegwijzer.pages.project import project
from wegwijzer.pages.tree import compiled as compiled_tree
from wegwijzer.render import addresses
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.html import live_html
from wegwijzer.render.markup import rooted
from wegwijzer.render.site import Site
from wegwijzer.render.text_page import text_page
from wegwijzer.site import steps as steps_module
from wegwijzer.site.steps import _steps_of_tree as steps_of_tree
from wegwijzer.walk.walker import Walker

ROOT = Path(__file__).resolve().parents[2]
BASE = "https://git.voorbeeld.be/edit/"
TREE = tree_files()[0].stem
SITE = Site(source_url=BASE + "{file}#L{line}")


def offered(html: str) -> list[tuple[str, int]]:
    """The files and lines that a block offers to change."""
    return [(file, int(line)) for file, line in re.findall(rf'href="{BASE}([^"#]+)#L(\d+)"', html)]


@pytest.fixture
def told(monkeypatch):
    """A project that says where its sources stand."""
    monkeypatch.setattr(improve, "site", lambda: SITE)


def test_the_settings_come_from_the_project(monkeypatch):
    """What stands under [site] is used, unless the environment says otherwise; nothing there is nothing offered."""
    file = SettingsFile('[site]\nsource = "https://git.voorbeeld.be/{file}"\ncontact = "y@z.be"\n')
    assert (project_settings(file).source, project_settings(file).contact) == (
        "https://git.voorbeeld.be/{file}",
        "y@z.be",
    )
    monkeypatch.setenv("CONTACT", "a@b.be")
    assert project_settings(file).contact == "a@b.be"
    monkeypatch.delenv("CONTACT")
    assert (project_settings(SettingsFile()).source, project_settings(SettingsFile()).contact) == ("", "")


def test_every_node_leads_to_its_own_line(own_trees):
    """On the page with the whole text, and in the wizard where a walker stands, a node leads to the line that has it."""
    for compiled in own_trees.values():
        lines = (ROOT / compiled.file).read_text(encoding="utf-8").splitlines()
        section = rf'<section [^>]*id="{compiled.id}-([^"]+)"[^>]*>(.*?)</section>'
        sections = dict(re.findall(section, text_page(compiled, SITE), re.DOTALL))
        for name, line in compiled.lines.items():
            assert offered(sections[name]) == [(compiled.file, line)]
            assert lines[line - 1].strip() == f"{name}:"
        walker = Walker(compiled).settle()
        assert offered(live_html(walker, site=SITE)) == [(compiled.file, compiled.lines[walker.node])]


def test_the_build_tells_the_text_page_where_to_improve(monkeypatch):
    """With addresses in the settings, the step that makes the page with the text of a tree puts them there."""
    told = Site(source_url=SITE.source_url, contact="hulp@voorbeeld.be")
    monkeypatch.setattr(steps_module, "site", lambda: told)
    step = next(steps_of_tree(TREE, packed(compiled_tree(TREE)), ""))
    page = step.make(*step.arguments)[f"bare/{addresses.text_page(TREE)}index.html"].decode()
    assert offered(page)
    assert page.count("mailto:hulp@voorbeeld.be?subject=") == len(offered(page))


@pytest.mark.usefixtures("told")
def test_every_term_leads_to_its_own_line():
    """In a block of the guide each record leads to the place where it begins."""
    lines = (ROOT / "data/glossary.yml").read_text(encoding="utf-8").splitlines()
    terms = project().library.of(Term)
    places = offered(glossary(PlaceOnSite(project().library, "../", record_url)))
    assert len(places) == len(terms)
    assert {file for file, _ in places} == {"data/glossary.yml"}
    assert {lines[line - 2].strip(" :") for _, line in places} == set(terms)


def test_nothing_is_offered_without_an_address(monkeypatch):
    """A site without a workbench that does not know its repository has no link to it, in no block and on no page."""
    monkeypatch.setattr(improve, "site", Site)
    library = project().library
    assert offered(exercise(PlaceOnSite(library, "../"), next(iter(library.of(Exercise))))) == []
    assert record_url(library.of(Exercise)[next(iter(library.of(Exercise)))]) == ""
    assert page_url("index.md") == ""


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("index.md", "docs/index.md"),
        ("gids/modereren.md", "docs/gids/modereren.md"),
        (f"keuzehulp/{TREE}.md", f"trees/{TREE}.yml"),
        ("keuzehulp/index.md", "docs/keuzehulp/index.md"),
        ("frames/controle.md", "frames/controle.yml"),
        ("frames/vergelijken.md", "docs/frames/vergelijken.md"),
    ],
)
@pytest.mark.usefixtures("told")
def test_a_page_leads_to_the_file_with_its_text(page, file):
    """The pencil opens the Markdown, or the YAML when the page shows nothing but that."""
    assert page_url(page) == f"{BASE}{file}#L1"


@pytest.mark.parametrize("folder", own_pages())
def test_pages_of_one_file_hold_nothing_else(folder):
    """Where the pencil opens the YAML, the Markdown has no text of its own."""
    for page in (ROOT / "docs" / folder).glob("*.md"):
        if (ROOT / own_pages()[folder] / f"{page.stem}.yml").is_file():
            body = page.read_text(encoding="utf-8").split("---\n")[-1]
            assert re.fullmatch(r"\s*# .+\n\s*\{\{ .+ \}\}\s*", body), page


def test_with_a_workbench_every_text_opens_there(monkeypatch):
    """Also when the site knows its repository; from any depth, and a name with odd signs stays one name."""
    asked = ProjectSettings(workbench="werk/plaats/", source=SITE.source_url)
    monkeypatch.setattr(project_module, "settings", lambda: asked)
    told = Site(source_url=project_module.improving())
    monkeypatch.setattr(improve, "site", lambda: told)
    term = next(iter(project().library.of(Term).items()))
    assert record_url(term[1], "./") == f"./werk/plaats/#open;data/glossary.yml;terms.{term[0]}"
    assert page_url("gids/modereren.md", "../../") == "../../werk/plaats/#open;docs/gids/modereren.md;"
    assert (
        told.improve("trees/a;b#c.yml", 1, ("questions", 0))
        == "../../werk/plaats/#open;trees/a%3Bb%23c.yml;questions.0"
    )
    compiled = compiled_tree(TREE)
    walker = Walker(compiled).settle()
    place = ".".join(compiled.where(walker.node))
    page = rooted(live_html(walker, site=told), "../")
    assert f'href="../werk/plaats/#open;{compiled.file};{place}"' in page


def test_without_a_workbench_the_repository_is_where_one_improves(monkeypatch):
    """As a project has it that keeps its texts in one."""
    monkeypatch.setattr(project_module, "settings", lambda: ProjectSettings(source=SITE.source_url))
    assert project_module.improving() == SITE.source_url
