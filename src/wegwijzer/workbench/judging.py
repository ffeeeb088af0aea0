"""Judging the files of a project again and again while somebody types: only what could have changed is worked out.

What was found in a file counts as long as the file is the same and all that was read of others is (see `watched`). Of a tree whose
text changes, rules that look at each step apart look at the changed ones alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from wegwijzer.bounds import Bounds
from wegwijzer.check.apart import alone, found_in
from wegwijzer.check.checker import Judged, at_work, judged, stamped
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.settings import settings_in
from wegwijzer.compile.compiled import Compiled
from wegwijzer.kinds.library import Library
from wegwijzer.language.prose import Prose
from wegwijzer.load import Loaded, LoadedFile
from wegwijzer.model import Tree, Where
from wegwijzer.model.parts import Part, parts
from wegwijzer.problems import Finding, Problem
from wegwijzer.workbench.watched import Reads, Watched


@dataclass
class JudgedPart:
    """A part of a tree, with what rules found that look at each part apart, by module."""

    of: Part
    prose: Prose
    found: dict[str, list[Finding]]
    reads: Reads


@dataclass
class Kept:
    """What was found in a file, what that hangs on, and the modules of the rules that looked."""

    file: LoadedFile
    today: str
    found: list[Judged]
    reads: Reads
    ran: set[str] = field(default_factory=set)
    compiled: tuple[Compiled, Reads] | None = None

    def problems(self, file: LoadedFile) -> list[Problem]:
        """All that is wrong with the file as it is now; after a change these are the places of then as far as they exist."""
        return sorted({*file.problems, *(stamped(file, each) for each in self.found)})


@dataclass
class InParts:
    """What is known of a tree part by part."""

    parts: dict[Where, JudgedPart] = field(default_factory=dict)

    @property
    def prose(self) -> Prose:
        bounds = next(iter(self.parts.values())).prose.bounds
        return Prose(None, bounds, (passage for part in self.parts.values() for passage in part.prose.passages))

    def found(self, rule: Rule) -> Iterable[Finding]:
        return (finding for part in self.parts.values() for finding in part.found.get(rule.module, ()))


class Judge:
    """Keeps what was found, by path."""

    def __init__(self) -> None:
        self.kept: dict[str, Kept] = {}
        self.in_parts: dict[str, InParts] = {}
        self._settings = ""

    def begin(self, loaded: Loaded) -> None:
        """Take in what the project is now: other settings are other rules, and a tree that is compiled need not be again."""
        if loaded.settings.text != self._settings:
            self._settings = loaded.settings.text
            self.kept.clear()
            self.in_parts.clear()
        for file in loaded.trees():
            kept = self.kept.get(file.shown)
            if kept and kept.compiled and kept.file is file and kept.compiled[1].hold(loaded.library):
                loaded.library.notes.setdefault(("compiled", file.name), kept.compiled[0])

    def work(self, file: LoadedFile, loaded: Loaded, today: str) -> Iterator[None]:
        """Judge one file, as far as that was not done, a piece at a time."""
        kept = self.kept.get(file.shown)
        if kept and kept.file is file and kept.today == today and kept.reads.hold(loaded.library):
            return
        own = file.name if file.kind is Tree else ""
        library, apart = Watched(loaded.library, own), None
        if file.kind is Tree and file.record is not None:
            yield from self.work_apart(file, loaded)
            apart = self.in_parts[file.shown]
        found: list[Judged] = []
        ran: set[str] = set()
        for rule, each in judged(file, replace(loaded, library=library), today, apart):
            ran.add(rule.module)
            found += each
            yield
        for part in apart.parts.values() if apart else ():
            library.reads.seen.update(part.reads.seen)
        self.kept[file.shown] = Kept(file, today, found, library.reads, ran, library.compiled)

    def work_apart(self, file: LoadedFile, loaded: Loaded, only: Where | None = None) -> Iterator[None]:
        """Judge the parts of a tree that are not what they were, or that one alone."""
        before = self.in_parts.get(file.shown, InParts()).parts
        bounds = settings_in(loaded.settings)[0].bounds
        rules = [rule for rule, _ in at_work(loaded) if rule.apart and (rule.tree or rule.prose)]
        now: dict[Where, JudgedPart] = {}
        for where, of in parts(file.record):
            known = before.get(where)
            if known and (only not in {None, where} or _stays(known, of, loaded.library)):
                now[where] = known
            elif only in {None, where}:
                now[where] = _judged_apart(where, of, loaded.library, bounds, rules)
                yield
        self.in_parts[file.shown] = InParts(now)


def _stays(known: JudgedPart, of: Part, library: Library) -> bool:
    return (known.of is of or (isinstance(of, Tree) and known.of == of)) and known.reads.hold(library)


def _judged_apart(where: Where, of: Part, library: Library, bounds: Bounds, rules: list[Rule]) -> JudgedPart:
    part, watched = alone(where, of), Watched(library)
    prose = Prose(part, bounds)
    found = {rule.module: [*found_in(part, prose, rule, watched)] for rule in rules}
    return JudgedPart(of, prose, {module: some for module, some in found.items() if some}, watched.reads)
