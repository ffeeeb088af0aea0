"""Old addresses lead on: for each page that moved, a page at its old place that opens the new one; and for a part of a page
that is called otherwise now, an anchor under the old name.

`moved.yml` says which. A page that moved keeps the part of the address after `#`, unless the list says where that leads. It
works without JavaScript (a link), and holds one fixed script, so that the policy of the site can name it once.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from functools import cache
from html import unescape
from pathlib import Path

from wegwijzer.load.moved import Moved
from wegwijzer.locale import language, say
from wegwijzer.render.element import Markup, element, join

SCRIPT = (
    'const link = document.getElementById(location.hash.match(/[\\w-]+/)) ?? document.querySelector("a"); '
    'location.replace(link.href + (link.hash ? "" : location.hash))'
)
"""The script of every such page, to the letter: SCRIPT_HASH in a policy allows this and nothing else."""
TAG = re.compile(r'<(?P<tag>[a-z][a-z0-9-]*)\b(?:[^<>"]|"[^"]*")*?\sid="(?P<id>[^"]*)"(?:[^<>"]|"[^"]*")*>')
"""The tag of an element with an id."""
WALK = re.compile(r'\sdata-walk="([^"]*)"')
PAGE = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
</head>
<body>
<p>{text} <a href="{target}">{link}</a>.</p>
{parts}{script}
</body>
</html>
""")


def page_to(target: str, parts: Iterable[tuple[str, str]] = ()) -> Markup:
    """A page that opens another; `target` is the way there. `parts`: parts of the old page, each with the way to it now."""
    return PAGE.format(
        language=language(),
        title=say("moved.title"),
        text=say("moved.text"),
        target=target,
        link=say("moved.link"),
        parts=join("", (element("a", {"id": part, "href": way, "hidden": True}) + "\n" for part, way in parts)),
        script=element("script", SCRIPT),
    )


def write_moved(site: Path, moved: list[Moved]) -> list[str]:
    """Write the pages and the anchors; returns what is wrong with the list, one sentence each, and then nothing is written."""
    ids = cache(_ids)
    problems = [problem for each in moved for problem in _problems(site, each, moved, ids)]
    if problems:
        return problems
    for place in dict.fromkeys(each.page for each in moved if each.stays):
        _write_anchors(site / place / "index.html", [each for each in moved if each.stays and each.page == place])
    for each in moved:
        if not each.part:
            page = site / each.old / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            parts = ((other.part, _way(other)) for other in moved if other.part and other.page == each.page)
            page.write_text(page_to(_way(each), parts), encoding="utf-8")
    return []


def _problems(site: Path, each: Moved, moved: list[Moved], ids: Callable[[Path], set[str]]) -> list[str]:
    page, part = each.goal
    there = site / page / "index.html"
    said = {"line": each.line, "old": each.old, "new": each.new}
    found = []
    if not there.is_file():
        found.append(say("moved.no_page", **said))
    elif part and part not in ids(there):
        found.append(say("moved.no_part", **said))
    if each.stays:
        taken = there.is_file() and each.part in ids(there)
    elif each.part:
        if not any(other.old == each.page for other in moved):
            found.append(say("moved.page_first", page=each.page, **said))
        taken = False
    else:
        taken = (site / each.old / "index.html").exists()
    if taken or not each.page.endswith("/") or each.page.startswith(("/", ".")):
        found.append(say("moved.taken", **said))
    return found


def _way(each: Moved) -> str:
    """How the page at the old address leads to the new one."""
    page, part = each.goal
    return posixpath.relpath(page, each.page) + "/" + (f"#{part}" if part else "")


def _ids(page: Path) -> set[str]:
    return {unescape(tag["id"]) for tag in TAG.finditer(page.read_text(encoding="utf-8"))}


def _write_anchors(file: Path, renamed: list[Moved]) -> None:
    """Put the old name of a part where it now is. A wizard takes it for the name of that node, or of that entry."""
    names: dict[str, list[str]] = {}
    for each in renamed:
        names.setdefault(each.goal[1], []).append(each.part)

    def anchored(tag: re.Match[str]) -> str:
        part = unescape(tag["id"])
        walk = WALK.search(tag[0])
        leads = unescape(walk[1]) if walk else part
        anchors = "".join(
            element("span", {"class": "ww-entry", "id": name, "data-walk": leads}) for name in names.pop(part, ())
        )
        return anchors + tag[0] if walk else tag[0] + anchors

    file.write_text(TAG.sub(anchored, file.read_text(encoding="utf-8")), encoding="utf-8")
