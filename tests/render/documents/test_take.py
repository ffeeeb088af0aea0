"""What a reader takes along: every document says all of the result, and nothing in a text becomes markup."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import zipfile
from xml.etree import ElementTree as ET

import pytest

from helpers import CHOICES, tree
from wegwijzer import browser
from wegwijzer.compile.codec import encode
from wegwijzer.model.text import plain
from wegwijzer.render.blocks import own
from wegwijzer.render.documents import take
from wegwijzer.render.documents.docx import docx
from wegwijzer.render.documents.ics import folded, seconds, working_day
from wegwijzer.render.documents.markdown import markdown
from wegwijzer.render.documents.page import as_html, as_text
from wegwijzer.render.documents.paper import Made, paper
from wegwijzer.view.nodes import live_view
from wegwijzer.view.phrases import danger
from wegwijzer.walk.walker import Walker, replay

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MADE = Made(base="https://voorbeeld.be/", link="https://voorbeeld.be/#x", when="21 november 2026", now=1_795_244_400)
NASTY = '<b>vet</b> *ster* [haak](x) `code` # | \\ & "q" 1. _s_ ; , \x07'

BUILDER = """
title: Onze tekst
uses: [keuzes]
start: naam
questions:
  naam: {text: 'Hoe heet je gemeente?', fill: {kind: text, max: 200}, to: tekst}
actions:
  tekst:
    title: Neem dit over
    document:
      - {text: Wie we zijn, style: heading}
      - Wij zijn $naam.
      - {text: Eerste punt, style: item}
      - {text: 'Binnen $keuzes.termijn uur', style: item}
      - {text: Alleen bij verbergen, when: {all: [keuzes.zicht.verbergen]}}
      - Slot.
    steps:
      - {text: Hang het uit., within: 2d, who: dienst}
    reply: 'Dag, wij zijn $naam. Lees [meer](https://voorbeeld.be/meer).'
"""


@pytest.fixture(scope="module")
def built():
    return replay(tree(BUILDER, keuzes=CHOICES), [("naam", "Gemeente <A> & *B*")])


def read_xml(text):
    return ET.fromstring(text)  # noqa: S314 - our own


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def paragraphs(parts):
    """The text of every paragraph of a .docx."""
    body = read_xml(parts["word/document.xml"])
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")]


def ends(own_trees):
    """A walk to an end of every tree of the project: the first answer, the last where it comes again, or an example."""
    for compiled in own_trees.values():
        walker = Walker(compiled).settle()
        seen: set[str] = set()
        while not walker.final:
            question = compiled.tree.questions.get(walker.node)
            if question is None:
                answer = "verder"
            elif question.fill:
                answer = {"number": "12", "url": "https://a.be", "email": "a@b.be", "date": "2026-03-01"}.get(
                    question.fill.kind, "Onze gemeente"
                )
            else:
                chosen = [*question.answers][-1 if walker.node in seen else 0]
                answer = (chosen,) if question.choose == "many" else chosen
            seen.add(walker.node)
            walker.give(walker.node, answer).settle()
        yield walker


def test_documents_of_every_tree_say_everything(own_trees):
    """Steps, document, reply, contacts and closing of a result stand in full in each kind of document."""
    for walker in ends(own_trees):
        view = live_view(walker)
        blocks = paper(walker, MADE)
        unlinked = re.sub(r"\[(.*?[^\\])\]\(<.*?>\)", r"\1", markdown(blocks))
        texts = [" ".join(paragraphs(unzipped(docx(blocks)))), as_text(blocks), re.sub(r"\\(.)", r"\1", unlinked)]
        lines = [line for name in ("tasks", "document", "closing") for line in view.about(name)]
        wanted = [line.text for line in lines] + [point for line in lines for point in line.points]
        wanted += [contact.name for contact in view.about("contacts")] + [
            use.question for use in view.about("policies")
        ]
        wanted += [*(text for line in view.about("reply") for text in line.text.split("\n")), walker.compiled.version]
        for text in texts:
            said = " ".join(text.split())
            assert [part for part in wanted if " ".join(plain(part).split()) not in said] == []


def test_document_of_a_builder_comes_along_whole(built):
    """A built text keeps its headings, items and what was filled in; what does not apply stays out."""
    parts = unzipped(docx(paper(built, MADE)))
    texts = paragraphs(parts)
    start = texts.index("Tekst om over te nemen")
    assert [
        "Wie we zijn",
        "Wij zijn Gemeente <A> & *B*.",
        "Eerste punt",
        "Binnen 24 uur",
        "Alleen bij verbergen",
        "Slot.",
    ] == texts[start + 1 : start + 7]
    kept = replay(built.compiled, built.path, given={"keuzes.zicht": "laten-staan"})
    assert "Alleen bij verbergen" not in paragraphs(unzipped(docx(paper(kept, MADE))))
    styles = [style.get(f"{W}val") for style in read_xml(parts["word/document.xml"]).iter(f"{W}pStyle")]
    assert {"Title", "Heading1", "Heading2", "ListNumber", "ListBullet", "Quote", "Note"} <= set(styles)


def test_every_document_says_whom_to_call_in_danger(built):
    """Police and ambulance stand in what is taken along, each with what it is for and a number to touch."""
    blocks = paper(built, MADE)
    for text in (as_text(blocks), " ".join(paragraphs(unzipped(docx(blocks))))):
        assert danger() in text
    assert "[101 (politie)](<tel:101>)" in markdown(blocks)
    assert '<a href="tel:112">112 (ziekenwagen, brandweer)</a>' in as_html(blocks)


def test_docx_is_a_sound_package(built):
    """Every part has a content type and sound XML, and every relationship leads to a part or to an address outside."""
    parts = unzipped(docx(paper(built, MADE)))
    trees = {name: read_xml(text) for name, text in parts.items()}
    types = trees["[Content_Types].xml"]
    defaults = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
    overrides = {each.get("PartName") for each in types.iter(f"{TYPES}Override")}
    assert {"rels", "xml"} == defaults
    assert overrides <= {f"/{name}" for name in parts}
    for name, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        for relation in trees[name].iter(f"{RELATIONS}Relationship"):
            outside = relation.get("TargetMode") == "External"
            assert outside == relation.get("Target").startswith(("https://", "mailto:", "tel:"))
            assert outside or folder + relation.get("Target") in parts
    document = trees["word/document.xml"]
    relations = {each.get("Id") for each in trees["word/_rels/document.xml.rels"]}
    link = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert {each.get(link) for each in document.iter(f"{W}hyperlink")} <= relations
    known = {style.get(f"{W}styleId") for style in trees["word/styles.xml"].iter(f"{W}style")}
    used = {each.get(f"{W}val") for tag in ("pStyle", "rStyle") for each in document.iter(f"{W}{tag}")}
    assert used <= known
    numbers = {each.get(f"{W}numId") for each in trees["word/numbering.xml"].iter(f"{W}num")}
    assert {each.get(f"{W}val") for each in document.iter(f"{W}numId")} <= numbers
    assert docx(paper(built, MADE)) == docx(paper(built, MADE))


@pytest.mark.slow
def test_libreoffice_opens_the_docx(built, tmp_path):
    """LibreOffice reads the same text out of it."""
    file = tmp_path / "proef.docx"
    file.write_bytes(docx(paper(built, MADE)))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profiel",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, "--outdir", tmp_path, file], check=True, capture_output=True, timeout=180)
    text = (tmp_path / "proef.txt").read_text(encoding="utf-8-sig")
    assert "Wij zijn Gemeente <A> & *B*." in text
    assert "1. Hang het uit. (Wie: dienst, binnen 2 dagen)" in text.replace("\t", " ")


def test_markdown_of_a_result(sample, golden):
    """The whole Markdown of a small tree's result. Made anew with `pytest --update-golden`."""
    way = [("toon", "twijfel"), ("naam", "An"), ("klachten", ("kosten",))]
    golden("vuilnis-overleg.md", markdown(paper(replay(sample, way), MADE)))


def test_nothing_in_a_text_becomes_markup():
    """Whatever stands in a text, or was typed, shows as it is."""
    block = own("text", NASTY)
    assert "<b>" not in as_html([block])
    line = markdown([block]).strip()
    assert all(f"\\{mark}" in line for mark in "<*[`#|_\\")
    assert paragraphs(unzipped(docx([block]))) == [NASTY.replace("\x07", "")]
    assert markdown([own("text", "12. geen lijst")]) == "12\\. geen lijst\n"
    assert markdown([own("text", "- geen punt")]) == "\\- geen punt\n"


def test_reply_goes_along_as_the_reader_left_it(built):
    """The model reply that the reader changed stands in the document instead of the one of the tree."""
    changed = Made(reply="Beste,\n[link] <b> dank.")
    quotes = [block.text for block in paper(built, changed) if block.kind == "quote"]
    assert ["Beste,", "[link] <b> dank."] == quotes


def test_links_in_documents_lead_to_the_site_or_outside(sample):
    """A link within the site gets the address of the site; without one it is just words."""
    walker = replay(sample, [("toon", "twijfel"), ("naam", "An"), ("klachten", ("kosten",))])
    hrefs = {span.href for block in paper(walker, MADE) for span in block.spans if span.href}
    assert "https://voorbeeld.be/keuzehulp/keuzes/#keuzes-termijn" in hrefs
    assert all(re.match(r"https://|mailto:|tel:", href) for href in hrefs)
    loose = {span.href for block in paper(walker, Made()) for span in block.spans if span.href}
    assert "https://voorbeeld.be/bemiddelaar" in loose
    assert not any("keuzehulp" in href for href in loose)


def events(text):
    """The appointments of a calendar file, each as a mapping of its properties."""
    assert text.endswith("\r\n")
    lines = text.replace("\r\n ", "").split("\r\n")
    found, current = [], None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            current = {}
            found.append(current)
        elif current is not None and name not in current and name not in ("BEGIN", "END"):
            current[name] = value
    return found


def test_reminder_for_each_step_with_a_term(built):
    """A step to do within two days is looked at on the second day at nine, wherever the reader is, with an alarm; lines stay
    short.
    """
    result = take(built, {"as": "ics", "made": {"now": 1_795_244_400, "zone": 3600}})
    assert ("text/calendar", "wegwijzer-boom-2.ics") == (result["type"], result["name"])
    [event] = events(result["text"])
    assert ("20261121T070000Z", "20261123T090000") == (event["DTSTAMP"], event["DTSTART"])
    assert "Nakijken: Hang het uit." == event["SUMMARY"]
    told = "- Hang het uit. (Wie: dienst\\, binnen 2 dagen)"
    assert f"Onze tekst\\, stap 2\\nNeem dit over\\n{told}" == event["DESCRIPTION"]
    assert result["text"].count("BEGIN:VALARM") == 1
    assert max(len(line.encode()) for line in result["text"].split("\r\n")) <= 75


FRIDAY = 1_795_183_200  # 20 November 2026, 14:00 in UTC


@pytest.mark.parametrize(
    ("now", "zone", "term", "day"),
    [
        (FRIDAY - 86_400, 0, "24h", "20261120"),
        (FRIDAY, 0, "24h", "20261123"),
        (FRIDAY, 0, "2d", "20261123"),
        (FRIDAY, 0, "30m", "20261123"),
        (FRIDAY, 0, "7d", "20261127"),
        (FRIDAY - 3 * 86_400, 0, "2h", "20261118"),
        (FRIDAY - 3 * 86_400, 11 * 3600, "24h", "20261119"),
    ],
)
def test_a_reminder_comes_on_a_working_day(now, zone, term, day):
    """Never on a Saturday or a Sunday, never today, and by the day that the reader's own clock has."""
    assert day == working_day(now + zone, seconds(term))


def test_what_is_looked_at_on_one_morning_is_one_reminder(built):
    """Two tasks whose terms end on the same morning stand in one appointment, which names the first."""
    two = tree(
        BUILDER.replace("within: 2d, who: dienst}", "within: 1d}\n      - {text: Kijk na., within: 24h}"),
        keuzes=CHOICES,
    )
    [event] = events(take(replay(two, built.path), {"as": "ics", "made": {"now": FRIDAY}})["text"])
    assert "Nakijken: Hang het uit. (en nog 1)" == event["SUMMARY"]
    assert event["DESCRIPTION"].endswith("- Hang het uit. (binnen 1 dag)\\n- Kijk na. (binnen 24 uur)")


def test_terms_and_folding():
    """Minutes, hours and days count as they should; folding never cuts a letter in two."""
    assert [1800, 86400, 172800] == [seconds(term) for term in ("30m", "24h", "2d")]
    text = "SUMMARY:" + "é" * 200
    assert text == folded(text).replace("\r\n ", "")


def test_page_gets_documents_through_the_one_function(built):
    """The page asks for a document with the address of the step, and gets a name, a type and the content."""
    browser.handle(json.dumps({"do": "load", "tree": encode(built.compiled)}))
    asked = {"do": "take", "tree": "boom", "fragment": "boom-tekst;naam.~;x", "typed": {"naam": "Ons dorp"}}
    result = json.loads(browser.handle(json.dumps({**asked, "as": "docx", "made": {}})))
    assert "Wij zijn Ons dorp." in paragraphs(unzipped(base64.b64decode(result["base64"])))
    rich = json.loads(browser.handle(json.dumps({**asked, "as": "rich", "made": {}})))
    assert "<p>Wij zijn Ons dorp.</p>" in rich["html"]
    assert "Wij zijn Ons dorp." in rich["text"]


def test_case_file_keeps_notes_route_and_what_was_done(built):
    """The case file shows what was noted, escaped, with the routes of all trees; on paper it says the same."""
    case = {
        "post": "Een <b>bericht</b>",
        "notes": "Gebeld",
        "done": [{"at": "21/11 8.00", "text": "Hang het uit."}],
        "routes": {"andere": {"title": "Andere", "steps": ["1 Vraag? Ja"]}},
    }
    result = take(built, {"as": "case", "case": case})
    assert {"andere", "boom"} == set(result["case"]["routes"])
    assert "Een &lt;b&gt;bericht" in result["html"]
    assert "alleen in deze browser" in result["html"]
    printed = take(built, {"as": "case-print", "case": result["case"]})["html"]
    for text in ("Een &lt;b&gt;bericht", "Gebeld", "21/11\u00a08.00: Hang het uit.", "1 Vraag? Ja", "2 Neem dit over"):
        assert text in printed


def test_same_reminder_taken_twice_is_one_appointment(built):
    """Taken again later, or by a reader who walked the same way, a reminder keeps its name; another step has another."""
    uids = [
        events(take(walker, {"as": "ics", "made": {"now": now}})["text"])[0]["UID"]
        for walker, now in ((built, 1_795_244_400), (built, 1_795_999_999), (replay(built.compiled, built.path), 0))
    ]
    assert 1 == len(set(uids))
    two = tree(
        BUILDER.replace("within: 2d, who: dienst}", "within: 2d}\n      - {text: Kijk na., within: 7d}"), keuzes=CHOICES
    )
    both = events(take(replay(two, built.path), {"as": "ics", "made": {"now": 1}})["text"])
    assert 2 == len({event["UID"] for event in both})


def test_nothing_invisible_reaches_a_calendar(built):
    """What a reader typed with control characters in it is written without them."""
    walker = replay(built.compiled, [("naam", "A\x00\x07\x1b\x7fB\r\nEND:VEVENT")])
    text = take(walker, {"as": "ics", "made": {"now": 1}})["text"]
    assert not set("\x00\x07\x1b\x7f") & set(text)
    assert 1 == text.count("\r\nEND:VEVENT\r\n")


POISON = [
    None,
    5,
    "abc",
    [],
    {"done": 5},
    {"done": [5, {"at": 1}]},
    {"routes": "x"},
    {"routes": {"a": 5}},
    {"post": {}},
]
POISON += [{"routes": {"a": {"title": 1, "steps": 5}}}, {"done": {"at": 1}}, {"post": 5, "notes": "Blijft."}]


@pytest.mark.parametrize("case", POISON, ids=json.dumps)
def test_case_file_of_any_shape_can_be_opened(built, case):
    """Whatever a browser kept, the case file opens and prints, with what of it fits."""
    shown = take(built, {"as": "case", "case": case})
    assert "ww-dossier-notes" in shown["html"]
    assert shown == take(built, {"as": "case", "case": shown["case"]})
    assert take(built, {"as": "case-print", "case": case})["html"]
    assert ("Blijft." in shown["html"]) is (case == POISON[-1])


@pytest.mark.parametrize(
    "kept", ["abc", 5, [], {"keuzes.termijn": {"a": 1}}, {"keuzes.zicht": 5}, {"keuzes.kanalen": "x"}]
)
def test_kept_choices_of_any_shape_never_stop_the_walk(built, kept):
    """Choices that a browser kept and that cannot be are as if they were not made."""
    browser.handle(json.dumps({"do": "load", "tree": encode(built.compiled)}))
    asked = {"do": "open", "tree": "boom", "fragment": "boom-tekst;naam.~", "given": kept, "typed": kept, "later": kept}
    reply = json.loads(browser.handle(json.dumps(asked)))
    assert "tekst" == reply["node"]
    assert "Binnen 24\u00a0uur" in reply["html"]
