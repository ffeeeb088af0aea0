"""What pages on trees can ask for: a wizard with its diagrams, a list of the trees, the rules of the checker."""

from __future__ import annotations

from functools import cache
from html import escape

from address import SITE_URL
from macros.project import DIAGRAMS, project
from wegwijzer.check.pages import pages
from wegwijzer.check.settings import settings_in
from wegwijzer.compile.compiled import Compiled, compile_tree
from wegwijzer.locale import say
from wegwijzer.render.bare import embed_snippet
from wegwijzer.render.dot import chapter_nodes, diagram_name
from wegwijzer.render.html import NO_SITE, tree_html
from wegwijzer.render.keys import keys_markdown
from wegwijzer.render.markup import copy_words, inline, words
from wegwijzer.render.site import Site


@cache
def compiled(tree_id: str) -> Compiled:
    """A tree ready to show, made once a build."""
    return compile_tree(tree_id, project().library)


def tree_page(tree_id: str, site: Site = NO_SITE) -> str:
    """A tree on its page: summary, wizard with the static text, diagrams. `tree_id` is the file name in trees/."""
    tree = compiled(tree_id)
    parts = [
        f'<p class="ww-summary">{inline(tree.tree.summary)}</p>' if tree.tree.summary else "",
        tree_html(tree, data_url=f"../../assets/trees/{tree_id}.json", site=site),
        _embedding(tree),
        f'<h2 id="diagram">{escape(say("tree.diagram", title=tree.tree.title))}</h2>',
        (
            f"<p>{escape(say('tree.diagram_text'))} "
            f'<a href="../../assets/trees/{tree_id}.txt">{escape(say("tree.as_text"))}</a>.</p>'
        ),
        *_diagrams(tree),
    ]
    return '<div class="ww-page">\n' + "\n".join(filter(None, parts)) + "\n</div>"


def _embedding(compiled: Compiled) -> str:
    """A fold with the code that shows this wizard in another page."""
    return (
        f'<details class="ww-embed" data-search-exclude><summary>{escape(say("embed.summary"))}</summary>\n<p>{escape(say("embed.how"))} '
        f'<a href="../../trainers/insluiten/">{escape(say("embed.more"))}</a></p>\n'
        f'<pre class="ww-code" tabindex="0" role="region" aria-label="{escape(say("embed.code"))}"><code id="insluiten">'
        f"{escape(embed_snippet(compiled, SITE_URL))}</code></pre>\n"
        f'<p><button type="button" class="ww-plain-button" data-copies="insluiten" {copy_words()}>'
        f"{escape(say('node.copy'))}</button></p>\n</details>"
    )


def _diagrams(compiled: Compiled) -> list[str]:
    chapters = {name: chapter.title for name, chapter in compiled.tree.chapters.items()}
    if not chapters:
        return [_figure(compiled, None, compiled.tree.title, folded=False)]
    present = chapter_nodes(compiled)
    listed = ([("", say("tree.before_chapters"))] if "" in present else []) + [
        (name, title) for name, title in chapters.items() if name in present
    ]
    figures = [_figure(compiled, name, title, folded=index > 0) for index, (name, title) in enumerate(listed)]
    return [*figures, _figure(compiled, None, say("tree.whole"), folded=True)]


def _figure(compiled: Compiled, chapter: str | None, title: str, *, folded: bool) -> str:
    svg = (DIAGRAMS / f"{diagram_name(compiled.id, chapter)}.svg").read_text(encoding="utf-8")
    buttons = "".join(
        f'<button type="button" class="ww-plain-button" data-map="{what}">{words("map." + what)}</button>'
        for what in ("in", "out", "left", "right", "up", "down", "here", "all")
    )
    return (
        f'<details class="ww-diagram" data-search-exclude{"" if folded else " open"}><summary>{escape(title)}</summary>\n'
        f'<div class="ww-map-tools" role="group" aria-label="{words("map.tools")}" hidden>{buttons}</div>\n'
        f'<div class="ww-scroll" role="region" tabindex="0" data-here="{words("map.you_are_here")}"'
        f' aria-label="{escape(say("tree.diagram", title=title))}">{svg}</div></details>'
    )


def tree_list(*tree_ids: str) -> str:
    """Links to the pages of trees, with their summaries, from a page one level deep."""
    items = "\n".join(
        f'<li><a href="{tree_id}/">{escape(compiled(tree_id).tree.title)}</a>'
        f"<span>{inline(compiled(tree_id).tree.summary or '')}</span></li>"
        for tree_id in tree_ids
    )
    return f'<div><ul class="ww-cards">\n{items}\n</ul></div>'


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
