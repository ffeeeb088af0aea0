"""One file a tree, from a disk, without a connection: it leads to every action in which a walk can end."""

from __future__ import annotations

import re
import shutil
import zipfile

import pytest
from places import SITE
from playwright.sync_api import expect
from wizard import Wizard

from helpers import each_tree, tree_files
from landmarks import to_a_result
from wegwijzer.compile.compiled import is_final

NAMES = [file.stem for file in tree_files()]
# In the page itself, because a tree has hundreds of arrows and each word between test and browser takes its time.
WALK = """async (tree) => {
  const root = document.querySelector("wegwijzer-wizard");
  const to = (link) => link.hash.slice(tree.length + 2);
  const links = () => [...root.querySelectorAll("section:not([hidden]) :is(a[data-answer], a[data-continue])")];
  const at = async (node) => {
    location.hash = `${tree}-${node}`;
    for (let turn = 0; root.dataset.node !== node && turn < 500; turn += 1) await new Promise((on) => setTimeout(on, 10));
    if (root.dataset.node !== node) throw new Error(`the address does not lead to ${node}`);
  };
  // Where a click on a link to a node comes when nothing was chosen: a local choice that nobody asks is passed.
  const passed = (node) => {
    const section = root.querySelector(`section[data-node="${node}"][data-quiet]`);
    return section ? passed(to(section.querySelector("a[data-default], a[data-continue]"))) : node;
  };
  const seen = new Set([root.dataset.node]), queue = [...seen];
  for (const here of queue) {
    await at(here);
    for (const goal of new Set(links().map(to))) {
      if (seen.has(goal)) continue;
      await at(here);
      for (const box of root.querySelectorAll("section:not([hidden]) input[type=checkbox]:not([data-exclusive])")) box.checked = true;
      for (const field of root.querySelectorAll("section:not([hidden]) input[data-fill]")) field.value = "12";
      links().find((link) => to(link) === goal).click();
      if (root.dataset.node !== passed(goal)) throw new Error(`from ${here} a click on ${goal} led to ${root.dataset.node}, not to ${passed(goal)}`);
      seen.add(goal);
      queue.push(goal);
    }
  }
  return queue;
}"""


@pytest.fixture
def disk(chromium, tmp_path):
    """A browser without a network, and the files on a disk, away from the rest of the site."""
    shutil.copytree(SITE / "assets/offline", tmp_path / "usb")
    context = chromium.new_context(offline=True)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: problems.append(request.url) if not request.url.startswith("file:") else None)
    page.disk = (tmp_path / "usb").as_uri()
    yield page
    context.close()
    assert problems == []


@pytest.mark.parametrize("name", each_tree(one=True))
def test_it_leads_to_every_final_action(disk, own_trees, name):
    """Clicking every answer of every step, breadth first, arrives where its link says, in every final action."""
    compiled = own_trees[name]
    disk.goto(f"{disk.disk}/{name}.html")
    expect(disk.locator("wegwijzer-wizard[data-node]")).to_have_count(1)
    seen = set(disk.evaluate(WALK, name))
    finals = {action for action, record in compiled.tree.actions.items() if is_final(record)}
    assert finals <= seen
    assert set(compiled.lines) <= seen


def test_a_reader_walks_and_goes_back(disk, own_trees):
    """By click, from the first question to an action; the browser's own button goes back."""
    way = to_a_result(own_trees, least=2)
    disk.goto(f"{disk.disk}/{way.tree}.html")
    wizard = Wizard(disk, way.tree)
    expect(disk.locator("section:visible")).to_have_count(1)
    wizard.follow(way.answers)
    wizard.expect_node(way.end)
    expect(wizard.root).to_have_attribute("data-final", "true")
    disk.go_back()
    wizard.expect_node(way.nodes[-2])


def test_without_javascript_the_links_lead_on(chromium, small):
    """All steps stand in the file, and the links lead from one to the other."""
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((SITE / f"assets/offline/{small}.html").as_uri())
    start = page.locator(".ww-steps > section").first
    arrow = start.locator("a[data-answer]").first
    goal = arrow.get_attribute("href")
    arrow.click()
    assert page.url.endswith(goal)
    assert goal.startswith(f"#{small}-")
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_in_the_file(name):
    """The file loads nothing, has a strict policy, and leads only to files beside it or to the site."""
    html = (SITE / f"assets/offline/{name}.html").read_text(encoding="utf-8")
    assert re.findall(r"<(?:link|img|script|iframe)[^>]*\b(?:src|href)=", html) == []
    policy = html.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for href in re.findall(r'href="([^"]*)"', html):
        beside = re.fullmatch(r"([a-z0-9-]+)\.html(#.*)?", href)
        assert beside is None or beside[1] in NAMES
        assert beside or href.startswith(("#", "https://", "http://", "mailto:", "tel:")), href


def test_the_whole_site_is_in_one_zip():
    """The archive holds every file of the site but itself and what is there for servers, and a note; it has no times in it."""
    with zipfile.ZipFile(SITE / "assets/wegwijzer-site.zip") as archive:
        names = {name.removeprefix("wegwijzer/") for name in archive.namelist()}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "python3 -m http.server" in archive.read("wegwijzer/LEESMIJ.txt").decode()
    there = {path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()}
    there = {name for name in there if not name.endswith((".br", ".gz"))}
    assert names - {"LEESMIJ.txt"} == there - {"assets/wegwijzer-site.zip"}
