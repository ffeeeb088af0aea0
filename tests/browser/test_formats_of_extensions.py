"""A site with an extension of somebody else: its format is made in the page, and a site without one has nothing of it."""

from __future__ import annotations

import csv
import io
import threading
import zipfile

import pytest
from places import SITE
from playwright.sync_api import expect
from wizard import STARTS

from installed import ROOMS, command, distribution, install
from wegwijzer.serve.server import server
from wegwijzer.testing import write

ROOMS_FILE = "rooms:\n  blauw: {name: Blauwe zaal}\n"
WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "take.zwaar"\nmsgstr "Zwaar"\n'
FORMAT = """from wegwijzer.formats import Format
FORMATS = (Format("zwaar", "zwaar:maak", "final", ending="txt", media="text/plain"),)
"""
HEAVY = """import yaml
import json, venv, inspect
def maak(blocks):
    from wegwijzer.load import load_paths
    return ""
"""
OWN = (
    *("__init__", "making/__init__", "making/table", "making/rows"),
    *("locale/__init__", "locale/nl/__init__", "locale/nl/interface"),
)
"""What a page gets of the package `rooms_kit`: no rule, no kind, and no module that its format does not import."""


def start(folder, target, *extensions):
    """A new project that uses these extensions."""
    command(folder, target, "init", "plein")
    settings = folder / "plein/wegwijzer.toml"
    listed = ", ".join(f'"{name}"' for name in extensions)
    settings.write_text(f"extensions = [{listed}]\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    return settings.parent


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """What is installed beside the kit."""
    folder = tmp_path_factory.mktemp("elders")
    heavy = distribution(folder, "zwaar", {"formats.py": FORMAT, "zwaar.py": HEAVY, "locale/nl/interface.po": WORDS})
    return install(folder, ROOMS, heavy)


@pytest.fixture(scope="module")
def root(tmp_path_factory, target):
    """A project with rooms, built."""
    made = start(tmp_path_factory.mktemp("project"), target, "rooms")
    write(made, {"data/rooms.yml": ROOMS_FILE, "docs/zalen.md": "# Zalen\n\n{{ rooms() }}\n"})
    done = command(made, target, "build")
    assert 0 == done.returncode, done.stdout + done.stderr
    return made


@pytest.fixture(scope="module")
def address(root):
    """Where its site is served."""
    with server(root / "site", 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


@pytest.mark.slow
def test_only_what_the_format_needs_travels(root):
    """As source, with what it imports of Python's own library and the page has not; the macro of the package works."""
    (archive,) = root.glob("site/assets/runtime/*/more.zip")
    names = set(zipfile.ZipFile(archive).namelist())
    assert {f"rooms_kit/{name}.py" for name in OWN} == {name for name in names if name.startswith("rooms_kit/")}
    assert {"csv.py", "encodings/utf_8_sig.py"} == {name for name in names if not name.startswith("rooms_kit/")}
    assert [] == [*root.glob("site/**/library.zip"), *root.glob("site/**/builtin.txt")]
    assert "Blauwe zaal" in (root / "site/zalen/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_button_makes_the_file_in_the_page(page, root, address, tmp_path):
    """The button has the word of the extension, the archive comes when asked and from here alone, the file is what it says."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    (tree,) = (file.stem for file in (root / "trees").glob("*.yml"))
    page.goto(f"{address}/keuzehulp/{tree}/")
    wizard = page.locator(f"wegwijzer-wizard[tree={tree}]")
    expect(wizard).to_have_attribute("data-engine", "python", timeout=STARTS)
    while wizard.get_attribute("data-kind") != "action":
        before = wizard.get_attribute("data-node")
        wizard.locator("section:visible a[data-answer]").first.press("Enter")
        expect(wizard).not_to_have_attribute("data-node", before)
    wizard.locator("section:visible .ww-more > summary").press("Enter")
    button = wizard.get_by_role("button", name="Tabel voor een rekenblad")
    assert [] == [url for url in asked if url.endswith(("/take.zip", "/more.zip"))]
    for time in ("eerst", "opnieuw"):
        with page.expect_download(timeout=STARTS) as waiting:
            button.press("Enter")
        assert waiting.value.suggested_filename.endswith(".csv")
        waiting.value.save_as(tmp_path / time)
    content = (tmp_path / "eerst").read_bytes()
    assert content.splitlines()[:5] == (tmp_path / "opnieuw").read_bytes().splitlines()[:5]  # below stands the time
    assert content.startswith("\ufeffSoort,Tekst\r\n".encode())
    title = wizard.locator("section:visible h3").inner_text()
    assert any(title.endswith(text) for _, text in csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert [1, 1] == [sum(url.endswith(name) for url in asked) for name in ("/take.zip", "/more.zip")]
    assert set() == {url for url in asked if not url.startswith((address, f"blob:{address}"))}


@pytest.mark.slow
def test_format_that_no_page_can_make_stops_the_build(tmp_path, target):
    """Each module that is not there is named with its place, and there is no site."""
    made = start(tmp_path, target, "zwaar")
    done = command(made, target, "build")
    assert 1 == done.returncode
    told = [line.partition("zwaar/zwaar.py:") for line in done.stderr.splitlines() if "zwaar/zwaar.py:" in line]
    assert ["1:1: ‘yaml’", "2:1: ‘inspect’", "2:1: ‘venv’", "4:5: ‘wegwijzer.load’"] == [
        line.partition(" is er niet")[0] for _, _, line in told
    ]
    assert "Traceback" not in done.stderr
    assert not (made / "site").exists()


def test_site_without_such_an_extension_has_nothing_of_it():
    """No archive, no formats in a tree: what a reader loads is what it was."""
    assert [] == [*SITE.glob("assets/runtime/*/more.zip")]
    trees = [*SITE.glob("assets/trees/*.json")]
    assert trees
    assert [] == [tree.name for tree in trees if '"formats":' in tree.read_text(encoding="utf-8")]
