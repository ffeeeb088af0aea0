"""`wegwijzer init`: a small project that builds, with comments for who never made one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from wegwijzer.cli.scaffold import next_review
from wegwijzer.cli.usage import UsageError, today
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.schema import schemas
from wegwijzer.locale import KIT, language, say, speak
from wegwijzer.locale.samples import new_tree
from wegwijzer.model import Tree
from wegwijzer.site.schema import schema_text


def start(folder: Path, code: str, name: str) -> None:
    """Write a project in a language into a new or empty folder. Raises UsageError when something is there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(say("init.not_empty", folder=folder))
    before = language()
    speak(code)
    try:
        made = dict(_files(name or say("site.name")))
    finally:
        speak(before)
    for path, text in made.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def _files(name: str) -> Iterator[tuple[str, str]]:
    """Path → text: what stands in the folder `project` of the language, a first tree, and the schemas for editors."""
    texts = files(KIT) / "locale" / language() / "project"
    for path in ("wegwijzer.toml", "mkdocs.yml", "README.md", "docs/index.md", "data/sources.yml", ".gitignore"):
        text = texts.joinpath(path.lstrip(".")).read_text(encoding="utf-8")
        yield (
            path,
            text.replace("NAME", json.dumps(name, ensure_ascii=False) if path.endswith(("toml", "yml")) else name),
        )
    tree = say("init.tree")
    yield f"trees/{tree}.yml", new_tree(say("init.tree_title"), next_review(today()))
    page = KINDS.by_record[Tree].page.format(tree).rstrip("/")
    yield f"docs/{page}.md", f'# {say("init.tree_title")}\n\n{{{{ wizard("{tree}") }}}}\n'
    for kind, schema in schemas().items():
        yield f"schema/{kind}.schema.json", schema_text(schema)
