"""Numbers stay on one line; what somebody copies or calls stays as it was written. On paper: see test_contact.py."""

from __future__ import annotations

from helpers import speaking, tree
from wegwijzer.render.contact import ways_of
from wegwijzer.render.element import element, xml
from wegwijzer.render.html import tree_html
from wegwijzer.render.markup import inline
from wegwijzer.render.together import together, together_in

WRITTEN = "Bel 02 123 45 67 binnen 24 uur: 116 000 mensen, € 20 of 70 %, en 3 vragen."
TOGETHER = "Bel 02~123~45~67 binnen 24~uur: 116~000 mensen, €~20 of 70~%, en 3 vragen.".replace("~", "\u00a0")


def test_what_stays_together():
    """Groups of digits, and a number with its unit; no line is longer for other words, and twice is as once."""
    assert together(WRITTEN) == together(TOGETHER) == TOGETHER


def test_units_are_those_of_the_language():
    with speaking("en"):
        assert together("24 hours, 24 uur") == "24\u00a0hours, 24 uur"
    assert together("24 hours, 24 uur") == "24 hours, 24\u00a0uur"


def test_in_elements_texts_alone():
    """An attribute, and what somebody copies, has plain spaces; so has XML, which is another program's."""
    assert inline(f"[{WRITTEN}](/noodkaart/)", "") == f'<a href="noodkaart/">{TOGETHER}</a>'
    assert element("p", {"title": WRITTEN}, [WRITTEN]) == f'<p title="{WRITTEN}">{TOGETHER}</p>'
    for name in ("textarea", "option", "code", "pre"):
        assert element(name, WRITTEN) == f"<{name}>{WRITTEN}</{name}>"
    assert xml("w:t", WRITTEN) == f"<w:t>{WRITTEN}</w:t>"


def test_a_number_to_call_leads_where_it_led():
    ways = ways_of(phone="02 123 45 67", date=None)
    assert ways.text == "02 123 45 67"
    assert str(ways.html) == '<a href="tel:021234567">02\u00a0123\u00a045\u00a067</a>'


def test_in_a_page_of_a_generator():
    """Its texts, and no script, code, field or attribute."""
    kept = '<script>a = "1 2 > 3 4 < 5";</script><pre><code>5 6</code></pre><textarea>7 8</textarea><a title="9 1">'
    assert together_in(f"{kept}{WRITTEN}</a><p>zonder</p>") == f"{kept}{TOGETHER}</a><p>zonder</p>"
    assert together_in(together_in(f"<p>{WRITTEN}</p>")) == f"<p>{TOGETHER}</p>"


def test_in_a_wizard():
    """Of a tree from YAML: a question and a task have it, a reply to copy has not."""
    html = str(
        tree_html(
            tree(f"""
            title: Hoe lang?
            start: a
            questions:
              a: {{text: "{WRITTEN}", answers: {{ja: {{text: Ja, to: b}}}}}}
            actions:
              b: {{title: Wacht 24 uur, reply: "{WRITTEN}", steps: ["{WRITTEN}"]}}
            """),
            whole=True,
        )
    )
    assert html.count(TOGETHER) >= 2
    assert "Wacht 24\u00a0uur" in html
