"""A file `local.yml` that a reader brings to a page, and the one that a page gives: read and written by our own loader.

The page loads this with the loader and the parser of YAML when somebody asks for it. It knows the choices of the trees that
the page loaded and nothing else of the project: what a file says besides its choices is kept as it is written.
"""

from __future__ import annotations

import json
from binascii import a2b_base64
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wegwijzer.compile.choices import choices_in
from wegwijzer.compile.compiled import Compiled
from wegwijzer.load.build import MISSING_VALUE, Builder
from wegwijzer.load.characters import HIDDEN
from wegwijzer.load.nodes import Node, decoded, parse
from wegwijzer.locale import say
from wegwijzer.model import UNDECIDED, Question
from wegwijzer.model.local import LocalFile
from wegwijzer.model.names import ID
from wegwijzer.problems import Problem, clipped, lines_of, nearest
from wegwijzer.walk.decisions import changed, is_open, named, unfit, value_of

NAME = "local.yml"
CHOICES = "choices"


def read(trees: Iterable[Compiled], asked: Mapping[str, Any]) -> dict[str, Any]:
    """What a file says: `file`, its bytes in base64. All that is wrong comes as `problems`, and then nothing else.

    `choices` is name → `value` (nothing for what is not decided yet), `who`, `when`, `as`; `rest` the text of the file without
    them, `keys` the keys in that, `remarks` whether remarks between the choices are in neither.
    """
    text, problems = decoded(a2b_base64(asked["file"]), NAME)
    return _told(problems) if problems else _read(_known(trees), text)


def write(trees: Iterable[Compiled], asked: Mapping[str, Any]) -> dict[str, Any]:
    """The text of a file with these `choices` (as `read` gives them) behind the `rest` of one that was read, or the `name` of
    a municipality. What reading that would find wrong comes as `problems`.
    """
    known = _known(trees)
    head = asked["rest"].rstrip() or f"name: {_quoted(asked['name'])}"
    decided = {name: asked["choices"][name] for name in known if name in asked["choices"]}
    body = (line for name, choice in decided.items() for line in _choice(known[name], name, choice))
    text = "\n".join([head, *([f"{CHOICES}:", *body] if decided else []), ""])
    return {"problems": _read(known, text)["problems"], "text": text}


def _known(trees: Iterable[Compiled]) -> dict[str, Question]:
    return {name: question for tree in trees for name, question in choices_in(tree).items()}


def _read(known: Mapping[str, Question], text: str) -> dict[str, Any]:
    root, problems = parse(text, NAME)
    if not text.strip():
        return _told([Problem(NAME, 1, 1, "", "error", say("file.empty"), say("value.add_key", key="name"))])
    record = MISSING_VALUE
    if root is not None:
        builder = Builder(NAME)
        record = builder.build(LocalFile, root, NAME)
        problems = [*problems, *builder.problems]
    if root is not None and isinstance(record, LocalFile):
        problems = [*problems, *_wrong(known, root, record)]
    if problems or root is None or not isinstance(record, LocalFile):
        return _told(problems)
    rest, remarks = _apart(root, text)
    if _keys(parse(f"{rest}\n{CHOICES}: {{}}\n", NAME)[0]) != {*_keys(root), CHOICES}:
        return _told([_problem(root, say("local.not_apart"), say("local.write_plainly"))])
    return {
        "problems": [],
        "choices": {
            name: {
                "value": None
                if choice.answer is None or is_open(choice.answer)
                else value_of(known[name], choice.answer),
                "who": choice.who or "",
                "when": choice.when or "",
                "as": choice.as_ or "",
            }
            for name, choice in record.choices.items()
        },
        "rest": rest,
        "keys": [key.value for key in root.keys if key.value != CHOICES],
        "remarks": remarks,
    }


def _wrong(known: Mapping[str, Question], root: Node, record: LocalFile) -> Iterator[Problem]:
    """What `wegwijzer check --local` says of choices too: what is there no more, means something else, or names somebody."""
    for name, choice in record.choices.items():
        if name not in known:
            hint = nearest(name, known) or say("W601.remove")
            yield _problem(root.at((CHOICES, name), key=True), say("W601.unknown", name=clipped(name)), hint)
            continue
        question = known[name]
        if told := changed(question, choice.as_):
            yield _problem(root.at((CHOICES, name, "as")), *told)
        elif choice.answer and not is_open(choice.answer) and (told := unfit(question, choice.answer)):
            yield _problem(root.at((CHOICES, name, "answer")), *told)
        if told := named(choice.who):
            yield _problem(root.at((CHOICES, name, "who")), *told)


def _problem(node: Node, message: str, hint: str) -> Problem:
    return Problem(NAME, node.line, node.column, "", "error", message, hint)


def _told(problems: Iterable[Problem]) -> dict[str, Any]:
    """Problems for a page, in the order of the file."""
    return {
        "problems": [
            {"line": each.line, "column": each.column, "message": each.message, "hint": each.hint}
            for each in sorted(problems)
        ]
    }


def _keys(root: Node | None) -> set[str]:
    return {key.value for key in root.keys} if root else set()


def _apart(root: Node, text: str) -> tuple[str, bool]:
    """The text of a file without its choices, and whether remarks between those are lost. What stands right above the key that
    follows is of that key.
    """
    lines = lines_of(text)
    begins = {key.value: key.line - 1 for key in root.keys}
    if CHOICES not in begins:
        return text, False
    first = begins[CHOICES]
    last = min((line for line in begins.values() if line > first), default=len(lines))
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].startswith("#")):
        last -= 1
    lost = any(line.lstrip().startswith("#") for line in lines[first:last])
    return "\n".join([*lines[:first], *lines[last:], ""]), lost


def _choice(question: Question, name: str, choice: Mapping[str, Any]) -> Iterator[str]:
    """The lines of one choice."""
    value = choice["value"]
    yield f"  {name}:"
    if value is None:
        yield f"    answer: {UNDECIDED}"
        return
    yield f"    answer: {_quoted(value) if question.fill else _option(value)}"
    for key in ("who", "when", "as"):
        if choice.get(key):
            yield f"    {key}: {choice[key] if key != 'who' else _quoted(choice[key])}"


def _option(value: Any) -> str:
    """Answers by name; one that is no name is quoted, and told of when the file is read again."""
    if isinstance(value, str):
        return value if ID.fullmatch(value) else _quoted(value)
    return f"[{', '.join(map(_option, value))}]"


def _quoted(text: str) -> str:
    """A text of a reader on one line, between quotes, without what nobody sees."""
    return json.dumps(" ".join(HIDDEN.sub("", text).split()), ensure_ascii=False)
