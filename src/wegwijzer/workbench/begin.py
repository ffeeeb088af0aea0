"""Where something new begins: a tree from the template, or a text that somebody brings."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from wegwijzer.kinds.scaffold import next_review, page_of
from wegwijzer.locale import say
from wegwijzer.locale.samples import new_page
from wegwijzer.model.names import wrong_file
from wegwijzer.workbench.desk import Desk

TITLE = re.compile(r"^title:\s*(?P<title>\S.*?)\s*(?:\s#.*)?$", re.MULTILINE)
TREE = re.compile(r"^(?:start|questions):", re.MULTILINE)
TEXTS = (".yml", ".yaml", ".md")


def begin(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """A new tree with this `title`, from the `template` that `wegwijzer new` fills in too, and its page: `files`, text by path, and the
    `path` to open. `today` is a date as `2027-11-01`.
    """
    title = " ".join(asked["title"].split())
    name = _free(desk, title)
    path = f"trees/{name}.yml"
    text = asked["template"].format(title=json.dumps(title, ensure_ascii=False), review=next_review(asked["today"]))
    return {"files": {path: text, page_of(name): new_page(title.replace("$$", "$"), name)}, "path": path}


def bring(desk: Desk, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Where the `text` of a file called `name` belongs, as above; of a text that was pasted the name is empty. With an `error` in words
    when that cannot be told.
    """
    name, text = PurePosixPath(asked["name"].replace("\\", "/")).name, asked["text"]
    if name and PurePosixPath(name).suffix.lower() not in TEXTS:
        return {"error": say("workbench.no_text", name=name)}
    known = [path for path in desk.texts if PurePosixPath(path).name == name]
    if len(known) == 1:
        return {"files": {known[0]: text}, "path": known[0]}
    if name.lower().endswith(".md"):
        return {"files": {f"docs/{name}": text}, "path": f"docs/{name}"}
    if not TREE.search(text):
        return {"error": say("workbench.no_tree")}
    stem = PurePosixPath(name).stem
    if not stem or wrong_file(stem):
        found = TITLE.search(text)
        stem = _free(desk, stem or (found["title"].strip("\"'") if found else ""))
    path = f"trees/{stem}.yml"
    return {"files": {path: text}, "path": path}


def _free(desk: Desk, title: str) -> str:
    """The name of a new tree, made from a title: the first one that no tree has yet."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    if not name or wrong_file(name):
        name = say("init.tree")
    taken = {PurePosixPath(path).stem.casefold() for path in desk.texts}
    number = 1
    while (made := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return made
