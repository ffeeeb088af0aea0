"""Draw every tree and every chapter with Graphviz, as SVG for the page. Colours are left to the page's stylesheet."""

from __future__ import annotations

import os

import graphviz

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.letters import environment
from wegwijzer.kinds.extensions import offered
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.render.dot import chapter_nodes, diagram_name, tree_dot
from wegwijzer.render.drawn import for_page

Diagram = tuple[str, str, str]
"""Name, DOT source and title."""


def draw_all(diagrams: tuple[Diagram, ...]) -> dict[str, bytes]:
    """Diagrams of one tree or page, each with its name, DOT source and title, as files."""
    return {
        f"diagrams/{name}.svg": for_page(laid_out(dot), say("tree.diagram", title=title)).encode()
        for name, dot, title in diagrams
    }


def diagrams_of(compiled: Compiled) -> tuple[Diagram, ...]:
    """What to draw of one tree: name, DOT source and title. The whole, and each chapter."""
    whole = (diagram_name(compiled.id, None), tree_dot(compiled), compiled.tree.title)
    if not compiled.tree.chapters:
        return (whole,)
    titles = {"": say("tree.before_chapters")} | {
        name: chapter.title for name, chapter in compiled.tree.chapters.items()
    }
    return (
        whole,
        *(
            (diagram_name(compiled.id, name), tree_dot(compiled, chapter=name, steps=steps), titles[name])
            for name, steps in chapter_nodes(compiled).items()
        ),
    )


def diagrams_of_extensions(library: Library) -> tuple[Diagram, ...]:
    """What to draw besides the trees: what the extensions of the project ask for (`diagrams` in their `site`)."""
    return tuple(diagram for diagrams in offered("site", "diagrams") for diagram in diagrams(library))


def laid_out(dot: str) -> str:
    """The SVG that Graphviz makes of a DOT source, measured with our letters."""
    os.environ |= environment()
    try:
        svg: str = graphviz.Source(dot).pipe(format="svg", encoding="utf-8")
    except graphviz.CalledProcessError as error:
        raise SystemExit(say("site.not_drawn", why=error.stderr)) from None
    return svg
