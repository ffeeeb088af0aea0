"""YAML as people scribble it: every style of text, remarks in all places, empty lines, emoji, and lists at any indent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from hypothesis import strategies as st

WORDS = [
    "ja",
    "nee",
    "kijk",
    "één",
    "😀",
    "‘zo’",
    "dit:",
    "#dat",
    "it's",
    'zeg "ja"',
    "-",
    "a:b",
    "[x]",
    "C:\\map",
    "100%",
    "?",
]
PLAIN = ["ja", "nee", "kijk", "één", "woord", "😀", "‘zo’", "it's", "a:b", "C:\\map", "100%"]
FLAT = ["ja", "nee", "één", "😀", "woord", "a.b", "S3-1.2"]


@dataclass
class Pen:
    """What was written so far, and what chooses how to go on."""

    draw: Any
    lines: list[str] = field(default_factory=list)
    remarks: int = 0

    def pick(self, *options: Any) -> Any:
        return self.draw(st.sampled_from(options))

    def often(self, of: int) -> bool:
        return self.draw(st.integers(1, of)) == of

    def remark(self) -> str:
        self.remarks += 1
        return f"# opmerking {self.remarks}"

    def between(self, indent: int) -> None:
        """What may stand above an entry."""
        if self.often(5):
            self.lines.append("")
        while self.often(5):
            self.lines.append(" " * indent + self.remark())

    def words(self, options: list[str], most: int) -> str:
        return " ".join(self.draw(st.lists(st.sampled_from(options), min_size=1, max_size=most)))

    def tail(self) -> str:
        return f"  {self.remark()}" if self.often(6) else ""

    def scalar(self, before: str, indent: int) -> None:
        """A text behind a key or a dash, of which the lines below stand at an indent or further."""
        style = self.pick("plain", "single", "double", "folded", "literal", "empty", "plain", "double")
        if style in {"folded", "literal"}:
            paragraphs = [self.words(WORDS, 12) for _ in range(self.pick(1, 1, 2, 3))]
            sign = ">" if style == "folded" else "|"
            self.lines.append(f"{before} {sign}{self.pick('-', '-', '')}")
            for index, paragraph in enumerate(paragraphs):
                if index:
                    self.lines += [""] * self.pick(1, 1, 2)
                self.lines += [" " * indent + line for line in self.broken(paragraph)]
        elif style == "empty":
            self.lines.append(f"{before} {self.pick('[]', '{}', repr(''))}{self.tail()}")
        elif style == "plain":
            first, *more = self.broken(self.words(PLAIN, 12)) if self.often(3) else [self.words(PLAIN, 4)]
            self.lines += [f"{before} {first}", *(" " * indent + line for line in more)]
            self.lines[-1] += self.tail()
        else:
            text = self.words(WORDS, 10)
            text = text.replace("'", "''") if style == "single" else text.replace("\\", "\\\\").replace('"', '\\"')
            sign = "'" if style == "single" else '"'
            first, *more = self.broken(sign + text + sign) if self.often(3) else [sign + text + sign]
            self.lines += [f"{before} {first}", *(" " * indent + line for line in more)]
            self.lines[-1] += self.tail()

    def broken(self, text: str) -> list[str]:
        """A text on several lines, none of which begins as something else."""
        lines: list[str] = []
        for word in text.split(" "):
            fits = word[:1].isalpha() and word[-1:] != ":" and lines and self.often(3)
            if lines and not fits:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines

    def flow(self, depth: int) -> str:
        sort = self.pick("text", "text", "list", "map") if depth else "text"
        inside = [self.flow(depth - 1) for _ in range(self.pick(0, 1, 2, 3))] if sort != "text" else []
        if sort == "list":
            return "[" + ", ".join(inside) + "]"
        if sort == "map":
            return "{" + ", ".join(f"k{at}: {each}" for at, each in enumerate(inside)) + "}"
        return self.pick(*FLAT, '"a, b"', "'c: d'", '"é😀"')

    def value(self, before: str, indent: int, depth: int) -> None:
        """A value behind a key or a dash; what stands below it stands at an indent."""
        sort = self.pick("text", "text", "flow", "map", "list") if depth else self.pick("text", "flow")
        if sort == "flow":
            self.lines.append(f"{before} {self.flow(2)}{self.tail()}")
        elif sort == "text":
            self.scalar(before, indent)
        elif before.endswith("-"):
            place = len(self.lines)
            {"map": self.mapping, "list": self.listing}[sort](indent, depth - 1, bare=True)
            self.lines[place] = before + " " * (indent - len(before)) + self.lines[place][indent:]
        else:
            self.lines.append(before + self.tail())
            if sort == "map":
                self.mapping(indent, depth - 1)
            else:
                self.listing(indent - self.pick(0, 2), depth - 1)

    def mapping(self, indent: int, depth: int, *, bare: bool = False) -> None:
        for at in range(self.pick(1, 2, 3, 4)):
            if not (bare and not at):
                self.between(indent)
            name = self.pick(f"a{at}", f"sleutel-{at}", f'"b c{at}"', f"'d{at}'")
            self.value(f"{' ' * indent}{name}:", indent + 2, depth)

    def listing(self, indent: int, depth: int, *, bare: bool = False) -> None:
        for at in range(self.pick(1, 2, 3)):
            if not (bare and not at):
                self.between(indent)
            self.value(" " * indent + "-", indent + 2, depth)


@st.composite
def scribbles(draw: Any) -> str:
    """A file that holds a block of keys."""
    pen = Pen(draw)
    if pen.often(4):
        pen.lines.append(pen.remark())
    if pen.often(6):
        pen.lines.append("---")
    pen.mapping(0, 3)
    if pen.often(4):
        pen.lines += ["", pen.remark()]
    end = pen.pick("\n", "\n", "\r\n")
    return pen.pick("", "", "\ufeff") + end.join(pen.lines) + pen.pick(end, end, "")


def says(text: str) -> Any:
    """What a text says, as PyYAML composes it: texts, lists, and pairs in order."""
    return _data(yaml.compose(text.removeprefix("\ufeff"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _data(node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value.strip()
    if isinstance(node, yaml.SequenceNode):
        return [_data(each) for each in node.value]
    return [(key.value, _data(item)) for key, item in node.value]


def places(data: Any, where: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every value in it."""
    found = [where]
    if isinstance(data, list):
        named = [each if isinstance(each, tuple) else (at, each) for at, each in enumerate(data)]
        for name, each in named:
            found += places(each, (*where, name))
    return found


def told(value):
    """What a value must say once it is written."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return [(key, told(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [told(item) for item in value]
    return re.sub(r" +\n", "\n", str(value)).strip()


def into(data, where, change):
    """The data with the entries of one block changed: `change` is given them and the position of the entry at the end of a path."""
    if len(where) == 1:
        entries = list(data)
        named = [each[0] if isinstance(each, tuple) else at for at, each in enumerate(entries)]
        return change(entries, named.index(where[0]))
    return [
        (each[0], into(each[1], where[1:], change))
        if isinstance(each, tuple) and each[0] == where[0]
        else into(each, where[1:], change)
        if not isinstance(each, tuple) and at == where[0]
        else each
        for at, each in enumerate(data)
    ]


def replaced(entry, value):
    return (entry[0], value) if isinstance(entry, tuple) else value
