"""The commands for who writes content: check, explain, readability, new, diff."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from wegwijzer.check.report import REPORTS, as_text
from wegwijzer.cli.usage import OK, PROBLEMS, UsageError, in_colour, load_projects, today, use_project_here
from wegwijzer.kinds.kind import YAML
from wegwijzer.kinds.settings import SETTINGS, find_root
from wegwijzer.model.names import wrong_file
from wegwijzer.problems import lines_of, nearest, one_line

LEVELS = ("error", "warning", "advice")


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add these commands to those of the program."""
    sub = _command(commands, "check", run_check, "Kijkt bestanden na en meldt alle problemen tegelijk.")
    sub.add_argument("paths", type=Path, nargs="+", metavar="PAD", help="een YAML-bestand of een map")
    sub.add_argument("--format", choices=REPORTS, default="text", help="vorm van het verslag")
    sub.add_argument("--strict", action="store_true", help="ook een waarschuwing telt als fout")
    sub.add_argument("--level", choices=LEVELS, default="advice", help="toon niets wat minder erg is dan dit")
    sub = _command(
        commands, "explain", run_explain, "Legt een code van de controle uit, met een fout en een goed voorbeeld."
    )
    sub.add_argument("code", metavar="CODE", nargs="?", help="bijvoorbeeld W101; zonder code komt de hele lijst")
    sub.add_argument("--free", action="store_true", help="toon van elke groep de volgende vrije code")
    sub = _command(
        commands, "readability", run_readability, "Meet hoe vlot bestanden lezen: woorden, zinnen, Flesch-Douma."
    )
    sub.add_argument("paths", type=Path, nargs="*", default=[Path()], metavar="PAD", help="een YAML-bestand of een map")
    sub.add_argument("--format", choices=("text", "json"), default="text", help="vorm van het verslag")
    sub = _command(commands, "new", run_new, "Maakt een kleine boom die klopt, met uitleg, om van te vertrekken.")
    sub.add_argument("name", metavar="NAAM", help="de naam van het bestand: kleine letters, cijfers en koppeltekens")
    sub.add_argument("--title", help="de titel van de keuzehulp")
    sub = _command(commands, "diff", run_diff, "Zegt in woorden wat er verandert tussen twee versies.")
    sub.add_argument("old", metavar="OUD", help="een bestand, een map of een versie van git")
    sub.add_argument("new", metavar="NIEUW", nargs="?", default=".", help="hetzelfde; standaard de map waar je staat")
    sub.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="vorm van het verslag")
    sub.add_argument("--dot", action="store_true", help="een diagram van elke veranderde boom, als DOT")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: object, text: str
) -> argparse.ArgumentParser:
    sub = commands.add_parser(name, help=text, description=text)
    sub.set_defaults(run=run)
    return sub


def run_check(options: argparse.Namespace) -> int:
    from wegwijzer.check.checker import check  # noqa: PLC0415 - reads YAML and measures language

    projects = load_projects(options.paths)
    files = [file for loaded in projects for file in loaded.own()]
    if not files:
        raise UsageError("hier staan geen YAML-bestanden. Noem een bestand dat eindigt op .yml.")
    problems = sorted({problem for loaded in projects for problem in check(loaded, today=today())})
    shown = [problem for problem in problems if LEVELS.index(problem.level) <= LEVELS.index(options.level)]
    if options.format == "text":
        paths = {file.shown: file.path for file in files}
        paths |= {loaded.settings.shown: loaded.root / SETTINGS for loaded in projects if loaded.root}
        print(as_text(shown, len(files), lines=cache(lambda path: _lines(paths[path])), colour=in_colour()))
    else:
        print(REPORTS[options.format](shown, len(files)))
    for file in sorted({file.shown for loaded in projects for file in loaded.unread()}):
        print(f"‘{one_line(file)}’ is niet te lezen. Wat daarvan afhangt, is niet nagekeken.", file=sys.stderr)
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
        raise UsageError(f"de code ‘{options.code}’ bestaat niet. {nearest(code, found)}".rstrip())
    print(found[code].plain())
    return OK


def run_readability(options: argparse.Namespace) -> int:
    from wegwijzer.check.settings import settings_in  # noqa: PLC0415
    from wegwijzer.language.measure import measure  # noqa: PLC0415 - reads the hyphenation patterns
    from wegwijzer.language.prose import Prose  # noqa: PLC0415

    read = [
        (file, settings_in(loaded.settings)[0].bounds)
        for loaded in load_projects(options.paths)
        for file in loaded.own()
        if file.record is not None
    ]
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
                "flesch_douma": round(found.ease, 1),
                "hard": name in hard,
            }
            for name, found in figures.items()
        }
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return OK
    width = max(map(len, figures), default=8)
    print(f"{'bestand':{width}}  woorden  woorden per zin  Flesch-Douma")
    for name, found in figures.items():
        mark = "  moeilijk" if name in hard else ""
        print(f"{name:{width}}  {found.words:7}  {_dutch(found.sentence_length):>15}  {_dutch(found.ease):>12}{mark}")
    return OK


def run_new(options: argparse.Namespace) -> int:
    from wegwijzer.cli.scaffold import new_tree, title_of  # noqa: PLC0415 - needed by this command alone

    wrong = wrong_file(options.name)
    if wrong:
        raise UsageError(f"‘{options.name}’ {wrong.message}. {wrong.hint}")
    title = " ".join((options.title or title_of(options.name)).split())
    if not title.isprintable():
        raise UsageError("in de titel staat een onzichtbaar teken. Typ de titel opnieuw.")
    root = find_root(Path()) or Path()
    for other in sorted((root / "trees").rglob("*")):
        if other.stem.casefold() == options.name and other.suffix.lower() in YAML:
            raise UsageError(f"‘{_near(other)}’ bestaat al. Kies een andere naam: dit bestand blijft zoals het is.")
    place = root / "trees" / f"{options.name}.yml" if (root / "trees").is_dir() else Path(f"{options.name}.yml")
    day = today()
    review = f"{int(day[:4]) + 1}{day[4:7]}-01"
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(new_tree(title, review))
    except FileExistsError:
        raise UsageError(
            f"‘{_near(place)}’ bestaat al. Kies een andere naam: dit bestand blijft zoals het is."
        ) from None
    except OSError as error:
        raise UsageError(f"‘{_near(place)}’ is niet te schrijven: {error.strerror}.") from None
    print(f"{_near(place)} staat klaar. Pas de teksten aan en kijk ze na: wegwijzer check {_near(place)}")
    return OK


def _near(place: Path) -> str:
    here = Path.cwd()
    return (place.relative_to(here) if place.is_relative_to(here) else place).as_posix()


def run_diff(options: argparse.Namespace) -> int:
    from wegwijzer.cli import revisions  # noqa: PLC0415 - only this command talks to git
    from wegwijzer.compare.diff import compare  # noqa: PLC0415
    from wegwijzer.compare.drawing import diff_dot  # noqa: PLC0415
    from wegwijzer.compare.report import FORMATS  # noqa: PLC0415

    with revisions.version(options.old) as old, revisions.version(options.new) as new:
        pairs = revisions.pairs(old, new)
        found = compare(old.library, new.library, pairs, only=revisions.named_files(old, new))
    if options.dot:
        print("".join(diff_dot(tree) for tree in found.trees), end="")
    else:
        print(FORMATS[options.format](found), end="")
    return OK


def _dutch(figure: float) -> str:
    return f"{figure:.1f}".replace(".", ",")
