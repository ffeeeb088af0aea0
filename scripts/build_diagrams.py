"""Draw every tree and every chapter with Graphviz, as SVG for the page, into build/diagrams.

Usage: python scripts/build_diagrams.py. Colours are left to the page's stylesheet.
"""

from __future__ import annotations

import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

from letters import environment
from wegwijzer.compiled import Compiled, compile_tree
from wegwijzer.library import Library
from wegwijzer.load import load_paths
from wegwijzer.locale import say
from wegwijzer.render.dot import chapter_steps, diagram_name, tree_dot
from wegwijzer.render.drawing import HARD_SPACE, NUMBER_WIDTH
from wegwijzer.render.guide.frames import pairs_dot
from wegwijzer.render.guide.parts import Page
from wegwijzer.render.guide.three_r import change_dot

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "build/diagrams"
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"

ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)  # not a plain href: the theme's navigation cannot handle one in an SVG


def main() -> int:
    library = load_paths([ROOT]).library
    OUTPUT.mkdir(parents=True, exist_ok=True)
    jobs = [job for name in library.trees for job in jobs_of(compile_tree(name, library))] + guide_jobs(library)
    with ThreadPoolExecutor() as pool:  # dot runs as a process of its own
        for number, _ in enumerate(pool.map(lambda job: draw(*job), jobs), 1):
            if sys.stderr.isatty():
                print(f"\rDiagrammen: {number} van {len(jobs)}", end="", file=sys.stderr, flush=True)
    print(f"\r{len(jobs)} diagrammen getekend in build/diagrams.")
    return 0


def jobs_of(compiled: Compiled) -> list[tuple[Path, str, str]]:
    """What to draw of one tree: file, DOT source and title. The whole, and each chapter."""
    whole = (OUTPUT / f"{diagram_name(compiled.id, None)}.svg", tree_dot(compiled), compiled.tree.title)
    if not compiled.tree.chapters:
        return [whole]
    titles = {"": say("tree.before_chapters")} | {
        name: chapter.title for name, chapter in compiled.tree.chapters.items()
    }
    return [
        whole,
        *(
            (OUTPUT / f"{diagram_name(compiled.id, name)}.svg", tree_dot(compiled, chapter=name), titles[name])
            for name in chapter_steps(compiled)
        ),
    ]


def guide_jobs(library: Library) -> list[tuple[Path, str, str]]:
    """What to draw for the guide: frames with their counterframes, and the theory of change."""
    jobs = []
    if library.frames:
        jobs.append((OUTPUT / "frames.svg", pairs_dot(Page(library, "../")), say("frame.counterframes")))
    if library.three_r:
        theory = library.three_r.theory_of_change
        jobs.append((OUTPUT / "verandering.svg", change_dot(theory), say("risk.change")))
    return jobs


def draw(path: Path, dot: str, title: str) -> None:
    """Write one diagram; leaves the file alone when it would not change."""
    svg = for_page(laid_out(dot), title)
    if not path.exists() or path.read_text(encoding="utf-8") != svg:
        path.write_text(svg, encoding="utf-8")


def laid_out(dot: str) -> str:
    """The SVG that Graphviz makes of a DOT source, measured with our letters."""
    done = subprocess.run(["dot", "-Tsvg"], input=dot.encode(), env=environment(), capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"Graphviz kan een diagram niet tekenen:\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def for_page(svg: str, title: str) -> str:
    """Graphviz's SVG made fit for a page: a title, no fixed colours, no white ground."""
    root = ET.fromstring(svg)  # noqa: S314 - made by dot a moment ago
    graph = root.find(f"{{{SVG}}}g")
    heading = graph.find(f"{{{SVG}}}title")
    heading.text = say("tree.diagram", title=title)
    heading.set("id", f"{graph.get('id')}-titel")
    root.set("role", "group")
    root.set("aria-labelledby", heading.get("id"))
    for parent in root.iter():
        for child in list(parent):
            if (child.tag == f"{{{SVG}}}polygon" and parent is graph) or (
                child.tag == f"{{{SVG}}}title" and child is not heading
            ):
                parent.remove(child)
    for node in root.iter(f"{{{SVG}}}g"):
        if (node.get("class") or "").startswith("node"):
            add_knooppunt(node)
    for element in root.iter():
        for name in ("fill", "stroke", "font-family", f"{{{XLINK}}}title"):
            element.attrib.pop(name, None)
    return re.sub(r">\s+<", "><", ET.tostring(root, encoding="unicode"))


def add_knooppunt(node: ET.Element) -> None:
    """Draw the number of a node as a round one: the picture language of the whole project."""
    link = node.find(f".//{{{SVG}}}text/..")
    text = link.find(f"{{{SVG}}}text")
    number, found, rest = text.text.partition(HARD_SPACE)
    if not found:  # a box without a number
        return
    x, y = float(text.get("x")), float(text.get("y"))
    place = list(link).index(text)
    size = {"x": f"{x + 8:.1f}", "y": f"{y:.1f}", "text-anchor": "middle", "font-size": "11", "class": "ww-dot-text"}
    dot = ET.Element(f"{{{SVG}}}text", size)
    dot.text = number
    circle = ET.Element(f"{{{SVG}}}circle", {"cx": size["x"], "cy": f"{y - 4:.1f}", "r": "11", "class": "ww-dot"})
    text.text = rest
    for line in link.findall(f"{{{SVG}}}text"):  # below each other, whatever the spaces before them measure
        line.set("x", f"{x + NUMBER_WIDTH - 6:.1f}")
        line.text = line.text.lstrip(HARD_SPACE)
    link.insert(place, dot)
    link.insert(place, circle)


if __name__ == "__main__":
    sys.exit(main())
