"""Every rule against its own page: the page is the docstring, and its examples run here."""

from __future__ import annotations

import re

import pytest

from helpers import FIXTURES, page_problems, problems, snippets
from wegwijzer.check.rules import rules
from wegwijzer.problems import level_word

RULES = rules()
RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
WRONG = [pytest.param(rule, text, id=rule.name) for rule in RULES for text in snippets(rule.page, "Fout")]
RIGHT = [pytest.param(text, id=rule.name) for rule in RULES for text in snippets(rule.page, "Goed")]

DATA = {
    name: (FIXTURES / "data" / f"{name}.yml").read_text(encoding="utf-8") for name in ("safety", "steps", "sources")
}
"""What the examples may count on: the numbers and words of safety, and the standard steps that it names."""


def shown(text):
    """What the checker finds in an example; of the data beside it nothing is told."""
    if text.startswith("#"):
        return page_problems(text)
    return [problem for problem in problems(text, **DATA) if problem.path == "trees/boom.yml"]


@RULE
def test_page_of_rule_is_dutch_and_starts_with_one_sentence(rule):
    """The page of a rule opens with one sentence that says what is wrong, in Dutch."""
    first, *_ = rule.page.split("\n\n")
    assert first.endswith(".")
    assert re.search(r"\b(een|de|het|deze|dit|niemand|geen)\b", first, re.IGNORECASE)


@RULE
def test_every_example_on_the_page_is_read(rule):
    """Every block of YAML or Markdown on the page of a rule stands under ‘Fout:’ or ‘Goed:’, wrong ones beside right ones."""
    wrong, right = snippets(rule.page, "Fout"), snippets(rule.page, "Goed")
    assert len(re.findall("```(?:yaml|markdown)", rule.page)) == len(wrong) + len(right)
    assert len(wrong) == len(right)


def test_codes_are_unique():
    """No two rules share a code, so that a code leads to one page."""
    found = [rule.code for rule in RULES]
    assert sorted(set(found)) == sorted(found)
    assert all(re.fullmatch(r"W[1-5]\d\d", code) for code in found)


@RULE
def test_level_of_rule_is_known(rule):
    """A rule is an error, a warning or advice."""
    assert level_word(rule.level)


@pytest.mark.parametrize(("position", "rule"), [*enumerate(RULES)], ids=[rule.name for rule in RULES])
def test_required_rules_run_earlier(position, rule):
    """What a rule requires exists and has run before it."""
    assert set() == set(rule.requires) - {earlier.name for earlier in RULES[:position]}


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_wrong_example_gives_the_code_of_its_rule(rule, text):
    """The wrong example of a rule gives that rule's code and no other."""
    assert {rule.code} == {problem.code for problem in shown(text)}


@pytest.mark.parametrize("text", RIGHT)
def test_right_example_gives_no_problem(text):
    """The right example of a rule gives no problem at all."""
    assert [] == shown(text)


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_message_and_hint_are_sentences(rule, text):
    """A problem says in words what is wrong, and mostly also what to write instead."""
    for problem in shown(text):
        assert rule.level == problem.level
        assert len(problem.message.split()) > 2
        assert not problem.hint or problem.hint[-1] in ".?:’"
