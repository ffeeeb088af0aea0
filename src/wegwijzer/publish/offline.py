"""What a reader has without a network: a list of the site's own files, the worker that keeps them, a page for what was not
kept, and what makes the site an app that can be installed. See docs/dev/besluiten/43-zonder-netwerk.md.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from wegwijzer.locale import language, say
from wegwijzer.publish.compress import LOOSE, TEXT
from wegwijzer.publish.hosting import RUNTIME
from wegwijzer.publish.needs import needs
from wegwijzer.render.element import Markup, element, join

HERE = Path(__file__).resolve().parent
WORKER, MANIFEST, AWAY, SCRIPT = "sw.js", "manifest.json", "offline.html", "assets/offline.js"
SHEET = "assets/offline.css"
LEFT = r"^(?:assets/(?:(?:slides|paper|pictures|offline)/|workbench|vendor/codemirror)|schema/)|\.(?:zip|txt|ttf|otf|xml|pdf|pptx)$|^(?:sw\.js|stuklijst\.cdx\.json|published\.json)$"
"""What is only ever downloaded, differs with the host, or is for who changes texts. Read by Python and by the browser; see KEPT."""
RUNTIME_ARCHIVE = re.compile(rf"{RUNTIME}/[0-9a-f]+/(?!work\.|kinds\.)\w+\.zip")
KEPT = re.compile(r"\.(?:html|js|css|json|svg|png|woff2|wasm)$")
DIGITS = 12
"""Of a digest of SHA-256: enough to tell versions apart. It guards against no attack."""
ICONS = (("icon-192", 192, "any"), ("icon-512", 512, "any"), ("icon-mask-512", 512, "maskable"))
"""Name, size in pixels, and purpose: what a browser asks for before a site can be installed."""
TITLE = re.compile(r"<h1[^>]*>(.*?)(?:<a\b.*?)?</h1>", re.DOTALL)
WORDS = ("newer", "show", "alone", "numbers", "close")
PAGE = Markup("""\
<!doctype html>
<html lang="{language}" class="ww-away">
<head>
<meta charset="utf-8">
<base href="./">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="assets/letters.css">
<link rel="stylesheet" href="assets/wegwijzer.css">
<link rel="stylesheet" href="assets/offline.css">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{text}</p>
<ul>{links}</ul>
</main>
</body>
</html>
""")


@dataclass(frozen=True)
class Offline:
    """What a project decides: which pages are always kept (as addresses), and when its numbers were looked up at the latest.

    `checked` is a day as in YAML, or empty when there are no numbers with one.
    """

    name: str
    colour: str
    keep: tuple[str, ...] = ()
    checked: str = ""


def head(root: str, colour: str) -> Markup:
    """What a page says in its head; `root` is the way to the root of the site."""
    return join(
        "",
        (
            element("link", {"rel": "manifest", "href": root + MANIFEST}),
            element("meta", {"name": "theme-color", "content": f"#{colour.lower()}"}),
            element("script", {"type": "module", "src": root + SCRIPT, "fetchpriority": "low"}),
        ),
    )


def problems_with(site: Path, keep: Iterable[str]) -> list[str]:
    """A sentence for each page to keep that is not in the site."""
    return [say("site.not_kept", page=page) for page in keep if not (site / page / "index.html").is_file()]


def write_app(site: Path, told: Offline) -> None:
    """Write into a site what its pages name: the manifest, and the page for what was not kept."""
    (site / MANIFEST).write_text(manifest(told), encoding="utf-8")
    pages = ["", *told.keep]
    links = (element("li", element("a", {"href": page or "./"}, _title(site / page / "index.html"))) for page in pages)
    away = PAGE.format(
        language=language(), title=say("offline.away"), text=say("offline.away_text"), links=join("", links)
    )
    (site / AWAY).write_text(away, encoding="utf-8")


def manifest(told: Offline) -> str:
    """What a browser must know to install the site. Addresses in it count from where it stands."""
    return json.dumps(
        {
            "name": told.name,
            "short_name": told.name,
            "lang": language(),
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "background_color": "#ffffff",
            "theme_color": f"#{told.colour.lower()}",
            "icons": [
                {
                    "src": f"assets/icons/{name}.png",
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for name, size, purpose in ICONS
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def write_worker(site: Path, told: Offline | None) -> None:
    """Write the worker, when all else is in its place; without `told` one that removes what was kept, and itself."""
    if told is None:
        (site / WORKER).write_text((HERE / "sw-gone.js").read_text(encoding="utf-8"), encoding="utf-8")
        return
    code = (HERE / "sw.js").read_text(encoding="utf-8")
    build = _listed(site, told)
    build["version"] = hashlib.sha256((code + _json(build)).encode()).hexdigest()[:DIGITS]
    (site / WORKER).write_text(f"const BUILD = {_json(build)};\n\n{code}", encoding="utf-8")


def _listed(site: Path, told: Offline) -> dict[str, object]:
    """All that the worker must know of the site but its version."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    kept = {name: path for name, path in files.items() if is_kept(name)}
    contents = {name: path.read_bytes() for name, path in kept.items()}
    always = needs(site, [AWAY, *(f"{page}index.html" for page in ("", *told.keep))]) & kept.keys()
    return {
        "files": {
            name: [hashlib.sha256(content).hexdigest()[:DIGITS], len(content)] for name, content in contents.items()
        },
        "always": sorted(always),
        "all": sorted(kept, key=lambda name: (not name.startswith("assets/"), name)),
        "left": LEFT,
        "named": f"{RUNTIME}/",
        "digits": DIGITS,
        "sizes": {"place": sum(map(len, contents.values())), "wire": sum(map(_on_the_wire, contents.items()))},
        "checked": told.checked,
        "words": _words(),
    }


def is_kept(name: str) -> bool:
    """Whether a reader who asks for all gets this file."""
    return bool(RUNTIME_ARCHIVE.fullmatch(name) or (KEPT.search(name) and not re.search(LEFT, name)))


def _on_the_wire(file: tuple[str, bytes]) -> int:
    """About how many bytes come over the wire from a server that compresses; not less."""
    name, content = file
    packs = Path(name).suffix in TEXT or Path(name).name in LOOSE
    return len(zlib.compress(content, 1)) if packs else len(content)


def _words() -> Mapping[str, str]:
    return {word: say(f"offline.{word}") for word in WORDS}


def _title(page: Path) -> str:
    """How a page is called: its first heading."""
    found = TITLE.search(page.read_text(encoding="utf-8"))
    return unescape(re.sub(r"<[^>]*>", "", found[1])).strip() if found else say("site.name")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
