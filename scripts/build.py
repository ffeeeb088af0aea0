"""Build the site in site/: check the content, run the steps that are out of date, finish, verify, publish.

Usage: python scripts/build.py [--zensical FOLDER] (which is `make build`). Only what depends on a change is made again;
the new site takes the place of the old one in one move, when all of it is there and was looked at.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from concurrent.futures import Future
from pathlib import Path

from finish_site import UnfitError, finish
from macros.project import project
from site_steps import made_from, steps, tools
from wegwijzer.build import StepError, digest, digest_of_files, forget, one_build, replace_folder, run, workers
from wegwijzer.check.checker import check
from wegwijzer.check.report import as_text
from wegwijzer.locale import say

ROOT = Path(__file__).resolve().parent.parent
BUILD, SITE = ROOT / "build", ROOT / "site"


class UnbuildableError(Exception):
    """The content or the site has problems; the message is for who wrote them."""


def main() -> int:
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # no clock shows in a byte, also without make
    parser = argparse.ArgumentParser(description=say("site.build"))
    parser.add_argument("--zensical", type=Path, metavar=say("command.folder"), help=say("site.zensical"))
    options = parser.parse_args()
    try:
        with one_build(BUILD / ".lock", when_waiting=lambda: tell(say("site.waiting"))):
            if options.zensical:
                build(options.zensical, pages_from="zensical")
            else:
                build(SITE)
    except UnbuildableError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(site: Path, *, pages_from: str = "pages") -> None:
    """Bring a site up to date with the lock held. Raises UnbuildableError, and then the old site stays."""
    if "SITE_URL" not in os.environ:
        tell(say("site.no_url"))
    installed, written = tools(), made_from()
    asked, note = digest(installed, written, pages_from), BUILD / f".{site.name}"
    if note.is_file() and note.read_text(encoding="utf-8") == _state(site, asked):
        tell(say("site.as_asked", name=site.name))
        return
    note.unlink(missing_ok=True)
    tell(say("site.building"))
    new = BUILD / f"{site.name}.new"
    shutil.rmtree(new, ignore_errors=True)
    project()  # every worker inherits it
    with workers(1) as pool:
        problems = pool.submit(errors)
        try:
            made = run(steps(project().library, zensical=pages_from == "zensical"), BUILD, tools=installed)
        except Exception as failure:
            _stop_at(problems)  # what broke a step is most often something that the check explains
            if isinstance(failure, StepError) and isinstance(failure.cause, SystemExit):
                raise UnbuildableError(f"{failure.step}: {failure.cause}") from None
            raise
        _stop_at(problems)
    try:
        pages = finish(BUILD, made.paths(), new, pages_from=pages_from)
    except UnfitError as error:
        raise UnbuildableError(error) from None
    replace_folder(new, site)
    if (tools(), made_from()) == (installed, written):
        note.write_text(_state(site, asked), encoding="utf-8")
    else:  # someone saved a file meanwhile: what was made saw it or did not
        forget(BUILD, made.anew)
    tell(say("site.made", pages=pages, name=site.name, anew=len(made.anew), all=len(made.files)))


def errors() -> str:
    """What the checker calls an error, as a report; empty when there is nothing."""
    loaded = project()
    found = [problem for problem in check(loaded) if problem.level == "error"]
    return as_text(found, len(loaded.files)) if found else ""


def _stop_at(problems: Future[str]) -> None:
    if report := problems.result():
        raise UnbuildableError(report)


def _state(site: Path, asked: str) -> str:
    """What a site was made from, and a digest of every byte of it."""
    return digest(asked, digest_of_files(site, [file for file in site.rglob("*") if file.is_file()]))


def tell(text: str) -> None:
    """Say something at the terminal, at once."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
