"""Search that knows our words: the theme's Dutch stemmer takes assets/search.js along."""

from __future__ import annotations

from pathlib import Path

STEMMER = "assets/javascripts/lunr/min/lunr.nl.min.js"
TAKES_ALONG = '\n/* Changed for Wegwijzer: this line. */\nimportScripts("../../search.js");\n'
"""The theme's worker runs the stemmer; addresses in it start at the worker's own folder."""


def teach_search(site: Path) -> None:
    """Let the search of Material read our script too. Zensical has a search of its own, without this stemmer."""
    stemmer = site / STEMMER
    if stemmer.is_file():
        stemmer.write_text(stemmer.read_text(encoding="utf-8") + TAKES_ALONG, encoding="utf-8")
