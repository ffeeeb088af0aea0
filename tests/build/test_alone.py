"""Each step of the build by itself: it finds what it needs in the files of the steps that it says it reads."""

from __future__ import annotations

import json

import pytest

from helpers import ROOT, some_trees, tree_files
from wegwijzer.build import Step, workers
from wegwijzer.build.run import MEMORY
from wegwijzer.site.steps import steps
from wegwijzer.workplace import build_in

pytestmark = pytest.mark.slow
BUILT = ROOT / "build"


def made_in(folder, step: Step):
    """What the step makes where only that folder was built, in a process that remembers nothing of another step."""
    with workers(1) as alone:
        alone.submit(build_in, str(folder)).result()
        return alone.submit(step.make, *step.arguments).result()


def test_a_step_says_what_it_reads(project, tmp_path, monkeypatch):
    """Each step, with nothing but those files: in a build nobody knows which of the others are done before it.

    Of the steps that each tree has, those of the smallest tree.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    first = some_trees()[0]
    others = {file.stem for file in tree_files()} - {first}
    kept = [s for s in steps(project.library, pages=False) if s.name.rpartition("/")[2] not in others]
    files = {name: known["files"] for name, known in json.loads((BUILT / MEMORY).read_text()).items()}
    assert f"map/{first}" in {step.name for step in kept}
    for step in kept:
        folder = tmp_path / step.name.replace("/", "-")
        for path in (path for other in step.reads for path in files[other]):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).symlink_to(BUILT / path)
        assert made_in(folder, step) == {path: (BUILT / path).read_bytes() for path in files[step.name]}, step.name
