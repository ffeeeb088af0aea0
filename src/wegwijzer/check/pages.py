"""One page for every code that the checker can give, of reading and of rules: what `wegwijzer explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.bounds import AnyBound, Bounds
from wegwijzer.check.reading import READING
from wegwijzer.check.rules import rules
from wegwijzer.check.rules.rule import Rule, Setting
from wegwijzer.check.settings import Settings
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.problems import DUTCH_LEVEL

GROUPS = {
    "W0": "Een bestand lezen",
    "W1": "Verwijzingen",
    "W2": "De bouw van een boom",
    "W3": "Voorbeelden en onderhoud",
    "W4": "Veiligheid en lengte",
    "W5": "Taal",
}


LEVELS = {**DUTCH_LEVEL, "off": "staat uit"}


@dataclass(frozen=True)
class CodePage:
    """`text` is Markdown without its first sentence, the title; `level` says how bad it is, in words."""

    code: str
    level: str
    title: str
    text: str

    @property
    def group(self) -> str:
        return GROUPS[self.code[:2]]

    def markdown(self) -> str:
        """The page with its heading, for the site."""
        return f"### {self.code}: {self.title}\n\n*{self.level[0].upper()}{self.level[1:]}.* {self.text}\n"

    def plain(self) -> str:
        """The page as text for a terminal."""
        return f"{self.code}: {self.title} ({self.level})\n\n{self.text}"


def pages(settings: Settings | None = None) -> dict[str, CodePage]:
    """Every page, by code, in order: with the levels and bounds of a project, or those that hold when it says nothing."""
    found = [_page(code, "fout", text) for code, text in READING.items()]
    found += [_of_rule(rule, settings or Settings()) for rule in rules()]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}


def free_codes() -> dict[str, str]:
    """The next free code of each group → what the group is about. A code of long ago is never given again."""
    found = {}
    for group, about in GROUPS.items():
        taken = [int(code[1:]) for code in pages() if code.startswith(group)]
        found[f"W{max(taken) + 1:03}"] = about
    return found


def _page(code: str, level: str, text: str) -> CodePage:
    title, _, rest = text.strip().partition("\n")
    return CodePage(code, level, title.rstrip("."), rest.strip())


def _of_rule(rule: Rule, settings: Settings) -> CodePage:
    return _page(rule.code, _level(rule, settings.level(rule)), (rule.page or "").strip() + _adjustable(rule, settings))


def _level(rule: Rule, here: Setting) -> str:
    return (
        LEVELS[here]
        if here == rule.level
        else f"{LEVELS[here]}; zonder instelling: {LEVELS[rule.level].removeprefix('staat ')}"
    )


def _adjustable(rule: Rule, settings: Settings) -> str:
    """What a project can set, when there is something to say of it; a rule that is off says how to switch it on."""
    lines = [f"- {_bound(bound, settings.bounds)}" for bound in rule.bounds]
    if rule.level == "off":
        lines.insert(0, f'- `level = "warning"` onder `[rules.{rule.code}]` zet deze regel aan.')
    return f"\n\nIn `{SETTINGS}`:\n\n" + "\n".join(lines) if lines else ""


def _bound(bound: AnyBound, bounds: Bounds) -> str:
    value, default = _number(bounds[bound]), _number(bound.value)
    here = "" if value == default else f" (zonder instelling: {default})"
    return f"`{bound.name}`: {bound.says}. Nu {value} {bound.unit}{here}."


def _number(value: float) -> str:
    return f"{value:_.0f}".replace("_", ".") if value == int(value) else f"{value}".replace(".", ",")
