"""What happens to the site after the generator: runtime and data beside it, pages to embed, a strict policy in every
page, files for who has no connection.

Works on the output of MkDocs and of Zensical alike.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import bare_pages
from pack_site import pack

ROOT = Path(__file__).resolve().parent.parent
INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
HEAD = re.compile(r"<head>\s*<meta charset=[^>]*>", re.IGNORECASE)
PLACES = {
    "pages": "",
    "runtime": "assets/runtime",
    "trees": "assets/trees",
    "vendor": "assets/vendor",
    "fonts/web": "assets/fonts",
    "slides": "assets/slides",
    "pictures": "assets/pictures",
    "paper": "assets/paper",
}
"""Folder of the build → where its files stand in the site. What is in no folder here helps to build and no more."""
KEPT_BACK = {"runtime/modules.txt"}


def finish(build: Path, made: Iterable[str], site: Path) -> int:
    """Put the files that were made together as a site in the folder `site`; returns the number of pages."""
    for path in sorted(set(made) - KEPT_BACK):
        for folder, place in PLACES.items():
            if path.startswith(f"{folder}/"):
                target = site / place / path.removeprefix(f"{folder}/")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(build / path, target)
    shutil.copytree(ROOT / "schema", site / "schema")
    trees = bare_pages.trees()
    bare_pages.write_embeds(site, trees)
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        html = with_names(page.read_text(encoding="utf-8"))
        added = policy_tag(html) + early_script(page.relative_to(site))
        guarded, count = HEAD.subn(lambda match, added=added: match.group() + added, html, count=1)
        if not count:
            raise SystemExit(f"{page}: geen <head> om het beveiligingsbeleid in te zetten")
        page.write_text(guarded, encoding="utf-8")
    bare_pages.write_offline(site, trees)
    pack(site)
    return len(pages)


def with_names(html: str) -> str:
    """The page with a name for the theme's search window, which a screen reader calls a dialog."""
    return html.replace(
        'data-md-component="search" role="dialog"', 'data-md-component="search" role="dialog" aria-label="Zoeken"'
    )


def early_script(page: Path) -> str:
    """The script that must run before the theme's own (see docs/assets/address.js)."""
    if page.name == "404.html":  # stands at an unknown depth, and has no wizard
        return ""
    return f'<script src="{"../" * (len(page.parts) - 1)}assets/address.js"></script>'


def policy_tag(html: str) -> str:
    """The Content-Security-Policy of a page, with a hash for each inline script that the theme puts there."""
    hashes = sorted(
        {
            "'sha256-" + base64.b64encode(hashlib.sha256(match["code"].encode()).digest()).decode() + "'"
            for match in INLINE.finditer(html)
            if "application/json" not in match["attributes"]
        }
    )
    policy = "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
            "worker-src 'self' blob:",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'

