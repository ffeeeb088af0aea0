"""What pages can ask for, through mkdocs-macros. Everything they show comes from the engine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# A generator may load this file by its place alone (Zensical does), without the folder in which Python looks for `macros`.
if (folder := str(Path(__file__).resolve().parent.parent)) not in sys.path:
    sys.path.insert(0, folder)

from macros import asis, guide, links, own, tree
from macros.improve import page_url, site_of


def define_env(env: Any) -> None:
    """Register the macros."""
    site = site_of(env.conf)
    html: dict[str, Callable[..., str]] = {
        "tree_page": lambda tree_id: tree.tree_page(tree_id, site),
        "tree_list": tree.tree_list,
        **guide.macros(env, site),
    }
    for name, macro in html.items():
        env.macro(links.fitted(env, asis.macro(macro)), name)
    for macro in (tree.model_keys, tree.rule_pages, own.site_parts):  # Markdown of our own
        env.macro(links.fitted(env, macro), macro.__name__)


def on_pre_page_macros(env: Any) -> None:
    """Let every page say where it can be changed, once the address of the repository is known."""
    env.page.edit_url = page_url(site_of(env.conf), env.page.file.src_uri) or None
