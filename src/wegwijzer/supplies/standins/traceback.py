"""Stands in for traceback: the same facts, without source lines, which bytecode does not have."""

import sys
from typing import TextIO


def format_exception(
    exc: BaseException,
    /,
    value: BaseException | None = None,
    tb: object = None,
    limit: object = None,
    chain: bool = True,
    **_options: object,
) -> list[str]:
    """The lines of a report, as `traceback.format_exception` gives them."""
    error = exc if value is None else value
    lines, place = ["Traceback (most recent call last):\n"], error.__traceback__
    while place:
        code = place.tb_frame.f_code
        lines.append(f'  File "{code.co_filename}", line {place.tb_lineno}, in {code.co_name}\n')
        place = place.tb_next
    return [*lines, f"{type(error).__name__}: {error}\n"]


def print_exception(
    exc: BaseException,
    /,
    value: BaseException | None = None,
    tb: object = None,
    limit: object = None,
    file: TextIO | None = None,
    chain: bool = True,
    **_options: object,
) -> None:
    """The report on the error stream."""
    print("".join(format_exception(exc, value)), file=file or sys.stderr, end="")
