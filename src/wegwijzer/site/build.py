"""Build a site: check the content, run the steps that are out of date, finish, verify, publish.

Only what depends on a change is made again; the new site takes the place of the old one in one move, when all of it is there
and was looked at.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from wegwijzer.build import Made, StepError, digest, digest_of_files, forget, one_build, replace_folder, run, workers
from wegwijzer.check.checker import check, errors_of_own
from wegwijzer.check.report import as_text
from wegwijzer.compare.published import NotPublishedError
from wegwijzer.kinds.markdown import Page
from wegwijzer.locale import say
from wegwijzer.pages import theirs
from wegwijzer.pages.project import local, project, settings, sources
from wegwijzer.pages.tree import read_again
from wegwijzer.site.finish import UnfitError, finish
from wegwijzer.site.news import named
from wegwijzer.site.steps import made_from, steps, tools
from wegwijzer.workplace import built, can_draw, has_address, root, site_url


class UnbuildableError(Exception):
    """The content or the site has problems; the message is for who wrote them."""


def build_site(site: Path, *, pages_from: str = "pages") -> None:
    """Bring a site up to date. `pages_from` is the folder of the build with the pages of a generator.

    What somebody says who publishes it as its own (see `wegwijzer.workplace.publisher`) is looked at before anything is made.

    Raises UnbuildableError, and then the old site stays.
    """
    try:
        named()
    except NotPublishedError as error:
        raise UnbuildableError(error) from None
    with building():
        if not has_address():
            tell(say("site.no_url", url=site_url()))
        local()  # its colours are among what the site is made from
        installed, written = tools(), made_from()
        asked, note = digest(installed, written, pages_from), built() / f".{site.name}"
        asked_then, _, site_then = note.read_text(encoding="utf-8").partition("\n") if note.is_file() else ("", "", "")
        if asked_then == asked and site_then == _digest_of_site(site):
            tell(say("site.as_asked", name=site.name))
            return
        if report := errors_of_publisher():
            raise UnbuildableError(report)
        note.unlink(missing_ok=True)
        tell(say("site.building"))
        new = built() / f"{site.name}.new"
        shutil.rmtree(new, ignore_errors=True)
        made = _make(installed, zensical=pages_from == "zensical")
        try:
            pages = finish(built(), made.paths(), new, pages_from=pages_from)
        except UnfitError as error:
            raise UnbuildableError(error) from None
        replace_folder(new, site)
        if (tools(), made_from()) == (installed, written):
            note.write_text(f"{asked}\n{_digest_of_site(site)}", encoding="utf-8")
        else:  # someone saved a file meanwhile: what was made saw it or did not
            forget(built(), made.anew)
        tell(say("site.made", pages=pages, name=site.name, anew=len(made.anew), all=len(made.files)))


def make_beside(docs: Path, *, folders: bool) -> None:
    """Make all but pages, for a site that another generator makes from the pages in `docs`.

    `folders` says whether each of its pages has a folder as its address. Raises UnbuildableError.
    """
    read_again()
    standing = theirs.stand(docs, folders=folders)
    with building():
        _make(tools(), pages=False, look=partial(errors_beside, docs))
    for name in project().library.trees:
        if name not in standing and not settings().wizards:
            tell(say("site.no_page", tree=name))


@contextmanager
def building() -> Iterator[None]:
    """One build at a time in a project. What is loaded stays until the end: nobody needs to look for what is left over."""
    os.environ["SOURCE_DATE_EPOCH"] = "0"  # no clock shows in a byte
    collects = gc.isenabled()
    with one_build(built() / ".lock", when_waiting=lambda: tell(say("site.waiting"))):
        gc.disable()
        try:
            yield
        finally:
            if collects:
                gc.enable()


def _make(installed: str, *, pages: bool = True, zensical: bool = False, look: Callable[[], str] | None = None) -> Made:
    """Check the content, or let `look` do that, and run the steps at the same time. Raises UnbuildableError."""
    loaded = project()  # every worker inherits it
    if not can_draw():
        _tell_of_drawing()
    with workers(1) as pool:
        problems = pool.submit(look or errors)
        try:
            made = run(steps(loaded.library, pages=pages, zensical=zensical), built(), tools=installed)
        except Exception as failure:
            _stop_at(problems)  # what broke a step is most often something that the check explains
            if isinstance(failure, StepError) and isinstance(failure.cause, SystemExit):
                raise UnbuildableError(f"{failure.step}: {failure.cause}") from None
            raise
        _stop_at(problems)
    return made


def errors() -> str:
    """What the checker calls an error, as a report; empty when there is nothing."""
    loaded = replace(sources(), local=None)  # see errors_of_publisher
    found = check(loaded, errors_only=True)
    return as_text(found, len(loaded.files)) if found else ""


def errors_of_publisher() -> str:
    """The errors in the file of who publishes the site as its own, as a report; empty when there are none, or no such file."""
    if (file := local()) is None:
        return ""
    found = errors_of_own(file, sources())
    return as_text(found, 1) if found else ""


def errors_beside(docs: Path) -> str:
    """The same for a site of somebody else: of its pages in `docs` only what calls on us."""
    loaded = project()
    pages = {file.shown for file in loaded.files if file.kind is Page}
    found = [problem for problem in check(loaded, errors_only=True) if problem.path not in pages]
    found += theirs.problems_in(docs, root(), loaded)
    return as_text(sorted(found), len(loaded.files)) if found else ""


@cache
def _tell_of_drawing() -> None:
    """Say once what is not there without Graphviz."""
    tell(say("site.no_dot"))


def _stop_at(problems: Future[str]) -> None:
    if report := problems.result():
        raise UnbuildableError(report)


def _digest_of_site(site: Path) -> str:
    """A digest of every byte of it."""
    return digest_of_files(site, [file for file in site.rglob("*") if file.is_file()])


def tell(text: str) -> None:
    """Say something at the terminal, at once."""
    print(text, flush=True)
