"""Every command with its options, as Markdown: a part of the reference for makers."""

from __future__ import annotations

import argparse

from wegwijzer.cli.main import COMMANDS, ORDER, Parser
from wegwijzer.locale import say

WIDE = 10_000
"""So that a line of use stays one line."""


def commands() -> str:
    """Every command in the order in which a maker meets them: what it does, how to type it, and its options."""
    return "\n".join(_command(name) for name in ORDER)


def _command(name: str) -> str:
    sub = Parser(prog=f"wegwijzer {name}")
    COMMANDS[name](sub)
    # argparse has no other way to list what a parser knows
    actions = [action for action in sub._actions if action.dest != "help"]  # noqa: SLF001
    form = argparse.HelpFormatter(sub.prog, width=WIDE)
    form.add_usage(None, actions, [], "")
    usage = form.format_help().strip()
    lines = [f"### wegwijzer {name}", "", say(f"command.{name}"), "", "```text", usage, "```", ""]
    if rows := [_row(action) for action in actions]:
        lines += [say("reference.commands_head"), "| --- | --- |", *rows, ""]
    return "\n".join(lines)


def _row(action: argparse.Action) -> str:
    called = action.option_strings[-1] if action.option_strings else str(action.metavar)
    says = str(action.help)
    default = "" if action.default in (None, False, [], "") or action.nargs == "*" else str(action.default)
    if default and action.option_strings:
        says += say("reference.default", default=default)
    return f"| `{called}` | {says.replace('|', '&#124;')} |"
