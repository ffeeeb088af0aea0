"""The papers: what is shipped is told, with its licence, and the bill of materials is what it says it is."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from importlib.metadata import files as files_of_package
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from helpers import ROOT
from wegwijzer.site.steps import EARLY
from wegwijzer.site.styles import parts_of, sheet_names
from wegwijzer.supplies.make import BUNDLED, bundled
from wegwijzer.supplies.notices.papers import papers
from wegwijzer.supplies.notices.parts import FOLDER, Part, locked, parts, text_of
from wegwijzer.workplace import KIT

SITE = ROOT / "site"
MATERIAL = Path(next(file for file in files_of_package("mkdocs-material") if file.name == "main.html").locate()).parent
ICONS = {"material": "Material Design Icons", "octicons": "Octicons", "fontawesome": "Font Awesome Free"}
SHIPPED = [path.relative_to(SITE).as_posix() for path in sorted(SITE.rglob("*")) if path.is_file()]
MADE = {
    "assets/early.js": [KIT / f"assets/{name}.js" for name in EARLY],
    "assets/picture.css": [KIT / "assets/letters.css"],
}
"""Files of ours that are put together from others."""
OTHERS = [part for part in parts() if part.package or part.inside]
SAMPLE = (SITE / "stuklijst.cdx.json").read_text(encoding="utf-8")


def holders(file: str) -> list[Part]:
    return [part for part in parts() if part.covers(file)]


def test_every_file_is_somebodys():
    """No file reaches a reader without standing in the list; a compressed file stands there with its original."""
    plain = [name for name in SHIPPED if not name.endswith((".br", ".gz"))]
    assert len(plain) > 500
    assert [name for name in plain if not holders(name)] == []


@pytest.mark.parametrize(
    "name", ["assets/vendor/other.js", "assets/fonts/x/y.woff2", "assets/javascripts/lunr/tinyseg.js"]
)
def test_a_new_file_is_noticed(name):
    """A file that nobody told of is in no part."""
    assert holders(name) == []


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.name)
def test_every_part_is_shipped(part):
    """What stands in the list is really in the site."""
    assert any(part.covers(name) for name in SHIPPED)


def test_our_own_files_are_ours():
    """What we call our own stands in the kit, and names no other owner; `.md-copyright` is a class of the theme."""
    own = [name for name in SHIPPED if re.fullmatch(r"assets/[^/]+\.(js|css|svg)", name)]
    assert len(own) > 10
    for name in own:
        stem = Path(name).stem
        together = MADE.get(name, [KIT / name])
        parts = parts_of(stem) if stem in sheet_names() else together
        text = "".join(part.read_text(encoding="utf-8") for part in parts)
        assert text
        assert not re.search(r"(?<![.-])copyright|licen[sc]e|\(c\)|©", text, re.IGNORECASE), name


def test_the_bundles_of_the_theme_hold_nothing_else():
    """Every package in the theme's scripts and styles, as its own source maps tell, stands in the list."""
    sources = {
        source
        for file in MATERIAL.glob("assets/**/*.min.*.map")
        if not {"lunr", "workers"} & set(file.parts)  # their own search, which does not go along
        for source in json.loads(file.read_text(encoding="utf-8"))["sources"]
    }
    packages = {found[1] for source in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source))}
    assert "rxjs" in packages
    told = {part.name.lower() for part in parts() if part.inside == "Material for MkDocs"}
    assert packages <= told


def test_the_archives_of_python_hold_nothing_else():
    """Every library of others in an archive of Python stands in the list with that archive."""
    known, libraries = packages_distributions(), set()
    for file in SITE.glob("assets/runtime/*/*.zip"):
        name = file.relative_to(SITE).as_posix()
        tops = {path.partition("/")[0] for path in zipfile.ZipFile(file).namelist() if "/" in path}
        found = {f"pypi:{of.lower()}" for top in tops for of in known.get(top, ())} - {"pypi:wegwijzer"}
        assert found <= {part.package for part in holders(name)}, name
        libraries |= found
    assert {"pypi:pyyaml", "pypi:pyphen"} <= libraries


def test_the_editor_holds_nothing_else(tmp_path):
    """Every package in the library of the editor, as the bundler tells, stands in the list, and no other does."""
    told = tmp_path / "told.json"
    first = bundled(f"--metafile={told}", "--outfile=/dev/stdout")
    assert first == bundled()
    inputs = next(iter(json.loads(told.read_text(encoding="utf-8"))["outputs"].values()))["inputs"]
    packages = {found[1] for source in inputs if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source))}
    assert "@codemirror/view" in packages
    assert {f"npm:{name}" for name in packages} == {part.package for part in holders(f"assets/{BUNDLED}")}


def test_icons_of_every_set_are_told():
    """Each icon in a page or style comes from a set in the list."""
    sets = {}
    for file in (MATERIAL / ".icons").rglob("*.svg"):
        for drawing in re.findall(r' d="([^"]+)"', file.read_text(encoding="utf-8")):
            sets.setdefault(drawing, file.relative_to(MATERIAL / ".icons").parts[0])
    found = set()
    for pattern in ("*/index.html", "over/*/index.html", "assets/stylesheets/*.css"):
        for file in SITE.glob(pattern):
            drawings = re.findall(r"""[ ']d=(?:"|'|%22)([^"'%]+)""", file.read_text(encoding="utf-8"))
            used = {ICONS[sets[drawing]] for drawing in drawings if drawing in sets}
            found |= used
            name = file.relative_to(SITE).as_posix()
            assert used <= {part.name for part in holders(name)}, name
    assert found == set(ICONS.values())


def test_python_for_the_browser_holds_nothing_else():
    """Every library of others that is compiled into Python stands in the list: the modules that need one are known."""
    program = "import {loadPyodide} from 'pyodide'; const p = await loadPyodide();"
    program += "console.log(p.runPython(`import sys; ' '.join(sys.builtin_module_names)`))"
    node = ["node", "--input-type=module", "-e", program]
    done = subprocess.run(node, cwd=ROOT, capture_output=True, text=True, check=True)
    needed = {
        "_bz2": "bzip2",
        "_ctypes": "libffi",
        "_decimal": "mpdecimal",
        "_lzma": "XZ Utils (liblzma)",
        "_sha3": "HACL*",
        "_sqlite3": "SQLite",
        "_zstd": "Zstandard",
        "pyexpat": "Expat",
        "zlib": "zlib",
    }
    others = {"_hashlib", "_ssl", "readline", "_curses", "_dbm", "_gdbm", "_tkinter", "_uuid"}
    modules = set(done.stdout.split())
    assert not modules & others
    told = {part.name for part in parts() if part.inside == "Pyodide"}
    assert {library for module, library in needed.items() if module in modules} <= told
    assert set(needed) <= modules


def test_every_licence_is_there_in_full():
    """The file on the site holds every text in full, and the name and version of what it is for."""
    told = (SITE / "licenties.txt").read_text(encoding="utf-8")
    for part in parts():
        assert text_of(part) in told
        assert part.name in told
        assert not part.package or f"{part.name} {part.version}" in told
        assert len(text_of(part)) > 300
    for sentence in (
        "Mozilla Public License Version 2.0",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "SIL OPEN FONT LICENSE Version 1.1",
        "Apache License",
        "Copyright (c) 2016-2025 Martin Donath",
    ):
        assert sentence in told, sentence


def test_no_licence_lies_unused():
    """Every text in licenses/ is for something that is shipped."""
    assert {file.name for file in FOLDER.glob("*.txt")} == {
        part.text for part in parts() if part.text.endswith(".txt") and "#" not in part.text
    }


def test_the_page_tells_the_same():
    """The page names every part of others, and leads to both files."""
    page = (SITE / "over/licentie/index.html").read_text(encoding="utf-8")
    for part in OTHERS:
        assert f">{part.name}<" in page or f"{part.name}, in {part.inside}" in page, part.name
    for name in ("licenties.txt", "stuklijst.cdx.json"):
        assert f'href="../../{name}"' in page


def test_the_bill_is_valid():
    """The bill follows CycloneDX 1.6 to the letter; the validator is not asleep."""
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(SAMPLE) is None
    assert validator.validate_str(SAMPLE.replace('"bomFormat": "CycloneDX"', '"bomFormat": "other"')) is not None
    assert validator.validate_str(SAMPLE.replace('"scope": "excluded"', '"scope": "maybe"', 1)) is not None


def test_the_bill_holds_every_locked_package():
    """Each package of both locks stands in the bill with its version; what a reader gets is marked."""
    listed = json.loads(SAMPLE)["components"]
    names = {(one["purl"].replace("%40", "@").partition(":")[2].rpartition("@")[0], one["version"]) for one in listed}
    assert {(package.replace(":", "/"), version) for package, version in locked()} == names
    required = {
        one["purl"].rpartition("@")[0] for one in listed if one["scope"] == "required"
    }  # a lock may hold two of one
    assert len(required) == len({part.package for part in parts() if part.package})
    inside = [nested["name"] for one in listed for nested in one.get("components", [])]
    assert sorted(inside) == sorted(part.name for part in parts() if part.inside)


def test_the_papers_are_the_same_every_time():
    """Two makings give the same bytes: no time, no chance."""
    made = papers()
    assert made == papers()
    assert made["notices/stuklijst.cdx.json"].decode() == SAMPLE
    assert "timestamp" not in SAMPLE


def test_a_version_follows_the_lock():
    """The versions are those of the lock files, which `npm` and `pip` install."""
    installed = json.loads((ROOT / "node_modules/pyodide/package.json").read_text(encoding="utf-8"))["version"]
    assert next(part for part in parts() if part.name == "Pyodide").version == installed
