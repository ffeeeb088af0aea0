"""Run the steps of a build: only those whose files are not what they should be, several at once.

A step is up to date when the digest of what it is made from, and of each of its files, is what the last build wrote
down. So a file that was touched, cut short or thrown away is made again, and no clock is looked at. What a step of an
earlier build made and no step makes now is removed.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from wegwijzer.build.step import Files, Step

MEMORY = ".made.json"


class StepError(Exception):
    """A step failed: its name, and why. What other steps made stays; nothing of this step was written."""

    def __init__(self, step: str, cause: BaseException) -> None:
        super().__init__(f"{step}: {cause}")
        self.step, self.cause = step, cause


@dataclass
class Made:
    """What a build has: `files` gives each step's files with their digests, `anew` the steps that were run."""

    files: dict[str, dict[str, str]] = field(default_factory=dict)
    anew: list[str] = field(default_factory=list)

    def paths(self) -> set[str]:
        """Every file of every step."""
        return {path for files in self.files.values() for path in files}


def run(steps: Iterable[Step], folder: Path, *, code: str, jobs: int | None = None) -> Made:
    """Bring `folder` in line with the steps. `code` is a digest of the programs that the steps use.

    Raises StepError for the first step that fails, ValueError when two steps make the same file and CycleError (of
    graphlib) when steps wait for each other.
    """
    by_name = {step.name: step for step in steps}
    order = TopologicalSorter({step.name: step.reads for step in by_name.values()})
    order.prepare()
    memory = _remembered(folder)
    keys: dict[str, str] = {}
    made = Made()
    running: dict[Future[Files], str] = {}
    ready: list[str] = []
    # A forked worker already holds what the build has loaded.
    with ProcessPoolExecutor(jobs or os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        try:
            while order.is_active():
                ready += order.get_ready()
                for name in sorted(ready, key=lambda name: -by_name[name].size):
                    step = by_name[name]
                    keys[name] = step.key(code, (str(sorted(made.files[other].items())) for other in step.reads))
                    known = memory.get(name)
                    if known and known["key"] == keys[name] and _untouched(folder, known["files"]):
                        made.files[name] = known["files"]
                        order.done(name)
                    else:
                        running[pool.submit(step.make, *step.arguments)] = name
                ready = []
                if order.is_active() and running:
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        name = running.pop(future)
                        made.files[name] = _write(folder, _result(name, future))
                        made.anew.append(name)
                        order.done(name)
        finally:
            pool.shutdown(cancel_futures=True)
            _remember(folder, memory, made, keys)
    _no_file_twice(made)
    for path in {path for known in memory.values() for path in known["files"]} - made.paths():
        _remove(folder, path)
    _remember(folder, {}, made, keys)
    return made


def _result(name: str, future: Future[Files]) -> Files:
    try:
        return future.result()
    except BaseException as error:
        raise StepError(name, error) from error


def _write(folder: Path, files: Files) -> dict[str, str]:
    """Write files so that each is old or new, never half."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = place.with_name(f"{place.name}.half")
        partial.write_bytes(content)
        partial.replace(place)
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())}


def _untouched(folder: Path, files: dict[str, str]) -> bool:
    try:
        return all(hashlib.sha256((folder / path).read_bytes()).hexdigest() == seen for path, seen in files.items())
    except OSError:
        return False


def _no_file_twice(made: Made) -> None:
    owners: dict[str, str] = {}
    for name, files in made.files.items():
        for path in files:
            if path in owners:
                raise ValueError(f"{path} is made by {owners[path]} and by {name}")
            owners[path] = name


def _remove(folder: Path, path: str) -> None:
    place = folder / path
    place.unlink(missing_ok=True)
    for parent in place.relative_to(folder).parents:
        if parent != Path() and not any((folder / parent).iterdir()):
            (folder / parent).rmdir()


def _remembered(folder: Path) -> dict[str, Any]:
    """What an earlier build wrote down; nothing when it did not, or when the note is damaged."""
    try:
        memory = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        return {name: {"key": str(known["key"]), "files": dict(known["files"])} for name, known in memory.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _remember(folder: Path, earlier: dict[str, Any], made: Made, keys: dict[str, str]) -> None:
    """Write down what is there: also after a failure, so that work is not lost and nothing is forgotten to remove."""
    now = {name: {"key": keys[name], "files": files} for name, files in made.files.items()}
    _write(folder, {MEMORY: json.dumps({**earlier, **now}).encode()})
