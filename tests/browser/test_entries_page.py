"""Entries in the page: a link opens a node with its facts, whoever leads, and an old name leads to where it is now."""

from __future__ import annotations

import shutil

import pytest
from places import SITE
from playwright.sync_api import expect
from test_wizard import hold
from wizard import Wizard

from helpers import mostly_slow
from wegwijzer.load.moved import Moved
from wegwijzer.publish.moved import page_to, write_moved

TREE = "aangevallen"
NAME, NODE, WALK = "beeld-of-account", "welk-beeld", "begin.beeld"
EMBEDDED = [f"/embed/{TREE}/?start={NAME}", f"/embed/{TREE}/#{TREE}-{NAME}"]
NOW = [(f"{TREE}-{NODE}", 0), (f"{TREE}-{NAME}", 1)]
"""What the old name of a node became, and how many answers lead there."""
RESULT = ("gegevens-online", "haal-gegevens-weg", "begin.prive-gegevens")


def linked(wizard):
    """The link to share of where the wizard stands."""
    return wizard.root.locator("[data-share]").get_attribute("href")


def test_a_link_to_an_entry_opens_it_before_python_and_after(page, own_trees):
    """The static version stands at the node; Python takes over there with the answer, and the next answer continues the walk."""
    version = own_trees[TREE].version
    release = hold(page)
    wizard = Wizard.open(page, TREE, f"{TREE}-{NAME}")
    wizard.expect_node(NODE)
    expect(wizard.step).to_have_count(1)
    release()
    wizard.leading().expect_node(NODE)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(1)
    assert linked(wizard) == f"#{TREE}-{NODE};{WALK};{version}"
    wizard.answer("volwassen")
    assert page.url.partition("#")[2] == f"{TREE}-{wizard.node};{WALK},{NODE}.volwassen;{version}"


def test_an_answer_before_python_counts_after_an_entry(page, own_trees):
    """Who answers at once gives the second answer of a walk: the address says both, and Python has both."""
    release = hold(page)
    wizard = Wizard.open(page, TREE, f"{TREE}-{NAME}")
    wizard.answer("volwassen")
    node = wizard.node
    assert page.url.partition("#")[2] == f"{TREE}-{node};{WALK},{NODE}.volwassen;{own_trees[TREE].version}"
    release()
    wizard.leading().expect_node(node)
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(2)


def test_an_entry_can_be_left_and_changed(page):
    """Back leads to the question of the entry, and its answer can be another one: it is a walk as any other."""
    wizard = Wizard.open(page, TREE, f"{TREE}-{NAME}").leading()
    wizard.root.locator(".ww-where [data-back]").click()
    wizard.expect_node("begin")
    wizard.answer("prive-gegevens")
    wizard.expect_node(RESULT[1])


def test_an_address_typed_while_python_leads_opens_an_entry(page):
    """The name of an entry works as a link in the page too, and the way back of the browser leads where one was."""
    wizard = Wizard.open(page, TREE).leading()
    page.evaluate("name => { location.hash = name; }", f"{TREE}-{NAME}")
    wizard.expect_node(NODE)
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(1)
    page.go_back()
    wizard.expect_node("begin")


def test_without_javascript_an_entry_is_a_place_in_the_page(chromium, base_url):
    """The link lands on the node where the entry ends, which is marked as for any other link."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/keuzehulp/{TREE}/#{TREE}-{NAME}")
    section = page.locator(f"#{TREE}-{NODE}")
    expect(section).to_be_in_viewport()
    expect(section).to_have_css("outline-style", "solid")
    expect(page.locator(f"#{TREE}-begin")).to_have_css("outline-style", "none")
    context.close()


def test_another_tree_leads_to_an_entry_with_its_facts(page):
    """A link in a result of one tree opens the other one at its result, with what was known there."""
    name, node, _ = RESULT
    wizard = Wizard.open(page, "melden", "melden-meld-privegegevens").leading()
    wizard.more().locator(f'a[href$="#{TREE}-{name}"]').click()
    page.wait_for_url(f"**/keuzehulp/{TREE}/#{TREE}-{name}")
    other = Wizard(page, TREE).leading()
    other.expect_node(node)
    expect(other.root.locator(".ww-path ol > li")).to_have_count(1)


@pytest.mark.parametrize("place", mostly_slow(EMBEDDED, quick=EMBEDDED[:1]))
def test_an_embedded_wizard_opens_at_an_entry(page, place):
    """The address of an embedded wizard takes an entry as it takes a node."""
    page.goto(place)
    wizard = Wizard(page, TREE).leading()
    wizard.expect_node(NODE)
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(1)


def served(page, tmp_path, moved, name=f"keuzehulp/{TREE}"):
    """Let the page of a tree be the one that a list of moved addresses makes of it."""
    (tmp_path / name).mkdir(parents=True)
    shutil.copyfile(SITE / name / "index.html", tmp_path / name / "index.html")
    assert write_moved(tmp_path, [Moved(*each) for each in moved.items()]) == []
    html = (tmp_path / name / "index.html").read_text(encoding="utf-8")
    page.route(f"**/{name}/", lambda route: route.fulfill(body=html, content_type="text/html"))


def test_a_page_can_begin_at_an_entry(page, own_trees):
    """Without a word in its address such a page opens at the entry, quietly; a link to a node goes before it."""
    html = (SITE / f"embed/{TREE}/index.html").read_text(encoding="utf-8")
    begins = html.replace('data-start="begin"', f'data-start="begin" data-entry="{NAME}"')
    assert begins != html
    page.route(f"**/embed/{TREE}/", lambda route: route.fulfill(body=begins, content_type="text/html"))
    page.goto(f"/embed/{TREE}/")
    wizard = Wizard(page, TREE).leading()
    wizard.expect_node(NODE)
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(1)
    assert page.evaluate("document.activeElement === document.body")
    wizard.answer("volwassen")
    assert f";{WALK},{NODE}.volwassen;{own_trees[TREE].version}" in page.url
    page.go_back()
    wizard.expect_node(NODE)
    page.evaluate("name => { location.hash = name; }", f"{TREE}-begin")
    wizard.expect_node("begin")


@pytest.mark.parametrize(("now", "answers"), mostly_slow(NOW, quick=NOW[1:], several=True))
def test_an_old_name_of_a_node_leads_where_it_is_now(page, tmp_path, now, answers):
    """On the page of a tree the old name of a node opens what it became: a node, or an entry with its facts."""
    served(page, tmp_path, {f"keuzehulp/{TREE}/#{TREE}-oude-naam": f"#{now}"})
    wizard = Wizard.open(page, TREE, f"{TREE}-oude-naam")
    wizard.expect_node(NODE)
    wizard.leading().expect_node(NODE)
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(answers)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()


def test_an_old_name_keeps_the_answers_of_its_link(page, tmp_path, own_trees):
    """A shared link to a node that got another name still brings its answers."""
    served(page, tmp_path, {f"keuzehulp/{TREE}/#{TREE}-oude-naam": f"#{TREE}-{NODE}"})
    wizard = Wizard.open(page, TREE, f"{TREE}-oude-naam;{WALK};{own_trees[TREE].version}").leading()
    wizard.expect_node(NODE)
    expect(wizard.root.locator(".ww-path ol > li")).to_have_count(1)


@pytest.mark.parametrize(
    ("old", "node"),
    mostly_slow(
        [
            ("", NODE),
            ("oud-gegevens", RESULT[1]),
            ("oud-gegevens;a.b;1a2b3c4d", RESULT[1]),
            ("oud-iets;a.b;1a2b3c4d", NODE),
        ],
        quick=[("", NODE), ("oud-gegevens;a.b;1a2b3c4d", RESULT[1])],
        several=True,
    ),
)
def test_each_node_of_a_tree_that_went_leads_on(page, old, node):
    """The page at an old address sends each node where it is now, and any other to where the page went; old answers stay behind."""
    html = page_to(f"../{TREE}/#{TREE}-{NAME}", [("oud-gegevens", f"../{TREE}/#{TREE}-{RESULT[0]}")])
    page.route("**/keuzehulp/oud/", lambda route: route.fulfill(body=str(html), content_type="text/html"))
    page.goto("/keuzehulp/oud/" + (f"#{old}" if old else ""))
    page.wait_for_url(f"**/keuzehulp/{TREE}/#*")
    wizard = Wizard(page, TREE).leading()
    wizard.expect_node(node)
    expect(wizard.root.locator(".ww-notice")).to_be_hidden()
