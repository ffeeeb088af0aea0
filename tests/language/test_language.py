"""How texts are cut into sentences and words, measured, and compared with the lists."""

from __future__ import annotations

import pytest

from helpers import load, problems
from wegwijzer.language.lists import advice_on, finder
from wegwijzer.language.measure import measure
from wegwijzer.language.nl.lists import JARGON, STIGMA
from wegwijzer.language.nl.passive import passive
from wegwijzer.language.nl.questions import asks_openly, asks_yes_or_no
from wegwijzer.language.prose import Passage, Prose, sentences, words

STEP = "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Doe het nu, steps: [{text: %s}]}\n"
QUESTION = """
title: Boom
start: vraag
questions:
  vraag: {text: "%s", answers: {een: {text: "%s"}, twee: {text: "%s"}}, to: klaar}
actions:
  klaar: {title: Klaar, steps: [Rust.]}
"""


def found(text, code):
    """How often a code is found in one text of a tree."""
    return sum(problem.code == code for problem in problems(STEP % f"'{text}'"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bel de dienst. Wacht even.", ["Bel de dienst.", "Wacht even."]),
        ("Vraag raad, bv. Aan Unia of o.a. Jan. Klaar!", ["Vraag raad, bv. Aan Unia of o.a. Jan.", "Klaar!"]),
        ("Zeg: ‘Dag.’ Ga dan verder", ["Zeg: ‘Dag.’", "Ga dan verder"]),
        ("Het kost 3.50 euro", ["Het kost 3.50 euro"]),
        ("", []),
    ],
)
def test_text_is_cut_into_sentences(text, expected):
    """A sentence ends at a full stop before a capital; an abbreviation ends none; the end of a text ends the last."""
    assert expected == list(sentences(text))


def test_words_are_what_a_reader_speaks():
    """A hyphen or apostrophe joins a word, a link counts by its words, a placeholder as one."""
    shown = Passage(("x",), "Mail foto’s naar [de e-mailbox](mailto:a@b.be) binnen $beleid.termijn uur.").shown
    assert ["Mail", "foto’s", "naar", "de", "e-mailbox", "binnen", "X", "uur"] == words(shown)


def test_examples_names_and_keys_are_no_language_of_ours():
    """The post of a case, the name of a source, a role and a default are not judged; its explanation is."""
    loaded = load(
        "title: Boom\nstart: klaar\nactions:\n  klaar: {title: Klaar, steps: [{text: Stap., who: rol}]}\n"
        "cases:\n  - {title: Geval, post: Kansarmen!!, ends_in: klaar, why: Daarom.}\n",
        sources="sources:\n  gids: {title: ALTIJD conform, note: Een noot.}\n",
    )
    texts = [passage.text for file in loaded.files for passage in Prose(file.record).passages]
    assert ["Een noot.", "Boom", "Klaar", "Stap.", "Geval", "Daarom."] == texts


def test_measure_counts_items_as_sentences():
    """Two labels of two words are two sentences; the formula is that of Douma."""
    figures = measure(["Rode fiets", "Blauwe wagen", "…"])
    assert (4, 2, 7) == (figures.words, figures.sentences, figures.syllables)
    assert pytest.approx(206.835 - 0.93 * 2 - 77 * 7 / 4) == figures.ease
    assert measure([]).ease > measure(["Gemeenschapsverantwoordelijkheid"]).ease


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Het bericht wordt verborgen.", "wordt verborgen"),
        ("De lijst werd door het team goedgekeurd.", "werd … goedgekeurd"),
        ("Kijk of het bericht gelezen wordt.", "gelezen wordt"),
        ("Wie wordt aangevallen, vraagt steun.", None),
        ("Het wordt later een groot gebied.", None),
        ("De lezer wordt boos en heeft het bericht gedeeld.", None),
        ("Worden er gemeenten bij betrokken?", "Worden … betrokken"),
        ("Dit is goedgekeurd.", None),
    ],
)
def test_passive_needs_both_words_in_one_clause(sentence, expected):
    """A passive is a form of ‘worden’ with a participle beside it; what happens to a person may stay passive."""
    assert expected == passive(sentence)


@pytest.mark.parametrize("entries", [JARGON, STIGMA], ids=["jargon", "stigma"])
def test_every_word_of_a_list_is_found_and_explained(entries):
    """Each entry is found as a word, has an alternative that is not in a list itself, and a reason."""
    find = finder(entries)
    for entry, advice in entries.items():
        word = entry.rstrip("*")
        assert find.search(f"Zo is {word}, denk je."), entry
        assert advice == advice_on(word, entries)
        assert advice.instead
        assert advice.why.endswith(".")
        assert not any(finder(words).search(advice.instead) for words in (JARGON, STIGMA)), entry


def test_part_of_a_word_is_no_word():
    """‘doch’ is not in ‘dochter’; a star takes any ending."""
    assert not finder(JARGON).search("dochter")
    assert advice_on("Stakeholders", JARGON) is JARGON["stakeholder*"]


@pytest.mark.parametrize(
    ("text", "code", "times"),
    [
        ("Schrijf ‘conform’ nooit.", "W504", 0),
        ("Antwoord conform de code.", "W504", 1),
        ("Denk aan kansarmen.", "W508", 1),
        ("Zeg niet “kansarmen”.", "W508", 0),
        ("Bel Unia, VVSG of IGVM.", "W506", 0),
        ("Stop!!", "W506", 1),
        ("Antwoord binnen 24 u. als je kunt.", "W505", 0),
        ("Geef uw naam als je wilt.", "W505", 1),
        ("Klik hier voor meer.", "W507", 1),
        ("Bekijk [de huisregels](https://a.be).", "W507", 0),
        ("Neem 3 < 5 en a > b.", "W402", 0),
        ("Een <br> te veel.", "W402", 1),
        ("Jan &amp; Piet.", "W402", 1),
        ("Vragen & antwoorden.", "W402", 0),
    ],
)
def test_language_rule_is_right_rather_than_noisy(text, code, times):
    """Quotations, acronyms and figures raise no alarm; the fault itself does, once."""
    assert times == found(text, code)


def test_answer_to_citizens_may_be_formal():
    """A reply may say ‘u’ in a file that says ‘je’, a step may not."""
    text = "title: Wat doe je\nstart: klaar\nactions:\n  klaar: {title: Zeg je naam, %s: %s}\n"
    assert "W505" not in [p.code for p in problems(text % ("reply", "Bedankt voor uw bericht.") + "\n")]
    assert "W505" in [p.code for p in problems(text % ("help", "Bewaar uw bericht."))]


@pytest.mark.parametrize(
    ("text", "first", "second", "times"),
    [
        ("Is het strafbaar?", "Volgens de wet", "Misschien", 1),
        ("Is het strafbaar?", "Ja, zeker", "Ik twijfel", 0),
        ("Is het een vraag of een mening?", "Een vraag", "Een mening", 0),
        ("Wie schreef het?", "Ja", "Nee", 1),
        ("Wie schreef het?", "Jan", "Neel", 0),
        ("Er loopt een ruzie. Ken je de schrijver?", "Ja", "Nee", 0),
        ("Op wie is het gericht?", "Ja", "Nee", 1),
    ],
)
def test_answers_fit_the_question(text, first, second, times):
    """A question that starts with a verb asks yes or no, one that starts with who or what does not."""
    assert times == sum(p.code == "W509" for p in problems(QUESTION % (text, first, second)))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Wat staat er en wie schreef het?", 1),
        ("Is het boos? Of is het blij?", 1),
        ("Weet iedereen wie post en wie vervangt?", 0),
        ("Is het een burger en is het dringend?", 1),
        ("Wat is goed en wel?", 0),
        ("Gaat het om jou en je team?", 0),
        ("Is het een vraag ‘wie en wat?’ van een burger?", 0),
    ],
)
def test_double_question_is_seen(text, times):
    """Two question marks, or a second question after ‘en’; a list inside one question is one question."""
    assert times == sum(p.code == "W510" for p in problems(QUESTION % (text, "Zo", "Anders")))


def test_kind_of_question_is_told_by_its_last_sentence():
    """What stands before the question does not count."""
    assert asks_openly("Er staat iets. Wat staat er?")
    assert asks_yes_or_no("Wat een drukte! Is het klaar?")
    assert not asks_yes_or_no("Is het klaar: nu of straks?")
