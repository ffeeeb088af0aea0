"""Which files to read for the paths a user names, and what they mean together."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from wegwijzer.kinds.files import folder_of, kind_of
from wegwijzer.kinds.kind import KINDS
from wegwijzer.kinds.library import Library
from wegwijzer.kinds.markdown import Page, read_page
from wegwijzer.kinds.references import REGISTERS, references
from wegwijzer.kinds.settings import SETTINGS, SettingsFile, find_root, use_extensions
from wegwijzer.load.blocks import read_again
from wegwijzer.load.build import MISSING_VALUE, Builder
from wegwijzer.load.characters import clean, conflict
from wegwijzer.load.folders import content_of, shown_path, wrong_names
from wegwijzer.load.nodes import Node, decoded, parse, read_text
from wegwijzer.load.rendered import with_elements
from wegwijzer.model import Question, Tree, Where, once, source_refs
from wegwijzer.model.local import LocalFile
from wegwijzer.model.names import inside
from wegwijzer.model.parts import parts
from wegwijzer.problems import Problem, lines_of

LONGEST_TEXT = 60  # lines


class Unread:
    """Stands for the nodes of a text that is not parsed yet."""


@dataclass
class LoadedFile:
    """One file: `record` is None when it is too broken to use; `root` (of YAML) or `places` (of a page) know where
    every value stands.
    """

    path: Path
    shown: str
    kind: type | None
    record: Any = None
    nodes: Node | Unread | None = None
    problems: list[Problem] = field(default_factory=list)
    places: dict[Where, tuple[int, int]] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    wrong: Problem | None = None
    """What is wrong with its name."""
    built: dict[int, tuple[Node, Any]] = field(default_factory=dict, repr=False, compare=False)
    """What was built of its nodes (see `Builder`)."""
    good: LoadedFile | None = field(default=None, repr=False, compare=False)
    """The file itself when its text can be parsed, else as it was when that was so: what reading it again begins with."""

    @property
    def root(self) -> Node | None:
        """The nodes of the text. They are read when somebody asks: who has the record seldom does."""
        if isinstance(self.nodes, Unread):
            self.nodes = parse(self.text, self.shown)[0]
        return self.nodes

    @property
    def usable(self) -> bool:
        """Whether it has a record."""
        return self.record is not None

    @cached_property
    def lines(self) -> list[str]:
        return lines_of(self.text)

    @cached_property
    def refers(self) -> dict[Any, set[str]]:
        """The names that this file refers to, by kind."""
        found: dict[Any, set[str]] = {}
        for part in _parts(self.record):
            for kind, names in once(part, "refers", _refers).items():
                found.setdefault(kind, set()).update(names)
        return found

    @cached_property
    def cites(self) -> set[str]:
        """The sources, or the parts of one, that this file builds on."""
        return {name for part in _parts(self.record) for name in once(part, "cites", _cites)}

    @property
    def name(self) -> str:
        return self.path.stem

    def place(self, where: tuple[str | int, ...], *, at_key: bool = False, find: str = "") -> tuple[int, int]:
        """Line and column (from 1) of the value, or with `at_key` of its key, at a path of keys.

        With `find` it is the place where that piece begins in the value, a text of several lines perhaps.
        """
        if self.root is None:
            line, column = self.places.get(where, (1, 1))
        else:
            node = self.root.at(where, key=at_key)
            line, column = node.line, node.column
        if not find:
            return line, column
        first = _expression(find.split(maxsplit=1)[0])
        for number in range(line, min(line + LONGEST_TEXT, len(self.lines) + 1)):
            found = first.search(self.lines[number - 1], column - 1 if number == line else 0)
            if found:
                return number, found.start() + 1
        return line, column

    def left_out(self) -> set[str]:
        """The names that stand in a tree file but not in its record, because they are too broken to use.

        A left-out answer is named as a fact, `vraag.antwoord`.
        """
        names: set[str] = set()
        if not self.problems:
            return names
        kept = {**self.record.questions, **self.record.actions, **self.record.marks, **self.record.entries}
        for _, block in (
            self.root.entries() if self.root else ()
        ):  # also a second ‘questions:’, and one under a name that does not exist
            for key, item in block.entries() if block.kind == "map" else ():
                node = kept.get(key.value)
                answers = item.at(("answers",))
                if node is None:
                    names.add(key.value)
                elif isinstance(node, Question) and answers.kind == "map" and answers is not item:
                    names.update(f"{key.value}.{k.value}" for k in answers.keys if k.value not in node.answers)
        return names

    @cached_property
    def step_lines(self) -> dict[str, int]:
        """The line of every question and action of a tree, in file order."""
        lines = {
            name: self.place((group, name), at_key=True)[0]
            for group in ("questions", "actions")
            for name in getattr(self.record, group)
        }
        return dict(sorted(lines.items(), key=lambda item: item[1]))


@dataclass
class Loaded:
    """Everything read: the files the user named, the files those refer to, and the library they form; `settings` are those of the project,
    `local` is what somebody who publishes it as its own says of itself (see `wegwijzer.model.local`).
    """

    files: list[LoadedFile]
    library: Library
    root: Path | None
    named: tuple[Path, ...] = ()
    settings: SettingsFile = SettingsFile()
    local: LoadedFile | None = None

    @property
    def problems(self) -> list[Problem]:
        return [problem for file in self.files for problem in file.problems]

    def own(self) -> list[LoadedFile]:
        """The files that the user named, or that stand in a folder that they named."""
        return [file for file in self.files if file.path in self.named]

    def unread(self) -> list[LoadedFile]:
        """Files that nobody named and that could not be read: what depends on them cannot be judged."""
        return [file for file in self.files if file.record is None and file.path not in self.named]

    def trees(self) -> list[LoadedFile]:
        return [file for file in self.files if file.kind is Tree]


def _parts(record: Any) -> Iterator[Any]:
    """A record as what stays the same in it when somebody changes one step of a tree."""
    if isinstance(record, Tree):
        yield from (part for _, part in parts(record))
    elif record is not None:
        yield record


def _refers(record: Any) -> dict[Any, set[str]]:
    found: dict[Any, set[str]] = {}
    for reference in references(record):
        found.setdefault(reference.kind, set()).add(reference.name.partition("/")[0])
    return found


def _cites(record: Any) -> set[str]:
    return {ref.part or ref.id for _, ref in source_refs(record)}


def _expression(word: str) -> re.Pattern[str]:
    """Finds a word where it stands alone: ‘u’ is not in ‘uit’."""
    left, right = (r"\b" if edge.isalnum() else "" for edge in (word[0], word[-1]))
    return re.compile(left + re.escape(word) + right)


def load_paths(
    paths: Iterable[Path],
    *,
    cwd: Path | None = None,
    whole: bool = False,
    kept: Mapping[Path, LoadedFile] | None = None,
    local: Path | None = None,
) -> Loaded:
    """Read the named files and folders, the trees they use and the data beside them; `whole`: all of their project.

    The paths are of one project. `kept` holds files of an earlier time, by their path: one whose text is still the same
    is not worked out again. `local` is a file with the choices of one who publishes it as its own. Raises FileNotFoundError for a path that does not exist, and
    SettingsError for settings that cannot be followed; content never raises, it gives
    problems.
    """
    base = (cwd or Path.cwd()).resolve()
    given = list(paths)
    for path in [*given, *filter(None, [local])]:
        if not path.exists():
            raise FileNotFoundError(path)
    root = next(filter(None, map(find_root, given)), None)
    settings = use_extensions(root)
    wanted = dict.fromkeys(file for path in given for file in content_of(path.resolve(), root))
    content = content_of(root, root) if root else []
    wrong = wrong_names(dict.fromkeys([*wanted, *content]), root, base, named=wanted)
    trees = {file.stem: file for file in content if kind_of(file, root) is Tree}
    files: dict[Path, LoadedFile] = {}
    queue = list(wanted)
    if root:
        queue += content if whole else [file for file in content if kind_of(file, root) not in (Tree, Page)]
    while queue:
        file = queue.pop(0)
        if file in files:
            continue
        loaded = files[file] = _load_file(file, root, shown_path(file, base), wrong.get(file), (kept or {}).get(file))
        if loaded.kind is Tree and loaded.record:
            queue += [trees[name] for name in _neighbours(loaded.record) if name in trees]
    ordered = sorted(files.values(), key=lambda f: f.shown)
    library = _library(ordered, root, wanted)
    library.complete = root is not None and all(file in files for file in content)
    library.whole = library.complete and not library.broken
    if root:
        settings = replace(settings, shown=shown_path(root / SETTINGS, base))
    own = load_local(local, base) if local else None
    return Loaded(ordered, library, root, tuple(wanted), settings, own)


def load_local(path: Path, base: Path) -> LoadedFile:
    """The file of one who publishes the trees as its own, wherever it stands; `base` is where the user does."""
    path = path.resolve()
    loaded = LoadedFile(path, shown_path(path, base), LocalFile)
    loaded.text, loaded.problems = read_text(path, loaded.shown)
    return loaded if loaded.problems else _parsed(loaded)


def _neighbours(tree: Tree) -> Iterable[str]:
    yield from tree.uses
    for action in tree.actions.values():
        yield from (see.partition("/")[0] for see in action.see if not see.startswith("/"))
        for route in action.to.routes if action.to else ():
            if "/" in route.to:
                yield route.to.split("/")[0]


def read_file(path: Path, shown: str, kind: type, text: str) -> LoadedFile:
    """One file of which the text is known, and nothing is wrong with its name."""
    return _read(LoadedFile(path, shown, kind), text)


def changed(loaded: Loaded, now: Mapping[Path, LoadedFile]) -> Loaded:
    """The same project, in which these files became others of the same names."""
    files = [now.get(file.path, file) for file in loaded.files]
    library = _library(files, loaded.root, loaded.named)
    library.complete = loaded.library.complete
    library.whole = library.complete and not library.broken
    return replace(loaded, files=files, library=library)


def again(file: LoadedFile, text: str) -> LoadedFile:
    """The same file with another text. Of a text in which little changed, little is read."""
    now = LoadedFile(file.path, file.shown, file.kind, wrong=file.wrong)
    text, problems = decoded(text.encode(), file.shown)
    good = file.good
    if problems or good is None or not isinstance(root := good.root, Node):
        return _read(now, text, problems)
    found = read_again(good.text, root, text, file.shown)
    if found is None:
        now = _read(now, text, problems)
        now.good = now.good or good
        return now
    now.text = text
    now.problems += [*filter(None, [now.wrong]), *found]
    if found:
        now.good = good
        return now
    now.nodes, now.good = root, now
    good.nodes, kept, good.built = Unread(), good.built, {}  # its own nodes are now those of the other text
    return _with_record(now, kept)


def _load_file(path: Path, root: Path | None, shown: str, wrong: Problem | None, kept: LoadedFile | None) -> LoadedFile:
    """One file. With a name that cannot be its problems are told, but it counts as one that could not be read."""
    loaded = LoadedFile(path, shown, kind_of(path, root), wrong=wrong)
    text, problems = read_text(path, shown) if loaded.kind else ("", [])
    if kept and (kept.shown, kept.text, kept.wrong) == (shown, text, wrong) and not problems:
        return kept
    return _read(loaded, text, problems)


def _read(loaded: LoadedFile, text: str, problems: Iterable[Problem] = ()) -> LoadedFile:
    """A file with what its text says, and all that is wrong with it; `problems` are those that keep it from being read."""
    loaded.text = text
    loaded.problems += [*filter(None, [loaded.wrong]), *problems]
    if problems or loaded.kind is None:
        return loaded
    if loaded.kind is Page:
        cleaned = clean(loaded.text, loaded.shown)
        loaded.problems += conflict(loaded.text, loaded.shown, heading=True) or cleaned.problems
        page, places = read_page(cleaned.text)
        loaded.record, loaded.places, problems = with_elements(page, places, cleaned.text, loaded.shown)
        loaded.problems += problems
        return loaded
    return _parsed(loaded)


def _parsed(loaded: LoadedFile) -> LoadedFile:
    """A file of YAML with what its text says, and all that is wrong with it."""
    loaded.nodes, problems = parse(loaded.text, loaded.shown)
    loaded.problems += problems
    loaded.good = None if problems else loaded
    return _with_record(loaded)


def _with_record(loaded: LoadedFile, kept: Mapping[int, tuple[Node, Any]] | None = None) -> LoadedFile:
    """The same with its record, when the text could be parsed; `kept` is what was built before of the same nodes."""
    if loaded.root is not None:
        builder = Builder(loaded.shown, kept)
        record = builder.build_file(loaded.kind, loaded.root, loaded.path.name)
        loaded.record = None if record is MISSING_VALUE else record
        loaded.problems += builder.problems
        loaded.built = builder.made
    if loaded.wrong:
        loaded.record = None
    return loaded


def _library(files: Iterable[LoadedFile], root: Path | None, named: Container[Path]) -> Library:
    """What the files say together. A file that was named by itself goes before one of the project with the same name."""
    library = Library(has_data=root is not None and (root / "data").is_dir())
    for file in sorted(files, key=lambda file: file.path in named):
        if file.problems and file.usable:
            library.partial.add(f"{folder_of(file.kind)}/{file.name}")
        if not file.usable:
            library.broken.add(f"{folder_of(file.kind)}/{file.name}")
        elif file.kind is Page:
            library.pages["/".join(inside(file.path, root)[1:])] = file.text
        elif file.kind is Tree:
            library.trees[file.name] = file.record
            library.files[file.name] = file.shown
            library.lines[file.name] = file.step_lines
        elif KINDS.by_record[file.kind].single:
            library.add_data(file.name, file.record)
        else:
            library.add(file.name, file.record)
    if any(library.group(register.key) for register in KINDS.listed.values() if register.needed):
        library.referred = _referred(files)
    if library.parts:
        library.cited = {name for file in files for name in file.cites}
    return library


def _referred(files: Iterable[LoadedFile]) -> dict[Any, set[str]]:
    """The names that some file refers to, by kind; those of a register to itself do not count."""
    found: dict[Any, set[str]] = {}
    for file in files:
        for kind, names in file.refers.items():
            register = REGISTERS.get(kind)
            if register is None or register.data_file != file.name or file.kind is Page:
                found.setdefault(kind, set()).update(names)
    return found
