"""A wizard on a page of its own, without a site around it: to embed in another page, or as one file on a disk."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import escape

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.model.fields import NUMBER
from wegwijzer.render.html import tree_html
from wegwijzer.render.markup import words
from wegwijzer.view.nodes import node_ids

EMBEDDED_HEIGHT = 640


def embed_page(compiled: Compiled) -> str:
    """The page /embed/<tree>/. Its policy is added afterwards, as for every page of the site."""
    choices = json.dumps(kept_policies(compiled), ensure_ascii=False).replace("<", "\\u003c")
    head = [
        '<link rel="icon" href="../../assets/icon.svg">',
        '<link rel="stylesheet" href="../../assets/letters.css">',
        '<link rel="stylesheet" href="../../assets/wegwijzer.css">',
        '<link rel="stylesheet" href="../../assets/bare.css">',
        f'<script type="application/json" id="ww-choices">{choices}</script>',
        '<script src="../../assets/embed-look.js"></script>',
        '<script type="module" src="../../assets/embed.js"></script>',
        '<script type="module" src="../../assets/wizard.js"></script>',
    ]
    foot = f'<a href="../../keuzehulp/{compiled.id}/">{words("embed.site")}</a>'
    return _page(compiled, head, tree_html(compiled, data_url=f"../../assets/trees/{compiled.id}.json"), foot)


def offline_page(compiled: Compiled, *, style: str, script: str, site: str) -> str:
    """One file with everything in it. `script` is a classic script; `site` the address where the whole site stands."""
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    head = [f'<meta http-equiv="Content-Security-Policy" content="{policy}">', f"<style>{style}</style>"]
    foot = words("embed.offline", version=compiled.version)
    body = _links_on_disk(tree_html(compiled), site)
    return _page(compiled, head, body, foot, script=f"<script>{script}</script>\n")


def embed_snippet(compiled: Compiled, site: str) -> str:
    """What someone pastes in a page to show this wizard there."""
    return (
        f'<iframe src="{site}embed/{compiled.id}/" title="{escape(compiled.tree.title)}" width="100%"'
        f' height="{EMBEDDED_HEIGHT}" loading="lazy"></iframe>\n<script src="{site}assets/insluiten.js" async></script>'
    )


def kept_policies(compiled: Compiled) -> dict[str, dict[str, object]]:
    """The local choices that an address may make for this tree: one of their options, or a number.

    A text never: whoever makes an address would write in the advice. The rule of a number goes along, as in `fields`.
    """
    found: dict[str, dict[str, object]] = {}
    for name, question in compiled.policies.items():
        if question.fill and question.fill.kind == "number":
            found[name] = {"pattern": f"^(?:{NUMBER.pattern})$", "max": question.fill.max}
        elif not question.fill:
            found[name] = {"options": list(question.answers), "many": question.choose == "many"}
    return found


def _page(compiled: Compiled, head: list[str], body: str, foot: str, script: str = "") -> str:
    title = escape(compiled.tree.title)
    steps = " ".join(node_ids(compiled))
    return (
        f'<!doctype html>\n<html lang="nl" data-md-color-scheme="default" data-tree="{compiled.id}" data-nodes="{steps}">\n'
        f'<head>\n<meta charset="utf-8">\n' + "\n".join(head) + "\n"
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{title} · {say("embed.name")}</title>\n</head>\n<body class="md-typeset">\n<main>\n<h1>{title}</h1>\n'
        f'{body}</main>\n<footer class="ww-bare-foot"><p>{foot}</p></footer>\n{script}</body>\n</html>\n'
    )


def _links_on_disk(html: str, site: str) -> str:
    """Links of a wizard's page as they work from a disk: another tree is the file beside this one, the rest is online."""
    html = re.sub(r'href="\.\./\.\./([^"]*)"', rf'href="{site}\1" rel="noreferrer"', html)
    return re.sub(r'href="\.\./([a-z0-9-]+)/([^"]*)"', r'href="\1.html\2"', html)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
