"""What pages on trees can ask for: a wizard, a list of the trees, the keys of YAML, the rules of the checker."""

from __future__ import annotations

from functools import cache

from wegwijzer.check.pages import pages
from wegwijzer.check.settings import settings_in
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.load import Loaded
from wegwijzer.locale import say
from wegwijzer.pages.project import own, project, settings, site, sources
from wegwijzer.pages.project import read_again as read_project_again
from wegwijzer.proof.instead import instead
from wegwijzer.render import addresses
from wegwijzer.render.bare import embed_snippet
from wegwijzer.render.element import LINE, NOTHING, Markup, element, lines, stacked
from wegwijzer.render.guide.parts import PlaceOnSite
from wegwijzer.render.html import tree_html
from wegwijzer.render.keys import keys_markdown
from wegwijzer.render.markup import copy_words, icon, inline, plain_button
from wegwijzer.workplace import can_draw, site_url


@cache
def compiled(tree_id: str) -> Compiled:
    """A tree ready to show, made once a build: what is left of it under the choices of who publishes it, if those are known."""
    tree, found = compile_tree(tree_id, project().library), own()
    return found.left(tree) if found else tree


@cache
def gone(tree_id: str) -> dict[str, str]:
    """The nodes and entries of a tree that those choices took away → the node that takes the place of each."""
    return instead(compile_tree(tree_id, sources().library), compiled(tree_id)) if own() else {}


def read_again() -> Loaded:
    """What the site is made from now; whoever asks after this gets trees of that too."""
    compiled.cache_clear()
    gone.cache_clear()
    return read_project_again()


def wizard(page: PlaceOnSite, tree_id: str, *, entry: str = "") -> Markup:
    """A tree on its page: summary, wizard with the static text, a link to its map. `tree_id` is the file name in trees/.

    With an `entry` it is a page about that: a wizard that opens there, and a link to the page of the tree. One that a decision
    took away leaves a wizard that opens at its beginning.
    """
    tree = compiled(tree_id)
    if entry:
        entry = "" if entry in gone(tree_id) else entry
        return stacked(
            "div",
            {"class": "ww-page"},
            _wizard(page, tree, entry),
            _map(tree, page.root),
            element("p", say("tree.part_of"), " ", _link(page, tree), "."),
        )
    return stacked(
        "div",
        {"class": "ww-page"},
        element("p", {"class": "ww-summary"}, inline(tree.tree.summary, page.root)) if tree.tree.summary else NOTHING,
        _wizard(page, tree),
        _map(tree, page.root),
        _embedding(tree, page.root),
    )


def _map(tree: Compiled, root: str) -> Markup:
    """The way to the map; to the text, where there was no Graphviz to draw one. Old links to a diagram end here."""
    if can_draw():
        words = icon("map"), " ", say("map.link")
        link = element("a", {"href": root + addresses.map_page(tree.id), "data-map": tree.id}, words)
    else:
        link = element("a", {"href": root + addresses.tree_text(tree.id)}, say("tree.as_text"))
    return element("p", {"class": "ww-map-link", "id": "diagram"}, link)


def _wizard(page: PlaceOnSite, tree: Compiled, entry: str = "") -> Markup:
    data_url = page.root + addresses.tree_data(tree.id)
    return tree_html(tree, root=page.root, data_url=data_url, site=site(), entry=entry)


def _link(page: PlaceOnSite, tree: Compiled) -> Markup:
    return element("a", {"href": page.root + addresses.tree_page(tree.id)}, tree.tree.title)


def _embedding(compiled: Compiled, root: str) -> Markup:
    """A fold with the code that shows this wizard in another page."""
    told = settings().embedding
    more = [" ", element("a", {"href": root + told}, say("embed.more"))] if told else []
    code = str(embed_snippet(compiled, site_url()))  # to read and to copy, so escaped once more
    return element(
        "details",
        {"class": "ww-embed", "data-search-exclude": True},
        lines(
            element("summary", say("embed.summary")),
            element("p", say("embed.how"), *more),
            element(
                "pre",
                {"class": "ww-code", "tabindex": "0", "role": "region", "aria-label": say("embed.code")},
                element("code", {"id": "insluiten"}, code),
            ),
            element("p", plain_button(say("node.copy"), {"data-copies": "insluiten", **copy_words()})),
        ),
        LINE,
    )


def wizards(page: PlaceOnSite, *tree_ids: str) -> Markup:
    """Links to the pages of trees, with their summaries: those that are named, or all."""
    items = (
        element(
            "li",
            _link(page, compiled(tree_id)),
            element("span", inline(compiled(tree_id).tree.summary or "", page.root)),
        )
        for tree_id in tree_ids or project().library.trees
    )
    return element("div", stacked("ul", {"class": "ww-cards"}, *items))


def entries(page: PlaceOnSite, *names: str) -> Markup:
    """Links to entries, a row each: to one that is named (`reactie/gerucht`), or to all of a tree; not to one that a decision took away.

    Raises KeyError for one that is not there.
    """
    listed = [
        (tree_id, name, compiled(tree_id).tree.entries[name])
        for tree_id, _, one in (name.partition("/") for name in names)
        for name in ([one] if one else compiled(tree_id).tree.entries)
        if name not in gone(tree_id)
    ]
    items = (
        element(
            "li",
            element(
                "a",
                {"class": "ww-row", "href": page.root + addresses.tree_page(tree_id, name)},
                icon(entry.icon or ""),
                element("span", {"class": "ww-row-text"}, entry.text),
                (" ", element("span", {"class": "ww-example"}, entry.example)) if entry.example else None,
            ),
            element("p", {"class": "ww-note"}, inline(entry.help, page.root)) if entry.help else None,
        )
        for tree_id, name, entry in listed
    )
    return stacked("ul", {"class": "ww-entries"}, *items)


def keys() -> str:
    """Every key of the YAML files with what comes in it, from the model, as Markdown."""
    return keys_markdown()


def rules() -> str:
    """Every code of the checker with its level and its page, group by group, as Markdown."""
    sections, group = [], ""
    for page in pages(settings_in(project().settings)[0]).values():
        if page.group != group:
            group = page.group
            sections.append(f"## {group}\n")
        sections.append(page.markdown())
    return "\n".join(sections)
