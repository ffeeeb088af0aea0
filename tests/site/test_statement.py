"""The accessibility statement: it claims what somebody confirmed and no more, and every page leads to it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import ROOT, speaking, words
from statements import WHOLE, read
from wegwijzer.check.settings import settings_in
from wegwijzer.kinds.settings import SettingsFile
from wegwijzer.kinds.statement import HEADINGS, Barrier, statement_in
from wegwijzer.locale.catalogue import languages
from wegwijzer.model.local import Publisher
from wegwijzer.publish.foot import foot, with_foot
from wegwijzer.publish.moved import SCRIPT
from wegwijzer.publish.offline import AWAY
from wegwijzer.render.guide.statement import MODEL, statement_html, statement_record
from wegwijzer.testing import problems

SITE = ROOT / "site"
CLAIMS = r"voldoet (?!\.)(?:volledig|gedeeltelijk|niet)|compliant with"


def without(*keys, text=WHOLE):
    """The settings without the lines of these keys."""
    return "".join(line for line in text.splitlines(keepends=True) if line.partition(" = ")[0] not in keys)


def told(text):
    """The line and the message of each thing that is wrong with settings."""
    return [(problem.line, problem.message) for problem in settings_in(SettingsFile(text))[1]]


def test_a_whole_statement_is_right_and_read():
    """Days may stand without quotes; each exception is there under its heading, in the order of the file."""
    assert told(WHOLE) == []
    found = read()
    assert found.complete
    assert ("2025-06-02", "2025-06-01", "2026-06-01") == (found.confirmed, found.seen, found.again)
    assert (Barrier("noncompliance", "Een pdf heeft geen labels.", "de tekst op de pagina."),) == found.barriers[:1]


@pytest.mark.parametrize(
    "key", ["page", "law", "status", "confirmed", "method", "prepared", "enforcement", "mail", "publisher"]
)
def test_what_is_not_whole_is_told_and_claims_nothing(key):
    """Without any of the parts of the model it is an error at the publisher or the status, and the page claims nothing."""
    text = without(key, "form", "phone")
    ((line, message),) = told(text)
    assert text.splitlines()[line - 1].startswith("status" if key == "publisher" else "publisher")
    assert key in message
    html = statement_html(read(text), "../../")
    assert re.search(CLAIMS, words(html)) is None
    none = key == "publisher"
    assert ("Nog niemand publiceert deze kopie" if none else "legde nog geen toegankelijkheidsverklaring af") in html
    assert "Een pdf heeft geen labels." in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"partial"', '"full"'), "‘full’ kan niet als er iets niet in orde is"),
        (("2025-06-02", '"gisteren"'), "‘confirmed’ kan niet ‘gisteren’ zijn"),
        (('heading = "scope"', 'heading = "other"'), "‘heading’ kan niet ‘other’ zijn"),
        (('what = "Een oud archief."', 'waht = "Een oud archief."'), "‘waht’ is geen instelling"),
        (('what = "Een oud archief."', ""), "‘archief’ heeft geen ‘what’"),
        (("[accessibility.exceptions.archief]", "[accessibility.archief]"), "‘archief’ is geen instelling"),
    ],
)
def test_what_cannot_be_is_told(change, said):
    """A status that the exceptions belie, a wrong day, heading or key."""
    assert said in [message for _, message in told(WHOLE.replace(*change))]


def test_a_status_needs_exceptions_or_none():
    """In part or not at all: then it says why. Wholly: then only what the law leaves out may be listed."""
    bare = WHOLE.partition("[accessibility.exceptions")[0]
    assert ["Er staat niet wat er niet in orde is"] == [message for _, message in told(bare)]
    assert told(bare.replace('"partial"', '"full"')) == []
    assert told(WHOLE.replace('"partial"', '"full"').replace("noncompliance", "scope")) == []


def test_the_page_has_the_parts_of_the_model_in_order():
    """What it is about, status, what is not accessible, preparation, feedback, enforcement; and nothing as markup."""
    html = statement_html(read(), "../../", "https://voorbeeld.be/wegwijzer/")
    assert [
        "Toegankelijkheidsverklaring",
        "Nalevingsstatus",
        "Niet-toegankelijke inhoud",
        "Opstelling van deze verklaring",
        "Feedback en contactgegevens",
        "Handhavingsprocedure",
    ] == re.findall("<h2>(.*?)</h2>", html)
    assert [
        "Niet-naleving van de wetgeving",
        "De inhoud valt buiten het toepassingsgebied van de wetgeving",
    ] == re.findall("<h3>(.*?)</h3>", html)
    assert "Gemeente &lt;Voorbeeld&gt;" in html
    text = words(html)
    assert "Deze site voldoet gedeeltelijk aan de Europese norm EN 301 549." in text
    assert "Gemeente <Voorbeeld> bevestigde dat op 2025-06-02." in text
    assert "beoordeeld door iemand van buiten" in text
    assert {"mailto:toegankelijk@voorbeeld.be", "tel:020000000", "../../accessibility.json"} <= set(
        re.findall('href="([^"]*)"', html)
    )
    assert 'data-day="2026-06-01"' in html


@pytest.mark.parametrize("status", ["full", "partial", "none"])
@pytest.mark.parametrize("language", languages())
def test_every_status_and_heading_has_words(language, status):
    """Each status says something else, in each language, and each heading that holds something is there."""
    barriers = tuple(Barrier(heading, f"<{heading}>") for heading in HEADINGS)
    with speaking(language):
        html = statement_html(replace(read(), status=status, barriers=barriers), "")
        others = [statement_html(replace(read(), status=one), "") for one in {"full", "partial", "none"} - {status}]
    assert 3 == html.count("<h3>")
    (claim,) = re.findall("<strong>(.*?)</strong>", html)
    assert not any(claim in other for other in others)


def test_programs_read_the_same():
    """The record has every key of the settings, the model that it follows, and what it is about; it is plain JSON."""
    record = json.loads(json.dumps(statement_record(read(), "Hulp", "https://voorbeeld.be/")))
    assert record["model"] == MODEL
    assert {"name": "Hulp", "address": "https://voorbeeld.be/"} == record["site"]
    assert ("partial", "2025-06-02", "third-party") == (record["status"], record["confirmed"], record["method"])
    assert ["noncompliance", "scope"] == [one["heading"] for one in record["exceptions"]]
    written = set(re.findall(r"^(\w+) = ", WHOLE, re.MULTILINE)) - {"heading", "what", "alternative"}
    assert written <= record.keys()


@pytest.mark.parametrize(("today", "old"), [("2026-06-01", False), ("2026-06-02", True), (None, False)])
def test_the_checker_tells_a_statement_of_more_than_a_year(today, old):
    """From a year and a day after the last review, and never where no day is known."""
    tree = "title: Voorbeeld\nstart: ga\nactions:\n  ga: {title: Luister, steps: [{text: Luister goed.}]}\n"
    found = problems({"wegwijzer.toml": WHOLE, "trees/boom.yml": tree}, today=today)
    assert [("wegwijzer.toml", 10, "W311")] * old == [(one.path, one.line, one.code) for one in found]


def test_a_foot_gets_the_link_once_and_a_page_without_one_stays():
    """That of Material and of Zensical, and that of a bare page; without a way nothing changes."""
    theme, bare = '<div class="md-copyright">\n x</div>', '<footer class="ww-bare-foot"><p>x</p></footer>'
    for page in (theme, bare):
        assert 1 == with_foot(page, foot("../a/", None)).count('<a href="../a/">Toegankelijkheid</a>')
        assert page == with_foot(page, foot("", None))
    assert with_foot(bare, foot("../a/", None)).endswith("<p>x</p></footer>")
    assert "<p>x" == with_foot("<p>x", foot("../a/", None))
    publisher = Publisher("Gemeente <b>", "Plein 1", "info@elmdorp.example", "09 999 99 22", "0999.999.922")
    told = foot("", publisher)
    assert "Gemeente &lt;b&gt; · Plein 1 · " in told
    assert 'href="tel:099999922"' in told
    assert "ondernemingsnummer 0999.999.922" in told


def test_every_page_of_the_site_leads_to_it():
    """At any depth, the wizards to embed too; a page of an address that moved shows nothing itself, and that of no network
    leads only to what a browser kept.
    """
    offline = SITE / "assets/offline"
    pages = [file for file in SITE.rglob("*.html") if offline not in file.parents and file != SITE / AWAY]
    assert len(pages) > 100
    for page in pages:
        html = page.read_text(encoding="utf-8")
        if SCRIPT in html:
            continue
        (way,) = re.findall(r'<p class="ww-to-statement"><a href="([^"]*)">Toegankelijkheid</a></p>', html)
        if page.name == "404.html":
            assert way.startswith("/"), page
            assert way.endswith("/over/toegankelijkheid/")
        else:
            assert (SITE / "over/toegankelijkheid") == Path(page.parent, way).resolve(), page


def test_nobody_publishes_this_copy():
    """So the page says that, no status stands on it, and there is no statement for programs."""
    assert not statement_in(SettingsFile((ROOT / "wegwijzer.toml").read_text(encoding="utf-8"))).complete
    html = (SITE / "over/toegankelijkheid/index.html").read_text(encoding="utf-8")
    assert "Nog niemand publiceert deze kopie" in html
    assert re.search(CLAIMS, words(html)) is None
    assert not (SITE / "accessibility.json").exists()
