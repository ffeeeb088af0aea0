"""One page for every code, in every language: the checker's pages, their examples, and `explain`."""

from __future__ import annotations

import re

import pytest

from helpers import ROOT, examples, project_problems, speaking, wrong_and_right
from wegwijzer.check.pages import GROUPS, pages
from wegwijzer.check.reading import READING
from wegwijzer.check.rules import rules
from wegwijzer.locale import KIT, say
from wegwijzer.locale.catalogue import document, languages

LANGUAGES = languages()
OF_KIT = [*READING, *(rule.code for rule in rules() if rule.module.startswith(f"{KIT}."))]


def page(language, code):
    """What stands in the file."""
    with speaking(language):
        return document(f"rules/{code}.md")


PAGES = {(language, code): page(language, code) for language in LANGUAGES for code in OF_KIT}
PAGE = pytest.mark.parametrize(
    ("language", "code", "text"),
    [pytest.param(*key, text, id="-".join(key)) for key, text in PAGES.items()],
)
EXAMPLES = [
    pytest.param(language, code, files, which == 0, id=f"{language}-{code}-{('wrong', 'right')[which]}")
    for (language, code), text in PAGES.items()
    if code in READING
    for which, found in enumerate(wrong_and_right(text))
    for files in found
]


def test_every_code_that_can_be_given_has_a_page():
    """Each code in the source of the loader and each code of a rule has a page; no page is about nothing."""
    found = {
        code
        for file in [*(ROOT / "src/wegwijzer/load").glob("*.py"), ROOT / "src/wegwijzer/check/settings.py"]
        for code in re.findall(r'"(W0\d\d)"', file.read_text(encoding="utf-8"))
    }
    assert found | {rule.code for rule in rules()} == set(pages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_pages(language):
    """None is left over of a code that is gone."""
    found = {file.stem for file in (ROOT / f"src/wegwijzer/locale/{language}/rules").glob("*.md")}
    assert set(OF_KIT) == found


@pytest.mark.parametrize("page", pages().values(), ids=pages())
def test_page_belongs_to_a_group_and_has_forms(page):
    """A page as it is shown has a group, and a heading on the site and in a terminal."""
    assert page.group in map(say, GROUPS.values())
    assert page.markdown().startswith(f"### {page.code}: ")
    assert page.plain().startswith(f"{page.code}: ")


@PAGE
def test_page_has_a_title_and_words(language, code, text):  # noqa: ARG001 - they name the test
    """A page begins with one sentence on a line of its own, its title; then at least one more sentence follows."""
    title, empty, words, *_ = text.split("\n")
    assert 10 < len(title) < 100
    assert title[-1] == "."
    assert empty == ""
    assert re.match(r"[A-Z‘$`]", words)
    assert text[-1] == "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_stand_below_the_same_two_words(language):
    """A wrong example and a right one take turns, below one word each."""
    found = [[word for word, _ in examples(text)] for (spoken, _), text in PAGES.items() if spoken == language]
    wrong, right = next(words for words in found if words)[:2]
    assert wrong != right
    assert all(words == [wrong, right] * (len(words) // 2) for words in found)


@pytest.mark.parametrize(("language", "code", "files", "wrong"), EXAMPLES)
def test_example_of_reading_gives_its_code_or_nothing(language, code, files, wrong):
    """The wrong example on a page of reading gives that code and no other, the right one no problem at all."""
    with speaking(language):
        found = {problem.code for problem in project_problems(files)}
    assert ({code} if wrong else set()) == found
