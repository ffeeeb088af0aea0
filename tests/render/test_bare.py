"""A wizard on a bare page: embedded in another site, or as one file on a disk."""

from __future__ import annotations

import base64
import hashlib
import re

from helpers import CHOICES, tree
from wegwijzer.render.bare import embed_page, embed_snippet, kept_policies, offline_page

BOOM = """
title: Wat <nu>?
uses: [keuzes]
start: zicht
questions:
  zicht: {policy: keuzes.zicht, answers: {verbergen: {to: klaar}}, to: termijn}
  termijn: {policy: keuzes.termijn, to: kanalen}
  kanalen: {policy: keuzes.kanalen, to: klaar}
actions:
  klaar: {title: Klaar, steps: ['Lees [meer](/gids/melden/#a).'], see: [keuzes]}
"""
SITE = "https://voorbeeld.be/"


def test_page_tells_which_choices_an_address_may_make():
    """Options, several options, or what may be filled in: nothing else is taken from the address."""
    assert kept_policies(tree(BOOM, keuzes=CHOICES)) == {
        "keuzes.zicht": {"options": ["verbergen", "laten-staan", "nog-niet-beslist"], "many": False},
        "keuzes.termijn": {"pattern": r"^(?:-?[0-9]{1,12}(?:[.,][0-9]{1,6})?)$", "max": 200},
        "keuzes.kanalen": {"options": ["post", "chat"], "many": True},
    }


def test_embedded_page_is_safe_and_complete():
    """The page has its choices as data that cannot end the script, its title escaped, and every step."""
    html = embed_page(tree(BOOM, keuzes=CHOICES))
    assert "<h1>Wat &lt;nu&gt;?</h1>" in html
    data = re.search(r'id="ww-choices"[^>]*>(.*?)</script>', html)[1]
    assert "<" not in data
    assert 'data-nodes="zicht termijn kanalen klaar"' in html
    assert re.findall(r'<section [^>]*id="boom-([a-z]+)"', html) == ["zicht", "termijn", "kanalen", "klaar"]


def test_snippet_shows_the_page():
    """What is pasted elsewhere has the address, and a title for a screen reader."""
    snippet = embed_snippet(tree(BOOM, keuzes=CHOICES), SITE)
    assert f'src="{SITE}embed/boom/" title="Wat &lt;nu&gt;?"' in snippet


def test_file_on_disk_runs_only_its_own_script_and_style():
    """The policy names script and style by their digest; another tree is the file beside it, the rest is on the site."""
    html = offline_page(tree(BOOM, keuzes=CHOICES), style="p{}", script="let a;", site=SITE)
    for text in ("p{}", "let a;"):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in html
    assert 'href="keuzes.html' in html
    assert "../" not in html
    assert f'href="{SITE}gids/melden/#a" rel="noreferrer"' in html
