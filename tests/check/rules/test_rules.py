"""Every rule against its own page: the examples on it run here."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pytest

from helpers import FIXTURES, examples, project_problems
from wegwijzer.check.rules import discovered, in_order, rules
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.settings import LEVELS

RULES = rules()
RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
WRONG = [pytest.param(rule, files, id=rule.name) for rule in RULES for files in examples(rule.page, "Fout")]
RIGHT = [pytest.param(rule, files, id=rule.name) for rule in RULES for files in examples(rule.page, "Goed")]

DATA = {f"data/{name}.yml": FIXTURES / "data" / f"{name}.yml" for name in ("safety", "steps", "sources")}
"""What the examples may count on: the numbers and words of safety, and the standard steps that it names."""


def shown(rule, files):
    """What the checker finds in an example; of the data beside it nothing is told. A rule that is off is switched on."""
    beside = {path: file.read_text(encoding="utf-8") for path, file in DATA.items()}
    on = {"wegwijzer.toml": f'[rules.{rule.code}]\nlevel = "warning"\n'} if rule.level == "off" else {}
    return [problem for problem in project_problems({**beside, **on, **files}) if problem.path in files]


@RULE
def test_page_of_rule_is_dutch_and_starts_with_one_sentence(rule):
    """The page of a rule opens with one sentence that says what is wrong, in Dutch."""
    first, *_ = rule.page.split("\n\n")
    assert first.endswith(".")
    assert re.search(r"\b(een|de|het|deze|dit|niemand|geen)\b", first, re.IGNORECASE)


@RULE
def test_every_rule_has_a_wrong_and_a_right_example(rule):
    """Every block of YAML, Markdown or TOML on the page of a rule stands under ‘Fout:’ or ‘Goed:’, wrong ones beside right ones."""
    wrong, right = examples(rule.page, "Fout"), examples(rule.page, "Goed")
    assert len(re.findall("```(?:yaml|markdown|toml)", rule.page)) == sum(map(len, [*wrong, *right]))
    assert len(wrong) == len(right) > 0


def test_codes_are_unique():
    """No two rules share a code, so that a code leads to one page."""
    found = [rule.code for rule in RULES]
    assert sorted(set(found)) == sorted(found)
    assert all(re.fullmatch(r"W[1-5]\d\d", code) for code in found)


@RULE
def test_level_of_rule_is_known(rule):
    """A rule is an error, a warning or advice, or off until a project wants it."""
    assert rule.level in LEVELS


@pytest.mark.parametrize(("position", "rule"), [*enumerate(RULES)], ids=[rule.name for rule in RULES])
def test_required_rules_run_earlier(position, rule):
    """What a rule requires exists and has run before it."""
    assert set() == set(rule.requires) - {earlier.name for earlier in RULES[:position]}


def made(name, code, *requires):
    return Rule(module=f"hier.{name}", code=code, level="error", requires=requires)


def test_rules_run_by_code_but_after_what_they_require():
    """The order is always the same: by code, and a rule that is required comes first. An unknown name is told."""
    one, two, three = made("een", "W101", "drie"), made("twee", "W102"), made("drie", "W103", "twee")
    assert [two, three, one] == in_order([three, one, two])
    with pytest.raises(KeyError, match="weg"):
        in_order([made("een", "W101", "weg")])


def test_module_in_a_folder_of_rules_is_a_rule(tmp_path, monkeypatch):
    """A rule is found by standing in a folder, however deep, also in a zip; a module without a rule is passed over."""
    rule = Path(sys.modules[RULES[0].module].__file__).read_text(encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "pakket.zip", "w") as archive:
        for name in ("gevonden/__init__.py", "gevonden/diep/__init__.py", "gevonden/hulp.py"):
            archive.writestr(name, "")
        archive.writestr("gevonden/diep/regel.py", rule)
    monkeypatch.syspath_prepend(tmp_path / "pakket.zip")
    assert ["gevonden.diep.regel"] == [rule.module for rule in discovered("gevonden")]


@pytest.mark.parametrize(("rule", "files"), WRONG)
def test_wrong_example_gives_the_code_of_its_rule(rule, files):
    """The wrong example of a rule gives that rule's code and no other."""
    assert {rule.code} == {problem.code for problem in shown(rule, files)}


@pytest.mark.parametrize(("rule", "files"), RIGHT)
def test_right_example_gives_no_problem(rule, files):
    """The right example of a rule gives no problem at all."""
    assert [] == shown(rule, files)


@pytest.mark.parametrize(("rule", "files"), WRONG)
def test_message_and_hint_are_sentences(rule, files):
    """A problem says in words what is wrong, and mostly also what to write instead."""
    for problem in shown(rule, files):
        assert problem.level == ("warning" if rule.level == "off" else rule.level)
        assert len(problem.message.split()) > 2
        assert not problem.hint or problem.hint[-1] in ".?:’"
