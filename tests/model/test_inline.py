"""Texts of YAML in pieces: placeholders, links, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wegwijzer.model import Task
from wegwijzer.model.text import ALLOWED_LINK, Span, fill_in, placeholders, spans, texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag $naam.", "Dag <naam>."),
        ("$naam.Dan volgt meer.", "<naam>.Dan volgt meer."),
        ("Binnen $keuzes.termijn uur.", "Binnen <keuzes.termijn> uur."),
        ("Binnen $keuzes.termijn.", "Binnen <keuzes.termijn>."),
        ("Dat kost $$5 en $$$naam.", "Dat kost $5 en $<naam>."),
        ("Een $ alleen, en $-5.", "Een $ alleen, en $-5."),
        ("$naam-van-iemand", "<naam-van-iemand>"),
        ("$naam- en adres", "<naam>- en adres"),
    ],
)
def test_placeholder_is_replaced_and_dollars_are_kept(text, expected):
    """`$naam` and `$beleid.vraag` give way to their value; `$$` is a dollar sign."""
    assert expected == fill_in(text, lambda name: f"<{name}>", ("keuzes",))


def test_value_is_not_searched_for_placeholders():
    """What a reader types is text: a dollar sign in it has no meaning."""
    assert "Dag $naam $$" == fill_in("Dag $naam", lambda _: "$naam $$", ())


def test_names_in_a_text_are_listed():
    """Every placeholder is found with its whole name."""
    assert ["naam", "keuzes.termijn", "naam"] == list(placeholders("$naam $$x $keuzes.termijn $naam.x", ("keuzes",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lees [dit](https://a.be/b?c=d) na.", [Span("Lees "), Span("dit", "https://a.be/b?c=d"), Span(" na.")]),
        ("[a](/hulp/)[b](mailto:a@b.be)", [Span("a", "/hulp/"), Span("b", "mailto:a@b.be")]),
        ("[a](javascript:x) [b](//a.be) [c](data:x)", [Span("[a](javascript:x) [b](//a.be) [c](data:x)")]),
        ("[a] (https://a.be) en [b](https://a b)", [Span("[a] (https://a.be) en [b](https://a b)")]),
        ("**vet** <b> `c`", [Span("**vet** <b> `c`")]),
        ("", []),
    ],
)
def test_only_links_have_a_meaning(text, expected):
    """A text is plain but for links with an allowed address; a forbidden one stays as it was typed."""
    assert expected == spans(text)


@given(st.text(alphabet="[]()ab:/ \nhtps.jvcri", max_size=40))
def test_no_letter_is_lost(text):
    """Plain pieces and links together hold every character of the text, and every link is allowed."""
    found = spans(text)
    assert text == "".join(f"[{span.text}]({span.href})" if span.href else span.text for span in found)
    assert all(ALLOWED_LINK.fullmatch(span.href) for span in found if span.href)


def test_every_text_of_a_record_is_found_with_its_place():
    """Texts are listed with the path of keys that a contributor would follow."""
    step = Task("Doe dit.", points=("Eén", "Twee"))
    assert [(("text",), "Doe dit."), (("points", 0), "Eén"), (("points", 1), "Twee")] == list(texts(step))
