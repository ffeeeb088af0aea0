"""The build of a whole site: after any changes it is what a clean build gives, and a bad source never replaces a good one.

A small project of its own is built, with the programs of this one: the trees of the fixtures and a few pages.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import ROOT, make_project
from wegwijzer.locale.samples import new_tree

pytestmark = [pytest.mark.slow, pytest.mark.long]

PROGRAMS = ("src", "scripts", "licenses")
FILES = (
    "requirements.lock",
    "requirements-zensical.lock",
    "package-lock.json",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "LICENSE-texts",
)
PAGES = ("index", "noodkaart", "visie", "over/toegankelijkheid", "hulp/eerste-dagen", "trainers/insluiten")
"""Pages that the trees and the theme link to."""
CHANGES, BUILDS = 30, 6


def write(place: Path, text: str) -> None:
    """A file, with the folders that it stands in."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


class Project:
    """A small project in a folder, and what people do to it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def new(cls, root: Path) -> Project:
        """The project as it begins: every page of `docs/` is in the menu, so that none needs to be listed."""
        make_project(root)
        for name in PROGRAMS:
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in FILES:
            shutil.copy(ROOT / name, root)
        (root / "node_modules").symlink_to(ROOT / "node_modules")
        said = (ROOT / "wegwijzer.toml").read_text(encoding="utf-8")
        write(root / "wegwijzer.toml", said.partition("[rules]")[0])  # how strict we are with our own trees is of those
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        write(root / "mkdocs.yml", re.sub(r"^nav:\n(?:(?: .*)?\n)+", "", settings, flags=re.MULTILINE))
        write(root / "moved.yml", "")
        project = cls(root)
        for name in PAGES:
            write(root / f"docs/{name}.md", f"# Pagina {name}\n\nEen zin.\n")
        write(root / "docs/werkplaats.md", "# Werkplaats\n\n{{ workbench() }}\n")
        for tree in root.glob("trees/*.yml"):
            project.show(tree.stem)
        return project

    def show(self, tree: str) -> None:
        """A page with a tree on it."""
        write(self.root / f"docs/keuzehulp/{tree}.md", f'# Hulp {tree}\n\n{{{{ wizard("{tree}") }}}}\n')

    def copy_to(self, root: Path, *, built: bool) -> Project:
        """The same project elsewhere, with what was built or without."""
        made = set() if built else {"build", "site"}

        def left_out(folder: str, names: list[str]) -> set[str]:
            return {"__pycache__", *(made if Path(folder) == self.root else ())} & set(names)

        shutil.copytree(self.root, root, symlinks=True, ignore=left_out)
        return Project(root)

    def start(self, **environment: str) -> subprocess.Popen:
        """Start a build, as `make build` does on a machine that is ready."""
        return subprocess.Popen(
            [sys.executable, "-m", "wegwijzer.cli", "build"],
            cwd=self.root,
            env={
                **os.environ,
                "PYTHONPATH": str(self.root / "src"),
                "NO_MKDOCS_2_WARNING": "1",
                "PYTHONUTF8": "1",
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def build(self, **environment: str) -> tuple[int, str]:
        """Build to the end: exit status, and what was said."""
        process = self.start(**environment)
        said, _ = process.communicate(timeout=600)
        return process.returncode, said

    def site(self) -> dict[str, bytes]:
        """The site: path → content, also of folders (nothing)."""
        site = self.root / "site"
        return {
            path.relative_to(site).as_posix(): path.read_bytes() if path.is_file() else b"" for path in site.rglob("*")
        }


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The small project, built once."""
    project = Project.new(tmp_path_factory.mktemp("eerste") / "map met één spatie")
    status, said = project.build()
    assert status == 0, said
    return project


@pytest.fixture
def project(first, tmp_path):
    """The built project, in a folder of its own."""
    return first.copy_to(tmp_path / "project", built=True)


# -- what people do ------------------------------------------------------------------------------------------


def added(project: Project, kind: str) -> list[Path]:
    """The files of this kind that were added by a change, and so can go again."""
    return sorted(project.root.glob({"boom": "trees/nieuw-*.yml", "pagina": "docs/**/nieuw-*.md"}[kind]))


def add_tree(project: Project, number: int) -> None:
    write(project.root / f"trees/nieuw-boom-{number}.yml", new_tree(f"Boom {number}", "2099-01-01"))
    project.show(f"nieuw-boom-{number}")


def add_page(project: Project, number: int) -> None:
    folder = ("", "hulp/", "diep/er/")[number % 3]
    write(project.root / f"docs/{folder}nieuw-{number}.md", f"# Nieuw {number}\n\nTekst met **nadruk**.\n")


def add_address(project: Project, number: int) -> None:
    write(project.root / "moved.yml", f"oud-{number}/: visie/\n")


def change_tree(project: Project, number: int) -> None:
    tree = project.root / "trees/vuilnis.yml"
    text = re.sub(r"^title: .*", f"title: Vuilnis {number}", tree.read_text(encoding="utf-8"), flags=re.MULTILINE)
    write(tree, text)


def change_page(project: Project, number: int) -> None:
    write(project.root / "docs/visie.md", f"# Visie {number}\n\nTekst {number}.\n")


def change_style(project: Project, number: int) -> None:
    style = project.root / "src/wegwijzer/assets/css/wegwijzer/tokens.css"
    write(style, f"{style.read_text(encoding='utf-8')}\n.nieuw-{number} {{ color: inherit }}\n")


def change_source(project: Project, number: int) -> None:
    sources = project.root / "data/sources.yml"
    text = re.sub(
        r"(?m)^(\s+title: )(.*?)( \(\d+\))?$", rf"\1\2 ({number})", sources.read_text(encoding="utf-8"), count=1
    )
    write(sources, text)


def change_program(project: Project, number: int) -> None:
    program = project.root / "src/wegwijzer/site/tree.py"
    write(program, f"{program.read_text(encoding='utf-8')}\n# {number}\n")


def rename_tree(project: Project, number: int) -> None:
    for tree in added(project, "boom")[:1]:
        new = tree.rename(tree.with_name(f"nieuw-naam-{number}.yml"))
        (project.root / f"docs/keuzehulp/{tree.stem}.md").unlink()
        project.show(new.stem)


def remove_tree(project: Project, _: int) -> None:
    for tree in added(project, "boom")[:1]:
        tree.unlink()
        (project.root / f"docs/keuzehulp/{tree.stem}.md").unlink()


def remove_page(project: Project, _: int) -> None:
    for page in [page for page in added(project, "pagina") if page.parent.name != "keuzehulp"][:1]:
        page.unlink()


def meddle_with_site(project: Project, number: int) -> None:
    files = sorted(
        path for folder in ("site", "build/paper", "build/bare") for path in (project.root / folder).rglob("*.*")
    )
    files = [file for file in files if file.is_file()]
    files[number * 7919 % len(files)].write_bytes(b"anders")


DEEDS = (
    *(add_tree, add_page, add_address, change_tree, change_page, change_style, change_source, change_program),
    *(rename_tree, remove_tree, remove_page, meddle_with_site),
)


def kill_halfway(project: Project) -> None:
    """Start a build, and kill it without a chance to clean up while it is at work."""
    process = project.start()
    while "De site bouwen" not in process.stdout.readline():
        pass
    time.sleep(1.5)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)  # ends when the last of its workers does
    assert process.returncode == -signal.SIGKILL


def test_after_thirty_changes_the_site_is_that_of_a_clean_build(project, tmp_path):
    """Additions, changes, renamings and removals of sources, with builds in between of which one is killed."""
    chosen = random.Random(14)  # noqa: S311 - the same deeds each time
    deeds = [*DEEDS, *chosen.choices(DEEDS, k=CHANGES - len(DEEDS))]
    chosen.shuffle(deeds)
    for number, deed in enumerate(deeds):
        deed(project, number)
        if number % (CHANGES // BUILDS) == CHANGES // BUILDS - 1:
            if number == CHANGES // 2 - 1:
                kill_halfway(project)
            status, said = project.build()
            assert status == 0, said
    clean = project.copy_to(tmp_path / "een andere, schone map", built=False)
    assert clean.build()[0] == 0
    one, two = project.site(), clean.site()
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []
    assert any("nieuw-" in name for name in one)


def test_two_builds_at_once_give_one_good_site(first, tmp_path):
    """The second waits and says so, finds that there is nothing left to do, and the site is as good as any."""
    project = first.copy_to(tmp_path / "project", built=False)
    both = [project.start(), project.start()]
    said = [process.communicate(timeout=900)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    (waited,) = [text for text in said if "Er loopt al een bouw: we wachten tot die klaar is …" in text]
    assert "site/ is nog zoals de bronnen ze vragen." in waited
    assert project.site() == first.site()


@pytest.mark.parametrize(
    ("place", "text", "message"),
    [
        ("trees/nieuw.yml", "title: [", "trees/nieuw.yml:1:9: "),
        ("trees/nieuw.yaml", "title: Een boom\n", "trees/nieuw.yaml:1:1: "),
        ("docs/nieuw.md", "# Nieuw\n\n<script>alert(1)</script>\n", "docs/nieuw.md:3:1: fout W407"),
        ("docs/nieuw.md", '# Nieuw\n\n<a href="../weg/">x</a>\n', "nieuw/index.html: ‘../weg/’ leidt nergens heen"),
        ("docs/nieuw.txt", "x", "nieuw.txt: dit bestand vroeg niemand"),
        ("moved.yml", "oud/: weg/\n", "moved.yml:1: ‘oud/’ leidt naar ‘weg/’"),
    ],
)
def test_a_bad_source_leaves_the_good_site(project, place, text, message):
    """The build says what is wrong and where, exits with 1, and what readers see stays; mended, it is as before."""
    before = project.site()
    kept = (project.root / place).read_text(encoding="utf-8") if (project.root / place).exists() else None
    write(project.root / place, text)
    status, said = project.build()
    assert status == 1
    assert message in said
    assert "Traceback" not in said
    assert before == project.site()
    if kept is None:
        (project.root / place).unlink()
    else:
        write(project.root / place, kept)
    assert project.build()[0] == 0
    assert before == project.site()


def test_nothing_changed_nothing_is_made(project):
    """A second build has nothing to do, until a file of the site is not what it was."""
    assert "site/ is nog zoals de bronnen ze vragen." in project.build()[1]
    before = project.site()
    (project.root / "site/index.html").write_text("anders", encoding="utf-8")
    (project.root / "site/extra.html").write_text("anders", encoding="utf-8")
    assert "Opnieuw gemaakt: 0 van" in project.build()[1]
    assert before == project.site()


def test_a_site_in_a_folder_of_a_host(project):
    """Another address, also one in a folder, gives another site, without a trace of the first."""
    status, said = project.build(SITE_URL="https://gemeente.be/wegwijzer")
    assert status == 0, said
    site = project.site()
    assert b"https://gemeente.be/wegwijzer/visie/" in site["sitemap.xml"]
    assert b'new URL("/wegwijzer/",location)' in site["404.html"]
    assert [name for name, content in site.items() if b"127.0.0.1:8000/" in content and name.endswith(".html")] == []
