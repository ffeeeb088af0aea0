"""The arrows of a tree as the model has them, and as a reader of each rendering sees them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from wegwijzer.compile.compiled import fork_id, is_final
from wegwijzer.render.dot import tree_dot
from wegwijzer.render.html import tree_html
from wegwijzer.render.text import tree_text


def model_edges(compiled):
    """Every arrow between steps and forks, from the records of the tree alone."""
    found = set()

    def arrow(owner, answer, target):
        if not target.guarded:
            found.add((owner, target.routes[0].to))
            return
        fork = fork_id(owner, answer) if owner else "start--"
        found.update({(owner, fork)} if owner else ())
        found.update((fork, route.to) for route in target.routes)

    tree = compiled.tree
    if tree.start.guarded:
        arrow("", None, tree.start)
    for name, question in tree.questions.items():
        if question.choose == "many" or question.fill:
            arrow(name, None, question.to)
            continue
        for key, answer in question.answers.items():
            arrow(name, key if answer.to else None, answer.to or question.to)
    for name, action in tree.actions.items():
        if not is_final(action):
            arrow(name, None, action.to)
    return found


def arrows_in(dot):
    """The arrows of a drawing of a tree, each once: an answer is a pill on its arrow, and what lies elsewhere stands there."""
    lines = re.findall(r'^  "([^"]+)" -> "([^"]+)"', dot, re.MULTILINE)
    pills = {end for _, end in lines if ">" in end}
    straight = [(begin, end) for begin, end in lines if not {begin, end} & pills]
    through = [(owner, end) for owner, pill in lines if pill in pills for begin, end in lines if begin == pill]
    return [(begin, end.partition("@")[0]) for begin, end in (*straight, *through)]


def dot_edges(compiled):
    """The arrows of the diagram."""
    return set(arrows_in(tree_dot(compiled)))


def text_edges(compiled):
    """The arrows of the numbered text, as ids."""
    names = {number: name for name, number in compiled.numbers.items()}
    found = set()
    for block in tree_text(compiled).split("\n\n"):
        if head := re.match(r"(\d+[a-z]*)\. ", block):
            goals = re.findall(r"→ ga naar (\w+)", " ".join(block.split()))  # a line may break in the middle
            found.update((names[head[1]], names[goal]) for goal in goals)
    return found


class Links(HTMLParser):
    """The arrows, anchors and links of a static version."""

    def __init__(self, tree):
        super().__init__()
        self.tree = f"{tree}-"
        self.here, self.found, self.anchors, self.hrefs = "", set(), set(), {}

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "section" and "ww-closing" not in given["class"]:
            self.here = given["id"].removeprefix(self.tree)
            self.anchors.add(given["id"])
        if {"data-answer", "data-continue"} & {*given} and tag == "a":
            there = given["href"].removeprefix(f"#{self.tree}")
            self.found.add((self.here, there))
            self.hrefs[self.here, there] = given["href"]


def html_links(compiled):
    """The parsed static version: `found` arrows, `anchors` of its sections, and the `hrefs` of the arrows."""
    links = Links(compiled.id)
    links.feed(tree_html(compiled))
    return links


def html_edges(compiled):
    """The arrows of the static HTML."""
    return html_links(compiled).found
