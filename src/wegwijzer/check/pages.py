"""One page for every code that the checker can give, of reading and of rules: what `wegwijzer explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.check.reading import READING
from wegwijzer.check.rules import rules
from wegwijzer.problems import DUTCH_LEVEL, Level

GROUPS = {
    "W0": "Een bestand lezen",
    "W1": "Verwijzingen",
    "W2": "De bouw van een boom",
    "W3": "Voorbeelden en onderhoud",
    "W4": "Veiligheid en lengte",
    "W5": "Taal",
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
        return GROUPS[self.code[:2]]

    def markdown(self) -> str:
        """The page with its heading, for the site."""
        return f"### {self.code}: {self.title}\n\n*{DUTCH_LEVEL[self.level].capitalize()}.* {self.text}\n"

    def plain(self) -> str:
        """The page as text for a terminal."""
        return f"{self.code}: {self.title} ({DUTCH_LEVEL[self.level]})\n\n{self.text}"


def _page(code: str, level: Level, text: str) -> CodePage:
    title, _, rest = text.strip().partition("\n")
    return CodePage(code, level, title.rstrip("."), rest.strip())


def pages() -> dict[str, CodePage]:
    """Every page, by code, in order."""
    found = [_page(code, "error", text) for code, text in READING.items()]
    found += [_page(rule.code, rule.level, rule.page or "") for rule in rules()]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}
