"""What cannot be loaded or copied: the reader hears it, and can go on."""

from __future__ import annotations

import pytest
from casefile import opening
from playwright.sync_api import expect
from wizard import Wizard, opened

from helpers import mostly_slow


@pytest.mark.parametrize("missing", mostly_slow(["take.zip", "dossier.js"], quick=["take.zip"]))
def test_a_case_file_that_does_not_load_says_so(browsing, missing, small):
    """The reader hears it where it can be seen, nothing is begun, what was kept can be erased, and again works."""
    page = browsing()
    wizard = Wizard.open(page, small).leading()
    page.route(f"**/{missing}", lambda route: route.fulfill(status=404))
    wizard.root.locator("[data-dossier]").click()
    notice = wizard.root.locator(".ww-notice")
    expect(notice).to_contain_text("laadt niet")
    expect(notice).to_be_in_viewport()
    assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None
    if missing == "take.zip":
        page.evaluate("localStorage.setItem('wegwijzer-dossier', '{\"notes\":\"geheim\"}')")
        wizard.root.locator("[data-dossier]").click()
        erase = wizard.root.locator(".ww-tools [data-case=erase]")
        expect(erase).to_be_visible()
        page.once("dialog", lambda dialog: dialog.accept())
        erase.click()
        expect(notice).to_contain_text("gewist")
        expect(erase).to_be_hidden()
        assert page.evaluate("localStorage.getItem('wegwijzer-dossier')") is None
    page.unroute(f"**/{missing}")
    opening(wizard)


@pytest.mark.parametrize("clipboard", mostly_slow(["refused", "absent"], quick=["refused"]))
def test_a_clipboard_that_refuses_selects_the_text(browsing, clipboard, result, small):
    """A link, a model reply, the whole result and a text of a page: selected, and the button says to copy by hand."""
    page = browsing(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        if clipboard == "absent"
        else "if (globalThis.Clipboard) for (const name of ['write', 'writeText']) Clipboard.prototype[name] = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
    )
    selected = "String(getSelection()) || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"
    wizard = opened(page, result)
    wizard.step.locator("[data-reply]").fill("Onze eigen tekst")
    wizard.more()
    wizard.root.locator(".ww-share summary").click()
    for button, expected in (
        (wizard.step.locator("[data-copy=text]"), "Onze eigen tekst"),
        (wizard.root.locator("[data-copy=link]"), f"/keuzehulp/{result.tree}/#{result.link}"),
        (wizard.step.locator("[data-take=rich]"), result.tasks()[0]),
    ):
        button.click()
        expect(button).to_have_text("Kopieer zelf: de tekst is geselecteerd")
        assert expected in page.evaluate(selected)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(f"/keuzehulp/{small}/")
    page.locator("details.ww-embed summary").click()
    page.locator("button[data-copies]").click()
    expect(page.locator("button[data-copies]")).to_have_text("Kopieer zelf: de tekst is geselecteerd")
    assert f"/embed/{small}/" in page.evaluate(selected)
