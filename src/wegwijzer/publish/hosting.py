"""Files that a host reads beside the pages: `.htaccess` for Apache, `_headers` for Netlify and Cloudflare Pages.

The same rules as hosting/nginx.conf; tests/hosting/ asks real servers whether they say the same.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

from wegwijzer.locale import say

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Strict-Transport-Security": "max-age=31536000",
}
"""What every answer carries."""
OWN_FRAMES = {"Content-Security-Policy": "frame-ancestors 'self'"}
"""What every page carries but those under /embed/."""
KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}
"""What a file carries whose address holds a hash of its content. All else is looked up again each time."""
HASHED = re.compile(r"\.[0-9a-f]{6,}\.min\.(js|css)$")
RUNTIME = "assets/runtime"
"""Where Python for the browser stands, in a folder that is named by what is in it."""
BOOT = "assets/worker.js"
"""The script that starts it: it moves along, so that a page never starts one version of it by the other."""
USERS = {"assets/engine.js": '"./worker.js"', "assets/take.js": '"./runtime/'}
"""The scripts that fetch something of it, each with how it begins to name that."""
WORKER = {"Cache-Control": "no-cache"}
"""What the worker for who has no network carries: a browser must see at once that there is a newer one, or none."""


def name_runtime(site: Path) -> str:
    """Move the runtime of a site to a folder named by its content, and tell the scripts; returns that folder.

    A browser may then keep it for a year, and a page never gets half of an old and half of a new version.
    """
    folder = site / RUNTIME
    boot = (site / BOOT).read_text(encoding="utf-8")
    if '"./runtime/' not in boot:
        raise SystemExit(say("site.not_from_runtime", user=BOOT))
    (site / BOOT).unlink()
    (folder / "worker.js").write_text(boot.replace('"./runtime/', '"./'), encoding="utf-8")
    seen = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        seen.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    name = seen.hexdigest()[:12]
    new = folder.rename(folder.with_name("new"))
    folder.mkdir()
    new.rename(folder / name)
    for user, begins in USERS.items():
        script = (site / user).read_text(encoding="utf-8")
        if begins not in script:
            raise SystemExit(say("site.not_from_runtime", user=user))
        there = f'"./runtime/{name}/' + begins.removeprefix('"./').removeprefix("runtime/")
        (site / user).write_text(script.replace(begins, there), encoding="utf-8")
    return f"{RUNTIME}/{name}"


def write_hosting(site: Path, address: str, apache: str) -> None:
    """Write both files into a site. `address` is where it will stand, `apache` the text of htaccess beside this."""
    base = urlsplit(address).path.rstrip("/") + "/"
    (site / ".htaccess").write_text(apache.replace("{base}", base), encoding="utf-8")
    (site / "_headers").write_text(headers_file(site), encoding="utf-8")


def headers_file(site: Path) -> str:
    """The text of `_headers`.

    Where two rules of such a file set the same header, a browser gets both, so no path may meet two of them: pages and
    files to keep are named one by one, or by the folder at the top.
    """
    folders = sorted({page.relative_to(site).parts[0] for page in site.glob("*/**/*.html")} - {"assets", "embed"})
    top = sorted(page.name for page in site.glob("*.html"))
    pages = ["/", *(f"/{name}" for name in top), *(f"/{name}/*" for name in (*folders, "assets/offline"))]
    hashed = sorted(f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*") if HASHED.search(file.name))
    rules = [
        ("/*", EVERYWHERE),
        ("/sw.js", WORKER),
        *((page, OWN_FRAMES) for page in pages),
        *((path, KEEP) for path in (f"/{RUNTIME}/*", *hashed)),
    ]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()) for path, headers in rules
    )
