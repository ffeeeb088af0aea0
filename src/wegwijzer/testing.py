"""What tests of trees and of extensions need: a project from texts, what the checker says of it, walks, files to take along.

A project is a mapping from path to text, such as `{"trees/boom.yml": "title: …"}`. Nothing here needs a test framework: use
it with pytest, unittest or neither. A process works for one project at a time, so an extension that was in use stays in use.
"""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from wegwijzer.check.checker import check
from wegwijzer.check.rules import refused, rules
from wegwijzer.check.rules.rule import Rule
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.formats import formats
from wegwijzer.kinds.extensions import package_of, use
from wegwijzer.kinds.own import LOCAL, OWN
from wegwijzer.kinds.settings import SETTINGS
from wegwijzer.load import Loaded, load_paths
from wegwijzer.locale import language, speak
from wegwijzer.locale.catalogue import languages
from wegwijzer.locale.default import LANGUAGE
from wegwijzer.problems import Problem
from wegwijzer.render.documents import take
from wegwijzer.walk.walker import Given, Walker, walk_mapping

__all__ = [
    "TODAY",
    "codes",
    "compiled",
    "examples",
    "load",
    "made",
    "places",
    "problems",
    "problems_of_example",
    "speaking",
    "walk",
    "write",
    "wrong_and_right",
    "wrong_examples",
]
TODAY = "2026-01-31"
"""The day on which `problems` checks when nobody names another: no clock decides whether a test passes."""
ALONE = {"yaml": "trees/boom.yml", "markdown": "docs/bladzijde.md", "toml": SETTINGS}
"""Which file a block of an example is when no name stands above it."""
LOCAL_FILE = LOCAL.place
BLOCK = r"(?:`([^`\n]+)`:\n\n)?```(yaml|markdown|toml)\n(.*?)^```\n*"
NAMED = re.compile(r"^language\s*=", re.MULTILINE)

Texts = Mapping[str, str]
"""Path from the root of a project, with `/` → text."""


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say everything in a language meanwhile: `nl`, `en`."""
    before = language()
    speak(code)
    try:
        yield
    finally:
        speak(before)


def write(folder: Path, files: Texts) -> Path:
    """Write a project into a folder, such as pytest's `tmp_path`. Returns that folder.

    Settings that name no language get the one that is spoken now.
    """
    for name in ("data", *(kind.folder for kind in OWN if not kind.single)):
        (folder / name).mkdir(parents=True, exist_ok=True)
    settings = files.get(SETTINGS, "")
    if language() != LANGUAGE and not NAMED.search(settings):
        files = {**files, SETTINGS: f'language = "{language()}"\n{settings}'}
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def load(files: Texts) -> Loaded:
    """Read a project with the real loader. Its extensions, language and words count from then on.

    A `local.yml` at its root counts as that of one who publishes it as its own. Raises SettingsError (of wegwijzer.kinds.settings) when its wegwijzer.toml cannot be followed.
    """
    with TemporaryDirectory() as folder:
        root = write(Path(folder), files)
        return load_paths([root], cwd=root, local=root / LOCAL_FILE if LOCAL_FILE in files else None)


def problems(files: Texts, *, today: str | None = TODAY) -> list[Problem]:
    """Everything that `wegwijzer check` says of a project, in order of place. `today` is a date as `2027-11-01`."""
    return check(load(files), today=today)


def places(found: Sequence[Problem]) -> list[str]:
    """Problems by place and code, as `trees/boom.yml:3:5 W101`."""
    return [f"{problem.path}:{problem.line}:{problem.column} {problem.code}" for problem in found]


def codes(found: Sequence[Problem]) -> list[str]:
    """The codes of the errors and warnings among problems, in order; advice is left out."""
    return [problem.code for problem in found if problem.level != "advice"]


def compiled(files: Texts, tree: str = "boom") -> Compiled:
    """A tree of a project, ready to walk: the one in `trees/boom.yml`, or in another file of that folder."""
    return compile_tree(tree, load(files).library)


def walk(
    tree: Compiled, answers: Mapping[str, Any] | Sequence[tuple[str, Any]] = (), *, given: Given | None = None
) -> Walker:
    """Walk a tree and see where it ends: `.node` is where the walk stands, `.final` whether it is done.

    `answers` gives by question the id of an answer, several of them, or the text filled in; or it is an ordered list of such
    pairs, for a walk that comes somewhere twice. `given` are local choices made before. Raises WalkError (of
    wegwijzer.walk.walker) for an answer that is not possible there.
    """
    if isinstance(answers, Mapping):
        return walk_mapping(tree, answers, given=given)
    walker = Walker(tree, given or {})
    for node, answer in answers:
        walker.give(node, answer)
    return walker.settle()


def made(walker: Walker, form: str, **known: Any) -> bytes:
    """What a reader takes along from where a walk stands, in the format with this id: the bytes of its file.

    What goes to the clipboard or the printer gives its HTML. `known` is what only a page knows: `base`, `link`, `when`, `now`,
    `reply` (see Made in wegwijzer.render.documents.paper). Raises KeyError for a format that is not there.
    """
    if form not in {each.id for each in formats()}:
        raise KeyError(form)
    got = take(walker, {"as": form, "made": known, "case": {}})
    if "base64" in got:
        return b64decode(got["base64"])
    return str(got["text"] if got["to"] == "file" else got["html"]).encode()


def examples(page: str) -> list[tuple[str, dict[str, str]]]:
    """The examples on a page of a code, in order: the word above each, and its project, of one block or more."""
    return [
        (
            word,
            {path or ALONE[kind]: text for path, kind, text in re.findall(BLOCK, blocks, re.MULTILINE | re.DOTALL)},
        )
        for word, blocks, *_ in re.findall(rf"^(\w+):\n\n((?:{BLOCK})+)", page + "\n", re.MULTILINE | re.DOTALL)
    ]


def wrong_and_right(page: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The examples on a page that are wrong, and those that are right: on every page they take turns."""
    found = [files for _, files in examples(page)]
    return found[::2], found[1::2]


def problems_of_example(rule: Rule, example: Texts, beside: Texts | None = None) -> list[Problem]:
    """What the checker finds in the files of an example. A rule that is off is switched on.

    `beside` are files that the example counts on, such as `data/sources.yml`: of those nothing is told.
    """
    on = {SETTINGS: f'[rules.{rule.code}]\nlevel = "warning"\n'} if rule.level == "off" else {}
    return [problem for problem in problems({**(beside or {}), **on, **example}) if problem.path in example]


def wrong_examples(extension: str, beside: Texts | None = None) -> list[str]:
    """What is not right with the pages on the rules of an extension, a line each; nothing when all is well.

    In each language of the extension every rule must have a page, with a wrong example that gives its code and no other
    error or warning, and a right one that gives none. `extension` is the name that a project writes in `extensions`; `beside` is
    as in `problems_of_example`. Raises ExtensionError (of wegwijzer.kinds.extensions) when it cannot be used.
    """
    package = package_of(extension)
    found = []
    for code in languages(package):
        with speaking(code):
            use(extension)
            found += [*refused()]
            for rule in rules():
                if rule.package == package and rule.speaks:
                    found += [f"{code}, {rule.code}: {what}" for what in _wrong_on_page(rule, beside)]
    return found


def _wrong_on_page(rule: Rule, beside: Texts | None) -> Iterator[str]:
    try:
        wrong, right = wrong_and_right(rule.page)
    except FileNotFoundError:
        yield "no page"
        return
    if not wrong or len(wrong) != len(right):
        yield f"{len(wrong)} wrong and {len(right)} right examples"
    for kind, shown, expected in (("wrong", wrong, {rule.code}), ("right", right, set[str]())):
        for number, example in enumerate(shown, 1):
            told = problems_of_example(rule, example, beside)
            given = {problem.code for problem in told if problem.level != "advice" or problem.code == rule.code}
            if given != expected:
                yield f"{kind} example {number} gives {', '.join(places(told)) or 'nothing'}"
