"""Elements of HTML and XML: every text in them is escaped, whatever way it comes in."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from wegwijzer.render.element import NOTHING, Markup, element, join, lines, stacked, xml

NASTY = "<b>&\"'"
SAFE = "&lt;b&gt;&amp;&quot;&#x27;"


def test_everything_inside_is_escaped():
    """Texts and attributes, also in a list; markup stays, and nothing is written for nothing."""
    inside = [NASTY, (NASTY, element("br")), None, 3]
    assert element("p", {"title": NASTY}, *inside) == f'<p title="{SAFE}">{SAFE}{SAFE}<br>3</p>'
    assert element("p", "a", NOTHING, False) == "<p>a</p>"  # noqa: FBT003 - what a condition may give


def test_attributes():
    """True stands alone, None and False stay away, and markup is escaped in an attribute too."""
    made = element("input", {"hidden": True, "name": None, "checked": False, "value": Markup("<b>"), "max": 0})
    assert made == '<input hidden value="&lt;b&gt;" max="0">'


def test_a_text_that_only_looks_like_markup():
    """Whatever derives from `str` is a text; only markup is markup."""

    class Other(str):
        __slots__ = ()

    assert element("p", Other("<b>")) == "<p>&lt;b&gt;</p>"
    with pytest.raises(TypeError):
        element("p", True)  # noqa: FBT003 - never a text


def test_a_template_asks_markup_for_its_html():
    """What it then gets is the same, so that nothing is escaped twice; of a text it is not asked."""
    made = join("", (NASTY,))
    assert made.__html__() == made == SAFE
    assert not hasattr(NASTY, "__html__")


@pytest.mark.parametrize(
    "made",
    [
        Markup("<i>") + NASTY,
        NASTY + Markup("<i>"),
        Markup("<i>{}").format(NASTY),
        Markup("<i>{x}").format(x=NASTY),
        Markup("<i>%s") % NASTY,
        Markup("<i>%s%s") % (NASTY, ""),
        Markup("<i>").join([NASTY, ""]),
        join(Markup("<i>"), [NASTY, "x"]),
        lines(NASTY, Markup("<i>")),
        element("i", f"{NASTY}"),
    ],
)
def test_no_text_becomes_markup(made):
    """Adding, filling in and joining give markup, with the text escaped."""
    assert type(made) is Markup
    assert NASTY not in made
    assert SAFE in made
    assert "<i>" in made


@pytest.mark.parametrize(
    "spoiled", [Markup("<i>").upper(), f"{Markup('<i>')}", Markup("<i>").replace("i", "b"), Markup("<i>")[0:]]
)
def test_what_is_changed_is_a_text_again(spoiled):
    """Every other way to change markup gives a text, which is escaped: seen at once, and never a hole."""
    assert element("p", spoiled).startswith("<p>&lt;")


def test_on_lines():
    """Things on lines of their own; what is empty takes none."""
    assert (
        stacked("ul", {"class": "a"}, NASTY, NOTHING, None, element("li"))
        == f'<ul class="a">\n{SAFE}\n<li></li>\n</ul>'
    )


def test_xml():
    """An element closes itself when nothing is given to put in it, and a reader of XML gets every text back."""
    assert xml("w:b") == "<w:b/>"
    assert xml("w:t", "") == "<w:t></w:t>"
    read = ET.fromstring(xml("t", {"a": NASTY}, NASTY))  # noqa: S314 - made here
    assert (read.text, read.get("a")) == (NASTY, NASTY)


@pytest.mark.parametrize("code", ["a</script >", "</SCRIPT>", "<!-- x"])
def test_code_cannot_end_its_element(code):
    """A script stands as it is, and is refused when a browser would read on after it."""
    assert element("script", {"async": True}, "a < b && c") == "<script async>a < b && c</script>"
    with pytest.raises(ValueError, match="script"):
        element("script", code)
