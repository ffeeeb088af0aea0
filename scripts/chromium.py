"""Debian's Chromium, headless, for measuring and testing."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, BrowserContext, Playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters are as wide as the file of the letter says, whatever the screen
)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start the browser, also with `flags` of one's own; it asks nothing of the outside world."""
    return playwright.chromium.launch(executable_path=_program(), args=[*FLAGS, *flags])


def launch_profile(playwright: Playwright, folder: str) -> BrowserContext:
    """Start the browser with windows and a profile of its own, as a reader has: its settings count, and it keeps what it keeps."""
    return playwright.chromium.launch_persistent_context(
        folder, executable_path=shutil.which("chromium"), args=[*FLAGS]
    )


def _program() -> str:
    """The same browser without its windows where that is packaged apart: a page costs half the work."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
