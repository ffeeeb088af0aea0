"""Two drawers, one drawing: Graphviz on the machine that builds, and the one that a page loads for a tree of one's own."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
from xml.etree import ElementTree as ET

import pytest

from helpers import ROOT, mostly_slow, tree_files
from wegwijzer.draw.diagrams import laid_out
from wegwijzer.render.drawn import POINT, SVG, for_page
from wegwijzer.render.map_page import sheet_dot
from wegwijzer.render.regions import sheets_of

IN_NODE = """
import { instance } from "@viz-js/viz";
import { readFileSync } from "node:fs";
const graphviz = await instance();
const drawn = JSON.parse(readFileSync(0, "utf8")).map((dot) => graphviz.renderString(dot, { format: "svg" }));
console.log(JSON.stringify(drawn));
"""
SIZE, WORDS, DOWN, ASIDE = 1, 6, 3, 2
"""Points that a node may differ in size, the box of an answer too, that either may stand lower, and half of all further aside."""


def in_the_page(dots):
    """What the drawer of the page makes of these, in Node."""
    done = subprocess.run(
        ["node", "--input-type=module", "-e", IN_NODE],
        input=json.dumps(dots),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


class Drawn:
    """A drawing: `boxes` by id (left, top, width, height), the ids of its `arrows`, and its `words` with their places."""

    def __init__(self, svg):
        root = ET.fromstring(for_page(svg, "x"))  # noqa: S314 - made a moment ago
        self.boxes, self.words, self.arrows = {}, {}, set()
        for group in root.iter(f"{{{SVG}}}g"):
            kind = (group.get("class") or "").partition(" ")[0]
            if kind == "edge":
                self.arrows.add(group.get("id"))
            elif kind == "node":
                self.boxes[group.get("id")] = box_of(group)
                self.words[group.get("id")] = [
                    (line.text, float(line.get("x")), float(line.get("y"))) for line in group.iter(f"{{{SVG}}}text")
                ]


def box_of(group):
    shape = next(each for each in group.iter() if each.tag.rpartition("}")[2] in {"path", "polygon", "ellipse"})
    if shape.tag == f"{{{SVG}}}ellipse":
        x, y, rx, ry = (float(shape.get(key)) for key in ("cx", "cy", "rx", "ry"))
        return x - rx, y - ry, 2 * rx, 2 * ry
    outline = shape.get("d") or shape.get("points")
    across = [float(pair.split(",")[0]) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", outline)]
    down = [float(y) for y in POINT.findall(outline)]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def moved(one, other, at):
    """How far each box stands from its place in another drawing, in this number of it."""
    return [abs(one.boxes[name][at] - other.boxes[name][at]) for name in one.boxes]


def rows(drawn):
    """The ids of boxes that stand beside each other, from left to right."""
    found = {}
    for name, (left, top, _, height) in drawn.boxes.items():
        found.setdefault(round((top + height / 2) / DOWN / 2), []).append((left, name))
    return {name: [other for _, other in sorted(row)] for row in found.values() for _, name in row}


@pytest.mark.parametrize("name", mostly_slow([file.stem for file in tree_files()], quick=["reactie"]))
def test_both_draw_the_same(name, own_trees):
    """The same nodes, arrows and words. Each box is as large and as far down, with the same neighbours, and nearly always at
    the same place: the sizes were given to both, and words stand at the same place in their box.
    """
    sheets = sheets_of(own_trees[name])
    dots = [sheet_dot(own_trees[name], sheet, sheets) for sheet in sheets]
    aside = []
    for dot, svg in zip(dots, in_the_page(dots), strict=True):
        ours, theirs = Drawn(laid_out(dot)), Drawn(svg)
        assert (ours.arrows, ours.boxes.keys()) == (theirs.arrows, theirs.boxes.keys())
        for node, lines in ours.words.items():
            assert [text for text, _, _ in lines] == [text for text, _, _ in theirs.words[node]]
            more = WORDS if "--naar--" in node else SIZE
            assert ours.boxes[node][2:] == pytest.approx(theirs.boxes[node][2:], abs=more), node
            for (_, x, y), (_, a, b) in zip(lines, theirs.words[node], strict=True):
                inside = (x - ours.boxes[node][0], y - ours.boxes[node][1])
                assert inside == pytest.approx((a - theirs.boxes[node][0], b - theirs.boxes[node][1]), abs=more), node
        assert max(moved(ours, theirs, 1)) < DOWN
        assert [len(row) for row in rows(ours).values()] == [len(row) for row in rows(theirs).values()]
        assert rows(ours) == rows(theirs)
        aside += moved(ours, theirs, 0)
    assert statistics.median(aside) < ASIDE
