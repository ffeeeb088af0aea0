"""Every page gets a policy that allows the theme's own scripts and nothing that came along with a text."""

from __future__ import annotations

import re
from html import unescape

import pytest

from helpers import ROOT, tree_files
from wegwijzer.publish.moved import SCRIPT, page_to
from wegwijzer.publish.policy import UnknownScriptError, policy_tag, with_policy
from wegwijzer.publish.theme import source_hash
from wegwijzer.render.element import element

SITE = ROOT / "site"
HASH = re.compile(r"'sha256-[^']+'")
HEADER = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def page(body="", head='<head>\n<meta charset="utf-8">'):
    """A small page."""
    return f"<!doctype html><html>{head}<title>x</title></head><body>{body}</body></html>"


def scripts_of(html):
    """What a policy says of scripts."""
    return next(part for part in HEADER.search(html)[1].split("; ") if part.startswith("script-src"))


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<script\n>alert(1)</script >",
        "<script>alert(1)</script\n foo>",
        "<script type='text/javascript'>alert(1)</script>",
        '<script type="module" async>alert(1)</script>',
        '<script data-src="x.js">alert(1)</script>',
        "<script data-src='x.js' id=x>alert(1)</script>",
        '<script title=" src=x.js">alert(1)</script>',
        '<script title=">">alert(1)</script>',
        '<script title="</script>">alert(1)</script>',
        '<script data-type="application/json">alert(1)</script>',
        """<script title=' type="application/json"'>alert(1)</script>""",
        '<script type="text/javascript" type="application/json">alert(1)</script>',
        '<script type="application/jsonx">alert(1)</script>',
        '<script type="application/ld+json">{}</script>',
        '<script type="importmap">{}</script>',
        "<script/>alert(1)</script>",
        "<svg><script>alert(1)</script></svg>",
        "<script>alert(1)",
        f"<script>{SCRIPT} </script>",
        f"<script>{SCRIPT.upper()}</script>",
    ],
)
def test_an_unknown_script_stops_the_page(script):
    """However it is written; the message shows how it begins."""
    with pytest.raises(UnknownScriptError, match=r"een script dat we niet kennen: ‘[^’]+’"):
        with_policy(page(f"<p>tekst</p>{script}"), ())


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        "<SCRIPT SRC='a.js' defer></SCRIPT>",
        "<script async src=a.js>alert(1)</script>",
        '<script type="application/json">{"a": "alert(1)"}</script>',
        "<script type='application/json' id=x>alert(1)</script>",
        '<SCRIPT id="x" TYPE="Application/JSON">alert(1)</SCRIPT>',
        "<script-achtig>tekst</script-achtig>",
    ],
)
def test_what_no_browser_runs_gets_no_permission(script):
    """A file is allowed by its place, data are never run: neither stops the page, and neither gets a hash."""
    assert scripts_of(with_policy(page(script), ())) == "script-src 'self' 'wasm-unsafe-eval'"


def test_our_own_page_for_an_old_address_is_known():
    """Its script is allowed, to the letter."""
    html = with_policy(page_to("../nieuw/"), ())
    assert HASH.findall(scripts_of(html)) == [source_hash(SCRIPT)]


@pytest.mark.parametrize(
    ("place", "base"),
    [
        ("index.html", "."),
        ("gids/index.html", ".."),
        (f"keuzehulp/{tree_files()[0].stem}/index.html", "../.."),
        ("404.html", "/"),
        ("404.html", "/wegwijzer/"),
        ("404.html", "/map%20met/een~streepje_2/"),
    ],
)
def test_the_scripts_of_the_theme_pass_at_any_depth(place, base):
    """A page of the built site passes where it stands, also when the site stands in a folder of a host."""
    html = HEADER.sub("", (SITE / place).read_text(encoding="utf-8"))
    moved = re.sub(r'new URL\("[^"]*",location\)', f'new URL("{base}",location)', html)
    assert moved.count(f'new URL("{base}",location)') == 1
    allowed = HASH.findall(scripts_of(with_policy(moved, ())))
    inline = re.findall(r"<script>(.*?)</script>", moved, re.DOTALL)
    assert len(inline) >= 2
    assert sorted(allowed) == sorted({source_hash(code) for code in inline})


@pytest.mark.parametrize("base", ["https://elders.be/", '"+alert(1)+"', "\\x2f"])
def test_nothing_else_in_a_known_script_may_differ(base):
    """The place of the root is a path and no more."""
    html = (
        (SITE / "index.html")
        .read_text(encoding="utf-8")
        .replace('new URL(".",location)', f'new URL("{base}",location)')
    )
    assert base in html
    with pytest.raises(UnknownScriptError):
        policy_tag(html, ())


def test_the_policy_stands_before_all_that_it_must_hold():
    """Right after the character set, before any script or style; what must come next does; styles are named."""
    first = element("script", {"src": "eerst.js"})
    html = with_policy(page('<script src="x.js"></script>'), ["'sha256-x='"], then=first)
    head = html.index("<meta charset")
    assert head < html.index("Content-Security-Policy") < html.index("eerst.js") < html.index("<title>")
    assert "style-src 'self' 'sha256-x='" in unescape(HEADER.search(html)[1])
    assert html.count("Content-Security-Policy") == 1


@pytest.mark.parametrize(
    "head", ["", "<head>", "<head><title>y</title><meta charset=utf-8>", "<header><meta charset=utf-8>"]
)
def test_a_page_without_a_place_for_it_stops(head):
    """No page goes out without a policy."""
    with pytest.raises(ValueError, match="geen <head> met <meta charset>"):
        with_policy(page(head=head), ())


def test_every_page_of_the_site_allows_itself_and_known_scripts_alone():
    """No page of the site allows scripts inside it in general, or from elsewhere."""
    pages = [file for file in SITE.rglob("*.html") if "offline" not in file.parts]
    assert len(pages) > 100
    for file in pages:
        rules = HEADER.findall(file.read_text(encoding="utf-8"))
        assert len(rules) == 1, file
        assert rules[0].startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"), file
        assert not re.search(r"unsafe-inline|'unsafe-eval'|https?:|\*", rules[0]), file
