"""One page for every code: the checker's pages, their examples, and `explain`."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT, examples, problems
from wegwijzer.check.pages import GROUPS, pages
from wegwijzer.check.reading import READING
from wegwijzer.check.rules import rules
from wegwijzer.locale import say

WRONG = [
    pytest.param(code, text, id=code)
    for code in READING
    for files in examples(pages()[code].text, "Fout")
    for text in files.values()
]
RIGHT = [
    pytest.param(text, id=code)
    for code in READING
    for files in examples(pages()[code].text, "Goed")
    for text in files.values()
]


def test_every_code_that_can_be_given_has_a_page():
    """Each code in the source of the loader and each code of a rule has a page; no page is about nothing."""
    found = {
        code
        for file in [*(ROOT / "src/wegwijzer/load").glob("*.py"), ROOT / "src/wegwijzer/check/settings.py"]
        for code in re.findall(r'"(W0\d\d)"', file.read_text(encoding="utf-8"))
    }
    assert found | {rule.code for rule in rules()} == set(pages())


@pytest.mark.parametrize("page", pages().values(), ids=pages())
def test_page_has_a_title_and_words(page):
    """A page has a title of one sentence, at least one more sentence, and belongs to a group."""
    assert 10 < len(page.title) < 100
    assert "\n" not in page.title
    assert page.text
    assert page.group in map(say, GROUPS.values())
    assert page.markdown().startswith(f"### {page.code}: ")
    assert page.plain().startswith(f"{page.code}: ")


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_wrong_example_of_reading_gives_its_code(code, text):
    """The wrong example on a page of reading gives that code and no other."""
    assert {code} == {problem.code for problem in problems(text)}


@pytest.mark.parametrize("text", RIGHT)
def test_right_example_of_reading_gives_no_problem(text):
    """The right example on a page of reading gives no problem at all."""
    assert [] == problems(text)
