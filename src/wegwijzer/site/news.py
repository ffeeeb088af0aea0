"""What a build makes for who wants to know what changed: the manifest for the next build, the feed, and of each advice a digest."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from wegwijzer.build import Files
from wegwijzer.compare.news_page import FEED, feed
from wegwijzer.compare.published import NotPublishedError, Published, publish, read, written
from wegwijzer.compile.advice import digests
from wegwijzer.kinds.markdown import FRONT
from wegwijzer.load import Loaded
from wegwijzer.locale import say
from wegwijzer.pages.project import titles
from wegwijzer.render.addresses import tree_page
from wegwijzer.workplace import published_before

CALL = re.compile(r"\{\{\s*changes\(")
"""The macro that shows what changed."""
LEFT_OUT = re.compile(r"^\s+exclude: true\s*$", re.MULTILINE)
"""In the lines at the top of a page: readers do not come there by searching, so nothing is told of it."""
WORDS = ("renewed_since", "renewed_case")
"""What scripts say of an advice (assets/renewed.js, assets/dossier.js). %1 is a day, or stands for a link to the advice."""
Page = tuple[str, str, str]
"""The path of a page from the root of the site, its title, and a digest of its text."""


def text_before(file: Path) -> str:
    """The manifest of what was published before, as a text. Raises NotPublishedError, with words, when it is none."""
    try:
        text = file.read_text(encoding="utf-8")
        read(text)
    except (OSError, UnicodeDecodeError, NotPublishedError):
        raise NotPublishedError(say("news.no_manifest", file=file)) from None
    return text


def named() -> tuple[str, str]:
    """The manifest that the build was given, and the day of publication; nothing when it was given none."""
    file, day = published_before()
    return (text_before(file), day) if file else ("", "")


def pages_of(loaded: Loaded) -> tuple[Page, ...]:
    """The pages that a reader finds, and that a text was written for."""
    called = titles(loaded)
    found = []
    for name, text in loaded.library.pages.items():
        path = _path(name)
        front = FRONT.match(text)
        if path in called and not (front and LEFT_OUT.search(front["yaml"])) and not CALL.search(text):
            body = text[front.end() :] if front else text
            found.append((path, called[path], hashlib.sha256(body.encode()).hexdigest()[:12]))
    return tuple(sorted(found))


def page_of_changes(loaded: Loaded) -> str | None:
    """The path of the page that shows what changed, when the site has one."""
    return next((_path(name) for name, text in sorted(loaded.library.pages.items()) if CALL.search(text)), None)


def _path(name: str) -> str:
    return f"{name.removesuffix('.md').removesuffix('index').rstrip('/')}/".lstrip("/")


def news_files(
    trees: tuple[str, ...], pages: tuple[Page, ...], before: tuple[str, str], site: str, page: str | None
) -> Files:
    """The files. `trees` are compiled trees as packed for travelling, `before` is a manifest with the day of publication (see
    `named`), `site` the address of the site, `page` where it shows what changed.
    """
    found: dict[str, Any] = {(tree := json.loads(text))["id"]: tree for text in trees}
    now = Published(found, {path: (title, digest) for path, title, digest in pages})
    text, day = before
    told = publish(now, read(text) if text else None, day)
    files = {"news/published.json": written(told)}
    if told.editions and page is not None:
        files[f"news/{FEED}"] = feed(told, site, page)
    known = {
        name: {"title": tree["tree"]["title"], "address": tree_page(name), "advices": digests(tree)}
        for name, tree in sorted(found.items())
    }
    words = {word: say(f"news.{word}") for word in WORDS}
    files["advices/advices.json"] = json.dumps(
        {"words": words, "trees": known}, ensure_ascii=False, separators=(",", ":")
    )
    return {name: content.encode() for name, content in files.items()}
