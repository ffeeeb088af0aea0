"""Run the steps of a build: only those whose files are not what they should be, several at once.

A step is up to date when the digest of what it is made from, and of each of its files, is what the last build wrote
down. So a file that was touched, cut short or thrown away is made again, and no clock is looked at. What a step of an
earlier build made and no step makes now is removed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from pathlib import Path, PurePosixPath
from typing import Any

from wegwijzer.build.step import Files, Step
from wegwijzer.build.workers import workers

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


def run(steps: Iterable[Step], folder: Path, *, tools: str, jobs: int | None = None) -> Made:
    """Bring `folder` in line with the steps. `tools` is a digest of what every step uses.

    Raises StepError for the first step that fails, ValueError when two steps have the same name or make the same file
    or when one reads a step that is not there, and CycleError (of graphlib) when steps wait for each other.
    """
    by_name = _by_name(steps)
    order = TopologicalSorter({step.name: step.reads for step in by_name.values()})
    order.prepare()
    memory = _remembered(folder)
    keys: dict[str, str] = {}
    made = Made()
    asked: list[Step] = []
    running: dict[Future[Files], str] = {}
    jobs = jobs or os.cpu_count() or 1
    with workers(jobs) as pool:
        try:
            while order.is_active():
                for name in order.get_ready():
                    step = by_name[name]
                    keys[name] = step.key(tools, (str(sorted(made.files[other].items())) for other in step.reads))
                    known = memory.get(name)
                    if known and known["key"] == keys[name] and _untouched(folder, known["files"]):
                        made.files[name] = known["files"]
                        order.done(name)
                    else:
                        asked.append(step)
                # The largest first, also of what can be done only later; one more than there are processes: none waits for us.
                asked.sort(key=lambda step: step.size)
                while asked and len(running) <= jobs:
                    step = asked.pop()
                    running[pool.submit(step.make, *step.arguments)] = step.name
                if order.is_active() and running:
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        name = running.pop(future)
                        files = _result(name, future)
                        made.files[name] = _digests(files)
                        made.anew.append(name)
                        _remember(folder, _with(memory, name, keys[name], made.files[name]))
                        _write(folder, files)
                        order.done(name)
        finally:
            pool.shutdown(cancel_futures=True)
    _no_file_twice(made)
    for path in {path for known in memory.values() for path in known["files"]} - made.paths():
        _remove(folder, path)
    _remember(folder, {name: memory[name] for name in made.files})
    return made


def forget(folder: Path, names: Iterable[str]) -> None:
    """Make these steps again at the next run, whatever they are made from: nobody knows what they saw."""
    memory = _remembered(folder)
    for name in names:
        memory[name]["key"] = ""
    _remember(folder, memory)


def _by_name(steps: Iterable[Step]) -> dict[str, Step]:
    found: dict[str, Step] = {}
    for step in steps:
        if step.name in found:
            raise ValueError(f"two steps are called {step.name}")
        found[step.name] = step
    for step in found.values():
        if missing := [name for name in step.reads if name not in found]:
            raise ValueError(f"{step.name} reads what no step makes: {', '.join(missing)}")
    return found


def _result(name: str, future: Future[Files]) -> Files:
    try:
        return future.result()
    except BaseException as error:
        raise StepError(name, error) from error


def _digests(files: Files) -> dict[str, str]:
    return {path: hashlib.sha256(content).hexdigest() for path, content in sorted(files.items())}


def _write(folder: Path, files: Files) -> None:
    """Write files so that each is old or new, never half. What stood in the way, of an earlier build, goes."""
    for path, content in files.items():
        place = folder / path
        for parent in place.relative_to(folder).parents:
            if (folder / parent).is_file():
                (folder / parent).unlink()
        if place.is_dir():
            shutil.rmtree(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        partial = _half(place)
        partial.write_bytes(content)
        partial.replace(place)


def _half(place: Path) -> Path:
    """Where a file is written before it is whole; a build that was killed may leave it there."""
    return place.with_name(f"{place.name}.half")


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
    for path, name in owners.items():
        for parent in map(str, PurePosixPath(path).parents):
            if parent in owners:
                raise ValueError(f"{parent} is a file of {owners[parent]}, and a folder of {name}")


def _remove(folder: Path, path: str) -> None:
    place = folder / path
    for file in (place, _half(place)):
        if file.is_file():
            file.unlink()
    for parent in place.relative_to(folder).parents[:-1]:
        if (folder / parent).is_dir() and not any((folder / parent).iterdir()):
            (folder / parent).rmdir()


Memory = dict[str, dict[str, Any]]
"""Name of a step → its key and the digests of its files; under LEFT what a step made before and makes no more."""
LEFT = ""


def _remembered(folder: Path) -> Memory:
    """What an earlier build wrote down; nothing when it did not, or when the note is damaged."""
    try:
        memory = json.loads((folder / MEMORY).read_text(encoding="utf-8"))
        return {name: {"key": str(known["key"]), "files": dict(known["files"])} for name, known in memory.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _with(memory: Memory, name: str, key: str, files: dict[str, str]) -> Memory:
    """The memory with what a step is about to write: `memory` itself, changed."""
    earlier = memory.get(name, {"files": {}})["files"]
    left = memory.setdefault(LEFT, {"key": "", "files": {}})["files"]
    left |= {path: seen for path, seen in earlier.items() if path not in files}
    memory[name] = {"key": key, "files": files}
    return memory


def _remember(folder: Path, memory: Memory) -> None:
    """Write down what is there, before it is: a build that stops halfway loses no work and forgets no file."""
    _write(folder, {MEMORY: json.dumps(memory, sort_keys=True).encode()})
