"""The site of one who publishes it as its own: its name, look, contacts and choices are everywhere, and go without a trace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_site import Project, write

from helpers import ROOT
from wegwijzer.check.rules.own import Own
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.load import load_paths

pytestmark = [pytest.mark.slow, pytest.mark.long]

LOCAL = """\
name: Elmdorp {1}
logo: logo.svg
colours: {main: "#5b2a86"}
publisher: {name: Gemeente Elmdorp, address: "Plein 1, 9999 Elmdorp", email: info@elmdorp.example}
accessibility: {email: web@elmdorp.example}
contacts: {bemiddelaar: {phone: "09 999 99 22"}}
choices:
  keuzes.zicht: {answer: laten-staan, who: het college, when: 2026-11-30}
"""
TREE = """\
title: Een brief
uses: [keuzes]
start: toon
questions:
  toon:
    text: Hoe klinkt de brief?
    answers: {boos: {text: Boos, to: zicht}, vriendelijk: {text: Vriendelijk, to: norm}}
  zicht:
    policy: keuzes.zicht
    ask: never
    answers: {verbergen: {to: wie}, laten-staan: {to: norm}}
  wie:
    text: Ken je de schrijver?
    answers: {bekend: {text: Jawel, to: bel}, vreemd: {text: Neen, to: norm}}
actions:
  bel: {title: Bel de schrijver, steps: [Bel vandaag.]}
  norm: {title: Zeg wat niet mag, steps: [Zeg het kort.]}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'
MODELDORP = ROOT / "examples/gemeenten/modeldorp/local.yml"


def build(root: Path, local: Path | None = None) -> tuple[int, str]:
    """Build the project in a folder: exit status, and what was said."""
    options = ["--local", str(local)] if local else []
    done = subprocess.run(
        [sys.executable, "-m", "wegwijzer.cli", "build", *options],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src"), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project, less strict than this one; a page leads to a question that a choice will answer."""
    project = Project.new(tmp_path_factory.mktemp("project"))
    shutil.copy2(ROOT / "LICENSE-texts", project.root)
    settings = (project.root / "wegwijzer.toml").read_text(encoding="utf-8")
    write(project.root / "wegwijzer.toml", settings.partition("[rules]")[0])
    write(project.root / "trees/brief.yml", TREE)
    project.show("brief")
    for name, macro in {"noodkaart": "", "over/toegankelijkheid": "{{ accessibility() }}"}.items():
        write(project.root / f"docs/{name}.md", f"# Pagina {name}\n\n{macro}\n")
    write(project.root / "docs/visie.md", '# Visie\n\n{{ boom("brief/wie", "Ken je de schrijver?") }}\n')
    return project


def sections(page: str, tree: str) -> set[str]:
    """The nodes of a tree that stand on its page as steps."""
    return set(re.findall(rf'<section class="ww-step[^>]* id="{tree}-([a-z0-9][a-z0-9-]*)"', page))


def test_everything_follows_one_file_and_goes_without_it(project):
    """What a choice took away leads on. A fault stops the build, and the site stays. Without the file it is as it was."""
    status, said = build(project.root)
    assert status == 0, said
    before, local = project.site(), project.root.parent / "elders/local.yml"
    write(local, LOCAL)
    write(local.with_name("logo.svg"), LOGO)
    status, said = build(project.root, local)
    assert status == 0, said
    site = project.site()
    more = {name.partition(".")[0] for name in site.keys() - before.keys()}
    assert more == {"assets/logo", "assets/stylesheets/site"}  # those are named by what is in them
    for name in ("index.html", "keuzehulp/brief/index.html", "embed/brief/index.html", "tekst/brief/index.html"):
        page = site[name].decode()
        assert "Elmdorp {1}" in page, name
        assert "Gemeente Elmdorp · Plein 1, 9999 Elmdorp" in page, name
        assert "Wegwijzer" not in page, name
    assert b"mailto:web@elmdorp.example" in site["over/toegankelijkheid/index.html"]
    assert b'src="assets/logo.svg"' in site["index.html"]
    assert b"--ww-accent: #5b2a86" in site["assets/wegwijzer.css"]
    assert b"tel:099999922" in site["tekst/vuilnis/index.html"]
    gone = {"zicht", "wie", "bel"}
    brief = site["keuzehulp/brief/index.html"].decode()
    assert sections(before["keuzehulp/brief/index.html"].decode(), "brief") - sections(brief, "brief") == gone
    for name in gone:
        assert f'id="brief-{name}" data-walk="brief-norm"' in brief
    assert b"Ken je de schrijver" not in site["assets/trees/brief.txt"]
    assert b'"brief-norm"' in site["search/index.json"]
    assert b'"brief-wie"' not in site["search/index.json"]

    write(local, LOCAL.replace("laten-staan", "wissen"))
    status, said = build(project.root, local)
    assert (status, "W602" in said, project.site() == site) == (1, True, True), said

    write(local, LOCAL.replace("laten-staan", "verbergen"))
    assert build(project.root, local)[0] == 0
    assert "wie" in sections(project.site()["keuzehulp/brief/index.html"].decode(), "brief")

    assert build(project.root)[0] == 0
    assert project.site() == before


def test_site_of_an_invented_municipality_is_whole(tmp_path):
    """Our own site as that of one that decided much: every link leads somewhere, and each tree has the steps that are left."""
    for place in ROOT.iterdir():
        if place.name == "node_modules":
            (tmp_path / place.name).symlink_to(place)
        elif place.is_file():
            shutil.copy2(place, tmp_path)
        elif not place.name.startswith(".") and place.name not in {"site", "tests"}:
            shutil.copytree(place, tmp_path / place.name)
    status, said = build(tmp_path, MODELDORP)
    assert status == 0, said
    whole = load_paths([ROOT], cwd=ROOT, local=MODELDORP)
    own = Own(whole.local.record, MODELDORP.parent, whole)
    for tree in whole.library.trees:
        page = (tmp_path / f"site/keuzehulp/{tree}/index.html").read_text(encoding="utf-8")
        left = own.left(compile_tree(tree, own.library))
        steps = {*left.tree.questions, *left.tree.actions, *left.forks}
        assert sections(page, tree) == steps, tree
        assert "<title>" in page
        assert "Modeldorp</title>" in page
