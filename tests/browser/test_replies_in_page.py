"""A model reply in variants: what a reader chooses counts in each node and stays; what they changed is never lost."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest
from playwright.sync_api import expect
from test_accessibility import violations
from wizard import Wizard, settled

from helpers import ROOT
from wegwijzer.serve.server import server
from wegwijzer.testing import write

pytestmark = pytest.mark.slow
TREE = """
title: Een boos bericht
start: toon
questions:
  toon:
    text: Wat zie je?
    answers:
      vraag: {text: Een vraag, to: antwoord}
      grens: {text: Een belediging, to: grens}
actions:
  antwoord:
    title: Antwoord op de vraag
    steps: [{text: Zoek het op.}]
    reply: {text: 'We kijken {je|uw} vraag na.', never: [Beloof niets.]}
  grens:
    title: Trek een grens
    steps: [{text: Lees het bericht opnieuw.}]
    reply:
      relation: limit
      text: |-
        We lazen {je|uw} bericht.
        {Wil je|Wilt u} iets zeggen over de straat, dan lezen we dat.
      short: We halen {je|uw} bericht weg.
      never: [Bedank niet., Noem niemand bij naam.]
cases:
  - {title: Een vraag, answers: {toon: vraag}, ends_in: antwoord}
  - {title: Een belediging, answers: {toon: grens}, ends_in: grens}
"""
LONG = "We lazen {} bericht.\n{} iets zeggen over de straat, dan lezen we dat."
INFORMAL, FORMAL = LONG.format("je", "Wil je"), LONG.format("uw", "Wilt u")
KEPT = "localStorage.getItem('wegwijzer-antwoord')"


@pytest.fixture(scope="module")
def base_url(tmp_path_factory):
    """The address of a small site with such replies, built and served."""
    folder = tmp_path_factory.mktemp("project")

    def run(where, *words):
        done = subprocess.run(
            [sys.executable, "-m", "wegwijzer.cli", *words],
            cwd=where,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert 0 == done.returncode, done.stdout + done.stderr

    run(folder, "init", "plein")
    root = folder / "plein"
    page = '# Een boos bericht\n\n{{ wizard("antwoord") }}\n'
    write(root, {"trees/antwoord.yml": TREE, "docs/keuzehulp/antwoord.md": page})
    run(root, "build")
    with server(root / "site", 0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_address[1]}"
        serving.shutdown()


@pytest.fixture
def context(chromium, base_url):
    """A reader with a phone, who was never here before."""
    made = chromium.new_context(base_url=base_url, viewport={"width": 320, "height": 800}, color_scheme="dark")
    made.set_default_timeout(30_000)
    yield made
    made.close()


@pytest.fixture
def wizard(page):
    """Where the line is drawn, with Python leading."""
    return Wizard.open(page, "antwoord", "antwoord-grens;toon.grens").leading()


def field(wizard):
    return wizard.step.locator("[data-reply]")


def choose(wizard, name):
    settled(wizard.page)
    button = wizard.step.locator(f"[data-variant={name}]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_a_choice_counts_everywhere_and_stays(wizard, page, context):
    """The field follows both switches, ‘Kopieer’ takes what stands there, another node and a reload follow the choice."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(field(wizard)).to_have_value(INFORMAL)
    assert page.evaluate(KEPT) is None
    copy = wizard.step.locator("[data-copy=text]")
    copy.click()
    expect(copy).to_have_text("Gekopieerd")
    choose(wizard, "form-formal")
    expect(field(wizard)).to_have_value(FORMAL)
    expect(copy).to_have_text("Kopieer")
    choose(wizard, "length-short")
    expect(field(wizard)).to_have_value("We halen uw bericht weg.")
    copy.click()
    expect(copy).to_have_text("Gekopieerd")
    assert "We halen uw bericht weg." == page.evaluate("navigator.clipboard.readText()")
    page.reload()
    wizard.leading()
    expect(field(wizard)).to_have_value("We halen uw bericht weg.")
    page.goto("/keuzehulp/antwoord/#antwoord-antwoord;toon.vraag")
    wizard.expect_node("antwoord")
    expect(field(wizard)).to_have_value("We kijken uw vraag na.")  # it has no short one
    expect(wizard.step.locator("[data-variant^=length]")).to_have_count(0)
    expect(wizard.step).to_contain_text("Beloof niets.")


def test_each_variant_keeps_its_draft(wizard, page):
    """What was changed in one variant stands there again after another one, and after back and forward; none is kept."""
    field(wizard).fill("Onze eigen lange tekst")
    choose(wizard, "length-short")
    expect(field(wizard)).to_have_value("We halen je bericht weg.")
    field(wizard).fill("Onze eigen korte tekst")
    choose(wizard, "length-long")
    expect(field(wizard)).to_have_value("Onze eigen lange tekst")
    choose(wizard, "form-formal")
    expect(field(wizard)).to_have_value(FORMAL)
    choose(wizard, "form-informal")
    choose(wizard, "length-short")
    expect(field(wizard)).to_have_value("Onze eigen korte tekst")
    page.evaluate("location.hash = '#antwoord-toon'")
    wizard.expect_node("toon")
    page.evaluate("history.back()")
    wizard.expect_node("grens")
    expect(field(wizard)).to_have_value("Onze eigen korte tekst")
    assert "eigen" not in page.evaluate("JSON.stringify([location.href, {...localStorage}, {...sessionStorage}])")


def test_what_was_kept_by_nobody_of_ours_does_no_harm(wizard, page):
    """A record that does not fit gives the usual variant."""
    page.evaluate('localStorage.setItem(\'wegwijzer-antwoord\', \'{"form": "short", "length": "short", "x": 1}\')')
    page.reload()
    wizard.leading()
    expect(field(wizard)).to_have_value("We halen je bericht weg.")


def test_the_switches_are_accessible(wizard, page):
    """By axe and by keyboard, each at least 24 pixels high; nothing scrolls sideways on a small phone."""
    assert violations(page, "wegwijzer-wizard") == []
    for button in wizard.step.locator("[data-variant]").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    button = wizard.step.get_by_role("group", name="Aanspreking").get_by_role("button", name="u", exact=True)
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
