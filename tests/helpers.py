"""What more than one test needs: trees from YAML text, read by the real loader, and the folders of the project."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from html import unescape
from pathlib import Path
from textwrap import dedent

import pytest

from wegwijzer import testing
from wegwijzer.compile.codec import decode
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.kinds.files import DATA_FILES
from wegwijzer.load import load_paths
from wegwijzer.testing import TODAY, examples, speaking, wrong_and_right

__all__ = [
    "CHOICES",
    "FIXTURES",
    "ROOT",
    "TESTS",
    "TODAY",
    "codes",
    "each_tree",
    "examples",
    "load",
    "make_project",
    "mostly_slow",
    "own_project",
    "own_tree",
    "page_problems",
    "problems",
    "project_problems",
    "some_trees",
    "speaking",
    "tree",
    "tree_files",
    "wrong_and_right",
]

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FIXTURES = TESTS / "fixtures"

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


def mostly_slow(values, quick, *, several=False):
    """Parameters of which `make test` tries the quick ones, and `make test-all` the others. `several`: each is a tuple of them."""
    return [
        pytest.param(*(value if several else (value,)), marks=() if value in quick else pytest.mark.slow)
        for value in values
    ]


def some_trees():
    """The names of three trees, by size of their files: the smallest, the one in the middle, and the second largest. The
    largest alone would take half of the time; a test of what depends on size takes it by itself.
    """
    names = [file.stem for file in sorted(tree_files(), key=lambda file: file.stat().st_size)]
    return [names[0], names[len(names) // 2], names[-2]]


def each_tree(*, one=False):
    """Parameters with the names of all trees, of which `make test` tries some, or only the one in the middle."""
    small, middle, large = some_trees()
    return mostly_slow([file.stem for file in tree_files()], quick=[middle] if one else [small, middle, large])


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


def files_of(text="", **others):
    """`text` as trees/boom.yml of a small project; `others` are further trees and data files, by name."""
    return {
        f"{'data' if name in DATA_FILES else 'trees'}/{name.replace('_', '-')}.yml": dedent(content).lstrip("\n")
        for name, content in {"boom": text, **others}.items()
        if content
    }


def load(text="", **others):
    """The project that a YAML text describes; `files_of` knows what `others` are."""
    return testing.load(files_of(text, **others))


def tree(text, **others):
    """The compiled tree that a YAML text describes."""
    return testing.compiled(files_of(text, **others))


def problems(text, **others):
    """What the checker finds in a YAML text, in order of place."""
    return testing.problems(files_of(text, **others))


def project_problems(files):
    """What the checker finds in a project of these files (path → text), which speaks the language that is spoken now."""
    return testing.problems(files)


def words(html):
    """The text of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def page_problems(text):
    """What the checker finds in a page of a project with nothing else."""
    return project_problems({"docs/bladzijde.md": text})


def codes(text, **others):
    """The codes of the errors and warnings that the checker finds in a YAML text; advice is left out."""
    return testing.codes(problems(text, **others))


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
