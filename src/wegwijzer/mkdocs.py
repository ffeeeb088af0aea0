"""The macros of a site, through mkdocs-macros: `modules: [wegwijzer.mkdocs]`. Everything they show comes from the engine.

MkDocs and Zensical both load this. In `wegwijzer build` everything that a page shows is there before. With a generator of
one's own it is made when that starts; MkDocs then takes along what pages load, and after Zensical `wegwijzer add` does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from markupsafe import escape

from wegwijzer.cli.reference import commands
from wegwijzer.pages import asis, guide, links, reference
from wegwijzer.pages.improve import page_url
from wegwijzer.site import beside
from wegwijzer.workplace import publish_at, work_in

MARKDOWN: dict[str, Callable[[], str]] = {**reference.MARKDOWN, "commands": commands}
"""What gives Markdown of our own, and no HTML."""


def define_env(env: Any) -> None:
    """Register the macros."""
    work_in(Path(env.conf.get("root_dir") or env.project_dir))
    if "zensical" not in sys.modules:
        env.conf["site_name"] = escape(env.conf["site_name"])  # the theme writes it as HTML, also between quotes
    publish_at(env.conf.get("site_url") or "")
    beside.make()
    register(env, beside.tags(env.conf))


def register(env: Any, tags: Iterable[guide.Tag] = ()) -> None:
    """Register the macros alone; `tags` is what a page with a wizard must load besides."""
    for name, macro in guide.macros(env, tags).items():
        env.macro(links.fitted(env, asis.macro(macro)), name)
    for name, macro in MARKDOWN.items():
        env.macro(links.fitted(env, macro), name)


def on_pre_page_macros(env: Any) -> None:
    """Let every page say where it can be changed, once the address of the repository is known."""
    if url := page_url(env.page.file.src_uri):
        env.page.edit_url = url


def on_post_build(env: Any) -> None:
    """Put what pages load beside them. Zensical does not ask for this."""
    beside.add(Path(env.conf["site_dir"]))
