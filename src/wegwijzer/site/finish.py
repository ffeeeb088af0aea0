"""What happens to the site after the generator: all that was made in its place, a strict policy in every page, files for
who has no connection, and what a host needs to hand it out well. Works on the pages of MkDocs and of Zensical alike.
"""

from __future__ import annotations

import shutil
from collections.abc import Container, Iterable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from wegwijzer.build import digest, workers
from wegwijzer.load.moved import MOVED, read_moved
from wegwijzer.locale import language, said_instead, say
from wegwijzer.model.registers import OWN
from wegwijzer.pages.project import ours, project, settings, statement
from wegwijzer.publish.asked import drop_leftovers, unasked
from wegwijzer.publish.compress import BEST, QUICK, compress
from wegwijzer.publish.find import asks_ours, write_search
from wegwijzer.publish.foot import foot, with_foot
from wegwijzer.publish.hosting import name_runtime, write_hosting
from wegwijzer.publish.kept import Kept
from wegwijzer.publish.lean import lean_page
from wegwijzer.publish.links import guard_links
from wegwijzer.publish.lost import help_the_lost
from wegwijzer.publish.moved import write_moved
from wegwijzer.publish.needs import imports
from wegwijzer.publish.offline import AWAY, Offline, head, problems_with, write_app, write_worker
from wegwijzer.publish.one_sheet import OneSheet
from wegwijzer.publish.pack import ARCHIVE, pack
from wegwijzer.publish.policy import with_policy
from wegwijzer.publish.theme import theme_styles
from wegwijzer.publish.verify import problems_of
from wegwijzer.render.element import NOTHING, Markup, element, join
from wegwijzer.render.together import together_in
from wegwijzer.site.found import found_in, synonyms
from wegwijzer.site.led import led_on
from wegwijzer.site.steps import code_of
from wegwijzer.workplace import KIT, colours, has_address, root, site_url

PLACES = {
    "bare": "",
    "runtime": "assets/runtime",
    "trees": "assets/trees",
    "vendor": "assets/vendor",
    "workbench": "assets/workbench",
    "notices": "",
    "statement": "",
    "news": "",
    "advices": "assets",
    "styles": "assets",
    "assets": "assets",
    "schema": "schema",
    "fonts/web": "assets/fonts",
    "slides": "assets/slides",
    "pictures": "assets/pictures",
    "paper": "assets/paper",
    "app": "assets/icons",
    "extras": "assets",
    "logo": "assets",
}
"""Folder of the build → where its files stand in the site. What is in no folder here helps to build and no more."""
KEPT_BACK = {"runtime/modules.txt", "runtime/builtin.txt", "runtime/library.zip", "notices/parts.json"}
EMBEDDED = Path("embed")
"""Pages for the sites of others: those say themselves what a browser keeps."""
OWN_POLICY = Path("assets/offline")
ANYWHERE = {"404.html", AWAY}
"""Pages that stand at an unknown depth, and have no wizard."""
WIZARD = "<wegwijzer-wizard"
EARLY = "assets/early.js"
"""What goes before the theme's own scripts (see steps.py)."""


class UnfitError(Exception):
    """The site cannot be shown to readers; one sentence a line says why."""


def finish(build: Path, made: Iterable[str], site: Path, *, pages_from: str = "pages") -> int:
    """Put the files that were made together as a site in the empty folder `site`; returns the number of pages.

    `pages_from` is the folder of the build with the pages of a generator.

    Raises UnfitError with everything that is wrong with it.
    """
    gather(build, made, site, {pages_from: "", **PLACES})
    drop_leftovers(site)
    name_runtime(site)
    with workers(1) as pool:
        # In the pages as the generator made them: those of the site are worked on meanwhile.
        searched = pool.submit(found_in, build / pages_from)
        help_the_lost(site, site_url())
        moved, unread = read_moved(root() / MOVED)
        moved = led_on(site, moved)
        problems = unread + write_moved(site, moved)
        told = what_is_kept()
        if told and (lacking := problems_with(site, told.keep)):
            problems, told = problems + lacking, None
        if told:
            write_app(site, told)
        pages = [page for page in sorted(site.rglob("*.html")) if OWN_POLICY not in page.relative_to(site).parents]
        problems += finish_pages(site, pages, {each.old for each in moved}, told, Kept(build / "finished"))
        write_search(site, searched.result(), synonyms())
        write_hosting(site, site_url(), (KIT / "publish/htaccess").read_text(encoding="utf-8"))
        write_worker(site, told)
        (site / ARCHIVE).touch()  # there for who looks whether all is there
        packed = pool.submit(pack, site, [path for path in site.rglob("*") if path.is_file()])
        problems += [say("site.unasked", name=name) for name in unasked(site)]
        problems += problems_of(site, site_url())
        if problems:
            raise UnfitError("\n".join(problems))
        compress(site, build / "compressed", BEST if has_address() else QUICK)  # a site to try is there sooner
        packed.result()
    return len(pages)


def finish_pages(
    site: Path, pages: Iterable[Path], moved: Container[str], told: Offline | None, kept: Kept
) -> list[str]:
    """Give every page what it needs before a reader gets it; returns what is wrong with them.

    `moved` are the addresses of pages that lead on and do no more. Most pages are what they were: those were `kept`.
    """
    styles = theme_styles(site)
    common = (code_of(finished), language(), str(sorted(said_instead().items())), site_url(), *styles)
    scripts = ("assets/wizard.js", *imports(site, "assets/wizard.js"))
    problems = []
    sheet = OneSheet(site)
    for page in pages:
        place = page.relative_to(site)
        html = page.read_text(encoding="utf-8")
        html, looks = (html, NOTHING) if place.name in ANYWHERE else sheet.take(html, place.as_posix())
        early, late = looks, NOTHING  # a browser that reads a policy in a page asks for nothing before it gets there
        if f"{place.parent.as_posix()}/" not in moved:
            early += early_script(place)
            late = in_head(place, scripts if WIZARD in html else (), told)
        parts = (html, early, late, foot_of(place))
        try:
            content = kept.take(digest(*common, *parts), partial(whole, *parts, styles))
        except ValueError as error:
            problems.append(f"{place}: {error}")
        else:
            sheet.see(content.decode())
            page.write_bytes(content)
    sheet.drop_unnamed()
    kept.drop_rest()
    return problems


def whole(html: str, early: str, late: str, said: Markup, styles: Iterable[str]) -> bytes:
    """A page of our own site as readers get it: with what goes first and last in its head, and what is said at its foot."""
    html = lean_page(html).replace("</head>", f"{late}</head>", 1)
    return finished(with_foot(together_in(html), said), early, styles).encode()


def gather(build: Path, made: Iterable[str], site: Path, places: Mapping[str, str]) -> None:
    """Copy what was made to its place in the site."""
    for path in sorted(set(made) - KEPT_BACK):
        for folder, place in places.items():
            if path.startswith(f"{folder}/"):
                target = site / place / path.removeprefix(f"{folder}/")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(build / path, target)


def finished(html: str, early: str, styles: Iterable[str]) -> str:
    """A page as readers get it. `early` goes before every other script."""
    return with_policy(guard_links(with_names(asks_ours(html)), site_url()), styles, then=early)


def with_names(html: str) -> str:
    """The page with a name for the theme's search window, which a screen reader calls a dialog."""
    return html.replace(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="' + say("site.search") + '"',
    )


def what_is_kept() -> Offline | None:
    """What the project says of readers without a network; nothing when it wants nothing kept."""
    if not settings().offline:
        return None
    called = [contact for contact in project().library.contacts.values() if contact.phone]
    days = [contact.checked for contact in called if contact.checked and contact.checked != OWN]
    return Offline(say("site.name"), colours()[0], settings().keep, min(days, default=""))


def in_head(place: Path, asked: Iterable[str], told: Offline | None) -> Markup:
    """What a page says last in its head, behind what shows it: the scripts that its wizard will ask for, after
    what shows it, and that the site can be kept.
    """
    if place.name in ANYWHERE or EMBEDDED in place.parents:
        return NOTHING
    way = "../" * (len(place.parts) - 1)
    early = join(
        "", (element("link", {"rel": "modulepreload", "href": way + name, "fetchpriority": "low"}) for name in asked)
    )
    return early + (head(way, told.colour) if told else NOTHING)


def foot_of(page: Path) -> Markup:
    """What stands at the foot of a page."""
    record = ours()
    return foot(way_to_statement(page), record.publisher if record else None)


def way_to_statement(page: Path) -> str:
    """The way from a page to the accessibility statement; nothing when the project has no page for that."""
    if not statement().page:
        return ""
    if page.name == "404.html":  # as above
        return urlsplit(site_url()).path + statement().page
    return "../" * (len(page.parts) - 1) + statement().page


def early_script(page: Path) -> Markup:
    """The script that must run before the theme's own."""
    if page.name in ANYWHERE:
        return NOTHING
    return element("script", {"src": "../" * (len(page.parts) - 1) + EARLY})
