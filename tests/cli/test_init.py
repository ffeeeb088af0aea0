"""`wegwijzer init`: a project without a finding, in every language, whatever it is called; and nothing half-written."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from html.parser import HTMLParser

import markdown
import pytest
import yaml

from helpers import ROOT, mostly_slow
from wegwijzer.locale.catalogue import languages

HARD = "Hulp: \"ja\" & 'nee' #1 \\ {{ x }} <b>*vet*</b> [a](b) | a~b"
"""What TOML, YAML, Markdown, a macro and HTML each give a meaning."""
TITLE = 'Zeg je "ja" & {nee}?'


def run(*arguments, cwd, limit=None, said="nl_BE.UTF-8"):
    """The command in a process of its own; `limit` is the size in kB that a file may have, `said` what a computer speaks."""
    command = [sys.executable, "-m", "wegwijzer.cli", *map(str, arguments)]
    told = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": said}
    if limit:
        command = ["bash", "-c", f'ulimit -f {limit}; exec "$@"', "bash", *command]
        told.pop("COVERAGE_PROCESS_CONFIG", None)  # what `make test-depth` measures does not fit in that size either
    return subprocess.run(
        command,
        cwd=cwd,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("code", languages())
def test_project_has_no_finding(tmp_path, code):
    """The checker finds nothing, not even advice, and says so in the language of the project, as `init` does."""
    made = run("init", "mijn-hulp", "--language", code, cwd=tmp_path)
    assert 0 == made.returncode, made.stderr
    done = run("check", ".", cwd=tmp_path / "mijn-hulp")
    assert 0 == done.returncode, done.stdout
    assert {"nl": [], "en": ["W505"]}[code] == re.findall(r"W\d+", done.stderr)  # what the language cannot measure
    assert 1 == len(done.stdout.splitlines())
    page = {"nl": "keuzehulp/eerste-hulp.md", "en": "guide/first-help.md"}[code]
    assert (tmp_path / "mijn-hulp/docs" / page).is_file()
    words = {"nl": ("Het project staat in", "nagekeken"), "en": ("The project is in", "checked")}[code]
    assert words[0] in made.stdout
    assert words[1] in done.stdout


def test_project_has_the_same_files_in_every_language(tmp_path):
    """No language lacks a file; only the tree, its page and the workbench have a name of the language."""
    for code in languages():
        run("init", code, "--language", code, cwd=tmp_path)
    found = [
        {
            file.relative_to(tmp_path / code).as_posix()
            for file in (tmp_path / code).rglob("*")
            if file.is_file()
            and file.parts[-2] not in {"trees", "keuzehulp", "guide"}
            and file.stem not in {"werkplaats", "workbench"}
        }
        for code in languages()
    ]
    assert len(found) > 1
    assert all(found[0] == other for other in found)
    assert {"wegwijzer.toml", ".gitignore", "docs/index.md", "schema/tree.schema.json"} <= found[0]


def test_project_is_called_after_its_folder(tmp_path):
    """Without a name, the folder gives one; also when somebody stands in it."""
    folder = tmp_path / "boze-buren"
    folder.mkdir()
    assert 0 == run("init", ".", cwd=folder).returncode
    assert "Boze buren" == tomllib.loads((folder / "wegwijzer.toml").read_text(encoding="utf-8"))["name"]


@pytest.mark.parametrize(("said", "spoken"), [("en_GB.UTF-8", "en"), ("nl_BE.UTF-8", "nl"), ("C.UTF-8", "nl")])
def test_project_speaks_the_language_of_the_computer(tmp_path, said, spoken):
    """Who names no language gets the one that the environment names, and else Dutch."""
    assert 0 == run("init", "demo", cwd=tmp_path, said=said).returncode
    assert spoken == tomllib.loads((tmp_path / "demo/wegwijzer.toml").read_text(encoding="utf-8"))["language"]


@pytest.mark.parametrize("name", mostly_slow([HARD, "Één: ‘ja’ → 🎉", "'", "- a", "true"], quick=[HARD, "true"]))
def test_name_stays_as_it_is(tmp_path, name):
    """In TOML and YAML it is the same text, and on the page every letter of it shows."""
    made = run("init", "demo", "--name", name, cwd=tmp_path)
    assert 0 == made.returncode, made.stderr
    project = tmp_path / "demo"
    assert name == tomllib.loads((project / "wegwijzer.toml").read_text(encoding="utf-8"))["name"]
    assert name == yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"]
    page = (project / "docs/index.md").read_text(encoding="utf-8")
    heading = re.search(r"<h1>(.*)</h1>", markdown.markdown(page))
    assert heading
    shown = heading[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert name == shown
    told = run("check", ".", cwd=project).stdout
    assert {"W511"} >= set(re.findall(r"W\d+", told)), told


@pytest.mark.parametrize("name", ["", " a", "a" * 61, "a\nb", "a\tb", "\u200bx"])
def test_name_that_cannot_be_is_refused(tmp_path, name):
    """Too long, or with a sign that nobody sees: nothing is written. Without any name there is that of the folder."""
    done = run("init", "demo", f"--name={name}", cwd=tmp_path)
    if not name:
        assert 0 == done.returncode
        return
    assert 2 == done.returncode
    assert "hoogstens 60 tekens" in done.stderr
    assert not (tmp_path / "demo").exists()


def test_folder_that_is_not_empty_stays(tmp_path):
    """A folder with a hidden file, and a file: both are refused, and nothing changes."""
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/.env").write_text("x", encoding="utf-8")
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    for name in ("vol", "bestand"):
        done = run("init", name, cwd=tmp_path)
        assert 2 == done.returncode
        assert f"In {name} staat al iets" in done.stderr
    assert {"vol", ".env", "bestand"} == {file.name for file in tmp_path.rglob("*")}


def test_nothing_stays_when_a_folder_cannot_be_written(tmp_path):
    """A file where a folder must come, and a disk that is full halfway: one message, and nothing is left behind."""
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    (tmp_path / "leeg").mkdir()
    before = {file.name for file in tmp_path.rglob("*")}
    for name, limit in (("bestand/demo", None), ("diep/demo", 4), ("leeg", 4)):
        done = run("init", name, cwd=tmp_path, limit=limit)
        assert 2 == done.returncode, done.stderr
        assert f"‘{name}’ is niet te schrijven" in done.stderr
        assert "Traceback" not in done.stderr
        assert before == {file.name for file in tmp_path.rglob("*")}


@pytest.mark.slow
@pytest.mark.parametrize("code", languages())
def test_site_of_a_project_is_built(tmp_path, code):
    """With a second tree that `new` made, and all lists of the reference on one page: no link leads nowhere, the name stands
    in the HTML letter for letter, and each list stands there.
    """
    run("init", "demo", "--language", code, "--name", HARD, cwd=tmp_path)
    lists = ("commands", "settings", "macro_list", "embed_options", "keys", "rules", "parts", "downloads")
    text = "# Naslag\n\n" + "".join(f"{{{{ {name}() }}}}\n\n" for name in lists)
    (tmp_path / "demo/docs/naslag.md").write_text(text, encoding="utf-8")
    assert 0 == run("new", "tweede", "--title", TITLE, cwd=tmp_path / "demo").returncode
    done = run("build", cwd=tmp_path / "demo")
    assert 0 == done.returncode, done.stdout + done.stderr
    site = tmp_path / "demo/site"
    home = read(site / "index.html")
    assert {HARD} == set(home.labels)
    assert HARD == home.texts["title"] == home.texts["h1"]
    tree = read(site / {"nl": "keuzehulp", "en": "guide"}[code] / "tweede/index.html")
    assert TITLE == tree.texts["h1"]
    reference = (site / "naslag/index.html").read_text(encoding="utf-8")
    for text in (
        "wegwijzer readability",
        "disclaimer = ",
        "macro_list() }}",
        "tekst=groot",
        "ends_in",
        "W304",
        "Pyodide",
    ):
        assert text in reference


def read(page):
    """The names on a page, as a browser reads them."""
    names = Names()
    names.feed(page.read_text(encoding="utf-8"))
    return names


class Names(HTMLParser):
    """The title and the heading of a page, and what its logo is called."""

    def __init__(self):
        super().__init__()
        self.labels, self.texts, self.inside = [], {}, ""

    def handle_starttag(self, tag, attributes):
        self.inside = tag if tag in {"title", "h1"} and tag not in self.texts else ""
        found = dict(attributes)
        if found.get("data-md-component") == "logo":
            self.labels += [found["aria-label"], found["title"]]

    def handle_data(self, data):
        if self.inside:
            self.texts[self.inside] = self.texts.get(self.inside, "") + data

    def handle_endtag(self, _tag):
        self.inside = ""
