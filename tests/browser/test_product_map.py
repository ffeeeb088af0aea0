"""Sharing a link, also an old one, and the diagram as a map."""

from __future__ import annotations

from places import ROOT
from playwright.sync_api import expect
from wizard import Wizard, opened

from landmarks import into_another_chapter

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
    return page.locator(".ww-diagram[open] .ww-map svg").first


def test_map_shows_the_route_and_where_the_reader_is(page, row):
    """The diagram marks the steps passed and the current one, in words and for assistive technology too."""
    wizard = Wizard.open(page, row.tree).leading()
    page.locator("#diagram").scroll_into_view_if_needed()
    here = page.locator(".ww-diagram[open] .ww-node a[aria-current=step]")
    expect(here).to_have_count(1)
    wizard.follow(row.answers[:2])
    expect(page.locator(".ww-diagram[open] .ww-node.ww-passed")).to_have_count(2)
    expect(page.locator(".ww-diagram[open] .ww-here .ww-you")).to_have_text("Je bent hier")
    expect(page.locator(".ww-diagram[open] .ww-edge.ww-passed")).not_to_have_count(0)


def test_map_follows_to_the_chapter_of_the_step(page, own_trees):
    """In a large tree the drawing of the chapter with the current step opens, with that step in sight."""
    way = into_another_chapter(own_trees)
    wizard = Wizard.open(page, way.tree).leading()
    page.locator("#diagram").scroll_into_view_if_needed()
    wizard.follow(way.answers)
    wizard.expect_node(way.end)
    expect(page.locator(".ww-diagram[open] .ww-here")).to_have_count(1)
    page.locator(".ww-diagram[open] .ww-map").first.scroll_into_view_if_needed()
    expect(page.locator(".ww-diagram[open] .ww-here")).to_be_in_viewport()


def test_map_zooms_and_pans_by_buttons_keys_and_mouse(page, large):
    """The drawing gets larger, smaller and moves: by buttons, by keys, by dragging; ‘Toon alles’ brings it back."""
    Wizard.open(page, large).leading()
    page.locator("#diagram").scroll_into_view_if_needed()
    page.locator(".ww-diagram[open] [data-map=all]").click()
    whole = shown(page).get_attribute("viewBox")
    seen = [whole]

    def changed():
        expect(shown(page)).not_to_have_attribute("viewBox", seen[-1])
        seen.append(shown(page).get_attribute("viewBox"))

    page.locator(".ww-diagram[open] [data-map=in]").click()
    changed()
    page.locator(".ww-diagram[open] [data-map=right]").click()
    changed()
    frame = page.locator(".ww-diagram[open] .ww-map").first
    frame.focus()
    page.keyboard.press("ArrowDown")
    changed()
    page.keyboard.press("+")
    changed()
    box = frame.bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 140, box["y"] + 90, steps=4)
    page.mouse.up()
    changed()
    page.keyboard.press("0")
    expect(shown(page)).to_have_attribute("viewBox", whole)


def test_a_passed_node_of_the_map_keeps_the_answers_before_it(page, row):
    """Clicking a node on the route goes back there with the earlier answers; the later ones are kept for a change."""
    wizard = Wizard.open(page, row.tree).leading()
    wizard.follow(row.answers[:2])
    page.locator("#diagram").scroll_into_view_if_needed()
    page.locator(".ww-diagram[open] [data-map=all]").click()
    page.locator(".ww-diagram[open] .ww-passed a").nth(1).click()
    wizard.expect_node(row.nodes[1])
    assert row.first(1).given in page.url
