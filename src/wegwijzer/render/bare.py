"""A wizard on a page of its own, without a site around it: to embed in another page, or as one file on a disk."""

from __future__ import annotations

import base64
import hashlib
import json
import re

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import language, say
from wegwijzer.model.fields import NUMBER
from wegwijzer.render import addresses
from wegwijzer.render.element import LINE, NOTHING, Markup, element, lines, stacked
from wegwijzer.render.html import tree_html
from wegwijzer.view.nodes import node_ids

EMBEDDED_HEIGHT = 640
LOOK: dict[str, tuple[str, ...]] = {"start": (), "thema": ("licht", "donker"), "tekst": ("groot",), "opnieuw": ("nee",)}
"""What the address of an embedded page may ask for, and as what; `start` takes any node, or entry. `assets/embed-look.js` follows it."""
ROOT = "../../"
ASSETS = ROOT + addresses.ASSETS
POLICY = Markup(
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{script}';"
    " style-src '{style}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">"
)
"""Of one file: it runs its own script, wears its own style, and fetches nothing."""


def embed_page(compiled: Compiled) -> Markup:
    """The page /embed/<tree>/. Its policy is added afterwards, as for every page of the site."""
    choices = json.dumps(kept_policies(compiled), ensure_ascii=False).replace("<", "\\u003c")
    head = [
        *bare_head(),
        element(
            "script", {"type": "application/json", "id": "ww-choices", "data-refused": say("embed.refused")}, choices
        ),
        *(element("script", {"type": "module", "src": f"{ASSETS}{name}.js"}) for name in ("embed", "wizard")),
    ]
    foot = element("a", {"href": ROOT + addresses.tree_page(compiled.id)}, say("embed.site", name=say("site.name")))
    return bare_page(compiled, head, tree_html(compiled, data_url=ROOT + addresses.tree_data(compiled.id)), foot)


def bare_head() -> list[Markup]:
    """What every page without a site around it loads: the styles, and the look that its address asks for."""
    return [
        element("link", {"rel": "icon", "href": f"{ASSETS}icon.svg"}),
        *(
            element("link", {"rel": "stylesheet", "href": f"{ASSETS}{name}.css"})
            for name in ("letters", "theme", "wegwijzer", "bare")
        ),
        element("script", {"src": f"{ASSETS}embed-look.js"}),
    ]


def offline_page(compiled: Compiled, *, style: str, script: str, site: str) -> Markup:
    """One file with everything in it. `script` is a classic script; `site` the address where the whole site stands."""
    head = [POLICY.format(script=_digest(script), style=_digest(style)), element("style", style)]
    foot = say("embed.offline", version=compiled.version)
    body = _links_on_disk(tree_html(compiled, whole=True), site)
    return bare_page(compiled, head, body, foot, script=element("script", script))


def embed_snippet(compiled: Compiled, site: str) -> Markup:
    """What someone pastes in a page to show this wizard there."""
    return lines(
        element(
            "iframe",
            {
                "src": site + addresses.embed_page(compiled.id),
                "title": compiled.tree.title,
                "width": "100%",
                "height": EMBEDDED_HEIGHT,
                "loading": "lazy",
            },
        ),
        element("script", {"src": f"{site}assets/insluiten.js", "async": True}),
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


def bare_page(
    compiled: Compiled,
    head: list[Markup],
    body: Markup,
    foot: str,
    *,
    script: Markup = NOTHING,
    title: str = "",
    css: str = "",
) -> Markup:
    """A page about a tree with nothing around it. `css` is a class of its body."""
    title = title or compiled.tree.title
    page = stacked(
        "html",
        {
            "lang": language(),
            "data-md-color-scheme": "default",
            "data-tree": compiled.id,
            "data-nodes": " ".join([*node_ids(compiled), *compiled.tree.entries]),
        },
        stacked(
            "head",
            element("meta", {"charset": "utf-8"}),
            *head,
            element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            element("title", title, " · ", say("site.name")),
        ),
        stacked(
            "body",
            {"class": f"md-typeset {css}".strip()},
            element("main", LINE, lines(element("h1", title), body)),
            element("footer", {"class": "ww-bare-foot"}, element("p", foot)),
            script,
        ),
    )
    return Markup("<!doctype html>\n") + page + LINE


def _links_on_disk(html: Markup, site: str) -> Markup:
    """Links of a wizard's page as they work from a disk: another tree is the file beside this one, the rest is online."""
    there = Markup('href="{}{}" rel="noreferrer"')
    on_disk = re.sub(r'href="\.\./\.\./([^"]*)"', lambda link: there.format(site, Markup(link[1])), html)
    return Markup(re.sub(r'href="\.\./([a-z0-9-]+)/([^"]*)"', r'href="\1.html\2"', on_disk))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
