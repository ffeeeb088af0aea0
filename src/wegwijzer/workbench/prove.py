"""What is wrong with the whole project as its texts stand now: what the command line says of the same files, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import Any

from wegwijzer.check.checker import check_project
from wegwijzer.check.rules.upkeep import broken_case
from wegwijzer.check.settings import settings_in, unknown_trees
from wegwijzer.load import Loaded
from wegwijzer.problems import Problem
from wegwijzer.workbench.desk import Desk, day_of
from wegwijzer.workbench.told import told

SLICE = 0.1
"""Seconds after which the page is heard again. A single rule may take longer."""


class Proof:
    """One round along all files of the project, those of the open one first."""

    def __init__(self, desk: Desk, path: str, today: str) -> None:
        self.desk, self.today, self.loaded = desk, today, desk.loaded()
        self.files = sorted(self.loaded.own(), key=lambda file: (file.shown != path, file.shown.endswith(".md")))
        self.done = False
        self._work = self._go()

    def _go(self) -> Iterator[None]:
        judge = self.desk.judge
        judge.begin(self.loaded)
        if self.files and self.files[0].root:  # where somebody types: what is parsed now, is changed soon
            yield
        for file in self.files:
            yield from judge.work(file, self.loaded, self.today)
        self.done = True

    def go(self, seconds: float) -> None:
        """Go on for so long."""
        end = perf_counter() + seconds
        for _ in self._work:
            if perf_counter() > end:
                return

    def problems(self) -> list[Problem]:
        """Everything that is known by now to be wrong, in order of place."""
        found = {*of_settings(self.loaded, self.today), *filter(None, [self.desk.refused])}
        for file in self.files:
            kept = self.desk.judge.kept.get(file.shown)
            found.update(kept.problems(file) if kept else file.problems)
        return sorted(found)


def prove(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """A slice of the check of the whole project; asked again until it is `done`.

    In: `fresh` to begin again (also when a text changed since), `path` of the open file, `today` as `2027-11-01`, `whole` to do all at
    once. Out: `problems` of all files as far as is known, and `cases` of the open tree.
    """
    proof = desk.proof
    if proof is None or asked.get("fresh") or proof.loaded is not desk.loaded():
        proof = desk.proof = Proof(desk, asked.get("path") or "", day_of(asked))
    proof.go(float("inf") if asked.get("whole") else SLICE)
    return {
        "problems": [told(desk, problem) for problem in proof.problems()],
        "cases": cases(desk, asked.get("path") or ""),
        "done": proof.done,
    }


def of_settings(loaded: Loaded, today: str) -> Iterator[Problem]:
    """What is wrong with what the project says of itself."""
    yield from settings_in(loaded.settings)[1]
    yield from unknown_trees(loaded.settings, loaded.library)
    yield from check_project(loaded, today)


def cases(desk: Desk, path: str) -> list[dict[str, Any]]:
    """The cases of a tree: `title`, `where`, the action where each should end (`ends_in`), and whether it does (`holds`); nothing for
    what cannot be known yet, or not as long as something else is wrong.
    """
    file, kept = desk.file(path), desk.judge.kept.get(path)
    if file is None or not getattr(file.record, "cases", ()):
        return []
    current = kept is not None and kept.file is file
    wrong = {
        finding.where[:2] for rule, _, finding in (kept.found if kept else ()) if rule.module == broken_case.__name__
    }
    known = current and broken_case.__name__ in (kept.ran if kept else ())
    return [
        {
            "title": case.title,
            "where": ["cases", index],
            "ends_in": case.ends_in,
            "holds": ("cases", index) not in wrong if known else None,
        }
        for index, case in enumerate(file.record.cases)
    ]
