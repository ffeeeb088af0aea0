"""`wegwijzer init`: a small project that builds, with comments for who never made one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from wegwijzer.cli.usage import UsageError, today
from wegwijzer.kinds.scaffold import next_review, page_of, title_of
from wegwijzer.kinds.schema import schema_texts
from wegwijzer.kinds.settings import SITE_KEYS, speak_like
from wegwijzer.locale import KIT, language, say
from wegwijzer.locale.samples import in_markdown, new_page, new_tree

QUOTED = ("toml", "yml")
"""Files in which a name stands between quotation marks. In the others it is Markdown."""


def start(folder: Path, code: str, name: str) -> str:
    """Write a project in a language into a new or empty folder. Without a name it is called after the folder.

    Returns what to tell who asked for it, in that language.

    Raises UsageError when something is there, when the name cannot be one, and when the folder cannot be written: then
    nothing of it stays.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(say("init.not_empty", folder=folder))
    fits = SITE_KEYS["", "name"].looks.fullmatch
    if name and not (name.isprintable() and fits(name)):
        raise UsageError(f"{say('settings.no_value', key='--name', value=f'‘{name[:40]}’')}. {say('settings.name')}")
    called = title_of(folder.resolve().name)
    before = language()
    speak_like(code)
    try:
        made = dict(_files(name or (called if called.isprintable() and fits(called) else say("site.name"))))
        told = say("init.made", folder=folder)
    finally:
        speak_like(before)
    _write(folder, made)
    return told


def _write(folder: Path, made: Mapping[str, str]) -> None:
    """Write all files, or none."""
    written: list[Path] = []
    try:
        for path, text in made.items():
            place = folder / path
            missing = [parent for parent in place.parents if not parent.exists()]
            for each in reversed(missing):
                each.mkdir()
                written.append(each)
            written.append(place)
            place.write_text(text, encoding="utf-8")
    except OSError as error:
        for each in reversed(written):
            each.rmdir() if each.is_dir() else each.unlink(missing_ok=True)
        raise UsageError(say("cli.unwritable", file=folder, reason=error.strerror)) from None


def _files(name: str) -> Iterator[tuple[str, str]]:
    """Path → text: what stands in the folder `project` of the language, a first tree, and the schemas for editors."""
    texts = files(KIT) / "locale" / language() / "project"
    for path in ("wegwijzer.toml", "mkdocs.yml", "README.md", "docs/index.md", "data/sources.yml", ".gitignore"):
        text = texts.joinpath(path.lstrip(".")).read_text(encoding="utf-8")
        called = json.dumps(name, ensure_ascii=False) if path.endswith(QUOTED) else in_markdown(name)
        yield path, text.replace("NAME", called)
    yield f"docs/{say('init.workbench')}.md", texts.joinpath("docs/workbench.md").read_text(encoding="utf-8")
    tree = say("init.tree")
    yield f"trees/{tree}.yml", new_tree(say("init.tree_title"), next_review(today()))
    yield page_of(tree), new_page(say("init.tree_title"), tree)
    for path, text in schema_texts().items():
        yield f"schema/{path}", text
