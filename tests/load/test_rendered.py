"""What a page may hold: judged as its generator reads it, with the place where it stands."""

from __future__ import annotations

import re

import pytest
import yaml

from helpers import ROOT, page_problems
from wegwijzer.kinds.markdown import BLOCKS, MACROS
from wegwijzer.load.rendered import EXTENSIONS
from wegwijzer.mkdocs import register

LINKS = {
    "mag": [
        "[x](https://voorbeeld.be/a_(b)_c)",
        '[x](https://voorbeeld.be "titel (zo)")',
        "[x](<../gids/code.md>)",
        "[x](code.md#deel)",
        "[x](#deel)",
        "[x](mailto:a@voorbeeld.be)",
        "[x](tel:101)",
        "<https://voorbeeld.be>",
        "<a@voorbeeld.be>",
        "[x][y]\n\n[y]: https://voorbeeld.be",
        "![x](beeld.svg)",
        "`[x](javascript:alert)`",
    ],
    "mag niet": [
        "[x](//voorbeeld.be)",
        '[x](//voorbeeld.be "titel")',
        "[x](/\\voorbeeld.be)",
        "[x](javascript:alert(1))",
        "[x](JavaScript:alert)",
        "[x](&#106;avascript:alert(1))",
        "[x](&#x6A;avascript&colon;alert)",
        "[x](java&#10;script:alert)",
        "[x](java&Tab;script:alert)",
        "[x](&#1;javascript:alert)",
        "[x](<java\tscript:alert>)",
        "[x](data:text/html,x)",
        "[x](vbscript:x)",
        "[x](ftp://voorbeeld.be)",
        "[x](blob:x)",
        "[x](https:voorbeeld.be)",
        "[x](https:///voorbeeld.be)",
        "[x](mailto:a@voorbeeld.be?bcc=b@voorbeeld.be)",
        "[x](mailto:a@voorbeeld.be%0ABcc:b@voorbeeld.be)",
        "[x](/gids/)",
        "[x][y]\n\n[y]: javascript:alert",
        "[y]\n\n[y]: <//voorbeeld.be> 'titel'",
        "<javascript://voorbeeld.be>",
        "[![x](beeld.svg)](javascript:alert)",
        "- [x](\n  javascript:alert)",
        "| a |\n| --- |\n| [x](//voorbeeld.be) |",
    ],
}
HTML = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=x></SCRIPT>",
    "<iframe src=x></iframe>",
    "a <meta http-equiv=refresh content=0>",
    "<style>*{}</style>",
    "<form action=x><input></form>",
    "a <img src=x onerror=alert(1)> b",
    "<svg><a xlink:href=x>y</a></svg>",
    "<math></math>",
    "a <details open>b</details>",
    "a <foo:bar>b",
    "<x-y></x-y>",
    "<!-- x -->",
    "<!DOCTYPE html>",
    "<?php x ?>",
    "a <b\nclass='x'>c</b>",
    "a </div> b",
    "<div class=x>\n\nZonder eind.",
    "<div onclick=x markdown>\nx\n</div>",
    '<a href="x" onclick="y">z</a>',
    '<a href="x" target="_blank">z</a>',
    '<a href="x" accesskey="y">z</a>',
    "x { onclick=alert }\n===",
    "[x](y.md){ style='x' }",
    "![x](https://voorbeeld.be/x.png)",
    "![x](//voorbeeld.be/x.png)",
    "![x](data:image/svg+xml,x)",
    "- lijst\n\n    ```\n    <b>x</b>\n\n    <i>y</i>\n    ```",
    "!!! note\n    <u>x</u>",
    "> <u>x</u>",
    "{{ config }}",
    "{{ '<b>' }}",
    "{{ begrip('a') | upper }}",
    '{{ begrip("a" ~ "b") }}',
    '{{ begrip("\\x3cb>") }}',
    '{{ pretty("x") }}',
    "{% if 1 %}x{% endif %}",
    "```\n{{ config }}\n```",
    "{% raw %}<b>x</b>{% endraw %}",
    "\\<b>x</b>",
]
FINE = [
    "`<b>` en ``<i> ` </i>``",
    "```html\n<script>x</script>\n```",
    "~~~\n<b>\n```\n<i>\n~~~",
    "    <b>ingesprongen</b>\n",
    '<div class="ww-start" markdown>\n\n- **x**\n\n</div>',
    "a < b en c > d, 1<2, <3",
    "{# opmerking <b> #}",
    "{% raw %}`{{ config }}`{% endraw %}",
    "x { #anker .stijl }\n---",
    "/// details | Titel\n\n## Kop\n\nTekst\n\n///",
]


def errors(text):
    """The problems that this rule and that of links find."""
    return [p for p in page_problems(f"# Titel\n\n{text}\n") if p.code in ("W401", "W407")]


@pytest.mark.parametrize("text", LINKS["mag niet"])
def test_link_is_judged_as_a_browser_takes_it(text):
    """However a forbidden address is written, it is one error, on the line where it stands."""
    (found,) = errors(text)
    assert found.code == "W401"
    assert found.line >= 3


def test_link_that_stands_there_twice_is_told_twice():
    """Each on its own line."""
    assert [3, 5] == [problem.line for problem in errors("[x](//voorbeeld.be)\n\n[x](//voorbeeld.be)")]


@pytest.mark.parametrize("text", LINKS["mag"])
def test_link_that_leads_where_it_says_is_fine(text):
    """Addresses with a title, brackets or parentheses, by reference, and in code."""
    assert [] == errors(text)


@pytest.mark.parametrize("text", HTML)
def test_html_and_code_of_a_page_are_refused(text):
    """Every tag, attribute and piece of template that is not on the list, wherever Markdown lets it through."""
    found = errors(text)
    assert "W407" in {p.code for p in found}
    assert all(p.line >= 3 and p.hint for p in found)


@pytest.mark.parametrize("text", FINE)
def test_what_is_no_html_is_fine(text):
    """Code is shown as it is, and so are signs that open no tag."""
    assert [] == errors(text)


@pytest.mark.parametrize(
    "front",
    [
        "---\ndescription: '\"><script>x</script>'\n---\n",
        '---\ntitle: "a\\x3cb"\n---\n',
        "title: <b>\n\n",
        "---\nhide:\n  - '<b>'\n---\n",
    ],
)
def test_lines_above_a_page_hold_no_html(front):
    """What describes a page stands in its head as it is written."""
    assert "W407" in {p.code for p in page_problems(f"{front}# Titel\n")}
    assert [] == [p for p in page_problems("---\nhide:\n  - toc\n---\n\n# Titel\n") if p.level == "error"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 100_000, "100000 haken"),
        ("woord " * 20_000, "120000 tekens"),
        ("[a](b.md) " * 500, "500 haken"),
        ("| [a](b.md) |\n" * 500, "500 haken"),
    ],
)
def test_piece_that_takes_minutes_is_refused(text, words):
    """What the generator would take long to read is told of, with what to do."""
    (found,) = [p for p in page_problems(f"# Titel\n\n{text}\n") if p.level == "error"]
    assert (found.code, found.line) == ("W012", 3)
    assert words in found.message


def test_pages_are_read_as_the_site_reads_them():
    """The extensions are those of mkdocs.yml, with the three that MkDocs adds."""
    settings = re.search(
        r"(?m)^markdown_extensions:\n((?:[ ]+.*\n)+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    )
    listed = [next(iter(item)) if isinstance(item, dict) else item for item in yaml.safe_load(settings[1])]
    assert {"toc", "tables", "fenced_code", *listed} == {
        name.removeprefix("markdown.extensions.") for name in EXTENSIONS
    }


class Names:
    """Stands where a generator registers macros, and keeps their names."""

    def __init__(self):
        self.conf, self.names = {}, set()

    def macro(self, function, name=""):
        self.names.add(name or function.__name__)


def test_every_macro_of_the_site_is_known():
    """What a page may ask for is what the site registers, no more and no less."""
    env = Names()
    register(env)
    assert env.names == {*MACROS, *BLOCKS}
