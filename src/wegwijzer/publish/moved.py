"""Old addresses lead on: for each page that moved, a page at its old place that opens the new one.

`moved.yml` says which. The page keeps the part of the address after `#`, works without JavaScript (a link), and holds one
fixed script, so that the policy of the site can name it once.
"""

from __future__ import annotations

import posixpath
from pathlib import Path

from wegwijzer.locale import language, say
from wegwijzer.render.element import Markup, element

SCRIPT = 'location.replace(document.querySelector("a").href + location.hash)'
"""The script of every such page, to the letter: SCRIPT_HASH in a policy allows this and nothing else."""
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
{script}
</body>
</html>
""")


def page_to(target: str) -> Markup:
    """A page that opens another; `target` is the way there."""
    return PAGE.format(
        language=language(),
        title=say("moved.title"),
        text=say("moved.text"),
        target=target,
        link=say("moved.link"),
        script=element("script", SCRIPT),
    )


def write_moved(site: Path, moved: dict[str, str]) -> list[str]:
    """Write the pages; returns what is wrong with the list, one sentence each, and then nothing is written."""
    problems = []
    for old, new in moved.items():
        if not (site / new / "index.html").is_file():
            problems.append(say("moved.no_page", old=old, new=new))
        if (site / old / "index.html").exists() or not old.endswith("/") or old.startswith(("/", ".")):
            problems.append(say("moved.taken", old=old))
    for old, new in {} if problems else moved.items():
        page = site / old / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        target = posixpath.relpath(new, old) + "/"
        page.write_text(page_to(target), encoding="utf-8")
    return problems
