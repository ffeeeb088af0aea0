"""The checker: every problem of the loaded files at once, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from wegwijzer.check.rules import required, rules
from wegwijzer.check.rules.context import Context
from wegwijzer.check.rules.own import Own
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.settings import settings_in, unknown_trees
from wegwijzer.check.under import under
from wegwijzer.effort import NO_LIMITS
from wegwijzer.language.prose import Prose
from wegwijzer.load import Loaded, LoadedFile
from wegwijzer.model import Tree
from wegwijzer.problems import Finding, Level, Problem

Judged = tuple[Rule, Level, Finding]
"""What a rule found in a file, and how bad the project calls it."""
Working = Iterable[tuple[Rule, Level]]
"""The rules that are asked, each with its level in the project."""


class Apart(Protocol):
    """What is known of a tree part by part (see `wegwijzer.check.apart`)."""

    @property
    def prose(self) -> Prose:
        """What a reader reads in all parts."""

    def found(self, rule: Rule) -> Iterable[Finding]:
        """What a rule finds in all parts, one that looks at each apart."""


def check(loaded: Loaded, *, today: str | None = None, errors_only: bool = False) -> list[Problem]:
    """All problems of the named files: those of loading, and those that the rules find in each that could be read.

    What is wrong in the settings of the project is among them, as it decides what the rules say.

    `today` is a date as `2027-11-01`; without it no date can have passed. With `errors_only` rules that only advise are not
    asked, which takes half of the time.
    """
    problems: set[Problem] = {*settings_in(loaded.settings)[1], *unknown_trees(loaded.settings, loaded.library)}
    problems.update(check_project(loaded, today))
    for file in loaded.own():
        problems.update(file.problems, check_file(file, loaded, today, errors_only=errors_only))
    if loaded.local:
        problems.update(loaded.local.problems, check_local(loaded.local, loaded))
    return sorted(problem for problem in problems if problem.level == "error" or not errors_only)


def check_local(file: LoadedFile, loaded: Loaded) -> Iterator[Problem]:
    """Run the rules on the file of one who publishes the trees as its own: those of any file, then those on what it says."""
    if file.record is None:
        return
    working = list(at_work(loaded))
    for _, found in (*_in_data(file, loaded, working), *_in_prose(file, loaded, working)):
        yield from (stamped(file, each) for each in found)
    own, failed = Own(file.record, file.path.parent, loaded), set[str]()
    for rule, level in working:
        if rule.own is None:
            continue
        if failed & required(rule):
            failed.add(rule.module)
            continue
        for finding in rule.own(own):
            yield stamped(file, (rule, level, finding))
            if level == "error":
                failed.add(rule.module)
    for code, finding in under(own):
        line, column = file.place(finding.where)
        yield Problem(file.shown, line, column, code, "error", finding.message, finding.hint)


def errors_of_own(file: LoadedFile, loaded: Loaded) -> list[Problem]:
    """The errors in such a file, those of loading too: with one of them nothing is made for who publishes."""
    found = {*file.problems, *check_local(file, loaded)}
    return sorted(problem for problem in found if problem.level == "error")


def check_project(loaded: Loaded, today: str | None = None) -> Iterator[Problem]:
    """Run the rules on what a project says of itself."""
    file = loaded.settings
    for rule, level in at_work(loaded):
        for finding in rule.project(file, today) if rule.project else ():
            line, column = file.place(*map(str, finding.where), at_key=finding.at_key)
            yield Problem(file.shown, line, column, rule.code, level, finding.message, finding.hint)


def check_file(
    file: LoadedFile, loaded: Loaded, today: str | None = None, *, errors_only: bool = False
) -> list[Problem]:
    """What the rules find in one file, as far as it could be read; the problems of loading are its own."""
    return [stamped(file, each) for _, found in judged(file, loaded, today, errors_only=errors_only) for each in found]


def judged(
    file: LoadedFile, loaded: Loaded, today: str | None = None, apart: Apart | None = None, *, errors_only: bool = False
) -> Iterator[tuple[Rule, list[Judged]]]:
    """What each rule finds in one file, each rule that looks at it in turn, so that somebody may do something else meanwhile.

    `apart` knows what rules find that look at a tree part by part; without it those look at it whole.
    """
    if file.record is None:
        return
    working = [(rule, level) for rule, level in at_work(loaded) if level == "error" or not errors_only]
    if file.kind is Tree:
        yield from _in_tree(file, loaded, working, today, apart)
    else:
        yield from _in_data(file, loaded, working)
    yield from _in_prose(file, loaded, working, apart if file.kind is Tree else None)


def _in_data(file: LoadedFile, loaded: Loaded, working: Working) -> Iterator[tuple[Rule, list[Judged]]]:
    """Run on one data file the rules that say something of data."""
    for rule, level in working:
        if rule.data:
            yield rule, [(rule, level, finding) for finding in rule.data(file.record, loaded.library)]


def _in_prose(
    file: LoadedFile, loaded: Loaded, working: Working, apart: Apart | None = None
) -> Iterator[tuple[Rule, list[Judged]]]:
    """Run on one file, of whatever kind, the rules on what a reader reads."""
    prose = apart.prose if apart else Prose(file.record, settings_in(loaded.settings)[0].bounds)
    for rule, level in working:
        if rule.prose:
            found = apart.found(rule) if apart and rule.apart else rule.prose(prose)
            yield rule, [(rule, level, finding) for finding in found]


def _in_tree(
    file: LoadedFile, loaded: Loaded, working: Working, today: str | None, apart: Apart | None
) -> Iterator[tuple[Rule, list[Judged]]]:
    """Run every rule on one tree. A rule is passed over when one that it requires found something."""
    settings = settings_in(loaded.settings)[0]
    limits = settings.effort.get(file.name, NO_LIMITS)
    context = Context(file.name, file.record, loaded.library, file.left_out(), today, settings.bounds, limits)
    failed: set[str] = set()
    unread = bool(file.problems) or any(f"trees/{used}" in loaded.library.broken for used in file.record.uses)
    for rule, level in working:
        if rule.tree is None:
            continue
        # A file that could only be read in part would raise false alarms about what is missing from it.
        if failed & required(rule) or (unread and rule.requires):
            failed.add(rule.module)
            continue
        found = [*(apart.found(rule) if apart and rule.apart else rule.tree(context))]
        if found and level == "error":
            failed.add(rule.module)
        yield rule, [(rule, level, finding) for finding in found]


def at_work(loaded: Loaded) -> Working:
    """The rules that the project did not switch off and for which its language has the words, in order, each with its level there."""
    settings, _ = settings_in(loaded.settings)
    for rule in rules():
        level = settings.level(rule)
        if level != "off" and rule.speaks:
            yield rule, level


def stamped(file: LoadedFile, judged: Judged) -> Problem:
    """What a rule found, with its place in the file."""
    rule, level, finding = judged
    line, column = file.place(finding.where, at_key=finding.at_key, find=finding.find)
    return Problem(file.shown, line, column, rule.code, level, finding.message, finding.hint)
