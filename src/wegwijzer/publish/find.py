"""Search that knows our words: the theme's window, with a worker and an index of ours behind it (`assets/search.js`).

The index is made of the pages and the trees (`wegwijzer.publish.entries`), whichever generator made the pages. The theme
asks for its own index on every page; it gets one with nothing in it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from wegwijzer.locale import language
from wegwijzer.publish.entries import Found
from wegwijzer.publish.lean import lean
from wegwijzer.workplace import KIT

OF_THEME = "search/search_index.json"
INDEX = "search/index.json"
WORKERS = "assets/javascripts/workers"
WORKER = re.compile(rf"{WORKERS}/search\.[0-9a-f]+\.min\.js")
"""The worker of the theme, as a page names it."""
WINDOW = 'data-md-component="search" role="dialog">'
"""The search window of Material, for which our worker answers. That of Zensical asks and answers in other words."""
ROOTS = "roots.js"
FIRST = 150
"""Letters of a text that an answer shows; of what follows only rare words are found."""
RARE = 3
"""A word is rare when at most so many entries have it."""
WORD = re.compile(r"[^\W_]+")
SHORT = 3


def asks_ours(page: str) -> str:
    """A page of which the search asks our worker."""
    return WORKER.sub("assets/search.js", page) if WINDOW in page else page


def write_search(site: Path, found: Iterable[Found], synonyms: Sequence[Sequence[str]]) -> None:
    """Put the index in a site of Material. Zensical has a search of its own."""
    if not (site / OF_THEME).is_file():
        return
    shutil.rmtree(site / WORKERS, ignore_errors=True)
    settings = json.loads((site / OF_THEME).read_text(encoding="utf-8"))["config"]
    _write(site / OF_THEME, {"config": settings, "docs": []})
    _write(site / INDEX, {"pages": index_of(list(found)), "synonyms": synonyms})
    own = KIT / "language" / language() / ROOTS
    if own.is_file():
        (site / "assets" / ROOTS).write_text(lean(own.read_text(encoding="utf-8")), encoding="utf-8")


def index_of(found: Sequence[Found]) -> list[Any]:
    """Page by page: its address, title, weight, and entries of anchor, title, names, first words and other words."""
    spread = Counter(word for each in found for word in set(words_of(whole(each))))
    pages: dict[str, list[Any]] = {}
    for each in found:
        place, _, anchor = each.place.partition("#")
        page = pages.setdefault(place, [place, each.page, each.weight or LEAST, []])
        page[-1].append(
            [anchor, each.title, each.named, each.ways, *cut(each, spread)]
            if each.weight
            else [anchor, each.title, [], [], "", ""]
        )
    return list(pages.values())


LEAST = 0.1
"""The weight of what counts by its title alone."""


def cut(each: Found, spread: Counter[str]) -> tuple[str, str]:
    """The first words of a text, whole, and those of the others that few entries have."""
    text = " ".join(each.text)
    first = text if len(text) <= FIRST else text[:FIRST].rpartition(" ")[0] + "…"
    seen = set(words_of(first))
    rest = dict.fromkeys(
        word for word in words_of(text) if word not in seen and len(word) > SHORT and spread[word] <= RARE
    )
    return first, " ".join(rest)


def whole(each: Found) -> str:
    """All that an entry says."""
    return " ".join([each.title, *each.named, *each.ways, *each.text])


def words_of(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _write(place: Path, content: Any) -> None:
    place.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
