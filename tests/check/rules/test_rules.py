"""Every rule against its own page: the examples on it run here."""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import pytest
import wordlist.kinds

from helpers import FIXTURES, speaking, wrong_and_right
from wegwijzer.check.rules import discovered, in_order, rules
from wegwijzer.check.rules.rule import Rule
from wegwijzer.check.settings import LEVELS
from wegwijzer.kinds import KINDS
from wegwijzer.locale import use_words_of
from wegwijzer.locale.catalogue import languages
from wegwijzer.locale.default import LANGUAGE
from wegwijzer.testing import problems_of_example

RULES = rules()
RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def page(language, rule):
    """The page of a rule, and whether the language has what the rule needs."""
    with speaking(language):
        return rule.page, rule.speaks


def package(rule):
    return rule.module.partition(".")[0]


PAGES = [(language, rule, *page(language, rule)) for rule in RULES for language in languages(package(rule))]
PAGE = pytest.mark.parametrize(
    ("language", "rule", "text", "speaks"), PAGES, ids=[f"{language}-{rule.name}" for language, rule, *_ in PAGES]
)
EXAMPLES = [
    [
        pytest.param(language, rule, files, id=f"{language}-{rule.name}")
        for language, rule, text, _ in PAGES
        for files in wrong_and_right(text)[which]
    ]
    for which in (0, 1)
]
WRONG = pytest.mark.parametrize(("language", "rule", "files"), EXAMPLES[0])
RIGHT = pytest.mark.parametrize(("language", "rule", "files"), EXAMPLES[1])
DATA = ("safety", "steps", "sources")
"""What the examples may count on: the numbers and words of safety, and the standard steps that it names."""


@pytest.fixture
def shown():
    """What the checker finds in an example; of the data beside it nothing is told. A rule that is off is switched on.

    In another language than the first there is an extension with a list of words, as the kit has no kind for rule W118.
    """

    def find(language, rule, files):
        folder = FIXTURES / "data" / ("" if language == LANGUAGE else language)
        beside = {f"data/{name}.yml": (folder / f"{name}.yml").read_text(encoding="utf-8") for name in DATA}
        with speaking(language), KINDS.with_also(*(() if language == LANGUAGE else wordlist.kinds.KINDS)):
            return problems_of_example(rule, files, beside)

    use_words_of("wordlist")
    return find


@PAGE
def test_page_of_rule_starts_with_one_sentence_in_its_language(language, rule, text, speaks):  # noqa: ARG001 - they name the test
    """The page of a rule opens with one sentence that says what is wrong, in Dutch or in no Dutch."""
    first, *_ = text.split("\n\n")
    assert first.endswith(".")
    dutch = re.search(r"\b(een|de|het|deze|dit|niemand|geen)\b", first, re.IGNORECASE)
    assert bool(dutch) == (language == LANGUAGE)


@PAGE
def test_every_rule_has_a_wrong_and_a_right_example(language, rule, text, speaks):  # noqa: ARG001 - they name the test
    """Every block of YAML, Markdown or TOML on the page of a rule is an example, wrong ones beside right ones.

    A rule that looks at nothing in this language has none.
    """
    wrong, right = wrong_and_right(text)
    assert len(re.findall("```(?:yaml|markdown|toml)", text)) == sum(map(len, [*wrong, *right]))
    assert len(wrong) == len(right)
    assert bool(wrong) == speaks


def test_codes_are_unique():
    """No two rules share a code, so that a code leads to one page."""
    found = [rule.code for rule in RULES]
    assert sorted(set(found)) == sorted(found)
    assert all(re.fullmatch(r"W[1-6][0-7]\d", code) for code in found)  # from 80 on they are for others


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


@WRONG
def test_wrong_example_gives_the_code_of_its_rule(language, rule, files, shown):
    """The wrong example of a rule gives that rule's code and no other."""
    assert {rule.code} == {problem.code for problem in shown(language, rule, files)}


@RIGHT
def test_right_example_gives_no_problem(language, rule, files, shown):
    """The right example of a rule gives no problem at all."""
    assert [] == shown(language, rule, files)


@WRONG
def test_message_and_hint_are_sentences(language, rule, files, shown):
    """A problem says in words what is wrong, and mostly also what to write instead."""
    for problem in shown(language, rule, files):
        assert problem.level == ("warning" if rule.level == "off" else rule.level)
        assert len(problem.message.split()) > 2
        assert not problem.hint or problem.hint[-1] in ".?:’"
