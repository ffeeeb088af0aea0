"""One page for every code that the checker can give, of reading and of rules: what `wegwijzer explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.check.rules import rules
from wegwijzer.locale import say
from wegwijzer.locale.catalogue import document
from wegwijzer.problems import Level, level_word

READING = tuple(f"W{number:03}" for number in range(1, 16))
"""The codes that reading a file can give."""
GROUPS = {
    "W0": "group.reading",
    "W1": "group.references",
    "W2": "group.structure",
    "W3": "group.upkeep",
    "W4": "group.safety",
    "W5": "group.language",
}


@dataclass(frozen=True)
class CodePage:
    """`text` is Markdown without its first sentence, the title."""

    code: str
    level: Level
    title: str
    text: str

    @property
    def group(self) -> str:
        return say(GROUPS[self.code[:2]])

    def markdown(self) -> str:
        """The page with its heading, for the site."""
        return f"### {self.code}: {self.title}\n\n*{level_word(self.level).capitalize()}.* {self.text}\n"

    def plain(self) -> str:
        """The page as text for a terminal."""
        return f"{self.code}: {self.title} ({level_word(self.level)})\n\n{self.text}"


def _page(code: str, level: Level, text: str) -> CodePage:
    title, _, rest = text.strip().partition("\n")
    return CodePage(code, level, title.rstrip("."), rest.strip())


def pages() -> dict[str, CodePage]:
    """Every page, by code, in order."""
    found = [_page(code, "error", document(f"rules/{code}.md")) for code in READING]
    found += [_page(rule.code, rule.level, rule.page or "") for rule in rules()]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}
