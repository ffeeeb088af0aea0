"""The whole text of a tree on a page of its own: to read, to print, and for what the page of the wizard leaves out."""

from __future__ import annotations

from wegwijzer.compile.compiled import Compiled
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.anyway import anyway_lines
from wegwijzer.render.bare import ROOT, bare_head, bare_page
from wegwijzer.render.element import Markup, element, lines
from wegwijzer.render.html import NO_SITE, whole_text
from wegwijzer.render.markup import icon, inline
from wegwijzer.render.site import Site


def text_page(compiled: Compiled, site: Site = NO_SITE) -> Markup:
    """The page /tekst/<tree>/. Its policy is added afterwards, as for every page of the site. `site` says where a text is improved."""
    wizard = ROOT + addresses.tree_page(compiled.id)
    body = lines(
        element("p", element("a", {"href": wizard}, icon("arrow-left"), " ", say("map.back"))),
        element("p", inline(compiled.tree.summary)) if compiled.tree.summary else None,
        whole_text(compiled, site, anyway_lines(compiled)),
    )
    foot = element("a", {"href": ROOT}, say("site.name"))
    return bare_page(compiled, bare_head(), body, foot, title=say("text.title", title=compiled.tree.title))
