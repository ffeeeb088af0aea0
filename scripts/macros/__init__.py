"""What pages can ask for, through mkdocs-macros. Everything they show comes from the engine."""

from __future__ import annotations

from typing import Any

from macros import guide, tree


def define_env(env: Any) -> None:
    """Register the macros."""
    site = tree.site_of(env.conf)
    env.macro(lambda tree_id: tree.tree_page(tree_id, site), "tree_page")
    for macro in (tree.tree_list, tree.model_keys, tree.rule_pages):
        env.macro(macro)
    guide.register(env)
