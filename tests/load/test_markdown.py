"""What the checker reads in a page: references with their places, sources, and running text."""

from __future__ import annotations

import pytest

from helpers import load, mostly_slow
from wegwijzer.check.checker import check
from wegwijzer.kinds.markdown import read_page
from wegwijzer.language.prose import Prose
from wegwijzer.load import load_paths
from wegwijzer.load.rendered import with_elements

PAGE = """---
title: Voorbeeld
---
# Een titel {.groot}

Lees over {{ begrip("framing", "een frame") }} bij [hen](https://voorbeeld.be). {{ bron("gids", "G-1") }}

```yaml
niet: "{{ begrip('dit-niet') }}"
```

- Een **punt** met {{ frame('win-win') }}
{{ wizards("een", "twee") }}
"""


def test_references_have_their_place():
    """Each name that a macro is given has the line and column where it stands; a label is no name."""
    page, places = read_page(PAGE)
    found = {(places[ref.where], ref.name) for ref in page.references}
    assert found == {((6, 22), "framing"), ((12, 30), "win-win"), ((13, 13), "een"), ((13, 20), "twee")}
    assert ["gids", "G-1"] == [ref.id for ref in page.sources]


def test_running_text_has_no_markup():
    """Paragraphs, headings and items are left without markup, macros, code and front matter."""
    page, places = read_page(PAGE)
    assert page.blocks[0] == "Een titel"
    assert page.blocks[1] == "Lees over een frame bij hen."
    assert page.blocks[2] == "Een punt met dit"
    assert places["blocks", 1] == (6, 1)
    assert not any("dit-niet" in block for block in page.blocks)


def test_title_of_a_fold_is_read_and_its_signs_are_not():
    """A fold begins and ends a paragraph; its title is words, its slashes are none."""
    page, _ = read_page("Voor de vouw.\n/// details | Wat erin staat\nIn de vouw.\n///\nErna.\n")
    assert ["Voor de vouw.", "Wat erin staat", "In de vouw.", "Erna."] == [each.text for each in page.paragraphs()]


def test_dangling_reference_of_a_page_is_told_of(tmp_path):
    """A page that names a term, a tree or a source that is not there gives a problem at that place."""
    for folder in ("trees", "data", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data/glossary.yml").write_text(
        "terms:\n  framing: {term: Framing, text: Een bril., sources: [gids]}\n", encoding="utf-8"
    )
    (tmp_path / "data/sources.yml").write_text("sources:\n  gids: {title: Gids}\n", encoding="utf-8")
    text = '# Titel\n\n{{ begrip("frammen") }} {{ boom("weg") }} {{ bron("gidsje") }} {{ begrip("framing") }}\n'
    (tmp_path / "docs/pagina.md").write_text(text, encoding="utf-8")
    found = check(load_paths([tmp_path], cwd=tmp_path))
    assert [
        ("docs/pagina.md", 3, 12, "W119"),
        ("docs/pagina.md", 3, 34, "W119"),
        ("docs/pagina.md", 3, 52, "W104"),
    ] == [(p.path, p.line, p.column, p.code) for p in found]


def test_tree_alone_knows_no_terms():
    """A tree outside a project cannot be blamed for names that nobody can look up."""
    assert [] == [p for p in check(load("title: Leeg")) if p.code == "W119"]


ENGLISH = (
    "---\ntitle: Rooms\nlang: en\n---\n# Rooms\n\nAction is typicaly required by the stakeholders of the proces.\n"
)


def loaded(text):
    """A page as the loader has it."""
    return with_elements(*read_page(text), text, "docs/bladzijde.md")[0]


def test_page_in_another_language_is_not_measured_as_dutch():
    """Front matter names the language of a page; of another one than ours no sentence is measured or spelled."""
    page = loaded(ENGLISH)
    assert ("en", "Rooms") == (page.lang, page.blocks[0])
    assert () == Prose(page).passages
    assert Prose(loaded(ENGLISH.replace("lang: en", "lang: nl"))).passages
    assert Prose(loaded(ENGLISH.replace("lang: en\n", ""))).passages


def test_language_is_named_in_front_matter_alone():
    """A line in the text or in a block of code says nothing about the language."""
    assert "" == loaded("# Titel\n\nlang: en\n").lang
    assert "" == loaded("---\ntitle: Titel\n---\n\nlang: en\n").lang


def test_names_in_a_page_of_another_language_are_looked_up(tmp_path):
    """What a page refers to must exist, in whatever language it speaks of it."""
    for folder in ("trees", "data", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs/pagina.md").write_text(ENGLISH + '\n{{ boom("weg") }}\n', encoding="utf-8")
    assert [("W119", 9)] == [(p.code, p.line) for p in check(load_paths([tmp_path], cwd=tmp_path))]


PIECES = [
    "[",
    "![",
    "[a](",
    "](",
    "(",
    "<",
    "a<",
    "{{",
    '{{boom("',
    "`",
    "_",
    "*",
    "|",
    '"',
    "'",
    "@",
    "a@",
    "a@b.",
    "/",
]
PIECES += ["www.", " ", "?", "!", "?!", "‘", "“", ". ", "bv. ", "$", "A", "a", "-", "#", "> ", "a "]


@pytest.mark.parametrize("piece", mostly_slow(PIECES, quick=PIECES[::6]))
def test_line_of_a_hundred_thousand_signs_is_read(piece, tmp_path):
    """Whatever sign a line repeats, reading and checking it takes time in proportion: else this would not end."""
    for folder in ("trees", "data", "docs"):
        (tmp_path / folder).mkdir()
    line = f"Een zin / met @ en www in. {piece * (100_000 // len(piece))}"
    (tmp_path / "docs" / "lang.md").write_text(f"# Lang\n\n{line}\n", encoding="utf-8")
    assert {"docs/lang.md"} >= {problem.path for problem in check(load_paths([tmp_path], cwd=tmp_path))}
