"""What a reader is told of a publication: against the manifest of the one before."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from helpers import tree
from wegwijzer.compare.news_page import ATOM, editions_html, feed
from wegwijzer.compare.published import MOST, NotPublishedError, Published, publish, read, written
from wegwijzer.compile.codec import encode

BOOM = """
title: Boom
start: toon
questions:
  toon:
    text: Welke toon?
    answers:
      boos: {text: Boos, to: ernst}
      blij: {text: Blij, to: danken}
  ernst:
    text: Hoe ernstig?
    answers:
      weinig: {text: Weinig, to: luister}
      veel: {text: Veel, to: meld}
actions:
  luister: {title: Luister, steps: [Luister goed., Vat samen.], sources: [redactie]}
  danken: {title: Dank, steps: [Zeg dank je.]}
  meld: {title: Meld het, steps: [Bel Unia.], contacts: [unia]}
"""
CONTACTS = """
contacts:
  unia: {name: Unia, for: Meld hier., phone: "0800 12 800", checked: 2026-11-29}
"""
PAGES = {"over/": ("Over ons", "aa")}
DAY = "2026-12-01"


def site(*replacements, pages=PAGES, contacts=CONTACTS, text=BOOM):
    """What is published of a tree after these replacements of text; as it comes from the build."""
    for old, new in replacements:
        assert old in text + contacts
        text, contacts = text.replace(old, new), contacts.replace(old, new)
    trees = {"boom": json.loads(json.dumps(encode(tree(text, contacts=contacts))))}
    return Published(trees, dict(pages))


def told(before, now):
    """What a reader is told, as (chapter, how, title, parts, before, after)."""
    editions = publish(now, before, DAY).editions
    return [
        (chapter.kind, news.how, news.title, news.parts, news.before, news.after)
        for edition in editions
        for chapter in edition.chapters
        for news in chapter.news
    ]


def test_with_nothing_to_compare_with_there_is_no_edition():
    """The first publication tells nothing, whatever the day is."""
    assert () == publish(site(), None, DAY).editions
    assert publish(site(), None, DAY) == publish(site(), None, "2030-01-01")


def test_publishing_the_same_once_more_tells_nothing():
    """Then the day decides nothing either: the manifest is the same, byte by byte."""
    first = publish(site(("Luister goed.", "Luister eerst.")), site(), DAY)
    assert 1 == len(first.editions)
    again = publish(site(("Luister goed.", "Luister eerst.")), read(written(first)), "2031-01-01")
    assert written(first) == written(again)


CHANGES = {
    "a task": (
        [("Luister goed.", "Luister eerst.")],
        [("tree", "renewed", "Luister", ("steps",), ("Luister goed.",), ("Luister eerst.",))],
    ),
    "a title": (
        [("Meld het", "Meld dit")],
        [("tree", "renewed", "Meld dit", ("title",), ("Meld het",), ("Meld dit",))],
    ),
    "an answer": (
        [("text: Boos", "text: Kwaad")],
        [("tree", "renewed", "Welke toon?", ("answers",), ("Boos",), ("Kwaad",))],
    ),
    "a number": (
        [("0800 12 800", "0800 99 999")],
        [("contacts", "renewed", "Unia", (), ("0800 12 800",), ("0800 99 999",))],
    ),
    "who is led elsewhere": (
        [("to: danken", "to: luister"), ("  danken: {title: Dank, steps: [Zeg dank je.]}\n", "")],
        [
            ("tree", "renewed", "Welke toon?", ("answers",), (), ()),
            ("tree", "gone", "Dank", (), (), ()),
            ("tree", "moved", "", (), ("Dank",), ("Luister",)),
        ],
    ),
    "a swap": (
        [("to: luister}", "to: x}"), ("to: meld}", "to: luister}"), ("to: x}", "to: meld}")],
        [
            ("tree", "renewed", "Hoe ernstig?", ("answers",), (), ()),
            ("tree", "moved", "", (), ("Luister", "Meld het"), ("Meld het", "Luister")),
        ],
    ),
    "what a reader does not see": (
        [
            ("sources: [redactie]", "icon: flag"),
            ("2026-11-29", "2026-11-30"),
            ("danken:", "dank-ze:"),
            ("danken}", "dank-ze}"),
        ],
        [],
    ),
}


@pytest.mark.parametrize(("replacements", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_what_a_reader_notices(replacements, expected):
    """Each change as the reader meets it; a source, an icon, a name in YAML or a day is none."""
    assert expected == told(site(), site(*replacements))


def test_trees_and_pages_come_and_go():
    """With their titles, and not what is in them."""
    none = Published({}, {"weg/": ("Weg", "bb"), "over/": ("Over", "bb")})
    assert [
        ("tree", "new", "Boom", (), (), ()),
        ("contacts", "new", "Unia", (), (), ()),
        ("pages", "renewed", "Over ons", (), (), ()),
        ("pages", "gone", "Weg", (), (), ()),
    ] == told(none, site())
    assert {("tree", "gone"), ("contacts", "gone")} == {each[:2] for each in told(site(), Published({}, PAGES))}


def test_editions_follow_each_other():
    """The last one first, so many and no more, each with an id of its own, also on one day."""
    now = site()
    for number in range(MOST + 2):
        now = read(written(publish(site(("Luister goed.", f"Luister {number}.")), now, DAY)))
    assert MOST == len({edition.id for edition in now.editions}) == len(now.editions)
    assert (f"Luister {MOST + 1}.",) == now.editions[0].chapters[0].news[0].after


def test_a_tree_of_a_kit_with_another_model_was_renewed():
    """More is not known of it, and the rest is told all the same."""
    old = site(("Unia, for", "UNIA, for"))
    old.trees["boom"]["tree"]["gone-from-the-model"] = 1
    assert [("tree", "unread"), ("contacts", "renewed")] == [each[:2] for each in told(old, site())]


EDITION = '{"format":1,"editions":[{"id":"x","day":"%s","chapters":[{"kind":"%s","id":"x","title":"x","news":[{"how":"%s","title":"x"}]}]}]}'
WRONG = [
    *("", "[" * 100_000, "[]", "{}", "null", '{"format":2}'),
    *(
        '{"format":1,"trees":5}',
        '{"format":1,"trees":{"a":{}}}',
        '{"format":1,"trees":{"a":{"tree":{"title":"x"},"contacts":{"b":5}}}}',
    ),
    *('{"format":1,"editions":[{}]}', EDITION % ("gisteren", "tree", "new")),
    *(EDITION % ("2026-12-01", "x", "new"), EDITION % ("2026-12-01", "tree", "x")),
]


def test_what_is_right_is_read():
    """So the files below are wrong in one thing."""
    assert "2026-12-01" == read(EDITION % ("2026-12-01", "tree", "new")).editions[0].day


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_what_is_no_manifest_is_refused(text):
    """With one error, whatever it is."""
    with pytest.raises(NotPublishedError):
        read(text)


def parsed(now):
    """The feed of a site, as a reader of feeds gets it."""
    return ET.fromstring(feed(now, "https://a.be/", "nu/"))  # noqa: S314 - our own


HOSTILE = '<script>alert("1")</script> & ‘zo’'


def test_what_was_written_stays_text():
    """In the page and in the feed, from the trees and from a manifest that somebody changed."""
    now = publish(
        site(("Luister goed.", json.dumps(HOSTILE)), ("title: Luister", f"title: {json.dumps(HOSTILE)}")), site(), DAY
    )
    page = editions_html(now, "../")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    (content,) = parsed(now).iter(f"{{{ATOM}}}content")
    assert "<script" not in content.text
    assert "&lt;script&gt;" in content.text


def test_the_feed_is_one():
    """With all that Atom asks for: an id, a title and a time of the feed and of each entry, and an author."""
    now = publish(site(("Luister goed.", "Luister eerst.")), site(), DAY)
    now = publish(site(), now, "2026-12-02")
    found = parsed(now)
    entries = found.findall(f"{{{ATOM}}}entry")
    assert ["2026-12-02", "2026-12-01"] == [entry.findtext(f"{{{ATOM}}}updated")[:10] for entry in entries]
    for each in (found, *entries):
        assert all(each.findtext(f"{{{ATOM}}}{key}") for key in ("id", "title", "updated"))
        assert each.find(f"{{{ATOM}}}link").get("href").startswith("https://a.be/")
    assert found.findtext(f"{{{ATOM}}}author/{{{ATOM}}}name")
    assert 2 == len({entry.findtext(f"{{{ATOM}}}id") for entry in entries})


def test_a_link_leads_only_to_what_is_there_now():
    """A step that went since an edition is told of without one; so is a page."""
    now = publish(site(("Luister goed.", "Luister eerst."), pages={"over/": ("Over ons", "bb")}), site(), DAY)
    assert 'href="../keuzehulp/boom/#boom-luister"' in editions_html(now, "../")
    assert 'href="../over/"' in editions_html(now, "../")
    later = Published({}, {}, now.editions)
    assert "href" not in editions_html(later, "../")
