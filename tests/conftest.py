"""Settings of every test run, and the fixtures that more than one test file needs.

`pytest --shuffle 7` runs the tests in another order, drawn with that number: none may lean on the one before it.
`pytest --update-golden` writes the files under tests/golden/ anew; look at the difference before you keep it.
HYPOTHESIS_PROFILE=thorough looks for counterexamples at random and for longer; `quick` is what `make test-depth` tries on
each of its mutants.
"""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Mapping

import pytest

from helpers import ROOT, TESTS, make_project, own_project, own_tree, tree_files
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.kinds.settings import PERSON, use_extensions
from wegwijzer.load import load_paths
from wegwijzer.locale import language, said_instead, say_instead, speak
from wegwijzer.model.text import INNER_PLACES

try:
    from hypothesis import settings
except ModuleNotFoundError:  # inside Pyodide: its core is compiled for the host
    collect_ignore = [
        "compile/test_conditions.py",
        "doubt/test_shared_generated.py",
        "model/test_inline.py",
        "render/test_agreement.py",
        "walk/test_fragment.py",
    ]
else:
    settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50, print_blob=True)
    settings.register_profile("long", derandomize=True, deadline=None, max_examples=250, print_blob=True)
    settings.register_profile("quick", derandomize=True, deadline=None, max_examples=12)
    settings.register_profile("thorough", derandomize=False, deadline=None, max_examples=1500, print_blob=True)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


for name in PERSON:  # a program outside a project would speak the language of whoever runs the tests
    os.environ.pop(name, None)
use_extensions(ROOT)
SPOKEN, WORDS, PLACES = language(), said_instead(), dict(INNER_PLACES)


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the files under tests/golden/ anew")
    parser.addoption("--shuffle", type=int, help="run the tests in an order that is drawn with this number")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config):
    """One more than there are processors: while a test waits for a browser, another works. What is slow waits half of its time."""
    processors = os.cpu_count() or 1
    return 2 * processors if config.option.markexpr == "slow" else processors + 1


def pytest_collection_modifyitems(config, items):
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    seed = config.getoption("--shuffle")
    if seed is not None:
        random.Random(seed).shuffle(items)  # noqa: S311 - no secret


def pytest_collection_finish():
    """What is there now stays until the end: Python need not look through it for garbage again and again."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_words():
    """A process works for one project; a test that reads another one, or a tree of one, leaves this one's language, name, danger
    line and addresses.
    """
    yield
    speak(SPOKEN)
    say_instead(WORDS)
    if INNER_PLACES != PLACES:
        INNER_PLACES.clear()
        INNER_PLACES.update(PLACES)


@pytest.fixture
def golden(request):
    """Compare a text with tests/golden/<name>, or write it there with --update-golden."""

    def compare(name, text):
        place = TESTS / "golden" / name
        if request.config.getoption("--update-golden"):
            place.write_text(text, encoding="utf-8")
        assert place.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture(scope="session")
def playwright():
    """What starts browsers: one in a process, because it works for as long as it is there and suffers no second."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not inside Pyodide

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def project():
    """The project's own trees and data, loaded once."""
    return own_project()


class OwnTrees(Mapping):
    """The project's own trees by id, each compiled when a test asks for it."""

    def __iter__(self):
        return (file.stem for file in tree_files())

    def __len__(self):
        return len(tree_files())

    def __getitem__(self, name):
        return own_tree(name)


@pytest.fixture(scope="session")
def own_trees():
    """The project's own trees, compiled, by id."""
    return OwnTrees()


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The tree that the golden files show: small, yet with something of everything."""
    root = make_project(tmp_path_factory.mktemp("voorbeeld"))
    library = load_paths([root], cwd=root).library
    say_instead(WORDS)
    return compile_tree("vuilnis", library)
