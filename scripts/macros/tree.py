"""What pages on trees can ask for: a wizard with its diagrams, a list of the trees, the rules of the checker."""

from __future__ import annotations

from functools import cache

from address import SITE_URL
from macros.project import drawn, project
from wegwijzer.check.pages import pages
from wegwijzer.check.settings import settings_in
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.locale import say
from wegwijzer.render import addresses
from wegwijzer.render.bare import embed_snippet
from wegwijzer.render.dot import chapter_nodes, diagram_name
from wegwijzer.render.element import LINE, NOTHING, Markup, element, lines, stacked
from wegwijzer.render.html import NO_SITE, tree_html
from wegwijzer.render.keys import keys_markdown
from wegwijzer.render.markup import copy_words, inline, plain_button
from wegwijzer.render.site import Site


@cache
def compiled(tree_id: str) -> Compiled:
    """A tree ready to show, made once a build."""
    return compile_tree(tree_id, project().library)


def tree_page(tree_id: str, site: Site = NO_SITE) -> Markup:
    """A tree on its page: summary, wizard with the static text, diagrams. `tree_id` is the file name in trees/."""
    tree = compiled(tree_id)
    text = element("a", {"href": "../../" + addresses.tree_text(tree_id)}, say("tree.as_text"))
    return stacked(
        "div",
        {"class": "ww-page"},
        element("p", {"class": "ww-summary"}, inline(tree.tree.summary)) if tree.tree.summary else NOTHING,
        tree_html(tree, data_url="../../" + addresses.tree_data(tree_id), site=site),
        _embedding(tree),
        element("h2", {"id": "diagram"}, say("tree.diagram", title=tree.tree.title)),
        element("p", say("tree.diagram_text"), " ", text, "."),
        *_diagrams(tree),
    )


def _embedding(compiled: Compiled) -> Markup:
    """A fold with the code that shows this wizard in another page."""
    more = element("a", {"href": "../../trainers/insluiten/"}, say("embed.more"))
    code = str(embed_snippet(compiled, SITE_URL))  # to read and to copy, so escaped once more
    return element(
        "details",
        {"class": "ww-embed", "data-search-exclude": True},
        lines(
            element("summary", say("embed.summary")),
            element("p", say("embed.how"), " ", more),
            element(
                "pre",
                {"class": "ww-code", "tabindex": "0", "role": "region", "aria-label": say("embed.code")},
                element("code", {"id": "insluiten"}, code),
            ),
            element("p", plain_button(say("node.copy"), {"data-copies": "insluiten", **copy_words()})),
        ),
        LINE,
    )


def _diagrams(compiled: Compiled) -> list[Markup]:
    chapters = {name: chapter.title for name, chapter in compiled.tree.chapters.items()}
    if not chapters:
        return [_figure(compiled, None, compiled.tree.title, folded=False)]
    present = chapter_nodes(compiled)
    listed = ([("", say("tree.before_chapters"))] if "" in present else []) + [
        (name, title) for name, title in chapters.items() if name in present
    ]
    figures = [_figure(compiled, name, title, folded=index > 0) for index, (name, title) in enumerate(listed)]
    return [*figures, _figure(compiled, None, say("tree.whole"), folded=True)]


def _figure(compiled: Compiled, chapter: str | None, title: str, *, folded: bool) -> Markup:
    buttons = (
        plain_button(say("map." + what), {"data-map": what})
        for what in ("in", "out", "left", "right", "up", "down", "here", "all")
    )
    tools = {"class": "ww-map-tools", "role": "group", "aria-label": say("map.tools"), "hidden": True}
    window = {
        "class": "ww-scroll",
        "role": "region",
        "tabindex": "0",
        "data-here": say("map.you_are_here"),
        "aria-label": say("tree.diagram", title=title),
    }
    return element(
        "details",
        {"class": "ww-diagram", "data-search-exclude": True, "open": not folded},
        lines(
            element("summary", title),
            element("div", tools, buttons),
            element("div", window, drawn(diagram_name(compiled.id, chapter))),
        ),
    )


def tree_list(*tree_ids: str) -> Markup:
    """Links to the pages of trees, with their summaries, from a page one level deep."""
    items = (
        element(
            "li",
            element("a", {"href": f"{tree_id}/"}, compiled(tree_id).tree.title),
            element("span", inline(compiled(tree_id).tree.summary or "")),
        )
        for tree_id in tree_ids
    )
    return element("div", stacked("ul", {"class": "ww-cards"}, *items))


def model_keys() -> str:
    """Every key of the YAML files with what comes in it, from the model, as Markdown."""
    return keys_markdown()


def rule_pages() -> str:
    """Every code of the checker with its level and its page, group by group, as Markdown."""
    sections, group = [], ""
    for page in pages(settings_in(project().settings)[0]).values():
        if page.group != group:
            group = page.group
            sections.append(f"## {group}\n")
        sections.append(page.markdown())
    return "\n".join(sections)
