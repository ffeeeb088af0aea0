"""What a reader does with the case file and with local choices, and where a browser keeps them."""

from __future__ import annotations

from playwright.sync_api import expect

CASE, CHOICES = "wegwijzer-dossier", "wegwijzer-beleid"


def notes(wizard):
    """The case file of a wizard."""
    return wizard.root.locator(".ww-dossier")


def opening(wizard):
    """Opens the case file, as a reader does."""
    if wizard.root.get_attribute("data-kind") == "action":
        wizard.more()
    wizard.root.locator("[data-dossier]").click()
    expect(notes(wizard).locator("h3")).to_be_focused()
    return notes(wizard)


def remembering(wizard, asked):
    """Keeps a local choice, as a reader does."""
    wizard.follow(asked.whole.answers)
    wizard.path()
    wizard.root.get_by_role("button", name="Onthoud als ons beleid").click()


def erasing(page, place):
    page.once("dialog", lambda dialog: dialog.accept())
    place.get_by_role("button", name="Wis het dossier").click()
    expect(place).to_be_hidden()
