"""What happens to the site after the generator: runtime and data beside it, pages to embed, a strict policy in every
page, files for who has no connection, and what a host needs to hand it out well.

Usage: python scripts/finish_site.py [SITE]. Works on the output of MkDocs and of Zensical alike.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import bare_pages
from address import SITE_URL
from pack_site import pack
from publish.asked import drop_leftovers, unasked
from publish.compress import BEST, QUICK, compress
from publish.hosting import name_runtime, write_hosting
from publish.links import guard_links
from publish.moved import read_moved, write_moved
from publish.theme import source_hash, theme_styles

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
HEAD = re.compile(r"<head>\s*<meta charset=[^>]*>", re.IGNORECASE)
COPIES = {
    BUILD / "runtime": "assets/runtime",
    BUILD / "trees": "assets/trees",
    BUILD / "vendor": "assets/vendor",
    BUILD / "slides": "assets/slides",
    BUILD / "pictures": "assets/pictures",
    BUILD / "paper": "assets/paper",
    ROOT / "schema": "schema",
}


def main(site: Path) -> int:
    for source, target in COPIES.items():
        shutil.copytree(source, site / target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".made"))
    (site / "assets/runtime/modules.txt").unlink(missing_ok=True)
    drop_leftovers(site)
    name_runtime(site)
    trees = bare_pages.trees()
    bare_pages.write_embeds(site, trees)
    moved = read_moved(ROOT / "moved.yml")
    problems = write_moved(site, moved)
    styles = theme_styles(site)
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        html = guard_links(with_names(page.read_text(encoding="utf-8")), SITE_URL)
        place = page.relative_to(site)
        added = policy_tag(html, styles) + ("" if f"{place.parent.as_posix()}/" in moved else early_script(place))
        guarded, count = HEAD.subn(lambda match, added=added: match.group() + added, html, count=1)
        if not count:
            problems.append(f"{page}: geen <head> om het beveiligingsbeleid in te zetten")
        page.write_text(guarded, encoding="utf-8")
    bare_pages.write_offline(site, trees)
    write_hosting(site, SITE_URL, (ROOT / "hosting/htaccess").read_text(encoding="utf-8"))
    pack(site)
    problems += [f"{name}: dit bestand vroeg niemand (zie scripts/publish/asked.py)" for name in unasked(site)]
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    compress(site, BUILD / "compressed", BEST if "SITE_URL" in os.environ else QUICK)  # a site to try is there sooner
    print(f"{len(pages)} pagina's afgewerkt in {site}.")
    return 0


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


def policy_tag(html: str, styles: list[str]) -> str:
    """The Content-Security-Policy of a page: a hash for each inline script that the theme puts there, and its `styles`."""
    hashes = sorted(
        {source_hash(match["code"]) for match in INLINE.finditer(html) if "application/json" not in match["attributes"]}
    )
    policy = "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
            "worker-src 'self' blob:",
            " ".join(["style-src 'self'", *styles]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"))
