"""Search that knows our words: the theme's window, with a worker and an index of ours behind it (`assets/search.js`).

The index is made of the pages and the trees (`wegwijzer.publish.entries`), whichever generator made the pages. The theme
asks for its own index on every page: that of Material gets one with nothing in it, that of Zensical what its window shows.
"""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from wegwijzer.locale import language
from wegwijzer.publish.entries import Found
from wegwijzer.publish.lean import lean
from wegwijzer.render.element import lines
from wegwijzer.workplace import KIT

OF_MATERIAL, OF_ZENSICAL = "search/search_index.json", "search.json"
INDEX = "search/index.json"
WORKERS = "assets/javascripts/workers"
WORKER = re.compile(rf"{WORKERS}/search\.[0-9a-f]+\.min\.js")
"""The worker of the theme, as a page names it."""
ROOTS = "roots.js"
FIRST = 150
"""Letters of a text that an answer shows; of what follows only rare words are found."""
RARE = 3
"""A word is rare when at most so many entries have it."""
WORD = re.compile(r"[^\W_]+")
SHORT = 3


def asks_ours(page: str) -> str:
    """A page of which the search asks our worker."""
    return WORKER.sub("assets/search.js", page)


def write_search(site: Path, found: Iterable[Found], synonyms: Sequence[Sequence[str]]) -> None:
    """Put the index in a site of which the theme has a search window."""
    index = index_of(list(found))
    content: dict[str, dict[str, list[Any]]] = {
        OF_MATERIAL: {"docs": []},
        OF_ZENSICAL: {"items": list(shown_by_zensical(index))},
    }
    there = [site / name for name in content if (site / name).is_file()]
    if not there:
        return
    shutil.rmtree(site / WORKERS, ignore_errors=True)
    for place in there:
        settings = json.loads(place.read_text(encoding="utf-8"))["config"]
        _write(place, {"config": settings, **content[place.relative_to(site).as_posix()]})
    _write(site / INDEX, {"pages": index, "synonyms": synonyms})
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


def shown_by_zensical(index: Iterable[list[Any]]) -> Iterator[dict[str, Any]]:
    """What its window shows of each entry, in the order of the index; it reads markup in them."""
    for place, page, _, entries in index:
        for anchor, title, _, _, first, _ in entries:
            yield {
                "location": f"{place}#{anchor}" if anchor else place,
                "title": lines(title),
                "path": [lines(page)] if anchor else [],
                "text": lines(first),
                "tags": [],
            }


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
    place.parent.mkdir(exist_ok=True)
    place.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
