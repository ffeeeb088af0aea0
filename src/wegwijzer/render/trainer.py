"""What a trainer takes along, as lists of links: per tree, from a page somewhere in the site."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from wegwijzer.compile.compiled import Compiled
from wegwijzer.render import addresses
from wegwijzer.render.markup import words

SHARED = (
    ("pack.desk", "assets/paper/onthaal.pdf"),
    ("pack.site", "assets/wegwijzer-site.zip"),
)
"""What there is once."""


def pack_html(trees: Iterable[Compiled], root: str) -> str:
    """A table of all downloads. `root` leads to the root of the site."""
    heads = "".join(f"<th>{words(key)}</th>" for key in ("pack.tree", "pack.files"))
    rows = "\n".join(_row(compiled, root) for compiled in trees)
    return f'<table class="ww-pack"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>'


def shared_html(root: str, more: Iterable[tuple[str, str]] = ()) -> str:
    """What is not about one tree, with what the site has besides: words and the path of each."""
    listed = [*SHARED[:-1], *more, SHARED[-1]]
    items = "".join(f'<li><a href="{root}{path}" download>{words(key)}</a></li>' for key, path in listed)
    return f"<ul>{items}</ul>"


def _row(compiled: Compiled, root: str) -> str:
    title = escape(compiled.tree.title)
    links = [
        f'<a href="{root}{addresses.download(what, compiled.id)}" download>{words(f"pack.{what}")}<span class="ww-hidden">: {title}</span></a>'
        for what in addresses.DOWNLOADS
    ]
    links.append(
        f'<a href="{root}{addresses.embed_page(compiled.id)}">{words("pack.embed")}<span class="ww-hidden">: {title}</span></a>'
    )
    listed = "".join(f"<li>{link}</li>" for link in links)
    return f'<tr><td><a href="{root}{addresses.tree_page(compiled.id)}">{title}</a></td><td><ul class="ww-files">{listed}</ul></td></tr>'
