"""PyYAML in Python alone, for where LibYAML is not: it reads a text as LibYAML does, so that a page and a command line say the same.

What LibYAML takes, this takes too, with the same values at the same places; PyYAML differs in a few of them, and those are mended
here. What is wrong with any other text is told from here alone.
"""

from __future__ import annotations

import re
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

BLANKZ = "\0 \t\r\n\x85\u2028\u2029"
BREAKS = "\r\n\x85\u2028\u2029"
ENDS = frozenset(BREAKS + "\ufeff")
RUN = re.compile(rf"(?:[^{BLANKZ}:]|:(?![{BLANKZ}]))+")
"""What goes on a plain text in a block."""
RUN_IN_FLOW = re.compile(rf"(?:[^{BLANKZ}:,\[\]{{}}]|:(?![{BLANKZ},?\[\]{{}}]))+")
"""And between brackets."""
REMARKED = re.compile(r"(?:[+-][1-9]?|[1-9][+-]?)?(?=#)")
"""The signs behind `|` and `>` with a remark right after them."""
DOCUMENT = re.compile(rf"(?:---|\.\.\.)(?=[{BLANKZ}])")


class Pure(Reader, Scanner, Parser):
    """A loader for `yaml.parse`."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)

    def forward(self, length: int = 1) -> None:
        """Go on so many characters: at once, where no line ends among them."""
        piece = self.buffer[self.pointer : self.pointer + length]
        if length == 1 or not ENDS.isdisjoint(piece):
            super().forward(length)
            return
        self.pointer += length
        self.index += length
        self.column += length

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:
        """What stands behind `|` and `>`: a remark may follow at once."""
        found = REMARKED.match(self.buffer, self.pointer)
        if found is None:
            return super().scan_block_scalar_indicators(start_mark)
        self.forward(len(found[0]))
        sign, digit = (next(filter(found[0].__contains__, signs), "") for signs in ("+-", "123456789"))
        return {"+": True, "-": False}.get(sign), int(digit) if digit else None

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:  # noqa: FBT001 - as PyYAML calls it
        """A piece of a text between quotes. A code of no character is an error, as any other unknown code."""
        try:
            return super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            words = "found invalid Unicode character escape code"
            raise ScannerError("while parsing a quoted scalar", start_mark, words, self.get_mark()) from None

    def scan_plain(self) -> Any:
        """A text without quotes, over several lines perhaps."""
        run = RUN_IN_FLOW if self.flow_level else RUN
        start = end = self.get_mark()
        indent, chunks, leading = self.indent + 1, [], False
        blanks: list[str] = []
        while True:
            if self.column == 0 and DOCUMENT.match(self.buffer, self.pointer):
                break
            if self.peek() == "#":
                break
            found = run.match(self.buffer, self.pointer)
            if found:
                chunks += [*blanks, found[0]]
                self.forward(len(found[0]))
                end, leading = self.get_mark(), False
                self.allow_simple_key = False
            if self.flow_level and self.peek() == ":" and self.peek(1) in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            if self.peek() not in BLANKZ[1:]:
                break
            blanks, leading = self._blanks(indent, start)
            if not self.flow_level and self.column < indent:
                break
        if leading:
            self.allow_simple_key = True
        return ScalarToken("".join(chunks), plain=True, start_mark=start, end_mark=end)

    def _blanks(self, indent: int, start: Any) -> tuple[list[str], bool]:
        """What stands for the spaces and line breaks here, and whether there was a line break."""
        spaces, breaks = "", []
        while (sign := self.peek()) in BLANKZ[1:]:
            if sign in BREAKS:
                breaks.append(self.scan_line_break())  # type: ignore[no-untyped-call]  # typeshed leaves it open
            elif not breaks:
                spaces += sign
                self.forward()
            elif sign == "\t" and self.column < indent:
                words = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, words, self.get_mark())
            else:
                self.forward()
        if not breaks:
            return [spaces], False
        first, *more = breaks
        return ([" "] if first == "\n" and not more else [*([] if first == "\n" else [first]), *more]), True
