"""What a project sets for its rules in `wegwijzer.toml`: how bad a finding is, and the numbers that a rule goes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import floor, isfinite
from typing import Any, get_args

from wegwijzer.bounds import AnyBound, Bounds
from wegwijzer.check.reading import READING
from wegwijzer.check.rules import refused, rules
from wegwijzer.check.rules.rule import Rule, Setting
from wegwijzer.effort import FIGURES, MEASURES, Limits
from wegwijzer.kinds import statement
from wegwijzer.kinds.extensions import extensions
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.settings import SITE_KEYS, STATEMENT, SettingsFile, SiteKey, written
from wegwijzer.locale import figure, number, say
from wegwijzer.model.fields import COLOUR
from wegwijzer.problems import Level, Problem, nearest
from wegwijzer.workplace import contrast

LEVELS: tuple[Setting, ...] = (*get_args(Level), "off")
"""From bad to nothing."""
KEYS = ("language", "name", "danger", "disclaimer", "extensions", "site", "colours", STATEMENT, "rules", "effort")
EXAMPLES = {
    "site": 'contact = "web@example.org"',
    "colours": 'main = "#0b5563"',
    STATEMENT: 'page = "about/accessibility/"',
}
"""Block of the site → a line that can stand in it."""
WHITE, READABLE = "FFFFFF", 4.5
"""The colour of the text on a colour, and the contrast that WCAG 2.2 asks of it."""
CODE = "W016"
DOORS = "doors"
"""The key of the entries that stand on the start page."""
EFFORT = "taps = {p50 = 5, p90 = 7}"
"""What can stand in a block `[effort.reactie]`."""


@dataclass(frozen=True)
class Settings:
    """`levels` holds what was set, by code; `bounds` knows every bound; `effort` what is wanted of cases, by tree."""

    levels: Mapping[str, Setting] = field(default_factory=dict)
    bounds: Bounds = field(default_factory=Bounds)
    effort: Mapping[str, Limits] = field(default_factory=dict)

    def level(self, rule: Rule) -> Setting:
        return self.levels.get(rule.code, rule.level)


def settings_in(file: SettingsFile) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a file that can be read, and what is wrong with them; what is wrong does not count."""
    return _settings(file, extensions())


@cache
def _settings(file: SettingsFile, packages: tuple[str, ...]) -> tuple[Settings, tuple[Problem, ...]]:  # noqa: ARG001 - decide which rules there are
    reader = _Reader(file)
    return Settings(reader.levels, Bounds(reader.bounds), reader.effort()), tuple(reader.problems)


class _Reader:
    def __init__(self, file: SettingsFile) -> None:
        self.file = file
        self.levels: dict[str, Setting] = {}
        self.bounds: dict[AnyBound, float] = {}
        self.most: dict[str, dict[str, dict[str, int]]] = {}
        self.doors: dict[str, tuple[str, ...]] = {}
        self.problems: list[Problem] = []
        values = file.values()
        for key in values:
            if key not in KEYS:
                self._wrong((key,), say("settings.unknown", key=key), nearest(key, KEYS), at_key=True)
        for wrong in refused():
            self._wrong(("extensions",), wrong, say("settings.tell_its_maker"))
        self._site(values)
        for code, found in self._table(("rules",), values.get("rules", {}), "[rules.W501]"):
            self._rule(code, found)
        for tree, found in self._table(("effort",), values.get("effort", {}), "[effort.boom]", EFFORT):
            self._effort(tree, found)

    def _site(self, values: dict[str, Any]) -> None:
        """What the project says of itself and its site."""
        told = {"": {key: value for key, value in values.items() if ("", key) in SITE_KEYS}}
        told |= {
            block: dict(self._table((block,), values.get(block, {}), f"[{block}]", line))
            for block, line in EXAMPLES.items()
        }
        for block, found in told.items():
            known = [key for other, key in SITE_KEYS if other == block]
            for key, value in found.items():
                where = (block, key) if block else (key,)
                if (block, key) == (STATEMENT, statement.EXCEPTIONS):
                    self._exceptions(value)
                elif key not in known:
                    self._wrong(where, say("settings.unknown", key=key), nearest(key, known), at_key=True)
                else:
                    self._value(where, SITE_KEYS[block, key], value)

        for wrong in statement.wrong(self.file):
            self._wrong(*wrong)

    def _exceptions(self, found: Any) -> None:
        """What is not accessible, each with a name of its own."""
        block = f"{STATEMENT}.{statement.EXCEPTIONS}"
        for name, one in self._table((STATEMENT, statement.EXCEPTIONS), found, f"[{block}.pdf]", statement.EXAMPLE):
            where = (STATEMENT, statement.EXCEPTIONS, name)
            for key, value in self._table(where, one, f"[{block}.{name}]", statement.EXAMPLE):
                if key not in statement.KEYS:
                    hint = nearest(key, statement.KEYS)
                    self._wrong((*where, key), say("settings.unknown", key=key), hint, at_key=True)
                else:
                    self._value((*where, key), statement.KEYS[key], value)

    def _value(self, where: tuple[str, ...], wanted: SiteKey, value: Any) -> None:
        key, value = where[-1], written(value)
        shown = _shown(value) if isinstance(value, str | int | float) else _shown(value).lower()
        if not wanted.fits(value):
            self._wrong(where, say("settings.no_value", key=key, value=shown), wanted.write(key))
        elif wanted.looks is COLOUR and (faint := too_light(key, value)):
            self._wrong(where, *faint)

    def _rule(self, code: str, found: Any) -> None:
        rule = next((rule for rule in rules() if rule.code == code), None)
        if code in READING:
            self._wrong(
                ("rules", code),
                say("settings.of_reading", code=code),
                say("settings.remove_block"),
                at_key=True,
            )
        elif rule is None and refused():
            pass  # it may be one of those
        elif rule is None:
            self._wrong(
                ("rules", code),
                say("settings.no_rule", code=code),
                nearest(code.upper(), [rule.code for rule in rules()]),
                at_key=True,
            )
        else:
            for key, value in self._table(("rules", code), found, f"[rules.{code}]"):
                self._setting(rule, key, value)

    def _setting(self, rule: Rule, key: str, value: Any) -> None:
        bound = next((bound for bound in rule.bounds if bound.name == key), None)
        if key == "level":
            self._level(rule, value)
        elif bound:
            self._bound(rule, bound, value)
        else:
            known = ["level", *(bound.name for bound in rule.bounds)]
            self._wrong(
                ("rules", rule.code, key),
                say("settings.no_key", code=rule.code, key=key),
                nearest(key, known),
                at_key=True,
            )

    def _level(self, rule: Rule, value: Any) -> None:
        possible = LEVELS[: LEVELS.index(rule.level) + 1] if rule.fixed else LEVELS
        choose = say("hint.choose_from", names=", ".join(f'"{level}"' for level in possible))
        if value not in LEVELS:
            hint = nearest(value, possible) if isinstance(value, str) else ""
            self._wrong(("rules", rule.code, "level"), say("settings.no_level", value=_shown(value)), hint or choose)
        elif value not in possible:
            self._wrong(
                ("rules", rule.code, "level"),
                say("settings.no_lower", code=rule.code, level=rule.level, why=rule.fixed),
                choose if len(possible) > 1 else say("settings.remove"),
            )
        else:
            self.levels[rule.code] = value

    def _bound(self, rule: Rule, bound: AnyBound, value: Any) -> None:
        where, whole = ("rules", rule.code, bound.name), isinstance(bound.value, int)
        numbers = int if whole else (int, float)
        if not isinstance(value, numbers) or isinstance(value, bool) or not isfinite(value):
            self._wrong(
                where,
                say("settings.no_whole_number" if whole else "settings.no_number", value=_shown(value)),
                say("settings.write_number", name=bound.name, value=bound.value),
            )
        elif value < bound.least or (bound.most is not None and value > bound.most):
            given = {"least": number(bound.least), "unit": say(f"{rule.code}.{bound.name}_unit")}
            hint = (
                say("settings.at_least", **given)
                if bound.most is None
                else say("settings.between", **given, most=number(bound.most))
            )
            self._wrong(where, say("settings.out_of_bounds", value=value, name=bound.name), hint)
        else:
            self.bounds[bound] = value

    def _effort(self, tree: str, found: Any) -> None:
        """How long the way of a reader may be in a tree: per measure, per figure."""
        for measure, limits in self._table(("effort", tree), found, f"[effort.{tree}]", EFFORT):
            where = ("effort", tree, measure)
            if measure == DOORS:
                self._doors(tree, limits)
                continue
            if measure not in MEASURES:
                self._wrong(
                    where, say("settings.unknown", key=measure), nearest(measure, (*MEASURES, DOORS)), at_key=True
                )
                continue
            for figure_name, most in self._table(where, limits, f"[effort.{tree}]", EFFORT):
                place = (*where, figure_name)
                if figure_name not in FIGURES:
                    hint = nearest(figure_name, FIGURES)
                    self._wrong(place, say("settings.unknown", key=figure_name), hint, at_key=True)
                elif not isinstance(most, int) or isinstance(most, bool) or most < 1:
                    hint = say("settings.write_number", name=figure_name, value=5)
                    self._wrong(place, say("settings.no_whole_number", value=_shown(most)), hint)
                else:
                    self.most.setdefault(tree, {}).setdefault(measure, {})[figure_name] = most

    def _doors(self, tree: str, found: Any) -> None:
        if isinstance(found, list) and all(isinstance(name, str) for name in found):
            self.doors[tree] = tuple(found)
        else:
            self._wrong(("effort", tree, DOORS), say("settings.no_entries"), say("settings.write_entries", key=DOORS))

    def effort(self) -> dict[str, Limits]:
        trees = dict.fromkeys([*self.most, *self.doors])
        return {tree: Limits(self.most.get(tree, {}), self.doors.get(tree, ())) for tree in trees}

    def _table(
        self, keys: tuple[str, ...], found: Any, example: str, line: str = 'level = "warning"'
    ) -> Iterator[tuple[str, Any]]:
        if isinstance(found, dict):
            yield from found.items()
        else:
            hint = say("settings.write_block", example=example, line=line)
            self._wrong(keys, say("settings.no_block", key=keys[-1]), hint)

    def _wrong(self, keys: tuple[str, ...], message: str, hint: str, *, at_key: bool = False) -> None:
        line, column = self.file.place(*keys, at_key=at_key)
        self.problems.append(Problem(self.file.shown, line, column, CODE, "error", message, hint))


def unknown_trees(file: SettingsFile, library: Library) -> Iterator[Problem]:
    """The trees of which something is wanted, and their doors, that are not there; a tree that cannot be read is told where it
    stands.
    """
    trees = {*library.trees, *library.unread("trees/")}
    for tree, limits in settings_in(file)[0].effort.items():
        if tree not in trees:
            line, column = file.place("effort", tree, at_key=True)
            message, hint = say("settings.no_tree", tree=tree), nearest(tree, library.trees)
            yield Problem(file.shown, line, column, CODE, "error", message, hint)
        elif tree in library.trees:
            there = library.trees[tree].entries
            for name in limits.doors:
                if name not in there:
                    line, column = file.place("effort", tree, DOORS)
                    message, hint = say("settings.no_entry", tree=tree, name=name), nearest(name, there)
                    yield Problem(file.shown, line, column, CODE, "error", message, hint)


def _shown(value: Any) -> str:
    return f"‘{str(value)[:40]}’" if isinstance(value, str | int | float) else say("settings.this")


def too_light(key: str, colour: str) -> tuple[str, str] | None:
    """What is wrong with a colour on which white cannot be read, and what to choose; nothing when it can."""
    found = contrast(colour.lstrip("#"), WHITE)
    if found >= READABLE:
        return None
    shown = figure(floor(found * 10) / 10, 1)  # never rounded up to what would be enough
    return say("settings.too_light", key=key, value=colour, contrast=shown), say(
        "settings.darker", least=number(READABLE)
    )
