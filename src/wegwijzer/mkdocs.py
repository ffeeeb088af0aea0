"""The macros of a site, through mkdocs-macros: `modules: [wegwijzer.mkdocs]`. Everything they show comes from the engine.

MkDocs and Zensical both load this. In `wegwijzer build` everything that a page shows is there before. With a generator of
one's own it is made when that starts; MkDocs then takes along what pages load, and after Zensical `wegwijzer add` does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wegwijzer.cli.reference import commands
from wegwijzer.locale import say
from wegwijzer.pages import asis, guide, links, reference
from wegwijzer.pages.improve import page_url
from wegwijzer.pages.project import ours, settings
from wegwijzer.render.element import join
from wegwijzer.site import beside
from wegwijzer.site.publisher import logo_address
from wegwijzer.workplace import work_in

MARKDOWN: dict[str, Callable[[], str]] = {**reference.MARKDOWN, "commands": commands}
"""What gives Markdown of our own, and no HTML."""


def define_env(env: Any) -> None:
    """Register the macros."""
    project = Path(env.conf.get("root_dir") or env.project_dir).resolve()
    work_in(project)
    if os.environ.get(beside.MADE) and "zensical" not in sys.modules:
        name = say("site.name") if ours() else env.conf["site_name"]
        # The theme writes it as HTML, also between quotes. In one place it escapes: Markup stays as it is there.
        env.conf["site_name"] = join("", (name,))
        if place := logo_address():
            env.conf["theme"]["logo"] = place
    try:
        beside.make(beside.theirs(env.conf, project))
    except SystemExit as stopped:
        raise _stop(stopped) from None
    if "watch" in env.conf and "zensical" not in sys.modules:  # MkDocs reads it after this
        env.conf["watch"] += [place for place in beside.watched() if place not in env.conf["watch"]]
    register(env, beside.loads(env.conf))


def register(env: Any, loads: guide.Loads = guide.NOTHING_MORE) -> None:
    """Register the macros alone; `loads` is what a page with one of our blocks must load besides."""
    for name, macro in guide.macros(env, loads).items():
        env.macro(links.fitted(env, asis.macro(macro)), name)
    here = guide.GuideMacros(env).here
    placed = {name: guide.on_page(macro, here) for name, macro in reference.ON_PAGE.items()}
    for name, macro in (MARKDOWN | placed).items():
        env.macro(links.fitted(env, macro), name)


def on_pre_page_macros(env: Any) -> None:
    """Let every page of our own site say where it can be changed, once the address of the repository is known."""
    way = "../" * env.page.url.count("/") or "./"
    own = env.page.url == settings().workbench  # there it would lead to itself
    if os.environ.get(beside.MADE) and not own and (url := page_url(env.page.file.src_uri, way)):
        env.page.edit_url = url


def on_post_build(env: Any) -> None:
    """Put what pages load beside them. Zensical does not ask for this."""
    from wegwijzer.site.finish import UnfitError  # noqa: PLC0415 - pages that were made need none of it

    try:
        beside.add(Path(env.conf["site_dir"]))
    except UnfitError as error:
        raise _stop(error) from None


class ContentError(Exception):
    """Something is wrong with what was written, and the message says what."""


def _stop(why: BaseException) -> Exception:
    """What stops the generator with these words and no traceback."""
    if "zensical" in sys.modules:
        sys.tracebacklimit = 0  # it would show one with everything that stops it
        return ContentError(str(why))
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - Zensical does without

    return PluginError(str(why))
