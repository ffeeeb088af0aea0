"""What English has of the measures of language: on sentences of our own, each in a project that speaks English."""

from __future__ import annotations

import pytest
from english import ACTIVE, PASSIVE

from helpers import project_problems, speaking
from wegwijzer.language import has
from wegwijzer.language.en.lists import JARGON, STIGMA
from wegwijzer.language.en.numbers import counts
from wegwijzer.language.en.passive import passive
from wegwijzer.language.en.questions import asks_openly, asks_yes_or_no, says_yes_or_no
from wegwijzer.language.en.reading import syllables
from wegwijzer.language.lists import advice_on, finder
from wegwijzer.language.measure import measure
from wegwijzer.language.prose import Passage, sentences

TASK = "title: Tree\nstart: done\nactions:\n  done: {title: Do it, steps: [{text: %s}]}\n"
QUESTION = """
title: Tree
start: ask
questions:
  ask: {text: "%s", answers: {one: {text: "%s"}, two: {text: "%s"}}, to: done}
actions:
  done: {title: Done, steps: [Rest.]}
"""


@pytest.fixture(autouse=True)
def english():
    """Everything here is English."""
    with speaking("en"):
        yield


def times(tree, code):
    """How often a code is found in a tree."""
    return sum(problem.code == code for problem in project_problems({"trees/tree.yml": tree}))


def found(text, code):
    """How often a code is found in one text of a tree."""
    quoted = text.replace("'", "''")
    return times(TASK % f"'{quoted}'", code)


def test_english_has_all_but_one_of_the_measures():
    """There is one ‘you’, so that nothing tells which one a text says."""
    names = ("address", "capitals", "links", "lists", "numbers", "passive", "questions", "reading", "sentences")
    assert ["address"] == [name for name in names if not has(name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call the desk. Wait a moment.", ["Call the desk.", "Wait a moment."]),
        ("Ask Dr. Jones, e.g. Tell him why. Done!", ["Ask Dr. Jones, e.g. Tell him why.", "Done!"]),
        ("The answer is no. Then stop.", ["The answer is no.", "Then stop."]),
        ("Keep posts, links etc. The rest can go.", ["Keep posts, links etc.", "The rest can go."]),
        ("It costs 3.50 pounds", ["It costs 3.50 pounds"]),
    ],
)
def test_text_is_cut_into_sentences(text, expected):
    """A title or ‘e.g.’ ends no sentence; ‘no.’ and ‘etc.’ may."""
    assert expected == list(sentences(text))


def test_apostrophe_ends_no_quotation():
    """What others say is not judged, with an apostrophe in it or not; what stands behind it is."""
    assert "He said … and left." == " ".join(Passage(("x",), "He said ‘don’t you dare’ and left.").own.split())
    assert "the writers’ posts" == Passage(("x",), "the writers’ posts").own
    assert 0 == found("Do not write ‘that’s why the disabled moan’.", "W508")
    assert 1 == found("Don’t forget the disabled.", "W508")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the name of the rule", 5),
        ("names wanted and closed messages", 8),
        ("somebody sometimes smiled nicely at a careful statement", 14),
        ("people who like being quiet in a busy museum", 15),
        ("racism didn’t create our society", 12),
        ("you can’t read everything on a homepage", 10),
        ("usually the situation is difficult", 13),
        ("an able-bodied player", 7),
        ("hundreds of companies employ Europeans", 12),
        ("every catalogue has a serious mistake", 12),
        ("a neighbour was worried about violence in the area", 16),
        ("the council really answers questions on its website", 13),
    ],
)
def test_syllables_are_those_that_people_say(text, count):
    """Counted by hand."""
    assert count == sum(syllables(word) for word in text.lower().split())


def test_measure_follows_flesch():
    """Two labels of two words are two sentences; plain sentences are easy, those of an office are not."""
    figures = measure(["Red bicycle", "Blue car", "…"])
    assert (4, 2, 6) == (figures.words, figures.sentences, figures.syllables)
    assert pytest.approx(206.835 - 1.015 * 2 - 84.6 * 6 / 4) == figures.ease
    plain = [
        "Somebody wrote an angry post about the new park.",
        "Read it twice, and wait an hour.",
        "Then ask what went wrong.",
    ]
    office = ["Notification of the applicable administrative provisions necessitates interdepartmental consultation."]
    assert measure(plain).ease > 80
    assert measure(office).ease < 0


def test_passive_is_right_most_of_the_time():
    """Of sentences of our own it finds nearly all that are passive, and hardly any other."""
    assert min(len(PASSIVE), len(ACTIVE)) >= 40
    right = sum(bool(passive(sentence)) for sentence in PASSIVE)
    wrong = sum(bool(passive(sentence)) for sentence in ACTIVE)
    assert right / len(PASSIVE) >= 0.95
    assert right / (right + wrong) >= 0.95


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The post is hidden.", "is hidden"),
        ("It was later removed from the page.", "was later removed"),
        ("The office is closed.", None),
        ("The two posts are unrelated to the park.", None),
        ("The account was unblocked yesterday.", "was unblocked"),
        ("The office was closed by the mayor.", "was closed"),
        ("They are registered voters.", None),
        ("They are registered by the clerk.", "are registered"),
        ("He was threatened by a neighbour.", None),
        ("Call 999 when it is urgent, and write down what you hid.", None),
    ],
)
def test_passive_is_what_somebody_does(sentence, expected):
    """A state counts only with who brought it about; what happens to a person may stay passive."""
    assert expected == passive(sentence)


@pytest.mark.parametrize("entries", [JARGON, STIGMA], ids=["jargon", "stigma"])
def test_every_word_of_a_list_is_found_and_explained(entries):
    """Each entry is found as a word, has an alternative that is not in a list itself, and a reason."""
    find = finder(entries)
    for entry, advice in entries.items():
        word = entry.rstrip("*")
        assert find.search(f"So {word}, you think."), entry
        assert advice == advice_on(word, entries)
        assert advice.instead
        assert advice.why.endswith(".")
        assert not any(finder(words).search(advice.instead) for words in (JARGON, STIGMA)), entry


@pytest.mark.parametrize(
    ("text", "code", "times"),
    [
        ("Never write ‘pursuant to’.", "W504", 0),
        ("Answer pursuant to the code.", "W504", 1),
        ("We utilised a list.", "W504", 1),
        ("Use a list.", "W504", 0),
        ("Think of the homeless.", "W508", 1),
        ("Do not say “the homeless”.", "W508", 0),
        ("Think of homeless people.", "W508", 0),
        ("A fire retardant helps.", "W508", 0),
        ("Call the BBC, the NHS or UNICEF.", "W506", 0),
        ("Do NOT answer.", "W506", 1),
        ("Stop!!", "W506", 1),
        ("IT and HR help you.", "W506", 0),
        ("Click here for more.", "W507", 1),
        ("Read [more](https://example.org).", "W507", 1),
        ("[Find out more](https://example.org).", "W507", 1),
        ("[Read the house rules](https://example.org).", "W507", 0),
        ("Click on the button here.", "W507", 0),
    ],
)
def test_language_rule_is_right_rather_than_noisy(text, code, times):
    """Quotations, acronyms and ordinary words raise no alarm; the fault itself does, once."""
    assert times == found(text, code)


@pytest.mark.parametrize(
    ("text", "first", "second", "expected"),
    [
        ("Is it against the law?", "By the law", "Perhaps", 1),
        ("Is it against the law?", "Yes, surely", "I am not sure", 0),
        ("Don’t you know the writer?", "A neighbour", "A stranger", 1),
        ("Is it a question or an opinion?", "A question", "An opinion", 0),
        ("Who wrote it?", "Yes", "No", 1),
        ("Who wrote it?", "Nobody", "Noah", 0),
        ("What do you see?", "No children", "Yesterday’s post", 0),
        ("People are angry. Do you know the writer?", "Yes", "No", 0),
        ("At whom is it aimed?", "Yes", "No", 1),
        ("In what month was it?", "May", "June", 0),
    ],
)
def test_answers_fit_the_question(text, first, second, expected):
    """A question that starts with a verb asks yes or no, one that starts with who or what does not."""
    assert expected == times(QUESTION % (text, first, second), "W509")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What does it say and who wrote it?", 1),
        ("Is it angry? Or is it happy?", 1),
        ("Does everybody know who posts and who stands in?", 0),
        ("Is it a resident and is it urgent?", 1),
        ("Is it urgent and/or can it hurt?", 1),
        ("What is black and white?", 0),
        ("Is it about you and your team?", 0),
        ("Is it a question ‘who and what?’ of a resident?", 0),
    ],
)
def test_double_question_is_seen(text, expected):
    """Two question marks, or a second question after ‘and’; a list inside one question is one question."""
    assert expected == times(QUESTION % (text, "So", "Other"), "W510")


def test_kind_of_question_is_told_by_its_last_sentence():
    """What stands before the question does not count."""
    assert asks_openly("There is a post. What does it say?")
    assert asks_yes_or_no("What a rush! Is it done?")
    assert not asks_yes_or_no("Is it done: now or later?")
    assert says_yes_or_no("No, never")
    assert not says_yes_or_no("No threat")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In danger? Call 999.", False),
        ("Call 999 police.", False),
        ("Call 999 as soon as you can.", False),
        ("The number 999 connects you.", False),
        ("The emergency line 999 is free.", False),
        ("Phone no. 999.", False),
        ("Call 999, 24 hours a day.", False),
        ("Call 999 emergency services.", False),
        ("We got 999 messages.", True),
        ("Some 999 people called.", True),
        ("Call room 999.", True),
        ("See page 999 of the guide.", True),
        ("It cost £999.", True),
    ],
)
def test_number_to_call_is_no_number_of_things(text, expected):
    """A number counts when a plural follows, or a word before it orders; what follows an emergency number is no plural."""
    before, number, after = text.partition("999")
    assert expected == counts(before, number, after)


def test_year_is_no_number_to_call():
    """‘In 1999’ is a date."""
    assert counts("Since ", "1999", " we help.")
    assert not counts("Call ", "1999", ".")
