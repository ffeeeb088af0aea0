"""What may be published: a list of kinds of files by place. What is on no line of it stays out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

LEFTOVERS = (
    "**/*.map",  # of the theme's scripts and styles
    "sitemap.xml.gz",  # holds a date; compress.py makes one without
    "assets/javascripts/lunr/**/*",  # of the theme's own search: see find.py
)
"""What a generator or theme writes that nobody asks for."""
PARTS = "assets/css"
"""A folder that a generator copies: what style sheets are made of (see build_styles.py)."""
ASKED = re.compile(
    r"""
      ([a-z0-9-]+/)*index\.html | 404\.html                     # pages
    | offline\.html | sw\.js | manifest\.json | assets/icons/[a-z0-9-]+\.png  # for who has no network
    | sitemap\.xml | search/(search_)?index\.json | search\.json   # for search engines, and for our own search
    | \.htaccess | _headers                                     # for hosts
    | licenties\.txt | stuklijst\.cdx\.json                     # whose it is, and what it is made of
    | published\.json | changes\.xml | assets/advices\.json       # for the next build, feed readers, and who wants to see what changed
    | accessibility\.json                                       # the accessibility statement, for programs
    | assets/[a-z-]+\.(js|css|svg)                              # our scripts, styles and icon
    | assets/logo\.(png|jpe?g|webp)                             # of who publishes the site as its own
    | assets/images/favicon\.png | assets/javascripts/LICENSE  # the theme's own
    | assets/javascripts/(workers/)?[a-z]+\.[0-9a-f]+\.min\.js
    | assets/stylesheets/(\w+/)?[a-z]+\.[0-9a-f]+\.min\.css
    | assets/fonts/[\w.-]+\.(woff2|ttf|otf|txt)                 # letters with their licence
    | assets/runtime/([0-9a-f]+/)?(worker\.js|pyodide(\.asm)?\.js|pyodide\.asm\.wasm|(python|take|doubt|draw|yaml|more|work|kinds)\.zip|lock\.json)
    | assets/vendor/(qrcode|minisearch|graphviz|codemirror|stemmer|stopwords)\.js
    | assets/workbench/(project|known|begin|icons)\.json         # the texts, for who changes them
    | assets/trees/[a-z0-9-]+\.(json|txt)
    | assets/(offline/[a-z0-9-]+\.html | slides/[a-z0-9-]+\.pptx | paper/[a-z0-9-]+\.pdf | pictures/[a-z0-9-]+\.(png|svg))
    | assets/[a-z]+/[a-z0-9-]+\.(zip|pdf|docx|pptx)             # what an extension makes to take along
    | assets/wegwijzer-site\.zip
    | schema/[a-z0-9-]+\.schema\.json
    """,
    re.VERBOSE,
)
COMPRESSED = (".br", ".gz")


def drop_leftovers(site: Path) -> None:
    """Remove from a site what the generator left and nobody asks for."""
    shutil.rmtree(site / PARTS, ignore_errors=True)
    for pattern in LEFTOVERS:
        for path in sorted(site.glob(pattern)):
            if path.is_file():
                path.unlink()


def unasked(site: Path) -> list[str]:
    """The files of a site, from its root, that are on no line of the list; a compressed file is asked with its file."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() or path.is_symlink()}
    return sorted(
        name
        for name in files
        if not ASKED.fullmatch(name)
        and not (name.endswith(COMPRESSED) and name[:-3] in files and ASKED.fullmatch(name[:-3]))
    )
