"""Build the site in site/: check the content, run the steps that are out of date, finish, verify, publish.

Usage: python scripts/build.py (which is `make build`). Only what depends on a change is made again; the new site takes
the place of the old one in one move, when all of it is there.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from finish_site import finish
from macros.project import project
from site_steps import programs, steps
from wegwijzer.build import StepError, one_build, replace_folder, run
from wegwijzer.check import check
from wegwijzer.report import as_text

ROOT = Path(__file__).resolve().parent.parent
BUILD, SITE = ROOT / "build", ROOT / "site"


def main() -> int:
    with one_build(BUILD / ".lock", when_waiting=lambda: _tell("Er loopt al een bouw: we wachten tot die klaar is …")):
        return build()


def build() -> int:
    """Build with the lock held. Returns the exit status: 0 fine, 1 problems in the content."""
    if "SITE_URL" not in os.environ:
        _tell("SITE_URL is niet gezet: QR-codes en insluitcode wijzen naar http://127.0.0.1:8000/.")
    loaded = project()
    problems = [problem for problem in check(loaded) if problem.level == "error"]
    if problems:
        print(as_text(problems, len(loaded.files)), file=sys.stderr)
        return 1
    try:
        made = run(steps(loaded.library), BUILD, code=programs())
    except StepError as error:
        if not isinstance(error.cause, SystemExit):
            raise
        print(f"{error.step}: {error.cause}", file=sys.stderr)
        return 1
    new = BUILD / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    pages = finish(BUILD, made.paths(), new)
    replace_folder(new, SITE)
    _tell(f"{pages} pagina's staan in site/; {len(made.anew)} van {len(made.files)} stappen waren nodig.")
    return 0


def _tell(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
