"""‘Onze boom’: on the map of a tree, the tree under the choices that were kept in this browser, drawn there."""

from __future__ import annotations

import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from places import FITS
from playwright.sync_api import expect

import landmarks
from helpers import mostly_slow
from wegwijzer.render.drawn import SVG
from wegwijzer.render.own_map import draw

DRAWS = re.compile(r"graphviz|own-map|/draw\.zip|/python\.zip|pyodide|worker\.js|picture\.css|/trees/")
SWITCH, TOLD = "[data-own=switch]", ".ww-own [role=status]"


@pytest.fixture(scope="session")
def chosen(own_trees):
    """A tree of which a choice takes nodes away: its name, the choice, and what is left."""
    boom, given, left = landmarks.decisive_choice(own_trees)
    return boom.id, given, left


def keep(page, given):
    page.goto("/noodkaart/")
    page.evaluate("given => localStorage.setItem('wegwijzer-beleid', given)", json.dumps(given))


def on_own_map(page, chosen):
    """The own tree, drawn."""
    tree, given, _ = chosen
    keep(page, given)
    page.goto(f"/kaart/{tree}/")
    page.locator(SWITCH).click()
    expect(page.locator(".ww-own-keep")).to_be_visible(timeout=60_000)
    return page


def nodes(page, tree):
    """The nodes that stand on the map, of all its sheets."""
    found = page.locator(".ww-node:not(.ww-node-stub, .ww-node-sheet)").evaluate_all(
        "all => all.map((each) => each.id)"
    )
    return {name.removeprefix(f"{tree}-") for name in found}


def test_reading_a_map_loads_nothing_that_draws(page, chosen):
    """Not for who kept a choice either: only for who asks."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    keep(page, chosen[1])
    page.goto(f"/kaart/{chosen[0]}/")
    expect(page.locator(SWITCH)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert any(url.endswith("/map.js") for url in asked)
    assert [url for url in asked if DRAWS.search(url)] == []


def test_without_choices_there_is_no_switch(page, chosen):
    """An address that asks for the own tree says so, and the map stays."""
    page.goto(f"/kaart/{chosen[0]}/")
    page.locator("body.ww-js").wait_for()
    expect(page.locator(".ww-own")).to_be_hidden()
    page.goto(f"/kaart/{chosen[0]}/#onze-boom")
    expect(page.locator(TOLD)).to_contain_text("nog geen keuzes")
    expect(page.locator(SWITCH)).to_be_hidden()
    expect(page.locator(".ww-sheet:visible")).to_have_count(1)


def test_the_own_tree_is_drawn_and_the_other_comes_back(page, chosen, own_trees):
    """What can no longer be reached is gone, numbers stay, and a second press gives the map of everybody."""
    tree, _, left = chosen
    on_own_map(page, chosen)
    assert nodes(page, tree) == set(left.numbers)
    expect(page.locator(TOLD)).to_contain_text(f"{len(left.lines)} van de {len(own_trees[tree].lines)} stappen")
    for name, number in left.numbers.items():
        expect(page.locator(f'[id="{tree}-{name}"] .ww-dot-text')).to_have_text(number)
    expect(page.locator(".ww-sheet:visible")).to_have_count(1)
    page.locator(SWITCH).click()
    expect(page.locator(SWITCH)).to_have_text("Onze boom")
    assert nodes(page, tree) == set(own_trees[tree].numbers)
    expect(page.locator(".ww-own-keep")).to_be_hidden()


def test_the_page_draws_what_python_asks_for(page, chosen, own_trees):
    """Each sheet has the nodes and arrows of its DOT source, and says in words what follows from a choice."""
    tree, given, _ = chosen
    on_own_map(page, chosen)
    for sheet in draw(own_trees[tree], {"given": given})["sheets"]:
        ids = set(re.findall(r'\bid="([^"]+)"', sheet["dots"][0]))
        there = page.locator(f"#{sheet['place']}").evaluate(
            "all => [...all.querySelectorAll('svg [id]')].map((each) => each.id)"
        )
        assert ids <= set(there)
        assert page.locator(f"#{sheet['place']}", has_text="jullie afspraak").count() == int(
            "jullie afspraak" in str(sheet)
        )


def test_a_step_is_found_and_leads_to_the_wizard(page, chosen):
    """The field knows the steps that are left; each leads to its place in the wizard."""
    tree, _, left = chosen
    on_own_map(page, chosen)
    name, number = list(left.numbers.items())[-1]
    field = page.get_by_label("Zoek een stap")
    field.fill(number)
    field.press("Enter")
    link = page.locator(f'[id="{tree}-{name}"] a').first
    expect(link).to_be_focused()
    assert link.get_attribute("xlink:href").endswith(f"/keuzehulp/{tree}/#{tree}-{name}")


def test_an_address_opens_it(page, chosen):
    """As the page with the choices links to it."""
    keep(page, chosen[1])
    page.goto(f"/kaart/{chosen[0]}/#onze-boom")
    expect(page.locator(".ww-own-keep")).to_be_visible(timeout=60_000)
    assert nodes(page, chosen[0]) == set(chosen[2].numbers)


@pytest.mark.slow
def test_a_sheet_is_kept_as_svg_and_as_png(page, chosen):
    """With our letters and colours in it, also after somebody looked closer; without links and ids of icons elsewhere."""
    on_own_map(page, chosen)
    box = page.locator(".ww-sheet:visible svg").get_attribute("viewBox")
    page.get_by_role("button", name="Groter").click()
    expect(page.locator(".ww-sheet:visible svg")).not_to_have_attribute("viewBox", box)
    files = {}
    for kind in ("svg", "png"):
        with page.expect_download() as waiting:
            page.locator(f"[data-own={kind}]").click()
        assert (
            waiting.value.suggested_filename
            == f"{chosen[0]}-{page.locator('.ww-sheet:visible').get_attribute('id')}.{kind}"
        )
        files[kind] = waiting.value.path().read_bytes()
    root = ET.fromstring(files["svg"])  # noqa: S314 - what our own page made
    style = root.find(f"{{{SVG}}}style").text
    assert "data:font/woff2;base64," in style
    assert ".ww-node" in style
    assert {each.tag for each in root.iter()} & {f"{{{SVG}}}a", f"{{{SVG}}}use", f"{{{SVG}}}script"} == set()
    width, height = (float(root.get(key)) for key in ("width", "height"))
    assert root.get("viewBox").split()[2:] == [f"{width:.2f}", f"{height:.2f}"]
    picture = Image.open(io.BytesIO(files["png"]))
    assert picture.size == (int(2 * width), int(2 * height))
    assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert len(picture.convert("RGB").getcolors(1 << 24)) > 20


@pytest.mark.parametrize("missing", mostly_slow(["draw.zip", "graphviz.js", "own-map.js"], quick=["graphviz.js"]))
def test_when_drawing_fails_the_map_stays(browsing, base_url, chosen, own_trees, missing):
    """One clear line, and a second press tries again."""
    page = browsing()
    page.goto(f"{base_url}/noodkaart/")
    page.evaluate("given => localStorage.setItem('wegwijzer-beleid', given)", json.dumps(chosen[1]))
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(f"{base_url}/kaart/{chosen[0]}/")
    page.locator(SWITCH).click()
    expect(page.locator(TOLD)).to_have_text(
        "Jullie boom tekenen lukt niet. De kaart met alle keuzes blijft staan.", timeout=60_000
    )
    assert nodes(page, chosen[0]) == set(own_trees[chosen[0]].numbers)
    expect(page.locator(SWITCH)).to_have_text("Onze boom")
    if missing == "draw.zip":  # of a module that failed to load a browser may keep that it did
        page.unroute(f"**/{missing}")
        page.locator(SWITCH).click()
        expect(page.locator(".ww-own-keep")).to_be_visible(timeout=60_000)


@pytest.mark.slow
def test_another_tab_changes_a_choice(context, page, chosen):
    """The own tree follows; without any choice left, the map of everybody is back."""
    on_own_map(page, chosen)
    other = context.new_page()
    other.goto("/noodkaart/")
    other.evaluate("localStorage.removeItem('wegwijzer-beleid')")
    expect(page.locator(".ww-own")).to_be_hidden()
    expect(page.locator(".ww-own-keep")).to_be_hidden()
    assert nodes(page, chosen[0]) > set(chosen[2].numbers)


def test_it_fits_a_phone_in_the_dark(browsing, base_url, chosen):
    """Nothing scrolls aside, every way can be pressed, and the drawing stands below them."""
    page = browsing()
    page.goto(f"{base_url}/noodkaart/")
    page.evaluate("given => localStorage.setItem('wegwijzer-beleid', given)", json.dumps(chosen[1]))
    page.goto(f"{base_url}/kaart/{chosen[0]}/#onze-boom")
    expect(page.locator(".ww-own-keep")).to_be_visible(timeout=60_000)
    assert page.evaluate(FITS)
    for button in page.locator(".ww-own button:visible").all():
        assert button.bounding_box()["height"] >= 24
    frame, foot = (
        page.locator(".ww-sheet:visible .ww-scroll").bounding_box(),
        page.locator(".ww-bare-foot").bounding_box(),
    )
    assert frame["height"] > 200
    assert frame["y"] + frame["height"] <= foot["y"]


def test_on_paper_every_sheet_is_whole(page, chosen):
    """Each stands below the one before, not only the one that is in sight, and without buttons."""
    on_own_map(page, chosen)
    page.emulate_media(media="print")
    expect(page.locator(".ww-sheet:visible")).to_have_count(page.locator(".ww-sheet").count())
    expect(page.locator(".ww-own")).to_be_hidden()
    page.emulate_media(media="screen")


def test_a_choice_under_a_former_name_counts(page, chosen):
    """A tree of choices that became another one: what was kept under its old name is still that choice."""
    tree, given, left = chosen
    page.goto(f"/kaart/{tree}/")
    former = page.locator(".ww-own").get_attribute("data-former").split()
    ((name, value),) = given.items()
    owner, _, question = name.partition(".")
    old = next(pair.partition("=")[0] for pair in former if pair.endswith(f"={owner}"))
    keep(page, {f"{old}.{question}": value})
    page.goto(f"/kaart/{tree}/#onze-boom")
    expect(page.locator(".ww-own-keep")).to_be_visible(timeout=60_000)
    assert nodes(page, tree) == set(left.numbers)
