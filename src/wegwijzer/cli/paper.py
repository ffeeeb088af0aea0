"""The command that measures sheets of paper: paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from wegwijzer.cli.usage import OK, Options, UsageError
from wegwijzer.locale import number, say


def _paper_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("files", type=Path, nargs="+", metavar=say("command.pdf"), help=say("command.pdf_help"))
    sub.set_defaults(run=run_paper)


COMMANDS: dict[str, Options] = {"paper": _paper_options}


def run_paper(options: argparse.Namespace) -> int:
    """Print a line for each sheet: its size, its smallest letter, how much of it is used, and what stands on each other."""
    import pypdfium2  # noqa: PLC0415 - no other command needs it

    from wegwijzer.paper.measure import measured  # noqa: PLC0415

    for file in options.files:
        try:
            sheets = measured(file.read_bytes())
        except (OSError, pypdfium2.PdfiumError):
            raise UsageError(say("paper.not_a_pdf", file=file)) from None
        for place, sheet in enumerate(sheets, 1):
            print(
                say(
                    "paper.sheet",
                    file=file.name,
                    number=place,
                    width=round(sheet.width),
                    height=round(sheet.height),
                    smallest=number(round(sheet.smallest, 1)),
                    used=round(100 * sheet.used),
                    overlaps=sheet.overlaps,
                )
            )
    return OK
