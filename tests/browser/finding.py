"""Looking for something in the window of the theme."""

from __future__ import annotations

from playwright.sync_api import Page


def whole(page: Page, words: str) -> None:
    """Have words looked for once, when all of them stand there: what half a word finds may still be on its way."""
    field = page.get_by_role("textbox", name="Zoeken")
    field.click()
    field.fill(words)
    field.press("End")  # the theme looks when a key is let go
