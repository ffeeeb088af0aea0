"""One page for every code that the checker can give, of reading and of rules: what `wegwijzer explain` prints."""

from __future__ import annotations

from dataclasses import dataclass

from wegwijzer.bounds import AnyBound, Bounds
from wegwijzer.check.reading import READING
from wegwijzer.check.rules import rules
from wegwijzer.check.rules.rule import Rule, Setting
from wegwijzer.check.settings import Settings
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.locale import language, number, say
from wegwijzer.locale.catalogue import document
from wegwijzer.problems import level_word

FOR_OTHERS = "80"
"""From this number in its group a code is for packages of others: the kit gives it to nobody."""
GROUPS = {
    "W0": "group.reading",
    "W1": "group.references",
    "W2": "group.structure",
    "W3": "group.upkeep",
    "W4": "group.safety",
    "W5": "group.language",
    "W6": "group.local",
}


@dataclass(frozen=True)
class CodePage:
    """`text` is Markdown without its first sentence, the title; `level` says how bad it is, in words."""

    code: str
    level: str
    title: str
    text: str

    @property
    def group(self) -> str:
        return say(GROUPS[self.code[:2]])

    def markdown(self) -> str:
        """The page with its heading, for the site."""
        return f"### {self.code}: {self.title}\n\n*{self.level[0].upper()}{self.level[1:]}.* {self.text}\n"

    def plain(self) -> str:
        """The page as text for a terminal."""
        return f"{self.code}: {self.title} ({self.level})\n\n{self.text}"


def pages(settings: Settings | None = None) -> dict[str, CodePage]:
    """Every page, by code, in order: with the levels and bounds of a project, or those that hold when it says nothing."""
    found = [_page(code, level_word("error"), document(f"rules/{code}.md")) for code in READING]
    found += [_of_rule(rule, settings or Settings()) for rule in rules()]
    return {page.code: page for page in sorted(found, key=lambda page: page.code)}


def free_codes() -> dict[str, str]:
    """The next free code of each group → what the group is about. A code of long ago is never given again."""
    found = {}
    for group, about in GROUPS.items():
        taken = [int(code[1:]) for code in pages() if code.startswith(group) and code[2:] < FOR_OTHERS]
        found[f"W{max(taken) + 1:03}"] = say(about)
    return found


def _page(code: str, level: str, text: str) -> CodePage:
    title, _, rest = text.strip().partition("\n")
    return CodePage(code, level, title.rstrip("."), rest.strip())


def _of_rule(rule: Rule, settings: Settings) -> CodePage:
    if not rule.speaks:
        return _page(rule.code, say("explain.silent", language=language()), rule.page)
    return _page(rule.code, _level(rule, settings.level(rule)), rule.page.strip() + _adjustable(rule, settings))


def _level(rule: Rule, here: Setting) -> str:
    if here == rule.level:
        return say(f"level.{here}")
    default = say("explain.off" if rule.level == "off" else f"level.{rule.level}")
    return say("explain.level", here=say(f"level.{here}"), default=default)


def _adjustable(rule: Rule, settings: Settings) -> str:
    """What a project can set, when there is something to say of it; a rule that is off says how to switch it on."""
    lines = [f"- {_bound(rule, bound, settings.bounds)}" for bound in rule.bounds]
    if rule.level == "off":
        lines.insert(0, say("explain.switch_on", code=rule.code))
    return say("explain.settings", file=SETTINGS) + "\n".join(lines) if lines else ""


def _bound(rule: Rule, bound: AnyBound, bounds: Bounds) -> str:
    value, default = number(bounds[bound]), number(bound.value)
    here = "" if value == default else say("explain.default", default=default)
    says, unit = say(f"{rule.code}.{bound.name}"), say(f"{rule.code}.{bound.name}_unit")
    return say("explain.bound", name=bound.name, says=says, value=value, unit=unit, here=here)
