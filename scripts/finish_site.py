"""What happens to the site after the generator: all that was made in its place, a strict policy in every page, files for
who has no connection, and what a host needs to hand it out well. Works on the pages of MkDocs and of Zensical alike.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from address import SITE_URL
from pack_site import pack
from publish.asked import drop_leftovers, unasked
from publish.compress import BEST, QUICK, compress
from publish.find import teach_search
from publish.hosting import name_runtime, write_hosting
from publish.links import guard_links
from publish.moved import read_moved, write_moved
from publish.policy import with_policy
from publish.theme import theme_styles
from publish.verify import problems_of
from wegwijzer.locale import say
from wegwijzer.render.element import NOTHING, Markup, element, join

ROOT = Path(__file__).resolve().parent.parent
PLACES = {
    "bare": "",
    "runtime": "assets/runtime",
    "trees": "assets/trees",
    "vendor": "assets/vendor",
    "notices": "",
    "styles": "assets",
    "fonts/web": "assets/fonts",
    "slides": "assets/slides",
    "pictures": "assets/pictures",
    "paper": "assets/paper",
}
"""Folder of the build → where its files stand in the site. What is in no folder here helps to build and no more."""
KEPT_BACK = {"runtime/modules.txt"}
OWN_POLICY = Path("assets/offline")
EARLY = ("refused", "address")
"""Scripts that go before the theme's own, in this order."""


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
    teach_search(site)
    moved = read_moved(ROOT / "moved.yml")
    problems = write_moved(site, moved)
    styles = theme_styles(site)
    pages = [page for page in sorted(site.rglob("*.html")) if OWN_POLICY not in page.relative_to(site).parents]
    for page in pages:
        place = page.relative_to(site)
        early = NOTHING if f"{place.parent.as_posix()}/" in moved else early_script(place)
        try:
            page.write_text(finished(page.read_text(encoding="utf-8"), early, styles), encoding="utf-8")
        except ValueError as error:
            problems.append(f"{place}: {error}")
    write_hosting(site, SITE_URL, (ROOT / "hosting/htaccess").read_text(encoding="utf-8"))
    pack(site)
    problems += [say("site.unasked", name=name) for name in unasked(site)]
    problems += problems_of(site, SITE_URL)
    if problems:
        raise UnfitError("\n".join(problems))
    compress(site, build / "compressed", BEST if "SITE_URL" in os.environ else QUICK)  # a site to try is there sooner
    return len(pages)


def gather(build: Path, made: Iterable[str], site: Path, places: Mapping[str, str]) -> None:
    """Copy what was made to its place in the site."""
    for path in sorted(set(made) - KEPT_BACK):
        for folder, place in places.items():
            if path.startswith(f"{folder}/"):
                target = site / place / path.removeprefix(f"{folder}/")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(build / path, target)
    shutil.copytree(ROOT / "schema", site / "schema")


def finished(html: str, early: str, styles: Iterable[str]) -> str:
    """A page as readers get it. `early` goes before every other script."""
    return with_policy(guard_links(with_names(html), SITE_URL), styles, then=early)


def with_names(html: str) -> str:
    """The page with a name for the theme's search window, which a screen reader calls a dialog."""
    return html.replace(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="' + say("site.search") + '"',
    )


def early_script(page: Path) -> Markup:
    """The scripts that must run before the theme's own (see there)."""
    if page.name == "404.html":  # stands at an unknown depth, and has no wizard
        return NOTHING
    root = "../" * (len(page.parts) - 1)
    return join("", (element("script", {"src": f"{root}assets/{name}.js"}) for name in EARLY))
