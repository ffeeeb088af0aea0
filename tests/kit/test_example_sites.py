"""The examples, built with the kit as their makers would, and walked in a real browser."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import expect

from chromium import launch
from helpers import ROOT

pytestmark = pytest.mark.slow
PAGES = {"ssvc": "guide/supplier/", "erfenis": "keuzehulp/wie-erft/"}
STEPS = 20
"""More than the longest walk has."""


@pytest.mark.parametrize("name", PAGES)
def test_an_example_builds_and_walks(name, environment, shown, tmp_path, playwright):
    """Always the first answer, and always the last one: both end in an action, with Python in the page."""
    project = tmp_path / name
    shutil.copytree(ROOT / "examples" / name, project, ignore=shutil.ignore_patterns("build", "site"))
    environment.wegwijzer("check", "--strict", ".", cwd=project)
    environment.wegwijzer("build", cwd=project)
    with shown(project / "site") as base, launch(playwright) as browser:
        for which in (0, -1):
            page = browser.new_page()
            page.goto(base + PAGES[name])
            wizard = page.locator("wegwijzer-wizard")
            expect(wizard).to_have_attribute("data-engine", "python", timeout=30_000)
            for _ in range(STEPS):
                if wizard.get_attribute("data-kind") == "action":
                    break
                node = wizard.get_attribute("data-node")
                page.wait_for_timeout(400)  # a new step takes no press at first
                page.locator(".ww-answer").locator("visible=true").nth(which).click()
                expect(wizard).not_to_have_attribute("data-node", node)
            assert wizard.get_attribute("data-kind") == "action"
