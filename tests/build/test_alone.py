"""Each step of the build by itself: it finds what it needs in the files of the steps that it says it reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import ROOT, TESTS, some_trees, tree_files
from wegwijzer.build import Step, workers
from wegwijzer.build.run import MEMORY
from wegwijzer.pages.project import project
from wegwijzer.site.steps import steps
from wegwijzer.workplace import build_in

pytestmark = [pytest.mark.slow, pytest.mark.long]
BUILT = ROOT / "build"


def made_in(folder: Path, step: Step) -> dict[str, bytes]:
    """What the step makes where only that folder was built, in a process that remembers nothing of another step."""
    with workers(1) as alone:
        alone.submit(build_in, str(folder)).result()
        return alone.submit(step.make, *step.arguments).result()


def different(place: Path) -> Iterator[str]:
    """The names of the steps that make something else than the build did, with nothing but the files that they read.

    Of the steps that each tree has, those of the smallest tree.
    """
    first = some_trees()[0]
    others = {file.stem for file in tree_files()} - {first}
    kept = [step for step in steps(project().library, pages=False) if step.name.rpartition("/")[2] not in others]
    files = {name: known["files"] for name, known in json.loads((BUILT / MEMORY).read_text()).items()}
    assert f"map/{first}" in {step.name for step in kept}
    for step in kept:
        folder = place / step.name.replace("/", "-")
        for path in (path for other in step.reads for path in files[other]):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).symlink_to(BUILT / path)
        if made_in(folder, step) != {path: (BUILT / path).read_bytes() for path in files[step.name]}:
            yield step.name


def test_a_step_says_what_it_reads(tmp_path):
    """In a build nobody knows which of the others are done before it. Asked of a process that did nothing before."""
    done = subprocess.run(
        [sys.executable, __file__, tmp_path],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(TESTS), "SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


if __name__ == "__main__":
    for name in different(Path(sys.argv[1])):
        print(name)
