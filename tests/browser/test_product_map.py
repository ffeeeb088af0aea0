"""Sharing a link, also an old one, and the map."""

from __future__ import annotations

import re

import pytest
from places import ROOT
from playwright.sync_api import expect
from wizard import Wizard, opened

from wegwijzer.render.regions import sheets_of

JSQR = (ROOT / "node_modules/jsqr/dist/jsQR.js").read_text(encoding="utf-8")
READ_QR = """async () => {
  const svg = document.querySelector(".ww-qr svg").cloneNode(true);
  svg.setAttribute("width", 600); svg.setAttribute("height", 600);
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(new XMLSerializer().serializeToString(svg));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 600 });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 600, 600);
  return jsQR(context.getImageData(0, 0, 600, 600).data, 600, 600).data;
}"""


def test_qr_code_holds_the_link(page, base_url, result):
    """The QR code, read by another program than the one that wrote it, is the link to this step."""
    wizard = opened(page, result)
    wizard.more()
    wizard.root.locator(".ww-share summary").click()
    wizard.root.locator("[data-qr]").click()
    expect(wizard.root.get_by_role("img", name="QR-code")).to_be_visible()
    page.evaluate(JSQR)
    link = wizard.root.locator("[data-share]").evaluate("link => link.href")
    assert page.evaluate(READ_QR) == link
    assert link == f"{base_url}/keuzehulp/{result.tree}/#{result.link}"


def test_a_link_of_an_older_tree_says_what_no_longer_holds(page, row):
    """A link of an older version names the answers that are gone; one that still holds says that too."""
    wizard = Wizard.open(
        page, row.tree, f"{row.tree}-weg;{row.first(1).given},{row.nodes[1]}.bestaat-niet;00000000"
    ).leading()
    expect(wizard.root.locator(".ww-notice")).to_contain_text("een antwoord dat niet meer bestaat")
    expect(wizard.root.locator(".ww-notice")).to_contain_text(row.title(1))
    page.goto("about:blank")
    wizard = Wizard.open(page, row.tree, f"{row.tree}-{row.nodes[1]};{row.first(1).given};00000000").leading()
    expect(wizard.root.locator(".ww-notice")).to_contain_text("Je antwoorden passen nog")


def shown(page):
    return page.locator(".ww-sheet:visible")


def view_box(page):
    return shown(page).locator("svg").get_attribute("viewBox")


def on_map(page, tree, fragment=""):
    """The map of a tree, as somebody sees it who comes with this walk."""
    page.goto(f"/kaart/{tree}/" + (f"#{fragment}" if fragment else ""))
    page.locator("body.ww-js").wait_for()


def test_wizard_leads_to_the_map_with_the_walk(page, row):
    """The link under the wizard takes the answers along; on the map they are marked, thicker and with a tick, and the
    reader's place in words and for assistive technology.
    """
    wizard = Wizard.open(page, row.tree).leading()
    wizard.follow(row.answers[:2])
    page.locator(".ww-map-link a").click()
    page.wait_for_url(f"**/kaart/{row.tree}/#*")
    page.locator("body.ww-js").wait_for()
    assert page.url.endswith(row.first(2).link)
    here = page.locator("a[aria-current=step]")
    expect(here).to_have_count(1)
    expect(here).to_be_in_viewport()
    expect(page.locator(".ww-here .ww-you")).to_have_text("Je bent hier")
    expect(page.locator(".ww-node.ww-passed:not(.ww-node-sheet, .ww-node-fork)")).to_have_count(2)
    for name in row.nodes[:2]:
        expect(page.locator(f"#{row.tree}-{name}.ww-passed .ww-you")).to_have_text("✓")
    expect(page.locator(".ww-edge.ww-passed")).not_to_have_count(0)
    widths = [
        page.locator(one).first.evaluate("each => parseFloat(getComputedStyle(each).strokeWidth)")
        for one in (".ww-edge.ww-passed path", ".ww-edge:not(.ww-passed) path")
    ]
    assert widths[0] >= 2 * widths[1]


def test_what_was_typed_stays_in_the_wizard(page, gap):
    """The address of the map has the answers of a walk, and of a text only that there was one."""
    wizard = Wizard.open(page, gap.tree, gap.link).leading()
    wizard.answer("geheim")
    page.locator(".ww-map-link a").click()
    page.wait_for_url(f"**/kaart/{gap.tree}/#*")
    assert f"{gap.node}.~" in page.url
    assert "geheim" not in page.url


def test_a_node_leads_back_to_its_step(page, row):
    """A node on the route leads back to the wizard with the answers before it; another one to its step."""
    on_map(page, row.tree, row.first(2).link)
    link = page.locator(f"#{row.tree}-{row.nodes[1]} a").first
    page.locator("[data-map=here]").click()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/keuzehulp/{row.tree}/#*")
    assert page.url.endswith(row.first(1).link)


def test_sheets_lead_to_each_other(page, large):
    """A large tree begins with its overview; a node there opens that sheet, and what lies elsewhere the sheet that has it."""
    on_map(page, large)
    expect(shown(page)).to_have_id("blad-0")
    shown(page).locator(".ww-node a").nth(1).click()
    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_have_id("blad-2")
    expect(shown(page).locator("h2")).to_be_focused()
    stub = shown(page).locator(".ww-node-stub a").first
    goal = stub.get_attribute("xlink:href")
    stub.focus()
    page.keyboard.press("Enter")
    expect(shown(page)).to_have_id(goal.removeprefix("#"))
    page.go_back()
    expect(shown(page)).to_have_id("blad-2")


def all_of_it_is_in_sight(page, width):
    for node in shown(page).locator(".ww-node").all():
        expect(node).to_be_in_viewport(ratio=0.99)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_sheet_fits_the_screen_at_first(page, large):
    """All of a drawing is in sight, without scrolling to the map."""
    page.set_viewport_size({"width": 1280, "height": 800})
    on_map(page, large, "blad-2")
    all_of_it_is_in_sight(page, 1280)


@pytest.mark.parametrize("width", [320, 390])
def test_a_sheet_can_be_read_at_first_on_a_phone(page, large, own_trees, width):
    """It begins at its first node, with no letter below 12 pixels; ‘Toon alles’ shows the whole."""
    page.set_viewport_size({"width": width, "height": 844})
    on_map(page, large, "blad-2")
    sheet = sheets_of(own_trees[large])[1]
    expect(page.locator(f"#{large}-{sheet.first}")).to_be_in_viewport(ratio=0.99)
    sizes = (
        shown(page)
        .locator("svg")
        .evaluate(
            """(svg) => [...svg.querySelectorAll("text")].map((text) =>
          parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a)"""
        )
    )
    assert min(sizes) >= 12
    page.get_by_role("button", name="Toon alles").click()
    all_of_it_is_in_sight(page, width)


def test_map_zooms_and_pans_by_buttons_keys_and_mouse(page, large):
    """The drawing gets larger, smaller and moves: by buttons, by keys, by wheel, by dragging; ‘Toon alles’ brings it back."""
    on_map(page, large)
    whole = view_box(page)
    seen = [whole]

    def changed():
        expect(shown(page).locator("svg")).not_to_have_attribute("viewBox", seen[-1])
        seen.append(view_box(page))

    for name in ("Groter", "Naar rechts", "Omlaag", "Kleiner"):
        page.get_by_role("button", name=name).click()
        changed()
    frame = shown(page).locator(".ww-scroll")
    frame.focus()
    for key in ("ArrowDown", "+"):
        page.keyboard.press(key)
        changed()
    box = frame.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.wheel(0, -100)
    changed()
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 90, steps=4)
    page.mouse.up()
    changed()
    page.get_by_role("button", name="Toon alles").click()
    expect(shown(page).locator("svg")).to_have_attribute("viewBox", whole)


def test_a_drag_over_a_node_is_no_click(page, small):
    """Who moves the drawing by a node stays on the map."""
    on_map(page, small)
    box = shown(page).locator(".ww-node a").first.bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=4)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert f"/kaart/{small}/" in page.url


def test_find_a_step(page, large, own_trees):
    """By its number or by words of it; the sheet that has it opens there, and what is not there is told."""
    on_map(page, large)
    number, name = next((number, name) for name, number in own_trees[large].numbers.items() if number == "12")
    field = page.get_by_label("Zoek een stap")
    field.fill(number)
    field.press("Enter")
    link = page.locator(f"#{large}-{name} a").first
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    field.fill("zzzz")
    field.press("Enter")
    expect(page.locator(".ww-map-find [role=status]")).to_have_text("Geen stap gevonden.")


def test_map_without_a_script(chromium, base_url, large):
    """All sheets stand below each other with their names and links, and lead to the text."""
    context = chromium.new_context(base_url=base_url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/kaart/{large}/")
    expect(page.locator(".ww-sheet:visible")).to_have_count(page.locator(".ww-sheet").count())
    expect(page.locator(".ww-map-tools")).to_be_hidden()
    page.get_by_role("link", name="de genummerde tekst").click()
    assert page.url.endswith(f"{large}.txt")
    context.close()


def test_a_map_loads_little(page, asked, large):
    """Its own styles and scripts, and one letter: no Python, no other page."""
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    on_map(page, large)
    page.wait_for_load_state("networkidle")
    own = {"map.js", "fragment.js", "viewport.js", "embed-look.js", "early.js", "icon.svg", ""}
    own |= {"own-switch.js", "storage.js"}  # whether this browser keeps choices
    own |= {"offline.js", "quiet.js"}  # when all is quiet, the worker that answers without a network
    sheets = {name for name in asked if re.fullmatch(r"site\.[0-9a-f]{8}\.min\.css", name)}
    assert len(sheets) == 1
    assert {name for name in asked if not name.endswith("woff2")} <= own | sheets
