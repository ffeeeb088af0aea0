"""The command line: `wegwijzer check|explain|readability|new|diff|walk|text|dot|html|stats|compile|schema`."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from wegwijzer.check.report import REPORTS
from wegwijzer.cli.authoring import add_commands
from wegwijzer.cli.usage import CLOSED, OK, PROBLEMS, USAGE, UsageError, load, use_project_here
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.kinds.settings import find_root, speak_as
from wegwijzer.locale import figure, say
from wegwijzer.problems import one_line
from wegwijzer.proof.situations import TooManySituations
from wegwijzer.proof.unreached import figures
from wegwijzer.walk.walker import WalkError, check_answer

PAIR = 2  # step and answer
EXTRA = {"yaml": "cli.needs_yaml", "pyphen": "cli.needs_pyphen"}
"""What comes with the extra `load`, and what it is for."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 fine, 1 problems in the content, 2 wrong usage."""
    _speak_utf8()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
        return CLOSED
    return status


def _run(arguments: list[str] | None) -> int:
    speak_as(find_root(Path.cwd()))
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        status: int = options.run(options)
    except UsageError as error:
        print(f"wegwijzer: {one_line(str(error))}", file=sys.stderr)
        return USAGE
    except WalkError as error:
        print(f"wegwijzer: {one_line(str(error))}", file=sys.stderr)
        return PROBLEMS
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        print(say("cli.needs_extra", what=say(EXTRA[error.name])), file=sys.stderr)
        return USAGE
    return status


def _speak_utf8() -> None:
    """Print in UTF-8 whatever the console says of itself: a message with an arrow must not end in an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go() -> None:
    """Nobody listens any more (`| head -1`): what is still to be written goes nowhere, also when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wegwijzer", description=say("command.program"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("command.command"))

    def command(name: str, run: Any, text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.add_argument("path", type=Path, metavar=say("command.path"), help=say("command.path_help"))
        sub.set_defaults(run=run)
        return sub

    add_commands(commands)
    sub = command("walk", _walk, say("command.walk"))
    sub.add_argument("--answers", help=say("command.answers"))
    sub.add_argument("--given", default="{}", help=say("command.given"))
    sub.add_argument("--format", choices=("text", "json"), default="text", help=say("command.result_format"))
    command("text", _render, say("command.text"))
    sub = command("dot", _render, say("command.dot"))
    sub.add_argument("--chapter", help=say("command.chapter"))
    command("html", _render, say("command.html"))
    sub = command("stats", _stats, say("command.stats"))
    sub.add_argument("--format", choices=("text", "json"), default="text", help=say("command.result_format"))
    sub = command("compile", _compile, say("command.compile"))
    sub.add_argument(
        "--output", type=Path, default=Path("build/trees"), metavar=say("command.folder"), help=say("command.where")
    )
    sub = commands.add_parser("schema", help=say("command.schema"))
    sub.add_argument(
        "--output", type=Path, default=Path("schema"), metavar=say("command.folder"), help=say("command.where")
    )
    sub.set_defaults(run=_schema)
    return parser


def _trees(path: Path) -> tuple[Any, list[str]]:
    """The loaded files and the ids of the trees that the path itself names."""
    loaded = load([path])
    unreadable = [problem for file in loaded.trees() if file.record is None for problem in file.problems]
    if unreadable:
        print(REPORTS["text"](unreadable, len(loaded.files)), file=sys.stderr)
    return loaded, _named(loaded, path)


def _named(loaded: Any, path: Path) -> list[str]:
    names = [file.name for file in loaded.trees() if file.record and file.path in loaded.named]
    if not names:
        raise UsageError(say("cli.no_tree", path=path))
    return names


def _one(path: Path) -> Compiled:
    loaded, names = _trees(path)
    if len(names) > 1:
        raise UsageError(say("cli.one_tree", trees=", ".join(f"{path}/{name}.yml" for name in names[:3])))
    return compile_tree(names[0], loaded.library)


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

    compiled = _one(options.path)
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
    return OK


def _render(options: argparse.Namespace) -> int:
    from wegwijzer.render import dot, html, text  # noqa: PLC0415 - the checker needs no renderer

    compiled = _one(options.path)
    if options.command == "dot":
        if options.chapter and options.chapter not in compiled.tree.chapters:
            raise UsageError(say("cli.no_chapter", chapter=options.chapter, chapters=", ".join(compiled.tree.chapters)))
        print(dot.tree_dot(compiled, chapter=options.chapter), end="")
    else:
        print({"text": text.tree_text, "html": html.tree_html}[options.command](compiled), end="")
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
    problems = unread + [problem for problem in check(loaded) if problem.level == "error"]
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
    from wegwijzer.kinds.schema import schemas  # noqa: PLC0415 - needed by this command alone

    use_project_here()
    options.output.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (options.output / f"{name}.schema.json").write_text(text, encoding="utf-8")
    return OK
