"""Draw every tree and every chapter with Graphviz, as SVG for the page. Colours are left to the page's stylesheet."""

from __future__ import annotations

import os
import re
from xml.etree import ElementTree as ET

import graphviz

from wegwijzer.compile.compiled import Compiled
from wegwijzer.draw.letters import environment
from wegwijzer.kinds.extensions import offered
from wegwijzer.kinds.library import Library
from wegwijzer.locale import say
from wegwijzer.render.dot import chapter_nodes, diagram_name, tree_dot
from wegwijzer.render.drawing import DRAWS, NUMBER_WIDTH, SAYS, WORD_INDENT
from wegwijzer.render.together import HARD_SPACE

Diagram = tuple[str, str, str]
"""Name, DOT source and title."""
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)  # not a plain href: the theme's navigation cannot handle one in an SVG


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


def for_page(svg: str, title: str) -> str:
    """Graphviz's SVG made fit for a page: a title, no fixed colours, no white ground."""
    root = ET.fromstring(svg)  # noqa: S314 - made by dot a moment ago
    graph = next(root.iterfind(f"{{{SVG}}}g"))
    heading, name = next(graph.iterfind(f"{{{SVG}}}title")), f"{graph.get('id')}-titel"
    heading.text = title
    heading.set("id", name)
    root.set("role", "group")
    root.set("aria-labelledby", name)
    for parent in root.iter():
        for child in list(parent):
            if (child.tag == f"{{{SVG}}}polygon" and parent is graph) or (
                child.tag == f"{{{SVG}}}title" and child is not heading
            ):
                parent.remove(child)
    for node in root.iter(f"{{{SVG}}}g"):
        if (node.get("class") or "").startswith("node") and "ww-pill" not in node.get("class", ""):
            add_knooppunt(node)
    for element in root.iter():
        for look in ("fill", "stroke", "font-family", f"{{{XLINK}}}title"):
            element.attrib.pop(look, None)
    return re.sub(r">\s+<", "><", ET.tostring(root, encoding="unicode"))


def add_knooppunt(node: ET.Element) -> None:
    """Draw the number of a node as a round one: the picture language of the whole project."""
    link = next(node.iterfind(f".//{{{SVG}}}text/.."))
    text = next(link.iterfind(f"{{{SVG}}}text"))
    number, found, rest = (text.text or "").partition(HARD_SPACE)
    if not found:  # a box without a number
        return
    lines = link.findall(f"{{{SVG}}}text")
    x, y = (
        float(text.get("x", "")),
        sum(float(line.get("y", "")) for line in lines) / len(lines),
    )  # halfway their height
    place = list(link).index(text)
    size = {"x": f"{x + 8:.1f}", "y": f"{y:.1f}", "text-anchor": "middle", "font-size": "11", "class": "ww-dot-text"}
    dot = ET.Element(f"{{{SVG}}}text", size)
    dot.text = number
    circle = ET.Element(f"{{{SVG}}}circle", {"cx": size["x"], "cy": f"{y - 4:.1f}", "r": "11", "class": "ww-dot"})
    text.text = rest
    for line in lines:  # below each other, whatever the spaces before them measure
        line.set("x", f"{x + NUMBER_WIDTH - 6:.1f}")
        line.text = (line.text or "").lstrip(HARD_SPACE)
    classes = (node.get("class") or "").split()
    if SAYS in classes:
        _add_outcome(lines[-1], next(name for name in classes if name.startswith(DRAWS)), link)
    link.insert(place, dot)
    link.insert(place, circle)


def _add_outcome(line: ET.Element, icon: str, link: ET.Element) -> None:
    """Give the word of an outcome its icon. A page brings the drawing of it, as a symbol of that name; elsewhere the word is
    there alone.
    """
    x, y = float(line.get("x", "")), float(line.get("y", ""))
    line.set("x", f"{x + WORD_INDENT:.1f}")
    line.set("class", "ww-dot-word")
    size = {"x": f"{x:.1f}", "y": f"{y - 11:.1f}", "width": "13", "height": "13"}
    ET.SubElement(link, f"{{{SVG}}}use", {"href": f"#{icon}", **size})
