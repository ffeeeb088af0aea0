"""The command that measures how far readers must go: effort."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from wegwijzer.cli.usage import OK, Options, UsageError, load_projects
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.effort import FIGURES, MEASURES, NO_LIMITS, Effort, Limits, efforts, figures_of, heaviest, passed
from wegwijzer.locale import figure, say

COLUMNS = ("taps", "words", "first_taps", "first_words", "result", "whole")


def _effort_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "paths", type=Path, nargs="*", default=[Path()], metavar=say("command.path"), help=say("command.path_help")
    )
    sub.add_argument("--all", action="store_true", help=say("command.effort_all"))
    sub.add_argument("--format", choices=("text", "json"), default="text", help=say("command.result_format"))
    sub.set_defaults(run=run_effort)


COMMANDS: dict[str, Options] = {"effort": _effort_options}


def run_effort(options: argparse.Namespace) -> int:
    from wegwijzer.check.settings import settings_in  # noqa: PLC0415 - needs the rules

    found: dict[str, list[Effort]] = {}
    limits: dict[str, Limits] = {}
    for loaded in load_projects(options.paths):
        wanted = settings_in(loaded.settings)[0].effort
        for file in loaded.trees():
            if file.record is None or file.path not in loaded.named:
                continue
            wants = wanted.get(file.name, NO_LIMITS)
            if measured := efforts(compile_tree(file.name, loaded.library), wants.doors):
                found[file.name], limits[file.name] = measured, wants
    if not found:
        raise UsageError(say("cli.no_cases"))
    if options.format == "json":
        rows = {name: _row(measured, limits[name], whole=options.all) for name, measured in found.items()}
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return OK
    tables = (
        [*_table(name, measured, limits[name]), *(_each(measured) if options.all else ())]
        for name, measured in found.items()
    )
    print("\n\n".join(map("\n".join, tables)))
    return OK


def _row(measured: list[Effort], limits: Limits, *, whole: bool) -> Mapping[str, object]:
    row: dict[str, object] = {
        "cases": len(measured),
        "figures": figures_of(measured),
        "heaviest": {measure: [each.title for each in heaviest(measured, measure)] for measure in MEASURES},
        "passed": [[over.measure, over.figure, over.value, over.most] for over in passed(measured, limits)],
    }
    return row | {"each": [asdict(each) for each in measured]} if whole else row


def _table(name: str, measured: list[Effort], limits: Limits) -> Iterator[str]:
    """The figures of a tree; behind a value that is more than the project wants, what it wants."""
    over = {(each.measure, each.figure): each.most for each in passed(measured, limits)}
    wide = max(len(say(f"effort.{measure}")) for measure in MEASURES)
    heads = [say(f"effort.{each}") for each in FIGURES]
    yield say("cli.effort_tree", name=name, count=len(measured))
    yield f"  {'':{wide}}  " + "  ".join(f"{head:>16}" for head in heads)
    for measure, values in figures_of(measured).items():
        shown = [
            figure(value)
            + (say("cli.effort_most", most=figure(over[measure, each])) if (measure, each) in over else "")
            for each, value in values.items()
        ]
        yield f"  {say(f'effort.{measure}'):{wide}}  " + "  ".join(f"{value:>16}" for value in shown)
    for measure in ("taps", "words"):
        cases = ", ".join(f"‘{each.title}’ ({figure(getattr(each, measure))})" for each in heaviest(measured, measure))
        yield "  " + say("cli.effort_heaviest", measure=say(f"effort.{measure}"), cases=cases)


def _each(measured: list[Effort]) -> Iterator[str]:
    """Every case, a line each, in order of the file."""
    heads = re.split(r"\s{2,}", say("cli.effort_head"))
    yield "  " + "  ".join([*(f"{head:>{max(6, len(head))}}" for head in heads[:-1]), heads[-1]])
    for each in measured:
        values = (figure(getattr(each, column)) for column in COLUMNS)
        cells = [f"{value:>{max(6, len(head))}}" for value, head in zip(values, heads[:-1], strict=True)]
        yield "  " + "  ".join([*cells, each.title])
