"""The commands that look at trees as they are: walk, text, dot, html, document, stats, compile; and schema."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from wegwijzer.check.report import REPORTS
from wegwijzer.cli.texts import text_at
from wegwijzer.cli.usage import (
    OK,
    PROBLEMS,
    Options,
    UsageError,
    load,
    local_option,
    own_of,
    today,
    use_project_here,
)
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.locale import figure, say
from wegwijzer.proof.situations import TooManySituations
from wegwijzer.proof.unreached import figures
from wegwijzer.walk.walker import WalkError, check_answer

PAIR = 2  # step and answer


def _path(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("path", type=Path, metavar=say("command.path"), help=say("command.path_help"))


def _walk_options(sub: argparse.ArgumentParser) -> None:
    _path(sub)
    local_option(sub)
    sub.add_argument("--answers", metavar="JSON", help=say("command.answers"))
    sub.add_argument("--given", default="{}", metavar="JSON", help=say("command.given"))
    sub.add_argument("--why", action="store_true", help=say("command.why"))
    sub.add_argument("--format", choices=("text", "json"), default="text", help=say("command.result_format"))
    sub.set_defaults(run=_walk)


def _render_options(sub: argparse.ArgumentParser) -> None:
    _path(sub)
    local_option(sub)
    sub.set_defaults(run=_render)


def _dot_options(sub: argparse.ArgumentParser) -> None:
    _render_options(sub)
    sub.add_argument("--chapter", metavar=say("command.name"), help=say("command.chapter"))


def _stats_options(sub: argparse.ArgumentParser) -> None:
    _path(sub)
    sub.add_argument("--format", choices=("text", "json"), default="text", help=say("command.result_format"))
    sub.set_defaults(run=_stats)


def _document_options(sub: argparse.ArgumentParser) -> None:
    _path(sub)
    local_option(sub)
    sub.add_argument("--answers", default="{}", metavar="JSON", help=say("command.document_answers"))
    sub.add_argument("--step", metavar=say("command.name"), help=say("command.step"))
    sub.add_argument("--checklist", action="store_true", help=say("command.checklist"))
    sub.add_argument("--output", type=Path, metavar=say("command.file"), help=say("command.document_output"))
    sub.set_defaults(run=_document)


def _compile_options(sub: argparse.ArgumentParser) -> None:
    _path(sub)
    _output(sub, "build/trees")
    sub.set_defaults(run=_compile)


def _schema_options(sub: argparse.ArgumentParser) -> None:
    _output(sub, "schema")
    sub.set_defaults(run=_schema)


def _output(sub: argparse.ArgumentParser, folder: str) -> None:
    sub.add_argument(
        "--output", type=Path, default=Path(folder), metavar=say("command.folder"), help=say("command.where")
    )


def _trees(path: Path, local: Path | None = None) -> tuple[Any, list[str]]:
    """The loaded files and the ids of the trees that the path itself names."""
    loaded = load([path], local=local)
    unreadable = [problem for file in loaded.trees() if file.record is None for problem in file.problems]
    if unreadable:
        print(REPORTS["text"](unreadable, len(loaded.files)), file=sys.stderr)
    return loaded, _named(loaded, path)


def _named(loaded: Any, path: Path) -> list[str]:
    names = [file.name for file in loaded.trees() if file.record and file.path in loaded.named]
    if not names:
        raise UsageError(say("cli.no_tree", path=path))
    return names


def _one(options: argparse.Namespace) -> Compiled:
    """The tree that somebody named, under the choices of a municipality if they named those too."""
    return _found(options)[0]


def _found(options: argparse.Namespace) -> tuple[Compiled, Any]:
    """The same, with the loaded files."""
    path = options.path
    loaded, names = _trees(path, options.local)
    if len(names) > 1:
        raise UsageError(say("cli.one_tree", trees=", ".join(f"{path}/{name}.yml" for name in names[:3])))
    compiled = compile_tree(names[0], loaded.library) if loaded.local is None else _decided(names[0], loaded)
    return compiled, loaded


def _decided(name: str, loaded: Any) -> Compiled:
    """What is left of a tree under the choices that were loaded. Raises ContentError when those are not right."""
    own = own_of(loaded.local, loaded)
    return own.left(compile_tree(name, own.library))


def _json(text: str, option: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UsageError(say("cli.no_json", option=option, character=error.pos + 1, text=text)) from None


def _answers(text: str) -> Any:
    """The answers of --answers: a mapping by question, or a list of [step, answer]."""
    answers = _json(text, "--answers")
    pairs = isinstance(answers, list) and all(
        isinstance(pair, list) and len(pair) == PAIR and isinstance(pair[0], str) for pair in answers
    )
    if not pairs and not isinstance(answers, dict):
        raise UsageError(say("cli.answers_shape"))
    return answers


def _given(text: str, compiled: Compiled) -> dict[str, Any]:
    """The local choices of --given; those that this tree looks at must be possible."""
    given = _json(text, "--given")
    if not isinstance(given, dict):
        raise UsageError(say("cli.given_shape"))
    for name, value in given.items():
        if name in compiled.policies:
            try:
                check_answer(compiled.policies[name], value)
            except WalkError as error:
                raise UsageError(f"--given, {name}: {error}") from None
    return given


def _walk(options: argparse.Namespace) -> int:
    from wegwijzer.cli.terminal import ask, show, walked  # noqa: PLC0415 - only this command talks to a person
    from wegwijzer.render.doubt_text import why_text  # noqa: PLC0415

    compiled = _one(options)
    given = _given(options.given, compiled)
    walker = ask(compiled, given) if options.answers is None else walked(compiled, _answers(options.answers), given)
    if options.format == "json":
        print(
            json.dumps(
                {"node": walker.node, "kind": walker.kind, "path": walker.path, "actions": walker.actions},
                ensure_ascii=False,
            )
        )
    else:
        print(show(walker))
        if options.why and walker.final:
            print(f"\n{why_text(walker)}")
    return OK


def _render(options: argparse.Namespace) -> int:
    from wegwijzer.render import dot, html, text  # noqa: PLC0415 - the checker needs no renderer

    compiled = _one(options)
    if options.command == "dot":
        if options.chapter and options.chapter not in compiled.tree.chapters:
            raise UsageError(say("cli.no_chapter", chapter=options.chapter, chapters=", ".join(compiled.tree.chapters)))
        print(dot.tree_dot(compiled, chapter=options.chapter), end="")
    else:
        print(text.tree_text(compiled) if options.command == "text" else html.tree_html(compiled, whole=True), end="")
    return OK


def _document(options: argparse.Namespace) -> int:
    from wegwijzer.render import documents  # noqa: PLC0415 - needed by this command alone

    compiled, loaded = _found(options)
    walker = text_at(compiled, dict(_answers(options.answers)), options.step)
    now = int(datetime.fromisoformat(f"{today()}T00:00+00:00").timestamp())
    name = loaded.local.record.name if loaded.local else ""
    made = documents.Made(now=now, name=name)
    blocks = documents.checklist(walker, made) if options.checklist else documents.text(walker, made)
    if options.output is None:
        print(documents.markdown(blocks), end="")
        return OK
    if options.output.suffix not in {".docx", ".md"}:
        raise UsageError(say("cli.document_ending", file=options.output))
    try:
        word = options.output.suffix == ".docx"
        options.output.write_bytes(documents.docx(blocks) if word else documents.markdown(blocks).encode())
    except OSError as error:
        raise UsageError(say("cli.unwritable", file=options.output, reason=error.strerror)) from None
    print(say("cli.document_ready", file=options.output, version=documents.version(walker, made)))
    return OK


def _stats(options: argparse.Namespace) -> int:
    loaded, names = _trees(options.path)
    result = {}
    for name in names:
        try:
            result[name] = figures(compile_tree(name, loaded.library))
        except TooManySituations as error:
            print(say("cli.too_many", name=name, error=error), file=sys.stderr)
            return PROBLEMS
    if options.format == "json":
        print(json.dumps(result, ensure_ascii=False, indent=2))
        return OK
    for name, found in result.items():
        walks = say("cli.endless") if found["walks"] is None else figure(found["walks"])
        print(
            say(
                "cli.figures",
                name=name,
                questions=found["questions"],
                answers=found["answers"],
                routes=found["routes"],
                actions=found["actions"],
                situations=found["situations"],
                walks=walks,
            )
            + say("cli.unreached", **found["unreachable"])
        )
    return OK


def _compile(options: argparse.Namespace) -> int:
    from wegwijzer.check.checker import check  # noqa: PLC0415 - reads YAML
    from wegwijzer.render.tree_files import tree_files  # noqa: PLC0415 - the checker needs no renderer

    loaded = load([options.path], whole=True)
    unread = [problem for file in loaded.unread() for problem in file.problems]
    problems = unread + check(loaded, errors_only=True)
    if problems:
        print(REPORTS["text"](problems, len(loaded.files)), file=sys.stderr)
        return PROBLEMS
    names = _named(loaded, options.path)
    options.output.mkdir(parents=True, exist_ok=True)
    for name in names:
        for file, content in tree_files(compile_tree(name, loaded.library)).items():
            (options.output / file).write_bytes(content)
    print(say("cli.written", trees=len(names), output=options.output))
    return OK


def _schema(options: argparse.Namespace) -> int:
    from wegwijzer.kinds.schema import schema_texts  # noqa: PLC0415 - needed by this command alone

    use_project_here()
    options.output.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (options.output / name).write_text(text, encoding="utf-8")
    return OK


COMMANDS: dict[str, Options] = {
    "walk": _walk_options,
    "text": _render_options,
    "dot": _dot_options,
    "html": _render_options,
    "stats": _stats_options,
    "document": _document_options,
    "compile": _compile_options,
    "schema": _schema_options,
}
