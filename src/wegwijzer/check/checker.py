"""The checker: every problem of the loaded files at once, in order of place."""

from __future__ import annotations

from collections.abc import Iterator

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


def check(loaded: Loaded, *, today: str | None = None) -> list[Problem]:
    """All problems of the named files: those of loading, and those that the rules find in each that could be read.

    What is wrong in the settings of the project is among them, as it decides what the rules say.

    `today` is a date as `2027-11-01`; without it no date can have passed.
    """
    problems: set[Problem] = {*settings_in(loaded.settings)[1], *unknown_trees(loaded.settings, loaded.library)}
    problems.update(check_project(loaded, today))
    for file in loaded.own():
        problems.update(file.problems, check_file(file, loaded, today))
    if loaded.local:
        problems.update(loaded.local.problems, check_local(loaded.local, loaded))
    return sorted(problems)


def check_local(file: LoadedFile, loaded: Loaded) -> Iterator[Problem]:
    """Run the rules on the file of one who publishes the trees as its own: those of any file, then those on what it says."""
    if file.record is None:
        return
    yield from check_data(file, loaded)
    yield from check_prose(file, loaded)
    own, failed = Own(file.record, file.path.parent, loaded), set[str]()
    for rule, level in _at_work(loaded):
        if rule.own is None:
            continue
        if failed & required(rule):
            failed.add(rule.module)
            continue
        for finding in rule.own(own):
            yield _problem(file, rule, level, finding)
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
    for rule, level in _at_work(loaded):
        for finding in rule.project(file, today) if rule.project else ():
            line, column = file.place(*map(str, finding.where), at_key=finding.at_key)
            yield Problem(file.shown, line, column, rule.code, level, finding.message, finding.hint)


def check_file(file: LoadedFile, loaded: Loaded, today: str | None = None) -> list[Problem]:
    """What the rules find in one file, as far as it could be read; the problems of loading are its own."""
    if file.record is None:
        return []
    found = check_tree(file, loaded, today) if file.kind is Tree else check_data(file, loaded)
    return [*found, *check_prose(file, loaded)]


def check_data(file: LoadedFile, loaded: Loaded) -> list[Problem]:
    """Run on one data file the rules that say something of data."""
    return [
        _problem(file, rule, level, finding)
        for rule, level in _at_work(loaded)
        if rule.data
        for finding in rule.data(file.record, loaded.library)
    ]


def check_prose(file: LoadedFile, loaded: Loaded) -> list[Problem]:
    """Run on one file, of whatever kind, the rules on what a reader reads."""
    prose = Prose(file.record, settings_in(loaded.settings)[0].bounds)
    return [
        _problem(file, rule, level, finding)
        for rule, level in _at_work(loaded)
        if rule.prose
        for finding in rule.prose(prose)
    ]


def check_tree(file: LoadedFile, loaded: Loaded, today: str | None = None) -> list[Problem]:
    """Run every rule on one tree. A rule is passed over when one that it requires found something."""
    settings = settings_in(loaded.settings)[0]
    limits = settings.effort.get(file.name, NO_LIMITS)
    context = Context(file.name, file.record, loaded.library, file.left_out(), today, settings.bounds, limits)
    problems: list[Problem] = []
    failed: set[str] = set()
    unread = bool(file.problems) or any(f"trees/{used}" in loaded.library.broken for used in file.record.uses)
    for rule, level in _at_work(loaded):
        if rule.tree is None:
            continue
        # A file that could only be read in part would raise false alarms about what is missing from it.
        if failed & required(rule) or (unread and rule.requires):
            failed.add(rule.module)
            continue
        for finding in rule.tree(context):
            problems.append(_problem(file, rule, level, finding))
            if level == "error":
                failed.add(rule.module)
    return problems


def _at_work(loaded: Loaded) -> Iterator[tuple[Rule, Level]]:
    """The rules that the project did not switch off and for which its language has the words, in order, each with its level there."""
    settings, _ = settings_in(loaded.settings)
    for rule in rules():
        level = settings.level(rule)
        if level != "off" and rule.speaks:
            yield rule, level


def _problem(file: LoadedFile, rule: Rule, level: Level, finding: Finding) -> Problem:
    line, column = file.place(finding.where, at_key=finding.at_key, find=finding.find)
    return Problem(file.shown, line, column, rule.code, level, finding.message, finding.hint)
