"""What more than one test needs: trees from YAML text, read by the real loader, and the folders of the project."""

from __future__ import annotations

import json
import re
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest

from wegwijzer.check.checker import check
from wegwijzer.compile.codec import decode
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.kinds.files import DATA_FILES
from wegwijzer.load import load_paths
from wegwijzer.locale import language, speak

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FIXTURES = TESTS / "fixtures"

TODAY = "2026-01-31"
"""The day on which the tests check: no clock decides whether they pass."""

CHOICES = """
title: Keuzes van onze gemeente
start: zicht
questions:
  zicht:
    text: Verberg je een kwetsend bericht?
    short: Verbergen?
    default: verbergen
    answers:
      verbergen: {text: Verbergen, argument: Zo zien anderen het niet.}
      laten-staan: {text: Laten staan, argument: Zo blijft het gesprek open.}
      nog-niet-beslist: {text: Nog niet beslist}
    to: termijn
  termijn:
    text: Binnen hoeveel uur antwoord je?
    short: Termijn
    default: "24"
    fill: {kind: number, unit: uur}
    to: kanalen
  kanalen:
    text: Welke kanalen volg je?
    short: Kanalen
    default: post
    choose: many
    answers:
      post: {text: Berichten, argument: Daar gebeurt het meeste.}
      chat: {text: Chat, argument: Daar komen vragen binnen.}
    to: afspraken
actions:
  afspraken: {title: Onze afspraken, steps: [Bespreek ze in het team.]}
"""
"""A tree of local choices, `keuzes`, with one choice of every kind."""


def mostly_slow(values, quick):
    """Parameters of which `make test` tries the quick ones, and `make test-all` the others."""
    return [value if value in quick else pytest.param(value, marks=pytest.mark.slow) for value in values]


@contextmanager
def speaking(code):
    """Say everything in another language meanwhile."""
    before = language()
    speak(code)
    try:
        yield
    finally:
        speak(before)


@cache
def own_project():
    """The project's own trees and data, loaded once in a process: reading them takes two seconds."""
    return load_paths([ROOT], cwd=ROOT)


@cache
def own_tree(name):
    """A tree of the project, compiled; inside Pyodide as a page gets it, because reading YAML there takes minutes."""
    if sys.platform == "emscripten":
        return decode(Compiled, json.loads((ROOT / f"build/trees/{name}.json").read_text(encoding="utf-8")))
    return compile_tree(name, own_project().library)


def load(text="", **others):
    """Load `text` as trees/boom.yml of a small project; `others` are further trees and data files, by name."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("trees", "data"):
            (root / name).mkdir()
        for name, content in {"boom": text, **others}.items():
            if content:
                place = root / ("data" if name in DATA_FILES else "trees")
                (place / f"{name.replace('_', '-')}.yml").write_text(dedent(content).lstrip("\n"), encoding="utf-8")
        return load_paths([root], cwd=root)


def tree(text, **others):
    """The compiled tree that a YAML text describes; `load` knows what `others` are."""
    return compile_tree("boom", load(text, **others).library)


def problems(text, **others):
    """What the checker finds in a YAML text, in order of place."""
    return check(load(text, **others), today=TODAY)


def project_problems(files):
    """What the checker finds in a project of these files: path → text."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("trees", "data", "docs"):
            (root / name).mkdir()
        for path, text in files.items():
            place = root / path
            place.parent.mkdir(exist_ok=True)
            place.write_text(text, encoding="utf-8")
        return check(load_paths([root], cwd=root), today=TODAY)


def page_problems(text):
    """What the checker finds in a page of a project with nothing else."""
    return project_problems({"docs/bladzijde.md": text})


def codes(text, **others):
    """The codes of the errors and warnings that the checker finds in a YAML text; advice is left out."""
    return [problem.code for problem in problems(text, **others) if problem.level != "advice"]


ALONE = {"yaml": "trees/boom.yml", "markdown": "docs/bladzijde.md", "toml": "wegwijzer.toml"}
"""Which file a block is when no name stands above it."""
BLOCK = r"(?:`([^`\n]+)`:\n\n)?```(yaml|markdown|toml)\n(.*?)^```\n*"


def examples(docstring, heading):
    """The examples under a heading such as ‘Fout:’. Each is path → text: one block, or more with their names above them."""
    return [
        {path or ALONE[language]: text for path, language, text in re.findall(BLOCK, blocks, re.MULTILINE | re.DOTALL)}
        for blocks in re.findall(rf"^{heading}:\n\n((?:{BLOCK})+)", docstring + "\n", re.MULTILINE | re.DOTALL)
        for blocks in [blocks[0]]
    ]


def tree_files():
    """The tree files of the project itself."""
    return sorted((ROOT / "trees").glob("*.yml"))


def make_project(root):
    """Copy the valid trees and the data of the fixtures to a project folder of their own."""
    for source, target in (("valid", "trees"), ("data", "data")):
        (root / target).mkdir(parents=True)
        for file in (FIXTURES / source).glob("*.yml"):
            (root / target / file.name).write_bytes(file.read_bytes())
    return root
