"""What a page under docs/ becomes: its elements as the generator makes them, each with its place in the file.

No rule of our own says what is a link, a tag or code: Python-Markdown reads the page, with the extensions of the site, and
its result is read as a browser reads it. A tag that was typed is marked before, so that it is known again after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import partial
from html import unescape
from html.parser import HTMLParser

from markdown import Markdown

from wegwijzer.kinds.markdown import BLOCKS, FRONT, MACROS, MADE, Element, Page, may_be_given
from wegwijzer.load.nodes import Node, parse
from wegwijzer.locale import say
from wegwijzer.model import Where
from wegwijzer.problems import BREAK, Problem, clipped

EXTENSIONS = (
    *(
        f"markdown.extensions.{name}"
        for name in ("toc", "tables", "fenced_code", "admonition", "attr_list", "md_in_html")
    ),
    "pymdownx.blocks.details",
)
"""What reads a page on the site: those that MkDocs always adds, and those of mkdocs.yml. By module: a page has no list of names."""

PIECES = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}"
    r"|\{\{-?\s*(?P<name>\w+)\((?P<given>[^{}]*)\)\s*-?\}\}"
    r"|(?P<comment>\{#(?:(?!#\}).){0,2000}#\})"
    r"|(?P<code>\{\{(?:(?!\}\}).){0,2000}\}\}|\{%(?:(?!%\}).){0,2000}%\})"
    r"|(?P<tag><[A-Za-z][\w-]*)(?=[\s/>]|\Z)",
    re.DOTALL,
)
"""What the template reads before Markdown does, and the beginning of a tag."""
MARK = "data-ww-at"
HEADER = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
"""A line that MkDocs takes out of the top of a page, to describe it."""
UNSEEN = re.compile(rf'[\t\n\r]| {MARK}="\d+"')
IGNORED = re.compile(r"[\s\\]")
CONTROLS = "".join(map(chr, range(33)))
BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
LONGEST, BRACKETS = 10_000, 400
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def with_elements(
    page: Page, places: dict[Where, tuple[int, int]], text: str, shown: str
) -> tuple[Page, list[Problem]]:
    """The page with its elements and its language, and what is wrong with the lines at its top. Who asks for the elements finds
    the place of each in `places`.
    """
    text = BREAK.sub("\n", text)
    top, lang, problems = _top(text, shown)
    problems += _too_much(text, top, shown)
    if problems:
        return replace(page, lang=lang), problems
    return replace(page, lang=lang, read=partial(_elements, text, top, places)), []


def _elements(text: str, top: int, places: dict[Where, tuple[int, int]]) -> tuple[Element, ...]:
    """What Markdown makes of a text behind what stands at its `top`; `places` comes to know where each element is."""
    marked, codes = _marked(text, top)
    reader = _Reader(text, top)
    reader.feed(Markdown(extensions=list(EXTENSIONS)).convert(marked))
    reader.close()
    found = [(Element("", code=clipped(code)), at) for at, code in codes]
    found += sorted(reader.found + reader.unclosed(), key=lambda pair: pair[1])
    begins = [0, *(match.end() for match in re.finditer("\n", text))]
    for index, (_, at) in enumerate(found):
        line = bisect_right(begins, at)
        places["elements", index] = (line, at - begins[line - 1] + 1)
    return tuple(element for element, _ in found)


def _top(text: str, shown: str) -> tuple[int, str, list[Problem]]:
    """Where the page itself begins, behind the lines that describe it, the language that those name, and what is wrong
    with them.
    """
    front = FRONT.match(text)
    if front is None:
        return 0, "", [_described(shown, 1, 1)] if HEADER.match(text) else []
    root, problems = parse("\n" + front["yaml"], shown)
    for node in _scalars(root) if root else ():
        if set(node.value) & set("<>\"'&{}\\"):
            problems.append(_described(shown, node.line, node.column))
    named = [item.value for key, item in root.entries() if key.value == "lang"] if root else []
    return front.end(), named[0] if named else "", problems


def _scalars(node: Node) -> list[Node]:
    found, left = [], [node]
    while left:
        each = left.pop()
        found += [each] if each.kind == "scalar" else []
        left += [*each.keys, *each.items]
    return found


def _too_much(text: str, top: int, shown: str) -> list[Problem]:
    """What Markdown would take minutes to read: the first piece without a blank line that is too long."""
    for block in BLOCK.finditer(text, top):
        brackets = block.group().count("[")
        if len(block.group()) > LONGEST or brackets > BRACKETS:
            what = (
                say("page.brackets", count=brackets)
                if brackets > BRACKETS
                else say("page.characters", count=len(block.group()))
            )
            message = say("page.too_much", what=what)
            hint = say("page.break_up", characters=LONGEST, brackets=BRACKETS)
            return [Problem(shown, text.count("\n", 0, block.start()) + 1, 1, "W012", "error", message, hint)]
    return []


def _described(shown: str, line: int, column: int) -> Problem:
    message = say("page.above")
    hint = say("page.above_hint")
    return Problem(shown, line, column, "W407", "error", message, hint)


def _marked(text: str, top: int) -> tuple[str, list[tuple[int, str]]]:
    """The page without its template code, each typed tag with its place, and the code that may not be there."""
    codes: list[tuple[int, str]] = []

    def marked(begin: int, end: int, *, raw: bool = False) -> str:
        pieces = []
        for match in PIECES.finditer(text, begin, end):
            pieces.append(text[begin : match.start()])
            begin = match.end()
            known = match["name"] in MACROS or match["name"] in BLOCKS
            if match["tag"]:
                pieces.append(f'{match["tag"]} {MARK}="{match.start()}"')
            elif match["raw"] is not None:
                pieces.append(marked(*match.span("raw"), raw=True))
            elif raw:
                pieces.append(match.group())
            elif match["comment"] is None:
                if not known or not may_be_given(match["name"], match["given"]):
                    codes.append((match.start(), match.group()))
                pieces.append("x")
        return "".join([*pieces, text[begin:end]])

    return marked(top, len(text)), codes


class _Reader(HTMLParser):
    """Every element of a page with its place: of a typed one exactly, of another by what it holds."""

    def __init__(self, text: str, top: int) -> None:
        super().__init__()
        self.text, self.cursor = text, top
        self.ahead = top  # behind where the last element begins: what is written the same stands further
        self.found: list[tuple[Element, int]] = []
        self.open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = [(name, value or "") for name, value in attrs]
        at = next((int(value) for name, value in given if name == MARK and value.isdecimal()), None)
        rest = tuple(
            (name, _address(value) if name in ("href", "src") else value) for name, value in given if name != MARK
        )
        if at is None:
            at = self._place(tag, given)
        self.found.append((Element(tag, rest, typed=MARK in dict(given)), at))
        self.cursor, self.ahead = max(self.cursor, at), max(self.ahead, at + 1)
        if tag not in VOID:
            self.open.append((tag, len(self.found) - 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # as a browser reads it: the slash says nothing

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _ in self.open):
            self._odd(f"</{tag}", f"/{tag}")
            return
        while self.open.pop()[0] != tag:
            pass

    def handle_comment(self, data: str) -> None:
        self._odd(f"<!--{data[:10]}", "!--")

    def handle_decl(self, decl: str) -> None:
        self._odd(f"<!{decl[:10]}", "!")

    def unknown_decl(self, data: str) -> None:
        self._odd(f"<![{data[:10]}", "!")

    def handle_pi(self, data: str) -> None:
        self._odd(f"<?{data[:10]}", "?")

    def unclosed(self) -> list[tuple[Element, int]]:
        """The typed tags that nothing closes, each as an element that is wrong."""
        return [
            (Element(f"/{tag}", typed=True), self.found[index][1])
            for tag, index in self.open
            if self.found[index][0].typed
        ]

    def _odd(self, written: str, tag: str) -> None:
        found = [at for begin in (self.cursor, 0) if (at := self.text.lower().find(written.lower(), begin)) >= 0]
        self.found.append((Element(tag, typed=True), found[0] if found else self.cursor))

    def _place(self, tag: str, given: list[tuple[str, str]]) -> int:
        """Where an element that Markdown made comes from, as far as its address or its attributes tell."""
        wanted = [_address(value) for name, value in given if name in ("href", "src") and value]
        wanted += [name for name, _ in given if name not in ("href", "src", "alt", "id", "class", "title")]
        wanted += ["-:", ":-"] if tag in ("td", "th") and wanted == ["style"] else []
        if tag not in MADE:
            wanted.append(f"<{tag}")
        for word in wanted:
            alone = re.compile(rf"(?<![\w:/.]){re.escape(word)}")
            if found := alone.search(self.text, self.ahead) or alone.search(self.text):
                return found.start()
        for line in re.finditer(r".+", self.text) if wanted else ():  # written with entities or escapes
            plain = IGNORED.sub("", unescape(line.group()))
            if any(IGNORED.sub("", word) in plain for word in wanted):
                return line.start()
        return self.cursor


def _address(value: str) -> str:
    """An address as a browser takes it: without what it leaves out."""
    return UNSEEN.sub("", value.strip(CONTROLS))
