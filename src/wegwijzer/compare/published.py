"""The manifest of a published site: all that the next build must know to tell what changed since, and what it told before.

A build gets it by name, with the day of publication. So no clock, no history and no network decide what it makes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from wegwijzer.compare.news import UNREADABLE, Chapter, How, News, Part, chapters
from wegwijzer.compile.codec import encode

FORMAT = 1
MOST = 20
"""So many editions are told of."""
DIGITS = 6


class NotPublishedError(Exception):
    """A file that is no manifest of a site, or one of another format."""


@dataclass(frozen=True)
class Edition:
    """What changed with one publication. `day` is as in YAML; `id` tells editions of one day apart."""

    id: str
    day: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Published:
    """`trees` are compiled trees as JSON data, by name; `pages` by path, each its title and a digest; the last of `editions` first."""

    trees: Mapping[str, Any] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()


def publish(now: Published, before: Published | None, day: str) -> Published:
    """The manifest of what is published now, with the editions until now. What changed nothing makes no edition."""
    if before is None:
        return now
    told = tuple(chapters((before.trees, now.trees), (before.pages, now.pages)))
    mark = hashlib.sha256(repr(told).encode()).hexdigest()[:DIGITS]
    new = (Edition(f"{day}-{mark}", day, told),) if told else ()
    return Published(now.trees, now.pages, (*new, *before.editions)[:MOST])


def written(published: Published) -> str:
    """A manifest as text."""
    return json.dumps({"format": FORMAT, **encode(published)}, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Published:
    """The manifest that was written. Raises NotPublishedError for anything else."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise NotPublishedError
        return Published(
            {str(name): _tree(tree) for name, tree in data.get("trees", {}).items()},
            {str(path): (str(title), str(digest)) for path, (title, digest) in data.get("pages", {}).items()},
            tuple(map(_edition, data.get("editions", ()))),
        )
    except UNREADABLE:
        raise NotPublishedError from None


def _tree(data: Any) -> Any:
    """A tree of which at least the title and the contacts can be told; the rest is read when it is compared."""
    return {
        **data,
        "tree": {**data["tree"], "title": str(data["tree"]["title"])},
        "contacts": {str(key): {**each, "name": str(each["name"])} for key, each in data.get("contacts", {}).items()},
    }


def _edition(data: Any) -> Edition:
    day = date.fromisoformat(data["day"]).isoformat()
    return Edition(str(data["id"]), day, tuple(map(_chapter, data["chapters"])))


def _chapter(data: Any) -> Chapter:
    return Chapter(_one_of(Part, data["kind"]), str(data["id"]), str(data["title"]), tuple(map(_news, data["news"])))


def _news(data: Any) -> News:
    lists = (tuple(map(str, data.get(key, ()))) for key in ("parts", "before", "after"))
    return News(_one_of(How, data["how"]), str(data["title"]), str(data.get("place", "")), *lists)


def _one_of(words: Any, word: Any) -> Any:
    """The word when it is one of these. Raises ValueError."""
    return get_args(words)[get_args(words).index(word)]
