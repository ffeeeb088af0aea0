"""Text from YAML on a page of Markdown: whatever it says, and wherever it stands, it stays text."""

from __future__ import annotations

from html import escape
from types import SimpleNamespace

import html5lib
import pytest
from jinja2 import Environment
from markdown import Markdown

from helpers import mostly_slow
from hostile import TEXTS, Project
from wegwijzer.compile.compiled import compile_tree
from wegwijzer.kinds.markdown import BLOCKS, LABELLED, MACROS
from wegwijzer.load.rendered import EXTENSIONS
from wegwijzer.mkdocs import MARKDOWN, register
from wegwijzer.pages import asis, guide, tree
from wegwijzer.pages.asis import as_is
from wegwijzer.pages.reference import ON_PAGE

PLACES = (
    "Een zin met {} erin.",
    "{}",
    "- {}\n- b",
    "1. a\n\n    {}\n",
    "| a | b |\n| --- | --- |\n| {} | c |",
    "## Een titel {}",
    '!!! note "Titel {}"\n    Tekst {}.',
    "!!! note\n    {}",
    "> {}",
    "**{}** en *{}*",
    '<div class="a" markdown>\n\n- {}\n\n</div>',
    "> - {}\n>\n>     {}",
)
NAMED = sorted(LABELLED | {"bron", "praktijk", "wizards"})
"""Macros that show a text of something by its name."""
GIVEN = {"frame": "kader", "boom": "boom", "wizards": "boom"}
WHOLE = ["frames_overzicht", "frames_vergelijking", *sorted(name for name in BLOCKS if name.startswith("lijst_"))]
"""Macros that show a file."""
ALPHABETIC = ("terms", "organisations")
"""What stands in the order of its letters. Other letters, another order: one record of each leaves one order."""


class Generator:
    """Runs a page through the macros and Markdown, as the site does."""

    def __init__(self):
        self.conf = {}
        self.variables = {"page": SimpleNamespace(url="gids/bladzijde/")}
        self.jinja = Environment(autoescape=False)  # noqa: S701 - as the site does
        register(self)

    def macro(self, function, name=""):
        self.jinja.globals[name or function.__name__] = function

    def page(self, text):
        html = Markdown(extensions=list(EXTENSIONS)).convert(self.jinja.from_string(text).render())
        return html5lib.parse(html, namespaceHTMLElements=False)


@pytest.fixture
def pages(monkeypatch):
    """Renders a page of a project with harmless texts, and with hostile ones."""

    def render(made, template):
        trees = []
        for hostile in (False, True):
            library = made.library(hostile=hostile)
            for group in map(library.group, ALPHABETIC):
                for name in [*group][1:]:
                    del group[name]
            loaded = SimpleNamespace(library=library, files=[])
            for module in (guide, tree):
                monkeypatch.setattr(module, "project", lambda loaded=loaded: loaded)
            monkeypatch.setattr(tree, "compiled", lambda name, library=library: compile_tree(name, library))
            trees.append(Generator().page(template))
        return trees

    return render


def read(tree):
    """The elements with the names of their attributes, and all that they say."""
    elements = [(str(each.tag), *sorted(map(str, each.attrib))) for each in tree.iter()]
    said = [each.attrib[name] for each in tree.iter() for name in sorted(each.attrib, key=str) if name != "id"]
    return elements, [*said, " ".join(tree.itertext())]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("turn", mostly_slow(range(len(TEXTS)), [0]))
def test_text_of_a_macro_stays_text(pages, name, turn):
    """In every place of a page the elements are those that a harmless text gives, and the text is the text."""
    made = Project(turn)
    call = f'{{{{ {name}("{GIVEN.get(name, "een")}") }}}}'
    template = "\n\nTussenin.\n\n".join(place.replace("{}", call) for place in PLACES)
    (elements, said), (found, shown) = map(read, pages(made, template))
    assert elements == found
    assert [] == [(one, other) for one, other in zip(said, shown, strict=True) if not made.same(one, other)]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("turn", mostly_slow(range(len(TEXTS)), [0]))
def test_text_of_a_register_stays_text(pages, name, turn):
    """The same for what shows a whole file."""
    made = Project(turn)
    (elements, said), (found, shown) = map(read, pages(made, f"{{{{ {name}() }}}}\n\n- {{{{ {name}() }}}}\n"))
    assert elements == found
    assert [] == [(one, other) for one, other in zip(said, shown, strict=True) if not made.same(one, other)]


def test_html_is_the_same_for_a_browser():
    """What is encoded for Markdown reads the same, in texts and attributes; a style sheet is left as it is."""
    for text in TEXTS:
        html = f'<p title="{escape(text)}" class="a_b">{escape(text)}</p>\n<style>a > b {{ x: y }}</style>'
        one, other = (html5lib.parseFragment(each, namespaceHTMLElements=False) for each in (html, as_is(html)))
        assert read(one) == read(other)
        assert other[0].attrib["title"] == text
        assert "{ x: y }" in as_is(html)


def test_every_macro_is_made_safe(monkeypatch):
    """Only what is Markdown of our own is given as it is."""
    safe = []
    monkeypatch.setattr(asis, "macro", lambda function: safe.append(function) or function)
    Generator()
    assert len(safe) == len({*MACROS, *BLOCKS} - {*MARKDOWN, *ON_PAGE})
