"""What the addresses of a tree lead to, in the built site."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from wegwijzer.kinds import KINDS
from wegwijzer.locale import say
from wegwijzer.model import Tree
from wegwijzer.render.addresses import DOWNLOADS, download, embed_page, tree_data, tree_page, tree_text
from wegwijzer.render.trainer import ON_CONDITION
from wegwijzer.site.finish import early_script, finished
from wegwijzer.view.nodes import node_ids

ROOT = Path(__file__).resolve().parents[2]
TREES = sorted(path.stem for path in (ROOT / "trees").glob("*.yml"))


@pytest.mark.parametrize("name", TREES)
def test_every_address_of_a_tree_is_there(name, own_trees):
    """The page of a tree and each node on it, the page for a frame, and all that it loads or offers."""
    tree = own_trees[name]
    page = (ROOT / "site" / tree_page(name) / "index.html").read_text(encoding="utf-8")
    for node in node_ids(tree):
        assert f'id="{tree_page(name, node).partition("#")[2]}"' in page
    assert (ROOT / "site" / embed_page(name) / "index.html").is_file()
    for place in (tree_data(name), tree_text(name)):
        assert (ROOT / "site" / place).is_file(), place
    for what in DOWNLOADS:
        offered = what not in ON_CONDITION or bool(ON_CONDITION[what](tree))
        assert (ROOT / "site" / download(what, name)).is_file() == offered, what


def test_finished_page_stays_a_page():
    """The scripts that go first come into the head of a page, and nothing of it becomes text to read."""
    page = '<html><head><meta charset="utf-8"></head><body><p>Dag</p></body></html>'
    done = finished(page, early_script(Path("gids/index.html")), ())
    assert done.startswith('<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')
    assert '<script src="../assets/' in done
    assert done.endswith("</head><body><p>Dag</p></body></html>")


def test_address_of_a_tree_is_made_in_one_place():
    """No module knows how the pages of trees are called: the words of the language say it, and who needs one asks for it."""
    folder = KINDS.listed[Tree].address.partition("{")[0]
    files = [file for place in ("src", "scripts") for file in (ROOT / place).rglob("*.py")]
    told = {
        file.relative_to(ROOT).as_posix()
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and folder in node.value
    }
    assert set() == told
    assert KINDS.listed[Tree].address == say("address.tree")
