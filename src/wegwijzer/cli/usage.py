"""What every command shares: exit statuses, the error of wrong use, loading named paths, the clock, the terminal."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wegwijzer.kinds.settings import SettingsError, SettingsFile, find_root, use_extensions
from wegwijzer.locale import say

if TYPE_CHECKING:
    from wegwijzer.check.rules.own import Own
    from wegwijzer.load import Loaded, LoadedFile

OK, PROBLEMS, USAGE, CLOSED = 0, 1, 2, 141
"""Exit statuses; the last one as a shell gives it when nobody reads what a program prints."""
Options = Callable[[argparse.ArgumentParser], None]
"""Gives a command its arguments, and what runs it."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class UsageError(Exception):
    """The command cannot be carried out as given; the message says why."""


class ContentError(Exception):
    """What somebody wrote has problems; the message is the report on them."""


def local_option(sub: argparse.ArgumentParser) -> None:
    """Let a command take the file of one who publishes the trees as its own."""
    sub.add_argument("--local", type=Path, metavar=say("command.file"), help=say("command.local"))


def load(paths: list[Path], *, whole: bool = False, local: Path | None = None) -> Loaded:
    """Read the paths that a user named, of one project; `whole`: with the rest of it, `local`: with the choices in that file.

    Raises UsageError for a path that does not exist.
    """
    from wegwijzer.load import load_paths  # noqa: PLC0415 - only what reads YAML needs its package

    try:
        return load_paths(paths, whole=whole, local=local)
    except SettingsError as error:
        raise UsageError(f"{error}.") from None
    except FileNotFoundError as error:
        raise UsageError(say("cli.no_such", file=error)) from None


def own_of(file: LoadedFile, loaded: Loaded) -> Own:
    """What somebody decided who publishes the trees of a project as its own. Raises ContentError when the file is not right."""
    from wegwijzer.check.checker import errors_of_own  # noqa: PLC0415 - needs the rules
    from wegwijzer.check.report import as_text  # noqa: PLC0415 - as above
    from wegwijzer.check.rules.own import Own  # noqa: PLC0415 - as above

    loaded = replace(loaded, local=file)
    if errors := errors_of_own(file, loaded):
        raise ContentError(as_text(errors, 1))
    return Own(file.record, file.path.parent, loaded)


def use_project_here() -> SettingsFile:
    """Let the extensions count of the project in which the user stands, for what is asked without a path.

    Gives the settings of that project.
    """
    try:
        return use_extensions(find_root(Path.cwd()))
    except SettingsError as error:
        raise UsageError(f"{error}.") from None


def load_projects(paths: list[Path], local: Path | None = None) -> list[Loaded]:
    """Read the paths that a user named, each with the whole of the project that it stands in, and the choices of one who
    publishes it as its own.
    """
    projects: dict[Path | None, list[Path]] = {}
    for path in paths:
        projects.setdefault(find_root(path), []).append(path)
    return [load(named, whole=True, local=local) for named in projects.values()]


def today() -> str:
    """The date of today, or that of SOURCE_DATE in the environment, so that a build can be repeated."""
    given = os.environ.get("SOURCE_DATE", "")
    if given and not DAY.fullmatch(given):
        raise UsageError(say("cli.no_date", given=given))
    return given or datetime.now(UTC).date().isoformat()


def in_colour() -> bool:
    """Whether to print colours: only to a terminal, and never against NO_COLOR."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
