"""What a syntax error in YAML means, in words for somebody who never saw YAML, with the line as it should be."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

import yaml

from wegwijzer.load.characters import HIDDEN, described
from wegwijzer.locale import say
from wegwijzer.problems import Problem, clipped, lines_of

ENTRY = re.compile(r"^(?P<indent>[\s\u00a0]*)(?P<dash>(?:-\s+)*)(?:(?P<key>[\w-]+):(?P<gap>\s*))?(?P<value>.*\S|)\s*$")
SPECIAL = "\"'[]{}*&!|>%@`"
INDENT = ("yaml.indent", "yaml.align")
SAID = (  # a fragment of the parser's message → the keys of what to tell a contributor; LibYAML and PyYAML each have their own
    ("block collection expected", "yaml.list_and_keys", "yaml.dashes"),
    ("did not find expected key", *INDENT),
    ("block end>", *INDENT),
    ("could not find expected ':'", "yaml.no_colon", "yaml.name_value"),
    (
        "unexpected end of stream",
        "yaml.open_quote",
        "yaml.close_quote",
    ),
    (
        "did not find expected '-'",
        "yaml.list_and_keys",
        "yaml.dashes",
    ),
    ("expected ',' or", "yaml.open_bracket", "yaml.close_bracket"),
    ("stream end>'", "yaml.open_bracket", "yaml.close_bracket"),
    ("mapping values are not allowed", *INDENT),
)


@dataclass(frozen=True)
class _Place:
    """Where the parser stopped: its words, its mark, and the lines around it (counted from 0)."""

    said: str
    line: int
    column: int
    lines: list[str]

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def before(self) -> int:
        """The last line above that holds something."""
        above = (n for n in range(self.line - 1, max(-1, self.line - 50), -1) if self.text(n).strip())
        return next(above, self.line)


Told = tuple[int, int, str, str]
"""Line and column (from 0), message and hint."""


def explain(error: yaml.MarkedYAMLError, shown: str, text: str) -> Problem:
    """The problem that a parser's error stands for."""
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    if "unexpected end of stream" in said and error.context_mark:
        mark = error.context_mark
    place = _Place(said, mark.line if mark else 0, mark.column if mark else 0, lines_of(text))
    line, column, message, hint = next(
        told
        for look in (_left_open, _tab, _escape, _hash, _missing_space, _special, _colon, _quote, _known)
        if (told := look(place)) is not None
    )
    return Problem(shown, line + 1, column + 1, "W002", "error", message, hint)


STRUCTURE = re.compile(r"[ ]*(?:- )*[\w-]+:(?:\s|$)")
CLOSED = {
    '"': re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
    "'": re.compile(r"'[^']*(?:''[^']*)*'"),
}
"""A text between quotation marks, by its mark."""


def _left_open(place: _Place) -> Told | None:
    """A quotation mark that stays open, in a file where another one comes later: a parser takes all between them for one text, and
    stumbles behind the second.
    """
    whole = "\n".join(place.lines)
    starts = [0, *accumulate(len(line) + 1 for line in place.lines)]
    stop, line = starts[min(place.line, len(place.lines))] + place.column, 0
    while line < place.line:
        found = ENTRY.match(place.text(line))
        mark = found["value"][:1] if found else ""
        closed = CLOSED[mark].match(whole, starts[line] + found.start("value")) if found and mark in CLOSED else None
        if found and closed and starts[place.line] < closed.end() <= stop:
            inside = (STRUCTURE.match(place.text(number)) for number in range(line + 1, place.line))
            if any(key and _indent(key[0]) <= found.end("dash") for key in inside):
                return _never_closed(found, line)
        ends = closed.end() if closed else 0
        line = max(line + 1, bisect_right(starts, ends) - 1)
    return None


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _never_closed(found: re.Match[str], line: int) -> Told:
    value, mark = found["value"], found["value"][0]
    other = '"' if mark == "'" else "'"
    written = _entry(found, other + _start(value) + other)
    return (
        line,
        found.start("value"),
        say("yaml.open_quote"),
        say("yaml.close_quote_mark", mark=mark, written=written),
    )


def _tab(place: _Place) -> Told | None:
    if "\t" in place.text(place.line)[: place.column + 1]:
        return place.line, place.column, say("yaml.tab"), say("yaml.no_tab")
    return None


ESCAPE = re.compile(
    r"\\(?:(?P<plain>[\"\\/\r\n])|u(?P<four>[0-9A-Fa-f]{4})|U(?P<eight>[0-9A-Fa-f]{8})|(?P<code>.))", re.DOTALL
)


def escaped(raw: str) -> tuple[int, str, str] | None:
    """The first code behind a backslash in a text between double quotes that no text may hold.

    `raw` is the text as it stands in the file, with its quotes. Returns where the code begins, message and hint.
    """
    for match in ESCAPE.finditer(raw):
        number = match["four"] or match["eight"]
        if number:
            value = int(number, 16)
            letter = chr(value) if value <= 0x10FFFF else "\ufffe"  # noqa: PLR2004 - the last one there is
            if HIDDEN.search(letter) or letter in "\t\n\r":
                return (
                    match.start(),
                    say("escape.stands_for", code=match[0], character=described(letter)),
                    say("escape.remove"),
                )
        elif match["code"]:
            meant = {"n": say("escape.new_line"), "t": say("escape.space")}
            return (
                match.start(),
                say("escape.code", code=clipped(match[0])),
                say("escape.single", text=single(raw), more=meant.get(match["code"], "")),
            )
    return None


def single(raw: str) -> str:
    """A text between double quotes as it stands in a file, between single ones."""
    whole = re.match(r'"(?:[^"\\]|\\.)*"', raw, re.DOTALL)
    inside = whole[0][1:-1] if whole else raw[1 : raw.rfind('"') if raw.rfind('"') > 0 else None]
    inside = inside.replace('\\"', '"').replace("\\\\", "\\").replace("'", "''")
    return f"'{_start(inside)}'"


def _escape(place: _Place) -> Told | None:
    """A code behind a backslash that does not exist, as in the name of a folder."""
    if "escape" not in place.said and "hexdecimal" not in place.said and "hexadecimal" not in place.said:
        return None
    line = place.text(place.line)
    begin = line.rfind('"', 0, line.find("\\") + 1 if "\\" in line else 0)
    piece = line[max(begin, 0) :]
    told = escaped(piece)
    return (place.line, max(begin, 0) + told[0], *told[1:]) if told else None


def _hash(place: _Place) -> Told | None:
    """`[#stop, #weg]`: the rest of the line became a comment."""
    if "flow" not in place.said:
        return None
    for line in range(place.line, max(-1, place.line - 20), -1):
        found = re.search(r"[\[{,]\s*(#[^\s#][^,\]}]*)", place.text(line))
        if found:
            text = clipped(found[1])
            message = say("value.cut_by_hash_in_list", text=text)
            return line, found.start(1), message, say("value.quote_them", text=text)
    return None


def _missing_space(place: _Place) -> Told | None:
    """`text:Welke toon?` or `questions`: the parser only stumbles on the next line."""
    if "mapping values" not in place.said and "could not find expected ':'" not in place.said:
        return None
    bare = re.match(r"(\s*(?:-\s+)?)([\w-]+)\s*$", place.text(place.before))
    if bare and place.before != place.line:
        message = say("yaml.no_colon_after", name=clipped(bare[2]))
        return place.before, bare.start(2), message, say("yaml.write_colon", name=clipped(bare[2]))
    for line in (place.before, place.line):
        found = re.match(r"(\s*(?:-\s+)?)([a-z_]+):([^\s:/][^:]*)$", place.text(line))
        if found:
            return (
                line,
                len(found[1]) + len(found[2]),
                say("yaml.no_space", key=found[2]),
                say("text.write_value", key=found[2], text=_start(found[3])),
            )
    return None


def _special(place: _Place) -> Told | None:
    """A text that starts with a character that means something else in YAML."""
    if "unexpected end of stream" in place.said:
        return None
    found = ENTRY.match(place.text(place.line))
    if not found or not found["value"] or place.column < found.start("value"):
        return None
    value = found["value"]
    if value[0] not in SPECIAL and not (found["key"] and re.match(r"[-?:](?:\s|$)", value)):
        return None
    if value[0] in "[{" and (value[-1] in "]}," or not re.match(r"[\[{][^\]}]*[\]}]\s*[^\s\]},#]", value)):
        return None  # a list between brackets that is not closed, not a text that starts with one
    quote = '"' if '"' not in value else "'"
    written = _entry(found, f"{quote}{_start(value)}{quote}" if quote not in value else '"…"')
    return (
        place.line,
        found.start("value"),
        say("yaml.special", character=value[0]),
        say("yaml.quote_written", written=written),
    )


def _colon(place: _Place) -> Told | None:
    """`text: Let op: dit`, also between braces."""
    line = place.text(place.line)
    if line[place.column : place.column + 1] != ":" or not re.search(r":\s*\S", line[: place.column]):
        return None
    inside = re.search(r"(?P<key>[\w-]+):\s+(?P<value>[^:,{\[]*)$", line[: place.column])
    if not inside:
        return None
    rest = line[place.column :]
    rest = re.split(r", [\w-]+: |\}", rest)[0] if "{" in line[: inside.start()] else rest
    whole = (inside["value"] + rest).strip()
    return (
        place.line,
        place.column,
        say("yaml.colon_cuts"),
        say("yaml.quote_double", key=inside["key"], text=_start(whole))
        if '"' not in whole
        else say("yaml.quote_single"),
    )


def _quote(place: _Place) -> Told | None:
    """`text: 't Is laat`: a quotation mark that was meant as an apostrophe."""
    found = ENTRY.match(place.text(place.line))
    if "unexpected end of stream" not in place.said or not found or found.start("value") != place.column:
        return None
    value, mark = found["value"], found["value"][:1]
    return _never_closed(found, place.line) if mark in CLOSED and mark not in value[1:] else None


def _known(place: _Place) -> Told:
    message, hint = next(
        ((message, hint) for fragment, message, hint in SAID if fragment in place.said),
        ("yaml.unknown", "yaml.look_around"),
    )
    return place.line, place.column, say(message), say(hint)


def _entry(found: re.Match[str], value: str) -> str:
    return f"{'- ' if found['dash'] else ''}{found['key'] + ': ' if found['key'] else ''}{value}"


def _start(text: str) -> str:
    return clipped(text.strip(), 60)
