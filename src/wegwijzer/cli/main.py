"""The command line, `wegwijzer`: every command in one order, and how it ends."""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from wegwijzer.cli import authoring, effort, naming, paper, site, trees
from wegwijzer.cli.usage import CLOSED, OK, PROBLEMS, USAGE, ContentError, UsageError
from wegwijzer.kinds.settings import find_root, speak_as
from wegwijzer.locale import say
from wegwijzer.problems import one_line
from wegwijzer.walk.walker import WalkError

EXTRA = {"yaml": "cli.needs_yaml", "pyphen": "cli.needs_pyphen"}
"""What comes with the extra `load`, and what it is for."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 fine, 1 problems in the content, 2 wrong usage."""
    _speak_utf8()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
        return CLOSED
    return status


def _run(arguments: list[str] | None) -> int:
    speak_as(find_root(Path.cwd()))
    try:
        options = parser().parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or OK)
    try:
        status: int = options.run(options)
    except UsageError as error:
        print(f"wegwijzer: {one_line(str(error))}", file=sys.stderr)
        return USAGE
    except ContentError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except WalkError as error:
        print(f"wegwijzer: {one_line(str(error))}", file=sys.stderr)
        return PROBLEMS
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        print(say("cli.needs_extra", what=say(EXTRA[error.name])), file=sys.stderr)
        return USAGE
    return status


def _speak_utf8() -> None:
    """Print in UTF-8 whatever the console says of itself: a message with an arrow must not end in an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go() -> None:
    """Nobody listens any more (`| head -1`): what is still to be written goes nowhere, also when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Parser(argparse.ArgumentParser):
    """A parser of which the help is in the language of the project, headings and all."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, formatter_class=_Help)
        self._positionals.title = say("command.arguments")
        self._optionals.title = say("command.options")
        self.add_argument("-h", "--help", action="help", help=say("command.help"))


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say("command.usage") if prefix is None else prefix)


def parser() -> Parser:
    """The whole command line."""
    whole = Parser(prog="wegwijzer", description=say("command.program"))
    commands = whole.add_subparsers(
        dest="command", required=True, metavar=say("command.command"), title=say("command.commands")
    )
    for name in ORDER:
        text = say(f"command.{name}")
        COMMANDS[name](commands.add_parser(name, help=text, description=text))
    return whole


COMMANDS = site.COMMANDS | authoring.COMMANDS | naming.COMMANDS | effort.COMMANDS | paper.COMMANDS | trees.COMMANDS
ORDER = (
    *(
        "init",
        "serve",
        "check",
        "explain",
        "new",
        "rename",
        "build",
        "slides",
        "print",
        "add",
        "diff",
        "readability",
        "effort",
        "stats",
        "paper",
    ),
    *("walk", "document", "text", "dot", "html", "compile", "schema"),
)
"""As a maker meets them."""
