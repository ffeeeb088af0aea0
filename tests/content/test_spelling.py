"""The spelling of all content, in the dictionary of hunspell and our own list."""

from __future__ import annotations

import check_spelling
from helpers import own_project
from wegwijzer.load import load_paths


def test_every_word_is_known():
    """No word of trees, frames, data and pages is unknown."""
    assert set() == check_spelling.unknown(own_project().files)


def test_a_slip_is_found_where_it_stands(tmp_path):
    """A misspelled word in a page is told of with its line."""
    for folder in ("trees", "data", "docs"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs/pagina.md").write_text("# Titel\n\nDit is een fuotje.\n", encoding="utf-8")
    found = check_spelling.unknown(load_paths([tmp_path], cwd=tmp_path).files)
    assert {("docs/pagina.md", 3, 1, "fuotje")} == found


def test_own_list_is_in_order_and_needed():
    """The list of good words is sorted, has nothing twice, and holds no word that the dictionary knows."""
    lines = [line for line in check_spelling.OWN_WORDS.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    assert lines == sorted(set(lines), key=lambda word: (word.lower(), word))
    assert set(lines) == set(check_spelling.misspelled(lines))
