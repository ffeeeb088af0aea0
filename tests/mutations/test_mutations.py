"""Hundreds of faults in the project's own trees: each is found, at its line, and nothing makes the checker fall over.

`make test` makes two faults of each kind, `make test-all` six; MUTATIONS says how many: `MUTATIONS=100 pytest tests/mutations`.
"""

from __future__ import annotations

import os
import random
import shutil

import pytest

from helpers import ROOT, TODAY, mostly_slow, tree_files
from mutations.mutate import MAKERS
from wegwijzer.check.checker import check
from wegwijzer.load import load_paths

ASKED = int(os.environ.get("MUTATIONS", "0"))
EACH = range(ASKED) if ASKED else mostly_slow(range(6), quick=range(1))
FILES = sorted(tree_files(), key=lambda file: file.stat().st_size)[
    :-1
]  # the largest tree alone would take half the time
LARGEST = max(tree_files(), key=lambda file: file.stat().st_size)


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """A copy of the content, in which one tree at a time is broken, and its files as they were read once."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("trees", "data", "frames", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    return load_paths([root], cwd=root)


def found_in(project, name, content):
    """What the checker finds in one tree of the project when it has this content; the others are put back."""
    place = project.root / "trees" / name
    whole = place.read_bytes()
    try:
        place.write_bytes(content)
        loaded = load_paths([place], cwd=project.root, kept={file.path: file for file in project.files})
        loaded.files = [file for file in loaded.files if file.path == place]  # the others are right: only refer to them
        return check(loaded, today=TODAY)
    finally:
        place.write_bytes(whole)


def assert_found(project, kind, seed, files):
    """Make a fault of this kind and see that it is reported, near its line."""
    dice = random.Random(f"{kind}-{seed}")  # noqa: S311 - no secret
    for file in dice.sample(files, len(files)):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        fault = MAKERS[kind](lines, dice)
        if fault:
            break
    else:
        pytest.skip("no tree holds anything to break in this way")
    found = [p for p in found_in(project, file.name, fault.content) if p.level != "advice"]
    near = [p for p in found if p.code in fault.codes and abs(p.line - fault.line) <= fault.near]
    assert near, (
        f"{file.name}:{fault.line} {sorted(fault.codes)}, not {[(p.line, p.code, p.message) for p in found][:5]}"
    )


@pytest.mark.parametrize("seed", EACH)
@pytest.mark.parametrize("kind", MAKERS)
def test_fault_is_found_at_its_line(project, kind, seed):
    """A fault of this kind gives its code at the line where it was made."""
    assert_found(project, kind, seed, FILES)


@pytest.mark.parametrize("kind", [*MAKERS] if ASKED else mostly_slow([*MAKERS][::6], quick=[*MAKERS][::18]))
def test_fault_in_the_largest_tree_is_found(project, kind):
    """The same in the largest tree, for some kinds (for all when MUTATIONS is set)."""
    assert_found(project, kind, 0, [LARGEST])


@pytest.mark.parametrize("seed", EACH)
def test_torn_file_never_makes_the_checker_fall_over(project, seed):
    """Pieces cut, doubled and swapped at random give problems with a place, never a traceback."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    file = dice.choice(FILES)
    content = file.read_bytes()
    for _ in range(dice.randint(1, 12)):
        start = dice.randrange(len(content) + 1)
        piece = content[start : start + dice.choice((1, 3, 20, 200))]
        cut = dice.choice((piece * 2, b"", dice.randbytes(3), b"\n", b"  ", b": ", b"'"))
        content = content[:start] + cut + content[start + len(piece) :]
    for problem in found_in(project, file.name, content):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
