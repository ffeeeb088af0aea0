"""The commands for who writes content: check, explain, readability, new, diff."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from wegwijzer.check.report import REPORTS, as_text
from wegwijzer.cli.usage import (
    OK,
    PROBLEMS,
    Options,
    UsageError,
    in_colour,
    load_projects,
    local_option,
    today,
    use_project_here,
)
from wegwijzer.kinds.kind import YAML
from wegwijzer.kinds.settings import SETTINGS, find_root
from wegwijzer.locale import figure, language, say
from wegwijzer.model.names import wrong_file
from wegwijzer.problems import lines_of, nearest, one_line

LEVELS = ("error", "warning", "advice")


def _check_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("paths", type=Path, nargs="*", metavar=say("command.path"), help=say("command.path_help"))
    local_option(sub)
    sub.add_argument("--format", choices=REPORTS, default="text", help=say("command.report_format"))
    sub.add_argument("--strict", action="store_true", help=say("command.strict"))
    sub.add_argument("--level", choices=LEVELS, default="advice", help=say("command.level"))
    sub.set_defaults(run=run_check)


def _explain_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("code", metavar=say("command.code"), nargs="?", help=say("command.code_help"))
    sub.add_argument("--free", action="store_true", help=say("command.free"))
    sub.set_defaults(run=run_explain)


def _readability_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "paths", type=Path, nargs="*", default=[Path()], metavar=say("command.path"), help=say("command.path_help")
    )
    sub.add_argument("--format", choices=("text", "json"), default="text", help=say("command.report_format"))
    sub.set_defaults(run=run_readability)


def _new_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("name", metavar=say("command.name"), help=say("command.name_help"))
    sub.add_argument("--title", metavar=say("command.text_given"), help=say("command.title_help"))
    sub.set_defaults(run=run_new)


def _diff_options(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("old", metavar=say("command.old"), help=say("command.old_help"))
    sub.add_argument(
        "new", metavar=say("command.new_version"), nargs="?", default=".", help=say("command.new_version_help")
    )
    sub.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help=say("command.report_format")
    )
    sub.add_argument("--dot", action="store_true", help=say("command.dot_of_diff"))
    sub.set_defaults(run=run_diff)


COMMANDS: dict[str, Options] = {
    "check": _check_options,
    "explain": _explain_options,
    "readability": _readability_options,
    "new": _new_options,
    "diff": _diff_options,
}


def run_check(options: argparse.Namespace) -> int:
    from wegwijzer.check.checker import check  # noqa: PLC0415 - reads YAML and measures language
    from wegwijzer.check.rules import rules  # noqa: PLC0415 - the same
    from wegwijzer.check.settings import settings_in  # noqa: PLC0415 - the same

    if not options.paths and not options.local:
        raise UsageError(say("cli.no_path", path=say("command.path")))
    projects = load_projects(options.paths or [Path()], options.local)
    files = [file for loaded in projects for file in [*loaded.own(), *filter(None, [loaded.local])]]
    if not files:
        raise UsageError(say("cli.no_yaml"))
    problems = sorted({problem for loaded in projects for problem in check(loaded, today=today())})
    shown = [problem for problem in problems if LEVELS.index(problem.level) <= LEVELS.index(options.level)]
    if options.format == "text":
        paths = {file.shown: file.path for file in files}
        paths |= {loaded.settings.shown: loaded.root / SETTINGS for loaded in projects if loaded.root}
        print(as_text(shown, len(files), lines=cache(lambda path: _lines(paths[path])), colour=in_colour()))
    else:
        print(REPORTS[options.format](shown, len(files)))
    for file in sorted({file.shown for loaded in projects for file in loaded.unread()}):
        print(say("cli.unread", file=one_line(file)), file=sys.stderr)
    wanted = [settings_in(loaded.settings)[0] for loaded in projects]
    if silent := [
        rule.code for rule in rules() if not rule.speaks and any(each.level(rule) != "off" for each in wanted)
    ]:
        print(say("cli.no_measures", language=language(), codes=", ".join(silent)), file=sys.stderr)
    failing = {"error", "warning"} if options.strict else {"error"}
    return PROBLEMS if any(problem.level in failing for problem in problems) else OK


def _lines(path: Path) -> Sequence[str]:
    try:
        return lines_of(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ()


def run_explain(options: argparse.Namespace) -> int:
    from wegwijzer.check.pages import free_codes, pages  # noqa: PLC0415 - needed by this command alone
    from wegwijzer.check.settings import settings_in  # noqa: PLC0415

    settings, wrong = settings_in(use_project_here())
    if wrong:
        print(as_text(wrong, 1), file=sys.stderr)
        return PROBLEMS
    if options.free:
        print("\n".join(f"{code}  {about}" for code, about in free_codes().items()))
        return OK
    found = pages(settings)
    if options.code is None:
        print("\n".join(f"{page.code}  {page.title}" for page in found.values()))
        return OK
    code = options.code.upper()
    if code not in found:
        raise UsageError(say("cli.no_code", code=options.code, hint=nearest(code, found)).rstrip())
    print(found[code].plain())
    return OK


def run_readability(options: argparse.Namespace) -> int:
    from wegwijzer.check.settings import settings_in  # noqa: PLC0415
    from wegwijzer.language import has  # noqa: PLC0415
    from wegwijzer.language.measure import measure  # noqa: PLC0415 - reads the hyphenation patterns
    from wegwijzer.language.prose import Prose  # noqa: PLC0415

    read = [
        (file, settings_in(loaded.settings)[0].bounds)
        for loaded in load_projects(options.paths)
        for file in loaded.own()
        if file.record is not None
    ]
    if not has("reading"):
        raise UsageError(say("cli.no_readability", language=language()))
    figures = {
        file.shown: measure(sentence for passage in Prose(file.record).passages for sentence in passage.sentences)
        for file, _ in read
    }
    hard = {file.shown for file, bounds in read if figures[file.shown].hard(bounds)}
    if options.format == "json":
        rows = {
            name: {
                "words": found.words,
                "sentences": found.sentences,
                "sentence_length": round(found.sentence_length, 1),
                "ease": round(found.ease, 1),
                "hard": name in hard,
            }
            for name, found in figures.items()
        }
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return OK
    width = max(map(len, figures), default=8)
    heads = re.split(r"\s{2,}", say("cli.readability_head"))
    widths = [max(7, len(head)) for head in heads]
    print("  ".join([f"{say('cli.file'):{width}}", *map(str.rjust, heads, widths)]))
    for name, found in figures.items():
        mark = say("cli.hard") if name in hard else ""
        shown = (str(found.words), figure(found.sentence_length, 1), figure(found.ease, 1))
        print("  ".join([f"{name:{width}}", *map(str.rjust, shown, widths)]) + mark)
    return OK


def run_new(options: argparse.Namespace) -> int:
    from wegwijzer.kinds.scaffold import next_review, page_of, title_of  # noqa: PLC0415 - needed by this command alone
    from wegwijzer.locale.samples import new_page, new_tree  # noqa: PLC0415 - the same

    wrong = wrong_file(options.name)
    if wrong:
        raise UsageError(f"‘{options.name}’ {wrong.message}. {wrong.hint}")
    title = " ".join((options.title or title_of(options.name)).split())
    if not title.isprintable():
        raise UsageError(say("cli.title_odd"))
    root = find_root(Path()) or Path()
    for other in sorted((root / "trees").rglob("*")):
        if other.stem.casefold() == options.name and other.suffix.lower() in YAML:
            raise UsageError(say("cli.exists", file=_near(other)))
    place = root / "trees" / f"{options.name}.yml" if (root / "trees").is_dir() else Path(f"{options.name}.yml")
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(new_tree(title, next_review(today())))
    except FileExistsError:
        raise UsageError(say("cli.exists", file=_near(place))) from None
    except OSError as error:
        raise UsageError(say("cli.unwritable", file=_near(place), reason=error.strerror)) from None
    print(say("cli.ready", file=_near(place)))
    use_project_here()
    page = root / page_of(options.name)
    if (root / "docs").is_dir() and not page.exists():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(new_page(title.replace("$$", "$"), options.name), encoding="utf-8")
        print(say("cli.page_ready", page=_near(page)))
    return OK


def _near(place: Path) -> str:
    here = Path.cwd()
    return (place.relative_to(here) if place.is_relative_to(here) else place).as_posix()


def run_diff(options: argparse.Namespace) -> int:
    from wegwijzer.cli import revisions  # noqa: PLC0415 - only this command talks to git
    from wegwijzer.compare import own_report  # noqa: PLC0415
    from wegwijzer.compare.diff import compare  # noqa: PLC0415
    from wegwijzer.compare.drawing import diff_dot  # noqa: PLC0415
    from wegwijzer.compare.report import FORMATS  # noqa: PLC0415

    if revisions.are_own(options.old, options.new):
        print(own_report.FORMATS[options.format](revisions.own_diff(Path(options.old), Path(options.new))), end="")
        return OK
    with revisions.version(options.old) as old, revisions.version(options.new) as new:
        pairs = revisions.pairs(old, new)
        found = compare(old.library, new.library, pairs, only=revisions.named_files(old, new))
    if options.dot:
        print("".join(diff_dot(tree) for tree in found.trees), end="")
    else:
        print(FORMATS[options.format](found), end="")
    return OK
