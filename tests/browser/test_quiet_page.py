"""A local choice that nobody is asked, in the page: the static version passes it by itself, and Python then stands there too."""

from __future__ import annotations

import re
import threading

import pytest
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard

from helpers import FIXTURES
from installed import command
from wegwijzer.serve.server import server


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where a small site with such a tree is served."""
    folder = tmp_path_factory.mktemp("project")
    command(folder, folder, "init", "stil")
    root = folder / "stil"
    for group, names in (("trees", ("stil", "keuzes")), ("data", ("sources", "contacts", "steps", "values"))):
        for name in names:
            text = (FIXTURES / ("valid" if group == "trees" else "data") / f"{name}.yml").read_text(encoding="utf-8")
            (root / group / f"{name}.yml").write_text(text, encoding="utf-8")
    (root / "docs/keuzehulp").mkdir(parents=True, exist_ok=True)
    for name in ("stil", "keuzes"):
        (root / f"docs/keuzehulp/{name}.md").write_text(f'# Hulp\n\n{{{{ wizard("{name}") }}}}\n', encoding="utf-8")
    done = command(root, folder, "build")
    assert 0 == done.returncode, done.stdout + done.stderr
    with server(root / "site", 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kept", "node", "line"),
    [
        ({}, "wie", "We volgden de standaardkeuze: Termijn: 24 uur · wijzig; Verbergen: Verbergen · wijzig"),
        ({"keuzes.zicht": "nog-niet-beslist"}, "wie", "We volgden de standaardkeuze"),
        ({"keuzes.zicht": "laten-staan"}, "norm", "Volgens jullie afspraken: Verbergen: Laten staan · wijzig"),
    ],
)
def test_the_page_passes_it_as_python_does(page, address, kept, node, line):
    """Before Python leads, an answer goes on past the choice, and does not tell of it in the address; Python agrees."""
    release = hold(page)
    page.goto(f"{address}/keuzehulp/stil/")
    wizard = Wizard(page, "stil")
    wizard.decide(kept)
    wizard.expect_node("toon")  # the first question of the tree is one that nobody is asked
    wizard.answer("boos")
    wizard.expect_node(node)
    assert re.fullmatch(rf".*#stil-{node};toon\.boos;[0-9a-f]{{8}}", page.url)
    release()
    wizard.leading().expect_node(node)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    told = [re.sub(r"\s+", " ", text) for text in wizard.step.locator(".ww-followed").all_inner_texts()]
    assert any(line in re.sub(r"wijzig ?: \w+ ?", "wijzig", text) for text in told), told


@pytest.mark.slow
def test_who_changes_it_answers_it_in_this_walk(page, address):
    """‘Wijzig’ asks the question; the answer stands in the address from then on, and a reload keeps it."""
    page.goto(f"{address}/keuzehulp/stil/")
    wizard = Wizard(page, "stil").leading()
    wizard.answer("boos")
    wizard.step.locator(".ww-followed a").nth(1).press("Enter")
    wizard.expect_node("zicht")
    wizard.answer("laten-staan")
    wizard.expect_node("norm")
    assert "zicht.laten-staan" in page.url
    page.reload()
    wizard.leading().expect_node("norm")
