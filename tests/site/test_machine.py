"""Nothing of the machine shows in what is drawn: other fonts, language, time zone, path or order of files, same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from helpers import ROOT
from landmarks import largest, smallest
from wegwijzer.draw.letters import environment, folder, there

SOURCES = ("src", "trees", "frames", "data")
FONTS_OF_MACHINE = """<?xml version="1.0"?><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Helvetica</family><prefer><family>Public Sans</family></prefer></alias></fontconfig>"""
LABEL = 'digraph { node [shape=box, margin=0, fontname="Public Sans"]; a [label="Wat doe je met dit bericht?"] }'


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    """Two machines: one without a single font, and one with a wide impostor that calls itself by our letter's name."""
    found = []
    for name, fonts in (("kaal", ()), ("één met letters", ("Regular", "Bold"))):
        home = tmp_path_factory.mktemp("machine") / name
        (home / ".fonts").mkdir(parents=True)
        for style in fonts:
            impostor(folder() / f"PublicSans-{style}.ttf", home / f".fonts/{style}.ttf")
        configuration = home / "machine.conf"
        configuration.write_text(
            FONTS_OF_MACHINE.format(fonts=home / ".fonts", cache=home / ".cache"), encoding="utf-8"
        )
        found.append((home, {"PATH": os.environ["PATH"], "HOME": str(home), "FONTCONFIG_FILE": str(configuration)}))
    return found


def impostor(letter: Path, file: Path) -> None:
    """The same letter, half as wide again."""
    font = TTFont(letter)
    for glyph, (width, side) in font["hmtx"].metrics.items():
        font["hmtx"][glyph] = (width * 3 // 2, side)
    font.save(file)


def checkout(place: Path) -> Path:
    """A copy of what drawings are made from, elsewhere, with the packages of this one."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "wegwijzer.toml", place)
    (place / "node_modules").symlink_to(ROOT / "node_modules")
    return place


def files(folder: Path) -> dict[str, bytes]:
    """All files under a folder: path → content."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_machines_differ(machines):
    """Graphviz without our configuration draws something else on each: the comparison below would see it."""
    drawn = {
        subprocess.run(["dot", "-Tsvg"], input=LABEL.encode(), env=env, capture_output=True, check=True).stdout
        for env in (*(env for _, env in machines), environment())
    }
    assert len(drawn) == 3


@pytest.mark.slow
def test_two_machines_draw_the_same_bytes(machines, own_trees, tmp_path):
    """Diagrams, pictures, paper, slides and the letter itself, of a small tree; diagram and picture of the largest too."""
    (bare, first), (other, second) = machines
    small, large = smallest(own_trees).id, largest(own_trees).id
    first |= {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"}
    second |= {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "2",
    }
    runs = []
    for place, env, order, umask in ((bare, first, (), 0o022), (other, second, ("backwards",), 0o077)):
        root, output = checkout(place / "map"), tmp_path / place.name
        output.mkdir()
        command = [sys.executable, ROOT / "tests/site/draw_parts.py", output, small, large, *order]
        runs.append(subprocess.Popen(command, env=env | {"PYTHONPATH": str(root / "src")}, cwd=place, umask=umask))
    assert [run.wait(timeout=600) for run in runs] == [0, 0]
    one, two = (files(tmp_path / place.name) for place, _ in machines)
    assert {
        f"diagrams/{large}--geheel.svg",
        f"bare/kaart/{small}/index.html",
        f"pictures/{small}--geheel.png",
        f"paper/{small}-poster.pdf",
        "fonts/draw/PublicSans-Regular.ttf",
        "paper/onthaal.pdf",
        f"slides/{small}.pptx",
    } <= set(one)
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_without_letters_nothing_is_drawn(tmp_path):
    """A drawing in whatever letter the machine has would fit nowhere, so the build stops and says what to do."""
    with pytest.raises(SystemExit, match="make build"):
        environment(tmp_path)
    assert there(folder() / "fonts.conf").is_file()
